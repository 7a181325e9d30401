"""Where a newsroom is kept: a file, or an address on a server whose password is kept apart from it."""

from sqlalchemy.engine import URL

from db.store.engine import database_url, plain_url
from db.store.secrets import Secrets


def is_server(place: str) -> bool:
    """Whether a newsroom is kept on a server. Raises NewsroomError for an address of a kind we do not know."""
    return database_url(place).get_backend_name() != "sqlite"


def without_password(place: str) -> str:
    """The address as it may be written down and shown; a file's path is left as it is."""
    return plain_url(database_url(place)) if is_server(place) else place


def password_in(place: str) -> str:
    """The password that an address holds, or an empty string."""
    return str(database_url(place).password or "")


def with_password(place: str, password: str) -> str:
    """The address with a password for this program to connect with; without one it is left as it is."""
    url = database_url(place)
    if not password or not is_server(place):
        return place
    return url.set(drivername="postgresql", password=password).render_as_string(hide_password=False)


def label(place: str) -> tuple[str, str]:
    """A server's address in few words: the database, and the machine that holds it; the latter empty for this one."""
    url = database_url(place)
    host = url.host or _in_query(url, "host")
    return str(url.database or ""), "" if host.startswith("/") or host in ("", "localhost") else host


def server_name(place: str) -> str:
    """The name of a server's password in the keyring: who signs in where."""
    url = database_url(place)
    host = url.host or _in_query(url, "host") or "localhost"
    return f"{url.username or ''}@{host}:{url.port or _in_query(url, 'port') or 5432}/{url.database or ''}"


def filled_in(place: str, secrets: Secrets) -> str:
    """The address with its password from the keyring, unless it holds one or none is kept."""
    if not is_server(place) or password_in(place):
        return place
    return with_password(place, secrets.get(server_name(place)))


def keep_password(place: str, secrets: Secrets) -> str:
    """Put the password that an address holds into the keyring, never into a file. Returns the address without it."""
    if is_server(place) and password_in(place):
        secrets.set(server_name(place), password_in(place))
    return without_password(place)


def _in_query(url: URL, name: str) -> str:
    value = url.query.get(name, "")
    return value if isinstance(value, str) else value[0]
