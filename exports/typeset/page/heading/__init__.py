"""What stands above the columns, and where a headline is better not divided."""
