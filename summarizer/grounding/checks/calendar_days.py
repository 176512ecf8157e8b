"""Resolve dates against the day an article was published, as far as the words allow."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from summarizer.grounding.readers.dates import Date

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Days:
    """The days, from `first` to `last`, that a date may mean."""

    first: date
    last: date

    def meets(self, other: "Days") -> bool:
        """Tell whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Days") -> bool:
        """Tell whether all of `other` lies within."""
        return self.first <= other.first and other.last <= self.last


def published_day(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date, or None."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def resolve(stated: Date, published: date | None) -> tuple[Days, ...]:
    """Return what `stated` may mean; a weekday may be before or after. Empty when it cannot be told.

    A date with a year needs no `published`; one without takes it from there, or the next year's
    or the last one's where that is nearer.
    """
    try:
        return tuple(_resolve(stated, published))
    except (ValueError, OverflowError):  # 30 February, or a year that no calendar has
        return ()


def _resolve(stated: Date, published: date | None) -> Iterator[Days]:
    if stated.year is not None:
        yield from _in_year(stated, stated.year)
        if stated.swappable and stated.month and stated.day:
            day = date(stated.year, stated.day, stated.month)
            yield Days(day, day)
    elif published is None:
        return
    elif stated.month is not None or stated.quarter is not None:
        yield from _nearest(stated, published)
    elif stated.day is not None:
        yield from _day_of_month(stated.day, published)
    elif stated.weekday is not None:
        yield from _weekdays(stated, published)
    elif stated.relative is not None:
        day = published + timedelta(days=stated.relative)
        yield Days(day, day)
    elif stated.period is not None and stated.offset is not None:
        yield from _periods(stated.period, stated.offset, published)


def _in_year(stated: Date, year: int) -> Iterator[Days]:
    if stated.decade:
        yield Days(date(year, 1, 1), date(year + 9, 12, 31))
    elif stated.month and stated.day:
        day = date(year, stated.month, stated.day)
        yield Days(day, day)
    elif stated.month:
        yield _month(year, stated.month)
    elif stated.quarter:
        yield Days(date(year, 3 * stated.quarter - 2, 1), _month(year, 3 * stated.quarter).last)
    else:
        yield Days(date(year, 1, 1), date(year, 12, 31))


def _month(year: int, month: int) -> Days:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), following - timedelta(days=1))


def _nearest(stated: Date, published: date) -> Iterator[Days]:
    """Yield the day or month in the year of publication, and in the year beside it where that is nearer."""
    found = [
        days
        for year in (published.year, published.year - 1, published.year + 1)
        for days in _in_year(stated, year)
    ]
    yield found[0]
    nearest = min(found, key=lambda days: abs((days.first - published).days))
    if nearest is not found[0]:
        yield nearest


def _day_of_month(day: int, published: date) -> Iterator[Days]:
    """Yield the day with this number in the month of publication, and the last one where that is to come."""
    for offset in (0, -1) if day > published.day else (0,):
        month = _month(*_month_beside(published, offset))
        if day <= month.last.day:
            one = month.first.replace(day=day)
            yield Days(one, one)


def _month_beside(day: date, offset: int) -> tuple[int, int]:
    """Return the year and the number of the month that is `offset` months from that of `day`."""
    months = day.year * 12 + day.month - 1 + offset
    return months // 12, months % 12 + 1


def _weekdays(stated: Date, published: date) -> Iterator[Days]:
    back = (published.weekday() - (stated.weekday or 0)) % _WEEK
    past = [back, back + _WEEK] if stated.offset == -1 else [back]
    if stated.offset != 1:
        for days in past:
            yield Days(published - timedelta(days=days), published - timedelta(days=days))
    if stated.offset != -1:
        ahead = [_WEEK - back, 2 * _WEEK - back] if stated.offset == 1 else [_WEEK - back]
        for days in ahead:
            yield Days(published + timedelta(days=days), published + timedelta(days=days))


def _periods(period: str, offset: int, published: date) -> Iterator[Days]:
    if period == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=offset)
        yield Days(monday - timedelta(days=1), monday + timedelta(days=6))
    elif period == "weekend":
        saturday = published - timedelta(days=published.weekday() - 5) + timedelta(weeks=offset)
        yield Days(saturday - timedelta(days=1), saturday + timedelta(days=1))
    elif period == "month":
        yield _month(*_month_beside(published, offset))
    elif period == "quarter":
        quarter = published.year * 4 + (published.month - 1) // 3 + offset
        yield Days(date(quarter // 4, quarter % 4 * 3 + 1, 1), _month(quarter // 4, quarter % 4 * 3 + 3).last)
    elif period == "year":
        yield Days(date(published.year + offset, 1, 1), date(published.year + offset, 12, 31))
    elif period == "decade":
        first = published.year // 10 * 10 + 10 * offset
        yield Days(date(first, 1, 1), date(first + 9, 12, 31))
