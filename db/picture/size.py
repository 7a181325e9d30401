"""How large a picture may be, told without loading what reads pictures."""

MAX_BYTES = 100 * 1024 * 1024
"""The longest file of a picture: a scan of a whole broadsheet page at 300 ppi, unpacked, just fits."""

MAX_PIXELS = 200_000_000
"""Pixels of the largest picture: a broadsheet spread at 400 ppi. Pillow refuses at less."""
