"""A piece of text read once: its words, numbers, dates, names, cues, speakers and quotes.

Items and evidence sentences are read the same way, so a check compares like with like.
Everything is read when first asked for: a check that is not reached costs nothing.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import compress
from operator import not_

from summarizer.grounding.readers.attribution import Attribution, read_attributions
from summarizer.grounding.readers.cues import Cue, read_cues
from summarizer.grounding.readers.dates import Date, read_dates
from summarizer.grounding.readers.names import Name, read_names
from summarizer.grounding.readers.numbers import Number, read_numbers
from summarizer.grounding.readers.quotation import Quotation, read_quotations
from summarizer.grounding.readers.words import Columns, Word, read_columns, read_words

_APART = re.compile(r"[,;:()—–](?:\s|$)|\s\(")
_COMMA = 3  # words that a comma or bracket between counts for


class Reading:
    """The text of one item or one sentence, and what our readers find in it."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in order, folded and stemmed."""
        return read_words(self.text, self.language)

    @cached_property
    def columns(self) -> Columns:
        """The same, by their fields."""
        return read_columns(self.text, self.language)

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the words that carry content."""
        columns = self.columns
        return frozenset(compress(columns.stems, map(not_, columns.functions)))

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """How many words off the first each word stands; a comma, bracket or the like counts for three."""
        found: list[int] = []
        text, last, step = self.text, 0, 0
        for start, end in zip(self.columns.starts, self.columns.ends, strict=True):
            gap = text[last:start]
            if gap != " " and _APART.search(gap):
                step += _COMMA
            found.append(step)
            step, last = step + 1, end
        return tuple(found)

    def runs(self, length: int) -> Iterator[tuple[str, ...]]:
        """Yield the runs of `length` neighbouring stems, function words included."""
        stems = self.columns.stems
        return zip(*[stems[i:] for i in range(length)], strict=False)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Quantities, without those that are part of a date."""
        return read_numbers(self.text, self.language)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Calendar dates, weekdays, months, years and relative days."""
        return read_dates(self.text, self.language)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Proper names of people, organisations and places."""
        return read_names(self.text, self.language)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Words that negate, hedge, predict or make conditional."""
        return read_cues(self.text, self.language)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who is said to have said what."""
        return read_attributions(self.text, self.language)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Words in quotation marks."""
        return read_quotations(self.text)
