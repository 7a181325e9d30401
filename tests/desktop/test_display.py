"""Whether a window can be opened is found out without Qt."""

import socket
from pathlib import Path

import pytest

from desktop import display
from desktop.display import display_available


@pytest.fixture(autouse=True)
def _no_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(display, "_SOCKETS", tmp_path)
    monkeypatch.setattr("sys.platform", "linux")


def test_nothing_named_is_no_screen() -> None:
    assert not display_available()


@pytest.mark.parametrize(
    ("name", "value"),
    [("QT_QPA_PLATFORM", "vnc"), ("WAYLAND_DISPLAY", "wayland-0"), ("DISPLAY", "desk.example:0")],
)
def test_what_needs_no_screen_here_is_taken_on_trust(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert display_available()


@pytest.mark.parametrize("shown", [":4711", "unix:4711", ":4711.0"])
def test_a_screen_of_this_computer_must_answer(shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", shown)
    assert not display_available()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "X4711"))
        server.listen()
        assert display_available()
    assert not display_available()


def test_a_name_without_a_number_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "desk")
    assert not display_available()


@pytest.mark.parametrize("platform", ["offscreen", "minimal:enable_fonts"])
def test_where_nobody_sees_a_window_is_no_screen(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert not display_available()
    monkeypatch.setattr("sys.platform", "win32")
    assert not display_available()
