"""Weigh what the checks say of an item and its evidence: a label, a score, the reasons."""

from collections.abc import Iterable, Sequence

from summarizer.grounding.checks import (
    attribution,
    coverage,
    dates,
    marks,
    modality,
    names,
    negation,
    numbers,
    placement,
    quotation,
    roles,
)
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.language import detect
from summarizer.schema import Reason, ReasonCode, Support, SupportLabel

CHECKS = (
    numbers.check,
    dates.check,
    names.check,
    quotation.check,
    negation.check,
    modality.check,
    marks.check,
    attribution.check,
    roles.check,
    placement.check,
    coverage.check,
)
FACTS: frozenset[ReasonCode] = frozenset({"number_missing", "date_missing", "name_missing"})
ANY_LANGUAGE: frozenset[ReasonCode] = frozenset({"number_missing", "date_missing", "quote_altered"})
# The article says the opposite, or something else: what is left may still be true, but not this item.
CONTRADICTIONS: frozenset[ReasonCode] = frozenset({"negation_added", "negation_dropped", "roles_swapped"})
# Several checks find these, by the word denied or hedged and by what stands around it.
ONCE: frozenset[ReasonCode] = frozenset({"negation_added", "negation_dropped", "modality_changed"})
# Weights of the score and what a reason costs: chosen on qags_cnndm and wice_dev together, by
# hand among round figures, so that neither file decides (benchmarks/faithfulness.py).
ALL_WEIGHT, ONE_WEIGHT, PAIRS_WEIGHT, TRIPLES_WEIGHT = 0.3, 0.25, 0.2, 0.25
FACT_FACTOR, OTHER_FACTOR = 0.8, 0.95
MANY_REASONS = 3
SURELY_ITS_LANGUAGE = 0.5  # coverage: short texts are taken for another language by chance
NOTHING_CLOSE = 0.2  # coverage below it is chance: shared names and common words
_NO_EVIDENCE = Support(label="unsupported", score=0.0, reasons=(Reason(code="no_evidence", detail=""),))


def judge(
    item: Reading, evidence: Sequence[Reading], article: ArticleIndex, speaker: str | None = None
) -> Support:
    """Return how far `evidence` (sentences, in article order) bears out `item`.

    `score` ranks: the share of the item's words and runs of words that stand in the evidence,
    lowered by each reason. `supported` means that no check has anything to say. `speaker` is
    who the item is said to come from, where that is told apart from its text.
    """
    if not evidence:
        return _NO_EVIDENCE
    covered = coverage.coverage(item, evidence, article)
    foreign = _is_foreign(item, article) if covered < SURELY_ITS_LANGUAGE else None
    if covered < NOTHING_CLOSE and not foreign:
        return _NO_EVIDENCE.model_copy(update={"score": round(covered / 4, 4)})
    reasons = _distinct(reason for check in CHECKS for reason in check(item, evidence, article))
    if foreign:
        apart = Reason(code="other_language", detail=f"{foreign}, not {article.language}")
        reasons = (apart, *(reason for reason in reasons if reason.code in ANY_LANGUAGE))
    elif speaker is not None:
        said_apart = (reason for reason in reasons if reason.code != "speaker_dropped")
        reasons = tuple(
            dict.fromkeys((*said_apart, *attribution.check_speaker(speaker, item, evidence, article)))
        )
    score = min(similarity(item, evidence, article, covered), 1.0)
    for reason in reasons:
        score *= FACT_FACTOR if reason.code in FACTS else OTHER_FACTOR
    return Support(label=_label(reasons), score=round(score, 4), reasons=reasons)


def _distinct(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the reasons, each once; of those that several checks look for in their ways, the first.

    A fact of the item is wrong once, whatever the article has in its place.
    """
    found: dict[tuple[str, str], Reason] = {}
    for reason in reasons:
        fact = reason.detail.partition(" (article: ")[0] if reason.code in FACTS else reason.detail
        found.setdefault((reason.code, "" if reason.code in ONCE else fact), reason)
    return tuple(found.values())


def _label(reasons: Sequence[Reason]) -> SupportLabel:
    """Return `supported` for no reason, `unsupported` for a contradiction or many, else `partial`."""
    if not reasons:
        return "supported"
    codes = {reason.code for reason in reasons}
    return "unsupported" if codes & CONTRADICTIONS or len(reasons) >= MANY_REASONS else "partial"


def similarity(item: Reading, evidence: Sequence[Reading], article: ArticleIndex, covered: float) -> float:
    """Return how much of `item` stands in `evidence`, 0..1: its words, in all and in one, and its runs."""
    one = covered
    if len(evidence) > 1:
        one = max(coverage.coverage(item, [sentence], article) for sentence in evidence)
    pairs, triples = (_shared_runs(item, evidence, length, covered) for length in (2, 3))
    return ALL_WEIGHT * covered + ONE_WEIGHT * one + PAIRS_WEIGHT * pairs + TRIPLES_WEIGHT * triples


def _shared_runs(item: Reading, evidence: Sequence[Reading], length: int, otherwise: float) -> float:
    """Return the share of the item's runs of stems that a sentence has; `otherwise` if it has none."""
    wanted = frozenset(item.runs(length))
    if not wanted:
        return otherwise
    held = frozenset().union(*(wanted.intersection(sentence.runs(length)) for sentence in evidence))
    return len(held) / len(wanted)


def _is_foreign(item: Reading, article: ArticleIndex) -> str | None:
    """Return the item's language when it is surely another than the article's."""
    found = detect(item.text)
    return found if found is not None and found != article.language else None
