"""The newsroom as a whole looked after: audited, backed up, recovered, moved to a server."""
