"""Find times of day: 10:30, 5 p.m., 20.15 Uhr, 20 h 30, five figures of no score."""

import re
from collections.abc import Iterator

from summarizer.grounding.readers.date_parts import Date

_NOON = 12
_HALF_DAY = re.compile(r"(?<![\w.,:$€£])(\d{1,2})(?:[:.]([0-5]\d))?\s?(a|p)(?:\.\s?m\.|m\b)", re.IGNORECASE)
_ANY_HALF_DAY = re.compile(r"\d\s?[ap](?:\.\s?m\.|m\b)", re.IGNORECASE)  # found in a third of the time
_CLOCK = re.compile(
    r"(?<![\w.,:/-])([01]?\d|2[0-4]):([0-5]\d)(?![\d:%]|[.,]\d)(?:\s?(?:Uhr|GMT|UTC|CET|hrs)\b)?"
)
_UHR = re.compile(r"(?<![\w.,:])([01]?\d|2[0-4])(?:\.([0-5]\d))?\s?(?:Uhr|o['’]clock)\b")
_HEURES = re.compile(r"(?<![\w.,:])([01]?\d|2[0-4])\s?h(?:\s?([0-5]\d))?(?!\w)")


def find_clocks(text: str, language: str) -> Iterator[Date]:
    """Yield times of day; without "a.m." or a 24-hour figure they may mean the other half of the day."""
    if _ANY_HALF_DAY.search(text):
        for match in _HALF_DAY.finditer(text):
            hour = int(match.group(1))
            if 1 <= hour <= _NOON:
                late = match.group(3).lower() == "p"
                yield _clock(match, hour % _NOON + _NOON * late, sure=True)
    if ":" in text:
        for match in _CLOCK.finditer(text):
            yield _clock(match, int(match.group(1)), sure=False)
    if "Uhr" in text or "clock" in text:
        for match in _UHR.finditer(text):
            yield _clock(match, int(match.group(1)), sure=language == "de")
    if language == "fr":
        for match in _HEURES.finditer(text):
            yield _clock(match, int(match.group(1)), sure=False)


def _clock(match: re.Match[str], hour: int, *, sure: bool) -> Date:
    minutes = hour * 60 + int(match.group(2) or 0)
    leading_zero = match.group(1).startswith("0")
    twelve = not sure and 1 <= hour <= _NOON and not leading_zero
    return Date(match.group(), *match.span(), clock=minutes % (24 * 60), twelve=twelve)
