"""Find dates in figures alone: 2024-05-03, 03.05.2024, 3/5/24, 1990s, 2014-18, and bare years."""

import re
from collections.abc import Iterator

from summarizer.grounding.readers.date_parts import Date, full_year, is_day_of_month

# In whatever is found, unless one of these leads it.
_ANY = re.compile(r"\d(?:([-/.])\s?\d\d?\1|0['’]?s\b|0er)")
_LEADS = ("FY", "fiscal", "años", "années")
_YEAR_FIRST = re.compile(r"(?<![\w.,-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\w/-])")
_YEAR_LAST = re.compile(r"(?<![\w.,/-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\w/-]|\.\d)")
_GERMAN_SHORT = re.compile(r"(?<![\w.,/-])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)")
_DECADE = re.compile(
    r"(?<![\w$€£¥.,])(?:((?:1[0-9]|20)\d0)['’]?s\b|['’](\d0)s\b|((?:1[0-9]|20)\d0|\d0)er[- ](?:Jahren?)\b"
    r"|(?:años|années)\s((?:1[0-9]|20)\d0|\d0)\b)"
)
_YEARS = re.compile(
    r"(?<![\w.,:/$€£¥₹#])(?:FY\s?)?((?:1[0-9]|20|21)\d\d)(?:([-–/])(\d{4}|\d{2})(?![\d%]|[.,]\d))?(?!\w|[.,:]\d|\s?[%€$£])"
)
# In whatever `_YEARS` finds, up to three characters behind its beginning.
_ANY_YEAR = re.compile(r"[12]\d{3}")
_BEFORE_YEAR = 3
_FISCAL = re.compile(r"\b(?:FY\s?|fiscal\s)['’]?(\d{4}|\d{2})(?!\w|[.,]\d)")
_MINUS = re.compile(r"(?:^|[\s(])[-–]$")
_NEXT_WORD = re.compile(r"[\s-]+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s-]+$")
# After these a figure such as 1850 is a year, before a plural noun not.
_YEAR_AFTER = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "between",
        "during",
        "before",
        "after",
        "of",
        "early",
        "late",
        "mid",
        "circa",
        "year",
        "around",
        "and",
        "to",
        "through",
        "im",
        "seit",
        "bis",
        "von",
        "vor",
        "nach",
        "ab",
        "anfang",
        "ende",
        "mitte",
        "jahr",
        "jahre",
        "jahres",
        "en",
        "desde",
        "hasta",
        "de",
        "del",
        "año",
        "depuis",
        "avant",
        "après",
        "à",
        "dal",
        "nel",
        "em",
        "sinds",
        "fiscal",
        "fin",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "frühjahr",
        "herbst",
        "the",
        "for",
        "в",
        "с",
        "до",
        "к",
        "году",
        "год",
        "عام",
        "سنة",
        "में",
    ]
)
_NO_NOUN = frozenset(
    [
        "is",
        "was",
        "has",
        "as",
        "this",
        "does",
        "his",
        "its",
        "us",
        "yes",
        "plus",
        "versus",
        "les",
        "des",
        "les",
        "ses",
        "las",
        "los",
        "sus",
        "is",
        "and",
        "or",
    ]
)
_UNIT_AFTER = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "million",
        "billion",
        "thousand",
        "percent",
        "per",
        "metres",
        "meters",
        "km",
        "kg",
        "dollars",
        "euros",
        "pounds",
        "yuan",
        "tons",
        "tonnes",
        "mw",
        "einwohner",
        "menschen",
        "personen",
        "personas",
        "personnes",
    ]
)
_VERB_ENDS = ("ed",)
_CENTURY_FROM, _CENTURY_TO = 1900, 2100


