"""What is compared: a highlight or claim, a system's or the gold's, in one form."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from summarizer.evals.gold import GoldClaim, GoldHighlight, Labels, place
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.schema import Claim, Highlight, SupportLabel


@dataclass(frozen=True, slots=True)
class Fields:
    """What a claim says of itself besides its text; `quantities` are values in plain units."""

    type: str
    speaker: str | None
    polarity: str
    modality: str
    quantities: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One highlight or claim; `sentences` are the numbers, from 0, of those that are its evidence.

    `support` is what grounding said of a system's item; None for gold.
    """

    id: str
    text: str
    reading: Reading
    sentences: frozenset[int]
    fields: Fields | None = None
    support: SupportLabel | None = None


@dataclass(frozen=True, slots=True)
class Statements:
    """All highlights and claims of one article."""

    highlights: tuple[Statement, ...]
    claims: tuple[Statement, ...]


def of_items(highlights: Iterable[Highlight], claims: Iterable[Claim], index: ArticleIndex) -> Statements:
    """Return what a system said; evidence is looked up by its words, so old results can be scored again."""
    return Statements(
        tuple(_of_item(item, index) for item in highlights), tuple(_of_item(item, index) for item in claims)
    )


def with_shuffled_evidence(said: Statements) -> Statements:
    """Return the same items, each with the evidence of another."""
    return Statements(_shuffled(said.highlights), _shuffled(said.claims))


def _shuffled(items: tuple[Statement, ...]) -> tuple[Statement, ...]:
    shift = max(1, len(items) // 2)
    others = (*items[shift:], *items[:shift])
    return tuple(replace(item, sentences=o.sentences) for item, o in zip(items, others, strict=True))


def of_labels(labels: Labels, index: ArticleIndex) -> Statements:
    """Return what the labels say."""
    return Statements(
        tuple(_of_label(label, index) for label in labels.highlights),
        tuple(_of_label(label, index) for label in labels.claims),
    )


def _of_item(item: Highlight | Claim, index: ArticleIndex) -> Statement:
    return Statement(
        id=item.id,
        text=item.text,
        reading=Reading(item.text, index.language),
        sentences=place([evidence.quote for evidence in item.evidence], index).sentences,
        fields=_fields(item) if isinstance(item, Claim) else None,
        support=item.support.label,
    )


def _fields(claim: Claim) -> Fields:
    ends = (end for q in claim.quantities for end in (q.value, q.high) if end is not None)
    return Fields(claim.type, claim.speaker, claim.polarity, claim.modality, tuple(ends))


def _of_label(label: GoldHighlight | GoldClaim, index: ArticleIndex) -> Statement:
    fields = None
    if isinstance(label, GoldClaim):
        values = tuple(quantity.value for quantity in label.quantities)
        fields = Fields(label.type, label.speaker, label.polarity, label.modality, values)
    return Statement(
        id=label.id,
        text=label.text,
        reading=Reading(label.text, index.language),
        sentences=place(label.evidence, index).sentences,
        fields=fields,
    )
