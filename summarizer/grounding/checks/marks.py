"""Compare the words that deny, hedge or foretell, each in its surroundings.

A mark of the item needs a mark of the same sort where the article has the surrounding words, and
the other way round: "would be clawed back" has lost the "not" of "would not claw back".
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

from summarizer.grounding.checks.clauses import Analysis, analyse
from summarizer.grounding.checks.denials import CONTRASTS, is_bounded, is_listed
from summarizer.grounding.checks.negative_words import NEGATIVE_STEMS
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.cues import Cue
from summarizer.grounding.readers.lexicon.reporting import FINDINGS
from summarizer.grounding.readers.quotation import read_quotations
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason, ReasonCode

Sort = Literal["negation", "doubt", "ahead", "if"]

_HALF = 5.0  # words
_BEFORE_NOUNS = frozenset("a an the two three four five six seven eight nine ten".split())
_TWICE = 2  # words between two negations that make one another good
_SORTS: dict[str, Sort] = {
    "possible": "doubt", "alleged": "doubt", "planned": "ahead", "proposed": "ahead", "expected": "ahead",
    "will": "ahead", "would": "ahead", "if": "if",
}  # fmt: skip
_WORDY = frozenset({"deny", "reject", "fail", "planned", "proposed", "expected", "alleged"})
_STANDS_FOR: dict[Sort, frozenset[Sort]] = {
    "negation": frozenset({"negation"}),
    "doubt": frozenset({"doubt", "if"}),
    "ahead": frozenset({"ahead", "doubt", "if"}),
    "if": frozenset({"if", "doubt"}),
}
_AHEAD_WORDS = frozenset(
    {"to", "sought", "seek", "seeks", "request", "due", "hope", "hopes", "hoped", "likely"}
)
# How much of what stands around a mark the other side has at least, and what share of it its own mark
# has at most. Chosen on the development half of tests/data/mutations.
_ADDED: dict[Sort, tuple[float, float]] = {
    "negation": (0.4, 0.7),
    "doubt": (0.4, 0.6),
    "ahead": (0.4, 0.6),
    "if": (0.4, 0.6),
}
_DROPPED: dict[Sort, tuple[float, float]] = {
    "negation": (0.3, 0.8),
    "doubt": (0.3, 0.7),
    "ahead": (0.35, 0.8),
    "if": (0.4, 0.6),
}
_SHARED_MATTER = 3  # words of a clause, for a denial in it to concern an item without the very word denied
_OTHER_WORD = 0.1  # more, where the other side lacks the very word the mark is about


@dataclass(frozen=True, slots=True)
class Mark:
    """A cue, the sort of thing it does, and the word it is about, by its place among the tokens."""

    cue: Cue
    sort: Sort
    place: int
    own: frozenset[int]

    def stem(self, analysis: Analysis) -> str:
        """Return the stem of the word it is about."""
        return analysis.lemmas[self.place]


@lru_cache(maxsize=2048)
def marks_of(text: str, language: str, *, quoted: bool = False) -> tuple[Mark, ...]:
    """Return the marks of a text in order, those inside quotations only where `quoted` asks for them."""
    analysis = analyse(text, language)
    if not analysis.cues:
        return ()
    apart = [] if quoted else [(q.start, q.end) for q in read_quotations(text)]
    if not (quoted or apart):
        return marks_of(text, language, quoted=True)
    focus = {(f.cue.start, f.cue.end): f.token for f in analysis.focuses}
    found: list[Mark] = []
    for cue in analysis.cues:
        own = analysis.places(cue.start, cue.end)
        if not own or cue.text.lower() in CONTRASTS or any(start <= cue.start < end for start, end in apart):
            continue
        if cue.text == "May" and cue.start:
            continue
        place = focus.get((cue.start, cue.end), own[-1])
        sort: Sort = "negation" if cue.kind == "negation" else _SORTS.get(cue.sense, "doubt")
        if (
            sort == "negation"
            and found
            and found[-1].sort == "negation"
            and own[0] - max(found[-1].own) <= _TWICE
        ):
            last = found.pop()  # "did not rule out"
            found.append(Mark(last.cue, "doubt", place, last.own | frozenset(own)))
        else:
            found.append(Mark(cue, sort, place, frozenset(own)))
    return tuple(found)


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield the first mark that only the item has, and the first that only the evidence has."""
    language = article.language
    said = [(item, analyse(item.text, language))]
    shown = [(reading, analyse(reading.text, language)) for reading in evidence]
    for mark in marks_of(item.text, language):
        if mark.cue.text.lower() in FINDINGS and any(reading.attributions for reading in evidence):
            continue
        if _is_alone(mark, said[0][1], shown, article, dropped=False) and not _is_repeated(
            mark, said[0][1], shown, language
        ):
            code: ReasonCode = "negation_added" if mark.sort == "negation" else "modality_changed"
            yield Reason(code=code, detail=_phrase(mark, said[0][1]))
            break
    for reading, analysis in shown:
        for mark in marks_of(reading.text, language):
            if (
                _may_be_dropped(mark, item, language)
                and _concerns(mark, reading, analysis, said[0][1])
                and not _is_told_with_another(mark, analysis, said[0][1])
                and not _is_repeated(mark, analysis, said, language)
                and _is_alone(mark, analysis, said, article, dropped=True)
            ):
                code = "negation_dropped" if mark.sort == "negation" else "modality_changed"
                yield Reason(code=code, detail=f"(article: {_phrase(mark, analysis)})")
                return


