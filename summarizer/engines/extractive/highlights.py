"""Choose the sentences that carry the news, and trim them to a bullet."""

from summarizer.engines.extractive.people import People
from summarizer.engines.extractive.sentences import Candidate, leans
from summarizer.engines.extractive.standing import stand_alone
from summarizer.engines.extractive.trim import lead_in_removed, trim
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.schema import DraftHighlight

# Weights: a ridge regression of how much of the highlights of gold and of both annotators each sentence
# holds, on the dev articles of eval/gold, rounded; eval/README.md has what they reach.
POSITION_WEIGHT = 2.6  # of the first sentences, falling fast
TITLE_WEIGHT = 2.4
LENGTH_WEIGHT = 0.8
NUMBERS_WEIGHT = 0.8
DATES_WEIGHT = 0.6
PREDICTION_WEIGHT = 0.7  # what will happen: "by when", "is to", "is expected to"
QUOTE_PENALTY = 0.4
LEANING_PENALTY = 0.4
REDUNDANCY_WEIGHT = 0.7
LONG_WORDS = 30
SHORT_WORDS = 15
LONGER_THAN_ASKED = 1.5  # a sentence this many times over the limit is no bullet


def choose_highlights(
    index: ArticleIndex, candidates: tuple[Candidate, ...], *, count: int, max_words: int
) -> tuple[DraftHighlight, ...]:
    """Return at most `count` bullets, most important first, no two about the same thing.

    Together they are no longer than `count` bullets of `max_words`.
    """
    scores = score_candidates(index, candidates)
    left = count * max_words
    chosen: list[Candidate] = []
    bullets: list[DraftHighlight] = []
    people = People(index)
    rest = [c for c in candidates if not c.own_voice] or list(candidates)
    while rest and len(chosen) < count:
        best = max(rest, key=lambda c: (scores[c.number] - REDUNDANCY_WEIGHT * overlap(c, chosen), -c.number))
        rest.remove(best)
        text, sentences = _bullet(index, people, best, max_words)
        words = len(Reading(text, index.language).words)
        if words > LONGER_THAN_ASKED * max_words or (chosen and words > left):
            continue
        if chosen and words < SHORT_WORDS and not _has_fact(best.reading):
            continue
        if leans(text) and not best.leaning:
            continue  # what was cut off its head was all it stood on
        left -= words
        chosen.append(best)
        bullets.append(DraftHighlight(text=text, sentences=sentences))
    return tuple(bullets)


def _has_fact(reading: Reading) -> bool:
    counted = any(number.kind in {"quantity", "fraction"} for number in reading.numbers)
    return bool(reading.names or reading.dates or counted)


def _bullet(
    index: ArticleIndex, people: People, candidate: Candidate, max_words: int
) -> tuple[str, tuple[int, ...]]:
    """Return the sentence shortened, or with the name put in that it leans on, and what it then rests on."""
    alone = stand_alone(index, people, candidate)
    if alone is not None and alone.text != lead_in_removed(index, candidate):
        return alone.text, alone.sentences
    return trim(index, candidate, max_words), (candidate.number,)


def score_candidates(index: ArticleIndex, candidates: tuple[Candidate, ...]) -> dict[int, float]:
    """Return each candidate's worth as a highlight, by sentence number."""
    title = _content(Reading(index.article.title or "", index.language))
    return {
        c.number: POSITION_WEIGHT / (1 + 0.5 * c.paragraph + 0.3 * c.place)
        + TITLE_WEIGHT * (len(title & _content(c.reading)) / len(title) if title else 0)
        + LENGTH_WEIGHT * min(len(c.reading.words), LONG_WORDS) / LONG_WORDS
        + NUMBERS_WEIGHT * min(len(c.reading.numbers), 3) / 3
        + DATES_WEIGHT * min(len(c.reading.dates), 2) / 2
        + PREDICTION_WEIGHT * any(cue.kind == "prediction" for cue in c.reading.cues)
        - QUOTE_PENALTY * _quoted_share(c.reading)
        - LEANING_PENALTY * c.leaning
        for c in candidates
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
