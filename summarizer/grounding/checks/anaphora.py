"""Tell whether a sentence has a word that may stand for a name: "she", "the company", "there"."""

from collections.abc import Iterable

from summarizer.grounding.readers.lexicon.name_words import HONORIFICS, ORGANISATION_WORDS, PLACE_WORDS
from summarizer.grounding.readers.names import Kind
from summarizer.grounding.readers.tokens import Token

_PERSONS = (
    frozenset({"he", "she", "his", "her", "him", "i", "my", "who", "me", "they"})
    | HONORIFICS
    | frozenset(
        "leader head author scientist researcher founder owner player coach lawyer artist writer".split()
    )
)
_GROUPS = (
    frozenset({"it", "its", "they", "their", "them", "we", "our", "which", "us"})
    | ORGANISATION_WORDS
    | frozenset(
        "firm maker carrier operator retailer giant startup lender airline chain brewery utility developer".split()
    )
)
_PLACES = PLACE_WORDS | {"country", "nation", "capital", "there", "here", "local"}
_WORDS: dict[Kind, frozenset[str]] = {"person": _PERSONS, "organisation": _GROUPS, "place": _PLACES}


def may_stand_for(kind: Kind, tokens: Iterable[Token]) -> bool:
    """Tell whether one of `tokens` may stand for a name of that kind; any such word where it is not known."""
    words = _WORDS.get(kind, _PERSONS | _GROUPS | _PLACES)
    return any(token.lower in words for token in tokens)
