"""Tell by a word alone whether it may be a name, or part of one."""

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.grounding.readers.lexicon.countries import ALIASES, CAPITALS
from summarizer.grounding.readers.lexicon.given_names import FIRST_NAMES
from summarizer.grounding.readers.lexicon.name_words import COMMON_ACRONYMS, HONORIFICS
from summarizer.grounding.readers.tokens import Token

_ELIDED = re.compile(r"^(?:[ldnsjmcLDNSJMC]|qu|dell|all|nell|dall|sull|Qu|Dell|All|Nell|Dall|Sull)'(?=\w)")
_HYPHENED = re.compile(r"^([^-]*[A-Z].*?\w)-[a-z]+$")  # "China-based"
_PREFIXED = re.compile(r"^(?!al-|el-)(?:[a-z]+-)+(?=[^\Wa-z\d_])")  # "pro-Russian"


def bare(token: Token) -> Token:
    """Return the word without a possessive ending, an elided article or what is hyphened on to a name."""
    text, start, end = token.text, token.start, token.end
    if text.endswith(("'s", "'S")):
        text, end = text[:-2], end - 2
    elif "'" not in text and "-" not in text:
        return token  # "6,200", "U.S."
    for mark, pattern in (("'", _ELIDED), ("-", _PREFIXED)):
        match = pattern.match(text) if mark in text else None
        if match:
            text, start = text[match.end() :], start + match.end()
    match = _HYPHENED.match(text) if "-" in text else None
    if match:
        text, end = match.group(1), start + match.end(1)
    return Token(text, start, end, text.lower())


@lru_cache(maxsize=16384)
def is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital, or has one further in and does not begin with a figure."""
    return word[0].isupper() or (not word[0].isdigit() and _has_capital(word))


def is_abbreviated(token: Token) -> bool:
    """Tell whether a point behind a word is likely to be its own: "J.", "Dr.", "St."."""
    return len(token.text) == 1 or token.lower in HONORIFICS or token.lower in {"st", "jr", "no"}


def is_no_name(token: Token) -> bool:
    """Tell a word that is no name by itself: a common acronym, "I'm", "Don't", one letter, a title."""
    text = token.text
    return (
        text in COMMON_ACRONYMS
        or token.lower.startswith(("i'", "it'", "we'", "you'", "they'", "he'", "she'"))
        or token.lower.endswith("n't")
        or len(text) == 1
        or token.lower in HONORIFICS
    )


@lru_cache(maxsize=8192)
def looks_like_a_name(word: str) -> bool:
    """Tell a word that is a name wherever it stands: an acronym, inner capitals, a country, a first name."""
    lower = word.lower()
    return (
        lower in FIRST_NAMES
        or lower in ALIASES
        or lower in CAPITALS
        or (_has_capital(word[1:]) and word not in COMMON_ACRONYMS)
    )


def has_shape(tokens: Sequence[Token]) -> bool:
    """Tell whether a word is a name even where each has a capital: it has one further in, or is a country."""
    return any(_has_capital(token.text[1:]) or token.lower in ALIASES for token in tokens)


def _has_capital(text: str) -> bool:
    return not text.islower() and any(map(str.isupper, text))
