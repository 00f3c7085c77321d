"""Why two statements were linked, in words."""

from __future__ import annotations

from collections.abc import Sequence

from yaksok.links.profile import Profile

_WORDS_SHOWN = 5


def reasons(earlier: Profile, later: Profile, shared: Sequence[tuple[str, float]], rule: str) -> str:
    """One line: what the two share, strongest first, and the rule that told the relation.

    `shared` are features of `yaksok.links.index`, by what each added to the score.
    """
    parts = []
    words = [feature for feature, _ in shared if feature[0] not in "@='~#"][:_WORDS_SHOWN]
    pairs = [feature[1:] for feature, _ in shared if feature[0] == "~"][:_WORDS_SHOWN]
    if words:
        parts.append(f"same words: {', '.join(words)}")
    elif pairs:
        parts.append(f"same syllables: {', '.join(pairs)}")
    for kind, label in (("@", "same party"), ("=", "same programme"), ("'", "same name")):
        found = sorted(feature[1:] for feature, _ in shared if feature[0] == kind)
        if found:
            parts.append(f"{label}: {', '.join(found)}")
    times = _same_times(earlier, later)
    if times:
        parts.append(f"same time: {', '.join(times)}")
    return "; ".join([*parts, rule])


def _same_times(earlier: Profile, later: Profile) -> list[str]:
    mine = {(time.start, time.end) for time in earlier.statement.times}
    return [time.text for time in later.statement.times if (time.start, time.end) in mine]
