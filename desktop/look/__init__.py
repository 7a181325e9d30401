"""What the program looks like: colours, faces, icons."""
