"""What a mention finder may know of the statement around the text it reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yaksok.records.statement import Act, Genre, Role


@dataclass(frozen=True, slots=True)
class StatementContext:
    """The setting of one statement.

    `document_date` is the first day of what the document gives as its date, None if it gives
    none; `date_precision` says how much of it is real: "day", "month", "year" or "none".
    `section_year` is the year that the headings above speak of ("2019년 하반기 실적"), if any.
    `trail` holds the texts of the headings above, outermost first. `home` is the id of the country
    whose ministry or leader speaks ("KOR"), None where the document does not tell or many speak.
    """

    document_date: date | None = None
    date_precision: str = "none"
    section_year: int | None = None
    role: Role = "item"
    act: Act = "commitment"
    genre: Genre = "other"
    trail: tuple[str, ...] = ()
    home: str | None = None
