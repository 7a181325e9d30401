"""Look of the program: colours, faces, icons."""
