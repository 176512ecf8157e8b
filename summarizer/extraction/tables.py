"""The rows of a table as lines of text: each figure with the unit that the table gives it."""

import re
from collections.abc import Iterator
from typing import Any

from summarizer.grounding.readers.dates import read_dates
from summarizer.grounding.readers.numbers import read_numbers

_SPACE = re.compile(r"\s+")
_FIGURE = re.compile(r"([-−–+±~<>≈]?\s?)(\d(?:[\d.,'’\s]*\d)?)")
_FIGURES = re.compile(rf"{_FIGURE.pattern}(?:\s*\({_FIGURE.pattern}\))?")  # "5.9 (5.2)", too
_WORD = re.compile(r"[^\W\d_]{2}")

_OPEN, _CLOSE, _NAMED = r"[(\[（]\s*(?:in )?", r"\s*[)\]）]", r"((?:mio\. |mrd\. )?[^,:;.()\[\]（）]{1,30}?)"
_BRACKETED = re.compile(rf"{_OPEN}{_NAMED}{_CLOSE}$", re.IGNORECASE)
_LAST = re.compile(rf"(.*(?:\b(?:in|en|em) |[,/] | (?=[%‰])|{_OPEN}))?{_NAMED}(?:{_CLOSE})?", re.IGNORECASE)
_WITHIN = re.compile(
    rf"(?:\b(?:in|en|em) |[,:：] ?|{_OPEN})(?={_NAMED}(?:[,;.]|{_CLOSE}|$| unless\b| except\b))",
    re.IGNORECASE,
)
# A unit wherever it stands; "W", "min." or "Euro" at the head of a column may be something else.
_SURE = re.compile(
    r"[%‰$€£¥₹]|\b(?:EUR|USD|GBP|CHF|JPY|CNY|bn|t|kt|Mt|kg|ha|[kMGT]Wh?)\b"
    r"|(?i:\b(?:per ?cent|prozent|pour cent|por ciento|procent|tonn\w+|tons|tonelad\w+|barrels|ounces"
    r"|hectares|euros|dollars|pounds|thousands?|(?:m|b|tr)illions?|mio|mrd|tsd|tausend|milli(?:on|ard)en"
    r"|milli(?:er|ard)s|millones|milioni|milhões)\b)|[万億亿吨噸]|トン"
)
_PERCENT = re.compile(r"per ?cent|prozent|pour cent|por ciento|procent", re.IGNORECASE)
_MANY = re.compile(r"\b(thousand|million|billion|trillion)s\b(?! d(?:e |['’]))(?: of\b)?", re.IGNORECASE)
_ENGLISH = re.compile(
    r"[A-Z](?=(?:onnes|ons|arrels|unces|ectares|uros|ollars|ounds|housand|illion|rillion)\b)"
)
_FORECAST = re.compile(r"(?<=\d)[EeFf*]$")
_CURRENCY = re.compile(r"([$€£¥₹]|[A-Z]{1,2}\$|(?:EUR|USD|GBP|CHF|JPY|CNY)(?= |$))\s*(\D.*)?")
_RATE = re.compile(r"\s?(?:/|\b(?:per|pro|je|par|por)\b)\s?\w+$")
_LONGEST_PERIOD, _LONGEST_FIGURE = 30, 60  # characters
_LANGUAGES = ("en", "de", "fr", "es", "zh")
# Rows that the unit of a whole table does not measure.
_OTHERWISE = re.compile(
    r"\b(?:per|je|par|por|eps|margin|ratio|number|units|employees|headcount|staff|workforce|mitarbeiter\w*"
    r"|beschäftigte|effectifs?|empleados)\b",
    re.IGNORECASE,
)


def rows_of(table: Any) -> Iterator[str]:
    """Yield the rows of trafilatura's `table`, their cells parted by bars; none for an empty one.

    Below the heading "Output (t)" the figure 120 becomes "120 t", so that a row says what it means
    when it is read alone.
    """
    found = [
        [_SPACE.sub(" ", " ".join(cell.itertext())).strip() for cell in row.iter("cell")]
        for row in table.iter("row")
    ]
    rows = [row for row in found if any(row)]
    above = next((number for number, row in enumerate(rows) if sum(map(bool, row)) > 1), len(rows))
    for row in [*rows[:above], *_measured_rows(rows[above:], " ".join(row[0] for row in rows[:above]))]:
        yield " | ".join(cell for cell in row if cell)


