"""Single pages to print and take in the hand; made of plain values, never of the event file."""
