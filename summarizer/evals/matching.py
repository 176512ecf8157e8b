"""Tell whether two statements about one article state the same fact, and pair statements off.

Likeness is how much of their words, weighted by rarity in the article, and of their evidence
two statements share. However alike, statements that differ in a number, a negation, a speaker or
in who did what to whom never match.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.evals.rouge import tokens
from summarizer.evals.statement import Statement
from summarizer.grounding.checks import Check, dates, names, negation, numbers, roles
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import form, matches
from summarizer.grounding.readers.attribution import is_pronoun
from summarizer.grounding.reading import Reading

# Chosen on the dev pairs of eval/gold/pairs.yaml (`summarizer eval calibrate`).
EVIDENCE_WEIGHT = 0.3
THRESHOLD = 0.55
_NEAR_COPY = 0.7  # likeness of words
_FEW = 3  # words that differ
_NEAR = 2  # sentences in which a speaker goes on speaking without being named again


@dataclass(frozen=True, slots=True)
class Pair:
    """Two matched statements, by their places in their lists, and how alike they are, 0..1."""

    system: int
    gold: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a system's statements (rows) and the gold's (columns) go together.

    `pairs` is the one-to-one assignment of greatest total likeness; `likeness[i][j]` is 0 where
    the two do not match, `vetoes` says why a pair that is alike enough does not.
    """

    pairs: tuple[Pair, ...]
    likeness: tuple[tuple[float, ...], ...]
    vetoes: dict[tuple[int, int], str]


def align(system: Sequence[Statement], gold: Sequence[Statement], index: ArticleIndex) -> Alignment:
    """Return which statements match, and the best one-to-one assignment of them."""
    vetoes: dict[tuple[int, int], str] = {}
    table = []
    for i, said in enumerate(system):
        row = []
        for j, wanted in enumerate(gold):
            alike = likeness(said, wanted, index)
            if alike >= THRESHOLD and (reason := veto(said, wanted, index)):
                vetoes[i, j] = reason
                alike = 0.0
            row.append(alike if alike >= THRESHOLD else 0.0)
        table.append(tuple(row))
    return Alignment(tuple(_assign(table)), tuple(table), vetoes)


def _assign(table: Sequence[Sequence[float]]) -> Iterator[Pair]:
    """Yield the pairs of the assignment with the greatest sum (Kuhn 1955; scipy's solver)."""
    if not table or not table[0]:
        return
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    scores: np.ndarray = np.asarray(table)
    for i, j in zip(*linear_sum_assignment(scores, maximize=True), strict=True):
        if scores[i, j] > 0:
            yield Pair(int(i), int(j), float(scores[i, j]))


def likeness(a: Statement, b: Statement, index: ArticleIndex) -> float:
    """Return how alike two statements are, 0..1."""
    return mixed(shared_words(a.reading, b.reading, index), shared_evidence(a, b), EVIDENCE_WEIGHT)


def mixed(words: float, evidence: float | None, weight: float) -> float:
    """Return likeness from its two parts; words alone where a statement has no evidence."""
    return words if evidence is None else (1 - weight) * words + weight * evidence


def shared_evidence(a: Statement, b: Statement) -> float | None:
    """Return the share of their evidence sentences that two statements have in common, 0..1."""
    if not (a.sentences and b.sentences):
        return None
    return len(a.sentences & b.sentences) / len(a.sentences | b.sentences)


def shared_words(a: Reading, b: Reading, index: ArticleIndex) -> float:
    """Return F1 of the content stems of two texts, weighted by rarity in the article."""
    shared = a.content & b.content
    if not shared:
        return 0.0
    return (
        2
        * sum(index.weight(stem) for stem in sorted(shared))
        / (index.mass(a.content) + index.mass(b.content))
    )


def veto(a: Statement, b: Statement, index: ArticleIndex) -> str | None:
    """Return in what two statements differ so that they cannot be the same fact, or None.

    A number, date, name or denial counts when it is missing both ways: a statement may leave one
    out, with all that is said about it.
    """
    left, right = a.reading, b.reading
    for kind, check in _MUTUAL:
        if _finds(check, left, right, index) and _finds(check, right, left, index):
            return kind
    if reason := _near_copies_differ(left, right, index):
        return reason
    for kind, check in _EITHER_WAY:
        if _finds(check, left, right, index) or _finds(check, right, left, index):
            return kind
    return "speaker" if _speakers_differ(a, b, index) else None


