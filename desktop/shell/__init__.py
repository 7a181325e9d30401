"""The parts round the board and the story: header, message bar, status bar, menus, and the errands they are sent on."""
