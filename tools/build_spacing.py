"""Makes src/yaksok/reference/data/spacing.txt: how much a syllable context speaks for a space.

python tools/build_spacing.py bill_texts.parquet [--positions 26000000] [--output FILE]

The texts are those of the Python source distribution `korean-assembly-bills` (60,925 bills of the
Korean National Assembly, 2016-2026, CC BY 4.0, Kyusik Yang), file data/bill_texts.parquet, column
propose_reason. Every fiftieth text is kept out for tests. Needs numpy and pyarrow, which the
project itself does not: install them beside it.

Every position between two signs is an example: either a space stood there or none did. Its
contexts (see yaksok.reference.syllables) that occur often enough are fitted jointly by logistic
regression with an L1 penalty, so that a context which decides as its shorter ones do gets
nothing and is left out. The file holds figures on contexts of at most four signs, no text.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

from yaksok.reference.syllables import LENGTHS, RARE, SCALE, SECTIONS, SPACE, sign_of

numpy: Any = import_module("numpy")

HELD_OUT = 50
_COMMON = 1000
_SEEN = 30
_PENALTY = 2e-7
_STEP = 0.8
_ROUNDS = 2
_BATCH = 8192
_LEAST = 2.5 / SCALE
_SENTENCE = re.compile(r"\n+|(?<=[음임함다]\.)\s+")
_PARTED = "\n"
OUTPUT = Path(__file__).resolve().parent.parent / "src/yaksok/reference/data/spacing.txt"
HEADER = """\
# Log-odds (in tenths) of a space between two syllables, by context. See yaksok/reference/syllables.py.
# Made by tools/build_spacing.py from korean-assembly-bills 0.1.0 (Kyusik Yang, CC BY 4.0,
# https://creativecommons.org/licenses/by/4.0/), texts of 60,925 bills: counted and fitted, no text kept.
"""


def sentences(path: Path) -> list[str]:
    """The different sentences of the texts that are not held out, in random but fixed order."""
    table = import_module("pyarrow.parquet").read_table(path, columns=["propose_reason"])
    found: dict[str, None] = {}
    for number, text in enumerate(table.column(0).to_pylist()):
        if text and number % HELD_OUT:
            for part in _SENTENCE.split(text.replace("？", "·")):
                sentence = " ".join(part.split())
                if len(sentence) >= 20:
                    found[sentence] = None
    ordered = list(found)
    random.Random(1).shuffle(ordered)  # noqa: S311  # an order, no secret
    return ordered


def frequent(texts: list[str]) -> str:
    """The most frequent syllables, most frequent first."""
    counts = Counter("".join(texts))
    syllables = [sign for sign, _ in counts.most_common() if "가" <= sign <= "힣"]
    return "".join(syllables[:_COMMON])


def encoded(texts: list[str], common: str) -> tuple[Any, str]:
    """The texts as one array of sign numbers with spaces between them, and the signs in order."""
    joined = _PARTED.join(texts)
    known = frozenset(common)
    table = {}
    for character in set(joined):
        sign = sign_of(character)
        table[ord(character)] = RARE if sign >= "가" and sign not in known else sign
    signs = (SPACE * LENGTHS).join(joined.split(_PARTED)).translate(table)
    alphabet = "".join(sorted(set(signs)))
    codes = numpy.zeros(0x110000, dtype=numpy.int64)
    codes[[ord(sign) for sign in alphabet]] = numpy.arange(len(alphabet))
    return codes[numpy.frombuffer(signs.encode("utf-32-le"), dtype=numpy.uint32)], alphabet


def examples(stream: Any, alphabet: str) -> tuple[Any, Any, Any]:
    """Signs before and behind every position, nearest first, and whether a space stood there."""
    space = alphabet.index(SPACE)
    at = numpy.arange(LENGTHS + 2, len(stream) - LENGTHS - 2)
    solid = (stream[at - 1] != space) & (stream[at] != space)
    spaced = (stream[at] == space) & (stream[at - 1] != space) & (stream[at + 1] != space)
    befores, behinds, answers = [], [], []
    for where, shift in ((at[spaced], 1), (at[solid], 0)):
        befores.append(numpy.stack([stream[where - back] for back in range(1, LENGTHS + 1)], 1))
        behinds.append(numpy.stack([stream[where + shift + on] for on in range(LENGTHS)], 1))
        answers.append(numpy.full(len(where), shift, dtype=numpy.int8))
    before, behind, answer = (numpy.concatenate(parts) for parts in (befores, behinds, answers))
    keep = ~_ruled(before[:, 0], behind[:, 0], alphabet)
    before, behind, answer = before[keep], behind[keep], answer[keep]
    order = numpy.random.default_rng(7).permutation(len(answer))
    return before[order], behind[order], answer[order]


def _ruled(last: Any, first: Any, alphabet: str) -> Any:
    """Positions beside signs that a rule decides, so that no figure is wanted for them."""
    code = {sign: number for number, sign in enumerate(alphabet)}
    ruled = numpy.isin(first, [code[sign] for sign in "),.·" if sign in code])
    ruled |= numpy.isin(last, [code[sign] for sign in "(,·" if sign in code])
    for sign in "0A":
        ruled |= (last == code[sign]) & (first == code[sign])
    return ruled


def context_ids(before: Any, behind: Any, alphabet: str) -> tuple[Any, list[tuple[str, str]]]:
    """For every example the numbers of its contexts, and section and key of every context.

    Contexts seen less than `_SEEN` times share the last number, which stays without weight.
    """
    columns, names = [], list[tuple[str, str]]()
    for section in (*SECTIONS, None):
        keys = _length_keys(before, behind, alphabet) if section is None else _keys(before, behind, section)
        unique, inverse, counts = numpy.unique(keys, return_inverse=True, return_counts=True)
        often = counts >= _SEEN
        numbers = numpy.full(len(unique), -1, dtype=numpy.int32)
        numbers[often] = numpy.arange(often.sum()) + len(names)
        columns.append(numbers[inverse])
        names.extend(_name(section, int(key), alphabet) for key in unique[often])
    ids = numpy.stack(columns, 1)
    ids[ids < 0] = len(names)
    return ids, names


def _keys(before: Any, behind: Any, section: tuple[int, int]) -> Any:
    """One number per example from the signs of a section, in reading order."""
    keys = numpy.zeros(len(before), dtype=numpy.int64)
    for column in (*(before[:, back] for back in reversed(range(section[0]))), *behind.T[: section[1]]):
        keys = keys * (_COMMON * 2) + column
    return keys


def _length_keys(before: Any, behind: Any, alphabet: str) -> Any:
    space = alphabet.index(SPACE)
    lengths = []
    for signs in (before, behind):
        stop = signs == space
        lengths.append(numpy.where(stop.any(1), stop.argmax(1), LENGTHS))
    return lengths[0] * 10 + lengths[1]


def _name(section: tuple[int, int] | None, key: int, alphabet: str) -> tuple[str, str]:
    if section is None:
        return "lengths", f"{key:02d}"
    signs = []
    for _ in range(sum(section)):
        key, number = divmod(key, _COMMON * 2)
        signs.append(alphabet[number])
    return f"{section[0]}{section[1]}", "".join(reversed(signs))


def fitted(ids: Any, answers: Any, contexts: int) -> tuple[Any, float]:
    """Weights of the contexts and the bias: logistic regression by proximal adaptive gradient."""
    weights, squares, bias = numpy.zeros(contexts + 1), numpy.full(contexts + 1, 1e-3), 0.0
    for _ in range(_ROUNDS):
        for start in range(0, len(answers), _BATCH):
            batch = ids[start : start + _BATCH]
            odds = weights[batch].sum(1) + bias
            error = 1 / (1 + numpy.exp(-odds)) - answers[start : start + _BATCH]
            slope = numpy.bincount(
                batch.ravel(), weights=numpy.repeat(error, batch.shape[1]), minlength=contexts + 1
            )
            slope[-1] = 0
            squares += slope * slope
            step = _STEP / numpy.sqrt(squares)
            weights -= step * slope
            weights = numpy.sign(weights) * numpy.maximum(numpy.abs(weights) - step * _PENALTY * _BATCH, 0)
            bias -= 0.05 * float(error.mean())
    return weights[:-1], bias


def written(common: str, bias: float, names: list[tuple[str, str]], weights: Any) -> str:
    """The text of the data file."""
    groups: dict[tuple[str, int], list[str]] = defaultdict(list)
    for (section, key), weight in zip(names, weights, strict=True):
        if abs(weight) >= _LEAST:
            groups[section, round(float(weight) * SCALE)].append(key)
    lines = [f"common\t{common}", f"bias\t{round(bias * SCALE)}"]
    lines += [
        f"{section}\t{figure}\t{' '.join(sorted(keys))}" for (section, figure), keys in sorted(groups.items())
    ]
    return HEADER + "\n".join(lines) + "\n"


def main() -> None:
    """Reads the texts and writes the data file."""
    parser = argparse.ArgumentParser(description="Build the spacing statistics.")
    parser.add_argument("parquet", type=Path)
    parser.add_argument("--positions", type=int, default=26_000_000, help="signs of text to learn from")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    texts = sentences(arguments.parquet)
    common = frequent(texts)
    stream, alphabet = encoded(texts, common)
    before, behind, answers = examples(stream[: arguments.positions], alphabet)
    ids, names = context_ids(before, behind, alphabet)
    weights, bias = fitted(ids, answers, len(names))
    text = written(common, bias, names, weights)
    arguments.output.write_text(text, encoding="utf-8")
    kept = int((numpy.abs(weights) >= _LEAST).sum())
    print(f"{len(texts)} sentences, {len(answers)} positions, {kept} contexts, {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
