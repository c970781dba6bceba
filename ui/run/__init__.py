"""The operator's window: the run sheet, what is asked now, and what the room sees."""
