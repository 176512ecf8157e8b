"""Score what a system says of one article against its gold labels. Every score is 0..1, none is NaN."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from summarizer.evals.gold import IMPORTANCE_WEIGHT, Labels
from summarizer.evals.matching import THRESHOLD, Alignment, align, shared_words, speakers_agree
from summarizer.evals.rouge import rouge_l, rouge_n, word_count
from summarizer.evals.statement import Fields, Statement, Statements, of_labels
from summarizer.grounding.checks import numbers
from summarizer.grounding.checks.coverage import coverage
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.grounding.score import judge

METRICS: Mapping[str, str] = {
    "coverage": "gold highlights that are there, weighted by importance (must 3, should 2, may 1)",
    "highlight_f1": "one-to-one match of highlights: F1 of precision and recall",
    "claim_f1": "one-to-one match of claims: F1 of precision and recall",
    "claim_fields": "of matched claims: type, speaker, polarity, modality and quantities right, on average",
    "evidence_f1": "of matched items: F1 of the evidence sentences",
    "supported": "share of items that the article's words bear out",
    "highlight_precision": "highlights that match a gold highlight",
    "highlight_recall": "gold highlights that are matched, one to one",
    "claim_precision": "claims that match a gold claim",
    "claim_recall": "gold claims that are matched, one to one",
    "claim_coverage": "gold claims that are matched, many to one",
    "rouge1": "ROUGE-1 recall of the gold highlights, within the length asked for",
    "rouge2": "ROUGE-2 recall of the gold highlights, within the length asked for",
    "rouge_l": "ROUGE-L recall of the gold highlights, within the length asked for",
    "length": "highlights within the length asked for",
    "count": "1 when there are as many highlights as asked for, less for fewer or more",
    "type": "matched claims of the right type",
    "speaker": "matched claims with the right speaker, or rightly none",
    "polarity": "matched claims rightly affirmed or denied",
    "modality": "matched claims with the right modality",
    "quantities": "F1 of the values in matched claims",
}
HEADLINE = ("coverage", "highlight_f1", "claim_f1", "claim_fields", "evidence_f1", "supported")
FIELDS = ("type", "speaker", "polarity", "modality", "quantities")
_SAID_AGAIN = 0.8  # share of a statement's words that another has, for it to be said again
_ALL_OF_IT = 0.95  # share of a must-not claim's words that whoever states it uses
_SAME_VALUE = 0.005  # relative: 33.3 for a third


@dataclass(frozen=True, slots=True)
class House:
    """What was asked for: how many highlights, and of how many words each."""

    highlights: int = 5
    max_words: int = 30


@dataclass(frozen=True, slots=True)
class Asserted:
    """A must-not claim that an item of the system states; `flagged` when grounding set the item apart."""

    must_not: str
    item: str
    flagged: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of one article, and what they come from."""

    scores: dict[str, float]
    counts: dict[str, int]
    highlights: Alignment
    claims: Alignment
    asserted: tuple[Asserted, ...]


def score(said: Statements, labels: Labels, index: ArticleIndex, house: House = House()) -> Scored:
    """Return how close `said` comes to `labels`."""
    gold = of_labels(labels, index)
    highlights = align(said.highlights, gold.highlights, index)
    claims = align(said.claims, gold.claims, index)
    asserted = tuple(_asserted(said, gold, labels, index))
    precision, recall = _precision_recall(highlights, said.highlights, gold.highlights)
    claim_precision, claim_recall = _precision_recall(claims, said.claims, gold.claims)
    shown = _within_budget(said.highlights, house)
    texts, wanted = [h.text for h in shown], [h.text for h in gold.highlights]
    fields = _fields(claims, said.claims, gold.claims, index)
    items = (*said.highlights, *said.claims)
    scores = {
        "coverage": _coverage(highlights.likeness[: len(shown)], labels),
        "highlight_f1": _f1(precision, recall),
        "claim_f1": _f1(claim_precision, claim_recall),
        "claim_fields": fmean(fields.values()),
        "evidence_f1": _evidence_f1(
            [(said.highlights[p.system], gold.highlights[p.gold]) for p in highlights.pairs]
            + [(said.claims[p.system], gold.claims[p.gold]) for p in claims.pairs]
        ),
        "supported": _share(item.support in {"supported", None} for item in items),
        "highlight_precision": precision,
        "highlight_recall": recall,
        "claim_precision": claim_precision,
        "claim_recall": claim_recall,
        "claim_coverage": _share(any(column) for column in _columns(claims, len(gold.claims))),
        "rouge1": rouge_n(texts, wanted, 1),
        "rouge2": rouge_n(texts, wanted, 2),
        "rouge_l": rouge_l(texts, wanted),
        "length": _share(word_count(h.text) <= house.max_words for h in said.highlights),
        "count": _ratio(len(said.highlights), house.highlights),
        **fields,
    }
    counts = _counts(claims, said.claims, gold.claims, index)
    counts["must_not"] = len({a.must_not for a in asserted if not a.flagged})
    return Scored(scores, counts, highlights, claims, asserted)


def failed() -> tuple[dict[str, float], dict[str, int]]:
    """Return the scores and counts of an article that could not be summarized: nothing is right."""
    return dict.fromkeys(METRICS, 0.0), dict.fromkeys((*COUNTS, "must_not"), 0)


COUNTS = ("split", "merged", "duplicate", "missed", "extra")


