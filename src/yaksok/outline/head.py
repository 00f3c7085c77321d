"""The head of a document: its title lines, date, issuer, genre and language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from string import ascii_letters

from yaksok.outline.endings import is_open, is_sentence
from yaksok.outline.furniture import is_date_line, issuer_names
from yaksok.outline.lines import Line
from yaksok.outline.marks import mark_at
from yaksok.outline.release_heads import is_release_form
from yaksok.records.statement import Genre, Language
from yaksok.reference.tables import rows

_CLOSED_SUBTITLE = re.compile(r"[-–—―~<〈]\s?.{2,90}?\s?[-–—―~>〉]$")
_HANGUL = re.compile(r"[가-힣]")
_LATIN = re.compile(r"[A-Za-z]")
# High bytes in UTF-16 of the block of Hangul syllables (U+AC00 to U+D7FF).
_HANGUL_HIGH_BYTES = bytes(range(0xAC, 0xD8))
_LATIN_BYTES = ascii_letters.encode()
_BREADCRUMB = re.compile(r"\s[>›»]\s|^\s?/")
# Names of senders and numbers above a title; forms of letterheads of foreign services.
_LETTERHEAD = re.compile(
    r"(?:the\s)?(?:ministry|department|embassy|government|office|permanent mission|secretariat|prime minister['’]s office|white house"
    r"|(?:republic|kingdom|commonwealth|state) of \w+|european (?:commission|external action service)|foreign,? commonwealth)\b[^.:]{0,60}$"
    r"|(?:press release )?(?:no\.?|ref\.?)\s?[\w/.-]{1,40}(?:\s\(.{4,30}\))?$|제\s?\d{1,5}\s?호$",
    re.IGNORECASE,
)
_PAGE_DATA = re.compile(r"(?:작성일|등록일|게시일|조회수|작성자|부서명|담당부서)\s?[:：]?\s?\S")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_HEAD_LINES = 80
_NAMES_GENRE = 5
_NAMED_BONUS = 6
_MAX_TITLE = 120
_MOST_TITLE_LINES = 4
# Shares of the height of letters: a title is set larger than the text, and in one size.
_LARGE = 1.2
_SAME_SIZE = 0.05
_SIZED_LINES = 400
_LARGE_BONUS = 1.5
_MAX_HEADLINE = 80
_RELEASE_FORMS = frozenset(
    {"보도자료", "보도참고자료", "보도설명자료", "PRESS RELEASE", "Press Release", "NEWS RELEASE"}
)


@dataclass(frozen=True, slots=True)
class Head:
    """`title_lines` are indexes of the lines of title and subtitle; `content` is the first line below."""

    title_lines: tuple[int, ...]
    genre: Genre
    language: Language
    issuer: str | None


def language_of(text: str) -> Language:
    """Korean where one letter in five is Hangul, else English.

    Counted by bytes, which is many times as fast as by a pattern.
    """
    sample = text[:200_000]
    high_bytes = sample.encode("utf-16-le", "surrogatepass")[1::2]
    hangul = len(high_bytes) - len(high_bytes.translate(None, _HANGUL_HIGH_BYTES))
    ascii_bytes = sample.encode("ascii", "ignore")
    latin = len(ascii_bytes) - len(ascii_bytes.translate(None, _LATIN_BYTES))
    return "ko" if hangul * 4 >= latin and hangul else "en"


def head_of(text: str, lines: list[Line], furniture: set[int], title_hint: str | None = None) -> Head:
    """Title, genre, language and issuer as the first lines show them."""
    title = _title_lines(lines, furniture, title_hint)
    words = " ".join(lines[i].text for i in title)
    genre = _genre(lines, words, title, text, furniture)
    return Head(title, genre, language_of(text), _issuer(lines, words))


@cache
def _genre_cues() -> tuple[tuple[str, str, Genre, int], ...]:
    return tuple(
        (row["cue"].casefold(), row["where"], row["genre"], int(row["weight"]))  # type: ignore[misc]
        for row in rows("genre_cues")
    )


def _issuer(lines: list[Line], title: str) -> str | None:
    names = issuer_names()
    head = [line.text for line in lines[:_HEAD_LINES]]
    for text in head:
        if text.replace(" ", "") in names:
            return text.replace(" ", "")
    texts = [title, *head, *(line.text for line in lines[-12:])]
    together = "\n".join(texts)
    named = [name for name in names if name in together]
    for text in texts:
        found = min(((text.find(name), name) for name in named if name in text), default=None)
        if found:
            return found[1]
    return next(
        (text for text in head if len(text) <= 80 and _LETTERHEAD.match(text)), None
    ) or _english_issuer(head)


def _english_issuer(head: list[str]) -> str | None:
    """A Korean body under its English name, as the head gives it."""
    joined = " ".join(head[:20])
    names = {row["english"] for row in rows("issuers")}
    return max((name for name in names if name in joined), key=len, default=None)


def _genre(
    lines: list[Line], title: str, title_lines: tuple[int, ...], text: str, furniture: set[int]
) -> Genre:
    low = title.casefold()
    first = title_lines[0] if title_lines else 0
    # The kind of text may also stand right below the title ("Press release").
    last = title_lines[-1] if title_lines else 0
    below = [lines[i].text for i in range(last + 1, min(last + 4, len(lines))) if i in furniture]
    head = " \n ".join([*(line.text for line in lines[: first + 1]), *below]).casefold()
    tail = " \n ".join(line.text for line in lines[-12:]).casefold()
    scores: dict[Genre, int] = {}
    for cue, where, genre, weight in _genre_cues():
        place = {"title": low, "head": head, "tail": tail}[where]
        if cue in place:
            named = where == "title" and weight >= _NAMES_GENRE and _is_named(low, cue)
            scores[genre] = max(scores.get(genre, 0), weight + (_NAMED_BONUS if named else 0))
    if scores:
        return max(scores, key=lambda genre: scores[genre])
    if re.search(r"밝혔다\.|개최하였다\.|개최했다\.|^[A-Z]{3,15}, [A-Z][a-z]+ \d", text, re.MULTILINE):
        return "press_release"
    if "누리집" in head or "바로가기" in head:
        return "other"
    return "speech" if text.count("습니다.") * 200 > len(text) else "other"


def _is_named(title: str, cue: str) -> bool:
    """Whether a title begins with the name of its genre, or ends with it before any subtitle.

    "Joint Statement of ...", "… 공동성명": the text itself, also where it went out as a release.
    """
    main = re.split(r"\s[-–—:]\s", title)[0].strip()
    return title.startswith(cue) or main.endswith(cue)


def _title_lines(lines: list[Line], furniture: set[int], hint: str | None) -> tuple[int, ...]:
    best, best_score = None, 0.0
    order = 0
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if index in furniture:
            continue
        if best is None and index and is_sentence(line.text) and _is_headline(lines, index, furniture):
            best = index
            break
        if _begins_content(line) or _opens_broken_sentence(lines, index, below_title=best is not None):
            break
        if best is not None and _is_sub_headline(line):
            break
        score = _title_score(line, hint)
        if score is None:
            continue
        score += _above_page_data(lines, index) + _below_form(lines, index) - 0.25 * order
        score += _LARGE_BONUS if _is_large(lines, line.size) else 0.0
        order += 1
        if best is None or score > best_score:
            best, best_score = index, score
    if best is None:
        return ()
    return _with_subtitle(lines, furniture, best)


def _begins_content(line: Line) -> bool:
    """A full sentence, an automatic mark, or the first numbered chapter or square bullet."""
    if line.automatic:
        return True
    if is_sentence(line.text) and len(line.text) > 30:
        return True
    mark = mark_at(line.text)
    return mark is not None and (mark.kind == "square" or (mark.kind == "roman" and mark.value == 1))


def _opens_broken_sentence(lines: list[Line], index: int, *, below_title: bool) -> bool:
    """Whether a line opens a sentence that is broken over lines, by its file or by hand.

    Below a possible title, a line set apart from it and not from the prose that follows is part of that prose.
    """
    below = index + 1
    while below < len(lines) and not lines[below].opens:
        below += 1
    goes_on = below < len(lines) and not (lines[below].blanks or lines[below].marked)
    apart = below_title and lines[index].blanks > 0
    if below == index + 1 and goes_on and (apart or is_open(lines[index].text)):
        below += 1
    last = lines[below - 1].text
    return below > index + 1 and len(last) > 30 and last[-1] in ".”" and is_sentence(last)


def _above_page_data(lines: list[Line], index: int) -> float:
    """A bonus for the line above "작성일 … 조회수 …": on web pages that is the title."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return 2.0 if _PAGE_DATA.match(below) else 0.0


