"""Read figures that are part of a name or a chain: A320, COVID-19, 5G, 1.2.3, 555-123-4567."""

import re

from summarizer.grounding.readers.digits import parse_digits
from summarizer.grounding.readers.lexicon.number_words import Vocabulary
from summarizer.grounding.readers.measures import currency_before, unit_code
from summarizer.grounding.readers.number_parts import Number
from summarizer.grounding.readers.number_tokens import Tokens

ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th", "er", "re", "e", "ème", "eme", "º", "ª"})
_CHAIN = re.compile(r"\d+(?:[.:/-]\d+){2,}(?![\w-])")
_WHOLE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_TAIL = re.compile(r"[^\W_]*(?:-[^\W_]*\d[^\W_]*)*")
_LETTERS = frozenset({"m", "b", "k", "t", "tr"})
_TENS_FROM = 20


def read_code(tokens: Tokens, index: int, vocabulary: Vocabulary, language: str) -> Number | None:
    """Return the code that holds the figures at `index`, or None where they are a number."""
    start, end = tokens.starts[index], tokens.ends[index]
    first = _first(tokens, index)
    chain = _CHAIN.match(tokens.text, start)
    if first < index or (chain and parse_digits(chain.group(), language) is None):
        whole = _WHOLE.match(tokens.text, start) if first < index else None
        return _code(tokens, tokens.starts[first], max(end, *(m.end() for m in (whole, chain) if m)))
    if parse_digits(tokens.texts[index], language) is None or _has_odd_tail(
        tokens, index, vocabulary, language
    ):
        tail = _TAIL.match(tokens.text, end)
        return _code(tokens, start, tail.end() if tail else end)
    return None


def _first(tokens: Tokens, index: int) -> int:
    """Return the token of the letters that the figures are glued to, by a hyphen too, or `index`."""
    if not tokens.is_glued(index):
        return index
    before = tokens.texts[index - 1]
    if before.isascii() and before.isalpha():
        return index if currency_before(tokens, index)[1] else index - 1
    if before == "-" and tokens.is_glued(index - 1):
        name = tokens.texts[index - 2]
        if name.isalpha() and (name.isupper() or name.lower() == "covid"):
            return index - 2
    return index


def _has_odd_tail(tokens: Tokens, index: int, vocabulary: Vocabulary, language: str) -> bool:
    """Tell letters behind the figures that are neither unit nor scale nor ordinal: 5G, 4x4, 30s."""
    after = index + 1
    if not tokens.is_glued(after):
        return False
    token, word = tokens.texts[after], tokens.words[after]
    if not (word.isascii() and word.isalpha()) or word in ORDINAL_SUFFIXES:
        return False
    if tokens.is_glued(after + 1) and tokens.is_figure(after + 1):
        return True
    if word in vocabulary.scales or word in _LETTERS:
        return False
    value = parse_digits(tokens.texts[index], language) or 0
    if token == "s":  # noqa: S105 - a token of text
        return value >= _TENS_FROM and value % 10 == 0
    return unit_code(tokens, after, after + 1, value, language) is None


def _code(tokens: Tokens, start: int, end: int) -> Number:
    return Number(tokens.text[start:end], start, end, 0.0, kind="code")
