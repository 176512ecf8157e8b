"""What a date may state."""

from typing import NamedTuple

from summarizer.grounding.readers.lexicon.calendar import Period


class Date(NamedTuple):
    """A date as it stands at `start`:`end`; what the text does not say is None.

    `relative` is the offset in days of "yesterday" (-1), "today" (0), "tomorrow" (1);
    `weekday` counts from Monday = 0; `quarter` 1..4. `offset` is -1 for "last", 0 for "this",
    1 for "next", of the `period`, or of the weekday or month. `clock` is in minutes after
    midnight; `twelve` where it may be twelve hours later. `swappable` marks 3/5/2024, whose
    day may be its month. `decade` marks "1990s", whose year is its first.
    A tuple, since very many are made.
    """

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    relative: int | None = None
    period: Period | None = None
    offset: int | None = None
    clock: int | None = None
    twelve: bool = False
    swappable: bool = False
    decade: bool = False


def full_year(digits: str) -> int:
    """Return the year that two or four figures stand for: 24 is 2024, 97 is 1997."""
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - two figures
        return year
    return year + (2000 if year < 50 else 1900)  # noqa: PLR2004 - no news is older


def is_day_of_month(day: int, month: int) -> bool:
    """Tell whether a month may have such a day."""
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31)  # noqa: PLR2004