def _measured_rows(rows: list[list[str]], caption: str) -> Iterator[list[str]]:
    """Yield `rows` with the units of their figures.

    A column's heading says the unit. In columns headed by a year or a quarter, and in the only one of
    figures, the label of the row says it, or else the cell in the corner or the caption.
    """
    if not rows:
        return
    headings, width = rows[0], len(rows[0])
    headed = not any(_FIGURE.match(heading) and not _is_period(heading) for heading in headings)
    body = [row for row in rows[headed:] if len(row) == width]
    counted = [i for i in range(1, width) if any(_FIGURES.fullmatch(row[i]) for row in body)]
    plain = {i for i in counted if len(counted) == 1 or _is_period(headings[i])}
    shared = _unit_of_table(headings[0], caption) if headed else None
    own = [_unit_of_column(heading, corner=i == 0) if headed else None for i, heading in enumerate(headings)]
    yield from rows[: int(headed)]
    for row in rows[headed:]:
        label = _sure(_LAST.fullmatch(row[0]), apart=True)
        otherwise = label or _OTHERWISE.search(row[0])
        measured = list(row)
        for i, unit in enumerate(own if len(row) == width else ()):
            given = unit or ((label or shared) if i in plain else None)
            if given and (given in {"%", label} or not otherwise):
                measured[i] = _measured(row[i], given)
        yield measured


def _is_period(heading: str) -> bool:
    """Return whether a heading names a year, a quarter or a month, and nothing else."""
    if len(heading) > _LONGEST_PERIOD:
        return False
    heading = _FORECAST.sub("", heading)
    dates = read_dates(heading, "en")
    rest = "".join(sign for i, sign in enumerate(heading) if not any(d.start <= i < d.end for d in dates))
    return bool(dates) and not _WORD.search(rest)


def _unit_of_column(heading: str, *, corner: bool) -> str | None:
    """Return the unit at the end of a heading; what the corner says without brackets is the whole table's."""
    if heading.startswith("% "):
        return "%"
    bracketed = _BRACKETED.search(heading)
    if bracketed:
        return _normal(bracketed[1])
    return None if corner else _sure(_LAST.fullmatch(heading))


def _unit_of_table(corner: str, caption: str) -> str | None:
    within = {unit for found in _WITHIN.finditer(caption) if (unit := _sure(found))}
    return _sure(_LAST.fullmatch(corner)) or (within.pop() if len(within) == 1 else None)


def _sure(found: re.Match[str] | None, *, apart: bool = False) -> str | None:
    """Return the unit that was `found`, if it can be nothing else; with `apart`, if words stand before it."""
    if found is None or (apart and not found[1]):
        return None
    unit = _normal(found[found.lastindex or 0])
    if any(map(str.isdigit, unit)):
        return None
    return unit if _SURE.search(unit) and _measure("12", unit) != "12" else None


def _normal(unit: str) -> str:
    """Return `unit` as it stands behind a figure: "thousand tonnes" for "Thousands of tonnes"."""
    lower = _ENGLISH.sub(lambda found: found[0].lower(), _MANY.sub(r"\1", unit))
    return "%" if _PERCENT.fullmatch(unit) else lower


def _measured(cell: str, unit: str) -> str:
    """Return bare figures with their unit, as long as each reads as one measure; else the cell as it is."""
    if len(cell) > _LONGEST_FIGURE or not _FIGURES.fullmatch(cell):
        return cell
    return _FIGURE.sub(lambda found: found[1] + _measure(found[2], unit), cell)


def _measure(figure: str, unit: str) -> str:
    joined = unit in {"%", "‰"} or unit[0] > "\u3000"
    forms = [f"{figure}{unit}" if joined else f"{figure} {unit}"]
    if currency := _CURRENCY.fullmatch(unit):
        sign, scale = currency[1] + " " * currency[1].isalpha(), currency[2] or ""
        gap = "" if scale.startswith("/") else " "
        forms = [f"{sign}{figure}{gap}{scale}".strip(), f"{sign}{figure}{scale}", *forms]
    languages = _LANGUAGES if _SURE.search(unit) else _LANGUAGES[:1]
    return next((form for form in forms if any(_is_one_measure(form, name) for name in languages)), figure)


def _is_one_measure(text: str, language: str) -> bool:
    """Return whether `text` is one figure with a unit or a scale, or such a rate as "$9 per tonne"."""
    for form in (text, _RATE.sub("", text)):
        numbers = read_numbers(form, language)
        if len(numbers) == 1 and (numbers[0].start, numbers[0].end) == (0, len(form)):
            return numbers[0].unit is not None or form[-1].isalpha()
    return False