def _phrase(mark: Mark, analysis: Analysis) -> str:
    """Return the cue up to the word it is about."""
    last = max(mark.place, *mark.own)
    return analysis.phrase(mark.cue.start, analysis.tokens[last].end)


def _may_be_dropped(mark: Mark, item: Reading, language: str) -> bool:
    """Tell whether a mark of the evidence has to come back in the item."""
    if mark.cue.sense == "alleged":
        return language == "en" and not item.attributions
    return mark.cue.sense not in {"would", "reject"}


def _is_told_with_another(mark: Mark, analysis: Analysis, item: Analysis) -> bool:
    """Tell whether a denial holds for a time alone, or stands before the item's list that has its word."""
    if mark.sort != "negation":
        return False
    stands = item.at({mark.stem(analysis)})
    return is_bounded(analysis, mark.place, item) or any(is_listed(item, place, mark.cue) for place in stands)


def _concerns(mark: Mark, reading: Reading, analysis: Analysis, item: Analysis) -> bool:
    """Tell whether the item has the word that a mark is about, or more of a denial's clause than names."""
    stem = mark.stem(analysis)
    shared = stem in item.lemmas
    if not shared and mark.sort != "negation":
        return False
    names = {lemma for name in reading.names for lemma in analysis.matter((name.start, name.end))}
    if shared and stem not in names:
        return True
    matter = analysis.clause(mark.place) - names - {stem}
    return mark.sort == "negation" and len(matter & item.content_lemmas) >= _SHARED_MATTER


def _is_repeated(
    mark: Mark, said: Analysis, shown: Sequence[tuple[Reading, Analysis]], language: str
) -> bool:
    """Tell whether the evidence has the cue itself, one that means more than "not" or "may", or its like."""
    if mark.cue.sense not in _WORDY:
        return False
    cue, clause = {said.lemmas[i] for i in mark.own}, said.clause(mark.place)
    for reading, analysis in shown:
        if mark.sort != "negation" and cue <= set(analysis.lemmas):
            return True
        matter = len(clause & analysis.content_lemmas) >= _SHARED_MATTER
        for other in marks_of(reading.text, language, quoted=True):
            alike = matter and other.cue.sense == mark.cue.sense
            if other.sort == mark.sort and (alike or cue <= {analysis.lemmas[i] for i in other.own}):
                return True
    return False


