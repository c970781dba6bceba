"""The assisted vote: a private screen for one person, entered at that person's direction."""
