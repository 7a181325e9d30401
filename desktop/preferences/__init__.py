"""The newsroom's and one's own settings, a page each."""
