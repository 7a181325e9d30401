"""Who is at work: the choice of account, and the first account of a new newsroom."""
