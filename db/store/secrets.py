"""Passwords in the system's keyring; where there is none, in memory until the program ends, and never in a file."""

from typing import Any

SERVICE = "galley"
"""The one name under which all our entries stand in the keyring."""


class Secrets:
    """Short secrets by name. It always works; `trouble` says when nothing outlives the program."""

    def __init__(self, ring: Any = None) -> None:
        self._ring = ring
        self._memory: dict[str, str] = {}
        self._absent = False
        self.trouble = ""
        """Why the keyring is not used, in one sentence; empty while it is."""

    @property
    def warning(self) -> str:
        """The trouble, where it means something: not where there is no keyring and nothing was to be kept in one."""
        return "" if self._absent and not self._memory else self.trouble

    def get(self, name: str) -> str:
        """A secret, or an empty string."""
        if name in self._memory:
            return self._memory[name]
        return self._ask("get_password", name) or ""

    def set(self, name: str, secret: str) -> bool:
        """Keep a secret. Returns whether it outlives the program."""
        self._ask("set_password", name, secret)
        if self.trouble:
            self._memory[name] = secret
        return not self.trouble

    def remove(self, name: str) -> None:
        """Forget a secret; nothing happens when there is none."""
        self._memory.pop(name, None)
        if self.get(name):
            self._ask("delete_password", name)

    def _ask(self, what: str, name: str, *values: str) -> str | None:
        """Ask the keyring, which is loaded when it is first needed: that takes a while."""
        import keyring
        from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError

        self.trouble, self._absent = "", False
        try:
            answer: str | None = getattr(self._ring or keyring, what)(SERVICE, name, *values)
        except KeyringLocked:
            self.trouble = "The system's keyring is locked: passwords are kept until Galley ends."
        except (NoKeyringError, InitError):
            self._absent = True
            self.trouble = "There is no keyring on this system: passwords are kept until Galley ends."
        except (KeyringError, RuntimeError, OSError) as error:
            self.trouble = (
                f"The keyring does not answer ({type(error).__name__}): passwords are kept until Galley ends."
            )
        else:
            return answer
        return None


def password_name(newsroom: str, login: str) -> str:
    """The name of an account's password in the keyring; `newsroom` is its identity."""
    return f"{login}@{newsroom}"