def _below_form(lines: list[Line], index: int) -> float:
    """A bonus for the line below "Press release 45/2025": the headline; sub-headlines follow it."""
    return 1.0 if index and is_release_form(lines[index - 1].text) else 0.0


def _is_headline(lines: list[Line], index: int, furniture: set[int]) -> bool:
    """A sentence as headline: short, unmarked, with a subtitle or sub-headlines below it."""
    line = lines[index]
    if len(line.text) > _MAX_HEADLINE or line.marked or index + 1 >= len(lines):
        return False
    below = lines[index + 1]
    above = [lines[i].text for i in range(index) if i in furniture]
    if any(text in _RELEASE_FORMS for text in above) and len(line.text) <= _MAX_HEADLINE // 2:
        return True
    return _CLOSED_SUBTITLE.match(below.text) is not None or _is_sub_headline(below)


def _is_sub_headline(line: Line) -> bool:
    """A dashed line below a headline; what follows it is no title any more."""
    mark = mark_at(line.text)
    return mark is not None and mark.kind == "dash" and not _CLOSED_SUBTITLE.match(line.text)


def _title_score(line: Line, hint: str | None) -> float | None:
    text = line.text
    length = len(text)
    if is_date_line(text) or text.replace(" ", "") in issuer_names() or length > _MAX_TITLE:
        return None
    if line.automatic or line.anchor is not None or "\t" in text:
        return None
    if (
        text.count(" | ") >= 2
        or _LETTERHEAD.match(text)
        or is_sentence(text)
        or not (_HANGUL.search(text) or _LATIN.search(text))
    ):
        return None
    mark = mark_at(text)
    if mark is not None and mark.kind not in ("bracket", "paren_hangul"):
        return None
    score = 1.0 if length >= 8 else (-0.5 if length >= 5 else -2.0)
    low = text.casefold()
    score += max(
        (0.6 * weight for cue, where, _, weight in _genre_cues() if where == "title" and cue in low),
        default=0,
    )
    score += 0.5 if _YEAR.search(text) else 0
    score -= 2 if _BREADCRUMB.search(text) else 0
    if hint and len(text) > 4 and (text in hint or hint in text):
        score += 2
    return score


