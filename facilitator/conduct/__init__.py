"""The verbs of an event, and what can be read of it; the only caller of the store."""
