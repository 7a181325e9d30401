"""Columns: rows of a body on the grid lines of a page, ended and balanced."""
