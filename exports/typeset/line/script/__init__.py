"""What scripts ask for: direction, squares, letters that stand as one."""
