"""The main clause of an English sentence: its last main verb and that verb's subject.

No grammar is parsed. One pass over the words tells finite verbs of the main clause from those of
subordinate clauses, participles and infinitives, by the words around them; what the pass cannot
tell falls to the reading that is usual in joint statements and press releases.
"""

from __future__ import annotations

from yaksok.statements.english.clause_words import (
    ADJECTIVAL,
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    NEW_SUBJECTS,
    OPENING_SUBORDINATORS,
    PLURAL_SUBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    REACH,
    RELATIVES,
    SINGULAR_ENDINGS,
    SPEAKING,
    SUBORDINATORS,
    Clause,
    Head,
    subject_nouns,
    tokens_of,
)
from yaksok.statements.english.verbs import verb_of


class _Scan:
    """One pass over the words of a sentence."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.lower = [word.lower() for word in words]
        self.heads: list[Head] = []
        self.pending = 0
        self.skipped: Head | None = None
        self.mode = ""
        self.boundary = 0
        # Whether the only finite verb so far stands in a relative clause ("the plan, which sets out").
        self.relative = False
        self.opened = ""
        # Where the stretch between two commas begins, and whether a subordinate clause opens the sentence.
        self.chunk = 0
        self.opening = False

    # -- single words -------------------------------------------------------------------------

    def finite(self, i: int) -> str:
        """What finite form the word may be: "aux", "past", "third", "base" or ""."""
        word = self.lower[i]
        if word in AUXILIARIES:
            return "aux" if word not in {"may", "can"} or self.words[i].islower() else ""
        verb = verb_of(word)
        if verb is None or (self.words[i][0].isupper() and i > 0):
            return ""
        before = self._before(i)
        if before in DETERMINERS or before in PREPOSITIONS or before.endswith(("'s", "’s")):
            return ""
        if verb.form in {"past", "participle"} or (verb.form == "base" and word in _SAME_PAST):
            if (i == 0 or verb.kind == "unknown" or word in ADJECTIVAL) and not self._followed_verbally(i):
                return ""
            return self._past(i, before)
        if verb.form == "third":
            following = self.lower[i + 1] if i + 1 < len(self.lower) else ""
            # "Regional issues and security" is no clause.
            noun = following in AUXILIARIES or (i == 1 and following in {"", "and", "of", ",", ":"})
            return "third" if not noun and self._subject_like(i - 1) else ""
        if verb.form == "base" and before != "to":
            j = self._skip_back(i)
            if j >= 0 and (self.lower[j] in PRONOUNS or (self._plural(j) and self._followed_verbally(i))):
                return "base"
        return ""

    def _plural(self, j: int) -> bool:
        """Whether the word at j may end a plural subject: "ministers", "findings", "the EU and Japan"."""
        word, lower = self.words[j], self.lower[j]
        if lower in PLURAL_SUBJECTS or (lower.endswith("s") and subject_nouns().get(lower) == "actor"):
            return True
        if word[0].islower():
            return lower.endswith("s") and not lower.endswith(SINGULAR_ENDINGS)
        return "and" in self.lower[max(0, j - 6) : j]

    def _before(self, i: int) -> str:
        return self.lower[i - 1] if i else ""

    def _past(self, i: int, before: str) -> str:
        if before in AUXILIARIES or before in {"be", "been", "being", "to"}:
            return ""
        if before in ADVERBS and i > 1 and self.lower[i - 2] in AUXILIARIES:
            return ""
        return "past"

    def _skip_back(self, i: int) -> int:
        j = i - 1
        while (
            j >= 0 and (self.lower[j] in ADVERBS or self.lower[j].endswith("ly")) and self.lower[j] != "both"
        ):
            j -= 1
        return j

    def _subject_like(self, j: int) -> bool:
        while j > 0 and (self.lower[j] in ADVERBS or self.lower[j].endswith("ly")):
            j -= 1
        if j < 0:
            return False
        word, lower = self.words[j], self.lower[j]
        if lower in PREPOSITIONS or lower in DETERMINERS:
            return lower in {"this", "each"}
        if word.isdigit() and len(word) == 4:
            # "The budget for 2026 amounts to"
            return j > 1
        if lower in ADJECTIVES:
            return False
        return (
            word[0].isupper()
            or lower in subject_nouns()
            or lower in {"it", "which", "that", "he", "she"}
            or (lower == "," and j > 1)
        )

    def _followed_verbally(self, i: int) -> bool:
        """Whether the next word is one that follows a verb rather than a noun or an adjective."""
        if i + 1 >= len(self.lower):
            return True
        word, lower = self.words[i + 1], self.lower[i + 1]
        return (
            lower in DETERMINERS
            or (lower in PREPOSITIONS and lower != "of")
            or lower in {"that", "it", "them", "him", "us", "how", "views", "forward", ",", "whether"}
            or word[0].isupper()
            or word[0].isdigit()
            or word[0] in "$€£"
            or lower.endswith(("ly", "ing"))
        )

    # -- the pass -----------------------------------------------------------------------------

    def run(self) -> None:
        if self.lower and self.lower[0] in OPENING_SUBORDINATORS and "," in self.lower:
            self.pending = 1
            self.opening = True
        i, size = 0, len(self.lower)
        while i < size:
            word = self.lower[i]
            if self.heads:
                i = self._after_main(i, word)
            else:
                if word == ",":
                    self._after_comma(i + 1)
                self._before_main(i, word)
                i += 1
        if not self.heads and self.skipped is not None and not self.relative:
            self.heads.append(self.skipped)

    def _after_comma(self, i: int) -> None:
        """Ends an opening clause without a finite verb where a new subject follows ("While in Accra, the Minister")."""
        self.chunk = i
        if self.opening and self.pending == 1 and self.skipped is None and i < len(self.lower):
            word = self.lower[i]
            if word in NEW_SUBJECTS:
                self.pending = 0
                self.opening = False
                self.boundary = i

    def _participial(self, i: int) -> bool:
        """Whether the past form at i lies in a stretch that a participle opens ("Guided by X,", "recalling X adopted there,")."""
        start = self.chunk
        if start < len(self.lower) and self.lower[start] in COORDINATORS:
            start = self._forward(start + 1)
        if start > i or start >= len(self.lower):
            return False
        if self.lower[start].endswith("ing"):
            return i > start and self._finite_ahead(i + 1)
        opens = (
            i == start
            and i + 1 < len(self.lower)
            and (self.lower[i + 1] in PREPOSITIONS or self.lower[i + 1] == "that")
        )
        return opens and "," in self.lower[i + 1 : i + REACH] and self._finite_ahead(i + 1)

    def _before_main(self, i: int, word: str) -> None:
        if word == ";":
            self.boundary = i + 1
        if word in SUBORDINATORS and not (word == "that" and self._before(i) in PREPOSITIONS):
            if i or word not in OPENING_SUBORDINATORS:
                self.pending += 1
                self.opened = word
            return
        kind = self.finite(i)
        if not kind:
            return
        head = Head(i, (self.boundary, i), None if kind == "aux" else verb_of(word))
        joined = self._before(i) in COORDINATORS
        if self.pending and not (joined and self.skipped):
            self.pending -= 1
            self.skipped = head
            self.relative = self.opened in RELATIVES
        elif self.pending or (joined and self.skipped and self._finite_ahead(i + 1)):
            self.skipped = head
        elif kind == "past" and (self._participial(i) or self._reduced(i)):
            self.skipped = self.skipped or head
        else:
            self.heads.append(head)

    def _finite_ahead(self, start: int) -> bool:
        """Whether a further finite verb of the same clause follows, not joined by "and"."""
        for j in range(start, min(start + REACH, len(self.lower))):
            word = self.lower[j]
            if word in SUBORDINATORS or word == ";":
                return False
            if word in COORDINATORS and j + 1 < len(self.lower) and self.finite(self._forward(j + 1)):
                return False
            if self.finite(j) in {"aux", "past", "third"} and self._before(j) not in COORDINATORS:
                return True
        return False

    def _forward(self, i: int) -> int:
        """The index of the word after adverbs ("and further welcomed")."""
        while i + 1 < len(self.lower) and (self.lower[i] in ADVERBS or self.lower[i].endswith("ly")):
            i += 1
        return i

    def _reduced(self, i: int) -> bool:
        """Whether a past form is a participle after its noun ("the plan adopted in 2022 covers")."""
        if i == 0 or i + 1 >= len(self.lower):
            return False
        if self._before(i) in {"they", "we", "i", "he", "she", "it"}:
            return False
        following = self.lower[i + 1]
        return (
            following in PREPOSITIONS
            or following == ","
            or self._before(i) == ","
            or following.endswith("ly")
        ) and self._finite_ahead(i + 1)

    def _after_main(self, i: int, word: str) -> int:
        if word == ";":
            self.mode = ""
            self._new_subject(i + 1)
        elif word in COORDINATORS and i + 1 < len(self.lower):
            return self._coordinate(i)
        elif word in SUBORDINATORS and not (word == "that" and self._before(i) in PREPOSITIONS):
            self.mode = "clause"
        elif word == "," and i + 1 < len(self.lower) and self.lower[i + 1] not in COORDINATORS:
            self._listed(i + 1)
        return i + 1

    def _listed(self, i: int) -> None:
        """A, b, and c: the middle one of three coordinated verbs."""
        if self.finite(i) == "past" and not self.mode and self._followed_verbally(i):
            verb = verb_of(self.lower[i])
            if verb and verb.kind in SPEAKING:
                self.heads.append(Head(i, self.heads[-1].subject, verb))

    def _coordinate(self, i: int) -> int:
        after_comma = self._before(i) == ","
        j = self._forward(i + 1)
        if self.lower[i + 1] == "that":
            self.mode = "clause"
            return i + 2
        if self._same_subject(j):
            self.heads.append(
                Head(
                    j,
                    self.heads[-1].subject,
                    verb_of(self.lower[j]) if self.lower[j] not in AUXILIARIES else None,
                )
            )
            self.mode = ""
            return j + 1
        if after_comma or (not self.mode and self._pronoun_or_short(i + 1)):
            self._new_subject(i + 1)
        return i + 1

    def _same_subject(self, j: int) -> bool:
        kind = self.finite(j)
        first = self.heads[-1]
        if not kind:
            return self._base_again(j, first)
        if kind == "aux":
            return not self.mode
        verb = verb_of(self.lower[j])
        if verb is None:
            return False
        if kind == "past":
            if self.mode and verb.kind not in SPEAKING:
                return False
            if verb.kind in SPEAKING:
                return self.lower[j] not in ADJECTIVAL or self._followed_verbally(j)
            return self.lower[j] not in ADJECTIVAL or self._followed_verbally(j)
        return kind == "third" and not self.mode

    def _base_again(self, j: int, first: Head) -> bool:
        """Whether a present form joins an earlier head ("We welcome X and call on Y")."""
        verb = verb_of(self.lower[j])
        if verb is None or self.words[j][0].isupper():
            return False
        if verb.form == "third":
            return not self.mode and self._followed_verbally(j)
        if first.verb is None:
            return False
        present = first.verb.form == "base" and (first.verb.kind in {"position", "report"} or not self.mode)
        # "We paid our share and ask others to do the same"
        spoken = self.lower[first.subject[0] : first.subject[1]][-1:] in (["we"], ["i"])
        return (
            (present or (spoken and self._followed_verbally(j)))
            and verb.form == "base"
            and verb.kind in SPEAKING
            and not (
                "to" in self.lower[max(first.at + 1, j - REACH) : j]
                if not present
                else self._infinitive(first, j)
            )
        )

    def _infinitive(self, first: Head, j: int) -> bool:
        return "to" in self.lower[max(first.at + 1, j - REACH) : j] and not self._followed_verbally(j)

    def _pronoun_or_short(self, i: int) -> bool:
        """Whether a new subject may begin at i although no comma stands before the "and"."""
        if self.lower[i] in {"they", "we", "he", "she", "it", "i"}:
            return True
        return any(self.lower[j] in MODALS for j in range(i + 1, min(i + 6, len(self.lower)))) and (
            self.lower[i] in DETERMINERS or self.words[i][0].isupper()
        )

    def _new_subject(self, start: int) -> None:
        """Adds the first finite verb of a clause that begins at `start`, if one begins there."""
        for j in range(start, min(start + 14, len(self.lower))):
            word = self.lower[j]
            if word in SUBORDINATORS or word == ";" or (word == "to" and j == start):
                return
            if word in COORDINATORS and self._before(j) == ",":
                return
            kind = self.finite(j)
            if not kind or (kind == "past" and self._reduced(j)):
                continue
            if kind == "base" and self.heads[-1].verb is None and self._before(j) not in PRONOUNS:
                return
            verb = verb_of(word) if kind != "aux" else None
            if j == start or (kind == "past" and verb is not None and verb.kind == "unknown" and self.mode):
                return
            self.heads.append(Head(j, (start, j), verb))
            self.mode = ""
            return


_SAME_PAST = frozenset("set put cut read hit let bid spread cost".split())


def analyse(text: str) -> Clause:
    """The words of a sentence and its main verbs in order; no heads where it has no finite verb."""
    scan = _Scan(tokens_of(text))
    scan.run()
    return Clause(scan.words, scan.lower, scan.heads)
