"""One verdict in full: with the nearest misses and what would change it. Too much for a list."""

from __future__ import annotations

from dataclasses import replace

from yaksok.fulfilment.counterfactual import changes
from yaksok.fulfilment.judging import Case, verdict_of
from yaksok.fulfilment.misses import Candidates, nearest_misses
from yaksok.records.commitment import Verdict


def explained(case: Case, candidates: Candidates) -> Verdict:
    """The verdict on a promise, with `misses` and `change`.

    `candidates` must give statements of documents published by the day of the case only.
    """
    verdict = verdict_of(case)
    misses = nearest_misses(case.promise, candidates, evidence=verdict.evidence, links=case.links)
    return replace(verdict, misses=misses, change=changes(case.facts))
