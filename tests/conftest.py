"""What all tests share: no window is ever shown on a screen unless a test asks for a display of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
