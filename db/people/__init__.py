"""Who works here: accounts, their desks, keys and secrets."""
