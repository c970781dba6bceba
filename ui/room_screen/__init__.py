"""What the room sees, and never the operator's controls."""
