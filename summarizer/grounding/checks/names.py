"""Check that every name of an item is borne out where the item says it is.

A name may come from the evidence, or stand for "the company" or "she" there; what it may not do
is take another name's place.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.grounding.checks.clauses import analyse
from summarizer.grounding.checks.name_lending import is_lent
from summarizer.grounding.checks.name_presence import is_excused, is_own, is_there
from summarizer.grounding.checks.name_rivals import holder, rival_at_opening, rival_in_role, rival_of_kind
from summarizer.grounding.checks.name_sides import Sides
from summarizer.grounding.checks.scenes import other_scenes
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import form
from summarizer.grounding.readers.names import Name
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

_JOINED = re.compile(  # "Ann Lee of Acme"
    r" (?:of|at|from|von|vom|de|du|d['’]|del) (?:the |la |le |der |dem )?"
)


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield each name that neither the evidence nor its surroundings bear out, or that displaces another."""
    if article.language == "de":  # where a place is not told from a noun by its capital
        shown = [analyse(reading.text, "de") for reading in evidence]
        for place in other_scenes(analyse(item.text, "de"), shown):
            yield Reason(code="name_missing", detail=place)
    if not item.names:
        return
    sides = Sides(item, evidence, article)
    for name in sides.names:
        problem = _problem(sides, name)
        if problem is not None:
            yield Reason(code="name_missing", detail=problem)
    for first, second in pairwise(sides.names):
        joined = first.sure and _JOINED.fullmatch(item.text[first.end : second.start])
        if joined and _are_apart(sides, first, second):
            yield Reason(code="name_missing", detail=item.text[first.start : second.end])


def _problem(sides: Sides, name: Name) -> str | None:
    """Return the words that say what is wrong with `name`, or None if nothing is."""
    wanted = form(name.text)
    if (other := holder(sides, name, wanted)) is not None:
        return f"{name.text} (article: {other})"
    home = sides.home(name, wanted)
    if is_there(sides, name, wanted, home):
        return None
    if (rival := rival_in_role(sides, name, home)) is not None:
        return f"{name.text} (article: {rival.text})"
    places = sides.book.places(wanted)
    if is_own(sides, name, wanted, places):
        return None
    if not places:
        if is_excused(sides, name, wanted):
            return None
        if (rival := rival_at_opening(sides, name, home)) is not None:
            return f"{name.text} (article: {rival.text})"
        return name.text if name.sure else None
    if any(name.text in speaker for speaker in sides.speakers):
        return None  # whether it says so is the attribution's matter
    if (rival := rival_of_kind(sides, name, home)) is not None:
        return f"{name.text} (article: {rival.text})"
    return name.text if name.sure and not is_lent(sides, name, places, home) else None


def _are_apart(sides: Sides, first: Name, second: Name) -> bool:
    """Tell whether the article never names the two close to each other."""
    if sides.book.kind(first) in {"organisation", "place"}:
        return False  # "joined Acme from Norrtal"
    here, there = (sides.book.places(form(name.text)) for name in (first, second))
    return bool(here) and bool(there) and min(abs(a - b) for a in here for b in there) > 1
