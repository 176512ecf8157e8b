"""Score the verifier: whether it ranks what an article bears out above what it does not.

The gold's highlights and claims are true of their articles, its must-not claims false. Further
files are JSON lines of `group`, `doc` (a list of sentences), `text` and `label` (1 supported), as
public data sets have them.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import EvalError
from summarizer.evals.gold import GoldArticle, load_gold
from summarizer.evals.result import Faithfulness, FaithfulnessResult, code_sha256
from summarizer.evals.suite import FaithfulnessSuite
from summarizer.evals.systems import read_article
from summarizer.grounding import ground
from summarizer.language import detect
from summarizer.schema import Article, Draft, DraftHighlight, Span

GOLD = "gold"
_STEPS = [i / 100 for i in range(1, 100)]


@dataclass(frozen=True, slots=True)
class Judged:
    """One text: the verifier's score 0..1, whether it calls it supported, and whether it is."""

    score: float
    supported: bool
    true: bool


def run(suite: FaithfulnessSuite, data: Sequence[Path] = ()) -> FaithfulnessResult:
    """Return how the verifier does on the suite's gold, its files and those in `data`.

    Raises EvalError when gold or a file is wrong.
    """
    from summarizer import __version__

    judged = {GOLD: judge_gold(load_gold(suite.gold_folder, suite.splits))}
    for file in (*suite.files, *data):
        judged[file.stem] = judge_file(file)
    rows = tuple(report(judged))
    return FaithfulnessResult(
        suite=suite.name,
        splits=suite.splits,
        code_version=__version__,
        code_sha256=code_sha256(),
        thresholds=suite.thresholds,
        failures={
            row.name: f"{row.name}: AUC {row.auc:.3f}, below {suite.thresholds[row.name]:g}"
            for row in rows
            if row.auc < suite.thresholds.get(row.name, 0.0)
        },
        rows=rows,
    )


def judge_gold(gold: Sequence[GoldArticle]) -> list[Judged]:
    """Return what the verifier says of every label of `gold`, without being told where to look."""
    found: list[Judged] = []
    for one in gold:
        labels = one.labels
        true = [*(label.text for label in labels.highlights), *(label.text for label in labels.claims)]
        texts = [*((text, True) for text in true), *((wrong.text, False) for wrong in labels.must_not)]
        found += _judged(read_article(one.page), texts)
    return found


def judge_file(file: Path) -> list[Judged]:
    """Return what the verifier says of each row of a file; rows of one document are judged together.

    Raises EvalError that names the line when the file is not of the form described above.
    """
    documents: dict[str, list[tuple[str, bool]]] = {}
    try:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            if row["label"] not in {0, 1}:
                raise EvalError(f"{file}, line {number}: the label must be 0 or 1.")
            documents.setdefault(json.dumps(row["doc"]), []).append((str(row["text"]), row["label"] == 1))
    except OSError as err:
        raise EvalError(f"Cannot read {file}: {err.strerror}.") from err
    except (ValueError, KeyError, TypeError) as err:
        raise EvalError(f"{file}, line {number}: no JSON object with doc, text and label.") from err
    found: list[Judged] = []
    for doc, texts in documents.items():
        found += _judged(_article(json.loads(doc)), texts)
    if len({one.true for one in found}) < 2:  # noqa: PLR2004 - both
        raise EvalError(f"{file} needs rows of both labels, 0 and 1.")
    return found


def _judged(article: Article, texts: Sequence[tuple[str, bool]]) -> Iterator[Judged]:
    draft = Draft(highlights=tuple(DraftHighlight(text=text, sentences=()) for text, _ in texts), claims=())
    for (_, true), item in zip(texts, ground(draft, article).highlights, strict=True):
        yield Judged(item.support.score, item.support.label == "supported", true)


def _article(sentences: Sequence[str]) -> Article:
    """Return an article of the given sentences, one paragraph."""
    spans, text = [], ""
    for sentence in filter(None, map(str.strip, sentences)):
        start = len(text) + bool(text)
        text = f"{text} {sentence}" if text else sentence
        spans.append(Span(start=start, end=start + len(sentence)))
    return Article(text=text, language=detect(text) or "en", sentences=tuple(spans))


def report(files: Mapping[str, Sequence[Judged]]) -> list[Faithfulness]:
    """Return the figures of each file; its threshold is chosen on the others."""
    rows = []
    for name, judged in files.items():
        others = [other for key, other in files.items() if key != name] or [judged]
        threshold = max(_STEPS, key=lambda t: sum(balanced_accuracy(o, t) for o in others))
        rows.append(
            Faithfulness(
                name=name,
                rows=len(judged),
                auc=auc(judged),
                balanced_accuracy=balanced_accuracy(judged, threshold),
                threshold=threshold,
                caught=_share([not one.supported for one in judged if not one.true]),
                flagged=_share([not one.supported for one in judged if one.true]),
            )
        )
    return rows


def auc(judged: Sequence[Judged]) -> float:
    """Return the ROC AUC: how often a true text outranks a false one, ties counting half."""
    good = [one.score for one in judged if one.true]
    bad = sorted(one.score for one in judged if not one.true)
    wins = sum((bisect_left(bad, score) + bisect_right(bad, score)) / 2 for score in good)
    return wins / (len(good) * len(bad)) if good and bad else 0.0


def balanced_accuracy(judged: Sequence[Judged], threshold: float) -> float:
    """Return the mean of the two classes' accuracies when `threshold` and above means supported."""
    classes = ([one for one in judged if one.true == true] for true in (True, False))
    rates = [_share([(one.score >= threshold) == one.true for one in ones]) for ones in classes]
    return sum(rates) / 2


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0
