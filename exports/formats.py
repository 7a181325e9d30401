"""Formats: named page set-ups read from TOML."""