def _counts(
    alignment: Alignment, said: Sequence[Statement], gold: Sequence[Statement], index: ArticleIndex
) -> dict[str, int]:
    """Return how the claims go together where it is not one to one.

    A gold claim is split when a second claim matches it, unless that one adds nothing to the first
    (duplicate); a claim merges when it matches two gold claims or more.
    """
    taken = {pair.gold: pair.system for pair in alignment.pairs}
    assigned = {pair.system for pair in alignment.pairs}
    split: set[int] = set()
    duplicate = extra = 0
    for i, row in enumerate(alignment.likeness):
        if i in assigned:
            continue
        theirs = [j for j, alike in enumerate(row) if alike and j in taken]
        if not theirs:
            extra += 1
        elif any(_adds_nothing(said[i].reading, said[taken[j]].reading, index) for j in theirs):
            duplicate += 1
        else:
            split.update(theirs)
    return {
        "split": len(split),
        "merged": sum(sum(map(bool, row)) > 1 for row in alignment.likeness),
        "duplicate": duplicate,
        "missed": sum(not any(column) for column in _columns(alignment, len(gold))),
        "extra": extra,
    }


def _adds_nothing(one: Reading, other: Reading, index: ArticleIndex) -> bool:
    """Whether nearly all that `one` says stands in `other`, every number of it."""
    missing = any(True for _ in numbers.check(one, [other], index))
    return not missing and coverage(one, [other], index) >= _SAID_AGAIN


def _columns(alignment: Alignment, width: int) -> list[tuple[float, ...]]:
    return [tuple(row[j] for row in alignment.likeness) for j in range(width)]


def _precision_recall(
    alignment: Alignment, said: Sequence[Statement], gold: Sequence[Statement]
) -> tuple[float, float]:
    matched = len(alignment.pairs)
    return (matched / len(said) if said else 0.0, matched / len(gold) if gold else 0.0)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(flags: object) -> float:
    """Return the share of true values; 0 when there are none at all."""
    values = [bool(flag) for flag in flags]  # type: ignore[attr-defined]
    return fmean(values) if values else 0.0


def _ratio(one: int, other: int) -> float:
    return min(one, other) / max(one, other) if one and other else 0.0


def _within_budget(highlights: Sequence[Statement], house: House) -> list[Statement]:
    """Return the highlights that a reader who was promised so many of such a length gets to see."""
    left = house.highlights * house.max_words
    shown = []
    for highlight in highlights[: house.highlights]:
        left -= word_count(highlight.text)
        if left < 0:
            break
        shown.append(highlight)
    return shown


def _coverage(rows: Sequence[Sequence[float]], labels: Labels) -> float:
    weights = [IMPORTANCE_WEIGHT[label.importance] for label in labels.highlights]
    covered = [any(row[j] for row in rows) for j in range(len(weights))]
    return sum(w for w, there in zip(weights, covered, strict=True) if there) / sum(weights)


def _evidence_f1(pairs: Sequence[tuple[Statement, Statement]]) -> float:
    return fmean(_overlap(said.sentences, gold.sentences) for said, gold in pairs) if pairs else 0.0


def _overlap(said: frozenset[int], gold: frozenset[int]) -> float:
    return 2 * len(said & gold) / (len(said) + len(gold)) if said and gold else 0.0


def _fields(
    alignment: Alignment, said: Sequence[Statement], gold: Sequence[Statement], index: ArticleIndex
) -> dict[str, float]:
    """Return the share of matched claims in which each field is right; 0 when none match."""
    found = [_compare(said[p.system].fields, gold[p.gold].fields, index.language) for p in alignment.pairs]
    return {name: fmean(one[name] for one in found) if found else 0.0 for name in FIELDS}


def _compare(said: Fields | None, gold: Fields | None, language: str) -> dict[str, float]:
    if said is None or gold is None:
        return dict.fromkeys(FIELDS, 0.0)
    return {
        "type": float(said.type == gold.type),
        "speaker": float(speakers_agree(said.speaker, gold.speaker, language)),
        "polarity": float(said.polarity == gold.polarity),
        "modality": float(said.modality == gold.modality),
        "quantities": _values_f1(said.quantities, gold.quantities),
    }


def _values_f1(said: Sequence[float], gold: Sequence[float]) -> float:
    """Return F1 of two bags of values; 1 when both are empty."""
    if not said and not gold:
        return 1.0
    left = list(said)
    found = 0
    for value in gold:
        same = next((v for v in left if abs(v - value) <= _SAME_VALUE * max(abs(value), abs(v))), None)
        if same is not None:
            left.remove(same)
            found += 1
    return 2 * found / (len(said) + len(gold))


def _asserted(said: Statements, gold: Statements, labels: Labels, index: ArticleIndex) -> list[Asserted]:
    """Return the must-not claims that the system states.

    An item states one when its own words hold nearly all of it and bear it out, as grounding
    judges, and it is nearer to it than to anything in the gold.
    """
    true = (*gold.highlights, *gold.claims)
    found = []
    for item in (*said.highlights, *said.claims):
        for wrong in labels.must_not:
            told = Reading(wrong.text, index.language)
            near = shared_words(item.reading, told, index)
            if near < THRESHOLD or any(shared_words(item.reading, t.reading, index) >= near for t in true):
                continue
            all_of_it = coverage(told, [item.reading], index) >= _ALL_OF_IT
            if all_of_it and judge(told, [item.reading], index).label == "supported":
                found.append(Asserted(wrong.id, item.id, item.support not in {"supported", None}))
    return found
