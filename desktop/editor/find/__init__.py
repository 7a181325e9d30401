"""Find and replace in the open story."""
