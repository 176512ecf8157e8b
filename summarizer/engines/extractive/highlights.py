"""Choose the sentences that carry the news, and trim them to a bullet."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.engines.extractive.length import count_words
from summarizer.engines.extractive.people import People
from summarizer.engines.extractive.sentences import Candidate
from summarizer.engines.extractive.standing import Proposition, stand_alone
from summarizer.engines.extractive.trim import supported, trim
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
LONGEST = 45  # words, or one and a half times as many as asked: what is longer is no bullet
LONGER_PENALTY = (
    1.5  # of a sentence that cannot be cut to what is asked: shorter ones come first but for the news itself
)
MOST_TRIED = 300  # candidates; no editor's article has as many that are worth a bullet


@dataclass(frozen=True, slots=True)
class Choice:
    """The bullets, most important first, and what the reader has to be told of them."""

    highlights: tuple[DraftHighlight, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Bullet:
    candidate: Candidate
    said: Proposition
    words: int


def choose_highlights(
    index: ArticleIndex, candidates: tuple[Candidate, ...], *, count: int, max_words: int, strict: bool
) -> Choice:
    """Return at most `count` bullets, no two about the same thing.

    A `strict` limit is one that was asked for: a longer bullet comes in only where none that is shorter, or
    can be cut to it, is worth nearly as much. Else sentences are left as they are up to LONGEST words: cut
    further they hold less of the gold's highlights. A warning says how many are longer than was asked.
    """
    ranking = _Ranking(index, [c for c in candidates if not c.own_voice] or list(candidates))
    people = People(index)
    longest = max(LONGEST, max_words * 3 // 2)
    chosen: list[_Bullet] = []
    longer: list[_Bullet] = []
    for candidate in ranking.best_first(MOST_TRIED):
        bullet = _bullet(index, people, candidate, max_words if strict else longest)
        if bullet is None or (chosen and bullet.words < SHORT_WORDS and not _has_fact(candidate.reading)):
            continue
        if bullet.words > (max_words if strict else longest) and not ranking.is_put_back(candidate):
            longer.append(bullet)
            ranking.put_back(candidate, again=bullet.words <= longest)
            continue
        chosen.append(bullet)
        ranking.choose(candidate)
        if len(chosen) == count:
            break
    if not chosen and longer:
        chosen = [min(longer, key=lambda bullet: bullet.words)]
    over = sum(bullet.words > max_words for bullet in chosen) if strict else 0
    return Choice(
        tuple(DraftHighlight(text=one.said.text, sentences=one.said.sentences) for one in chosen),
        (_longer_than(max_words, over),) if over else (),
    )


def _longer_than(max_words: int, over: int) -> str:
    which = "1 highlight is" if over == 1 else f"{over} highlights are"
    return f"{which} longer than {max_words} words: the article says it in no shorter sentence."


class _Ranking:
    """Orders candidates by their worth, less what the chosen ones already hold of them."""

    def __init__(self, index: ArticleIndex, candidates: list[Candidate]) -> None:
        self._left = candidates
        self._scores = score_candidates(index, tuple(candidates))
        self._held = dict.fromkeys(self._scores, 0.0)
        self._put_back: set[int] = set()
        self._sorted = False

    def best_first(self, most: int) -> Iterator[Candidate]:
        """Yield at most `most` candidates, the best of what is left each time."""
        for _ in range(most):
            if not self._sorted:
                self._left.sort(key=self._worth)
                self._sorted = True
            if not self._left:
                return
            yield self._left.pop()

    def choose(self, chosen: Candidate) -> None:
        """Lower the worth of what is left by what `chosen` holds of it."""
        taken = chosen.reading.content
        for other in self._left:
            content = other.reading.content
            share = len(content & taken) / len(content) if content else 1.0
            self._held[other.number] = max(self._held[other.number], share)
        self._sorted = False

    def put_back(self, candidate: Candidate, *, again: bool) -> None:
        """Lower the worth of a candidate that is longer than asked; it comes `again`, or not."""
        self._put_back.add(candidate.number)
        if again:
            self._scores[candidate.number] -= LONGER_PENALTY
            self._left.append(candidate)
            self._sorted = False

    def is_put_back(self, candidate: Candidate) -> bool:
        """Whether the candidate was longer than asked, and comes again."""
        return candidate.number in self._put_back

    def _worth(self, candidate: Candidate) -> tuple[float, int]:
        number = candidate.number
        return self._scores[number] - REDUNDANCY_WEIGHT * self._held[number], -number


def _has_fact(reading: Reading) -> bool:
    counted = any(number.kind in {"quantity", "fraction"} for number in reading.numbers)
    return bool(reading.names or reading.dates or counted)


def _bullet(index: ArticleIndex, people: People, candidate: Candidate, max_words: int) -> _Bullet | None:
    """Return the candidate as a bullet: it stands alone, is shortened, and is borne out; else None."""
    said = stand_alone(index, people, candidate)
    if said is None:
        return None
    text = trim(index, said.text, said.sentences, max_words)
    if text == said.text:
        text = trim(index, said.text, said.sentences, max(LONGEST, max_words * 3 // 2))
    if not supported(index, text, said.sentences):
        return None
    return _Bullet(candidate, Proposition(text, said.sentences), count_words(text, index.language))


def score_candidates(index: ArticleIndex, candidates: tuple[Candidate, ...]) -> dict[int, float]:
    """Return each candidate's worth as a highlight, by sentence number."""
    title = Reading(index.article.title or "", index.language).content
    return {
        c.number: POSITION_WEIGHT / (1 + 0.5 * c.paragraph + 0.3 * c.place)
        + TITLE_WEIGHT * (len(title & c.reading.content) / len(title) if title else 0)
        + LENGTH_WEIGHT * min(len(c.reading.words), LONG_WORDS) / LONG_WORDS
        + NUMBERS_WEIGHT * min(len(c.reading.numbers), 3) / 3
        + DATES_WEIGHT * min(len(c.reading.dates), 2) / 2
        + PREDICTION_WEIGHT * any(cue.kind == "prediction" for cue in c.reading.cues)
        - QUOTE_PENALTY * _quoted_share(c.reading)
        - LEANING_PENALTY * c.leaning
        for c in candidates
    }


def _quoted_share(reading: Reading) -> float:
    return sum(q.end - q.start for q in reading.quotations) / max(len(reading.text), 1)
