"""Find a short denial that the evidence lacks: "Norrbrod is not for sale," she said.

Evidence is searched for by how much of the item it has. A denial may have little, and all of it the item's.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from summarizer.grounding.checks.clauses import analyse
from summarizer.grounding.checks.coverage import empty_stems
from summarizer.grounding.checks.negative_words import is_negative
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

_LEAST, _UNNAMED = 2, 3  # stems, or it may be about anything: more where it names nobody and nothing
_MORE = 2  # words of a denial that the item may lack, if they say little: "she said"


def denied_elsewhere(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield the first sentence beside the evidence that denies something of which the item has every word."""
    if is_negative(analyse(item.text, article.language)):
        return
    empty = empty_stems(article.language)
    postings = article.postings
    shared = Counter(chain.from_iterable([postings[stem] for stem in item.content if stem in postings]))
    for place in sorted([place for place, count in shared.items() if count >= _LEAST]):
        reading = article.sentences[place]
        if len(reading.content) > shared[place] + _MORE or any(reading is one for one in evidence):
            continue
        matter = reading.content - empty
        if len(matter) < _LEAST or not matter <= item.content:
            continue
        denied = any(cue.sense == "not" for cue in reading.cues)
        if denied and len(matter) >= (_LEAST if reading.names else _UNNAMED):
            yield Reason(code="negation_dropped", detail=f"(article: {reading.text})")
            return
