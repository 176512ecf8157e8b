"""Read the words that change what a sentence asserts: not, may, plans to, if."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from summarizer.grounding.readers.lexicon.cue_words import CUES, UNSPACED_CUES, Kind, Sense
from summarizer.grounding.readers.stems import unelided
from summarizer.grounding.readers.tokens import Phrases, Token, read_tokens, spell_out

_CLAUSE_END = re.compile(
    r"[,;:!?。，；：！？、،؛।]|\.(?=\s|$)|\s[–—-]\s|—|\b(?:but|while|although|though|because|aber|sondern|pero|mais)\b"
)
# Languages whose negation may stand behind the verb that it negates.
_BOTH_WAYS = frozenset({"de", "nl", "hi", "ja", "fr"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that negates, hedges, predicts or makes conditional.

    `scope` is the half-open range of the text that it acts on. `sense` tells apart what is
    of one kind: "not" and "deny", "possible" and "planned".
    """

    text: str
    start: int
    end: int
    kind: Literal["negation", "hedge", "prediction", "condition"]
    scope: tuple[int, int]
    sense: Sense = "not"


@lru_cache(maxsize=2048)
def read_cues(text: str, language: str) -> tuple[Cue, ...]:
    """Return what is found, in order of `start`; languages without a list of their own have none.

    Remembered, since a sentence is read both for itself and for its analysis.
    """
    return tuple(
        [
            Cue(text[start:end], start, end, kind, _scope(text, start, end, language), sense)
            for start, end, kind, sense in _matches(text, language)
        ]
    )


def _matches(text: str, language: str) -> Iterator[tuple[int, int, Kind, Sense]]:
    if language in UNSPACED_CUES:
        pattern, labels = _unspaced(language)
        for match in pattern.finditer(text):
            kind, sense = labels[match.group()]
            if sense != "none":
                yield match.start(), match.end(), kind, sense
    elif language in CUES:
        tokens = read_tokens(text)
        elided = "'" in text or "’" in text
        if elided:
            tokens = tuple(
                token._replace(lower=unelided(token.lower, language)) if "'" in token.lower else token
                for token in tokens
            )
        yield from _spaced_matches(tokens, language, contracted=elided and language == "en")


def _spaced_matches(
    tokens: Sequence[Token], language: str, *, contracted: bool
) -> Iterator[tuple[int, int, Kind, Sense]]:
    """Yield the phrases of the lists, and what is `contracted` between them."""
    position = 0
    for first, after, (kind, sense) in _phrases(language).find(tokens):
        if tokens[first].text == "May" and _is_month(tokens, first):
            continue
        if contracted:
            yield from _contracted(tokens[position:first])
        position = after
        month = tokens[first].text == "May" and first > 0 and after == first + 1
        if sense != "none" and not month:
            yield tokens[first].start, tokens[after - 1].end, kind, sense
    if contracted:
        yield from _contracted(tokens[position:])


def _is_month(tokens: Sequence[Token], index: int) -> bool:
    """Tell the month from the verb that opens a question."""
    return index > 0 or (index + 1 < len(tokens) and tokens[index + 1].text[0].isdigit())


def _contracted(tokens: Sequence[Token]) -> Iterator[tuple[int, int, Kind, Sense]]:
    """Yield "n't", and the will that "won't" holds."""
    for token in tokens:
        if token.lower.endswith("n't"):
            if token.lower == "won't":
                yield token.start, token.end, "prediction", "will"
            yield token.start, token.end, "negation", "not"


def _scope(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Return the rest of the clause after the cue, or the whole clause where that is the grammar."""
    after = _CLAUSE_END.search(text, end)
    stop = after.end() if after else len(text)
    if language not in _BOTH_WAYS:
        return end, stop
    bounds = [match.end() for match in _CLAUSE_END.finditer(text)]
    return max([bound for bound in bounds if bound <= start], default=0), stop


@cache
def _phrases(language: str) -> Phrases[tuple[Kind, Sense]]:
    return Phrases(
        {
            phrase: (kind, sense)
            for kind, sense, patterns in reversed(CUES[language])  # so that the first list wins
            for pattern in patterns.split(",")
            for phrase in spell_out(pattern)
        }
    )


@cache
def _unspaced(language: str) -> tuple[re.Pattern[str], dict[str, tuple[Kind, Sense]]]:
    labels = {
        phrase.strip(): (kind, sense)
        for kind, sense, patterns in reversed(UNSPACED_CUES[language])
        for phrase in patterns.split(",")
    }
    longest_first = sorted(labels, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), labels
