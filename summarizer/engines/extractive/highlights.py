"""Choose the sentences that carry the news, and trim them to a bullet."""

import math
from collections import Counter

from summarizer.engines.extractive.sentences import Candidate, leans
from summarizer.engines.extractive.trim import trim
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.schema import DraftHighlight

# Weights tuned on the development half of tests/data/mutations: how much of the clean
# bullets' content the chosen sentences cover, against lead-N (benchmarks/extractive.py).
POSITION_WEIGHT = 1.0
SALIENCE_WEIGHT = 1.0
TITLE_WEIGHT = 0.5
FACTS_WEIGHT = 0.6
LEANING_PENALTY = 0.6
QUOTE_PENALTY = 0.3
REDUNDANCY_WEIGHT = 2.0
LONGER_THAN_ASKED = 1.5  # a sentence this many times over the limit is no bullet


def choose_highlights(
    index: ArticleIndex, candidates: tuple[Candidate, ...], *, count: int, max_words: int
) -> tuple[DraftHighlight, ...]:
    """Return at most `count` bullets, most important first, no two about the same thing."""
    scores = score_candidates(index, candidates)
    chosen: list[Candidate] = []
    texts: dict[int, str] = {}
    rest = [c for c in candidates if not c.first_person] or list(candidates)
    while rest and len(chosen) < count:
        best = max(rest, key=lambda c: (scores[c.number] - REDUNDANCY_WEIGHT * overlap(c, chosen), -c.number))
        rest.remove(best)
        text = trim(index, best, max_words)
        if len(Reading(text, index.language).words) > LONGER_THAN_ASKED * max_words:
            continue
        if leans(text) and not best.leaning:
            continue  # what was cut off its head was all it stood on
        chosen.append(best)
        texts[best.number] = text
    return tuple(DraftHighlight(text=texts[c.number], sentences=(c.number,)) for c in chosen)


def score_candidates(index: ArticleIndex, candidates: tuple[Candidate, ...]) -> dict[int, float]:
    """Return each candidate's worth as a highlight, by sentence number."""
    salience = _salience(candidates)
    top = max(salience.values(), default=0) or 1
    title = _content(Reading(index.article.title or "", index.language))
    return {
        c.number: POSITION_WEIGHT / (1 + 0.5 * c.paragraph + 0.3 * c.place)
        + SALIENCE_WEIGHT * salience[c.number] / top
        + TITLE_WEIGHT * (len(title & _content(c.reading)) / len(title) if title else 0)
        + FACTS_WEIGHT * min(len(c.reading.numbers) + len(c.reading.names) + len(c.reading.dates), 4) / 4
        - LEANING_PENALTY * c.leaning
        - QUOTE_PENALTY * _quoted_share(c.reading)
        for c in candidates
    }


def _salience(candidates: tuple[Candidate, ...]) -> dict[int, float]:
    """Return how much of what the article keeps coming back to each sentence holds.

    A stem that stands in n >= 2 sentences weighs log(n), damped once it is everywhere; the sum
    is divided by the square root of the sentence's length, so that long ones do not win by length.
    """
    contents = {c.number: _content(c.reading) for c in candidates}
    counts = Counter(stem for content in contents.values() for stem in content)
    total = len(candidates)
    weight = {s: math.log(n) * math.log(1 + total / n) for s, n in counts.items() if n > 1}
    return {
        number: sum(weight.get(stem, 0.0) for stem in sorted(content)) / math.sqrt(max(len(content), 8))
        for number, content in contents.items()
    }


def overlap(candidate: Candidate, chosen: list[Candidate]) -> float:
    """Return the largest share of the candidate's content that one chosen sentence already holds, 0..1."""
    content = _content(candidate.reading)
    if not content:
        return 1.0
    return max((len(content & _content(other.reading)) / len(content) for other in chosen), default=0.0)


def _content(reading: Reading) -> frozenset[str]:
    return frozenset(word.stem for word in reading.words if not word.function)


def _quoted_share(reading: Reading) -> float:
    return sum(q.end - q.start for q in reading.quotations) / max(len(reading.text), 1)
