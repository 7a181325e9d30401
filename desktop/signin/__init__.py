"""Sign-in: the choice of account, and the first account of a new newsroom."""
