"""The rules of a conversation, pure: no file, no clock, no network, no chance."""
