"""Sentences of a proof and of what would change it. They are made from its points and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from yaksok.fulfilment.time_words import during, period, worded
from yaksok.records.commitment import Change, Verdict
from yaksok.records.link import StatementRef
from yaksok.records.proof import ChangeKind, Miss, MissReason, Point, PointKind, Reach, Search

_MOST_NAMED = 4
_SHORT = 80

_REACH: Mapping[Reach, str] = MappingProxyType(
    {
        "issuer_and_kind": "later documents of the same issuer and kind",
        "issuer": "later documents of the same issuer, none of which is of the same kind",
        "others": "later documents of other issuers, for want of one of its own",
        "anyone": "later documents of anyone, since its issuer is not known",
    }
)


def proof_sentences(points: Iterable[Point]) -> tuple[str, ...]:
    """One sentence for each point."""
    return tuple(_SENTENCES[point.kind](point) for point in points)


def why(points: Iterable[Point]) -> str:
    """The proof in one line."""
    return " ".join(proof_sentences(points))


def search_sentence(search: Search) -> str:
    """What was looked through, over which time, and what that gave."""
    scope = search.scope
    if not scope.number:
        where = "Found in its own document" if search.outcome == "found" else "Not looked"
        return f"{where}: no later document is there."
    whose = _REACH[scope.reach]
    period = f", {scope.since or '?'} to {scope.until or '?'}"
    told = {
        "not_looked": "Not looked where it could tell",
        "nothing_found": "Looked and found nothing",
        "found": "Looked and found",
    }[search.outcome]
    others = f" Further later documents looked through: {scope.others}." if scope.others else ""
    return f"{told}: {_named(scope.documents, scope.number)}; {whose}{period}.{others}"


def miss_sentence(miss: Miss) -> str:
    """A near miss with its score and why it does not count."""
    return f"{_told_in(miss.statement, miss.published)} comes near ({miss.score:.2f}), {_MISSED[miss.reason]}: {_quoted(miss.statement)}."


def change_sentence(change: Change) -> str:
    """What would have to be otherwise, and what the status would then be."""
    late = ", late" if change.late else ""
    return f"{_CHANGES[change.kind](change)}: then {change.status}{late}."


def effective_words(verdict: Verdict) -> str:
    """When the promised thing was done: "2024-10-24", "October 2024"; empty where no report gives a time."""
    told = next((point for point in verdict.proof if point.day and point.statement), None)
    if verdict.effective is None or told is None or told.statement is None:
        return ""
    return period(*worded(told.day, told.statement.text, published=told.published))


def _done(point: Point) -> str:
    return f"{_source(point)} reports it done{_on(point)}: {_quote(point)}."


def _done_in_part(point: Point) -> str:
    return f"{_source(point)} reports a part of it done{_on(point)}: {_quote(point)}."


def _contradicted(point: Point) -> str:
    return f"{_source(point)} speaks against it: {_quote(point)} ({point.words})."


def _replaced(point: Point) -> str:
    return f"{_source(point)} puts another aim in its place: {_quote(point)} ({point.words})."


def _due_ahead(point: Point) -> str:
    place = "its heading" if point.inherited else "it"
    return f"By its words “{point.words}”, {place} is due on {point.due}, which has not passed."


def _nothing_after_due(point: Point) -> str:
    if not point.number:
        return "Not looked: no later document was there to be searched."
    return (
        f"Not looked: none of the later documents searched ({_named(point.documents, point.number)}) "
        "was published after that day."
    )


_SENTENCES: Mapping[PointKind, Callable[[Point], str]] = MappingProxyType(
    {
        "untestable": lambda point: f"It cannot be checked: it {point.words}.",
        "done": _done,
        "done_in_part": _done_in_part,
        "contradicted": _contradicted,
        "replaced": _replaced,
        "work": lambda point: f"{_source(point)} reports work on it: {_quote(point)}.",
        "promised_again": lambda point: f"{_source(point)} promises it again: {_quote(point)}.",
        "last_promised": lambda point: f"{_source(point)} promised it for the last time: {_quote(point)}.",
        "last_step": lambda point: f"The last step reported is {_quote(point)} ({_source(point)}).",
        "in_time": lambda point: f"It was due on {point.due} and is in time.",
        "late": lambda point: f"It was due on {point.due}, so it came late and counts as partly kept.",
        "day_unknown": lambda point: (
            f"It was due on {point.due}; the report came later and gives no day, so it counts as in time."
        ),
        "no_due": lambda _: "It words no date.",
        "due_ahead": _due_ahead,
        "due_passed": lambda point: f"It was due on {point.due} (“{point.words}”).",
        "nothing_later": lambda point: (
            f"Not looked: no later document was published by {point.day}, so nothing could be searched."
        ),
        "nothing_after_due": _nothing_after_due,
        "not_reported_done": lambda point: f"{_none_of(point)} reports that it was done.",
        "not_mentioned": lambda point: f"{_none_of(point)} mentions it again.",
    }
)

_MISSED: Mapping[MissReason, str] = MappingProxyType(
    {
        "below_threshold": "too unlike to be linked",
        "not_linked": "like enough, but not linked",
        "too_weak": "linked, but too weakly to count",
    }
)


def _rejecting(change: Change) -> str:
    places = ", ".join(f"{ref.doc}:{ref.n}" for ref in change.statements)
    if len(change.statements) == 1:
        return f"Rejecting the link to {places} (score {change.score:.2f})"
    return f"Rejecting the links to {places} (best score {change.score:.2f})"


def _later_documents(change: Change) -> str:
    if change.documents == 1:
        return (
            f"A later document of the same issuer and kind, published by {change.day}, without a word of it"
        )
    return (
        f"{change.documents} later plans or evaluations of the same issuer, published by {change.day}, "
        "without a word of it"
    )


_CHANGES: Mapping[ChangeKind, Callable[[Change], str]] = MappingProxyType(
    {
        "reject_link": _rejecting,
        "reject_links": _rejecting,
        "later_day": lambda change: f"An as-of date after {change.day}, with nothing new published",
        "later_document": _later_documents,
        "restatement": lambda change: (
            f"A later plan of the same issuer, published by {change.day}, that names it"
        ),
        "work_report": lambda change: f"A report of work on it, published by {change.day}",
        "report_in_time": lambda change: f"A report that it was done by {change.day}",
        "report_late": lambda change: f"A report that it was done after {change.day}",
        "testable_wording": lambda _: "A wording that names something whose occurrence can be verified",
    }
)


def _source(point: Point) -> str:
    return _told_in(point.statement, point.published) if point.statement else "A document"


def _told_in(ref: StatementRef, published: str | None) -> str:
    return f"{ref.doc}{f' ({published})' if published else ''}"


def _on(point: Point) -> str:
    """When the thing was done, no more exactly than the report words it."""
    if not point.day or point.statement is None:
        return ""
    return f" {during(*worded(point.day, point.statement.text, published=point.published))}"


def _quote(point: Point) -> str:
    return _quoted(point.statement) if point.statement else ""


def _quoted(ref: StatementRef) -> str:
    text = ref.text
    return f"“{text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + '…'}”"


def _none_of(point: Point) -> str:
    """Which later documents were searched, as the subject of a sentence that says what they lack."""
    whose = {"others": ", all of other issuers", "anyone": ", whoever issued them"}.get(point.reach, "")
    return f"None of the later documents searched{whose} ({_named(point.documents, point.number)})"


def _named(names: tuple[str, ...], number: int) -> str:
    shown = names[:_MOST_NAMED]
    more = f" and {number - len(shown)} more" if number > len(shown) else ""
    return f"{number}: {', '.join(shown)}{more}"
