"""Bring the forms of a word together, so that "rose" and "rises" can be compared."""

import re
import unicodedata
from functools import lru_cache

from summarizer.grounding.readers.lexicon.irregular import BASES, BASES_OF_NOUNS

_ENDINGS = {
    "de": ("ungen", "enden", "ende", "ern", "end", "est", "ten", "tes", "ter", "tem", "ens", "en", "em", "er", "es", "et", "te", "e", "n", "s", "t"),
    "es": ("aciones", "ación", "ando", "iendo", "aron", "ieron", "adas", "ados", "ada", "ado", "idas", "idos", "ida", "ido",
           "aban", "aba", "arán", "ará", "ar", "er", "ir", "as", "os", "es", "an", "en", "ó", "a", "o", "e", "s"),
    "fr": ("ations", "ation", "eraient", "erait", "eront", "era", "aient", "ait", "ées", "és", "ée", "é", "ent", "ant", "er",
           "ez", "es", "e", "s", "ir", "it", "is"),
}  # fmt: skip
_ENDINGS["pt"] = _ENDINGS["it"] = _ENDINGS["es"]
_ARTICLE = re.compile(
    "^(?:[وف]?(?:ال|بال|كال)|[وف]?لل)(?=.{3})"
)  # "the", with "and", "for" or "by" before it
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|dell|all|nell|dall|sull)'(?=\w)")
_ELIDING = frozenset({"fr", "it", "ca"})
_SHORTEST = 3
_SHORTEST_IES = 4  # "dies" is no plural of "dy"


def fold(word: str) -> str:
    """Return `word` in lower case without diacritics."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def unelided(word: str, language: str) -> str:
    """Return a word in lower case without what is elided before it: "usine" of "l'usine"."""
    found = _ELIDED.match(word) if language in _ELIDING else None
    return word[found.end() :] if found else word


@lru_cache(maxsize=16384)
def lemma(word: str, language: str) -> str:
    """Return what the forms of `word` have in common: "approv" of "approved", "rise" of "rose"."""
    word = word.lower()
    word = word.removesuffix("'s")
    if language == "en":
        return _english(word)
    if language == "ar":
        return fold(_ARTICLE.sub("", word))
    if "'" in word:
        word = unelided(word, language)
    for ending in _ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return fold(word[: -len(ending)])
    return fold(word)


def _english(word: str) -> str:
    word = BASES.get(word) or BASES_OF_NOUNS.get(word, word)
    if len(word) <= _SHORTEST or not word.isalpha():
        return fold(word)
    if (word.endswith("ies") and len(word) > _SHORTEST_IES) or word.endswith("ied"):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST and not set(base).isdisjoint("aeiouy"):
            word = base[:-1] if base[-1] == base[-2] and base[-1] not in "lsz" else base
            break
    if len(word) > _SHORTEST and word.endswith("e"):
        word = word[:-1]
    return fold(word)
