"""The file of accounts: users, sessions, tokens, and the log of what was done; an SQLite file of its own.

Secrets are stored as hashes only. The log is only ever added to. The file is made readable for its owner alone.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from yaksok.errors import AccountsUnreadable, BadAccount, UnknownAccount
from yaksok.interfaces.accounts.passwords import NOBODY, hashed_password, is_password
from yaksok.interfaces.accounts.roles import ROLES, SCOPES, Person, Role, Scope

IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)
"""A session ends so long after it was last used, and after it began."""

NAME_LENGTH = 80
TOKEN_DAYS = 365
_TOKEN = "yk_"  # noqa: S105 - by this beginning a leaked token is recognised

_SCHEMA = """
CREATE TABLE IF NOT EXISTS users (
    name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, made TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, began TEXT NOT NULL, used TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL, scopes TEXT NOT NULL,
    made TEXT NOT NULL, ends TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS log (
    key INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,
    action TEXT NOT NULL, detail TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS secret (one INTEGER PRIMARY KEY CHECK (one = 1), value BLOB NOT NULL);
CREATE TRIGGER IF NOT EXISTS log_stays BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER IF NOT EXISTS log_is_kept BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
"""


@dataclass(frozen=True, slots=True)
class User:
    """An account without its password."""

    name: str
    role: Role
    made: str
    active: bool


@dataclass(frozen=True, slots=True)
class Token:
    """An API token without its secret; `id` names it."""

    id: str
    name: str
    label: str
    scopes: tuple[Scope, ...]
    made: str
    ends: str
    revoked: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log."""

    at: str
    name: str
    address: str
    action: str
    detail: str


class Accounts:
    """The accounts in one file. Every method opens it for itself, so that threads and processes may share it."""

    def __init__(self, path: Path) -> None:
        """The file is made where it is missing. Raises AccountsUnreadable."""
        self._path = path
        try:
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
            with self._opened() as file:
                file.executescript(_SCHEMA)
                file.execute(
                    "INSERT OR IGNORE INTO secret (one, value) VALUES (1, ?)", (secrets.token_bytes(32),)
                )
                self._secret: bytes = file.execute("SELECT value FROM secret").fetchone()[0]
        except (OSError, sqlite3.Error) as error:
            raise AccountsUnreadable(path=path, reason=str(error)) from error

    # -- users --------------------------------------------------------------------------------

    def users(self) -> list[User]:
        """All accounts by name."""
        with self._opened() as file:
            rows = file.execute("SELECT name, role, made, active FROM users ORDER BY name").fetchall()
        return [User(name, role, made, bool(active)) for name, role, made, active in rows]

    def add(self, name: str, password: str, role: Role) -> None:
        """Make an account. Raises BadAccount."""
        name = name.strip()
        if not name or len(name) > NAME_LENGTH or not name.isprintable():
            raise BadAccount(reason=f"a name has 1 to {NAME_LENGTH} printable characters")
        if role not in ROLES:
            raise BadAccount(reason=f"a role is one of {', '.join(ROLES)}")
        stored = hashed_password(password, name=name)
        try:
            with self._opened() as file:
                file.execute(
                    "INSERT INTO users (name, role, password, made) VALUES (?, ?, ?, ?)",
                    (name, role, stored, _now()),
                )
        except sqlite3.IntegrityError as error:
            raise BadAccount(reason=f"there is an account {name!r} already") from error

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password; its sessions end. Raises BadAccount, UnknownAccount."""
        stored = hashed_password(password, name=name)
        self._change("UPDATE users SET password = ? WHERE name = ?", (stored, name), name)
        self._end_sessions(name)

    def set_role(self, name: str, role: Role) -> None:
        """Give an account another role. Raises BadAccount for the last administrator, UnknownAccount."""
        if role not in ROLES:
            raise BadAccount(reason=f"a role is one of {', '.join(ROLES)}")
        self._keep_an_administrator(name, leaving=role != "administrator")
        self._change("UPDATE users SET role = ? WHERE name = ?", (role, name), name)

    def set_active(self, name: str, *, active: bool) -> None:
        """Close an account or open it again; a closed one's sessions end. Raises BadAccount, UnknownAccount."""
        self._keep_an_administrator(name, leaving=not active)
        self._change("UPDATE users SET active = ? WHERE name = ?", (int(active), name), name)
        if not active:
            self._end_sessions(name)

    # -- logging in ---------------------------------------------------------------------------

    def check(self, name: str, password: str) -> Person | None:
        """The person whose name and password these are; takes as long for a wrong name as for a wrong password."""
        with self._opened() as file:
            row = file.execute(
                "SELECT name, role, password FROM users WHERE name = ? AND active", (name,)
            ).fetchone()
        good = is_password(row[2] if row else NOBODY, password)
        return Person(row[0], row[1]) if row and good else None

    def begin_session(self, name: str) -> str:
        """A new session's secret, for the cookie."""
        secret = secrets.token_urlsafe(32)
        with self._opened() as file:
            file.execute("DELETE FROM sessions WHERE began < ?", (_before(LONGEST),))
            file.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", (_id(secret), name, _now(), _now()))
        return secret

    def end_session(self, secret: str) -> None:
        """Log out."""
        with self._opened() as file:
            file.execute("DELETE FROM sessions WHERE id = ?", (_id(secret),))

    def by_session(self, secret: str) -> Person | None:
        """Whose session it is, if it has not ended."""
        with self._opened() as file:
            row = file.execute(
                "SELECT u.name, u.role, s.used FROM sessions s JOIN users u ON u.name = s.name"
                " WHERE s.id = ? AND u.active AND s.used > ? AND s.began > ?",
                (_id(secret), _before(IDLE), _before(LONGEST)),
            ).fetchone()
            if row and row[2] < _before(timedelta(minutes=5)):
                file.execute("UPDATE sessions SET used = ? WHERE id = ?", (_now(), _id(secret)))
        return Person(row[0], row[1]) if row else None

    def mark_of(self, session: str) -> str:
        """What a form given out in a session carries, so that no other site can have made it."""
        return sha256(self._secret + b"form" + session.encode()).hexdigest()

    # -- tokens -------------------------------------------------------------------------------

    def make_token(self, name: str, label: str, scopes: frozenset[Scope], *, days: int = TOKEN_DAYS) -> str:
        """A new token; its secret is shown this once. Raises BadAccount."""
        if not scopes or not scopes <= set(SCOPES):
            raise BadAccount(reason=f"a token has scopes among {', '.join(SCOPES)}")
        if not 1 <= days <= 3 * TOKEN_DAYS or not 0 < len(label.strip()) <= NAME_LENGTH:
            raise BadAccount(reason=f"a token has a label and ends within {3 * TOKEN_DAYS} days")
        secret = _TOKEN + secrets.token_urlsafe(32)
        ends = (datetime.now(UTC) + timedelta(days=days)).isoformat(timespec="seconds")
        with self._opened() as file:
            if not file.execute("SELECT 1 FROM users WHERE name = ?", (name,)).fetchone():
                raise UnknownAccount(value=name)
            file.execute(
                "INSERT INTO tokens (id, name, label, scopes, made, ends) VALUES (?, ?, ?, ?, ?, ?)",
                (_id(secret), name, label.strip(), " ".join(sorted(scopes)), _now(), ends),
            )
        return secret

    def tokens(self, name: str | None = None) -> list[Token]:
        """Tokens of a person, or of all; newest first."""
        query = "SELECT id, name, label, scopes, made, ends, revoked FROM tokens"
        with self._opened() as file:
            rows = file.execute(
                query + (" WHERE name = ?" if name else "") + " ORDER BY made DESC, id",
                (name,) if name else (),
            ).fetchall()
        return [
            Token(id_, owner, label, tuple(scopes.split()), made, ends, bool(revoked))
            for id_, owner, label, scopes, made, ends, revoked in rows
        ]

    def revoke(self, token: str, *, name: str | None = None) -> None:
        """Make a token (by its id) useless; `name`: only if it is this person's. Raises UnknownAccount."""
        with self._opened() as file:
            changed = file.execute(
                "UPDATE tokens SET revoked = 1 WHERE id = ? AND (? IS NULL OR name = ?)", (token, name, name)
            ).rowcount
        if not changed:
            raise UnknownAccount(value=token)

    def by_token(self, secret: str) -> Person | None:
        """Whose token it is, if it is good, with its scopes."""
        with self._opened() as file:
            row = file.execute(
                "SELECT u.name, u.role, t.scopes FROM tokens t JOIN users u ON u.name = t.name"
                " WHERE t.id = ? AND u.active AND NOT t.revoked AND t.ends > ?",
                (_id(secret), _now()),
            ).fetchone()
        return Person(row[0], row[1], frozenset(row[2].split())) if row else None

    # -- the log ------------------------------------------------------------------------------

    def note(self, *, name: str, address: str, action: str, detail: str = "") -> None:
        """Write into the log that somebody did something."""
        with self._opened() as file:
            file.execute(
                "INSERT INTO log (at, name, address, action, detail) VALUES (?, ?, ?, ?, ?)",
                (_now(), name[:NAME_LENGTH], address[:80], action[:80], detail[:2000]),
            )

    def log(self, *, most: int = 200) -> list[Entry]:
        """The newest lines of the log, newest first."""
        with self._opened() as file:
            rows = file.execute(
                "SELECT at, name, address, action, detail FROM log ORDER BY key DESC LIMIT ?", (most,)
            ).fetchall()
        return [Entry(*row) for row in rows]

    # -- the file -----------------------------------------------------------------------------

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=10)) as file, file:
            yield file

    def _change(self, statement: str, values: tuple[object, ...], name: str) -> None:
        with self._opened() as file:
            if not file.execute(statement, values).rowcount:
                raise UnknownAccount(value=name)

    def _end_sessions(self, name: str) -> None:
        with self._opened() as file:
            file.execute("DELETE FROM sessions WHERE name = ?", (name,))

    def _keep_an_administrator(self, name: str, *, leaving: bool) -> None:
        others = [
            one for one in self.users() if one.active and one.role == "administrator" and one.name != name
        ]
        if (
            leaving
            and not others
            and any(one.name == name and one.role == "administrator" for one in self.users())
        ):
            raise BadAccount(reason="the last administrator must stay one")


def _id(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _before(time: timedelta) -> str:
    return (datetime.now(UTC) - time).isoformat(timespec="seconds")
