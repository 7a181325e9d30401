"""A page: rows of lines, heads, pictures and boxes put into columns and drawn in their places."""
