"""Fingerprints of documents: what tells copies and translations without comparing every pair.

Text is compared by shingles, short runs of letters and digits without the white space between them,
so that spacing, bullets and broken lines do not matter. Across languages it is compared by traits: what
a translation must keep, such as amounts, dates, parties and acronyms.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from zlib import crc32

from yaksok.ledger.reader import StoredDocument
from yaksok.links.timeline import Published, published
from yaksok.records.statement import Document, Genre, Language, Statement

_NO_LETTER = re.compile(r"[\W_]+")
# A shingle begins at some frequent letters only: which ones does not matter, but it must hang on the
# text alone. Longer runs of Latin letters say as much as shorter ones of Hangul.
_SHINGLE = re.compile(r"(?=([의이다고에로기한][가-힣\w]{7}|[ntNT][a-zA-Z\w]{15}))")
_ACRONYM = re.compile(r"(?<![A-Za-z])[A-Z][A-Z0-9&+-]*[A-Z0-9](?![a-z])")
_ORDINAL = re.compile(r"제\s?(\d{1,3})\s?(?:차|회)|\b(\d{1,3})(?:st|nd|rd|th)\b")
_ATTACHED = re.compile(
    r"(?:붙임|별첨|첨부|[Aa]ttachments?|[Aa]nnex|[Ee]nclosures?)\s*\d{0,2}\s*[:.)]\s*(?P<title>.{4,120})"
)
_COPIES = re.compile(r"\s*(?:각\s*)?\d+\s*부\s*\.?\s*(?:끝\s*\.?\s*)?$|\s*끝\s*\.?\s*$")

TEXT_KEYS = 64
"""One shingle of so many is a key to look candidates up by."""
LEAST_KEYS = 4
"""So many of the lowest shingles, and of the longest statements, are keys in any case.

A short document has few shingles, and stock phrases may be all of them.
"""
TWIN_KEYS = 10
BUCKET = 16
"""Days that share a key for translations; each document stands in two buckets, half of one apart."""
MAIN_PARTIES = 3
_LONGEST_STATEMENT = 1 << 18
"""A statement is read so far: damaged files come as one line of millions of characters."""

_TEXT, _TWIN, _DAY, _STATEMENT = 1 << 40, 2 << 40, 3 << 40, 4 << 40


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a document to compare it by.

    `shingles` are the hashes of its text, sorted; `traits` those of each statement after the other, with the
    places in `bounds` where a statement's begin (a last one closes). `weights` say what each trait
    counts. `title` is squashed; `attached` are the squashed titles that the text names as its
    attachments; `main_parties` are those named most often.
    """

    version: str
    doc: str
    language: Language
    genre: Genre
    issuer: str | None
    published: Published
    dated: bool
    title: str
    raw_title: str
    attached: tuple[str, ...]
    main_parties: frozenset[str]
    length: int
    shingles: array[int]
    traits: array[int]
    bounds: array[int]
    keys: array[int]

    @property
    def day(self) -> date | None:
        """The day to reckon with, None where the document tells none itself."""
        return self.published.reckoned() if self.dated else None

    def rows(self) -> list[frozenset[int]]:
        """The traits of each statement."""
        return [frozenset(self.traits[start:end]) for start, end in pairwise(self.bounds)]


def fingerprint(stored: StoredDocument) -> Fingerprint:
    """The fingerprint of a document; it is the same in every run and in every ledger."""
    document = stored.document
    content = [each for each in document.statements if each.role != "meta"]
    hashes = sorted({each for statement in content for each in shingles(statement.text)})
    traits, bounds = array("Q"), array("I", [0])
    for statement in content:
        traits.extend(sorted(trait_hashes(statement)))
        bounds.append(len(traits))
    when = published(document)
    main = _main_parties(content)
    return Fingerprint(
        version=stored.version,
        doc=stored.doc,
        language=document.language,
        genre=document.genre,
        issuer=document.issuer,
        published=when,
        dated=document.date is not None,
        title=squash(document.title),
        raw_title=document.title,
        attached=tuple(_attached(document)),
        main_parties=main,
        length=sum(len(each.text) for each in content),
        shingles=array("I", hashes),
        traits=traits,
        bounds=bounds,
        keys=array("Q", sorted(set(_keys(document, content, hashes, traits, main)))),
    )


def family_keys(stored: StoredDocument) -> tuple[int, ...]:
    """The keys (below 2**43) under which to look for relatives of a document.

    Relatives share at least one key with near certainty; sharing one proves nothing.
    """
    return tuple(fingerprint(stored).keys)


