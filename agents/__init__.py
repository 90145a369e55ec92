"""Reading and judging (pure), and the thin Faust agents around them."""
