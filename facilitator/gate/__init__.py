"""The gate's public side: an event as anyone may see it, which is all that reports and packs are made of."""
