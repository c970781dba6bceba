"""Small things that every window is built of, each with an accessible name."""
