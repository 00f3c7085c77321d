"""Y330 to Y333: what a ledger holds cannot be written so."""

from __future__ import annotations

from yaksok.errors.arguments import ArgumentError
from yaksok.errors.base import Wording


class ExportTargetTaken(ArgumentError):
    """Something is already where an export is to be written."""

    wording = Wording(
        "Y330",
        "{path} is there already; nothing was written.",
        "name another place with --output, or replace it with --force.",
        "{path}이(가) 이미 있어 아무것도 쓰지 않았습니다.",
        "--output으로 다른 곳을 지정하거나 --force로 바꾸어 쓰십시오.",
    )


class TablePackageMissing(ArgumentError):
    """What tables in memory and Parquet files need is not installed."""

    wording = Wording(
        "Y331",
        "{purpose} needs the package {package}, which is not installed.",
        "run: pip install 'yaksok[tables]'",
        "{purpose}에는 {package} 패키지가 필요한데 설치되어 있지 않습니다.",
        "다음 명령을 실행하십시오: pip install 'yaksok[tables]'",
    )


class UnknownTable(ArgumentError):
    """A name is that of no table."""

    wording = Wording(
        "Y332",
        "{value!r} is no table of a ledger.",
        "use one of: {known}.",
        "{value!r}은(는) 장부에서 내보낼 수 있는 표가 아닙니다.",
        "다음 가운데 하나를 쓰십시오: {known}.",
    )


class UnknownExportFormat(ArgumentError):
    """A name is that of no format in which a ledger is written."""

    wording = Wording(
        "Y333",
        "{value!r} is no format for an export.",
        "use one of: {known}.",
        "{value!r}은(는) 내보내기 형식이 아닙니다.",
        "다음 가운데 하나를 쓰십시오: {known}.",
    )
