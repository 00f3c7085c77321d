"""The language in which a search is asked: words, "phrases", -exclusions, OR, parentheses, field:value.

`parse` takes any text. What cannot be understood as an operator is searched for as words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from yaksok.records.search import SearchNotice
from yaksok.search.analysis import written_words
from yaksok.search.fields import field_named

LONGEST = 2_000
"""Characters of a query that are looked at."""

_DEEPEST = 8
"""Parentheses nested deeper are passed over."""

_QUOTES = {'"': '"', "“": "”", "”": "”", "„": "“", "«": "»", "「": "」", "『": "』", "＂": "＂"}
_BLANK = re.compile(r"[\s\x00-\x1f\x7f\u200b\ufeff]+")
_FIELD = re.compile(r"([^\W\d_]{2,12})[:：]")
_MINUS = "-−–－"
_OR = frozenset({"OR", "|", "또는"})
_AND = frozenset({"AND", "그리고", "&"})
_NOT = frozenset({"NOT"})
_OF_PROSE = frozenset({"또는", "그리고"})
_PROSE = 7
"""From so many words on, a query is a sentence that was copied, in which these are no operators."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be ranked by, as they were written beside each other."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand beside each other."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a hit and the values that it may have, as they were written."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What a hit must not have."""

    node: Node


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Alternatives that were joined by OR."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """What was written beside each other: words rank, all else must hold."""

    nodes: tuple[Node, ...]


Node = Words | Phrase | Field | Not | AnyOf | AllOf


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query as it was understood, and what of it was not."""

    root: AllOf
    notices: tuple[SearchNotice, ...] = ()


class _Piece(NamedTuple):
    kind: str  # word, phrase, field, minus, (, ), or
    text: str
    values: tuple[str, ...] = ()


def parse(query: str) -> Parsed:
    """What a query asks for. Never raises; what was passed over is told in `notices`."""
    notices: list[SearchNotice] = []
    # Halves of characters come from broken programs; no text holds them.
    text = query.encode("utf-8", "ignore").decode()
    if len(text) > LONGEST:
        notices.append(SearchNotice("cut", value=str(LONGEST)))
        text = text[:LONGEST]
    pieces = _without_operators_of_prose(_pieces(_BLANK.sub(" ", text), notices))
    nodes, _ = _sequence(pieces, 0, 0, notices)
    return Parsed(AllOf(tuple(nodes)), tuple(dict.fromkeys(notices)))


# -- pieces -------------------------------------------------------------------------------------


def _pieces(text: str, notices: list[SearchNotice]) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while at < len(text):
        letter = text[at]
        begins = at == 0 or text[at - 1] in " ("
        if letter == " ":
            at += 1
        elif letter in "()":
            pieces.append(_Piece(letter, letter))
            at += 1
        elif letter in _QUOTES:
            phrase, at = _quoted(text, at, notices)
            if phrase:
                pieces.append(_Piece("phrase", phrase))
        elif letter in _MINUS and begins:
            pieces.append(_Piece("minus", letter))
            at += 1
        elif (match := _FIELD.match(text, at)) and (name := field_named(match[1])):
            values, at = _values(text, match.end(), notices)
            if values:
                pieces.append(_Piece("field", name, values))
        else:
            word, at = _word(text, at)
            pieces.append(_operator(word) or _Piece("word", word))
    return pieces


def _operator(word: str) -> _Piece | None:
    if word in _OR:
        return _Piece("or", word)
    if word in _NOT:
        return _Piece("minus", word)
    return _Piece("and", word) if word in _AND else None


def _without_operators_of_prose(pieces: list[_Piece]) -> list[_Piece]:
    if sum(piece.kind == "word" for piece in pieces) < _PROSE:
        return pieces
    return [_Piece("word", piece.text) if piece.text in _OF_PROSE else piece for piece in pieces]


def _word(text: str, at: int) -> tuple[str, int]:
    end = at + 1
    while end < len(text) and text[end] not in ' ()"“”＂':
        end += 1
    return text[at:end], end


def _quoted(text: str, at: int, notices: list[SearchNotice]) -> tuple[str, int]:
    closing = text.find(_QUOTES[text[at]], at + 1)
    if closing < 0 and text[at] == "“":
        closing = text.find('"', at + 1)
    if closing < 0:
        notices.append(SearchNotice("unclosed quotation mark"))
        closing = len(text)
    phrase = text[at + 1 : closing].strip()
    if not written_words(phrase):
        notices.append(SearchNotice("empty phrase"))
        phrase = ""
    return phrase, closing + 1


def _values(text: str, at: int, notices: list[SearchNotice]) -> tuple[tuple[str, ...], int]:
    """The values behind a field's colon, separated by commas; each may be quoted."""
    values = []
    while at < len(text) and text[at] != " ":
        if text[at] in _QUOTES:
            value, at = _quoted(text, at, notices)
        else:
            end = at
            while end < len(text) and text[end] not in " (),，":
                end += 1
            value, at = text[at:end], end
        if value:
            values.append(value)
        if at < len(text) and text[at] in ",，":
            at += 1
        else:
            break
    return tuple(dict.fromkeys(values)), at


# -- nodes --------------------------------------------------------------------------------------


def _sequence(
    pieces: Sequence[_Piece], at: int, depth: int, notices: list[SearchNotice]
) -> tuple[list[Node], int]:
    """The nodes up to the closing parenthesis of this depth, and where they end."""
    nodes: list[Node] = []
    negative = joined = False
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if piece.kind == ")":
            if depth:
                return _with_words_joined(nodes), at
            continue
        if piece.kind == "minus":
            negative = True
            continue
        if piece.kind in {"or", "and"}:
            joined = piece.kind == "or" and bool(nodes)
            continue
        if piece.kind == "(":
            if depth == _DEEPEST:
                continue
            inside, at = _sequence(pieces, at, depth + 1, notices)
            node: Node | None = AllOf(tuple(inside)) if inside else None
        else:
            node = _leaf(piece)
        if node is None:
            continue
        node = Not(node) if negative else node
        if joined:
            before = nodes.pop()
            several = before.nodes if isinstance(before, AnyOf) else (before,)
            node = AnyOf((*several, node))
        nodes.append(node)
        negative = joined = False
    if depth:
        notices.append(SearchNotice("unclosed parenthesis"))
    return _with_words_joined(nodes), at


def _leaf(piece: _Piece) -> Node | None:
    if piece.kind == "phrase":
        return Phrase(piece.text)
    if piece.kind == "field":
        return Field(piece.text, piece.values)
    return Words(piece.text) if written_words(piece.text) else None


def _with_words_joined(nodes: Sequence[Node]) -> list[Node]:
    """Words beside each other as one node, since names are written in several words.

    Words in parentheses alone are part of what was written, as in a sentence that was copied from a document.
    """
    joined: list[Node] = []
    for each in nodes:
        alone = each.nodes[0] if isinstance(each, AllOf) and len(each.nodes) == 1 else None
        node = alone if isinstance(alone, Words) else each
        before = joined[-1] if joined else None
        if isinstance(node, Words) and isinstance(before, Words):
            joined[-1] = Words(f"{before.text} {node.text}")
        else:
            joined.append(node)
    return joined
