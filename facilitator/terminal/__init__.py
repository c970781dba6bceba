"""The commands of the terminal, one file each: they parse and print."""
