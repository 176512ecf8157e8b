"""Read dates, whole or in part: day, month, year, weekday, relative day, time of day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from summarizer.grounding.readers.cjk_dates import UNSPACED, find_unspaced_dates
from summarizer.grounding.readers.clocks import find_clocks
from summarizer.grounding.readers.date_parts import Date
from summarizer.grounding.readers.digits import plain
from summarizer.grounding.readers.number_tokens import words_in
from summarizer.grounding.readers.numeric_dates import find_numeric_dates, find_years
from summarizer.grounding.readers.worded_dates import find_worded_dates

__all__ = ["Date", "describe_time", "read_dates"]

_DIGIT = re.compile(r"\d")
_WEEKDAY_LINK = re.compile(r",? (?:the |den |dem |le |the morning of |)|\s?[(（]|, ")
_SAME_TIME = re.compile(r",? (?:(?:at|on|um|am|a las|à|of|from|to|until|and|bis|von) )?|\s?[-–]\s?|, ")


@lru_cache(maxsize=1024)
def read_dates(text: str, language: str) -> tuple[Date, ...]:
    """Return what is found, in order of `start`; what is found does not overlap.

    Remembered, since reading the numbers asks for it too.
    """
    if language in UNSPACED:
        found = list(find_unspaced_dates(plain(text), language)) if _may_be_dated(text) else []
    else:
        found = _find(plain(text), language)
    if not found:
        return ()
    chosen = _without_overlaps(found) if len(found) > 1 else found
    if not text.isascii():
        written = ((date, text[date.start : date.end]) for date in chosen)
        chosen = [date if date.text == there else date._replace(text=there) for date, there in written]
    return tuple(_joined(text, chosen)) if len(chosen) > 1 else tuple(chosen)


def describe_time(text: str, dates: Sequence[Date]) -> str | None:
    """Return when it is, in the words of `text`: its first date, and what directly goes on from it."""
    if not dates:
        return None
    first = end = dates[0]
    for date in dates[1:]:
        if not _SAME_TIME.fullmatch(text, end.end, date.start):
            break
        end = date
    return text[first.start : end.end]


def _may_be_dated(text: str) -> bool:
    return any(char in text for char in "年月日号號周曜今昨明去本上下先来週星禮:点點時时년월일") or bool(
        _DIGIT.search(text)
    )


def _find(text: str, language: str) -> list[Date]:
    """Return what may be a date; what comes earlier is surer."""
    words = words_in(text)
    if not _DIGIT.search(text):
        return list(find_worded_dates(text, language, words))
    return [
        *find_numeric_dates(text, language),
        *find_clocks(text, language),
        *find_worded_dates(text, language, words),
        *find_years(text, language),
    ]


def _without_overlaps(found: Iterable[Date]) -> list[Date]:
    chosen: list[Date] = []
    for date in found:
        if all(date.end <= other.start or other.end <= date.start for other in chosen):
            chosen.append(date)
    return sorted(chosen, key=lambda date: date.start)


def _joined(text: str, dates: list[Date]) -> Iterator[Date]:
    """Yield the dates, a weekday and the day of the month beside it made one."""
    before: Date | None = None
    for date in dates:
        if before is not None and _is_weekday_of(text, before, date):
            whole = date._replace(
                text=text[before.start : date.end], start=before.start, weekday=before.weekday
            )
            before = whole
            continue
        if before is not None:
            yield before
        before = date
    if before is not None:
        yield before


def _is_weekday_of(text: str, weekday: Date, date: Date) -> bool:
    return (
        weekday.weekday is not None
        and weekday.day is None
        and date.day is not None
        and date.weekday is None
        and _WEEKDAY_LINK.fullmatch(text, weekday.end, date.start) is not None
    )
