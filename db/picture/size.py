"""How large a picture may be, told without loading what reads pictures."""

MAX_BYTES = 100 * 1024 * 1024
"""The longest file of a picture: a scan of a whole broadsheet page at 300 ppi, unpacked, just fits."""
