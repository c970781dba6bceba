"""The event pack: written whole or not at all, and checked as a stranger's file."""
