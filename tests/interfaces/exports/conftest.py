"""Ledgers to be exported."""

from __future__ import annotations

from pathlib import Path

import pytest

import yaksok

PLAN = """2024년 누리부 주요업무 추진계획

2024. 1.

□ 페루와의 협력
 ㅇ 2024년 6월까지 페루와 해양안전협정 체결
 - =HYPERLINK("http://example.org") 형태의 문구 정비
 ㅇ 협력기금 3,200만불 조성
"""

REVIEW = """2024년 누리부 자체평가 결과

2025. 1.

□ 페루와의 협력 성과
 ㅇ 페루와 해양안전협정 체결(24.9월)
"""


def make_ledger(folder: Path) -> yaksok.Ledger:
    """Two text files and a sample with addresses, one decision, one file that cannot be read."""
    papers = folder / "papers"
    papers.mkdir()
    (papers / "plan.txt").write_text(PLAN, encoding="utf-8")
    (papers / "review.txt").write_text(REVIEW, encoding="utf-8")
    (papers / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    samples = Path(__file__).resolve().parents[3] / "examples" / "formats"
    ledger = yaksok.Ledger(folder / "ledger.db")
    ledger.add(
        [
            papers,
            samples / "hwpx" / "2024-work-plan.hwpx",
            samples / "pdf" / "2021-12-climate-press-release.pdf",
        ]
    )
    link = ledger.links(doc="review")[0]
    ledger.decide("accept", link.source, link.target, person="김미나 & <누리>", note="=읽어 봄")
    return ledger


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> yaksok.Ledger:
    """A small ledger with every kind of record; tests do not change it."""
    return make_ledger(tmp_path_factory.mktemp("exported"))
