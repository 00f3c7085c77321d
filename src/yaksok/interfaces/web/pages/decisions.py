"""Decisions: made by the forms of other pages, listed, taken along, and taken over from a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, get_args
from urllib.parse import urlencode, urlsplit, urlunsplit

from fastapi import APIRouter, File, Form, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from yaksok.errors import BadParameter, NotAllowed
from yaksok.interfaces.deciding import Listed, Standing, decisions_in, found_by, import_decisions
from yaksok.interfaces.deciding_there import Made, Wanted, decide_there
from yaksok.interfaces.decision_json import RELATIONS, decision_record
from yaksok.interfaces.link_json import to_line
from yaksok.interfaces.shelving import keep
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.decided import decided
from yaksok.interfaces.web.downloads import asked_format, download
from yaksok.interfaces.web.identity import note as note_in_log
from yaksok.interfaces.web.rendering import page
from yaksok.interfaces.web.safe_paths import own_path
from yaksok.interfaces.web.telling import PageTelling
from yaksok.records.decision import KINDS, DecisionKind
from yaksok.records.link import Relation

router = APIRouter()

ON_A_PAGE = 50
STANDINGS: tuple[Standing, ...] = get_args(Standing)

COLUMNS: dict[str, type] = {
    "id": str,
    "kind": str,
    "standing": str,
    "relation": str,
    "promise_id": str,
    "promise_document": str,
    "promise_text": str,
    "later_id": str,
    "later_document": str,
    "later_text": str,
    "person": str,
    "note": str,
    "decided_at": str,
    "undoes": str,
}


@router.post("/decisions")
def decide(
    request: Request,
    *,
    promise: Annotated[str, Form()] = "",
    kind: Annotated[str, Form()] = "",
    later: Annotated[str, Form()] = "",
    relation: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
    undoes: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Put a decision on record and go back to where it was made."""
    with asking(request) as asked:
        person = reviewer(asked)
        wanted = Wanted(
            _kind(kind), promise.strip(), later.strip(), _relation(relation), note.strip(), undoes
        )
        settings, as_of, today = asked.settings, asked.as_of, asked.today
    made = decide_there(settings.ledger, wanted, person=person, as_of=as_of, today=today)
    note_in_log(request, f"decision: {made.decision.kind}", made.decision.id)
    return RedirectResponse(_back(asked, made, wanted, back), status_code=303)


@router.post("/decisions/import")
def take_over(request: Request, file: Annotated[UploadFile, File()]) -> Response:
    """Take over the decisions of an exported file, all or none."""
    with asking(request) as asked:
        reviewer(asked)
        settings, today = asked.settings, asked.today
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "decisions.jsonl"
        path.write_bytes(file.file.read())
        taken = import_decisions(settings.ledger, str(path), now=datetime.now(UTC))
    for _ in keep(settings.ledger, today=today):
        """Each batch of the kept verdicts; there is nobody to tell of it."""
    note_in_log(request, "decisions imported", str(len(taken.new)))
    by = {how: count for how, count in found_by(taken.new).items() if count}
    said = {
        "new": len(taken.new),
        "known": taken.known,
        "found": [f"{how}={count}" for how, count in by.items()],
    }
    return RedirectResponse(asked.url("/decisions", **said), status_code=303)


@router.get("/decisions")
def decisions(request: Request) -> Response:
    """Every decision with where it stands, the newest first; filtered, and as a file."""
    given = request.query_params
    with asking(request) as asked:
        every = decisions_in(asked.settings.ledger)
        if given.get("format") == "jsonl":
            return _exported(every)
        wanted = _filter(given)
        listed = [one for one in reversed(every) if _fits(one, wanted)]
        form = asked_format(given.get("format"))
        if form:
            return download(map(as_row, listed), COLUMNS, name="decisions", form=form)
        number = _page_number(given.get("page"))
        start = (number - 1) * ON_A_PAGE
        return page(
            asked,
            "decisions.html",
            listed=listed[start : start + ON_A_PAGE],
            total=len(listed),
            number=number,
            more=start + ON_A_PAGE < len(listed),
            wanted=wanted,
            kinds=KINDS,
            standings=STANDINGS,
            people=sorted({one.decision.person for one in every}),
            tell=PageTelling(asked.language, {}),
            decided=decided(given),
            taken=_taken(given),
            may_decide=asked.person is not None and asked.person.may("reviewer"),
        )


