"""Plan against plan: two documents side by side, and where the attention went over the years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import BadParameter, UnknownDocument
from yaksok.interfaces.deciding import deciding_on
from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.telling.words import Words
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.interfaces.web.charts import Chart, ChartRow, Label
from yaksok.interfaces.web.downloads import asked_format, download
from yaksok.interfaces.web.keeping import kept
from yaksok.interfaces.web.rendering import page
from yaksok.views.drift import DRIFT_KINDS, Comparison, Drift, DriftKind, compare, drifts_of
from yaksok.views.plans import PLANS, Attention, Plan, attention, in_order, likely_pairs, plan_named, plans

router = APIRouter()

DRIFT_WORDS: Mapping[str, str] = {
    "continued": N_("Continued"),
    "renamed": N_("Renamed"),
    "changed": N_("Changed"),
    "dropped": N_("Not taken up"),
    "new": N_("New here"),
}
CHANGE_WORDS: Mapping[str, str] = {
    "renamed": N_("renamed"),
    "narrowed": N_("narrowed"),
    "widened": N_("widened"),
    "postponed": N_("postponed"),
    "brought_forward": N_("brought forward"),
    "amount_changed": N_("amount changed"),
    "weakened": N_("worded more weakly"),
    "strengthened": N_("worded more firmly"),
    "handed_over": N_("handed over"),
    "merged": N_("merged"),
    "split": N_("split"),
    "replaced": N_("replaced"),
    "withdrawn": N_("withdrawn"),
    "failed": N_("failed"),
    "fulfilled": N_("fulfilled"),
}
SHOWN = 20
"""So many pairs of a kind are shown at first."""

COLUMNS: dict[str, type] = {
    "kind": str,
    "earlier_document": str,
    "earlier_n": int,
    "earlier_id": str,
    "earlier_text": str,
    "earlier_status": str,
    "later_document": str,
    "later_n": int,
    "later_id": str,
    "later_text": str,
    "later_status": str,
    "changes": str,
    "reported_in_later": str,
    "evidence": int,
    "score": float,
    "decided": bool,
}


@router.get("/compare")
def comparing(request: Request) -> Response:
    """Two documents, chosen by their stems; without them the newest plausible pair is proposed."""
    given = request.query_params
    with asking(request) as asked:
        one, other = named(asked, given, "one"), named(asked, given, "other")
        if one and other:
            return compared(asked, *in_order(one, other))
        found = every_plan(asked)
        return page(
            asked,
            "compare.html",
            found=found,
            pairs=likely_pairs(found)[:12],
            one=one,
            other=other,
            comparison=None,
            heats=heats(asked, None),
        )


def every_plan(asked: Asked) -> list[Plan]:
    """The plans to choose from."""
    return kept(asked, "plans", lambda: plans(asked.connection, as_of=asked.as_of))


def named(asked: Asked, given: QueryParams, name: str) -> Plan | None:
    """The document that a parameter names; None where it is missing. Raises UnknownDocument."""
    stem = (given.get(name) or "")[:200]
    if not stem:
        return None
    found = kept(asked, ("plan", stem), lambda: plan_named(asked.connection, stem, as_of=asked.as_of))
    if found is None:
        raise UnknownDocument(value=stem)
    return found


def compared(asked: Asked, earlier: Plan, later: Plan) -> Response:
    """The page of two documents."""
    given = asked.request.query_params
    kinds = kinds_asked(given)
    comparison = kept(
        asked,
        ("compare", earlier.version, later.version),
        lambda: compare(
            asked.connection,
            asked.shelf,
            deciding_on(asked.connection),
            earlier.version,
            later.version,
        ),
    )
    form = asked_format(given.get("format"))
    if form:
        rows = (as_row(each, earlier, later) for each in drifts_of(comparison, kinds))
        return download(rows, COLUMNS, name=f"compare-{earlier.stem}-{later.stem}"[:120], form=form)
    found = every_plan(asked)
    return page(
        asked,
        "compare.html",
        found=found,
        pairs=[],
        one=earlier,
        other=later,
        comparison=comparison,
        groups=groups_of(comparison, kinds),
        kinds=kinds,
        every_kind=DRIFT_KINDS,
        drift_words=DRIFT_WORDS,
        change_words=CHANGE_WORDS,
        heats=heats(asked, later),
    )


def groups_of(
    comparison: Comparison, kinds: frozenset[DriftKind]
) -> list[tuple[DriftKind, int, list[Drift]]]:
    """The pairs by kind with their number: the first ones of each kind, all where kinds are asked for."""
    found = []
    for kind in DRIFT_KINDS:
        several = list(drifts_of(comparison, frozenset({kind})))
        if several and (not kinds or kind in kinds):
            found.append((kind, len(several), several if kinds else several[:SHOWN]))
    return found


def kinds_asked(given: QueryParams) -> frozenset[DriftKind]:
    """The kinds in `kind`; none for all. Raises BadParameter."""
    written = {value for value in given.getlist("kind") if value}
    for value in written:
        if value not in DRIFT_KINDS:
            raise BadParameter(name="kind", value=value[:40], known=", ".join(DRIFT_KINDS))
    return frozenset(kind for kind in DRIFT_KINDS if kind in written)


def as_row(each: Drift, earlier: Plan, later: Plan) -> dict[str, Any]:
    """A pair as a row of a file."""
    one, other = each.earlier, each.later
    return {
        "kind": each.kind,
        "earlier_document": earlier.stem,
        "earlier_n": one.n if one else None,
        "earlier_id": one.id if one else None,
        "earlier_text": one.text if one else None,
        "earlier_status": one.status if one else None,
        "later_document": later.stem,
        "later_n": other.n if other else None,
        "later_id": other.id if other else None,
        "later_text": other.text if other else None,
        "later_status": other.status if other else None,
        "changes": "; ".join(f"{change.kind}: {change.before} > {change.after}" for change in each.changes),
        "reported_in_later": " ".join(f"{ref.doc}:{ref.n}" for ref in each.reports),
        "evidence": one.evidence if one else None,
        "score": each.score,
        "decided": each.decided,
    }


def heats(asked: Asked, like: Plan | None) -> list[Chart]:
    """The share of attention over the years by topic and by party, of the issuer of a document, or of all plans."""
    issuer = like.issuer if like else None
    genres = (like.genre,) if like else PLANS
    made: list[tuple[str, Attention]] = kept(
        asked,
        ("attention", issuer, genres),
        lambda: [
            ("topic", attention(asked.shelf, "topic", issuer=issuer, genres=genres)),
            ("party", attention(asked.shelf, "party", issuer=issuer, genres=genres)),
        ],
    )
    return [_heat(asked, by, each) for by, each in made if each.rows]


def _heat(asked: Asked, by: str, found: Attention) -> Chart:
    messages, words = catalogue(asked.language), Words(asked.language)
    topics = by == "topic"
    title = (
        N_("Share of each year's promises by topic")
        if topics
        else N_("Share of each year's promises that name a party")
    )
    return Chart(
        id=f"attention-by-{by}",
        kind="heat",
        title=messages.gettext(title),
        corner=messages.gettext("Topic") if topics else messages.gettext("Party"),
        columns=tuple(
            Label(year, f"{year} ({number})")
            for year, number in zip(found.years, found.promises, strict=True)
        ),
        rows=tuple(
            ChartRow(
                Label(value, words.topic(value) if topics else words.party(value)),
                tuple(round(share, 4) for share in shares),
                asked.url("/promises", topic=value) if topics else asked.url(f"/parties/{value}"),
            )
            for value, shares in found.rows
        ),
    )
