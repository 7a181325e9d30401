"""Pictures on their way to the plates: read, large ones in bands, and turned to ink."""
