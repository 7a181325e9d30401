"""Find and replace in many stories at once."""
