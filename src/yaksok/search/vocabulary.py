"""The words of a query, cut by the words that the index holds.

Cutting a query with Kiwi would cost seconds for loading it. The index knows every morpheme that Kiwi found in the
documents and how often, so a query is cut into the most probable of these; what none of them covers is looked for by pairs of letters.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, MutableMapping
from typing import NamedTuple

from yaksok.search.analysis import Token, is_latin, stem, surface, written_words

LONGEST_PIECE = 6
_LONGEST_WORD = 40

# Particles and endings that may close a word: they are no pieces of their own.
_PARTICLES = (
    "은 는 이 가 을 를 의 에 와 과 도 만 로 으로 에서 에게 께서 까지 부터 보다 처럼 마다 이나 나 라도 이라도 으로서 로서 으로써 로써 "
    "에의 에서의 으로의 로의 와의 과의 까지의 부터의 에도 에는 에서는 에서도 으로는 로는 이며 이고 이란 란 인 일 임 이다 것임 "
    "적 적인 적으로 들 들의 들이 들을 들은 들과 들에 등 등의 등을 등에 등과"
)
_OF_VERBS = frozenset(
    "하다 하려는 하려고 하고자 하지 하면서 하여야 해야 해서 하는데 하였던 하던 하는 하여 해 한 할 함 하고 하며 하기 하게 하면 하도록 "
    "하였다 했다 하였음 했음 하겠다 한다 합니다 하였습니다 하기로 함으로써".split()
)
_PASSIVE = "되다 되지 되면서 되어야 되었던 되던 되는 되어 된 될 됨 되고 되며 되기 되면 되도록 되었다 됐다 되었음 된다 됩니다"
_CLOSING = _OF_VERBS.union(_PARTICLES.split(), _PASSIVE.split())
_SUFFIXES = frozenset("화적들별")
"""Letters that make a noun of another one and are no words of their own."""
_PLAIN = 3
"""Up to so many letters a known word is taken whole."""
_SINGLE = 1.0
"""A piece of one letter costs so much more: it is mostly an accident."""
_RARE = 0.08
"""So much more costs a piece that stands in a third as many entries."""
_DOUBTED = 0.5
"""So much more costs a piece that is a word in a third as many of the entries that hold its letters: 관한 is a noun
in five of fifty thousand, where Kiwi went wrong."""
_CLOSES = 0.4
_UNKNOWN = 3.5
"""What a letter costs that no piece covers."""


class Cut(NamedTuple):
    """A word of the query, cut: `known` are terms of the words' field, `pairs` of the surface's."""

    written: str
    start: int
    end: int
    known: tuple[str, ...]
    pairs: tuple[str, ...]


Terms = tuple[tuple[str, ...], tuple[str, ...]]
"""The terms and the pairs of a word."""


def cut(
    text: str,
    *,
    frequency: Callable[[str], int],
    letters: Callable[[str], int],
    entries: int,
    kept: MutableMapping[str, Terms],
) -> list[Cut]:
    """The words of a query.

    `frequency` says in how many of some entries a morpheme stands, 0 for none, `letters` in how many a pair of
    letters does. `kept` has words that were cut before by the same frequencies, and gets these.
    """
    vocabulary = _Vocabulary(frequency, letters, math.log(entries + 1))
    found = []
    for word in written_words(text):
        terms = kept.get(word.form)
        if terms is None:
            terms = kept[word.form] = _cut_word(word, vocabulary)
        found.append(Cut(word.form[:_LONGEST_WORD], word.start, word.end, *terms))
    return found


class _Vocabulary(NamedTuple):
    """What a piece costs.

    Few pieces cost little, and of two as long the one that the index has more often, and more often where its letters are.
    """

    frequency: Callable[[str], int]
    letters: Callable[[str], int]
    most: float  # the logarithm of the number of entries

    def cost(self, piece: str, around: str = "") -> float | None:
        """None for a piece that the index does not have; `around` is a piece of one letter with its neighbours."""
        count = self.frequency(piece)
        if not count:
            return None
        cost = 1.0 + _RARE * (self.most - math.log(count)) + (_SINGLE if len(piece) == 1 else 0.0)
        held = min(self.letters(token.form) for token in surface(around or piece))
        return cost + (_DOUBTED * math.log(held / count) if held > count else 0.0)


def _cut_word(word: Token, vocabulary: _Vocabulary) -> Terms:
    if is_latin(word.form):
        return (stem(word.form),), ()
    written = word.form[:_LONGEST_WORD]
    known: dict[str, None] = {}
    pairs: dict[str, None] = {}
    for piece in _pieces(written, vocabulary):
        if piece.term:
            known[piece.term] = None
            known.update(dict.fromkeys(_parts(piece.term, vocabulary.frequency)))
        elif not piece.closes:
            # With a letter to each side, so that a single letter finds its word.
            start, end = (
                (piece.start, piece.end) if piece.end - piece.start > 1 else (piece.start - 1, piece.end + 1)
            )
            around = written[max(start, 0) : end]
            pairs.update(dict.fromkeys(token.form for token in surface(around)))
    return tuple(known), tuple(pairs)


class _Piece(NamedTuple):
    """A piece of a word: the term that it is, "" for none; `closes`: an ending that means nothing by itself."""

    start: int
    end: int
    term: str
    closes: bool = False


def _pieces(word: str, vocabulary: _Vocabulary) -> list[_Piece]:
    """A word in the pieces that cost least together; neighbours that are not known are one."""
    return _plain(word, vocabulary) or _cheapest(word, vocabulary)


def _plain(word: str, vocabulary: _Vocabulary) -> list[_Piece]:
    """A short word of the index with an ending or without one, as most are; empty for any other."""
    choices: list[tuple[float, list[_Piece]]] = []
    if word[1:] in _OF_VERBS:
        verb = word[0] + "하"
        cost = vocabulary.cost(verb)
        if cost is not None:
            choices.append((cost, [_Piece(0, len(word), verb)]))
    for end in range(2, min(len(word), _PLAIN) + 1):
        if end == len(word) or _closes(word[end:]):
            cost = vocabulary.cost(word[:end])
            if cost is not None:
                whole = _Piece(0, end, word[:end])
                if end == len(word):
                    choices.append((cost, [whole]))
                else:
                    choices.append((cost + _CLOSES, [whole, _Piece(end, len(word), "", closes=True)]))
    return min(choices)[1] if choices else []


def _closes(piece: str) -> bool:
    """Whether a word may end in this without meaning something else: particles and endings, also behind a suffix."""
    return piece in _CLOSING or (piece[0] in _SUFFIXES and (len(piece) == 1 or piece[1:] in _CLOSING))


def _cheapest(word: str, vocabulary: _Vocabulary) -> list[_Piece]:
    best: list[tuple[float, _Piece]] = [(0.0, _Piece(0, 0, ""))]
    for end in range(1, len(word) + 1):
        choice = (best[end - 1][0] + _UNKNOWN, _Piece(end - 1, end, ""))
        for start in range(max(0, end - LONGEST_PIECE), end):
            for cost, piece in _choices(word, start, end, vocabulary):
                if best[start][0] + cost < choice[0]:
                    choice = (best[start][0] + cost, piece)
        best.append(choice)
    pieces: list[_Piece] = []
    end = len(word)
    while end:
        piece = best[end][1]
        end = piece.start
        after = pieces[-1] if pieces else None
        if after is not None and not (piece.term or after.term or after.closes):
            pieces[-1] = _Piece(piece.start, after.end, "")
        else:
            pieces.append(piece)
    return pieces[::-1]


def _choices(word: str, start: int, end: int, vocabulary: _Vocabulary) -> Iterator[tuple[float, _Piece]]:
    piece, last = word[start:end], end == len(word)
    cost = vocabulary.cost(piece, word[max(start - 1, 0) : end + 1] if len(piece) == 1 else "")
    if cost is not None:
        yield cost, _Piece(start, end, piece)
    if start and last and _closes(piece):
        yield _CLOSES, _Piece(start, end, "", closes=True)
    if last and piece[1:] in _OF_VERBS:  # 관한, 위하여: the verb as the index has it
        verb = piece[0] + "하"
        cost = vocabulary.cost(verb)
        if cost is not None:
            yield cost, _Piece(start, end, verb)


def _parts(piece: str, frequency: Callable[[str], int]) -> tuple[str, ...]:
    """The words that a long one is made of, where Kiwi took them apart elsewhere: 정상, 회의."""
    if len(piece) < 4:
        return ()
    for middle in range(len(piece) - 2, 1, -1):
        first, second = piece[:middle], piece[middle:]
        if frequency(first) and frequency(second):
            return first, second, *_parts(first, frequency), *_parts(second, frequency)
    return ()
