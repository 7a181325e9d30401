"""Pictures on the page: in a column, over several, and with text beside them."""
