"""What a link is worth as evidence, judged when it is made and kept with it."""

from __future__ import annotations

from yaksok.fulfilment.evidence import counts, is_background
from yaksok.fulfilment.occurrence import reported_on
from yaksok.links.linking import Worth
from yaksok.records.link import Link
from yaksok.records.statement import Statement


def weigh(link: Link, promise: Statement, later: Statement) -> Worth:
    """The worth of a link between a promise and a later statement."""
    return Worth(
        counts=counts(link),
        background=is_background(link),
        occurred=reported_on(link.relation, promise, later) or None,
    )
