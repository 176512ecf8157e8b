"""Read dates, whole or in part: day, month, year, weekday, relative day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it stands at `start`:`end`; what the text does not say is None.

    `relative` is the offset in days of "yesterday" (-1), "today" (0), "tomorrow" (1);
    `weekday` counts from Monday = 0; `quarter` 1..4.
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


def read_dates(text: str, language: str) -> tuple[Date, ...]:
    """Return what is found, in order of `start`."""
    raise NotImplementedError
