"""How to log in to a PostgreSQL server where a URL leaves something out: libpq's variables and files.

The names and the file's form are those of PostgreSQL's own programs ("Environment Variables" and "The Password
File" in its documentation), so that what works with psql works here.
"""

from __future__ import annotations

import getpass
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from yaksok.ledger.location import Server

DEFAULT_PORT = 5432
SOCKET_FOLDERS = (Path("/var/run/postgresql"), Path("/tmp"))  # noqa: S108 - where servers put their sockets

_FIELD = re.compile(r"((?:\\.|[^:\\])*)(?::|$)")


@dataclass(frozen=True, slots=True)
class Login:
    """Everything that a connection needs. A `host` that begins with / is the folder of a socket."""

    host: str
    port: int
    database: str
    user: str
    password: str | None = field(repr=False)

    @property
    def socket(self) -> Path | None:
        """The socket in the file system, None for a host on the network."""
        return Path(self.host) / f".s.PGSQL.{self.port}" if self.host.startswith("/") else None


def login_to(server: Server, environment: Mapping[str, str] = os.environ) -> Login:
    """The server's address with its gaps filled. Raises ValueError for a PGPORT that is no number."""
    port = server.port or int(environment.get("PGPORT") or DEFAULT_PORT)
    host = server.host or environment.get("PGHOST") or _local_host(port)
    user = server.user or environment.get("PGUSER") or getpass.getuser()
    password = server.password or environment.get("PGPASSWORD")
    if password is None:
        password = _from_file(environment, (_in_file(host), str(port), server.database, user))
    return Login(host, port, server.database, user, password)


def _local_host(port: int) -> str:
    for folder in SOCKET_FOLDERS:
        if (folder / f".s.PGSQL.{port}").exists():
            return str(folder)
    return "localhost"


def _in_file(host: str) -> str:
    """In the password file, the standard folder of sockets is written localhost."""
    return "localhost" if Path(host) in SOCKET_FOLDERS else host


def _from_file(environment: Mapping[str, str], wanted: tuple[str, ...]) -> str | None:
    """The password of the first line that fits host, port, database and user, None for none."""
    named = environment.get("PGPASSFILE")
    try:
        path = Path(named) if named else Path.home() / ".pgpass"
        # A file that others can read is left aside, as PostgreSQL's programs do.
        if not path.is_file() or path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            return None
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, RuntimeError, UnicodeDecodeError):
        # Without a file that can be read, the server says whether it wants a password.
        return None
    for line in lines:
        fields = _FIELD.findall(line)[:5]
        if line.startswith("#") or len(fields) < 5:
            continue
        *said, password = (re.sub(r"\\(.)", r"\1", part) for part in fields)
        if all(part in {"*", wish} for part, wish in zip(said, wanted, strict=True)):
            return password
    return None
