"""Where an event begins: the first window."""
