"""What a raised or lowered piece of text says: the mark of a footnote, a power, an ordinal, a fraction.

A page sets it off by its place alone. As plain text it runs into the word or figure before it, so that
"140" with a footnote 1 would read as 1401.
"""

import re

_SLASH = "/⁄∕"
_RAISED = str.maketrans("0123456789+-−–nixk", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿⁱˣᵏ")
_LOWERED = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
_VULGAR = dict(
    zip("1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8".split(), "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", strict=True)
)
# "¹/4" without a lowered figure is a fraction only of these parts: else it may be a note before "/200".
_PARTS = frozenset({"2", "3", "4", "5", "6", "8", "16", "32", "64"})
_TRADEMARKS = {"TM": "™", "SM": "℠"}
_ROMANCE = frozenset({"es", "pt", "it", "ca", "gl"})

# Marks that are one by their form: "[1]", "(a)", "*", "1, 2", "note 3", and the commas between marks.
_NOTE = re.compile(
    r"\[[^\]]{1,30}\]?|\((?:\d{1,3}|[a-z])\)|[*∗⁎†‡§¶]{1,3}|\d{1,3}(?:\s*[,;–-]\s*\d{1,3})+[,;]?|\d{1,3}\)"
    r"|(?:note|nb|fn|anm\.?)\s?\d{1,3}|[a-z](?:\s*,\s*[a-z])+|[,;\]]",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\d{1,3}|[a-z]|[ivx]{1,5}", re.IGNORECASE)
_FRACTION = re.compile(rf"(\d{{1,2}})[{_SLASH}](\d{{1,3}})")
_FIGURE = re.compile(r"[-−–]?\d{1,3}")
_CHARGE = re.compile(r"\d[+−–-]")
_ROMAN = re.compile(r"(?:i{2,3}|iv|vi{1,3}|ix|xi{1,3})")

_UNIT = re.compile(r"(?:^|[\s\d/·(*×-])(?:[kcdmµμn]?m|ft|yd|mi|[ксдм]?м)$")
_UNIT_OF_FIGURES = re.compile(
    r"(?:\d\s?|/|·|\bper )"
    r"(?:in|inches|feet|miles?|s|sec|kg|h|metres?|meters?|kilomet(?:re|er)s?|Meter|mètres?|metros?)$"
)
_VARIABLE = re.compile(r"(?:^|[\s(=+−*/-])(?:[a-dknprtvxyz]|mc|R)$")
_TEN = re.compile(r"(?<![\d.,])10$")
_TWO = re.compile(r"(?<![\d.,])2$")
_REACTS = re.compile(r"\s*[=×·⋅÷]")  # an equation goes on behind it
_ISOTOPE_BEHIND = re.compile(r"(?:C|H|O|N|U|K|Pu|Cs|Sr|Co|Th|Rn|Po|Tc|Ar)(?![A-Za-z])|I(?![A-Za-z\s'’])")
_ISOTOPE_BEFORE = re.compile(r"(?<![^\W_])(?:C|U|Pu|Cs|I|Sr|Co|Th)$")
_PRICE = re.compile(r"[$£€¥]\s?\d[\d,]*$")
_CENTS = re.compile(r"00|[4-9]9|95|98")
_HOUR = re.compile(r"(?<![\d.,])(?:[01]?\d|2[0-3])$")
_O_CLOCK = re.compile(r"\s*(?:Uhr|h\b|[ap]\.?m\b)")
_SCALE = re.compile(r"\s?[CF]\b")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:[DMSNn]\.?|Pr|M[rcs])$")
_ROMAN_BEFORE = re.compile(r"(?<![^\W_])[IVXLCDM]+$")
_ENDS_WORD = re.compile(r"[^\W_]$")
_LONGEST_ENDING = 5  # "ième"


def raised(mark: str, before: str, after: str, *, linked: bool, language: str) -> str | None:
    """Return what stands for a raised `mark` in plain text: "" for a footnote's, None for the mark as it is.

    `before` and `after` are the text around it, `linked` says whether it is all that a link holds,
    `language` is the two letters that the page declares.
    """
    if fraction := _FRACTION.fullmatch(mark):
        return fraction_of(fraction[1], fraction[2], before)
    if linked and (_NOTE.fullmatch(mark) or _LINKED.fullmatch(mark)):
        return ""
    if mark[0] == "[" and before[-1:].isalpha():
        return None  # what it leads to may stand in the text, under the same number
    if _NOTE.fullmatch(mark):
        return ""
    if mark in _TRADEMARKS:
        return _TRADEMARKS[mark]
    if _CHARGE.fullmatch(mark):
        return mark.translate(_RAISED)
    if _FIGURE.fullmatch(mark):
        return _raised_figure(mark, before, after)
    if mark.isalpha():
        return _raised_letters(mark, before, after, language)
    return f" {mark}" if len(mark) > _LONGEST_ENDING and _ENDS_WORD.search(before) else None


def lowered(mark: str, before: str) -> str | None:
    """Return what stands for a lowered `mark`; None where it cannot be misread, as in CO2."""
    return mark.translate(_LOWERED) if mark.isdecimal() and before[-1:].isdecimal() else None


def fraction_of(above: str, below: str, before: str) -> str:
    """Return the fraction of two figures, apart from a figure `before` it."""
    whole = before[-1:].isdecimal()
    return _VULGAR.get(f"{above}/{below}") or f"{' ' if whole else ''}{above}/{below}"


def is_part(below: str, before: str) -> bool:
    """Return whether a plain figure behind a raised one and a slash makes a fraction of them."""
    return below in _PARTS and not before[-1:].isalpha()


def is_note(mark: str) -> bool:
    """Return whether a link that holds `mark` alone, and leads into its page, leads to a footnote."""
    return _NOTE.fullmatch(mark) is not None or _LINKED.fullmatch(mark) is not None


def _raised_figure(mark: str, before: str, after: str) -> str:
    if mark == "0" and _SCALE.match(after):
        return "°"
    if _PRICE.search(before) and _CENTS.fullmatch(mark):
        return f".{mark}"
    if _HOUR.search(before) and (mark == "00" or (mark in {"15", "30", "45"} and _O_CLOCK.match(after))):
        return f":{mark}"
    return mark.translate(_RAISED) if _is_power(mark, before, after) else ""


def _is_power(mark: str, before: str, after: str) -> bool:
    """Return whether a raised figure is a power, or the mass of an isotope, and no footnote's number."""
    number = int(mark) if mark.isdecimal() else -1
    if number in {0, 1}:
        return False
    small = number in {-1, 2, 3}
    if small and (_UNIT.search(before) or _UNIT_OF_FIGURES.search(before)):
        return True
    if _TEN.search(before) or (_TWO.search(before) and number > 9) or _VARIABLE.search(before):  # noqa: PLR2004
        return True
    if not before.strip() or before[-1:] in " (":
        isotope = _ISOTOPE_BEHIND.match(after)
        return isotope is not None and (isotope[0] != "I" or len(mark) > 2)  # noqa: PLR2004
    if _ISOTOPE_BEFORE.search(before) and len(mark) > 1:
        return True
    return before[-1:].isdecimal() and (number < 0 or _REACTS.match(after) is not None)


def _raised_letters(mark: str, before: str, after: str, language: str) -> str | None:
    if mark == "o" and _SCALE.match(after):
        return "°"
    if after[:1].isalpha():
        return None  # an initial
    if mark in {"n", "x", "k", "i"} and (
        _TEN.search(before) or _TWO.search(before) or _VARIABLE.search(before)
    ):
        return mark.translate(_RAISED)
    if len(mark) > 1:
        if _ROMAN.fullmatch(mark):
            return ""
        return f" {mark}" if len(mark) > _LONGEST_ENDING and _ENDS_WORD.search(before) else None
    return _raised_letter(mark, before, after, language)


def _raised_letter(mark: str, before: str, after: str, language: str) -> str | None:
    counted = before[-1:].isdecimal() or _ROMAN_BEFORE.search(before) is not None
    shortened = _ABBREVIATED.search(before) is not None
    if mark == "o" and (counted or shortened):
        return "º"
    if mark == "a" and counted and language in _ROMANCE:
        return "ª"
    ordinal = (counted and mark == "e") or (shortened and mark in "retdsc")
    if ordinal or not mark.isascii() or (mark == "h" and after[:1].isdecimal()):
        return None
    return ""
