"""Find dates with words in them: months, weekdays, "yesterday", "last week", "third quarter"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from summarizer.grounding.readers.date_parts import Date, full_year, is_day_of_month
from summarizer.grounding.readers.date_patterns import QUARTER_NOUNS, SHORT_WEEKDAYS, Patterns, patterns
from summarizer.grounding.readers.lexicon.calendar import Calendar

# Weekdays in the names of days, papers, clubs and people.
_NAMED_BEFORE = re.compile(
    r"\b(?:black|good|ash|super|bloody|cyber|palm|easter|holy|giving|shrove|girl|sheffield|bowl) $",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r" (?:times|mirror|telegraph|express|world|addams|gras|age|night live)\b", re.IGNORECASE
)
_LAST_WORD = re.compile(r"([^\W\d_]+)[ -]+(?:\d{1,2}(?:st|nd|rd|th)? of )?$")
_WORD_AFTER = re.compile(r"\s([^\W\d_]+)")
_PART_OF_MONTH = re.compile(
    r"\b(?:end|start|beginning|middle|month|days?|\d(?:th|st|nd|rd)?) of $", re.IGNORECASE
)
_BEFORE_DAY = frozenset({"on", "of", "by", "from", "to", "and", "through"})
_BEFORE_CAPITAL = frozenset({"to", "from", "the", "by", "of", "before", "after"})
_OF_ANY_TIME = ("last", "previous", "prior", "next")  # "the next year" is that after another


def find_worded_dates(text: str, language: str, words: Collection[str]) -> Iterator[Date]:
    """Yield the dates that have words of `language` in them; `words` are those of `text` in lower case."""
    known = patterns(language)
    if known is None or (known.words.isdisjoint(words) and "Q" not in text):
        return
    found = known.months.finder(words)
    if found is not None:
        for match in found.finditer(text):
            yield from _month(text, match, language, known)
    if not QUARTER_NOUNS.isdisjoint(words) or "Q" in text:
        yield from _quarters(text, known)
    found = known.phrases.finder(words)
    if found is not None:
        yield from _phrases(text, found, language, known.calendar)
    if not SHORT_WEEKDAYS.keys().isdisjoint(words):
        yield from _short_weekdays(text, known)
    found = known.weekdays.finder(words)
    if found is not None:
        yield from _weekdays(text, found, known.calendar)


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of the month where it stands."""

    day: int
    start: int
    end: int


def _month(text: str, match: re.Match[str], language: str, known: Patterns) -> Iterator[Date]:
    """Yield the date around a month, both days of a range."""
    calendar = known.calendar
    month = known.month_numbers[match.group(1).lower()]
    days = _days_beside(text, match, month, known)
    start = min(match.start(), *(day.start for day in days)) if days else match.start()
    end = max(match.end(), *(day.end for day in days)) if days else match.end()
    year, end = _year_behind(text, end, known)
    offset = None
    if not days:
        if year is None and not _stands_alone(text, match, language, calendar):
            return
        beside = _offset_beside(text, match, calendar)
        if beside is not None:
            offset, start, end = beside[0], min(start, beside[1]), max(end, beside[2])
    elif len(days) > 1:  # a range: the outer day stands alone, the inner one with the month
        outer = days[0] if days[0].start < match.start() else days[1]
        inner = days[1] if outer is days[0] else days[0]
        yield Date(text[outer.start : outer.end], outer.start, outer.end, year, month, outer.day)
        start, end = (inner.start, end) if inner.start < match.start() else (start, inner.end)
        days = [inner]
    yield Date(text[start:end], start, end, year, month, days[0].day if days else None, offset=offset)


def _days_beside(text: str, match: re.Match[str], month: int, known: Patterns) -> list[_Day]:
    """Return the day before or behind a month, two of a range, none where no month has such a day."""
    found = known.day_before.search(text, max(0, match.start() - 24), match.start())
    if found is None:
        found = known.day_after.match(text, match.end())
        if found is not None and not _is_month_name(text, match, known.calendar):
            return []
    if found is None:
        return []
    days = [_Day(int(found.group(n)), *found.span(n)) for n in (1, 2) if found.group(n)]
    return days if all(is_day_of_month(day.day, month) for day in days) else []


