"""The pictures of a story: put in, described, cropped."""
