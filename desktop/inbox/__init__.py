"""What the person was told, in the window."""
