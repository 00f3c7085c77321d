"""`yaksok search`: full-text search over statements and documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yaksok.errors import SearchIndexDamaged
from yaksok.interfaces.cli.asked import AS_OF, day_of
from yaksok.interfaces.cli.messages import (
    language_option,
    record_language,
    say,
    term,
    user_language,
)
from yaksok.interfaces.cli.options import format_option, ledger_option
from yaksok.interfaces.telling.catalogues import N_
from yaksok.ledger.location import Location

if TYPE_CHECKING:
    from yaksok.records.search import FacetName, SearchResult
    from yaksok.search.index import Progress, SearchIndex

_MOST = 200


@click.command("search")
@click.argument("query", nargs=-1)
@ledger_option
@click.option("--documents", is_flag=True, help="Find documents, each with its best statements.")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "day", "-day"]),
    default="relevance",
    show_default=True,
    help="Best, oldest or newest first.",
)
@click.option(
    "--limit", type=click.IntRange(1, _MOST), default=20, show_default=True, help="Hits of one page."
)
@click.option("--cursor", metavar="CURSOR", default="", help="The page that an earlier answer named.")
@click.option(
    "--facets", is_flag=True, help="Also count all hits by party, act, status, issuer, year, topic ..."
)
@click.option("--as-of", metavar="DATE", help=AS_OF)
@click.option(
    "--index",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the index. [default: beside the ledger's file, else in the user's cache]",
)
@click.option("--rebuild", is_flag=True, help="Make the index anew from the ledger first.")
@format_option
@language_option
def command(
    query: tuple[str, ...],
    ledger: Location,
    *,
    documents: bool,
    sort: str,
    limit: int,
    cursor: str,
    facets: bool,
    as_of: str | None,
    folder: Path | None,
    rebuild: bool,
    output_format: str,
) -> None:
    """Search the statements of a ledger, best first.

    QUERY, best in quotation marks of the shell, is words, "phrases", -exclusions, OR, parentheses and fields: party:VNM, act:commitment, status:silent,
    issuer:외교부, genre:work_plan, year:2020..2024, due:2025-01..2025-12, topic:trade, document:NAME, lang:ko; in
    Korean 국가:, 행위:, 상태:, 기관:, 유형:, 연도:, 기한:, 주제:, 문서:, 언어:. English words find Korean names and the
    other way round. The index beside the ledger is brought up to date first.
    """
    day = day_of(as_of)
    from yaksok.interfaces.searching import search_in  # noqa: PLC0415 - the database is loaded when it is needed
    from yaksok.search.index import SearchIndex  # noqa: PLC0415 - the same

    index = SearchIndex.open(ledger, folder=folder)
    _bring_up_to_date(ledger, index, again=rebuild)

    def ask() -> SearchResult:
        return search_in(
            ledger,
            index,
            " ".join(query),
            as_of=day,
            sort=sort,  # type: ignore[arg-type] # click lets nothing else through
            limit=limit,
            cursor=cursor,
            level="document" if documents else "statement",
            facets=facets,
        )

    try:
        result = ask()
    except SearchIndexDamaged:
        _bring_up_to_date(ledger, index, again=True)
        result = ask()
    _tell(result)
    if output_format == "table":
        _show_table(result)
    else:
        _show_lines(result)


def _bring_up_to_date(ledger: Location, index: SearchIndex, *, again: bool) -> None:
    """With a bar if somebody is looking, and if there is something to do."""
    from yaksok.interfaces.searching import index_updates  # noqa: PLC0415 - the same

    updates: Iterator[Progress] = index_updates(ledger, index, again=again)
    if sys.stderr.isatty():
        from yaksok.interfaces.cli.progress import with_steps  # noqa: PLC0415 - rich only on a terminal

        first = next(updates, None)
        if first is None:
            return
        updates = with_steps(updates, doing=say("indexing"), place=lambda one: (one.done, one.documents))
    for _progress in updates:
        pass


def _tell(result: SearchResult) -> None:
    """What of the query was not taken as it stands, on standard error."""
    from yaksok.search.notices import in_words  # noqa: PLC0415 - only after a search

    for notice in result.notices:
        sys.stderr.write(in_words(notice, user_language()) + "\n")


def _show_lines(result: SearchResult) -> None:
    from yaksok.interfaces.link_json import to_line  # noqa: PLC0415 - only for this format
    from yaksok.interfaces.search_json import (  # noqa: PLC0415 - the same
        document_record,
        hit_record,
        result_record,
    )

    found = [{"record": "hit", **hit_record(hit)} for hit in result.hits]
    found += [{"record": "document", **document_record(hit)} for hit in result.documents]
    told = {
        key: value
        for key, value in result_record(result, language=record_language()).items()
        if key not in {"hits", "documents"}
    }
    sys.stdout.writelines(to_line(record) + "\n" for record in [*found, {"record": "search", **told}])


def _show_table(result: SearchResult) -> None:
    from yaksok.interfaces.cli.grids import print_rows  # noqa: PLC0415 - rich only for tables
    from yaksok.interfaces.telling.words import ACT_WORDS, STATUS_WORDS  # noqa: PLC0415 - the same

    if result.level == "document":
        rows = [
            (hit.published or "", hit.title, " / ".join(each.text for each in hit.statements))
            for hit in result.documents
        ]
        print_rows((say("published"), say("document"), say("statements")), rows, narrow=1)
    else:
        statements = [
            (term(ACT_WORDS, hit.act), term(STATUS_WORDS, hit.status or ""), f"{hit.doc}:{hit.n}", hit.text)
            for hit in result.hits
        ]
        print_rows((say("act"), say("status"), say("statement"), say("text")), statements, narrow=2)
    further = " " + say("Next page: --cursor %(cursor)s", cursor=result.next) if result.next else ""
    click.echo(say("%(number)s found.", number=f"{result.total:,}") + further)
    for facet in result.facets:
        counts = ", ".join(f"{_value(facet.name, count.value)} {count.number:,}" for count in facet.counts)
        click.echo(f"{term(_FACETS, facet.name)}: {counts or '-'}")


def _value(facet: FacetName, value: str) -> str:
    """A value of a facet: as queries take it in English, in words in Korean."""
    from yaksok.interfaces.telling import words  # noqa: PLC0415 - only for tables

    if user_language() == "en":
        return value
    names = words.Words("ko")
    tables = {
        "act": words.ACT_WORDS,
        "status": words.STATUS_WORDS,
        "genre": words.GENRE_WORDS,
        "language": words.LANGUAGE_WORDS,
        "role": words.STATEMENT_ROLE_WORDS,
    }
    if facet in tables:
        return term(tables[facet], value)
    return {"party": names.party, "topic": names.topic}.get(facet, str)(value)


_FACETS = {
    "party": N_("party"),
    "act": N_("act"),
    "status": N_("status"),
    "issuer": N_("issuer"),
    "genre": N_("genre"),
    "year": N_("year"),
    "topic": N_("topic"),
    "language": N_("language"),
    "role": N_("role"),
}
