"""What people decided on the links of promises, and a hash of it for each promise, by which a change shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from sqlalchemy import Connection, select

from yaksok.ledger import tables
from yaksok.ledger.decisions import decisions
from yaksok.ledger.matching import match_statements
from yaksok.ledger.per_head import PerHead
from yaksok.links.deciding import Pair, Ruled, apply_rulings, keys_of, ruling_decisions
from yaksok.records.link import Link
from yaksok.records.standing import Place

_AT_ONCE = 400
_RULINGS: PerHead[Mapping[Pair, Ruled]] = PerHead()


def rulings_in(connection: Connection) -> Mapping[Pair, Ruled]:
    """For each pair of statements of a ledger the decision that holds, in the order of the newest."""
    return _RULINGS.get(connection, lambda: _worked_out(connection))


def _worked_out(connection: Connection) -> Mapping[Pair, Ruled]:
    made = decisions(connection)
    if not made:
        return {}
    return ruling_decisions(made, find=match_statements(connection, keys_of(made)).__getitem__)


class Decided:
    """Makes links those that people decided on in a ledger; decisions are looked up when the first are asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rulings: Mapping[Pair, Ruled] | None = None

    def __call__(self, links: Sequence[Link]) -> Sequence[Link]:
        """The links as they were decided on; see `yaksok.links.deciding.apply_rulings`."""
        if self._rulings is None:
            self._rulings = rulings_in(self._connection)
        return apply_rulings(links, self._rulings) if self._rulings else links


def digests(connection: Connection, rulings: Mapping[Pair, Ruled]) -> dict[Place, str]:
    """For each promise that somebody decided on a hash of what was decided."""
    said: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for (version, n, later, later_n), ruled in rulings.items():
        said[version, n].append(f"{later}:{later_n}:{ruled.decision.id}")
    keys = _keys(connection, {version for version, _ in said})
    # The order of decisions decides that of the links that they make.
    return {
        (keys[version], n): blake2b("\n".join(lines).encode(), digest_size=16).hexdigest()
        for (version, n), lines in said.items()
        if version in keys
    }


def _keys(connection: Connection, versions: set[str]) -> dict[str, int]:
    table, wanted = tables.versions, sorted(versions)
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(table.c.id, table.c.key).where(table.c.id.in_(wanted[start : start + _AT_ONCE]))
        found |= {row.id: row.key for row in connection.execute(query)}
    return found
