"""Whether the fulfilment of a promise can be checked, and if not, what is missing.

The narrow rule of the Comparative Pledges Project: an action or outcome is named whose occurrence can
be verified. Wishes to strengthen, deepen or strive, with nothing else named, cannot be graded.
"""

from __future__ import annotations

from yaksok.links.aliases import concepts
from yaksok.links.deeds import deeds
from yaksok.links.words import is_stock, terms
from yaksok.records.commitment import Testability
from yaksok.records.statement import Statement

ENOUGH_WORDS = 3
"""So many words that are not stock words describe a matter closely enough to look for it."""


def testability(statement: Statement) -> Testability:
    """The judgement on one promise, with what makes it testable or is missing."""
    done = deeds(statement.text)
    if done:
        return Testability(True, f"names an action with an end ({done[0].word})")
    if statement.names or concepts(statement.text):
        return Testability(True, "names a programme, body, event or document")
    if any(time.role in {"due", "planned"} for time in statement.times):
        return Testability(True, "names a time")
    if statement.quantities:
        return Testability(True, "names an amount")
    own = [word for word in terms(statement.text) if word[0] not in "~#" and not is_stock(word)]
    if len(own) >= ENOUGH_WORDS:
        return Testability(True, "names a matter of its own")
    return Testability(
        False, "names no action with an end, no programme, no amount and no time, only an intention"
    )
