"""Y3xx and Y9xx: the command line asks for what cannot be, or the program is at fault."""

from __future__ import annotations

from yaksok.errors.base import Wording, YaksokError


class ArgumentError(YaksokError):
    """The command line asks for something that cannot be."""


class BadUsage(ArgumentError):
    """A command, option or argument is wrong."""

    wording = Wording(
        "Y301",
        "{reason}",
        "see {command} --help.",
        "명령을 이해하지 못했습니다: {reason}",
        "{command} --help를 보십시오.",
    )


class BadDate(ArgumentError):
    """A date option is no date."""

    wording = Wording(
        "Y302",
        "{value!r} is not a date.",
        "write the date as YYYY-MM-DD, such as 2025-01-31.",
        "{value!r}은(는) 날짜가 아닙니다.",
        "2025-01-31처럼 YYYY-MM-DD로 쓰십시오.",
    )


class UnknownParty(ArgumentError):
    """A party option names nothing the reference tables know."""

    wording = Wording(
        "Y303",
        "No party has the id {value!r}.",
        "use an id such as USA, ASEAN or AFRICA; a command's output shows the ids it knows.",
        "{value!r}은(는) 알려진 당사자 코드가 아닙니다.",
        "USA, ASEAN, AFRICA 같은 코드를 쓰십시오.",
    )


class UnknownStatus(ArgumentError):
    """A status option names no status."""

    wording = Wording(
        "Y304",
        "{value!r} is not a status.",
        "use one of: {known}.",
        "{value!r}은(는) 이행 상태가 아닙니다.",
        "다음 가운데 하나를 쓰십시오: {known}.",
    )


class SamplesMissing(ArgumentError):
    """The documents that the demo reads are not there."""

    wording = Wording(
        "Y305",
        "The sample documents are not at {path}.",
        "run the demo from a checkout of the project, or name documents with yaksok add.",
        "{path}에 예제 문서가 없습니다.",
        "프로젝트 폴더에서 실행하거나 yaksok add로 문서를 지정하십시오.",
    )


class OutputNotWritable(ArgumentError):
    """The file that --output names cannot be written."""

    wording = Wording(
        "Y306",
        "{path} cannot be written: {reason}.",
        "check the folder and its permissions, or name another file with --output.",
        "{path} 파일에 쓸 수 없습니다: {reason}.",
        "폴더와 권한을 확인하거나 --output으로 다른 파일을 지정하십시오.",
    )


class ProgramError(YaksokError):
    """The program itself is at fault, or the machine too small."""


class UnexpectedFault(ProgramError):
    """A fault that no other number foresees."""

    wording = Wording(
        "Y901",
        "The program met a fault of its own: {reason}.",
        "please report this line with the command that led to it.",
        "프로그램 내부 오류가 났습니다: {reason}.",
        "이 줄과 실행한 명령을 알려 주십시오.",
    )


class OutOfMemory(ProgramError):
    """The machine has no memory left for the task."""

    wording = Wording(
        "Y902",
        "There was not enough memory.",
        "split the file into smaller documents, or close other programs.",
        "메모리가 부족합니다.",
        "파일을 작은 문서로 나누거나 다른 프로그램을 닫으십시오.",
    )
