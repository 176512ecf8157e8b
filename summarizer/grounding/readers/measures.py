"""Read what stands around a bare number to measure it: currency before, unit behind, "m" and "k"."""

import re

from summarizer.grounding.readers.lexicon.units import CURRENCIES, LARGE_ONLY, ONLY_IN, SURFACES
from summarizer.grounding.readers.number_parts import Numeral
from summarizer.grounding.readers.number_tokens import Tokens

# Letters that are a unit only where they touch the figures: 30x, 20C.
_GLUED_ONLY = frozenset("sxCFhkKBMTb")
_LETTERS = {"m": 10**6, "mm": 10**6, "b": 10**9, "k": 1000, "t": 10**12, "tr": 10**12}
_MILLIONS_OF = frozenset({"people", "of", "children", "women", "men", "dollar", "euro", "pound", "yuan"})
_OF = frozenset({"de", "d", "di"})  # un million d'euros, 3 millones de dólares
_FIRST_WORD = re.compile(r"[\u0900-\u0963\u0970-\u097F]+|[^\W\d_]+|[^\w\s]")
_FIRST_WORDS = frozenset(match.group().lower() for match in map(_FIRST_WORD.match, SURFACES) if match)
# What may stand before the figures as a currency, and the last token of each.
_PREFIXES = {
    surface: code
    for surface, code in SURFACES.items()
    if code in CURRENCIES and (surface.isupper() or not surface.isalpha() or surface == "Rs")
}
_PREFIX_ENDS = frozenset(Tokens(surface).texts[-1] for surface in _PREFIXES)
_MAX_WORDS = 4
_MAX_CHARS = 30
_LARGE = 100
_ABBREVIATION = 2


def currency_before(tokens: Tokens, index: int) -> tuple[int, str | None]:
    """Return the first token of the currency before the figures at `index`, and its code, or None."""
    last = index - 1
    if tokens.word(last) == "." and tokens.word(last - 1) == "rs":
        last -= 1
    elif last < 0 or tokens.starts[index] - tokens.ends[last] > 1:
        return index, None
    if tokens.texts[last] not in _PREFIX_ENDS:
        return index, None
    for count in (4, 2, 1):
        first = last - count + 1
        code = _PREFIXES.get(tokens.slice(first, last + 1)) if first >= 0 else None
        if code is not None:
            return first, code
    return index, None


def unit_behind(tokens: Tokens, numeral: Numeral, language: str) -> tuple[str | None, int]:
    """Return the code of the unit behind a number, and the token after it."""
    after = numeral.after
    at = tokens.follow(after)
    if at < 0 or numeral.kind in {"ordinal", "code", "vague"}:
        return None, after
    if tokens.words[at] in _OF and numeral.scale > 1:
        at = at + 2 if tokens.word(at + 1) in {"'", "’"} else at + 1
    if tokens.words[at] not in _FIRST_WORDS:
        return None, after
    last = min(at + _MAX_WORDS, len(tokens))
    while last > at + 1 and tokens.ends[last - 1] - tokens.starts[at] > _MAX_CHARS:
        last -= 1
    for stop in range(last, at, -1):
        code = unit_code(tokens, at, stop, numeral.value, language)
        if code is not None:
            return code, stop
    return None, after


def unit_code(tokens: Tokens, at: int, stop: int, value: float, language: str) -> str | None:
    """Return the code of the unit that tokens `at` to `stop` are, or None."""
    surface = " ".join(text for text in tokens.texts[at:stop] if text != "-")  # gigawatt-hours
    short = len(surface) <= _ABBREVIATION
    code = SURFACES.get(surface) or (None if short else SURFACES.get(surface.lower()))
    if code is None:
        return None
    if any(tokens.starts[i] - tokens.ends[i - 1] > 1 for i in range(at + 1, stop)):
        return None
    if surface in _GLUED_ONLY and not tokens.is_glued(at):
        return None
    lower = surface.lower()
    if ONLY_IN.get(lower, language) != language or (lower in LARGE_ONLY and abs(value) < _LARGE):
        return None
    contracted = short and surface.isalpha() and tokens.is_glued(stop) and tokens.word(stop) in {"'", "’"}
    return None if contracted else code


def scaled_by_letter(tokens: Tokens, numeral: Numeral, currency: str | None) -> Numeral:
    """Take on "m" as million: after a currency always, else where no length can be meant."""
    at = tokens.follow(numeral.after)
    if at < 0 or numeral.scale != 1 or numeral.kind != "quantity" or tokens.words[at] not in _LETTERS:
        return numeral
    if currency is None and tokens.texts[at] != "M" and not _counts(tokens, at):
        return numeral
    factor = _LETTERS[tokens.words[at]]
    return numeral._replace(value=numeral.value * factor, after=at + 1, scale=factor)


def _counts(tokens: Tokens, index: int) -> bool:
    """Tell "1.2m users" from "a 1.2m wall"."""
    if tokens.texts[index] != "m" or not tokens.is_glued(index):
        return False
    word = tokens.next_word(index + 1)
    return (word.endswith("s") and len(word) > 3) or word in _MILLIONS_OF  # noqa: PLR2004 - "was"
