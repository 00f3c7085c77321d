"""Y307 to Y311: what is asked about promises cannot be answered so."""

from __future__ import annotations

from yaksok.errors.arguments import ArgumentError
from yaksok.errors.base import Wording


class PromiseNotFound(ArgumentError):
    """No promise has this id, place or words."""

    wording = Wording(
        "Y307",
        "No promise made by {day} is {value!r}.",
        "name one by its id, as DOC:N, or by words that stand in it; yaksok promises lists them all.",
        "{day}까지의 약속 가운데 {value!r}에 해당하는 것이 없습니다.",
        "id, DOC:N 또는 약속에 들어 있는 말로 지정하십시오. 전체 목록은 yaksok promises에서 볼 수 있습니다.",
    )


class NotAPromise(ArgumentError):
    """The statement that is named is none that promises anything."""

    wording = Wording(
        "Y308",
        "{place} is no promise: its act is {act}.",
        "see which statements are promises with yaksok promises.",
        "{place}은(는) 약속이 아닙니다(행위: {act}).",
        "어떤 진술이 약속인지는 yaksok promises에서 볼 수 있습니다.",
    )


class PromiseAmbiguous(ArgumentError):
    """What is asked for fits several promises; they are listed."""

    wording = Wording(
        "Y309",
        "{value!r} fits {number} promises: {listed}.",
        "name one of them by its DOC:N.",
        "{value!r}에 해당하는 약속이 {number}개 있습니다: {listed}.",
        "DOC:N으로 하나를 지정하십시오.",
    )


class UnknownScheme(ArgumentError):
    """A scheme option names no grading scheme."""

    wording = Wording(
        "Y310",
        "{value!r} is not a grading scheme.",
        "use one of: {known}.",
        "{value!r}은(는) 평가 방식이 아닙니다.",
        "다음 가운데 하나를 쓰십시오: {known}.",
    )


class HomeParty(ArgumentError):
    """Promises of the home country are asked for by its id, and that is never among the parties."""

    wording = Wording(
        "Y311",
        "{value} is the home country, which is left out of the parties of statements, so no promise is found by it.",
        "leave --party out to see all promises, or name the other side, such as USA or ASEAN.",
        "{value}은(는) 자국이라서 진술의 당사자에 넣지 않으므로 이것으로는 약속을 찾을 수 없습니다.",
        "모든 약속을 보려면 --party를 빼고, 아니면 USA나 ASEAN처럼 상대방을 지정하십시오.",
    )
