"""Y350 to Y354: a search that cannot be answered."""

from __future__ import annotations

from yaksok.errors.arguments import ArgumentError
from yaksok.errors.base import Wording


class SearchPackageMissing(ArgumentError):
    """What searching needs is not installed."""

    wording = Wording(
        "Y350",
        "Searching needs the package {package}, which is not installed.",
        "run: pip install 'yaksok[search]'",
        "검색에는 {package} 패키지가 필요한데 설치되어 있지 않습니다.",
        "다음 명령을 실행하십시오: pip install 'yaksok[search]'",
    )


class SearchIndexNotWritable(ArgumentError):
    """The folder of the search index cannot be made or written."""

    wording = Wording(
        "Y351",
        "The search index in {path} cannot be written: {reason}.",
        "name a folder that can be written with --index.",
        "{path}의 검색 색인을 쓸 수 없습니다: {reason}.",
        "--index로 쓸 수 있는 폴더를 지정하십시오.",
    )


class SearchIndexBusy(ArgumentError):
    """Another process is writing the search index."""

    wording = Wording(
        "Y352",
        "Another process is writing the search index in {path}.",
        "wait until it has finished, and ask again.",
        "다른 프로세스가 {path}의 검색 색인을 쓰고 있습니다.",
        "그 작업이 끝난 뒤 다시 검색하십시오.",
    )


class BadSearchCursor(ArgumentError):
    """A cursor is none of this search."""

    wording = Wording(
        "Y353",
        "{value!r} leads to no page of this search.",
        "take the cursors that the search itself gives, or begin without one.",
        "{value!r}은(는) 이 검색의 쪽을 가리키지 않습니다.",
        "검색 결과가 주는 커서를 쓰거나 커서 없이 처음부터 보십시오.",
    )


class SearchIndexDamaged(ArgumentError):
    """Files of the search index cannot be read."""

    wording = Wording(
        "Y354",
        "The search index in {path} cannot be read: {reason}.",
        "ask again with --rebuild; the index is made anew from the ledger, which is not touched.",
        "{path}의 검색 색인을 읽을 수 없습니다: {reason}.",
        "--rebuild를 붙여 다시 검색하십시오. 장부는 그대로 두고 색인만 새로 만듭니다.",
    )
