"""Tell whether a name of the item is borne out: it stands in its home, or the article excuses it."""

from collections.abc import Sequence
from itertools import pairwise

from summarizer.grounding.checks.clauses import Analysis
from summarizer.grounding.checks.name_sides import Home, Sides
from summarizer.grounding.readers.aliases import Form, form, matches
from summarizer.grounding.readers.lexicon.name_words import ORGANISATION_WORDS, PLACE_WORDS
from summarizer.grounding.readers.names import Name
from summarizer.grounding.reading import Reading

_FIRST_PERSON = frozenset(
    "i me my we us our ich mich mir mein meine wir uns unser unsere yo mi nosotros nuestro nuestra je mon ma "
    "nous notre nos".split()
)


def is_there(sides: Sides, name: Name, wanted: Form, home: Home) -> bool:
    """Tell whether its home has the name, in whatever form."""
    return (
        sides.is_named(wanted, home.reading)
        or _opens(sides, name, home.reading)
        or any(sides.book.are_one(wanted, form(rival.text)) for rival in home.rivals)
        or (
            (_is_shortened(wanted, home.shown) or _is_called(sides, name, home.shown))
            and bool(sides.book.places(wanted))
        )
    )


def _opens(sides: Sides, name: Name, reading: Reading) -> bool:
    """Tell whether the sentence begins with the surname of `name`, where any word has a capital."""
    *first, last = name.text.split()
    return bool(first) and reading.text.startswith(f"{last} ") and bool(sides.book.places(form(name.text)))


def _is_shortened(wanted: Form, shown: Analysis) -> bool:
    """Tell whether the sentence has a plain word of an institution's name for it: "the commission"."""
    words = ORGANISATION_WORDS.intersection(wanted.parts)
    return len(wanted.parts) > 1 and any(
        token.lower in words and token.text.islower() for token in shown.tokens
    )


def _is_called(sides: Sides, name: Name, shown: Analysis) -> bool:
    """Tell whether the sentence has "the valley" where the item has it right behind the name."""
    behind = next((token for token in sides.said.tokens if token.start > name.end), None)
    if behind is None or behind.lower not in PLACE_WORDS or not behind.text.islower():
        return False
    return any(two.lower == behind.lower and one.lower == "the" for one, two in pairwise(shown.tokens))


def is_own(sides: Sides, name: Name, wanted: Form, places: Sequence[int]) -> bool:
    """Tell whether `name` is the author or the publication, where "we" or it may speak."""
    if not matches(wanted, sides.own, sides.language):
        return False
    told = any(name.text in speaker for speaker in sides.speakers)
    ours = bool(places) and name.text.casefold() in sides.site
    return told or ours or any(t.lower in _FIRST_PERSON for shown in sides.shown for t in shown.tokens)


def is_excused(sides: Sides, name: Name, wanted: Form) -> bool:
    """Tell whether a name that the article lacks may be an ordinary word, or follows from another."""
    return (
        sides.book.has_capital(wanted)
        or sides.book.has_words(name.text)
        or sides.book.has_place_of(name.text)
    )
