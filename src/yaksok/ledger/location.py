"""Where a ledger lies: in an SQLite file or in a PostgreSQL database."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from yaksok.errors import BadLedgerAddress

SCHEMES = ("postgresql", "postgresql+pg8000", "postgres")
ENCRYPTION = ("disable", "prefer", "require", "verify-full")
"""What `sslmode` in a URL may say, by PostgreSQL's own names."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
# Up to the last @, since a password that was not encoded may hold any character.
_PASSWORD = re.compile(r"(?<=://)([^/@:]*):.*@")
_PASSWORD_OPTION = re.compile(r"(?<=password=)[^&]*")


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a PostgreSQL server, as the URL names it; what is None follows the environment."""

    database: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    host: str | None = None
    port: int | None = None
    encryption: str = "prefer"


@dataclass(frozen=True, slots=True)
class Location:
    """The place of one ledger: `path` of an SQLite file, or else `server`.

    `shown` is how messages name it, without a password.
    """

    shown: str
    path: Path | None = None
    server: Server | None = None

    def __str__(self) -> str:
        return self.shown


Place = Location | Path
"""What functions accept as a ledger; a path is an SQLite file."""


def location_of(written: str | Place) -> Location:
    """The location that a path or a URL names.

    URLs: postgresql://user:password@host:port/database?sslmode=...&host=FOLDER_OF_THE_SOCKET; user, password,
    host and port may be left out. Raises BadLedgerAddress.
    """
    if isinstance(written, Location):
        return written
    scheme = _SCHEME.match(written) if isinstance(written, str) else None
    if scheme is None:
        return Location(shown=str(written), path=Path(written))
    shown = without_password(str(written))
    if scheme[1].lower() not in SCHEMES:
        raise BadLedgerAddress(path=shown, reason=f"{scheme[1]}:// is not supported")
    try:
        url = urlsplit(str(written))
        port = url.port
        options = dict(parse_qsl(url.query, keep_blank_values=True, strict_parsing=bool(url.query)))
    except ValueError:
        # What Python says of it could quote the password.
        reason = "the part after // is not user:password@host:port/database, with other signs written as %XX"
        raise BadLedgerAddress(path=shown, reason=reason) from None
    fault = _fault(url, options)
    if fault:
        raise BadLedgerAddress(path=shown, reason=fault)
    return Location(shown=shown, server=_server(url, port, options))


def path_of(location: Location) -> Path:
    """The file of a location that is no server."""
    return location.path or Path(location.shown)


def without_password(url: str) -> str:
    """The URL as it may be shown."""
    return _PASSWORD_OPTION.sub("...", _PASSWORD.sub(r"\1@", url, count=1))


def _fault(url: SplitResult, options: dict[str, str]) -> str | None:
    """What is wrong with a URL whose parts could be told apart."""
    database = unquote(url.path.removeprefix("/"))
    if not database:
        return "it names no database"
    if "/" in database or "\0" in database:
        return "the name of the database has a sign that cannot stand in it"
    if url.fragment:
        return "a # must be written %23"
    unknown = sorted(options.keys() - {"host", "sslmode"})
    if unknown:
        return f"the option {unknown[0]} is not known"
    if options.get("sslmode", ENCRYPTION[0]) not in ENCRYPTION:
        return f"sslmode must be one of {', '.join(ENCRYPTION)}"
    return None


def _server(url: SplitResult, port: int | None, options: dict[str, str]) -> Server:
    return Server(
        database=unquote(url.path.removeprefix("/")),
        user=unquote(url.username) if url.username else None,
        password=unquote(url.password) if url.password else None,
        host=options.get("host") or (unquote(url.hostname) if url.hostname else None),
        port=port,
        encryption=options.get("sslmode", "prefer"),
    )
