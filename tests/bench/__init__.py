"""Side-by-side measurements: each figure beside a yardstick of the same minutes, printed and never asserted."""
