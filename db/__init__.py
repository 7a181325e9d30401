"""The newsroom: what it knows and what its rules are. No Qt, no PDF."""
