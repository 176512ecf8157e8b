"""Check a kind of fact."""

from collections.abc import Iterator, Sequence

from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:  # noqa: ARG001
    """Yield one reason for each thing that the evidence does not bear out."""
    yield from ()
