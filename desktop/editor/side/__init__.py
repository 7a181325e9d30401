"""The panel beside the page: facts, problems, comments, history."""
