"""The venue check: its window, and what Qt knows of screens and printers."""
