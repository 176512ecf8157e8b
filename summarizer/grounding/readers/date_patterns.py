"""The patterns that find a language's dates with words in them, compiled when first needed."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.grounding.readers.lexicon.calendar import CALENDARS, Calendar

NEVER = re.compile(r"(?!)")
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
QUARTER_NOUNS = frozenset({"quarter", "quarters", "quartal", "quartals", "trimestre"})
_START = r"\b(?<![\u0900-\u097F])"  # before a letter or figure; `\b` alone fails quickly
_END = r"(?![\w\u0900-\u097F])"
_SUFFIX = r"(?:st|nd|rd|th|er|re|\.|º|°)?"
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_WORD = re.compile(r"[\u0900-\u0963\u0970-\u097F]+|[^\W\d_]+")


class Names:
    """Names to look for in a text, picked by the words that the text has."""

    def __init__(self, names: Iterable[str], *, by_last: bool = False, plural: bool = False) -> None:
        self._by_word: dict[str, list[str]] = {}
        self._suffix = "s?" if plural else ""
        for name in names:
            word = _WORD.findall(name)[-1 if by_last else 0]
            for form in (word, f"{word}s") if plural else (word,):
                self._by_word.setdefault(form, []).append(name)
        self.words = frozenset(self._by_word)

    def finder(self, words: Collection[str]) -> re.Pattern[str] | None:
        """Return what finds the names a text with `words` may have, the name as group 1; None without any."""
        hits = self.words.intersection(words)
        return self._finder(hits) if hits else None

    @lru_cache(maxsize=2048)  # noqa: B019 - the names of a language are there for good
    def _finder(self, hits: frozenset[str]) -> re.Pattern[str]:
        names = {name for hit in hits for name in self._by_word[hit]}
        return re.compile(f"{_START}({_any(names)}){self._suffix}{_END}", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]") for word in longest_first)


@dataclass(frozen=True, slots=True)
class Patterns:
    """What finds the dates of one language; each but Q3 has one of `words`."""

    calendar: Calendar
    months: Names
    weekdays: Names
    phrases: Names
    short_weekday: re.Pattern[str]
    quarter: re.Pattern[str]
    day_before: re.Pattern[str]
    day_after: re.Pattern[str]
    year_after: re.Pattern[str]
    month_numbers: Mapping[str, int]
    words: frozenset[str]


@cache
def patterns(language: str) -> Patterns | None:
    """Return the patterns of a language, or None where its calendar words are not known."""
    calendar = CALENDARS.get(language)
    if calendar is None:
        return None
    of = f"(?:(?:{_any(calendar.of)})\\s+)*" if calendar.of else ""
    months = {**calendar.months, **{word: month for word, month in calendar.short.items() if word != "_"}}
    to = _any(calendar.to)
    month_names, weekdays = Names(months), Names(calendar.weekdays, plural=True)
    phrases = Names([*calendar.days, *calendar.periods, *calendar.clocks], by_last=True)
    return Patterns(
        calendar,
        months=month_names,
        weekdays=weekdays,
        phrases=phrases,
        short_weekday=re.compile(
            rf"{_START}({_any(SHORT_WEEKDAYS)})[.,]+\s+(?=\d|(?:{_any(months)})\b)", re.IGNORECASE
        ),
        quarter=_quarter(calendar),
        day_before=re.compile(
            rf"(?<![\w.,:/$€£])(\d{{1,2}}){_SUFFIX}(?:\s*(?:{to})\s*(\d{{1,2}}){_SUFFIX})?\s*-?\s*{of}$",
            re.IGNORECASE,
        ),
        day_after=re.compile(
            r"\.?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
            r"(?:\s*(?:[-–]|to)\s*(\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,:]\d))?",
            re.IGNORECASE,
        )
        if language == "en"
        else NEVER,
        year_after=re.compile(
            rf"(?:\.?,?\s+{of}|\s*,\s*|-)({_YEAR})(?!\w|[.,]\d|-\d)|\s+['’](\d\d)(?!\w)", re.IGNORECASE
        ),
        month_numbers=months,
        words=QUARTER_NOUNS.union(SHORT_WEEKDAYS, month_names.words, weekdays.words, phrases.words),
    )


def _quarter(calendar: Calendar) -> re.Pattern[str]:
    if not calendar.quarters:
        return NEVER
    return re.compile(
        rf"{_START}(?:({_any(calendar.quarters)})[ -](?:fiscal[ -])?(?:{_any(QUARTER_NOUNS)})"
        r"(?![\w-]|\s?final)"
        r"|([1-4])Q(?!\w)|Q([1-4])(?!\w))"
        rf"(?:(?:\s+(?:of|de|del))?\s*(?:the\s+|fiscal\s+|FY\s?|['’])*({_YEAR}|(?<=['’])\d\d)(?!\w))?",
        re.IGNORECASE,
    )
