"""Why two statements were linked."""

from __future__ import annotations

from collections.abc import Sequence

from yaksok.links.profile import Profile
from yaksok.links.relations import same_event
from yaksok.records.link import Reasons

_WORDS_SHOWN = 5


def reasons(earlier: Profile, later: Profile, shared: Sequence[tuple[str, float]], rule: str) -> Reasons:
    """What the two share, strongest first, and the rule that told the relation.

    `shared` are features of `yaksok.links.index`, by what each added to the score.
    """
    words = [feature for feature, _ in shared if feature[0] not in "@='~#"]
    pairs = [feature[1:] for feature, _ in shared if feature[0] == "~"]
    return Reasons(
        rule=rule,
        words=tuple((words or pairs)[:_WORDS_SHOWN]),
        parties=_of_kind(shared, "@"),
        programmes=_of_kind(shared, "="),
        names=_of_kind(shared, "'"),
        times=_same_times(earlier, later),
        amounts=tuple(
            amount.text
            for amount in later.statement.quantities
            if (amount.value, amount.unit) in earlier.amounts
        ),
        named=tuple(sorted(earlier.parties & later.parties)),
        event=same_event(earlier, later) or "",
    )


def _of_kind(shared: Sequence[tuple[str, float]], sign: str) -> tuple[str, ...]:
    return tuple(sorted(feature[1:] for feature, _ in shared if feature[0] == sign))


def _same_times(earlier: Profile, later: Profile) -> tuple[str, ...]:
    mine = {(time.start, time.end) for time in earlier.statement.times}
    return tuple(time.text for time in later.statement.times if (time.start, time.end) in mine)
