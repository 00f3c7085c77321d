"""The order of the stages; the only module that names them all."""

from __future__ import annotations

from yaksok.outline.outline import outline_of
from yaksok.records.source import SourceText
from yaksok.records.statement import Document
from yaksok.statements.assemble import statements_of


def read_source(source: SourceText) -> Document:
    """The document in a source text: outline, statements, acts and mentions.

    A pure function of the source: no clock, no network, no database.
    """
    outline = outline_of(source)
    assembled = statements_of(outline, source.text, source.layout)
    return Document(
        title=outline.title,
        date=outline.date,
        issuer=outline.head.issuer,
        genre=outline.head.genre,
        language=outline.head.language,
        text=assembled.text,
        statements=assembled.statements,
        layout=assembled.layout,
    )
