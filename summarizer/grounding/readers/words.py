"""Split text into words, folded and stemmed, function words marked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `norm` is folded (case, typography), `stem` is what overlaps are counted on.

    In scripts without spaces a word is a pair of neighbouring characters.
    """

    text: str
    start: int
    end: int
    norm: str
    stem: str
    function: bool  # carries no content: "the", "of", "said"


def read_words(text: str, language: str) -> tuple[Word, ...]:
    """Return what is found, in order of `start`."""
    raise NotImplementedError
