"""The board: stories as cards in the columns of their stages, and the views that choose among them."""
