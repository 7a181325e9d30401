"""Words: in which faces they are set, how wide they are, where they may part."""
