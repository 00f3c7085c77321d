"""`yaksok serve`: the ledger in a browser, and its API."""

from __future__ import annotations

import importlib.util
import socket
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from yaksok.errors import AddressTaken, LedgerNotFound, NoAccounts, ServingPackageMissing
from yaksok.interfaces.cli.asked import day_of
from yaksok.interfaces.cli.messages import language_option, say
from yaksok.interfaces.cli.options import ledger_option
from yaksok.interfaces.cli.person import person_of
from yaksok.ledger.location import Location, location_of

PACKAGES = ("fastapi", "uvicorn", "jinja2", "babel", "multipart", "argon2")


@click.command("serve")
@ledger_option
@click.option("--samples", is_flag=True, help="Serve the sample documents, in a fresh temporary ledger.")
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0: any free one."
)
@click.option(
    "--host-name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name the server is reached by; may be repeated.",
)
@click.option(
    "--accounts",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file of users. Needed beyond this machine; made where it is missing. [default: beside the ledger]",
)
@click.option(
    "--https",
    "secure",
    is_flag=True,
    help="Behind a proxy that speaks HTTPS: cookies are sent over it alone.",
)
@click.option(
    "--index",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the search index. [default: beside the ledger's file, else in the user's cache]",
)
@click.option("--today", metavar="DATE", help="The day to take for today (YYYY-MM-DD). [default: today]")
@click.option(
    "--person",
    metavar="NAME",
    help="Who decides where nobody logs in. [default: the name you are logged in by]",
)
@language_option
def command(
    *,
    ledger: Location,
    samples: bool,
    host: str,
    port: int,
    names: tuple[str, ...],
    accounts: Path | None,
    secure: bool,
    index: Path | None,
    today: str | None,
    person: str | None,
) -> None:
    """Show the ledger in a browser, on this machine alone unless --host says otherwise.

    Needs nothing from the internet. A ledger that is not there yet is made, empty.
    """
    _check_packages()
    from yaksok.interfaces.web.serving import run  # noqa: PLC0415 - the server is loaded for this command alone
    from yaksok.interfaces.web.settings import Settings, is_loopback  # noqa: PLC0415 - the same

    day = day_of(today) if today else None
    if samples:
        ledger, newest = _sample_ledger()
        day = day or newest
    else:
        _make_sure_of(ledger)
    if not is_loopback(host) and accounts is None:
        accounts = _accounts_beside(ledger)
    if accounts is not None:
        _check_accounts(accounts, host)
    listening = _listen(host, port)
    settings = Settings(
        ledger=ledger,
        person=person_of(person),
        host=host,
        port=listening.getsockname()[1],
        accounts=accounts,
        index=index,
        hosts=names,
        secure=secure,
        today=_clock(day),
    )
    address = f"http://{_shown(host)}:{settings.port}/"
    click.echo(say("yaksok is at %(address)s (stop it with Ctrl-C)", address=address))
    run(settings, listening)


def _clock(day: date | None) -> Callable[[], date]:
    """The clock of this machine, or one that stands still on a day."""
    return date.today if day is None else lambda: day


def _check_packages() -> None:
    for package in PACKAGES:
        if importlib.util.find_spec(package) is None:
            raise ServingPackageMissing(purpose="yaksok serve", package=package, extra="web")


def _sample_ledger() -> tuple[Location, date]:
    from yaksok.interfaces.sample_ledger import ledger_of_samples  # noqa: PLC0415 - the readers load when they are needed

    ledger = location_of(Path(tempfile.mkdtemp(prefix="yaksok-serve-")) / "yaksok.db")
    return ledger, ledger_of_samples(ledger)


def _make_sure_of(ledger: Location) -> None:
    from yaksok.ledger.opening import open_for_reading, open_for_writing  # noqa: PLC0415 - the same

    try:
        open_for_reading(ledger).dispose()
    except LedgerNotFound:
        open_for_writing(ledger).dispose()


def _accounts_beside(ledger: Location) -> Path:
    if ledger.path is not None:
        return Path(f"{ledger.path}.accounts")
    return Path("yaksok.accounts")


def _check_accounts(path: Path, host: str) -> None:
    from yaksok.interfaces.accounts.store import Accounts  # noqa: PLC0415 - the same

    if not any(user.active and user.role == "administrator" for user in Accounts(path).users()):
        raise NoAccounts(host=host, path=path)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens, so that a taken port is told before anything is loaded. Raises AddressTaken."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        made = socket.socket(family, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(128)
    except OSError as error:
        raise AddressTaken(host=host, port=port, reason=error.strerror or str(error)) from error
    return made


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
