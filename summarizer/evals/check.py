"""Check gold labels, file by file: no fault hides another."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import EvalError, SummarizerError
from summarizer.evals.gold import GoldClaim, GoldHighlight, Labels, misnamed, page_of, parse_labels, place
from summarizer.evals.systems import read_article
from summarizer.grounding.index import ArticleIndex
from summarizer.schema import Article


@dataclass(frozen=True, slots=True)
class Checked:
    """A file of labels, which are None when they cannot be read, and all that is wrong, a sentence each."""

    labels: Labels | None
    faults: tuple[str, ...]


def check_file(folder: Path, file: Path) -> Checked:
    """Check a file of labels, and that the gold folder `folder` has a readable page for it.

    Labels whose form is wrong are not looked up in the article.
    """
    labels, article, faults = None, None, []
    try:
        labels = parse_labels(file)
    except EvalError as err:
        faults.append(str(err))
    try:
        article = read_article(page_of(folder, file))
    except SummarizerError as err:
        faults.append(str(err))
    if labels is not None:
        faults += filter(None, [misnamed(labels, file)])
        faults += check(labels, article)
    return Checked(labels, tuple(faults))


def check(labels: Labels, article: Article | None) -> Iterator[str]:
    """Yield what is wrong with labels, against their article as it is extracted today where there is one."""
    if article is not None:
        index = ArticleIndex(article)
        supported: tuple[GoldHighlight | GoldClaim, ...] = (*labels.highlights, *labels.claims)
        for label in supported:
            for quote in place(label.evidence, index).missing:
                yield f"{label.id}: this evidence is not in the article's text: “{quote}”"
    for claim in labels.claims:
        for quantity in claim.quantities:
            if quantity.text.casefold() not in claim.text.casefold():
                yield f"{claim.id}: the quantity “{quantity.text}” does not stand in the claim"
    if not any(highlight.importance == "must" for highlight in labels.highlights):
        yield "no highlight is a must"
