"""Tell of what kind a name is, by its own words and by what stands right beside it."""

import re
from collections.abc import Sequence
from typing import Literal

from summarizer.grounding.readers.lexicon.countries import ALIASES, CAPITALS
from summarizer.grounding.readers.lexicon.given_names import FIRST_NAMES
from summarizer.grounding.readers.lexicon.name_words import (
    CLUB_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
)
from summarizer.grounding.readers.tokens import Token

Kind = Literal["person", "organisation", "place", "unknown"]

_AGED = re.compile(r", \d\d,")
_MAX_ACRONYM = 6  # letters


def kind_of(text: str, tokens: Sequence[Token], first: int, after: int) -> Kind:
    """Return of what kind the name is that tokens `first` up to `after` of `text` make up."""
    words = [token.lower for token in tokens[first:after]]
    whole = " ".join(words)
    end = tokens[after - 1].end
    ahead = text[end : end + 6]
    if (
        whole in ALIASES
        or whole in CAPITALS
        or words[-1] in PLACE_WORDS
        or words[0] in {"lake", "mount", "fort"}
    ):
        return "place"
    if not ORGANISATION_WORDS.isdisjoint(words) or ahead[:1] == "&":
        return "organisation"
    if len(words) == 1 and tokens[first].text.isupper() and len(words[0]) <= _MAX_ACRONYM:
        return "organisation"
    if len(words) > 1 and words[-1] in CLUB_WORDS:
        return "organisation"
    if len(words) > 1 and (words[0] in FIRST_NAMES or len(words[0]) == 1):
        return "person"
    owned = ahead.startswith(("'s", "’s"))  # "the fall in Acme's orders"
    placed = first > 0 and tokens[first - 1].text in {"in", "near", "across"}
    if placed and text[tokens[first - 1].end : tokens[first].start] == " " and not owned:
        return "place"
    introduced = len(words) > 1 and (ahead.startswith((", who", " who ")) or _AGED.match(ahead))
    return "person" if introduced else "unknown"
