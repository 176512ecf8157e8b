"""Read who is said to have said what: "X said", "according to X", «…», so X."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker (None for "it was said"), the reporting verb, and what was said.

    `content` is the half-open range of the text that is attributed.
    """

    speaker: str | None
    verb: str
    start: int
    end: int
    content: tuple[int, int]
    voice: Literal["quotes", "paraphrases"]


def read_attributions(text: str, language: str) -> tuple[Attribution, ...]:
    """Return what is found, in order of `start`."""
    raise NotImplementedError
