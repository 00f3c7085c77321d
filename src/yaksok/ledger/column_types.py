"""Types of columns that behave the same in SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import BigInteger, Integer, String, Text

# SQLite numbers rows by itself only where the type is exactly INTEGER.
KEY = BigInteger().with_variant(Integer, "sqlite")

# Texts are ordered by their code points everywhere, not by the habits of a country.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")


def letters(most: int) -> String:
    """Text of at most so many letters."""
    return String(most).with_variant(String(most, collation="C"), "postgresql")
