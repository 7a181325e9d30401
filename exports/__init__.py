"""A story in, a file out. No Qt, no database session: plain values at each door."""
