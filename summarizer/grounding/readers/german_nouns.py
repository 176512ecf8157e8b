"""Tell German nouns, which are capitalised too, from names."""

from summarizer.grounding.readers.lexicon.name_words import GERMAN_NOUN_ENDINGS, GERMAN_NOUNS, GERMAN_OFFICE
from summarizer.grounding.readers.tokens import Token

_LEAST_NOUN = 7  # letters by whose ending a German noun is known: "Jannis" is a name


def is_german_noun(token: Token) -> bool:
    """Tell whether a capitalised word looks like a noun rather than a name, by a list and by its ending."""
    by_ending = len(token.text) >= _LEAST_NOUN and token.lower.endswith(GERMAN_NOUN_ENDINGS)
    return by_ending or token.lower in GERMAN_NOUNS


def is_german_role(token: Token) -> bool:
    """Tell the office before a name: "Gewerkschaftssekretär", "Verdi-Sekretär", "Verkehrsministerin"."""
    return "-" in token.text or is_german_noun(token) or GERMAN_OFFICE.search(token.lower) is not None
