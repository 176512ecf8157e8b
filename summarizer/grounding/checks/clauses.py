"""Read off a text which of its words are negated, hedged, predicted or conditional.

Shared by the checks on negation, modality and roles, which compare the same words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, compress

from summarizer.grounding.checks.focuses import Focus, focuses
from summarizer.grounding.readers.cues import Cue, read_cues
from summarizer.grounding.readers.lexicon.irregular import UNCHANGED
from summarizer.grounding.readers.lexicon.name_words import FUNCTION
from summarizer.grounding.readers.stems import lemma
from summarizer.grounding.readers.tokens import UNSPACED, Token, first_from, read_tokens
from summarizer.grounding.readers.verbs import AUXILIARIES, BE, HAVE, is_past
from summarizer.language import FUNCTION_WORDS

_ACRONYMS = frozenset({"WHO", "IT", "US"})  # in capitals they are no small words
_BREAKS = frozenset(["but", "who", "which", "while", "although", "though", "whereas", "because"])
# They stand between any two words and say nothing of either.
LINKS = frozenset("and or but und oder aber y o pero et ou mais".split())
_APART = re.compile(r"[,;:()—–]")
_COMMA = re.compile(r"[,;:，；：、،]|\s[–—]\s")
_CLAUSE_START = re.compile(rf"{_COMMA.pattern}|\b(?:que|dass|ob)\s")
_NOT_YET = frozenset({"before", "until", "whether"})
_NEAR = 6  # words


@dataclass(frozen=True)
class Analysis:
    """The words of a text, their stems, which carry content, and what each cue acts on."""

    tokens: tuple[Token, ...]
    lemmas: tuple[str, ...]
    content: tuple[bool, ...]
    cues: tuple[Cue, ...]
    focuses: tuple[Focus, ...]
    content_lemmas: frozenset[str]
    segments: tuple[int, ...]  # which clause each word stands in

    def clause(self, token: int) -> frozenset[str]:
        """Return the stems of content in the clause of the word at `token`."""
        span = self._clause(token)
        return frozenset(compress(self.lemmas[span], self.content[span]))

    def part(self, token: int) -> frozenset[str]:
        """Return the stems around the word at `token`, small ones too, from an "and" or comma to the next."""
        tokens, span = self.tokens, self._clause(token)
        first = after = token
        while first > span.start and tokens[first - 1].lower not in LINKS:
            first -= 1
        while after < span.stop and tokens[after].lower not in LINKS:
            after += 1
        return frozenset(self.lemmas[first:after])

    def local_senses(self, token: int) -> frozenset[str]:
        """Return in what ways anything in the clause of the word at `token` is hedged or predicted."""
        span = self._clause(token)
        start, end = self.tokens[span.start].start, self.tokens[span.stop - 1].end
        return frozenset(
            cue.sense for cue in self.cues if cue.kind != "negation" and start <= cue.start < end
        )

    def _clause(self, token: int) -> slice:
        own = self.segments[token] if self.segments else 0
        return slice(bisect_left(self.segments, own), bisect_right(self.segments, own))

    def segment_at(self, start: int) -> int:
        """Return the number of the clause in which the word at or behind `start` stands."""
        at = first_from(self.tokens, start)
        return self.segments[min(at, len(self.segments) - 1)]

    def is_told(self, place: int) -> bool:
        """Tell whether the word at `place` is affirmed: not "before deciding", nor in a clause with "not"."""
        denied = (cue.start for cue in self.cues if cue.sense == "not")
        waits = place > 0 and self.tokens[place - 1].lower in _NOT_YET
        return not waits and all(self.segment_at(start) != self.segments[place] for start in denied)

    @cached_property
    def negated(self) -> Mapping[int, Sequence[Cue]]:
        """The words under an odd number of negations, with the cues that negate them."""
        found: dict[int, list[Cue]] = {}
        for focus in self.focuses:
            if focus.cue.kind == "negation":
                found.setdefault(focus.token, []).append(focus.cue)
        return {token: cues for token, cues in found.items() if len(cues) % 2}

    def senses(self, token: int) -> frozenset[str]:
        """Return in what ways the word at `token` is hedged, predicted or conditional."""
        return frozenset(
            focus.cue.sense for focus in self.focuses if focus.token == token and focus.cue.kind != "negation"
        )

    def places(self, start: int, end: int) -> range:
        """Return the numbers of the words that begin in a half-open range of the text."""
        return range(first_from(self.tokens, start), first_from(self.tokens, end))

    def matter(self, span: tuple[int, int]) -> frozenset[str]:
        """Return the stems of content in a half-open range of the text."""
        at = self.places(*span)
        return frozenset(compress(self.lemmas[at.start : at.stop], self.content[at.start : at.stop]))

    def stems_of(self, cue: Cue) -> frozenset[str]:
        """Return the stems of the words of a cue."""
        at = self.places(cue.start, cue.end)
        return frozenset(self.lemmas[at.start : at.stop])

    def phrase(self, start: int, end: int) -> str:
        """Return the words between two offsets of the text."""
        return " ".join(token.text for token in self.tokens if start <= token.start < end)

    def near(self, token: int) -> frozenset[str]:
        """Return the stems of content within six words of the word at `token`, its own left out."""
        span = range(max(token - _NEAR, 0), min(token + _NEAR + 1, len(self.tokens)))
        return frozenset([self.lemmas[i] for i in span if self.content[i] and i != token])

    def at(self, stems: Collection[str]) -> Iterator[int]:
        """Yield where words with one of `stems` stand."""
        return (index for index, stem in enumerate(self.lemmas) if stem in stems)

    def is_verb(self, token: int) -> bool:
        """Tell whether the word at `token` looks like a verb that states something."""
        word = self.tokens[token]
        after_auxiliary = token > 0 and self.tokens[token - 1].lower in AUXILIARIES
        return not word.text[0].isupper() and (
            after_auxiliary or self.is_actual(token) or (word.lower.endswith("s") and token > 0)
        )

    def is_actual(self, token: int) -> bool:
        """Tell whether the verb at `token` stands in a past or perfect form."""
        word = self.tokens[token].lower
        if token and self.tokens[token - 1].lower.endswith("'s"):  # "the plant's cost"
            return False
        before = {other.lower for other in self.tokens[max(token - 3, 0) : token]}
        past = is_past(word) or (word in UNCHANGED and self._can_be_past(token, before))
        return past and not (
            before & {"to", "will", "would", "be"} and not before & (HAVE | {"was", "were", "been"})
        )

    def _can_be_past(self, token: int, before: set[str]) -> bool:
        """Tell a past such as "cut" from the same word as a noun or an infinitive."""
        if before & {"to", "will", "would"} or token == 0:
            return False
        last = self.tokens[token - 1]
        return (
            last.lower in HAVE | BE
            or last.text[0].isupper()
            or last.lower in {"it", "he", "she", "they", "who", "which"}
        )

    def is_infinitive(self, token: int) -> bool:
        """Tell whether "to" or "be" stands before the verb at `token`, as in "to be built"."""
        before = {other.lower for other in self.tokens[max(token - 2, 0) : token]}
        return "to" in before or "be" in before


@lru_cache(maxsize=2048)
def analyse(text: str, language: str) -> Analysis:
    """Return the analysis of `text`; remembered, since several items rest on one sentence."""
    tokens = read_tokens(text)
    words = [_word(token.text, language) for token in tokens]
    lemmas, content = tuple([stem for stem, _ in words]), tuple([carries for _, carries in words])
    cues = read_cues(text, language)
    return Analysis(
        tokens,
        lemmas,
        content,
        cues,
        tuple(focuses(tokens, content, cues)),
        frozenset(compress(lemmas, content)),
        _segments(text, tokens),
    )


@lru_cache(maxsize=16384)
def _word(text: str, language: str) -> tuple[str, bool]:
    """Return the stem of a word and whether it carries content."""
    lower = text.lower()
    large = lower not in _small_words(language) and (len(text) > 1 or text.isdigit())
    return lemma(lower, language), large or text in _ACRONYMS


@cache
def _small_words(language: str) -> frozenset[str]:
    """Return the words that carry no content."""
    known = FUNCTION_WORDS.get(language, frozenset()) if language != "en" else frozenset()
    return FUNCTION.get(language, FUNCTION["en"]) | AUXILIARIES | known


def _segments(text: str, tokens: tuple[Token, ...]) -> tuple[int, ...]:
    """Return the number of the clause each word stands in: commas and words like "but" begin one."""
    begins = [1 if token.lower in _BREAKS else 0 for token in tokens]
    for mark in _APART.finditer(text):
        at = first_from(tokens, mark.start())
        if 0 < at < len(tokens) and tokens[at - 1].end <= mark.start():  # not the one in "1,000"
            begins[at] = 1
    return tuple(accumulate(begins))


def matter_of(text: str, language: str) -> frozenset[str]:
    """Return the stems of content of `text`; pairs of characters where words are not set apart."""
    if language in UNSPACED:
        return frozenset(text[i : i + 2] for i in range(len(text) - 1) if text[i : i + 2].isalnum())
    return content_of(text, language)


@lru_cache(maxsize=2048)
def content_of(text: str, language: str) -> frozenset[str]:
    """Return the stems of the words of `text` that carry content."""
    words = [_word(token.text, language) for token in read_tokens(text)]
    return frozenset([stem for stem, carries in words if carries])


def clause_of(text: str, cue: Cue) -> tuple[int, int]:
    """Return the range between the commas around `cue`, what reports it left out: "warned that"."""
    start = max((match.end() for match in _CLAUSE_START.finditer(text, 0, cue.start)), default=0)
    return start, cue.scope[1]
