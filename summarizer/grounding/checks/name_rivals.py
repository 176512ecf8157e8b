"""Find the name of the article whose place a name of the item takes."""

import re

from summarizer.grounding.checks.anaphora import may_stand_for
from summarizer.grounding.checks.clauses import Analysis
from summarizer.grounding.checks.context import opening, role_of
from summarizer.grounding.checks.name_sides import Home, Sides
from summarizer.grounding.checks.namebook import office_before
from summarizer.grounding.readers.aliases import Form, form, is_adjective, matches
from summarizer.grounding.readers.names import Name

_SCENE = re.compile(r"\b(?:in|at|near|around|across|outside|from|to)\s$")
_LONGEST_SCENE = 9  # characters


def holder(sides: Sides, name: Name, wanted: Form) -> str | None:
    """Return who holds the office before `name` in the item, where in the article another does."""
    office = office_before(sides.item.text, sides.item.names, name, sides.language)
    holders = sides.book.holders(office) if office is not None else ()
    if office is None or not holders or matches(wanted, map(form, holders), sides.language):
        return None
    told = any(sides.book.has_beside(office.stem, place) for place in sides.book.places(wanted))
    return None if told else holders[0]


def rival_in_role(sides: Sides, name: Name, home: Home) -> Name | None:
    """Return the name of its home that stands beside the words that `name` stands beside in the item."""
    for rival in home.rivals:
        if _fits(sides, name, rival):
            mine = role_of(sides.said, sides.item.text, name)
            if mine.is_like(role_of(home.shown, home.reading.text, rival)):
                return rival
    return None


def rival_at_opening(sides: Sides, name: Name, home: Home) -> Name | None:
    """Return the name that opens the evidence as `name` opens the item, before one of the same words."""
    mine = opening(sides.said, name)
    for rival in home.rivals:
        if not mine.isdisjoint(opening(home.shown, rival)) and _fits(sides, name, rival):
            return rival
    return None


def rival_of_kind(sides: Sides, name: Name, home: Home) -> Name | None:
    """Return the first name of its home that is of one kind with `name`, unless both may stand there."""
    rival = next((rival for rival in home.rivals if _is_of_kind(sides, name, rival, home)), None)
    if rival is None or _is_explained(sides, name, rival, home) or _is_in_place(sides, name):
        return None
    return rival


def _fits(sides: Sides, name: Name, rival: Name) -> bool:
    """Tell whether the two may be of one kind."""
    kinds = {sides.book.kind(name), sides.book.kind(rival)}
    if is_adjective(name.text) != is_adjective(rival.text):
        return False  # "the Australian owner" is not in the place of "Catamarca"
    if sides.language == "de" and (" " in name.text) != (" " in rival.text):
        return False  # a single capital is no name yet
    return len(kinds - {"unknown"}) <= 1


def _is_of_kind(sides: Sides, name: Name, rival: Name, home: Home) -> bool:
    """Tell whether the two are of one kind and not one: both full names, both scenes, both doers."""
    kind = sides.book.kind(name)
    if kind == "place" and _is_scene(name, sides.item.text) != _is_scene(rival, home.reading.text):
        return False
    alike = (" " in name.text and " " in rival.text) or sides.book.kind(rival) == kind
    return alike and _fits(sides, name, rival) and not sides.book.are_one(form(name.text), form(rival.text))


def _is_scene(name: Name, text: str) -> bool:
    """Tell whether a word such as "in" stands right before a place."""
    return _SCENE.search(text, max(name.start - _LONGEST_SCENE, 0), name.start) is not None


def _is_explained(sides: Sides, name: Name, rival: Name, home: Home) -> bool:
    """Tell whether a word before `rival` may stand for `name`: "she", "the company".

    Behind it none counts: in "Acme sold its plant" the "its" is Acme's.
    """
    return may_stand_for(sides.book.kind(name), [t for t in home.shown.tokens if t.start < rival.start])


def _is_in_place(sides: Sides, name: Name) -> bool:
    """Tell whether a sentence of the evidence has the name amid the very words that the item has there.

    Up to a word of content that is no name: "won the Pennant Cup for Ardwell Town" holds both.
    """
    said = sides.said
    own = [i for i, token in enumerate(said.tokens) if name.start <= token.start < name.end]
    for shown in sides.shown if own else ():
        for start in shown.at({said.lemmas[own[0]]}):
            before = _run(said, shown, own[0] - 1, start - 1, -1)
            after = _run(said, shown, own[0], start, 1)
            words = [*before, *after]
            if own[-1] in words and any(said.content[i] and said.tokens[i].text.islower() for i in words):
                return True
    return False


def _run(said: Analysis, shown: Analysis, mine: int, theirs: int, step: int) -> list[int]:
    """Return which words of `said`, from `mine` on, `shown` has too from `theirs` on."""
    found = []
    while 0 <= mine < len(said.lemmas) and 0 <= theirs < len(shown.lemmas):
        if said.lemmas[mine] != shown.lemmas[theirs]:
            break
        found.append(mine)
        mine, theirs = mine + step, theirs + step
    return found
