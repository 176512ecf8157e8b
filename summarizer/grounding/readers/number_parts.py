"""What a number may state."""

from typing import Literal, NamedTuple

from summarizer.grounding.readers.lexicon.number_words import Bound

Kind = Literal[
    "quantity",  # 1.2 million, 52.63%, two people
    "single",  # "one person": often no more than an article
    "fraction",  # "a third", of value 0.333
    "multiple",  # "doubled", "three times"
    "vague",  # "dozens", "hundreds of thousands"; the value is the lowest
    "ordinal",  # "third", "3rd"
    "score",  # "3-1"
    "code",  # "A320", "1.2.3", "24/7": compared as it stands
]


class Number(NamedTuple):
    """A quantity as it stands at `start`:`end`; fields as in `schema.Quantity`.

    `unit` is a code of `lexicon.units`; `noun` is the word for what is counted, when clear.
    `bound` says how the number is marked: "about" 500, "over" (more than, at least) 500,
    "under" (nearly, up to) 500. A tuple, since very many are made.
    """

    text: str
    start: int
    end: int
    value: float
    high: float | None = None
    unit: str | None = None
    approximate: bool = False
    kind: Kind = "quantity"
    noun: str | None = None
    bound: Bound | None = None


class Numeral(NamedTuple):
    """A bare number among tokens: its value, the token after it, and its scale (1 where it has none)."""

    value: float
    after: int
    scale: float = 1
    kind: Kind = "quantity"
    unit: str | None = None