def _year_behind(text: str, end: int, known: Patterns) -> tuple[int | None, int]:
    found = known.year_after.match(text, end)
    return (full_year(found.group(1) or found.group(2)), found.end()) if found else (None, end)


def _is_month_name(text: str, match: re.Match[str], calendar: Calendar) -> bool:
    """Tell a month before a day from the verbs "may" and "march"."""
    if match.group(1)[0].isupper() or match.group(1).lower() not in calendar.loose:
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    return before is not None and before.group(1).lower() in calendar.before_month | _BEFORE_DAY


def _stands_alone(text: str, match: re.Match[str], language: str, calendar: Calendar) -> bool:
    """Tell whether a month without day and year is one, and no verb, name or short form."""
    word, capital = match.group(1).lower(), match.group(1)[0].isupper()
    if word not in calendar.months:
        return False
    if word not in calendar.loose:
        return language not in {"en", "de"} or capital or text.islower()
    if text.startswith(("'s", "’s"), match.end()):
        return False
    before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    after = _WORD_AFTER.match(text, match.end())
    named = after is not None and capital and after.group(1)[0].isupper()
    leads = calendar.before_month | (_BEFORE_CAPITAL if capital else frozenset())
    if before is not None and before.group(1).lower() in leads and not named:
        return True
    in_month = _PART_OF_MONTH.search(text, max(0, match.start() - 14), match.start())
    return language == "en" and capital and in_month is not None


def _offset_beside(text: str, match: re.Match[str], calendar: Calendar) -> tuple[int, int, int] | None:
    """Return -1 for "last" beside the match and 1 for "next", with its range."""
    before = _LAST_WORD.search(text, max(0, match.start() - 16), match.start())
    after = _WORD_AFTER.match(text, match.end())
    for found in (before, after):
        word = found.group(1).lower() if found else ""
        if found is not None and (word in calendar.past or word in calendar.coming):
            return (-1 if word in calendar.past else 1, *found.span(1))
    return None


def _short_weekdays(text: str, known: Patterns) -> Iterator[Date]:
    for match in known.short_weekday.finditer(text):
        if match.group(1)[0].isupper():
            start, end = match.span(1)
            yield Date(text[start:end], start, end, weekday=SHORT_WEEKDAYS[match.group(1).lower()])


def _weekdays(text: str, found: re.Pattern[str], calendar: Calendar) -> Iterator[Date]:
    for match in found.finditer(text):
        start, end = match.span()
        if _NAMED_BEFORE.search(text, max(0, start - 12), start) or _NAMED_AFTER.match(text, end):
            continue
        weekday = calendar.weekdays[match.group(1).lower()]
        beside = _offset_beside(text, match, calendar)
        if beside is not None:
            start, end = min(start, beside[1]), max(end, beside[2])
        yield Date(text[start:end], start, end, weekday=weekday, offset=beside[0] if beside else None)


def _phrases(text: str, found: re.Pattern[str], language: str, calendar: Calendar) -> Iterator[Date]:
    for match in found.finditer(text):
        phrase, (start, end) = match.group().lower().replace("’", "'"), match.span()
        if phrase in calendar.days:
            if not _is_morning(text, match, language):
                yield Date(match.group(), start, end, relative=calendar.days[phrase])
        elif phrase in calendar.clocks:
            yield Date(match.group(), start, end, clock=calendar.clocks[phrase])
        elif not (phrase.startswith(_OF_ANY_TIME) and text[:start].endswith(("the ", "The "))):
            period, offset = calendar.periods[phrase]
            yield Date(match.group(), start, end, period=period, offset=offset)


def _is_morning(text: str, match: re.Match[str], language: str) -> bool:
    """Tell the morning ("am Morgen", "la mañana") from tomorrow."""
    word = match.group()
    if language == "de" and word == "Morgen":
        return match.start() > 0
    if language == "es" and word.lower() == "mañana":
        return text[: match.start()].lower().endswith(("la ", "una ", "cada "))
    return False


def _quarters(text: str, known: Patterns) -> Iterator[Date]:
    for match in known.quarter.finditer(text):
        word, figure, year = match.group(1), match.group(2) or match.group(3), match.group(4)
        quarter = known.calendar.quarters[word.lower()] if word else int(figure)
        yield Date(match.group(), *match.span(), year=full_year(year) if year else None, quarter=quarter)
