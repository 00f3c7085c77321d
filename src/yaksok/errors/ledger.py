"""Y2xx: the ledger cannot be used."""

from __future__ import annotations

from yaksok.errors.base import Wording, YaksokError


class LedgerError(YaksokError):
    """The ledger cannot be used."""


class LedgerNotFound(LedgerError):
    """A question was asked of a ledger that is not there."""

    wording = Wording(
        "Y201",
        "There is no ledger at {path}.",
        "make one with: yaksok add PATH --ledger {path}",
        "{path}에 장부가 없습니다.",
        "다음 명령으로 만드십시오: yaksok add PATH --ledger {path}",
    )


class LedgerNotWritable(LedgerError):
    """The ledger or its folder is read-only."""

    wording = Wording(
        "Y202",
        "The ledger {path} cannot be written: {reason}.",
        "check the permissions of the file and its folder, or name another with --ledger.",
        "장부 {path}에 쓸 수 없습니다: {reason}.",
        "파일과 폴더의 권한을 확인하거나 --ledger로 다른 파일을 지정하십시오.",
    )


class LedgerDiskFull(LedgerError):
    """No room was left while writing; the ledger is as it was before."""

    wording = Wording(
        "Y203",
        "The disk filled up while {path} was written; the ledger is as it was before.",
        "make room, or name a ledger on another disk with --ledger, and run the command again.",
        "{path}에 쓰는 중 디스크가 가득 찼습니다. 장부는 이전 상태 그대로입니다.",
        "공간을 비우거나 --ledger로 다른 디스크의 파일을 지정한 뒤 다시 실행하십시오.",
    )


class NotALedger(LedgerError):
    """The file is something else than a ledger of this program."""

    wording = Wording(
        "Y204",
        "{path} is not a yaksok ledger.",
        "name the ledger with --ledger; the file was left untouched.",
        "{path} 파일은 yaksok 장부가 아닙니다.",
        "--ledger로 장부 파일을 지정하십시오. 이 파일은 그대로 두었습니다.",
    )


class LedgerTooNew(LedgerError):
    """The ledger was written by a later version of the program."""

    wording = Wording(
        "Y205",
        "The ledger {path} was written by a newer yaksok (layout {found}, this one knows {known}).",
        "update yaksok, or name another ledger with --ledger.",
        "장부 {path}는 더 새로운 yaksok이 썼습니다(구조 {found}, 이 버전은 {known}까지).",
        "yaksok을 업데이트하거나 --ledger로 다른 장부를 지정하십시오.",
    )


class LedgerBusy(LedgerError):
    """Another process holds the ledger."""

    wording = Wording(
        "Y206",
        "The ledger {path} is in use by another process.",
        "wait until that command has ended, then run this one again.",
        "다른 프로세스가 장부 {path}를 쓰고 있습니다.",
        "그 명령이 끝난 뒤 다시 실행하십시오.",
    )


class LedgerDamaged(LedgerError):
    """The ledger's file is broken."""

    wording = Wording(
        "Y207",
        "The ledger {path} is damaged: {reason}.",
        "restore it from a copy, or build a new one from the documents with yaksok add.",
        "장부 {path}가 손상되었습니다: {reason}.",
        "사본으로 되돌리거나 yaksok add로 문서에서 새로 만드십시오.",
    )
