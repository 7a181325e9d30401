"""Texts without a newsroom: compared, merged, searched for, named, and the places that move with their words."""
