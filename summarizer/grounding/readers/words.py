"""Split text into words, folded and stemmed, function words marked."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from summarizer.grounding.readers.stems import fold, lemma
from summarizer.grounding.readers.tokens import read_tokens
from summarizer.language import FUNCTION_WORDS

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]+")
_PART = re.compile(rf"{_UNSPACED.pattern}|[^-{_UNSPACED.pattern[1:-2]}]+")


class Word(NamedTuple):
    """One word; `norm` is folded (case, diacritics), `stem` is what overlaps are counted on.

    In scripts without spaces a word is a pair of neighbouring characters.
    """

    text: str
    start: int
    end: int
    norm: str
    stem: str
    function: bool  # carries no content: "the", "of"


class Columns(NamedTuple):
    """The words of a text, each of a word's fields apart: most are asked for their stems and places alone.

    Six tuples take a fraction of the time that an object for each word would.
    """

    texts: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    norms: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    functions: tuple[bool, ...] = ()


@lru_cache(maxsize=4096)
def read_columns(text: str, language: str) -> Columns:
    """Return the words of `text` in order; hyphenated words count as their parts."""
    tokens = read_tokens(text)
    if not tokens:
        return Columns()
    if text.isascii() and "-" not in text:
        texts, starts, ends, lowers = zip(*tokens, strict=True)
        facts = zip(*map(_facts, lowers, repeat(language)), strict=True)
        return Columns(texts, starts, ends, *facts)
    return Columns(*zip(*_rows(text, language), strict=True))


def read_words(text: str, language: str) -> tuple[Word, ...]:
    """Return the same one by one."""
    return tuple(map(Word._make, zip(*read_columns(text, language), strict=True)))


def _rows(text: str, language: str) -> Iterator[tuple[str, int, int, str, str, bool]]:
    """Yield the fields of each word, of a hyphenated one those of its parts."""
    for token in read_tokens(text):
        if token.lower.isascii() and "-" not in token.lower:
            yield token.text, token.start, token.end, *_facts(token.lower, language)
            continue
        for part in _PART.finditer(token.lower):
            start, found = token.start + part.start(), part.group()
            if _UNSPACED.match(found):
                yield from _pairs(found, start)
                continue
            end = start + len(found)
            yield text[start:end], start, end, *_facts(found, language)


@lru_cache(maxsize=16384)
def _facts(word: str, language: str) -> tuple[str, str, bool]:
    """Return norm, stem and whether it is a function word."""
    norm = fold(word.removesuffix("'s").replace(".", ""))
    return norm, lemma(norm, language), word in FUNCTION_WORDS.get(language, frozenset())


def _pairs(run: str, start: int) -> Iterator[tuple[str, int, int, str, str, bool]]:
    """Yield each pair of neighbouring characters as a word; a single character is one too."""
    width = min(2, len(run))
    for i in range(len(run) - width + 1):
        pair = run[i : i + width]
        yield pair, start + i, start + i + width, pair, pair, False
