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
    """The file or database holds something else than a ledger of this program."""

    wording = Wording(
        "Y204",
        "{path} is not a yaksok ledger.",
        "name the ledger with --ledger; nothing in it was changed.",
        "yaksok 장부가 아닙니다: {path}.",
        "--ledger로 장부를 지정하십시오. 아무것도 바꾸지 않았습니다.",
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
    """The ledger's file or database is broken."""

    wording = Wording(
        "Y207",
        "The ledger {path} is damaged: {reason}.",
        "restore it from a copy, or build a new one from the documents with yaksok add.",
        "장부 {path}가 손상되었습니다: {reason}.",
        "사본으로 되돌리거나 yaksok add로 문서에서 새로 만드십시오.",
    )


class LedgerUnreachable(LedgerError):
    """The database server does not answer, or went away."""

    wording = Wording(
        "Y208",
        "The database server of {path} cannot be reached: {reason}.",
        "check that it runs and that host and port are right, then run the command again.",
        "{path}의 데이터베이스 서버에 연결할 수 없습니다: {reason}.",
        "서버가 실행 중인지, 호스트와 포트가 맞는지 확인한 뒤 다시 실행하십시오.",
    )


class LedgerAccessRefused(LedgerError):
    """The database server does not let this user in, or not do what the command needs."""

    wording = Wording(
        "Y209",
        "The database server does not allow it in {path}: {reason}.",
        "check the user, the password (PGPASSWORD or ~/.pgpass) and the user's rights in the database.",
        "데이터베이스 서버가 {path}에서 이 작업을 허용하지 않습니다: {reason}.",
        "사용자, 비밀번호(PGPASSWORD 또는 ~/.pgpass), 데이터베이스 권한을 확인하십시오.",
    )


class NoSuchDatabase(LedgerError):
    """The server has no database of this name."""

    wording = Wording(
        "Y210",
        "The server has no database for {path}.",
        "make it with createdb, or correct the name, and run the command again.",
        "서버에 {path}에 해당하는 데이터베이스가 없습니다.",
        "createdb로 만들거나 이름을 고친 뒤 다시 실행하십시오.",
    )


class BadLedgerAddress(LedgerError):
    """A URL after --ledger names no place where a ledger can be."""

    wording = Wording(
        "Y211",
        "{path} is no address of a ledger: {reason}.",
        "write the path of a file, or postgresql://USER@HOST/DATABASE.",
        "장부의 주소가 아닙니다: {path} ({reason}).",
        "파일 경로나 postgresql://사용자@호스트/데이터베이스 형식으로 쓰십시오.",
    )


class LedgerDriverMissing(LedgerError):
    """What a ledger on PostgreSQL needs is not installed."""

    wording = Wording(
        "Y212",
        "A ledger on PostgreSQL such as {path} needs the package pg8000, which is not installed.",
        "run: pip install 'yaksok[postgresql]'",
        "{path}와 같은 PostgreSQL 장부에는 pg8000 패키지가 필요한데 설치되어 있지 않습니다.",
        "다음 명령을 실행하십시오: pip install 'yaksok[postgresql]'",
    )


class LedgerTargetTaken(LedgerError):
    """A copy of a ledger was to be made where something is already."""

    wording = Wording(
        "Y213",
        "There is something at {path} already, and a copy never replaces anything.",
        "name a file that does not exist, or an empty database.",
        "{path}에 이미 무언가 있습니다. 사본은 아무것도 덮어쓰지 않습니다.",
        "없는 파일 이름이나 빈 데이터베이스를 지정하십시오.",
    )


class LedgerNotLinked(LedgerError):
    """A question needs links that the ledger lacks, and it cannot be written where it is."""

    wording = Wording(
        "Y215",
        "The documents of the ledger {path} are not linked yet, and it cannot be written here to link them.",
        "run yaksok link where it can be written, or copy it to such a place and name the copy with --ledger.",
        "장부 {path}의 문서가 아직 연결되지 않았고, 여기서는 쓸 수 없어 연결하지 못했습니다.",
        "쓸 수 있는 곳에서 yaksok link를 실행하거나, 그런 곳에 복사한 뒤 --ledger로 그 사본을 지정하십시오.",
    )


class LedgerDoesNotVerify(LedgerError):
    """Something in a ledger is not as it was written, or not what its sources say."""

    wording = Wording(
        "Y220",
        "The ledger {path} does not verify; findings: {count}.",
        "restore it from a copy; what the findings name must not be relied on.",
        "장부 {path}의 검증에 실패했습니다. 발견된 문제: {count}건.",
        "사본으로 되돌리십시오. 위에 적힌 기록은 믿지 마십시오.",
    )


class LedgerTooOld(LedgerError):
    """The ledger has the tables of an earlier program and cannot be brought up to date where it is."""

    wording = Wording(
        "Y221",
        "The ledger {path} was written by an older yaksok (layout {found}, this one needs {known})"
        " and cannot be brought up to date, because it cannot be written.",
        "copy it to a place where it can be written, and name the copy with --ledger.",
        "장부 {path}는 이전 버전의 yaksok이 썼고(구조 {found}, 이 버전은 {known} 필요), 쓸 수 없어 갱신하지 못했습니다.",
        "쓸 수 있는 곳에 복사한 뒤 --ledger로 그 사본을 지정하십시오.",
    )