_MUTUAL: tuple[tuple[str, Check], ...] = (
    ("number", numbers.check),
    ("date", dates.check),
    ("name", names.check),
    ("negation", negation.check),
)
_EITHER_WAY: tuple[tuple[str, Check], ...] = (("roles", roles.check),)


def _near_copies_differ(left: Reading, right: Reading, index: ArticleIndex) -> str | None:
    """Return in what two texts of almost the same words differ: a figure, a denial, the order."""
    if shared_words(left, right, index) < _NEAR_COPY:
        return None
    mine, theirs = (Counter(tokens(reading.text)) for reading in (left, right))
    if _has_figure(mine - theirs) and _has_figure(theirs - mine):
        return "number"
    if mine == theirs and not _is_rotated(tokens(left.text), tokens(right.text)):
        return "roles"
    changed = (mine - theirs) + (theirs - mine)
    denials = [[cue for cue in reading.cues if cue.kind == "negation"] for reading in (left, right)]
    few = changed.total() <= _FEW and any(
        set(tokens(cue.text)) & set(changed) for cues in denials for cue in cues
    )
    if few or (any(denials) and not all(denials) and _denied_either_way(left, right, index)):
        return "negation"
    return None


def _is_rotated(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the same words stand in the same order, but for a beginning moved to the end."""
    return any([*one[i:], *one[:i]] == [*other] for i in range(len(one)))


def _has_figure(found: Counter[str]) -> bool:
    return any(token[0].isdigit() for token in found)


def _denied_either_way(left: Reading, right: Reading, index: ArticleIndex) -> bool:
    return _finds(negation.check, left, right, index) or _finds(negation.check, right, left, index)


def speakers_agree(one: str | None, other: str | None, language: str) -> bool:
    """Whether two speakers are the same by name, one perhaps shorter, or both nobody."""
    if one is None or other is None:
        return one is other
    return matches(form(one), [form(other)], language)


def _finds(check: Check, said: Reading, other: Reading, index: ArticleIndex) -> bool:
    return any(True for _ in check(said, [other], index))


def _speakers_differ(a: Statement, b: Statement, index: ArticleIndex) -> bool:
    """Whether both name who says it, and it is not the same one, or one names somebody not there.

    A speaker whom the other does not name must stand in the sentences it rests on or just before: a
    statement may leave its speaker out, but none may be put in.
    """
    left, right = _speakers(a), _speakers(b)
    left_alone = [speaker for speaker in left if not _is_among(speaker, right, index.language)]
    right_alone = [speaker for speaker in right if not _is_among(speaker, left, index.language)]
    if left and right and len(left_alone) == len(left):
        return True
    return _put_in(left_alone, b, index) or _put_in(right_alone, a, index)


def _is_among(speaker: str, others: Sequence[str], language: str) -> bool:
    return matches(form(speaker), [form(other) for other in others], language)


def _put_in(speakers: Sequence[str], other: Statement, index: ArticleIndex) -> bool:
    if not speakers or not other.sentences:
        return False
    near = {i - back for i in other.sentences for back in range(_NEAR + 1) if i >= back}
    names = [form(name.text) for i in near if i < len(index.sentences) for name in index.sentences[i].names]
    words = {word.stem for i in near if i < len(index.sentences) for word in index.sentences[i].words}
    return not any(
        matches(form(speaker), names, index.language)
        or {word.stem for word in Reading(speaker, index.language).words if not word.function} <= words
        for speaker in speakers
    )


def _speakers(statement: Statement) -> list[str]:
    """Return who is named as the speaker, in the claim's field and in its text; pronouns are nobody."""
    told = [attribution.speaker for attribution in statement.reading.attributions]
    field = statement.fields.speaker if statement.fields else None
    return [speaker for speaker in (field, *told) if speaker and not is_pronoun(speaker)]
