"""Work on stories for print that window and command line share."""
