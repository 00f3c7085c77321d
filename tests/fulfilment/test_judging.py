"""Each status from documents made by hand, and what its reason must say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from yaksok.fulfilment.judging import judge
from yaksok.ledger.reader import StoredDocument
from yaksok.links.proposing import propose_links
from yaksok.records.commitment import Verdict

Stored = Callable[..., StoredDocument]
AGREEMENT = "누리 해양 안전 협정 체결"
FILLERS = (
    "청년 인턴 파견 인원 증원",
    "해적 피해 예방 안내문",
    "기록 보존 서고 습도 조절",
    "통역 인력 풀 정비",
)


@pytest.fixture
def verdict(stored: Stored, line: Any) -> Callable[..., Verdict]:
    """The verdict on the first statement of a plan of 2019, given what a review of 2021 says."""

    def made(promise: Any, *later: Any, as_of: date = date(2021, 6, 1), review: bool = True) -> Verdict:
        fillers = [line("context", text) for text in FILLERS]
        documents = [stored("plan", "2019-03", promise, *fillers)]
        if review:
            documents.append(stored("review", "2021-01", *later, line("result", "도서관 개축 공사비 정산")))
        return judge(documents, propose_links(documents), as_of=as_of)[0]

    return made


@pytest.fixture
def promise(line: Any) -> Any:
    return line("commitment", AGREEMENT, parties=["PER"])


@pytest.fixture
def dated(line: Any) -> Any:
    times = [("20.6월", "2020-06-01", "2020-06-30", "planned")]
    return line("commitment", f"{AGREEMENT}(20.6월)", parties=["PER"], times=times)


def test_kept(verdict: Callable[..., Verdict], promise: Any, line: Any) -> None:
    told = verdict(promise, line("result", f"{AGREEMENT} 완료", parties=["PER"]))
    assert told.status == "kept"
    assert told.evidence[0].statement.doc == "review"
    assert "review (2021-01) reports it done" in told.why


def test_kept_late(verdict: Callable[..., Verdict], dated: Any, line: Any) -> None:
    times = [("20.11월", "2020-11-01", "2020-11-30", "occurred")]
    told = verdict(dated, line("result", f"{AGREEMENT}(20.11월)", parties=["PER"], times=times))
    assert (told.status, told.late, told.done, told.effective) == (
        "partly_kept",
        True,
        "whole",
        date(2020, 11, 1),
    )
    assert told.why.endswith("It was due on 2020-06-30, so it came late and counts as partly kept.")


def test_partly_kept(verdict: Callable[..., Verdict], line: Any) -> None:
    told = verdict(
        line("commitment", "페루, 칠레와 갯벌 보전 파트너십 구축", parties=["PER", "CHL"]),
        line("result", "페루 갯벌 보전 파트너십 체결", parties=["PER"]),
    )
    assert told.status == "partly_kept"


def test_in_progress(verdict: Callable[..., Verdict], promise: Any, line: Any) -> None:
    told = verdict(promise, line("result", f"{AGREEMENT} 협상 착수", parties=["PER"]))
    assert told.status == "in_progress"


def test_promised_again(verdict: Callable[..., Verdict], promise: Any, line: Any) -> None:
    told = verdict(promise, line("commitment", AGREEMENT, parties=["PER"]))
    assert told.status == "in_progress"
    assert "promises it again" in told.why


def test_broken(verdict: Callable[..., Verdict], promise: Any, line: Any) -> None:
    told = verdict(promise, line("result", f"{AGREEMENT} 무산", parties=["PER"]))
    assert told.status == "broken"


def test_done_after_all_is_kept(verdict: Callable[..., Verdict], promise: Any, line: Any) -> None:
    told = verdict(
        promise,
        line("result", f"{AGREEMENT} 무산", parties=["PER"]),
        line("result", f"{AGREEMENT} 완료", parties=["PER"]),
    )
    assert told.status == "kept"


def test_superseded(verdict: Callable[..., Verdict], line: Any) -> None:
    told = verdict(
        line("commitment", "누리 전략적 동반자 관계의 갯벌 분야 실질적 발전", parties=["PER"]),
        line("commitment", "누리 갯벌 관계의 안정적 관리", parties=["PER"]),
    )
    assert told.status == "superseded"


def test_not_yet_due(verdict: Callable[..., Verdict], dated: Any) -> None:
    told = verdict(dated, as_of=date(2020, 6, 30), review=False)
    assert told.status == "not_yet_due"
    assert "due on 2020-06-30" in told.why


def test_overdue(verdict: Callable[..., Verdict], dated: Any) -> None:
    told = verdict(dated)
    assert (told.status, told.evidence) == ("overdue_no_evidence", ())
    assert "None of the later documents searched (1: review) reports that it was done." in told.why


def test_overdue_with_nothing_to_search(verdict: Callable[..., Verdict], dated: Any) -> None:
    told = verdict(dated, as_of=date(2020, 7, 1), review=False)
    assert told.status == "overdue_no_evidence"
    assert "no later document was there to be searched" in told.why


def test_silent(verdict: Callable[..., Verdict], promise: Any) -> None:
    told = verdict(promise)
    assert told.status == "silent"
    assert "None of the later documents searched (1: review) mentions it again." in told.why


def test_without_later_documents_nothing_is_silent(verdict: Callable[..., Verdict], promise: Any) -> None:
    told = verdict(promise, review=False)
    assert told.status == "not_yet_due"
    assert "nothing could be searched" in told.why


def test_rhetoric_cannot_be_judged(verdict: Callable[..., Verdict], line: Any) -> None:
    assert verdict(line("commitment", "협력 강화")).status == "not_testable"


def test_only_what_was_published_by_the_day_counts(
    verdict: Callable[..., Verdict], promise: Any, line: Any
) -> None:
    report = line("result", f"{AGREEMENT} 완료", parties=["PER"])
    assert verdict(promise, report, as_of=date(2020, 12, 31)).status == "not_yet_due"
    assert verdict(promise, report, as_of=date(2021, 1, 1)).status == "kept"


def test_promises_of_the_future_are_not_judged(stored: Stored, promise: Any) -> None:
    documents = [stored("plan", "2019-03", promise)]
    assert judge(documents, [], as_of=date(2019, 2, 28)) == []


def test_documents_of_the_same_issuer_are_named_as_searched(stored: Stored, line: Any, promise: Any) -> None:
    documents = [
        stored("plan", "2019-03", promise, *(line("context", text) for text in FILLERS)),
        stored("review", "2021-01", line("result", "도서관 개축")),
        stored("elsewhere", "2021-02", line("result", "도로 포장"), issuer="다른 기관"),
    ]
    why = judge(documents, propose_links(documents), as_of=date(2022, 1, 1))[0].why
    assert "(1: review)" in why


def test_parties_of_headings_count_as_the_promises(stored: Stored, line: Any) -> None:
    documents = [
        stored(
            "plan",
            "2019-03",
            line("none", "누리 관계", parties=["PER"], role="heading"),
            line("commitment", "갯벌 철새 서식지 조사", parties=["CHL"], under=1),
        )
    ]
    assert judge(documents, [], as_of=date(2020, 1, 1))[0].parties == ("CHL", "PER")


def test_a_step_before_the_day_does_not_show_it_done(
    verdict: Callable[..., Verdict], dated: Any, line: Any
) -> None:
    step = line("result", f"{AGREEMENT} 협상 착수", parties=["PER"])
    assert verdict(dated, step).status == "in_progress"


@pytest.mark.parametrize(("accounts", "status"), [(1, "in_progress"), (2, "silent")])
def test_promised_again_and_then_no_more(
    stored: Stored, line: Any, promise: Any, accounts: int, status: str
) -> None:
    fillers = [line("context", text) for text in FILLERS]
    documents = [stored("plan", "2019-03", promise, *fillers), stored("next plan", "2020-03", promise)]
    documents += [
        stored(f"account {year}", f"202{year + 1}-03", line("result", "도서관 개축 공사비 정산"))
        for year in range(accounts)
    ]
    told = judge(documents, propose_links(documents), as_of=date(2024, 1, 1))[0]
    assert told.status == status
    assert ("for the last time" in told.why) == (status == "silent")


def test_overdue_after_a_step(stored: Stored, line: Any, dated: Any) -> None:
    fillers = [line("context", text) for text in FILLERS]
    step = line("result", f"{AGREEMENT} 협상 착수", parties=["PER"])
    documents = [
        stored("plan", "2019-03", dated, *fillers),
        stored("review", "2020-01", step),
        stored("later", "2021-01", line("result", "도서관 개축 공사비 정산")),
    ]
    told = judge(documents, propose_links(documents), as_of=date(2024, 1, 1))[0]
    assert told.status == "overdue_no_evidence"
    assert "The last step reported is" in told.why


def test_documents_of_the_same_issuer_but_another_kind_are_told(
    stored: Stored, line: Any, promise: Any
) -> None:
    documents = [
        stored("plan", "2019-03", promise, *(line("context", text) for text in FILLERS)),
        stored("news", "2021-02", line("result", "도로 포장"), genre="press_release"),
    ]
    told = judge(documents, propose_links(documents), as_of=date(2022, 1, 1))[0]
    assert told.search is not None
    assert (told.search.outcome, told.search.scope.reach) == ("nothing_found", "issuer")


def test_documents_of_others_only_are_told(stored: Stored, line: Any, promise: Any) -> None:
    documents = [
        stored("plan", "2019-03", promise, *(line("context", text) for text in FILLERS)),
        stored("elsewhere", "2021-02", line("result", "도로 포장"), issuer="다른 기관"),
    ]
    told = judge(documents, propose_links(documents), as_of=date(2022, 1, 1))[0]
    assert told.search is not None
    assert (told.status, told.search.scope.reach) == ("silent", "others")
    assert "all of other issuers (1: elsewhere)" in told.why


def test_a_rejected_link_counts_for_nothing(stored: Stored, line: Any, promise: Any) -> None:
    report = line("result", f"{AGREEMENT} 완료", parties=["PER"])
    documents = [
        stored("plan", "2019-03", promise, *(line("context", text) for text in FILLERS)),
        stored("review", "2021-01", report, line("result", "도서관 개축 공사비 정산")),
    ]
    links = propose_links(documents)
    assert judge(documents, links, as_of=date(2022, 1, 1))[0].status == "kept"
    rejected = [replace(link, state="rejected") for link in links]
    assert judge(documents, rejected, as_of=date(2022, 1, 1))[0].status == "silent"


def test_the_issuers_own_report_is_marked(verdict: Callable[..., Verdict], promise: Any, line: Any) -> None:
    told = verdict(promise, line("result", f"{AGREEMENT} 완료", parties=["PER"]))
    assert told.self_reported is True
    assert verdict(promise).self_reported is None


def test_an_unknown_issuer_is_told(stored: Stored, line: Any, promise: Any) -> None:
    documents = [
        stored("plan", "2019-03", promise, *(line("context", text) for text in FILLERS), issuer=None),
        stored("elsewhere", "2021-02", line("result", "도로 포장"), issuer=None),
    ]
    told = judge(documents, propose_links(documents), as_of=date(2022, 1, 1))[0]
    assert told.search is not None
    assert told.search.scope.reach == "anyone"
    assert "whoever issued them (1: elsewhere)" in told.why
