"""Checks: each a small pure module that says what an item changed of its evidence.

A check yields reasons and never a verdict; `grounding.score` weighs them.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason


class Check(Protocol):
    """What every module here offers as `check`.

    `item` is the highlight or claim, `evidence` the sentences it rests on (in article order,
    at least one), `article` the whole article for aliases and context.
    """

    def __call__(self, item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
        """Yield one reason for each thing that the evidence does not bear out."""
        ...
