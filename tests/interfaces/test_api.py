"""`yaksok.read` and `yaksok.Ledger`: what they take, what they give, what they cost."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.support.ledgers import NewLedger

import yaksok
from yaksok.errors import (
    BadDate,
    BadLedgerAddress,
    BadUsage,
    HomeParty,
    IncompleteDecision,
    LedgerNotFound,
    UnknownDecision,
    UnknownParty,
    UnknownRelation,
    UnknownStatus,
)
from yaksok.interfaces.exports.columns import SHAPES
from yaksok.records.mentions import PartyMention

PLAN = "2024년 누리부 업무계획\n\n2024. 1.\n\n□ 6월까지 페루와 해양안전협정 체결\n□ 갯벌 연구소 확충\n"
REVIEW = "2024년 누리부 자체평가\n\n2025. 1.\n\n□ 페루와 해양안전협정 체결(24.9월)\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> yaksok.Ledger:
    """A plan and its review in a ledger; tests take copies of it."""
    folder = tmp_path_factory.mktemp("made")
    for name, text in (("plan", PLAN), ("review", REVIEW)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    ledger = yaksok.Ledger(folder / "made.db")
    ledger.add([folder / "plan.txt", folder / "review.txt"])
    return ledger


@pytest.fixture
def plan(made: yaksok.Ledger) -> Path:
    """The plan as a file."""
    return next(Path(one.address) for one in made.documents() if one.doc == "plan")


@pytest.fixture
def ledger(made: yaksok.Ledger, tmp_path: Path) -> yaksok.Ledger:
    """A ledger of its own for a test."""
    made.backup(tmp_path / "ledger.db")
    return yaksok.Ledger(tmp_path / "ledger.db")


@pytest.fixture
def either(made: yaksok.Ledger, new_place: NewLedger) -> yaksok.Ledger:
    """The same on each database in turn."""
    place = new_place()
    made.backup(place)
    return yaksok.Ledger(place)


# -- reading ----------------------------------------------------------------------------------


def test_importing_loads_nothing_and_reading_works_before_and_after_the_package_is_loaded(
    plan: Path,
) -> None:
    program = f"""
import sys, yaksok
early = [name for name in sys.modules if name.startswith(("yaksok.", "sqlalchemy", "pyarrow"))]
one = yaksok.read({str(plan)!r})
import yaksok.read.sources
from yaksok import read
two = read({str(plan)!r})
print(early, one == two == yaksok.read_document({str(plan)!r}), yaksok.Ledger.__name__)
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "[] True Ledger\n"


def test_paths_are_texts_or_path_objects(plan: Path) -> None:
    assert yaksok.read(plan) == yaksok.read(str(plan))


def test_other_names_are_missing() -> None:
    with pytest.raises(AttributeError, match="lodger"):
        yaksok.lodger  # type: ignore[attr-defined] # noqa: B018


# -- a ledger ---------------------------------------------------------------------------------


def test_nothing_is_made_before_something_is_added(tmp_path: Path) -> None:
    with yaksok.Ledger(tmp_path / "new.db") as ledger:
        for ask in (ledger.totals, ledger.link, ledger.links, ledger.verify, ledger.decisions):
            with pytest.raises(LedgerNotFound):
                ask()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(BadLedgerAddress):
        yaksok.Ledger("mysql://user@host/name")


def test_adding_tells_of_every_file(ledger: yaksok.Ledger, plan: Path) -> None:
    taken = ledger.add([plan, str(plan.with_name("none.txt"))])
    assert [one.outcome for one in taken] == ["unchanged", None]
    assert taken[1].error is not None
    assert [problem.number for problem in ledger.problems()] == ["Y101"]
    assert ledger.totals().documents == 2


def test_linking_can_wait(plan: Path, tmp_path: Path) -> None:
    ledger = yaksok.Ledger(tmp_path / "later.db")
    ledger.add(plan, link=False)
    progress = ledger.link()
    assert progress is not None
    assert progress.documents == 1
    assert ledger.link() is None
    assert ledger.link(again=True) is not None


def test_statements_and_mentions_by_what_they_are(ledger: yaksok.Ledger) -> None:
    everything = list(ledger.statements())
    assert [one.ref.doc for one in everything] == sorted(one.ref.doc for one in everything)
    promised = list(ledger.statements(act="commitment", doc="plan"))
    assert len(promised) == 2
    assert [one.statement.n for one in ledger.statements(party="PER", doc="plan")] == [
        promised[0].statement.n
    ]
    assert [one.statement.role for one in ledger.statements(role="title")] == ["title", "title"]
    assert list(ledger.statements(doc="plans")) == []
    parties = [one for one in ledger.mentions() if isinstance(one.mention, PartyMention)]
    assert {one.mention.text for one in parties} == {"페루"}


def test_an_iterator_that_is_left_early_holds_nothing(ledger: yaksok.Ledger, tmp_path: Path) -> None:
    for _ in ledger.statements():
        break
    (tmp_path / "new.txt").write_text(PLAN + "□ 청년 인턴 파견\n", encoding="utf-8")
    assert ledger.add(tmp_path / "new.txt")[0].outcome == "added"


def test_links_by_document_relation_and_state(ledger: yaksok.Ledger) -> None:
    links = ledger.links()
    assert links
    assert ledger.links(doc="review") == links
    assert ledger.links(doc="other") == []
    assert ledger.links(relation=links[0].relation)[0] == links[0]
    assert ledger.links(state="rejected") == []
    with pytest.raises(UnknownRelation):
        ledger.links(relation="likes")  # type: ignore[arg-type]


