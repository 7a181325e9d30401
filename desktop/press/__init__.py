"""What window and command line do with stories for print."""
