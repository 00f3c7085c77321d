"""Y340 to Y349 and Y360 to Y363: a page or an answer of the server cannot be given so."""

from __future__ import annotations

from yaksok.errors.arguments import ArgumentError
from yaksok.errors.base import Wording


class PageNotFound(ArgumentError):
    """The server has nothing at an address."""

    wording = Wording(
        "Y340",
        "There is nothing at {path}.",
        "follow a link from the first page, or search for it.",
        "{path}에는 아무것도 없습니다.",
        "첫 화면의 링크를 따라가거나 검색해 보십시오.",
    )


class ServingPackageMissing(ArgumentError):
    """What a server or a search needs is not installed."""

    wording = Wording(
        "Y341",
        "{purpose} needs the package {package}, which is not installed.",
        "run: pip install 'yaksok[{extra}]'",
        "{purpose}에는 {package} 패키지가 필요한데 설치되어 있지 않습니다.",
        "다음 명령을 실행하십시오: pip install 'yaksok[{extra}]'",
    )


class AddressTaken(ArgumentError):
    """The server cannot listen at an address."""

    wording = Wording(
        "Y342",
        "The server cannot listen at {host}:{port}: {reason}.",
        "name another one with --port, or stop the program that uses it.",
        "{host}:{port}에서 서버를 열 수 없습니다: {reason}.",
        "--port로 다른 번호를 지정하거나 그 번호를 쓰는 프로그램을 끝내십시오.",
    )


class LoginNeeded(ArgumentError):
    """A page or an answer is only for people who are logged in."""

    wording = Wording(
        "Y343",
        "This needs a login.",
        "log in, or send an API token.",
        "로그인이 필요합니다.",
        "로그인하거나 API 토큰을 보내십시오.",
    )


class NotAllowed(ArgumentError):
    """A person's role does not allow what was asked."""

    wording = Wording(
        "Y344",
        "This needs the role {role}.",
        "ask an administrator of this server for the role.",
        "이 작업에는 {role} 권한이 필요합니다.",
        "이 서버의 관리자에게 권한을 요청하십시오.",
    )


class TooManyRequests(ArgumentError):
    """More was asked in a short time than one client may."""

    wording = Wording(
        "Y345",
        "Too many requests.",
        "wait {seconds} seconds and try again.",
        "요청이 너무 많습니다.",
        "{seconds}초 뒤에 다시 시도하십시오.",
    )


class BadParameter(ArgumentError):
    """A parameter of an address has a value that it cannot have."""

    wording = Wording(
        "Y346",
        "The parameter {name} cannot be {value!r}.",
        "use {known}.",
        "매개변수 {name}의 값은 {value!r}일 수 없습니다.",
        "다음을 쓰십시오: {known}.",
    )


class DocumentNotFound(ArgumentError):
    """No document of the ledger has a name."""

    wording = Wording(
        "Y347",
        "The ledger has no document {value!r}.",
        "see which there are on the page of documents.",
        "장부에 {value!r} 문서가 없습니다.",
        "문서 화면에서 어떤 문서가 있는지 볼 수 있습니다.",
    )


class BadForm(ArgumentError):
    """A form was sent that this server did not give out, or it is no longer good."""

    wording = Wording(
        "Y348",
        "The form could not be taken: {reason}.",
        "load the page again and send the form once more.",
        "양식을 받을 수 없습니다: {reason}.",
        "화면을 새로 고친 뒤 다시 보내십시오.",
    )


class UploadTooLarge(ArgumentError):
    """More was sent at once than the server takes."""

    wording = Wording(
        "Y349",
        "This server takes at most {files} files with {megabytes} MB at once.",
        "send fewer files at a time, or add them with: yaksok add",
        "한 번에 파일 {files}개, {megabytes} MB까지만 올릴 수 있습니다.",
        "파일을 나누어 올리거나 다음 명령으로 넣으십시오: yaksok add",
    )


class BadAccount(ArgumentError):
    """An account, a password or a token cannot be made so."""

    wording = Wording(
        "Y360",
        "The account cannot be made or changed so: {reason}.",
        "choose another one.",
        "계정을 그렇게 만들거나 바꿀 수 없습니다: {reason}.",
        "다른 값으로 다시 시도하십시오.",
    )


class UnknownAccount(ArgumentError):
    """No account or token has a name."""

    wording = Wording(
        "Y361",
        "There is no account or token {value!r}.",
        "see which there are with yaksok accounts list.",
        "{value!r} 계정이나 토큰이 없습니다.",
        "yaksok accounts list로 어떤 계정이 있는지 볼 수 있습니다.",
    )


class AccountsUnreadable(ArgumentError):
    """The file of accounts cannot be read or made."""

    wording = Wording(
        "Y362",
        "The file of accounts {path} cannot be used: {reason}.",
        "name another file with --accounts, or make this one readable and writable for you.",
        "계정 파일 {path}을(를) 쓸 수 없습니다: {reason}.",
        "--accounts로 다른 파일을 지정하거나 이 파일의 읽기·쓰기 권한을 확인하십시오.",
    )


class NoAccounts(ArgumentError):
    """A ledger is to be served beyond this machine, and nobody could log in."""

    wording = Wording(
        "Y363",
        "{host} can be reached from other machines, and {path} has no administrator.",
        "run: yaksok accounts add NAME --role administrator --accounts {path}",
        "{host}은(는) 다른 컴퓨터에서도 접속할 수 있는데 {path}에 관리자 계정이 없습니다.",
        "다음 명령을 실행하십시오: yaksok accounts add 이름 --role administrator --accounts {path}",
    )