def reviewer(asked: Asked) -> str:
    """The name of who asks. Raises NotAllowed for one who may not decide."""
    if asked.person is None or not asked.person.may("reviewer"):
        raise NotAllowed(role="reviewer")
    return asked.person.name


def as_row(one: Listed) -> dict[str, Any]:
    """A decision as a row of a file."""
    decision = one.decision
    later = decision.later
    return {
        "id": decision.id,
        "kind": decision.kind,
        "standing": one.standing,
        "relation": decision.relation,
        "promise_id": decision.promise.id,
        "promise_document": decision.promise.doc,
        "promise_text": decision.promise.text,
        "later_id": later.id if later else None,
        "later_document": later.doc if later else None,
        "later_text": later.text if later else None,
        "person": decision.person,
        "note": decision.note,
        "decided_at": decision.decided_at,
        "undoes": decision.undoes or None,
    }


def _exported(every: Iterable[Listed]) -> Response:
    """The file that `yaksok decisions import` takes over."""
    lines = "".join(to_line(decision_record(one.decision)) + "\n" for one in every)
    headers = {"content-disposition": 'attachment; filename="decisions.jsonl"'}
    return Response(lines.encode(), media_type="application/jsonl", headers=headers)


def _back(asked: Asked, made: Made, wanted: Wanted, back: str) -> str:
    """Where the decision was made, with what it led to in the address."""
    said = {"decided": made.decision.kind, "before": made.before or "", "after": made.after or ""}
    if back:
        parts = urlsplit(own_path(back))
        query = "&".join(part for part in (parts.query, urlencode(said)) if part)
        return urlunsplit(("", "", parts.path, query, ""))
    if made.promise is None:
        return asked.url("/decisions", **said)
    later = wanted.later if wanted.kind != "draw" else (made.decision.later.id if made.decision.later else "")
    anchor = f"#link-{later[:12]}" if later else "#history"
    return asked.url(f"/promises/{made.promise.id}", **said) + anchor


def _kind(written: str) -> DecisionKind:
    for kind in KINDS:
        if kind == written:
            return kind
    raise BadParameter(name="kind", value=written[:40], known=", ".join(KINDS))


def _relation(written: str) -> Relation | None:
    for relation in RELATIONS:
        if relation == written:
            return relation
    if written:
        raise BadParameter(name="relation", value=written[:40], known=", ".join(RELATIONS))
    return None


_FILTERS = ("kind", "standing", "person", "relation", "document")


def _filter(given: Mapping[str, str]) -> dict[str, str]:
    """The filter in an address, checked. Raises BadParameter."""
    wanted = {name: (given.get(name) or "")[:200] for name in _FILTERS}
    known = {"kind": KINDS, "standing": STANDINGS, "relation": RELATIONS}
    for name, values in known.items():
        if wanted[name] and wanted[name] not in values:
            raise BadParameter(name=name, value=wanted[name][:40], known=", ".join(values))
    return wanted


def _fits(one: Listed, wanted: Mapping[str, str]) -> bool:
    decision = one.decision
    ends = {decision.promise.doc, decision.later.doc if decision.later else decision.promise.doc}
    return (
        wanted["kind"] in {"", decision.kind}
        and wanted["standing"] in {"", one.standing}
        and wanted["person"] in {"", decision.person}
        and wanted["relation"] in {"", decision.relation or ""}
        and (not wanted["document"] or wanted["document"] in ends)
    )


def _page_number(written: str | None) -> int:
    """Which page is asked for. Raises BadParameter."""
    if not written:
        return 1
    if not written.isascii() or not written.isdigit() or len(written) > 6 or int(written) < 1:
        raise BadParameter(name="page", value=written[:40], known="1, 2, 3 …")
    return int(written)


def _taken(given: Mapping[str, str]) -> tuple[int, int] | None:
    """How many decisions were just taken over, and how many were there already."""
    new, known = given.get("new") or "", given.get("known") or ""
    if not all(one.isascii() and one.isdigit() and len(one) < 10 for one in (new, known)):
        return None
    return int(new), int(known)
