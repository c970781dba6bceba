"""Reading programme files, and the programmes that ship."""
