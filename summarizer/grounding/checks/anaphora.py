"""Tell whether a sentence has a word that may stand for a name: "she", "the company", "there"."""

from collections.abc import Iterable

from summarizer.grounding.readers.lexicon.name_words import HONORIFICS, ORGANISATION_WORDS, PLACE_WORDS
from summarizer.grounding.readers.names import Kind
from summarizer.grounding.readers.tokens import Token

_PERSONS = (
    frozenset("he she his her him i my who me they".split())
    | frozenset("er sie ihn ihm ihr ihre ihren ihrer sein seine seinen seiner seinem ich".split())
    | frozenset("il elle lui son sa ses je él ella su sus quien".split())
    | HONORIFICS
    | frozenset(
        "leader head author scientist researcher founder owner player coach lawyer artist writer".split()
    )
)
_GROUPS = (
    frozenset("it its they their them we our which us".split())
    | frozenset(
        "sie ihr ihre ihren ihrer sein seine seinen unternehmen konzern firma gruppe behörde verband".split()
    )
    | frozenset("il elle son sa ses groupe entreprise société su sus empresa compañía grupo sociedad".split())
    | ORGANISATION_WORDS
    | frozenset(
        "firm maker carrier operator retailer giant startup lender airline chain brewery utility".split()
    )
)
_PLACES = PLACE_WORDS | frozenset(
    "country nation capital there here local dort hier stadt gemeinde là ici ville allí aquí ciudad".split()
)
_WORDS: dict[Kind, frozenset[str]] = {"person": _PERSONS, "organisation": _GROUPS, "place": _PLACES}


def may_stand_for(kind: Kind, tokens: Iterable[Token]) -> bool:
    """Tell whether one of `tokens` may stand for a name of that kind; any such word where it is not known."""
    words = _WORDS.get(kind, _PERSONS | _GROUPS | _PLACES)
    return any(token.lower in words for token in tokens)
