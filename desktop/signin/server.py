"""The password of a database server: given once in the address, kept in the keyring, and put in when it is missing."""

from sqlalchemy.engine import URL

from db.engine import database_url
from db.secrets import Secrets


def with_password(place: str, secrets: Secrets) -> str:
    """An address with the password that the keyring has for it, unless it has one of its own.

    Raises NewsroomError for an address of another kind.
    """
    url = database_url(place)
    if url.get_backend_name() != "postgresql" or url.password:
        return place
    known = secrets.get(_name(url))
    return url.set(password=known).render_as_string(hide_password=False) if known else place


def keep_password(place: str, secrets: Secrets) -> None:
    """Keep the password of an address that was opened, if it has one."""
    url = database_url(place)
    if url.get_backend_name() == "postgresql" and url.password:
        secrets.set(_name(url), str(url.password))


def _name(url: URL) -> str:
    """What tells this database and its user from others in the keyring."""
    host = url.host or str(url.query.get("host", ""))
    return f"{url.username or ''}@{host}:{url.port or 5432}/{url.database or ''}"
