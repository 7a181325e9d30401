"""Notices to the person, in the window."""
