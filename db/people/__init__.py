"""Who works here: accounts and their desks."""
