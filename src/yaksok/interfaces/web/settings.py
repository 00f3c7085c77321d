"""What a served ledger is set up with."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yaksok.ledger.location import Location


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day as the user's calendar has it


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the ledger is, who may reach it, and what day it is.

    `person` stands beside decisions where nobody logs in. `accounts` is the file of users; None where
    only the loopback is served, and everybody who reaches it may do everything. `index` is the folder of the
    search index, None for the usual place. `hosts` are the names under which the server may be addressed.
    """

    ledger: Location
    person: str
    host: str = "127.0.0.1"
    port: int = 8765
    accounts: Path | None = None
    index: Path | None = None
    hosts: tuple[str, ...] = ()
    secure: bool = False
    today: Callable[[], date] = _today
    max_bytes: int = 50_000_000

    @property
    def open_to_all(self) -> bool:
        """Whether no login is asked for: only on the loopback, where no accounts are kept."""
        return self.accounts is None


def is_loopback(host: str) -> bool:
    """Whether a host's name or address can be reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
