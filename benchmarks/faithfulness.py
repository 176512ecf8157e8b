"""Score the verifier on labelled pairs of text and document: ROC AUC and balanced accuracy.

Each file is JSON lines with `group`, `doc` (list of sentences), `text`, `label` (1 supported).
Balanced accuracy uses the threshold that is best on the other files.

    python benchmarks/faithfulness.py FILE...
"""

import json
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

from cut_output import end_with_the_reader

from summarizer.grounding.ground import ground
from summarizer.language import detect
from summarizer.schema import Article, Draft, DraftHighlight, Span

Scored = list[tuple[float, int]]


def article_of(sentences: Sequence[str]) -> Article:
    """Return an article of the given sentences, one paragraph."""
    spans, text = [], ""
    for sentence in filter(None, map(str.strip, sentences)):
        start = len(text) + bool(text)
        text = f"{text} {sentence}" if text else sentence
        spans.append(Span(start=start, end=start + len(sentence)))
    return Article(text=text, language=detect(text) or "en", sentences=tuple(spans))


def score_file(path: Path) -> Scored:
    """Return (score, label) of each row; rows of one document are grounded together."""
    groups: dict[str, list[dict[str, object]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        groups.setdefault(json.dumps(row["doc"]), []).append(row)
    scored = []
    for doc, rows in groups.items():
        draft = Draft(
            highlights=tuple(DraftHighlight(text=str(r["text"]), sentences=()) for r in rows), claims=()
        )
        grounded = ground(draft, article_of(json.loads(doc)))
        scored += [
            (h.support.score, int(str(r["label"]))) for h, r in zip(grounded.highlights, rows, strict=True)
        ]
    return scored


def auc(scored: Scored) -> float:
    """Return the ROC AUC: how often a supported row outranks another, ties counting half."""
    good = [score for score, label in scored if label == 1]
    bad = sorted(score for score, label in scored if label == 0)
    wins = sum((bisect_left(bad, score) + bisect_right(bad, score)) / 2 for score in good)
    return wins / (len(good) * len(bad))


def balanced_accuracy(scored: Scored, threshold: float) -> float:
    """Return the mean of the two classes' accuracies when `threshold` and above means supported."""
    rates = []
    for label in (0, 1):
        decisions = [(score >= threshold) == bool(label) for score, own in scored if own == label]
        rates.append(sum(decisions) / len(decisions))
    return sum(rates) / 2


def best_threshold(files: Sequence[Scored]) -> float:
    """Return the threshold with the best mean balanced accuracy over `files`."""
    steps = [i / 100 for i in range(1, 100)]
    return max(steps, key=lambda t: sum(balanced_accuracy(scored, t) for scored in files))


def report(paths: Sequence[Path]) -> None:
    """Print a row for each file."""
    scored = {path.stem: score_file(path) for path in paths}
    print(f"{'file':<24}{'rows':>6}{'AUC':>8}{'BAcc':>8}{'threshold':>11} (chosen on the other files)")
    for name, rows in scored.items():
        others = [other for key, other in scored.items() if key != name] or [rows]
        threshold = best_threshold(others)
        accuracy = balanced_accuracy(rows, threshold)
        print(f"{name:<24}{len(rows):>6}{auc(rows):>8.3f}{accuracy:>8.3f}{threshold:>11.2f}")


if __name__ == "__main__":
    end_with_the_reader()
    report([Path(arg) for arg in sys.argv[1:]])
