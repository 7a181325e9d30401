"""Opens the window for a command: the one place from which the command line loads Qt."""

import gc


def run_window(place: str, login: str | None = None, password: str = "") -> int:
    """Open the window on a newsroom and stay until it is closed. Raises NewsroomError when it cannot be opened."""
    gc.disable()  # what is imported is no garbage; the window has a collector of its own
    try:
        from desktop.window_memory import spare_memory

        spare_memory()  # before the window's own modules are imported
        from desktop import app

        return app.run_window(place, login, password)
    finally:
        gc.enable()
