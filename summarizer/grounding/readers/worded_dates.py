"""Find dates with words in them: months, weekdays, "yesterday", "last week", "third quarter"."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.grounding.readers.date_parts import Date, full_year, is_day_of_month
from summarizer.grounding.readers.lexicon.calendar import CALENDARS, Calendar

_START = r"(?<![\w\u0900-\u097F])"
_END = r"(?![\w\u0900-\u097F])"
_SUFFIX = r"(?:st|nd|rd|th|er|re|\.|º|°)?"
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_NEVER = re.compile(r"(?!)")
# Weekdays in the names of days, papers, clubs and people.
_NAMED_BEFORE = re.compile(
    r"\b(?:black|good|ash|super|bloody|cyber|palm|easter|holy|giving|shrove|girl|sheffield|bowl) $",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r" (?:times|mirror|telegraph|express|world|addams|gras|age|night live)\b", re.IGNORECASE
)
_OF_ANY_TIME = ("last", "previous", "prior", "next")  # "the next year" is that after another
_SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
_LAST_WORD = re.compile(r"([^\W\d_]+)[ -]+(?:\d{1,2}(?:st|nd|rd|th)? of )?$")
_WORD_AFTER = re.compile(r"\s([^\W\d_]+)")
_PART_OF_MONTH = re.compile(r"\b(?:end|start|beginning|middle|month|days?|\dth|\dst|\d) of $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What finds the dates of one language; the word sets say when to look at all."""

    calendar: Calendar
    month: re.Pattern[str]
    weekday: re.Pattern[str]
    short_weekday: re.Pattern[str]
    phrase: re.Pattern[str]
    quarter: re.Pattern[str]
    day_before: re.Pattern[str]
    day_after: re.Pattern[str]
    year_after: re.Pattern[str]
    month_words: frozenset[str]
    weekday_words: frozenset[str]
    phrase_words: frozenset[str]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_FIRST_WORD = re.compile(r"[\u0900-\u0963\u0970-\u097F]+|[^\W\d_]+")


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(match.group() for match in map(_FIRST_WORD.search, phrases) if match)


@cache
def _patterns(language: str) -> _Patterns | None:
    calendar = CALENDARS.get(language)
    if calendar is None:
        return None
    of = f"(?:(?:{_any(calendar.of)})\\s+)*" if calendar.of else ""
    months = [*calendar.months, *(word for word in calendar.short if word != "_")]
    phrases = [*calendar.days, *calendar.periods, *calendar.clocks]
    quarter_nouns = "quarter|quartal|quartals|trimestre"
    word = re.IGNORECASE
    to = _any(calendar.to)
    return _Patterns(
        calendar,
        month=re.compile(f"{_START}({_any(months)}){_END}", word),
        weekday=re.compile(f"{_START}({_any(calendar.weekdays)})s?{_END}", word),
        short_weekday=re.compile(rf"{_START}({_any(_SHORT_WEEKDAYS)})[.,]+\s+(?=\d|(?:{_any(months)})\b)", word),
        phrase=re.compile(f"{_START}(?:{_any(phrases)}){_END}", word) if phrases else _NEVER,
        quarter=re.compile(
            rf"{_START}(?:({_any(calendar.quarters)})[ -](?:fiscal[ -])?(?:{quarter_nouns})(?![\w-]|\s?final)"
            rf"|([1-4])Q(?!\w)|Q([1-4])(?!\w))(?:(?:\s+(?:of|de|del))?\s*(?:the\s+|fiscal\s+|FY\s?|')*({_YEAR}|(?<=')\d\d)(?!\w))?",
            word,
        ) if calendar.quarters else _NEVER,
        day_before=re.compile(
            rf"(?<![\w.,:/$€£])(\d{{1,2}}){_SUFFIX}(?:\s*(?:{to})\s*(\d{{1,2}}){_SUFFIX})?\s*-?\s*{of}$", word
        ),
        day_after=re.compile(
            r"\.?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
            r"(?:\s*(?:[-–]|to)\s*(\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,:]\d))?",
            word,
        ) if language == "en" else _NEVER,
        year_after=re.compile(
            rf"(?:\.?,?\s+{of}|\s*,\s*|-)({_YEAR})(?!\w|[.,]\d|-\d)|\s+['’](\d\d)(?!\w)", word
        ),
        month_words=_first_words(months),
        weekday_words=_first_words(calendar.weekdays) | _first_words(f"{day}s" for day in calendar.weekdays)
        | frozenset(_SHORT_WEEKDAYS),
        phrase_words=_first_words(phrases) | {"q"} | _first_words(calendar.quarters),
    )  # fmt: skip


def find_worded_dates(text: str, language: str, words: Collection[str]) -> Iterator[Date]:
    """Yield the dates that have words of `language` in them; `words` are those of `text` in lower case."""
    patterns = _patterns(language)
    if patterns is None:
        return
    if not patterns.month_words.isdisjoint(words):
        yield from _months(text, language, patterns)
    if not patterns.phrase_words.isdisjoint(words) or ("Q" in text and patterns.quarter is not _NEVER):
        yield from _quarters(text, patterns)
        yield from _phrases(text, language, patterns)
    if not patterns.weekday_words.isdisjoint(words):
        yield from _weekdays(text, patterns)


