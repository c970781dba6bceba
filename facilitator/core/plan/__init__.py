"""Preparing a programme for one event: what can be changed of it, and how far it then is from the one issued."""
