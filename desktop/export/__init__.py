"""Stories exported from the window: what is asked, how far it is, what came of it."""
