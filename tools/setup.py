"""Sets Galley up: the virtual environment with its pinned parts, and on Debian the system packages it needs.

Run by make; needs Python 3.11 or later and nothing else. Quick when nothing is to do.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
STAMP = VENV / "galley-setup"
LOCK = ROOT / "requirements.lock.txt"

PACKAGES = ("resources", "db", "exports", "desktop")

QT = (
    "libgl1", "libegl1", "libglib2.0-0", "libfontconfig1", "libdbus-1-3", "libxkbcommon0", "libxcb-cursor0",
    "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0",
    "libxcb-shape0", "libxcb-xinerama0",
)  # fmt: skip
"""What a window needs of the system."""

PRESS = ("ghostscript", "poppler-utils", "qpdf")
"""What the press check in tests/press uses."""

TESTS = ("xvfb", "xdotool", "gnome-keyring", "dbus-x11", "at-spi2-core", "postgresql")
"""What only the tests use: a screen, a keyring, what screen readers read by, a server."""

ELSEWHERE = {"GL": "OpenGL", "EGL": "EGL", "fontconfig": "Fontconfig", "dbus-1": "D-Bus", "xkbcommon": "xkbcommon"}
"""The libraries Qt needs on any other Linux, by the names the linker and people call them."""


def main() -> int:
    """Set up what is missing. Returns 1, with one sentence, when that cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tests", action="store_true", help="also what only the tests need")
    options = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036  this runs before anything has checked the version
        print(f"Galley needs Python 3.11 or later; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    try:
        install_system(QT + PRESS + (TESTS if options.tests else ()))
        install_python()
        compile_modules()
        compile_translations()
    except subprocess.CalledProcessError as error:
        print(f"Set-up stopped: “{' '.join(map(str, error.cmd))}” ended with {error.returncode}.", file=sys.stderr)
        return 1
    return 0


def install_system(packages: tuple[str, ...]) -> None:
    """Install missing Debian packages as root; elsewhere name what is missing and go on."""
    if not shutil.which("dpkg-query"):
        _name_missing_libraries()
        return
    missing = [name for name in packages if not _installed(name)]
    if not missing:
        return
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        print(f"Missing system packages: {' '.join(missing)}\nGet them with: sudo {' '.join(install)}", file=sys.stderr)
        return
    print(f"Installing {' '.join(missing)} …", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update", "-qq"], check=True, **quiet)
    subprocess.run(install, check=True, **quiet)


def _name_missing_libraries() -> None:
    """On a Linux that is not Debian's: say what Qt will not find."""
    lacking = [name for library, name in ELSEWHERE.items() if not find_library(library)]
    if sys.platform == "linux" and lacking:
        print(f"Qt needs libraries that are missing: {', '.join(lacking)}. Install them first.", file=sys.stderr)


def _installed(package: str) -> bool:
    """Whether Debian has the package, under this name or, after the change of 64-bit time, with `t64` behind it."""
    return any(
        Path(f"/var/lib/dpkg/info/{name}{arch}.list").exists()
        for name in (package, f"{package}t64")
        for arch in ("", ":amd64", ":arm64")
    )


def install_python() -> None:
    """Make the virtual environment and install the pinned parts, unless the stamp says that it is done."""
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Setting up Galley's Python environment: a minute or two …", flush=True)
    if not STAMP.exists() and VENV.exists() and not _works(PYTHON):
        shutil.rmtree(VENV)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True)
    # As a line in a .pth file: the other way runs a module of its own at each start, 8 ms.
    editable = ["--config-settings", "editable_mode=compat", "--editable", str(ROOT)]
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", *editable], check=True)
    STAMP.write_text(wanted)


def compile_modules() -> None:
    """Compile Galley's own modules, as pip does with others': no start has to, where none may write beside them."""
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", *map(str, (ROOT / name for name in PACKAGES))], check=True)


def compile_translations(python: Path = PYTHON) -> None:
    """Make of the translations what Qt reads, where they are newer than that."""
    for source in (ROOT / "resources" / "translations").glob("*.ts"):
        made = source.with_suffix(".qm")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            release = python.parent / "pyside6-lrelease"
            subprocess.run([str(release), "-silent", str(source), "-qm", str(made)], check=True)


def _works(python: Path) -> bool:
    if not python.exists():
        return False
    return subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True).returncode == 0


def fingerprint() -> str:
    """What the environment depends on: when it changes, set-up runs again."""
    files = (LOCK, ROOT / "pyproject.toml", Path(__file__))
    parts = (*(path.read_bytes() for path in files), sys.version.encode(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
