"""Sentences that the program keeps in English, recognised again so that they can be told in another language.

Rules of links, reasons of testability and the like are stored with a ledger as English sentences. Each template
here is such a sentence with places to fill; it is a message id at the same time. What no template fits is
shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from yaksok.interfaces.telling.catalogues import N_

RULES: tuple[str, ...] = (
    N_("the later statement reports an end or a failure of it"),
    N_("the later statement reports that it was not done"),
    N_("the later promise names another one instead"),
    N_("the later statement reports where it stands"),
    N_("the later statement reports a step on the way"),
    N_("the later result reports a formal step on the way (%(word)s)"),
    N_("the later result reports that the amount was reached"),
    N_("the later result reports it for some of the parties"),
    N_("the later result reports work on it"),
    N_("the later result reports a smaller amount (%(word)s)"),
    N_("the later result reports it at another level (%(word)s)"),
    N_("the same document reports a step of it done (%(word)s)"),
    N_("the later result reports one stage of it done (%(word)s)"),
    N_("the later result reports a part of it done (%(word)s)"),
    N_("the later result reports the same deed done (%(word)s)"),
    N_("the later statement puts another in place of %(word)s"),
    N_("the later statement puts another in its place"),
    N_("the release announces it for %(day)s, and does not report it done"),
    N_("what was to be strengthened is now to be countered"),
    N_("the later promise aims lower: to manage, not to strengthen"),
    N_("%(word)s gave way to %(other)s"),
    N_("%(word)s was carried on as %(other)s"),
    N_("the later promise is about the next one of the series"),
    N_("the later promise carries it on under a further name"),
    N_("the later promise takes it a step further"),
    N_("the later promise says it again"),
    N_("accepted by %(person)s"),
    N_("drawn by %(person)s"),
    N_("relabelled by %(person)s"),
)

EVENTS: tuple[str, ...] = (
    N_("in %(word)s with %(parties)s"),
    N_("a part of what its heading names (%(word)s)"),
)

WHOLE: tuple[str, ...] = (
    N_("a measured value: %(measured)s"),
    N_("%(measured)s Reached later: %(value)s for the time to %(day)s."),
    N_("%(word)s: %(value)s for the time to %(day)s (%(other)s); %(outcome)s"),
    N_("%(word)s: %(value)s for the time to %(day)s; %(outcome)s"),
)
"""Sentences that hold others, which are told by themselves."""

MEASURED: tuple[str, ...] = (
    N_("the target of %(level)s by %(due)s is reached."),
    N_("the target of %(level)s is reached."),
    N_("the target is %(level)s by %(due)s, not reached so far."),
    N_("the target is %(level)s, not reached so far."),
    N_("it moved away from %(start)s, from the target of %(level)s by %(due)s."),
    N_("it moved away from %(start)s, from the target of %(level)s."),
    N_("it moved away, from the target of %(level)s by %(due)s."),
    N_("it moved away, from the target of %(level)s."),
    N_("%(margin)s short of the target of %(level)s by %(due)s."),
    N_("%(margin)s short of the target of %(level)s."),
    N_("%(word)s: The series has no value by %(day)s."),
    N_("%(word)s: The series is in %(value)s, the target in %(level)s."),
    N_("%(word)s: The series has no value of %(year)s to compare with."),
    N_("%(word)s: The series has no value before the promise to compare with."),
    N_("%(word)s: The series has no value after the promise."),
    N_("%(word)s: The series has no value for the time up to %(day)s."),
)

TESTABLE: tuple[str, ...] = (
    N_("names an action with an end (%(word)s)"),
    N_("names a programme, body, event or document"),
    N_("names a time"),
    N_("names an amount"),
    N_("names a matter of its own"),
    N_("names no action with an end, no programme, no amount and no time, only an intention"),
)

EVENT_DAYS: tuple[str, ...] = (
    N_("“%(words)s” from %(day)s: “%(text)s”."),
    N_("“%(words)s” was on %(day)s: “%(text)s”."),
    N_("“%(words)s” from %(day)s."),
)

DOUBTS: tuple[str, ...] = (
    N_("the verdict %(status)s hangs on it"),
    N_("%(relation)s decides a verdict"),
    N_("another link of the promise says %(relations)s"),
    N_("score %(score)s is below what links usually need (%(limit)s)"),
    N_("score %(score)s is close to the least for a link (%(limit)s)"),
    N_("score %(score)s is close to the least for a link that decides (%(limit)s)"),
    N_("score %(score)s is close to the least for evidence by its words alone (%(limit)s)"),
    N_("the promise is made of stock words"),
    N_("%(shared)s of %(own)s words, names and parties of its own found again"),
    N_("%(shared)s of %(own)s word, names and parties of its own found again"),
)

TEMPLATES: tuple[str, ...] = (*RULES, *EVENTS, *TESTABLE, *EVENT_DAYS, *DOUBTS, *MEASURED)

_PLACE = re.compile(r"%\((\w+)\)s")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Recognised:
    """The template that a sentence was made from, with what stands in its places."""

    template: str
    fields: Mapping[str, str]


def recognised(
    sentence: str, templates: tuple[str, ...] = TEMPLATES, holding: tuple[str, ...] = WHOLE
) -> Recognised | None:
    """The template of a sentence; None where none fits.

    Templates without places go first, then those that hold other sentences, in their order, since these would be taken
    for what stands in another's places; then the others by the length of their own words, so that the more specific
    one is tried before the others.
    """
    if sentence in _plain(templates):
        return Recognised(sentence.replace("%", "%%"), {})
    if len(sentence) > _LONGEST:
        return None
    for template, pattern in _patterns(templates, holding):
        match = pattern.fullmatch(sentence)
        if match is not None:
            return Recognised(template, match.groupdict())
    return None


@cache
def _plain(templates: tuple[str, ...]) -> frozenset[str]:
    return frozenset(one.replace("%%", "%") for one in templates if not _PLACE.search(one))


@cache
def _patterns(
    templates: tuple[str, ...], holding: tuple[str, ...]
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    with_places = [one for one in templates if _PLACE.search(one)]
    with_places.sort(key=lambda one: -len(_PLACE.sub("", one)))
    return tuple((one, _pattern(one)) for one in (*holding, *with_places))


def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    words, names = [part.replace("%%", "%") for part in parts[::2]], parts[1::2]
    made = re.escape(words[0])
    for name, word in zip(names, words[1:], strict=True):
        made += f"(?P<{name}>.+?)" + re.escape(word)
    return re.compile(made, re.DOTALL)
