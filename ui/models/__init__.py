"""Lists behind the views, tested without a window."""
