"""Tell whether a sentence close by may lend a name to one of the evidence that does not have it."""

from collections.abc import Sequence
from itertools import pairwise

from summarizer.grounding.checks.anaphora import may_stand_for
from summarizer.grounding.checks.name_sides import TELLING, Home, Sides
from summarizer.grounding.readers.aliases import form
from summarizer.grounding.readers.names import Name

_FAR_BACK, _BACK, _AHEAD = 8, 4, 1  # sentences around the evidence in which a name counts as close by
_DEFINITE = frozenset("the la le die das el".split())
_LEAD = 2  # the number of the last sentence that tells what the article is about
_BESIDE = 1  # words between two names of one thing
_RECURRING = 4  # sentences that make a name one of the article's subjects


def is_lent(sides: Sides, name: Name, places: Sequence[int], home: Home) -> bool:
    """Tell whether one of the sentences at `places` may lend `name` to its home.

    One before it may, further off where a word such as "she" asks for a name; one behind it
    only where the item tells of it too.
    """
    if len(set(places)) >= _RECURRING or min(places) <= 0 or _is_titled(sides, name, home):
        return True
    if _is_beside(sides, name, places):
        return True
    kind = sides.book.kind(name)
    nouns = [two for one, two in pairwise(home.shown.tokens) if one.lower in _DEFINITE]
    if min(places) <= _LEAD and kind == "organisation" and may_stand_for(kind, nouns):
        return True  # "the network" throughout is whom the first sentences name
    spots, told = sides.book.spots(home.reading.text), _told(sides, name)
    back = _FAR_BACK if may_stand_for(kind, home.shown.tokens) else _BACK
    return not spots or any(
        spot - back <= place <= spot + (_BACK if place in told or not home.shared else _AHEAD)
        for spot in spots
        for place in places
    )


def _told(sides: Sides, name: Name) -> set[int]:
    """Return the numbers of the sentences of the evidence that the item tells of, `name` aside."""
    own = sides.said.matter((name.start, name.end))
    return {
        spot
        for reading, shown in zip(sides.evidence, sides.shown, strict=True)
        if len((sides.said.content_lemmas & shown.content_lemmas) - own) >= TELLING
        for spot in sides.book.spots(reading.text)
    }


def _is_beside(sides: Sides, name: Name, places: Sequence[int]) -> bool:
    """Tell whether a sentence has `name` and the one beside it in the item: "Swiss trader Lothringer"."""
    for other in sides.names:
        apart = sides.item.text[min(name.end, other.end) : max(name.start, other.start)]
        if other is not name and len(apart.split()) <= _BESIDE and apart.replace(" ", "").isalpha():
            mates = sides.book.places(form(other.text))
            if len(set(mates)) >= _RECURRING and not set(mates).isdisjoint(places):
                return True
    return False


def _is_titled(sides: Sides, name: Name, home: Home) -> bool:
    """Tell whether the office before `name` stands in its home alone: "the judge" for "Judge Ann Lee"."""
    said = sides.said
    before = [i for i, token in enumerate(said.tokens) if token.end <= name.start]
    return bool(before) and said.content[before[-1]] and said.lemmas[before[-1]] in home.shown.lemmas
