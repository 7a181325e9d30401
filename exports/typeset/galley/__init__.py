"""The galley: a story in one endless column, block by block, as the editor shows it while it is written."""