def test_promises_as_of_a_day(ledger: yaksok.Ledger) -> None:
    (early,) = ledger.promises(as_of="2024-03-01", party="PER")
    (late,) = ledger.promises(as_of=date(2025, 3, 1), party="PER")
    assert early.status == "not_yet_due"
    assert late.evidence
    assert late in ledger.promises(as_of="2025-03-01", status=late.status)
    assert ledger.promises(as_of="2025-03-01", status="broken") == []


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"as_of": "soon"}, BadDate),
        ({"party": "PERU"}, UnknownParty),
        ({"party": "KOR"}, HomeParty),
        ({"status": "done"}, UnknownStatus),
    ],
)
def test_what_cannot_be_asked(made: yaksok.Ledger, given: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        made.promises(**given)  # type: ignore[arg-type]


def test_why_takes_a_verdict_a_reference_and_words(ledger: yaksok.Ledger) -> None:
    (verdict,) = ledger.promises(as_of="2025-03-01", party="PER")
    cards = [
        ledger.why(one, as_of="2025-03-01") for one in (verdict, verdict.promise, "해양안전협정", "plan:3")
    ]
    assert {card.verdict.promise for card in cards} == {verdict.promise}
    assert {card.verdict.status for card in cards} == {verdict.status}


def test_grades_count_every_promise(ledger: yaksok.Ledger) -> None:
    card = ledger.grade("cpp", as_of="2025-03-01", document="plan")
    assert card.number == len(ledger.promises(as_of="2025-03-01"))


# -- deciding ---------------------------------------------------------------------------------


def test_a_decision_is_made_seen_and_taken_back(either: yaksok.Ledger) -> None:
    ledger = either
    link = ledger.links()[0]
    made = ledger.decide("reject", link.source, link.target, person="Kim Mina", note="another treaty")
    assert [each.state for each in ledger.links()][:1] == ["rejected"]
    assert made.note == "another treaty"
    ledger.undo(made, person="Kim Mina")
    assert [each.standing for each in ledger.decisions()] == ["taken back", "holds"]
    assert ledger.links()[0] == link
    again = ledger.decide("relabel", link.source.id, "review:3", person="Kim Mina", relation="progressed_by")
    assert ledger.links(state="relabelled")[0].decision == again.id
    with pytest.raises(UnknownDecision):
        ledger.undo("ffff", person="Kim Mina")


def test_a_decision_that_lacks_something_is_refused(ledger: yaksok.Ledger) -> None:
    link = ledger.links()[0]
    with pytest.raises(IncompleteDecision, match="relation"):
        ledger.decide("relabel", link.source, link.target, person="Kim Mina")
    with pytest.raises(IncompleteDecision, match="later"):
        ledger.decide("accept", link.source, person="Kim Mina")
    with pytest.raises(IncompleteDecision, match="note"):
        ledger.decide("note", link.source, person="Kim Mina")
    with pytest.raises(BadUsage, match="undo"):
        ledger.decide("undo", link.source, link.target, person="Kim Mina")  # type: ignore[arg-type]
    with pytest.raises(UnknownRelation):
        ledger.decide("draw", link.source, link.target, person="Kim Mina", relation="likes")  # type: ignore[arg-type]
    assert ledger.decisions() == []


# -- taking out -------------------------------------------------------------------------------


def test_a_ledger_verifies_and_is_copied(ledger: yaksok.Ledger, tmp_path: Path) -> None:
    check = ledger.verify(heads=["f" * 32])
    assert (check.holds, len(check.findings), check.extent.documents) == (False, 1, 2)
    assert ledger.backup(tmp_path / "copy.db") == ledger.totals()


def test_tables_are_the_same_on_both_databases(either: yaksok.Ledger, made: yaksok.Ledger) -> None:
    for name in SHAPES:
        mine, theirs = (list(one.table(name, as_of="2025-03-01").rows()) for one in (either, made))
        assert mine == theirs
        assert mine or name in {"decisions", "problems"}


def test_exports_are_the_same_on_both_databases(
    either: yaksok.Ledger, made: yaksok.Ledger, tmp_path: Path
) -> None:
    for form in ("prov", "annotations"):
        for name, one in (("mine", either), ("theirs", made)):
            day = "2025-03-01" if form == "prov" else None
            one.export(tmp_path / f"{name}.{form}", format=form, as_of=day)
        assert (tmp_path / f"mine.{form}").read_bytes() == (tmp_path / f"theirs.{form}").read_bytes()


def test_frames_have_types(ledger: yaksok.Ledger) -> None:
    polars = pytest.importorskip("polars")
    statements, promises = ledger.table("statements"), ledger.table("promises", as_of="2025-03-01")
    frame = promises.to_polars()
    assert frame.schema["due"] == polars.Date
    assert frame.schema["parties"] == polars.List(polars.String)
    assert ledger.table("documents").to_polars().schema["added_at"] == polars.Datetime("us", "UTC")
    assert frame.rows() == [tuple(row.values()) for row in promises.rows()]
    pandas_frame = statements.to_pandas()
    assert pandas_frame["trail"].map(type).eq(list).all()
    assert [str(pandas_frame[name].dtype) for name in ("span_start", "parent")] == ["Int64", "Int64"]
    assert str(promises.to_pandas()["due"].dtype).startswith("datetime64")
    assert [batch.num_rows for batch in statements.batches(size=2)][:1] == [2]
    assert statements.columns == tuple(statements.to_arrow().column_names)


def test_a_table_without_rows_has_its_columns(ledger: yaksok.Ledger) -> None:
    empty = ledger.table("decisions")
    assert list(empty.rows()) == []
    assert empty.to_polars().shape == empty.to_pandas().shape == (0, len(empty.columns))