def _is_alone(
    mark: Mark,
    analysis: Analysis,
    others: Sequence[tuple[Reading, Analysis]],
    article: ArticleIndex,
    *,
    dropped: bool,
) -> bool:
    """Tell whether the other side has the words around a mark, and no such mark among them."""
    stem = mark.stem(analysis)
    if any(
        other.sort == mark.sort and other.stem(there) == stem
        for reading, there in others
        for other in marks_of(reading.text, article.language, quoted=True)
    ):
        return False
    least, share = (_DROPPED if dropped else _ADDED)[mark.sort]
    if not any(stem in there.lemmas for _, there in others):
        least += _OTHER_WORD if article.language == "en" else 2 * _OTHER_WORD
    around = _surroundings(analysis, mark, article)
    best, there, place = _best_place(around, [there for _, there in others])
    if there is None or best < least or (mark.sort == "ahead" and not _is_done(there, place)):
        return False
    if (
        mark.sort == "negation"
        and dropped
        and (  # its clause says no too, or has another matter
            around.keys().isdisjoint(set(there.lemmas) - {stem})
            or any(
                cue.kind == "negation" and there.segment_at(cue.start) == there.segments[place]
                for cue in there.cues
            )
        )
    ):
        return False
    return all(
        _fit(around, shared, mate) < share * best
        for reading, other in others
        for shared in [_shared_places(around, other)]
        for mate in _mates(mark, reading.text, other, article.language)
    )


def _is_done(analysis: Analysis, place: int) -> bool:
    """Tell whether a verb near `place` states something as past."""
    return any(
        analysis.is_actual(near) for near in range(max(place - 2, 0), min(place + 3, len(analysis.tokens)))
    )


def _mates(mark: Mark, text: str, analysis: Analysis, language: str) -> Iterator[int]:
    """Yield where the other side has a mark that may stand for `mark`."""
    for other in marks_of(text, language, quoted=True):
        if other.sort in _STANDS_FOR[mark.sort] or (
            mark.sort in {"doubt", "if"} and other.cue.sense in {"would", "proposed"}
        ):
            yield other.place
            yield from other.own
    if mark.sort == "negation":
        yield from (place for place in analysis.at(NEGATIVE_STEMS) if not _is_noun(analysis, place))
    elif mark.sort == "ahead":
        yield from (place for place, token in enumerate(analysis.tokens) if token.lower in _AHEAD_WORDS)


def _is_noun(analysis: Analysis, place: int) -> bool:
    """Tell whether an article or a figure stands right before a word: "a dispute" denies nothing."""
    return place > 0 and (
        analysis.tokens[place - 1].lower in _BEFORE_NOUNS or analysis.tokens[place - 1].text.isdecimal()
    )


def _surroundings(analysis: Analysis, mark: Mark, article: ArticleIndex) -> dict[str, float]:
    """Return how much each stem around a mark says of its place, 1 in all."""
    found: dict[str, float] = {}
    weight_of = article.weight
    for at, stem in enumerate(analysis.lemmas):
        if analysis.content[at] and at not in mark.own:
            weight = weight_of(stem) * 0.5 ** (abs(at - mark.place) / _HALF)
            if weight > found.get(stem, 0.0):
                found[stem] = weight
    total = sum(found.values())
    return {stem: weight / total for stem, weight in found.items()}


def _shared_places(around: dict[str, float], analysis: Analysis) -> dict[str, list[int]]:
    """Return where the words of given surroundings stand in a text."""
    found: dict[str, list[int]] = {}
    for place, stem in enumerate(analysis.lemmas):
        if stem in around:
            found.setdefault(stem, []).append(place)
    return found


def _fit(around: dict[str, float], shared: dict[str, list[int]], place: int) -> float:
    """Return how well the words around a place agree with given surroundings, 0..1."""
    nearest = [(stem, min([abs(at - place) for at in places])) for stem, places in shared.items()]
    return sum([around[stem] * math.pow(0.5, distance / _HALF) for stem, distance in nearest])


def _best_place(around: dict[str, float], texts: Sequence[Analysis]) -> tuple[float, Analysis | None, int]:
    """Return the place of `texts` that agrees best, and how well."""
    best: tuple[float, Analysis | None, int] = (0.0, None, 0)
    for text in texts:
        shared = _shared_places(around, text)
        for place in sorted(chain.from_iterable(shared.values())):
            value = _fit(around, shared, place)
            if value > best[0]:
                best = (value, text, place)
    return best
