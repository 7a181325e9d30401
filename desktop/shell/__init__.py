"""The main window round the board and the story: menus, message and status bar, and what its entries do."""
