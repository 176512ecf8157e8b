"""Compare what numbers are counted by: tonnes a year or a month, cents per kilowatt-hour."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.grounding.checks.amounts import are_equal
from summarizer.grounding.readers.lexicon.units import SURFACES
from summarizer.grounding.readers.numbers import Number
from summarizer.grounding.reading import Reading

# Behind a number: what it is counted by.
_PER = re.compile(
    r"\b(?:(?:(?P<per>per|pro|par|por|je)|an?|each|every|al|la|le|im)\s+|l['’])"
    r"(?P<unit>(?:(?:square|cubic|(?:kilo|mega|giga|tera)watt)\s)?[^\W\d_][\w-]+)"
    r"|\b(?P<adverb>hourly|daily|weekly|monthly|quarterly|yearly|annually"
    r"|(?:stünd|täg|wöchent|monat|jähr)lich|semanales|mensuales|anuales|mensuels|annuels)\b",
    re.IGNORECASE,
)
_RATE_REACH = 40  # characters
_ENDS = re.compile(r"[.,;:]|\b(?:and|to|from|in|for|und|et|y|de|von)\b")
_PERIODS = {
    word: key
    for key, words in {
        "hour": "hour hourly stunde stündlich heure hora",
        "day": "day daily tag tage täglich jour día dia",
        "week": "week weekly woche wöchentlich semaine semana semanales",
        "month": "month monthly monat monatlich mois mensuels mes mensuales",
        "quarter": "quarter quarterly quartal trimestre",
        "year": "year annum annually yearly jahr jährlich an année annuels año ano anuales",
    }.items()
    for word in words.split()
}


class _Rate(NamedTuple):
    """What a number is counted by: the words, the same by one name, where they end."""

    text: str
    key: str
    end: int


def wrong_rate(item: Reading, evidence: Sequence[Reading]) -> str | None:
    """Return "12 tonnes a month (article: a year)" where the evidence counts by another period or unit."""
    for number in item.numbers:
        rate = _rate(item, number)
        if rate is None:
            continue
        rates = [_rate(s, n) for s in evidence for n in s.numbers if are_equal(number, n)]
        others = [other for other in rates if other is not None]
        if others and all(other.key != rate.key for other in others):
            return f"{item.text[number.start : rate.end]} (article: {others[0].text})"
    return None


def _rate(reading: Reading, number: Number) -> _Rate | None:
    """Return what stands close behind a number as "a year", "per kilowatt-hour", "pro Woche"."""
    match = _PER.search(reading.text, number.end, number.end + _RATE_REACH)
    between = reading.text[number.end : match.start()] if match else ""
    if match is None or _ENDS.search(between) or any(c.isdigit() for c in between):
        return None
    key = _key(match)
    if key is None:
        return None
    further = _PER.match(reading.text, match.end() + 1)
    if further is not None and (period := _key(further)) is not None:  # "per child a year"
        return _Rate(reading.text[match.start() : further.end()], f"{key}/{period}", further.end())
    return _Rate(match.group(), key, match.end())


def _key(match: re.Match[str]) -> str | None:
    """Return the period or unit that is counted by, by one name; None where "a" leads to anything else."""
    word = match["unit"] or match["adverb"]
    lower = word.lower()
    period = _PERIODS.get(lower) or _PERIODS.get(lower.rstrip("s"))
    if period is None and not match["per"]:
        return None
    unit = SURFACES.get(word) or SURFACES.get(lower.replace("-", " "))
    return period or unit or lower.rstrip("s")
