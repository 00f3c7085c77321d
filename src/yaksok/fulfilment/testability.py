"""Whether the fulfilment of a promise can be checked, and which of its four parts its words supply.

The narrow rule of the Comparative Pledges Project: an action or outcome is named whose occurrence can
be verified. Wishes to strengthen, deepen or strive, with nothing else named, cannot be graded. The parts
(action or outcome, measurable end state, deadline, responsible party) are told apart besides: a promise can
be testable without a deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yaksok.fulfilment.deadline_kinds import deadlines
from yaksok.fulfilment.korean_deadlines import name_before
from yaksok.fulfilment.places import place
from yaksok.fulfilment.responsible import responsible
from yaksok.fulfilment.strength import strength
from yaksok.links.aliases import concepts
from yaksok.links.cues import ACHIEVING
from yaksok.links.deed import Deed
from yaksok.links.deeds import deeds, promised_deeds
from yaksok.links.words import is_stock, terms
from yaksok.records.commitment import Testability
from yaksok.records.mentions import Span
from yaksok.records.promise import PARTS, PartName, TestabilityPart
from yaksok.records.statement import Statement

ENOUGH_WORDS = 3
"""So many words that are not stock words describe a matter closely enough to look for it."""

_ENGLISH_OBJECT = re.compile(r"(?:\s+[^\s,.;:()]+){0,6}")


def testability(  # its name only begins like a test's
    statement: Statement,
    above: Sequence[Statement] = (),  # noqa: PT028
    *,
    written: str | None = None,  # noqa: PT028
    text: str = "",  # noqa: PT028
) -> Testability:
    """The judgement on one promise, with what makes it testable or is missing.

    `above` are its headings, the nearest first; `written` and `text` are the date and text of its document,
    the text for exact spans where a line was broken.
    """
    testable, reason = _judged(statement)
    parts = tuple(_parts(statement, above, written, text, testable=testable))
    named = {part.part for part in parts}
    return Testability(testable, reason, parts, tuple(part for part in PARTS if part not in named))


def _judged(statement: Statement) -> tuple[bool, str]:
    done = deeds(statement.text)
    if done:
        return True, f"names an action with an end ({done[0].word})"
    if statement.names or concepts(statement.text):
        return True, "names a programme, body, event or document"
    if any(time.role in {"due", "planned"} for time in statement.times):
        return True, "names a time"
    if statement.quantities:
        return True, "names an amount"
    if _has_matter(statement):
        return True, "names a matter of its own"
    return False, "names no action with an end, no programme, no amount and no time, only an intention"


def _has_matter(statement: Statement) -> bool:
    own = [word for word in terms(statement.text) if word[0] not in "~#" and not is_stock(word)]
    return len(own) >= ENOUGH_WORDS


def _parts(
    statement: Statement, above: Sequence[Statement], written: str | None, text: str, *, testable: bool
) -> Iterator[TestabilityPart]:
    action = _action(statement, testable=testable)
    if action is not None:
        yield _part("action_or_outcome", statement, action, text)
    end = _end_state(statement)
    if end is not None:
        yield _part("end_state", statement, end, text)
    for deadline in deadlines(statement, above, written=written, text=text):
        # A rhythm sets no end; what hangs on the writer's discretion sets no time.
        if deadline.kind != "recurring" and (deadline.kind != "conditional" or deadline.event is not None):
            yield TestabilityPart("deadline", deadline.words, deadline.span, deadline.inherited)
            break
    yield from _responsible(statement, above, text)


def _part(
    name: PartName, statement: Statement, span: Span, text: str, *, inherited: bool = False
) -> TestabilityPart:
    words = statement.text[slice(*span)]
    return TestabilityPart(name, words, place(statement, span, text), inherited)


def _action(statement: Statement, *, testable: bool) -> Span | None:
    """The word for what is done: a deed, or the governing predicate of a statement that names its matter."""
    promised = promised_deeds(statement.text)
    if promised:
        return _word_of(promised[0])
    if not testable:
        return None
    found = strength(statement.text, "ko")
    if found is None:
        return None
    told = bool(statement.names or statement.quantities or concepts(statement.text)) or _has_matter(statement)
    return found.span if told or found.level in {"deed", "plan"} else None


def _word_of(deed: Deed) -> Span:
    """Where the word of a deed stands; a name with its blanks left out ends there."""
    return max(0, deed.end - len(deed.word)), deed.end


def _end_state(statement: Statement) -> Span | None:
    """What will be there if the promise is kept: an end with its object, or a figure."""
    text = statement.text
    for deed in promised_deeds(text):
        if deed.group not in ACHIEVING:
            continue
        start, end = _word_of(deed)
        if deed.word.isascii():
            match = _ENGLISH_OBJECT.match(text, end)
            return start, match.end() if match else end
        return name_before(text, start, end)
    for quantity in statement.quantities:
        at = text.find(quantity.text)
        if at >= 0 and quantity.unit != "count":
            return at, at + len(quantity.text)
    return None


def _responsible(statement: Statement, above: Sequence[Statement], text: str) -> Iterator[TestabilityPart]:
    for one in (statement, *above):
        span = responsible(one)
        if span is not None:
            yield _part("responsible_party", one, span, text, inherited=one is not statement)
            return
