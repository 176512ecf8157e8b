"""Tell whether a sentence has a word that may stand for a name: "she", "the company", "there"."""

from collections.abc import Iterable, Sequence

from summarizer.grounding.readers.lexicon.name_words import HONORIFICS, ORGANISATION_WORDS, PLACE_WORDS
from summarizer.grounding.readers.name_kinds import Kind
from summarizer.grounding.readers.names import Name
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


# They stand for what their own sentence names.
_RELATIVE = frozenset("who which whose whom where qui que dont où quien cuyo".split())


def stand_ins_for(kind: Kind, tokens: Sequence[Token], names: Sequence[Name]) -> list[Token]:
    """Return the words that may stand for a name of that kind which their sentence does not have.

    Titles right before a name and the words within it belong to that one.
    """
    words = _WORDS.get(kind, _PERSONS | _GROUPS | _PLACES) - _RELATIVE
    taken = [(name.start, name.end) for name in names]
    return [
        token
        for token in tokens
        if token.lower in words
        and not any(start <= token.end + 2 and token.start < end for start, end in taken)
    ]


def may_stand_for(kind: Kind, tokens: Iterable[Token]) -> bool:
    """Tell whether one of `tokens` may stand for a name of that kind; any such word where it is not known."""
    words = _WORDS.get(kind, _PERSONS | _GROUPS | _PLACES)
    return any(token.lower in words for token in tokens)
