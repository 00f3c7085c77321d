"""How a text is cut into the words that are searched for.

Two streams come of every text. The **surface** stream needs no dictionary: words of Latin letters and
numbers as they stand, in lower case, and of all other writing the pairs of neighbouring letters, so that
공급망을 gives 공급, 급망, 망을. It holds every name, also one that no dictionary knows, and tells whether a
phrase stands somewhere to the letter. The **words** stream is what people mean: the morphemes that carry a
meaning, as Kiwi finds them, and the stems of English words.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Any, NamedTuple, Protocol

LATIN = "0-9A-Za-zÀ-ÖØ-öø-ɏ"
# Two middle dots of Korean writing count as letters in Unicode and join nothing.
_DOTS = "ㆍᆞ"
_WORD = re.compile(rf"[{LATIN}]+(?:[.,][0-9]+)*|[^\W_{LATIN}{_DOTS}]+")
_HAS_OTHER = re.compile(rf"[^\W_{LATIN}{_DOTS}]")

LONGEST = 100_000
"""A statement of more characters is cut without Kiwi: no sentence is as long, and Kiwi would take minutes."""

_LONGEST_WORD = 60
"""Letters of a word that are looked at: what is longer is no word, and an index does not hold long terms."""

_AT_ONCE = 256


class Token(NamedTuple):
    """One word of a stream, with the stretch of the text that it was read from."""

    form: str
    start: int
    end: int


class Analyser(Protocol):
    """Cuts texts into the words that carry a meaning."""

    @property
    def name(self) -> str:
        """By which an index notes what cut its words; another name means other words."""

    def words(self, texts: Iterable[str]) -> Iterator[list[Token]]:
        """The words of each text, in order."""


def surface(text: str) -> list[Token]:
    """The surface stream: words of Latin letters and numbers whole, all else as pairs of letters."""
    tokens = []
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        if is_latin(word):
            tokens.append(Token(folded(word)[:_LONGEST_WORD], start, match.end()))
        elif len(word) == 1:
            tokens.append(Token(word, start, start + 1))
        else:
            tokens += [Token(word[at : at + 2], start + at, start + at + 2) for at in range(len(word) - 1)]
    return tokens


def written_words(text: str) -> list[Token]:
    """The words of a text as they are written, in lower case, cut at blanks, signs and changes of script."""
    return [Token(folded(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]


def is_latin(word: str) -> bool:
    """Whether a word is of Latin letters or figures."""
    return word[0] < "\u0250"


def folded(word: str) -> str:
    """A word without case and accents."""
    if word.isascii() or not is_latin(word):
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter)) or word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word of Latin letters: summits and summit are one."""
    if len(word) > _LONGEST_WORD or word[0].isdigit():
        return word[:_LONGEST_WORD]
    stems: list[str] = _stemmer().analyze(word)
    return stems[0] if stems else word


class SurfaceAnalyser:
    """Finds the stems of English words and leaves Korean to the surface stream."""

    name = "pairs"

    def words(self, texts: Iterable[str]) -> Iterator[list[Token]]:
        """See `Analyser`."""
        return ([] if text.isspace() else _stems(text) for text in texts)


class KiwiAnalyser:
    """Finds Korean morphemes with Kiwi. Loading it takes some seconds and 0.5 GB, once in a process."""

    @property
    def name(self) -> str:
        """See `Analyser`."""
        return f"kiwi {_kiwi_version()}"

    def words(self, texts: Iterable[str]) -> Iterator[list[Token]]:
        """See `Analyser`."""
        rest = iter(texts)
        while batch := list(islice(rest, _AT_ONCE)):
            korean = [text for text in batch if _HAS_OTHER.search(text) and len(text) <= LONGEST]
            cut = dict(zip(korean, _kiwi().tokenize(iter(korean)), strict=True)) if korean else {}
            for text in batch:
                morphemes = [
                    Token(each.form.replace(" ", ""), each.start, each.start + each.len)
                    for each in cut.get(text, ())
                    if carries_meaning(each.tag) and not is_latin(each.form)
                ]
                stems = _stems(text)
                if stems:
                    morphemes += stems
                    morphemes.sort(key=_start)
                yield morphemes


def carries_meaning(tag: str) -> bool:
    """Whether a morpheme with this tag (of the Sejong tag set) is searched for: nouns, verbs, roots, adverbs."""
    if tag[0] == "N":
        return tag != "NNB"
    if tag[0] == "V":
        return tag not in {"VX", "VCP", "VCN"}
    return tag in {"XR", "SH", "MAG", "MM", "XPN"}


def best_analyser() -> Analyser:
    """Kiwi where it is installed, else what needs no dictionary."""
    return KiwiAnalyser() if has_kiwi() else SurfaceAnalyser()


@cache
def has_kiwi() -> bool:
    """Whether Kiwi is installed."""
    return importlib.util.find_spec("kiwipiepy") is not None


def _stems(text: str) -> list[Token]:
    return [
        Token(stem(folded(match.group())), match.start(), match.end())
        for match in _WORD.finditer(text)
        if is_latin(match.group())
    ]


def _start(token: Token) -> int:
    return token.start


@cache
def _kiwi() -> Any:
    from kiwipiepy import Kiwi  # noqa: PLC0415 - it takes seconds to load

    return Kiwi(num_workers=1)


@cache
def _kiwi_version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 - only where an index is made

    return version("kiwipiepy")


@cache
def _stemmer() -> Any:
    import tantivy  # noqa: PLC0415 - comes with the extra "search"

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
    return builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("english")).build()