def find_numeric_dates(text: str, language: str) -> Iterator[Date]:
    """Yield days written in figures, and decades."""
    if not _ANY.search(text) and not any(lead in text for lead in _LEADS):
        return
    for match in _YEAR_FIRST.finditer(text):
        year, _, month, day = match.groups()
        if is_day_of_month(int(day), int(month)):
            yield Date(match.group(), *match.span(), int(year), int(month), int(day))
    for match in _YEAR_LAST.finditer(text):
        yield from _with_year_last(match, language)
    if language == "de":
        for match in _GERMAN_SHORT.finditer(text):
            day, month = int(match.group(1)), int(match.group(2))
            if is_day_of_month(day, month):
                yield Date(match.group(), *match.span(), month=month, day=day)
    for match in _DECADE.finditer(text):
        figures = next(filter(None, match.groups()))
        year = int(figures) if len(figures) > 2 else int(figures) + (1900 if int(figures) > 20 else 2000)  # noqa: PLR2004
        yield Date(match.group(), *match.span(), year=year, decade=True)
    for match in _FISCAL.finditer(text):
        yield Date(match.group(), *match.span(), year=full_year(match.group(1)))


def _with_year_last(match: re.Match[str], language: str) -> Iterator[Date]:
    first, mark, second, year = match.groups()
    if len(year) == 2 and (mark == "-" or (mark == "." and language != "de")):  # noqa: PLR2004 - a score, a version
        return
    day, month = int(first), int(second)
    if language == "en" and mark == "/" and is_day_of_month(month, day):
        day, month = month, day
    if not is_day_of_month(day, month):
        day, month = month, day
    if is_day_of_month(day, month):
        swappable = mark != "." and is_day_of_month(month, day) and day != month
        yield Date(match.group(), *match.span(), full_year(year), month, day, swappable=swappable)


def find_years(text: str, language: str) -> Iterator[Date]:
    """Yield bare years, both ends of 2014-18, leaving out figures that count something."""
    figures = _ANY_YEAR.search(text)
    if figures is None:
        return
    for match in _YEARS.finditer(text, max(0, figures.start() - _BEFORE_YEAR)):
        start, end = match.span(1)
        if _MINUS.search(text, max(0, start - 2), start):
            continue
        year, last = int(match.group(1)), match.group(3)
        if last:
            final = int(last) if len(last) > 2 else year - year % 100 + int(last)  # noqa: PLR2004
            if not year < final <= _CENTURY_TO or not _is_year(
                text, match.start(), match.end(), year, language
            ):
                continue
            yield Date(text[start:end], start, end, year=year)
            yield Date(last, *match.span(3), year=final)
        elif _is_year(text, match.start(), match.end(), year, language):
            yield Date(text[match.start() : end], match.start(), end, year=year)


def _is_year(text: str, start: int, end: int, year: int, language: str) -> bool:
    """Tell a year from a count: "in 2019" from "2019 cases"."""
    before = _WORD_BEFORE.search(text, max(0, start - 16), start)
    led = before is not None and before.group(1).lower() in _YEAR_AFTER
    opens = before is not None and before.start(1) == 0
    after = _NEXT_WORD.match(text, end)
    noun = after.group(1) if after else ""
    if noun.lower() in _UNIT_AFTER:
        return False
    if _is_plural(noun, language):
        round_count = year % 100 == 0
        by_verb = after is not None and (after.group(2) or "").endswith(_VERB_ENDS)
        the = before is not None and before.group(1).lower() == "the"
        return (opens and led) or (led and by_verb) or (the and not round_count)
    if not _CENTURY_FROM <= year < _CENTURY_TO:
        return led or text[max(0, start - 1) : start] in {"(", "–", "-"}
    return led or year % 1000 != 0 or not noun or not noun[0].islower()


def _is_plural(word: str, language: str) -> bool:
    if not word or not word[0].islower() or word in _NO_NOUN or len(word) < 4:  # noqa: PLR2004 - "has", "was"
        return False
    if language in {"es", "fr", "en", "pt"}:
        return word.endswith("s") and not word.endswith(("ss", "us"))
    return False
