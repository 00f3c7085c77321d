"""How a line of Korean or English ends: like a sentence, or in the middle of one."""

from __future__ import annotations

import re

_SENTENCE = re.compile(
    r"(?:[가-힣]\s?[.?!。]|[A-Za-z0-9)%][.?!])[\"”’'」』)\]]{0,3}$|(?:다|니까|세요|까요)[\"”’']?$"
)
# The last characters that the pattern allows (the line feed because "$" may stand before one).
_SENTENCE_LAST = frozenset(".?!。\"”’'」』)]다까요\n")
_NOUN_DOT = re.compile(r"(?:^|[\s(])[가나다라마바사아자차카타파하]\.$|^\d{1,4}\.$")
# Particles and connective endings after which a Korean sentence cannot stop; only those that
# are not also the last syllable of common nouns (so not -이, -의, -과, -가).
_OPEN_KOREAN = re.compile(
    r"(?:[을를]|에서|에게|으로|으로서|으로써|로서|로써|와의|과의|에의|하는|되는|있는|없는|위한|위해|통한|통해|대한|대해|관한|따른|따라"
    r"|\d[만억조천백]{0,3}\s?(?:달러|불|원|유로|엔|명|건|개|개국|회|%|퍼센트|년|월|일|톤|세대|가구|개소|곳|배)(?:로|으로|[을를에의은는와과])"
    r"|하고|되고|시키고|하며|되며|이며|으며|하여|되어|하면서|하도록|되도록|및|또는|그리고|등을|등의|각각|특히|하에|함께|걸친|위하여)$"
)
# Who is spoken to, on a line of its own: "존경하는 대표 여러분,", "Mr. President,".
_SALUTATION = re.compile(
    r".{0,100}(?:여러분|[가-힣]님|각하|전하)\s?,$"
    r"|(?:[A-Z][\w.’'-]{0,30}(?:\s(?:of|the|and|to|[A-Z][\w.’'-]{0,30})){0,8}|.{0,60}\b(?:[Ee]xcellenc(?:y|ies)|[Gg]entlemen|[Cc]olleagues|[Ff]riends|[Gg]uests|[Dd]elegates)),$"
)
_DATE_TAIL = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\)?$")
_LONGEST_SALUTATION = 120
_OPEN_SIGN = re.compile(r"[,(\[「『‘“·‧/~-]$")
_OPEN_ENGLISH = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|by|for|with|and|or|from|as|its|their|that|which|will|be|is|are|was|were|"
    r"has|have|this|these|into|between|under|over|through|both|all|our|we|his|her)$",
    re.IGNORECASE,
)


def is_sentence(text: str) -> bool:
    """Whether a line ends like a full sentence."""
    tail = text[-8:]
    if tail[-1:] not in _SENTENCE_LAST:
        return False
    return (
        _SENTENCE.search(tail) is not None
        and _NOUN_DOT.search(tail) is None
        and _DATE_TAIL.search(tail) is None
    )


def is_salutation(text: str) -> bool:
    """Whether a line only speaks to somebody; what is said begins on the next one."""
    return text.endswith(",") and len(text) <= _LONGEST_SALUTATION and _SALUTATION.match(text) is not None


def is_open(text: str) -> bool:
    """Whether a line surely stops in the middle of a phrase."""
    tail = text[-16:]
    return (
        _OPEN_SIGN.search(tail) is not None
        or _OPEN_KOREAN.search(tail) is not None
        or (tail.isascii() and _OPEN_ENGLISH.search(tail) is not None)
        or text.count("(") > text.count(")")
        or text.count("「") > text.count("」")
    )
