"""What two texts have in common: compared, merged, and the places that move with the words they stand at."""