def _months(text: str, language: str, patterns: _Patterns) -> Iterator[Date]:
    for match in patterns.month.finditer(text):
        start, end = match.span()
        word = match.group(1).lower()
        calendar = patterns.calendar
        month = calendar.months.get(word) or calendar.short[word]
        days: list[tuple[int, int, int]] = []
        before = patterns.day_before.search(text, max(0, start - 24), start)
        if before and is_day_of_month(int(before.group(2) or before.group(1)), month):
            days = [(int(before.group(n)), *before.span(n)) for n in (1, 2) if before.group(n)]
            start = days[-1][1]
        else:
            after = patterns.day_after.match(text, end)
            if (
                after
                and is_day_of_month(int(after.group(1)), month)
                and _is_month_name(text, match, calendar)
            ):
                days = [(int(after.group(n)), *after.span(n)) for n in (1, 2) if after.group(n)]
                end = after.end()
        year_match = patterns.year_after.match(text, end)
        year = None
        if year_match:
            year, end = full_year(year_match.group(1) or year_match.group(2)), year_match.end()
        if len(days) > 1:  # a range: the outer day stands alone, the inner one with the month
            first, last = (days[0], days[1]) if days[0][1] < match.start() else (days[1], days[0])
            day, left, right = first
            yield Date(text[left:right], left, right, year, month, day)
            if last[1] > match.start():
                end_inner = last[2]
                yield Date(text[start:end_inner], start, end_inner, year, month, last[0])
                continue
            yield Date(text[start:end], start, end, year, month, last[0])
        elif days:
            yield Date(text[start:end], start, end, year, month, days[0][0])
        elif year is not None or _stands_alone(text, match, language, calendar):
            past = _neighbour_offset(text, match, calendar)
            if past:
                start, end = min(start, past[1]), max(end, past[2])
            yield Date(text[start:end], start, end, year, month, offset=past[0] if past else None)


def _is_month_name(text: str, match: re.Match[str], calendar: Calendar) -> bool:
    """Tell a month before a day from the verbs "may" and "march"."""
    if match.group(1)[0].isupper() or match.group(1).lower() not in calendar.loose:
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    return before is not None and before.group(1).lower() in calendar.before_month | {
        "on",
        "of",
        "by",
        "from",
    }


def _stands_alone(text: str, match: re.Match[str], language: str, calendar: Calendar) -> bool:
    """Tell whether a month without day and year is one, and no verb, name or short form."""
    word = match.group(1).lower()
    if word not in calendar.months:
        return False
    if word not in calendar.loose:
        return language not in {"en", "de"} or match.group(1)[0].isupper() or text.islower()
    if text.startswith(("'s", "’s"), match.end()):
        return False
    before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    after = _WORD_AFTER.match(text, match.end())
    named = after is not None and match.group(1)[0].isupper() and after.group(1)[0].isupper()
    if before is not None and before.group(1).lower() in calendar.before_month and not named:
        return True
    return (
        language == "en"
        and match.group(1)[0].isupper()
        and bool(_PART_OF_MONTH.search(text, max(0, match.start() - 14), match.start()))
    )


def _neighbour_offset(text: str, match: re.Match[str], calendar: Calendar) -> tuple[int, int, int] | None:
    """Return -1 for "last" beside the match and 1 for "next", with its range."""
    before = _LAST_WORD.search(text, max(0, match.start() - 16), match.start())
    after = _WORD_AFTER.match(text, match.end())
    for found in (before, after):
        if found is not None:
            word = found.group(1).lower()
            if word in calendar.past or word in calendar.coming:
                return (-1 if word in calendar.past else 1, *found.span(1))
    return None


def _weekdays(text: str, patterns: _Patterns) -> Iterator[Date]:
    for match in patterns.short_weekday.finditer(text):
        if match.group(1)[0].isupper():
            start, end = match.span(1)
            yield Date(text[start:end], start, end, weekday=_SHORT_WEEKDAYS[match.group(1).lower()])
    for match in patterns.weekday.finditer(text):
        start, end = match.span()
        if _NAMED_BEFORE.search(text, max(0, start - 12), start) or _NAMED_AFTER.match(text, end):
            continue
        weekday = patterns.calendar.weekdays[match.group(1).lower()]
        offset = _neighbour_offset(text, match, patterns.calendar)
        if offset:
            start, end = min(start, offset[1]), max(end, offset[2])
        yield Date(text[start:end], start, end, weekday=weekday, offset=offset[0] if offset else None)


def _phrases(text: str, language: str, patterns: _Patterns) -> Iterator[Date]:
    calendar = patterns.calendar
    for match in patterns.phrase.finditer(text):
        phrase, (start, end) = match.group().lower(), match.span()
        if phrase in calendar.days:
            if not _is_time_of_day(text, match, language):
                yield Date(match.group(), start, end, relative=calendar.days[phrase])
        elif phrase in calendar.clocks:
            yield Date(match.group(), start, end, clock=calendar.clocks[phrase])
        elif language != "en" or not text.endswith(("the ", "The "), 0, start) or not phrase.startswith(_OF_ANY_TIME):
            period, offset = calendar.periods[phrase]
            yield Date(match.group(), start, end, period=period, offset=offset)


def _is_time_of_day(text: str, match: re.Match[str], language: str) -> bool:
    """Tell the morning ("am Morgen", "la mañana") from tomorrow."""
    word = match.group()
    if language == "de" and word == "Morgen":
        return match.start() > 0
    if language == "es" and word.lower() == "mañana":
        return text[: match.start()].lower().endswith(("la ", "una ", "cada "))
    return False


def _quarters(text: str, patterns: _Patterns) -> Iterator[Date]:
    for match in patterns.quarter.finditer(text):
        word, figure, year = match.group(1), match.group(2) or match.group(3), match.group(4)
        quarter = patterns.calendar.quarters[word.lower()] if word else int(figure)
        yield Date(match.group(), *match.span(), year=full_year(year) if year else None, quarter=quarter)
