"""How promises stood before the newest documents came into the ledger: what they told is left out.

The documents that were there are taken as they are now: one that a newer version replaced since is not known. Their
links are those that counted then, since all are weighed anew where many documents come in.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from sqlalchemy import Connection

from yaksok.fulfilment.ledger_coverage import LedgerCoverage
from yaksok.fulfilment.standing import Deciding, Standing
from yaksok.ledger.linkings import generation_then
from yaksok.records.link import Link


def _as_proposed(links: Sequence[Link]) -> Sequence[Link]:
    return links


class EarlierStanding(Standing):
    """The promises of a ledger on a day, as far as its versions up to the key `newest` tell."""

    def __init__(
        self, connection: Connection, *, as_of: date, newest: int, deciding: Deciding = _as_proposed
    ) -> None:
        super().__init__(connection, as_of=as_of, deciding=deciding)
        self._coverage = LedgerCoverage(connection, as_of=as_of, newest=newest)
        self._newest = newest

    @cached_property
    def _generation(self) -> int:
        return generation_then(self._connection, self._newest)

    def _is_known(self, version: int) -> bool:
        return version <= self._newest and super()._is_known(version)
