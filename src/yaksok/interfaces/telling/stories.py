"""Why a story came out as it did, told in one language."""

from __future__ import annotations

from collections.abc import Callable

from yaksok.interfaces.telling import messages
from yaksok.interfaces.telling.catalogues import tell
from yaksok.interfaces.telling.sentences import Sentences
from yaksok.interfaces.telling.telling import Telling
from yaksok.records.statement import Language
from yaksok.views.stories import Story
from yaksok.views.turns import Turn


def story_sentence(story: Story, language: Language) -> str:
    """The reason of a story; the English one is kept with it."""
    return story.why if language == "en" else _TOLD[story.turn](story)


def _kept(story: Story) -> str:
    tell = Sentences("ko")
    documents = tell.named(story.reports, len(story.reports))
    if story.done is None:
        return _say(messages.STORY_KEPT, documents=documents)
    return _say(messages.STORY_KEPT_ON, documents=documents, day=_period(story))


def _late(story: Story) -> str:
    due = story.due or ""
    if story.done is None:
        return _say(messages.STORY_LATE, due=due)
    return _say(messages.STORY_LATE_ON, due=due, day=_period(story))


def _broken(story: Story) -> str:
    told = _say(messages.STORY_BROKEN, document=story.reports[0])
    if not story.silent:
        return told
    silent = Sentences("ko").named(story.silent, len(story.silent))
    return f"{told} {_say(messages.STORY_SILENT, documents=silent)}"


def _superseded(story: Story) -> str:
    rule = Sentences("ko").reason(story.rule)
    return _say(messages.STORY_SUPERSEDED, document=story.reports[0], rule=rule)


def _renamed(story: Story) -> str:
    status = Sentences("ko").status(story.status)
    return _say(messages.STORY_RENAMED, document=story.reports[0], status=status)


def _overdue(story: Story) -> str:
    found = messages.STORY_ONLY_A_STEP if story.verdict.evidence else messages.STORY_NOTHING
    told = [_say(messages.STORY_DUE, due=story.due)] if story.due else []
    return " ".join([*told, _say(found)])


def _gone(story: Story) -> str:
    return Sentences("ko").why(story.verdict)


_TOLD: dict[Turn, Callable[[Story], str]] = {
    "kept": _kept,
    "late": _late,
    "broken": _broken,
    "superseded": _superseded,
    "renamed": _renamed,
    "overdue": _overdue,
    "gone": _gone,
}


def _period(story: Story) -> str:
    return Telling("ko", {}).period(*story.done) if story.done else ""


def _say(message: str, **fields: str) -> str:
    return tell(message, "ko", fields)
