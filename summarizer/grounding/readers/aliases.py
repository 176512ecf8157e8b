"""Tell whether two names mean the same: "Baogang Group" and "BaogangGroup", "NPC", "Mr. Lind"."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.grounding.readers.lexicon.countries import ALIASES, COUNTRY_NOUNS
from summarizer.grounding.readers.lexicon.name_words import (
    CONNECTORS,
    GERMAN_OFFICE,
    HONORIFICS,
    ORGANISATION_WORDS,
)
from summarizer.grounding.readers.stems import fold
from summarizer.grounding.readers.tokens import read_tokens

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LEAST_INFLECTED = 4  # letters that two forms of an inflected name share at least
_ENDING = 3  # letters that inflection adds at most
_INFLECTED = frozenset(
    {"ru", "uk", "pl", "cs", "sk", "sl", "hr", "sr", "fi", "hu", "et", "lt", "lv", "de", "tr", "el", "la"}
)


@dataclass(frozen=True, slots=True)
class Form:
    """A name made comparable: its folded parts without titles, the same as one word, its initials."""

    parts: tuple[str, ...]
    joined: str
    initials: str
    keys: frozenset[str]  # what two forms of one name have in common, unless a part is cut short or inflected
    cut: bool  # a part is an initial


def _form(parts: tuple[str, ...], joined: str, initials: str) -> Form:
    keys = frozenset({*parts, joined, initials} - {""})
    return Form(parts, joined, initials, keys, cut=any(len(part) == 1 for part in parts))


@lru_cache(maxsize=8192)
def form(name: str) -> Form:
    """Return `name` made comparable; countries and their adjectives become one word."""
    whole = fold(name).replace("’", "'").removeprefix("the ")
    country = ALIASES.get(whole)
    if country:
        return _form((country,), country.replace(" ", ""), "")
    spelled = [part for token in read_tokens(_CAMEL.sub(" ", name)) for part in _pieces(token.lower)]
    parts = [part for part in spelled if not _is_title(part)] or spelled
    words = [part for part in parts if part not in CONNECTORS] or parts
    named = tuple(ALIASES.get(word, word) for word in words)
    return _form(named, "".join(words), "".join(word[0] for word in words))


@lru_cache(maxsize=8192)
def _is_title(part: str) -> bool:
    return part in HONORIFICS or GERMAN_OFFICE.search(part) is not None


def _pieces(word: str) -> list[str]:
    if word.endswith("."):
        return [word.replace(".", "")]
    if word.isascii() and word.isalnum():
        return [word]
    return [piece for piece in fold(word).removesuffix("'s").replace("'", "").split("-") if piece]


def is_adjective(name: str) -> bool:
    """Tell whether a name only says of which country: "Australian"."""
    word = name.lower()
    return word not in COUNTRY_NOUNS and ALIASES.get(word, word) != word


def same_part(left: str, right: str, language: str) -> bool:
    """Tell whether two parts of names are one word, an initial of the other, or an inflected form."""
    if left == right:
        return True
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) == 1:
        return long.startswith(short)
    if language in _INFLECTED and len(short) >= _LEAST_INFLECTED and abs(len(long) - len(short)) <= _ENDING:
        shared = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
        return shared >= max(_LEAST_INFLECTED, len(short) - 2)
    return False


def is_within(name: Form, other: Form, language: str) -> bool:
    """Tell whether `name` is `other` or a shorter form of it: surname, acronym, "Siemens" of "Siemens AG"."""
    if name.joined == other.joined:
        return True
    if name.keys.isdisjoint(other.keys) and not (name.cut or other.cut or language in _INFLECTED):
        return False
    if _is_acronym(name, other) or _is_acronym(other, name):
        return True
    if len(name.parts) > len(other.parts):
        return False
    at = 0
    for part in name.parts:
        while at < len(other.parts) and not same_part(part, other.parts[at], language):
            at += 1
        if at == len(other.parts):
            return False
        at += 1
    return True


def _is_acronym(short: Form, long: Form) -> bool:
    return (
        len(short.parts) == 1
        and len(long.parts) > 1
        and len(short.joined) > 1
        and short.joined == long.initials
    )


def matches(name: Form, others: Iterable[Form], language: str) -> bool:
    """Tell whether one of `others` is `name`, or either is a shorter form of the other."""
    inexact = name.cut or language in _INFLECTED
    for other in others:
        if name.joined == other.joined:
            return True
        if not (inexact or other.cut) and name.keys.isdisjoint(other.keys):
            continue
        if is_within(name, other, language) or is_within(other, name, language):
            return True
    return False


def is_extended(name: Form, other: Form, language: str) -> bool:
    """Tell whether `name` is `other` with no more than an institution's word or a title added."""
    extra = set(name.parts) - set(other.parts)
    return is_within(other, name, language) and bool(extra) and extra <= ORGANISATION_WORDS


def distinct(parts: Sequence[str]) -> Collection[str]:
    """Return the parts that tell a name from others: without "group", "ministry" and the like."""
    return [part for part in parts if part not in ORGANISATION_WORDS] or parts
