"""A document as it was read: its text with every statement and mention, what is known of it, and its files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import BadParameter, DocumentNotFound, PageNotFound
from yaksok.fulfilment.shelf import state
from yaksok.interfaces.records_json import document_record, statement_record
from yaksok.interfaces.stored_sources import raw_source
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.document_words import DocumentWords
from yaksok.interfaces.web.downloads import asked_format, download
from yaksok.interfaces.web.kept import Kept, kept_by
from yaksok.interfaces.web.reading_html import ReadingHtml
from yaksok.interfaces.web.rendering import page
from yaksok.interfaces.web.source_file import attachment, file_answer
from yaksok.ledger.reader import stored_document
from yaksok.ledger.stored_readings import StoredCopy
from yaksok.records.standing import Place, PromiseFilter, PromiseRow
from yaksok.records.statement import Document
from yaksok.views.addresses import Addresses
from yaksok.views.document_page import ACTS, document_page, name_of
from yaksok.views.document_parts import Skeleton, skeleton
from yaksok.views.editions import Edition, find_edition, stored_copy

router = APIRouter()

COLUMNS: dict[str, type] = {
    "n": int,
    "id": str,
    "role": str,
    "act": str,
    "marker": str,
    "text": str,
    "trail": str,
    "start": int,
    "end": int,
    "parties": str,
    "times": str,
    "quantities": str,
    "names": str,
    "status": str,
}
_LARGEST_NUMBER = 9
EDITIONS_KEPT = 200


@router.get("/documents/{name}")
def document(request: Request, name: str) -> Response:
    """A document, or one of its files."""
    given = request.query_params
    with asking(request) as asked:
        edition = edition_asked(asked, name)
        if given.get("format"):
            return _file(asked, edition, given["format"])
        part = number_asked(given, "part")
        shown = document_page(
            asked.connection,
            edition,
            skeleton_of(asked, edition),
            at=number_asked(given, "at") or 1,
            part=part - 1 if part else None,
        )
        say = DocumentWords(asked.language)
        number = shown.part + 1 if len(shown.parts) > 1 else None
        return page(
            asked,
            "document.html",
            shown=shown,
            edition=edition,
            name=shown.name,
            here="reading",
            write=ReadingHtml(
                say,
                asked.url,
                asked.url(f"/documents/{shown.name}", version=edition.version, part=number),
                verdicts_at(asked, shown.promises),
            ),
            statuses=_statuses(asked, edition),
            statements=shown.statements,
            acts=_acts_asked(given),
            say=say,
        )


@router.get("/documents/{name}/source")
def source(request: Request, name: str) -> Response:
    """The stored copy of the file that the document was read from, to be stored and never shown."""
    with asking(request) as asked:
        edition = edition_asked(asked, name)
        raw = raw_source(copy_of(asked, edition), edition.address)
        return file_answer(raw.data, "application/octet-stream", edition.address)


def edition_asked(asked: Asked, name: str) -> Edition:
    """The version of a document that an address means. Raises DocumentNotFound."""
    version = asked.request.query_params.get("version") or None
    kept: Kept[Edition | None] = kept_by(asked.request, "editions", lambda: Kept(EDITIONS_KEPT))
    found = kept.get(
        (state(asked.connection), name, version), lambda: find_edition(asked.connection, name, version)
    )
    if found is None:
        raise DocumentNotFound(value=f"{name[:120]}, {version[:40]}" if version else name[:120])
    return found


def skeleton_of(asked: Asked, edition: Edition) -> Skeleton:
    """The skeleton of a version; this server keeps the last ones."""
    kept: Kept[Skeleton] = kept_by(asked.request, "skeletons", lambda: Kept(8))
    return kept.get(edition.version, lambda: skeleton(asked.connection, edition.key))


def copy_of(asked: Asked, edition: Edition) -> StoredCopy:
    """The stored copy of a version's source. Raises PageNotFound where the ledger keeps none."""
    found = stored_copy(asked.connection, edition.source)
    if found is None:
        raise PageNotFound(path=asked.request.url.path[:200])
    return found


def number_asked(given: QueryParams, name: str) -> int | None:
    """A number from 1 in an address. Raises BadParameter."""
    written = given.get(name) or ""
    if not written:
        return None
    if not written.isascii() or not written.isdigit() or len(written) > _LARGEST_NUMBER or int(written) < 1:
        raise BadParameter(name=name, value=written[:40], known="a number from 1 on")
    return int(written)


def verdicts_at(asked: Asked, promises: Mapping[int, Place]) -> dict[int, PromiseRow]:
    """How promises stand, by the numbers under which they are shown."""
    if not promises:
        return {}
    rows = {row.key: row for row in asked.shelf.rows(sorted(set(promises.values())))}
    return {n: rows[place] for n, place in promises.items() if place in rows}


def _statuses(asked: Asked, edition: Edition) -> list[Any]:
    if not edition.current or not asked.is_today:
        return []
    return list(asked.shelf.counts(PromiseFilter(documents=frozenset({edition.stem})), by="status"))


def _acts_asked(given: QueryParams) -> frozenset[str]:
    """The acts that are shown at first; empty for all."""
    asked = [value for value in given.getlist("act")[:20] if value]
    for value in asked:
        if value not in ACTS:
            raise BadParameter(name="act", value=value[:40], known=", ".join(ACTS))
    return frozenset(asked)


# The files


def _file(asked: Asked, edition: Edition, written: str) -> Response:
    """The text, or the statements of the whole document."""
    stored = stored_document(asked.connection, edition.key, with_layout=True)
    name = name_of(edition)
    if written == "text":
        return file_answer(stored.document.text, "text/plain; charset=utf-8", f"{name}.txt")
    if written == "json":
        return file_answer(_json(stored.document, edition), "application/json", f"{name}.json")
    form = asked_format(written)
    if form is None:
        raise BadParameter(name="format", value=written[:40], known="text, json, csv, parquet")
    ids = {statement.n: stored.ref(statement).id for statement in stored.document.statements}
    answer = download(_rows(asked, edition, stored.document, ids), COLUMNS, name="statements", form=form)
    answer.headers["content-disposition"] = attachment(f"{name}.{form}")
    return answer


def _json(document: Document, edition: Edition) -> str:
    addresses = Addresses(document.layout) if document.layout is not None else None
    head = document_record(document)
    head["version"], head["source"] = (
        edition.version,
        {"sha256": edition.source, "media_type": edition.media_type},
    )
    head["statements"] = [statement_record(statement, addresses) for statement in document.statements]
    return json.dumps(head, ensure_ascii=False, indent=1)


def _rows(
    asked: Asked, edition: Edition, document: Document, ids: Mapping[int, str]
) -> Iterable[Mapping[str, Any]]:
    promises = {
        statement.n: (edition.key, statement.n)
        for statement in document.statements
        if statement.act == "commitment" and statement.role not in {"meta", "title"}
    }
    verdicts = verdicts_at(asked, promises) if edition.current else {}
    for one in document.statements:
        verdict = verdicts.get(one.n)
        yield {
            "n": one.n,
            "id": ids[one.n],
            "role": one.role,
            "act": one.act,
            "marker": one.marker,
            "text": one.text,
            "trail": " › ".join(one.trail),
            "start": one.span[0],
            "end": one.span[1],
            "parties": " ".join(party.id for party in one.parties),
            "times": "; ".join(f"{time.start or ''}/{time.end or ''}" for time in one.times),
            "quantities": "; ".join(f"{each.value} {each.unit}" for each in one.quantities),
            "names": "; ".join(each.text for each in one.names),
            "status": verdict.status if verdict else None,
        }
