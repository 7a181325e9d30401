"""What stands on a page, as PDF operators: runs and rules, the faces they call, labels and marks outside the trim."""
