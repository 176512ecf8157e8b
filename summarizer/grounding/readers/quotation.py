"""Read words in quotation marks, in any typography."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between a pair of quotation marks; `start`:`end` leaves the marks out."""

    text: str
    start: int
    end: int


def read_quotations(text: str) -> tuple[Quotation, ...]:
    """Return what is found, in order of `start`."""
    raise NotImplementedError
