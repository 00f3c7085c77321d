"""A ledger in a PostgreSQL database: connecting, one writer at a time, and what the server's errors mean."""

from __future__ import annotations

import importlib
import socket
import ssl
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from yaksok.errors import (
    BadLedgerAddress,
    LedgerAccessRefused,
    LedgerBusy,
    LedgerDamaged,
    LedgerDiskFull,
    LedgerDriverMissing,
    LedgerError,
    LedgerNotWritable,
    LedgerUnreachable,
    NoSuchDatabase,
)
from yaksok.ledger.location import Location, Server
from yaksok.ledger.login import Login, login_to
from yaksok.ledger.mark import APPLICATION_ID

if TYPE_CHECKING:
    from types import ModuleType

CONNECT_SECONDS = 10
"""How long a server may take to answer the first call."""

# What the server says (SQLSTATE, or its first two characters for a whole class; PostgreSQL's documentation,
# appendix "Error Codes") and what it means here.
_MEANING: dict[str, type[LedgerError]] = {
    "08": LedgerUnreachable,
    "25006": LedgerNotWritable,  # read-only transaction: a standby, or a setting of the database
    "28": LedgerAccessRefused,
    "3D000": NoSuchDatabase,
    "40": LedgerBusy,  # deadlock, serialization
    "42501": LedgerAccessRefused,
    "53100": LedgerDiskFull,
    "53": LedgerUnreachable,  # too many connections, no memory
    "55P03": LedgerBusy,  # the lock was not to be had in time
    "57014": LedgerBusy,  # cancelled by a time limit or the administrator
    "57": LedgerUnreachable,  # starting, stopping, crashed
    "58030": LedgerDiskFull,
}

_READING = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
# Each statement of a writer sees what was committed before it, and the lock lets no other writer in between.
# What was acknowledged survives a power cut, also where the server's default is not to wait for the disk.
_WRITING = """
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
SET LOCAL lock_timeout = '{milliseconds}ms';
SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off';
SELECT pg_advisory_xact_lock({lock})
"""


def postgresql_engine(location: Location, server: Server, *, writing: bool, busy_seconds: float) -> Engine:
    """An engine on the database; nothing is opened yet. Raises LedgerDriverMissing, BadLedgerAddress."""
    try:
        driver = importlib.import_module("pg8000.dbapi")
    except ModuleNotFoundError:
        raise LedgerDriverMissing(path=location.shown) from None
    try:
        login = login_to(server)
    except ValueError:
        raise BadLedgerAddress(path=location.shown, reason="PGPORT is no number") from None

    def connect() -> Any:
        try:
            return _connect(driver, login, server.encryption)
        except OSError as error:
            reason = error.strerror or str(error)
            raise LedgerUnreachable(path=location.shown, reason=reason) from error

    engine = create_engine(
        "postgresql+pg8000://", creator=connect, poolclass=QueuePool if writing else NullPool
    )
    # Many rows go in one statement: the driver itself would send each on its own and wait for the answer.
    engine.dialect.use_insertmanyvalues_wo_returning = True
    first = _WRITING.format(milliseconds=round(busy_seconds * 1000), lock=APPLICATION_ID)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(first if writing else _READING)

    @event.listens_for(engine, "handle_error")
    def notice_the_end(context: ExceptionContext) -> None:
        # The connection is not used again. The driver lets errors of the operating system through as they are.
        error = context.original_exception
        if isinstance(error, OSError):
            context.is_disconnect = True
            raise LedgerUnreachable(path=location.shown, reason=error.strerror or str(error)) from error
        if postgresql_meaning(error)[0] is LedgerUnreachable:
            context.is_disconnect = True

    return engine


def check_encoding(connection: Connection, location: Location) -> None:
    """Raises BadLedgerAddress for a database that cannot hold every text."""
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        reason = f"the database is encoded in {encoding}, and a ledger needs UTF8"
        raise BadLedgerAddress(path=location.shown, reason=reason)


def postgresql_meaning(error: BaseException | None) -> tuple[type[LedgerError], str]:
    """The numbered error that an error of the server or of the way to it is, and the reason in its words."""
    said = error.args[0] if error is not None and error.args else None
    if not isinstance(said, dict):
        # The driver itself speaks: the connection could not be made, or broke.
        return LedgerUnreachable, str(error)
    state, reason = said.get("C", ""), said.get("M", "")
    meaning = _MEANING.get(state) or _MEANING.get(state[:2]) or LedgerDamaged
    return meaning, reason


def _connect(driver: ModuleType, login: Login, encryption: str) -> Any:
    """A connection of the driver. Raises OSError and the driver's errors."""
    called = _call(login)
    try:
        return driver.connect(
            login.user,
            host=login.host,
            port=login.port,
            database=login.database,
            password=login.password,
            sock=called,
            ssl_context=False if login.socket else _encryption(encryption),
            application_name="yaksok",
        )
    except driver.InterfaceError as error:
        called.close()
        # Taking leave of a server that has hung up fails in its turn, and would hide what the server said.
        said = _within(error, driver.DatabaseError)
        if said is not None:
            raise said from None
        raise
    except BaseException:
        called.close()
        raise


def _within(error: BaseException, kind: type[Exception]) -> BaseException | None:
    """The error of a kind during whose handling `error` came about, None if there is none."""
    earlier: BaseException | None = error
    while earlier is not None and not isinstance(earlier, kind):
        earlier = earlier.__cause__ or earlier.__context__
    return earlier


def _call(login: Login) -> socket.socket:
    if login.socket:
        called = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            called.connect(str(login.socket))
        except BaseException:
            called.close()
            raise
        return called
    called = socket.create_connection((login.host, login.port), timeout=CONNECT_SECONDS)
    # From here on an answer may take as long as the question needs; a dead line is noticed all the same.
    called.settimeout(None)
    called.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    return called


def _encryption(written: str) -> ssl.SSLContext | bool | None:
    """What the driver takes: False for none, None for where the server can, True for always."""
    match written:
        case "disable":
            return False
        case "require":
            return True
        case "verify-full":
            return ssl.create_default_context()
        case _:
            return None
