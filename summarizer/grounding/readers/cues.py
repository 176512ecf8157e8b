"""Read the words that change what a sentence asserts: not, may, plans to, if."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that negates, hedges, predicts or makes conditional.

    `scope` is the half-open range of the text that it acts on.
    """

    text: str
    start: int
    end: int
    kind: Literal["negation", "hedge", "prediction", "condition"]
    scope: tuple[int, int]


def read_cues(text: str, language: str) -> tuple[Cue, ...]:
    """Return what is found, in order of `start`."""
    raise NotImplementedError
