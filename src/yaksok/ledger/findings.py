"""What an audit finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a ledger that does not hold.

    `kind` is a kind of the journal, the name of a table, "journal", "guard" or "database"; `subject` the id of
    the record (or the number of its row), `address` that of the document it belongs to, empty where there is none.
    """

    kind: str
    subject: str
    address: str
    what: str

    def line(self) -> str:
        """The finding in one line."""
        of = f" ({self.address})" if self.address else ""
        return f"{self.kind} {self.subject}{of}: {self.what}"
