"""One promise: where it stands, what became of it and why, its chain, its links, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from yaksok.fulfilment.imagining import RELATIONS
from yaksok.fulfilment.standing import Standing
from yaksok.interfaces.deciding import deciding_on, decisions_on
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.citations import citation
from yaksok.interfaces.web.decided import decided
from yaksok.interfaces.web.rendering import page
from yaksok.interfaces.web.shown_promises import shown_promise
from yaksok.interfaces.web.telling import PageTelling
from yaksok.records.link import WORK_RELATIONS, StatementRef
from yaksok.views.finding import named_statement
from yaksok.views.ledger_shelf import LedgerShelf
from yaksok.views.promise_page import LinkView, PromisePage

router = APIRouter()


@router.get("/promises/{wanted}")
def promise(request: Request, wanted: str) -> Response:
    """The promise with an id or its beginning, or at DOC:N; each has one permanent address."""
    with asking(request) as asked:
        found = named_statement(
            wanted[:400], LedgerShelf(asked.connection, as_of=asked.as_of), as_of=asked.as_of
        )
        ref = found.ref
        if not found.judged:
            return _to(asked, f"/documents/{quote(ref.doc, safe='')}", f"s{ref.n}")
        deciding = deciding_on(asked.connection)
        original = Standing(asked.connection, as_of=asked.as_of, deciding=deciding).original(ref)
        if original.id != ref.id:
            return _to(asked, f"/promises/{original.id}", repeated=f"{ref.doc}:{ref.n}")
        if wanted != original.id:
            return _to(asked, f"/promises/{original.id}")
        return _page(asked, shown_promise(asked, original, deciding), original)


def _page(asked: Asked, shown: PromisePage, ref: StatementRef) -> Response:
    address = str(asked.request.base_url).rstrip("/") + f"/promises/{ref.id}"
    if not asked.is_today:
        address += f"?as_of={asked.as_of}"
    history = decisions_on(asked.connection, ref)
    return page(
        asked,
        "promise.html",
        shown=shown,
        card=shown.card,
        verdict=shown.verdict,
        ref=ref,
        grouped=grouped(shown.links),
        tell=PageTelling(asked.language, shown.titles),
        citations={language: citation(shown, address, language) for language in ("ko", "en")},
        address=address,
        history=history[::-1],
        undoable={
            one.decision.later.id: one.decision.id
            for one in history
            if one.standing == "holds" and one.decision.later is not None and one.decision.kind != "undo"
        },
        relations=RELATIONS,
        decided=decided(asked.request.query_params),
        repeated=(asked.request.query_params.get("repeated") or "")[:300],
        may_decide=asked.person is not None and asked.person.may("reviewer"),
    )


@dataclass(frozen=True, slots=True)
class Grouped:
    """The links of a promise by what they say of it."""

    supporting: tuple[LinkView, ...]
    again: tuple[LinkView, ...]
    against: tuple[LinkView, ...]
    uncounted: tuple[LinkView, ...]
    rejected: tuple[LinkView, ...]


def grouped(links: Iterable[LinkView]) -> Grouped:
    """The links by what they say of the promise, in their order."""
    found: dict[str, list[LinkView]] = {name: [] for name in Grouped.__slots__}
    for one in links:
        found[_group(one)].append(one)
    return Grouped(**{name: tuple(chosen) for name, chosen in found.items()})


def _group(one: LinkView) -> str:
    if one.link.state == "rejected":
        return "rejected"
    if not one.counts:
        return "uncounted"
    if one.link.relation in WORK_RELATIONS:
        return "supporting"
    return "against" if one.link.relation in {"contradicted_by", "superseded_by"} else "again"


def _to(asked: Asked, path: str, anchor: str = "", **parameters: str) -> Response:
    given = {**asked.request.query_params, **parameters}
    target = asked.url(path, **given)
    return RedirectResponse(f"{target}#{anchor}" if anchor else target, status_code=303)
