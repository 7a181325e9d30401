"""What makes the newsroom certain: the log, what it vouches for, sign-offs, and the audit of all of it."""
