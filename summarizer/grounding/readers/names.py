"""Read proper names: people, organisations, places."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as it stands at `start`:`end`."""

    text: str
    start: int
    end: int
    kind: Literal["person", "organisation", "place", "unknown"] = "unknown"


def read_names(text: str, language: str) -> tuple[Name, ...]:
    """Return what is found, in order of `start`."""
    raise NotImplementedError
