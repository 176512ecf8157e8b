"""Check how much of an item's content its evidence holds."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import fsum

from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.lexicon.reporting import LIGHT, SAYING, SOMETIMES_SAYING
from summarizer.grounding.readers.stems import fold, lemma
from summarizer.grounding.readers.tokens import UNSPACED
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

# Clean bullets of the development half of tests/data/mutations stay above 0.6, which free paraphrase does
# not; of the unsupported claims of wice_dev that nothing else flags, four in ten lie below.
MIN_COVERAGE = 0.5
_UNSPACED_FACTOR = 0.8  # where words are pairs of characters, another character changes two


@cache
def empty_stems(language: str) -> frozenset[str]:
    """Return the stems of words that say little by themselves: how it was said, "take", "now"."""
    words = (
        SAYING.get(language, frozenset())
        | SOMETIMES_SAYING.get(language, frozenset())
        | LIGHT.get(language, frozenset())
    )
    return frozenset(lemma(fold(word), language) for word in words)


def coverage(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> float:
    """Return the IDF-weighted share of the item's content stems that the evidence has, 0..1."""
    wanted = item.content
    if not wanted:
        return 0.0
    held = frozenset().union(*(reading.content for reading in evidence))
    covered = fsum(map(article.weight, wanted & held))  # exact, so that the order of a set is of no matter
    return covered / fsum(map(article.weight, wanted))


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield the words without support, when they are too large a share of the item."""
    least = MIN_COVERAGE * (_UNSPACED_FACTOR if article.language in UNSPACED else 1)
    if coverage(item, evidence, article) >= least:
        return
    held = frozenset().union(*(reading.content for reading in evidence))
    empty = empty_stems(article.language)
    lacking = fsum(map(article.weight, item.content - held - empty))
    covered = fsum(map(article.weight, item.content & held))
    if covered >= least * (covered + lacking):
        return
    missing = dict.fromkeys(
        word.text
        for word in item.words
        if not word.function and word.stem not in held | empty and not word.text[0].isdecimal()
    )
    if missing:  # figures are compared as numbers
        yield Reason(code="words_missing", detail=", ".join(missing))
