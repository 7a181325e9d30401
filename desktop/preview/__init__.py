"""The page as it will be printed, beside the text."""