def _with_subtitle(lines: list[Line], furniture: set[int], first: int) -> tuple[int, ...]:
    """The title line with the lines above and below that belong to it."""
    found = [first]
    bare = _is_bare_genre(lines[first].text)
    while found[0] - 1 >= 0 and found[0] - 1 not in furniture and _leads_on(lines, found[0] - 1, apart=bare):
        found.insert(0, found[0] - 1)
    index = first + 1
    if bare and len(found) == 1 and index < len(lines) and _title_score(lines[index], None) is not None:
        found.append(index)
        index += 1
    while index < len(lines) and len(found) < 5 and index not in furniture:
        if not _belongs(lines, found[-1], index):
            break
        found.append(index)
        index += 1
    return tuple(found)


def _is_bare_genre(text: str) -> bool:
    """Whether a line is nothing but the name of a genre ("OUTCOME DOCUMENT", "공동성명")."""
    low = text.casefold().strip("[]<>〈〉 :")
    return any(cue == low for cue, where, _, _ in _genre_cues() if where == "title")


def _leads_on(lines: list[Line], index: int, *, apart: bool) -> bool:
    """Whether a line above belongs to the title; `apart` allows an empty line between them."""
    line, following = lines[index], lines[index + 1]
    if not following.opens and not following.marked:
        return True
    if (
        following.blanks > (1 if apart else 0)
        or _LETTERHEAD.match(line.text)
        or mark_at(line.text)
        or line.automatic
        or line.anchor is not None
        or is_date_line(line.text)
        or is_sentence(line.text)
    ):
        return False
    if line.text.replace(" ", "") in issuer_names():
        return False
    return 5 <= len(line.text) <= _MAX_TITLE and not line.text.endswith(":")


def _whole(lines: list[Line], index: int) -> str:
    """A line with those that its file says go on from it."""
    last = index + 1
    while last < len(lines) and not lines[last].opens and not lines[last].marked:
        last += 1
    return " ".join(line.text for line in lines[index:last])


def _in_large_type(lines: list[Line], last: int, index: int) -> bool:
    """Whether a line is printed as large as the title above it, and larger than the text."""
    size = lines[index].size
    if lines[index].marked or len(lines[index].text) > _MAX_TITLE or not _is_large(lines, size):
        return False
    return abs(size - lines[last].size) <= _SAME_SIZE * size


def _is_large(lines: list[Line], size: float) -> bool:
    """Whether letters of this height are larger than most of the document's."""
    if not size:
        return False
    sizes = sorted(line.size for line in lines[:_SIZED_LINES] if line.size)
    return size >= _LARGE * sizes[len(sizes) // 2]


def _in_one_frame(lines: list[Line], last: int, index: int) -> bool:
    """Whether a line stands in a box with the title and nothing else: then it is a part of it."""
    frame = lines[last].frame
    if not frame or lines[index].frame != frame:
        return False
    around = lines[max(0, last - _MOST_TITLE_LINES) : index + _MOST_TITLE_LINES]
    own = [line for line in around if line.frame == frame]
    return len(own) <= _MOST_TITLE_LINES and not any(
        line.marked or line.blanks > 1 or "\t" in line.text or len(line.text) > _MAX_TITLE for line in own[1:]
    )


def _belongs(lines: list[Line], last: int, index: int) -> bool:
    line, before = lines[index], lines[last]
    if "\t" in line.text:
        return False
    if (
        _in_one_frame(lines, last, index)
        or _in_large_type(lines, last, index)
        or (not line.opens and not line.marked)
    ):
        return True
    if is_date_line(line.text) or line.text.replace(" ", "") in issuer_names() or is_sentence(line.text):
        return False
    if _CLOSED_SUBTITLE.match(_whole(lines, index)) and line.blanks <= 1:
        return True
    if line.automatic or line.anchor is not None or line.hashes > lines[last].hashes:
        return False
    if mark_at(line.text) is not None or line.blanks or len(line.text) > _MAX_TITLE:
        return False
    if is_open(before.text) or (line.text[0].isascii() and line.text[0].islower()):
        return True
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None:
        return False
    return below.blanks > 0 or is_date_line(below.text) or mark_at(below.text) is not None