def squash(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return _NO_LETTER.sub("", text).lower()


def shingles(text: str) -> set[int]:
    """The hashes of a statement's text: of its shingles, and of the whole."""
    squashed = _NO_LETTER.sub("", text[:_LONGEST_STATEMENT])
    found = {crc32(each.encode()) for each in _SHINGLE.findall(squashed)}
    if len(squashed) >= 6:
        found.add(crc32(squashed.encode()))
    return found


def trait_hashes(statement: Statement) -> set[int]:
    """The traits of a statement as numbers, with their weight in the lowest two bits."""
    return {_trait_hash(trait) for trait in traits(statement)}


def weight(trait: int) -> int:
    """What a trait counts, 1 to 3."""
    return trait & 3


def traits(statement: Statement) -> Iterator[str]:
    """What a translation of the statement must say as well; the first letter tells the kind."""
    for quantity in statement.quantities:
        unit = quantity.unit if quantity.unit.isupper() or quantity.unit == "percent" else ""
        if unit or quantity.value > 2:
            yield f"q{quantity.value:g}{unit}"
    for time in statement.times:
        yield f"t{time.start}/{time.end}"
    for party in statement.parties:
        yield f"p{party.id}"
    text = statement.text[:_LONGEST_STATEMENT]
    for acronym in _ACRONYM.findall(text):
        yield f"a{acronym}"
    for korean, english in _ORDINAL.findall(text):
        yield f"o{int(korean or english)}"


@cache
def _trait_hash(trait: str) -> int:
    return crc32(trait.encode()) << 2 | _weight(trait)


def _weight(trait: str) -> int:
    """Amounts and days say most; a party, a year or a small number is soon met by chance."""
    kind, rest = trait[0], trait[1:]
    if kind == "q":
        return 3 if not rest.isdigit() or len(rest) > 2 else 1
    if kind == "t":
        return 1 if rest[4:] == f"-01-01/{rest[:4]}-12-31" else 2
    return 2 if kind == "o" else 1


def _keys(
    document: Document,
    content: Sequence[Statement],
    hashes: Sequence[int],
    found: Sequence[int],
    parties: frozenset[str],
) -> Iterator[int]:
    yield from _text_keys(hashes)
    yield from _statement_keys(content)
    if document.date is not None:
        yield from _twin_keys(found, published(document).reckoned())
        yield from _day_keys(parties, document.date)


def _text_keys(hashes: Sequence[int]) -> Iterator[int]:
    lowest = set(hashes[:LEAST_KEYS])
    yield from (_TEXT | each for each in hashes if each % TEXT_KEYS == 0 or each in lowest)


def _statement_keys(content: Sequence[Statement]) -> Iterator[int]:
    for statement in sorted(content, key=lambda each: (-len(each.text), each.n))[:LEAST_KEYS]:
        yield _STATEMENT | crc32(squash(statement.text).encode())


def _twin_keys(found: Sequence[int], day: date | None) -> Iterator[int]:
    """Keys of the most telling traits together with the time of publication."""
    if day is None:
        return
    # The lower the hash, the sooner it is taken: the same ones on both sides. Telling traits come first.
    chosen = sorted(set(found), key=lambda trait: (-weight(trait), trait))[:TWIN_KEYS]
    ordinal = day.toordinal()
    for place, bucket in enumerate((ordinal // BUCKET, (ordinal + BUCKET // 2) // BUCKET)):
        for trait in chosen:
            yield _TWIN | crc32(f"{trait}/{bucket}/{place}".encode())


def _day_keys(parties: frozenset[str], written: str) -> Iterator[int]:
    """Keys by which a document finds its annexes: its day, with each party it is about."""
    if len(written) == len("2024-04-04"):
        for party in sorted(parties):
            yield _DAY | crc32(f"{written}/{party}".encode())


def _main_parties(content: Sequence[Statement]) -> frozenset[str]:
    counts = Counter(party.id for statement in content for party in statement.parties)
    in_title = {party.id for statement in content if statement.role == "title" for party in statement.parties}
    return frozenset(in_title) or frozenset(party for party, _ in counts.most_common(MAIN_PARTIES))


def _attached(document: Document) -> Iterator[str]:
    for statement in document.statements[-12:]:
        if (match := _ATTACHED.search(statement.text)) is not None:
            title = squash(_COPIES.sub("", match["title"]))
            if len(title) > 4:
                yield title
