"""The event file: the one owner of its relations, order and durability."""
