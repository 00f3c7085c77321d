"""What is kept in mind while one document is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from yaksok.read.hancom.numbering import Counter
from yaksok.read.hwp.docinfo import DocInfo


@dataclass(slots=True)
class Reading:
    """The state of reading one document. `path` names the file in errors.

    `memos` are texts of memos by their numbers; `unknown` counts private-use characters that no table
    explains; `doubts` are signs of loss, and how often each was met.
    """

    path: str
    info: DocInfo
    counter: Counter
    memos: dict[int, str] = field(default_factory=dict)
    unknown: int = 0
    doubts: dict[str, int] = field(default_factory=dict)

    def doubt(self, reason: str) -> None:
        """Notes a sign that something was lost."""
        self.doubts[reason] = self.doubts.get(reason, 0) + 1
