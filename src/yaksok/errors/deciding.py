"""Y23x and Y32x: what somebody wants to decide cannot be decided so."""

from __future__ import annotations

from yaksok.errors.arguments import ArgumentError
from yaksok.errors.base import Wording
from yaksok.errors.ledger import LedgerError


class NoSuchLink(LedgerError):
    """Accept, reject and relabel speak of a link, and there is none."""

    wording = Wording(
        "Y230",
        "The ledger has no link from {promise} to {later}.",
        "make one with: yaksok decide {promise} {later} draw --relation RELATION",
        "장부에 {promise}에서 {later}(으)로 가는 연결이 없습니다.",
        "다음 명령으로 만드십시오: yaksok decide {promise} {later} draw --relation RELATION",
    )


class LinkExists(LedgerError):
    """A link is to be drawn where there is one."""

    wording = Wording(
        "Y231",
        "There is a link from {promise} to {later} already; it says {relation}.",
        "accept, reject or relabel it instead of drawing it.",
        "{promise}에서 {later}(으)로 가는 연결이 이미 있습니다({relation}).",
        "draw 대신 accept, reject, relabel 가운데 하나를 쓰십시오.",
    )


class CannotBeLinked(LedgerError):
    """A link between these two cannot be."""

    wording = Wording(
        "Y232",
        "No link can lead from {promise} to {later}: {reason}.",
        "name the promise first and what became of it second; yaksok links shows how links run.",
        "{promise}에서 {later}(으)로 가는 연결은 만들 수 없습니다: {reason}.",
        "약속을 먼저, 그 뒤의 진술을 다음에 쓰십시오. 연결의 방향은 yaksok links에서 볼 수 있습니다.",
    )


class UndoneAlready(LedgerError):
    """A decision is to be taken back that holds no longer."""

    wording = Wording(
        "Y233",
        "Decision {value} was taken back already.",
        "to make it hold again, take back the undo: yaksok decisions undo {undo}",
        "결정 {value}은(는) 이미 취소되었습니다.",
        "다시 살리려면 그 취소를 취소하십시오: yaksok decisions undo {undo}",
    )


class UnknownDecision(LedgerError):
    """An id names no decision, or several."""

    wording = Wording(
        "Y234",
        "{count} decisions of the ledger have an id that begins with {value!r}.",
        "copy the id of one decision from yaksok decisions list.",
        "id가 {value!r}(으)로 시작하는 결정이 장부에 {count}개 있습니다.",
        "yaksok decisions list에서 결정 하나의 id를 옮겨 쓰십시오.",
    )


class UnknownRelation(ArgumentError):
    """A relation option names no relation."""

    wording = Wording(
        "Y320",
        "{value!r} is not a relation.",
        "use one of: {known}.",
        "{value!r}은(는) 연결의 종류가 아닙니다.",
        "다음 가운데 하나를 쓰십시오: {known}.",
    )


class UnknownStatement(ArgumentError):
    """What stands for a statement names none, or several."""

    wording = Wording(
        "Y321",
        "{count} statements of the current documents are named by {value!r}.",
        "name one by its id (six digits or more, see yaksok links) or as DOCUMENT:NUMBER, such as plan:12.",
        "현재 문서에서 {value!r}에 해당하는 진술이 {count}개입니다.",
        "진술 하나를 id(여섯 자리 이상, yaksok links 참조)나 문서:번호(예: plan:12)로 쓰십시오.",
    )


class UnknownDocument(ArgumentError):
    """A document option names nothing in the ledger."""

    wording = Wording(
        "Y322",
        "No document of the ledger is called {value!r}.",
        "use the file's name without its ending, as yaksok links shows it.",
        "장부에 {value!r}(이)라는 문서가 없습니다.",
        "yaksok links에 보이는 대로 확장자를 뺀 파일 이름을 쓰십시오.",
    )


class BadPerson(ArgumentError):
    """A decision would have no name, or one that cannot be shown."""

    wording = Wording(
        "Y323",
        "A decision needs the name of a person: {reason}.",
        'give it with --person, such as --person "Kim Mina".',
        "결정에는 사람의 이름이 필요합니다: {reason}.",
        '--person "김미나"처럼 이름을 주십시오.',
    )


class BadNote(ArgumentError):
    """A note cannot be kept as it is."""

    wording = Wording(
        "Y324",
        "The note cannot be kept: {reason}.",
        "write plain text of moderate length after --note.",
        "메모를 적을 수 없습니다: {reason}.",
        "--note 뒤에 너무 길지 않은 일반 글을 쓰십시오.",
    )


class IncompleteDecision(ArgumentError):
    """Something that this kind of decision needs was not given."""

    wording = Wording(
        "Y325",
        "{kind} cannot be decided without {missing}.",
        "add it; yaksok decide --help shows what each decision takes.",
        "{kind}에는 {missing}이(가) 있어야 합니다.",
        "더해 주십시오. 결정마다 필요한 것은 yaksok decide --help에 있습니다.",
    )


class BadDecisionFile(ArgumentError):
    """A file to import is not what export writes; nothing of it was taken."""

    wording = Wording(
        "Y326",
        "{path}, line {line}: {reason}. Nothing was imported.",
        "export the decisions again with yaksok decisions export, and import that file unchanged.",
        "{path} {line}번째 줄: {reason}. 아무것도 가져오지 않았습니다.",
        "yaksok decisions export로 다시 내보내 그 파일을 고치지 말고 가져오십시오.",
    )
