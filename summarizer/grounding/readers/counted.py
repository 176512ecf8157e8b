"""Find the word for what a number counts: "12 dead", "200 new jobs"."""

from collections.abc import Mapping

from summarizer.grounding.readers.number_tokens import Tokens

_IRREGULAR = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "dead",
        "injured",
        "wounded",
        "missing",
        "hurt",
        "killed",
        "police",
        "staff",
        "youths",
        "personnel",
        "troops",
        "aircraft",
        "sheep",
        "fish",
        "cattle",
        "households",
        "menschen",
        "personen",
        "tote",
        "verletzte",
        "kinder",
        "frauen",
        "männer",
        "häuser",
        "einwohner",
        "mitarbeiter",
        "soldaten",
        "beschäftigte",
        "muertos",
        "heridos",
        "personas",
        "morts",
        "blessés",
        "personnes",
        "gens",
        "animaux",
    ]
)
_STOPS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        ["the", "a", "an", "and", "or", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as", "is", "was", "were", "are", "be", "been", "has", "have", "had", "will", "would", "than", "that", "which", "who", "but", "while", "when", "where", "after", "before", "since", "until", "during", "per", "this", "these", "those", "his", "her", "its", "their", "our", "more", "less", "most", "least", "if", "so", "not", "said", "says", "it", "he", "she", "they", "we", "i", "you", "also", "only", "over", "under", "about", "into", "against", "between", "among", "through", "all", "each", "every", "both", "either", "no", "yes", "times", "versus", "vs", "plus"]
    ),
    "de": frozenset(["der", "die", "das", "und", "oder", "von", "in", "im", "an", "am", "auf", "zu", "für", "aus", "bei", "mit", "als", "ist", "war", "wurden", "wurde", "sind", "hat", "haben", "bis", "seit", "nach", "vor", "um"]),
    "es": frozenset(["el", "la", "los", "las", "y", "o", "de", "del", "en", "a", "al", "para", "por", "con", "como", "es", "fue", "fueron", "son", "ha", "han", "hasta", "desde", "que", "se", "su", "sus"]),
    "fr": frozenset(["le", "la", "les", "et", "ou", "de", "du", "des", "en", "à", "au", "aux", "pour", "par", "avec", "est", "était", "ont", "a", "sont", "qui", "que", "se", "son", "sa", "ses", "leur", "dans", "sur"]),
}  # fmt: skip
_SINGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life"}
_REACH = 3
_NO_PLURALS = ("ss", "us", "is", "ous")


def counted_noun(tokens: Tokens, after: int, language: str) -> str | None:
    """Return, in lower case, the plural noun among the next three words, or None where none is clear."""
    stops = _STOPS.get(language)
    if stops is None:
        return None
    for index in range(after, min(after + _REACH, len(tokens))):
        word = tokens.words[index]
        if word == "-":
            continue
        if tokens.starts[index] - tokens.ends[index - 1] > 1 or not word[0].isalpha() or word in stops:
            return None
        if word in _IRREGULAR or (
            language != "de" and len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURALS)  # noqa: PLR2004 - "was"
        ):
            return word
    return None


def noun_key(noun: str) -> str:
    """Return what singular and plural of a noun share."""
    if noun in _SINGULAR:
        return _SINGULAR[noun]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun.removesuffix("s")
