"""A PostgreSQL server of the tests' own, started from Debian's package and gone when they end."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

_NUMBERS = count(1)


@dataclass(frozen=True)
class Server:
    """A running server. It listens on a socket in its folder alone, so that several may run side by side."""

    folder: Path
    programs: Path

    def url(self, database: str) -> str:
        """The address of a database, as a person would give it to Galley."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def new_database(self, template: str = "template1") -> str:
        """Make a database like another one. Returns its name."""
        name = f"galley{next(_NUMBERS)}"
        self.sql(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def with_password(self, login: str, password: str) -> str:
        """A person who is let in with a password alone, and a database of theirs. Returns its address without it."""
        database = f"of_{login}"
        self.sql(f"CREATE ROLE {login} LOGIN PASSWORD '{password}'")
        self.sql(f"CREATE DATABASE {database} OWNER {login}")
        rules = self.folder / "data" / "pg_hba.conf"
        rules.write_text(f"local all {login} scram-sha-256\n{rules.read_text()}")
        self._read_rules()
        return f"postgresql://{login}@/{database}?host={self.folder}"

    def _read_rules(self) -> None:
        """Let the server read its rules anew: it only promises to, so connect until one is let in by them."""
        before = self.sql("SELECT pg_conf_load_time()")
        self.sql("SELECT pg_reload_conf()")
        assert any(self.sql("SELECT pg_conf_load_time()") != before for _ in range(2000))

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        self.sql(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def sql(self, statement: str) -> object:
        """Run a statement outside any transaction, on a connection of its own. Returns the value it tells, if any."""
        import psycopg

        with psycopg.connect(f"host={self.folder} user=postgres dbname=postgres", autocommit=True) as connection:
            done = connection.execute(statement)
            return (done.fetchone() or (None,))[0] if done.description else None

    def control(self, what: str) -> None:
        """`start`, `stop`."""
        options = (
            f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off -c max_connections=60 "
            "-c min_wal_size=32MB -c max_wal_size=64MB"
        )
        command = [self.programs / "pg_ctl", "-D", self.folder / "data", "-w", "-s", what]
        more = ["-l", self.folder / "log", "-o", options] if what == "start" else ["-m", "immediate"]
        subprocess.run(_as_postgres([*map(str, command), *map(str, more)]), check=True, cwd=self.folder)


@contextmanager
def server() -> Iterator[Server]:
    """Start a server in a folder of its own. Fails when PostgreSQL is not installed.

    The folder is not among pytest's: another run of it shuts their common parent for all accounts but its own.
    """
    with (
        TemporaryDirectory(prefix="galley-pg-", ignore_cleanup_errors=True) as folder,
        _started(Path(folder)) as running,
    ):
        yield running


@contextmanager
def _started(folder: Path) -> Iterator[Server]:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    which = shutil.which("initdb")
    assert found or which, "PostgreSQL is missing: make test installs it on Debian"
    programs = (found[-1] if found else Path(str(which))).parent
    _give_away(folder)
    command = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "--no-sync"]
    subprocess.run(_as_postgres(command), check=True, stdout=subprocess.DEVNULL, cwd=folder)
    running = Server(folder, programs)
    running.control("start")
    try:
        yield running
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            running.control("stop")


def _give_away(folder: Path) -> None:
    """The server does not run as root, and must be able to reach its folder."""
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)


def _as_postgres(command: list[str]) -> list[str]:
    return (
        ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        if os.geteuid() == 0
        else command
    )
