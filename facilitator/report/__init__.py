"""The content of the event report, made from an event event."""
