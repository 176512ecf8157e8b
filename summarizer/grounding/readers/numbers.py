"""Read quantities: digits and words, currencies, units, ranges, fractions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity as it stands at `start`:`end`; fields as in `schema.Quantity`."""

    text: str
    start: int
    end: int
    value: float
    high: float | None = None
    unit: str | None = None
    approximate: bool = False


def read_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Return what is found, in order of `start`."""
    raise NotImplementedError
