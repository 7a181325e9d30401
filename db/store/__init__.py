"""Where a newsroom is kept: file or server, opened, watched, upgraded, backed up, mended and moved."""
