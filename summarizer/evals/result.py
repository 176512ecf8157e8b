"""What an eval run leaves behind: what the system said of each article, how it scored, and with what."""

import hashlib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from statistics import fmean
from typing import Literal

from pydantic import Field, TypeAdapter, ValidationError

from summarizer.errors import EvalError
from summarizer.evals.judge import Judged
from summarizer.schema import Claim, Highlight, Record

RESULT_VERSION: Literal["1"] = "1"
BASELINES = Path("eval/baselines")
# What the scores depend on, besides what is scored.
_METRIC_PARTS = ("evals/scores.py", "evals/matching.py", "evals/rouge.py", "evals/statement.py", "grounding")


class Match(Record):
    """A system's item and the gold label it matches, one to one."""

    item: str
    label: str
    likeness: float


class GoldLabel(Record):
    """A gold highlight or claim as the report shows it; `importance` is None for a claim.

    `notes` are a claim's fields in short phrases, the plain ones left out.
    """

    id: str
    text: str
    importance: str | None
    evidence: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Veto(Record):
    """A pair that is alike enough to match and must not, and in what it differs."""

    item: str
    label: str
    reason: str


class MustNotAsserted(Record):
    """A must-not claim that an item states; `flagged` when grounding set the item apart."""

    label: str
    text: str
    why: str = ""
    item: str
    flagged: bool


class ArticleResult(Record):
    """One article: what was said of it, the gold, how they go together, and the scores, each 0..1.

    With repeats the scores are means over them, `flicker` how far each scatters (standard
    deviation), and the items are those of the first. An article with an `error` scores 0.
    `verdicts` are the judge's, by the highlight's id, when there is a judge.
    """

    id: str
    title: str
    language: str
    genre: str
    gold_sha256: str
    text_sha256: str = ""
    error: str | None = None
    warnings: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    scores: dict[str, float]
    flicker: dict[str, float] = Field(default_factory=dict)
    counts: dict[str, int] = Field(default_factory=dict)
    highlights: tuple[Highlight, ...] = ()
    claims: tuple[Claim, ...] = ()
    gold_highlights: tuple[GoldLabel, ...] = ()
    gold_claims: tuple[GoldLabel, ...] = ()
    matches: tuple[Match, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    must_not: tuple[MustNotAsserted, ...] = ()
    verdicts: dict[str, bool] = Field(default_factory=dict)


class Result(Record):
    """A whole run. `references` are the scores of other systems on the same articles, by id.

    `failures` are what it falls short of, a sentence for each check; `partial` is True when not all
    articles of the suite were run.
    """

    result_version: Literal["1"] = RESULT_VERSION
    suite: str
    system: str
    splits: tuple[str, ...]
    model: str | None = None
    prompt: str | None = None
    prompt_sha256: str | None = None
    settings: dict[str, int | str | None] = Field(default_factory=dict)
    repeats: int = 1
    code_version: str
    code_sha256: str
    metrics_sha256: str
    gold_sha256: str
    thresholds: dict[str, float] = Field(default_factory=dict)
    failures: dict[str, str] = Field(default_factory=dict)
    partial: bool = False
    judged: Judged | None = None
    articles: tuple[ArticleResult, ...]
    references: dict[str, dict[str, dict[str, float]]] = Field(default_factory=dict)

    def values(self, metric: str) -> list[float]:
        """Return the scores of all articles, in order."""
        return [article.scores[metric] for article in self.articles]

    def reference_values(self, name: str, metric: str) -> list[float]:
        """Return the scores of another system on the same articles that it has, in the same order."""
        scores = self.references[name]
        return [scores[article.id][metric] for article in self.articles if article.id in scores]

    def count(self, name: str) -> int:
        """Return a count over all articles; `errors` and `unplaced` are counts, too."""
        if name == "errors":
            return sum(article.error is not None for article in self.articles)
        if name == "unplaced":
            return sum(len(article.unplaced) for article in self.articles)
        return sum(article.counts.get(name, 0) for article in self.articles)


class Faithfulness(Record):
    """How the verifier does on one file of labelled texts.

    `auc` is the area under the ROC curve; `balanced_accuracy` is that of the threshold that is
    best on the other files (on itself when it is alone). `caught` is the share of false texts that are
    not called supported, `flagged` that of true ones.
    """

    name: str
    rows: int
    auc: float
    balanced_accuracy: float
    threshold: float
    caught: float
    flagged: float


class FaithfulnessResult(Record):
    """A whole run of a faithfulness suite: the figures of each file.

    `splits` are those of the gold; `failures` are what the run falls short of, a sentence for each file.
    """

    result_version: Literal["1"] = RESULT_VERSION
    suite: str
    splits: tuple[str, ...]
    code_version: str
    code_sha256: str
    thresholds: dict[str, float] = Field(default_factory=dict)
    failures: dict[str, str] = Field(default_factory=dict)
    rows: tuple[Faithfulness, ...]


def overall(values: Iterable[Sequence[float]]) -> float:
    """Return the mean of the means of several metrics: what systems are ranked by."""
    means = [fmean(metric) for metric in values if metric]
    return fmean(means) if means else 0.0


def read_result(file: Path) -> Result:
    """Return the result in `file`; raises EvalError when it is none, or is of a faithfulness suite."""
    found = read_any_result(file)
    if isinstance(found, FaithfulnessResult):
        raise EvalError(
            f"{file} holds figures of labelled texts only: `summarizer eval report {file}` shows them."
        )
    return found


def read_any_result(file: Path) -> Result | FaithfulnessResult:
    """Return the result in `file`, of whichever kind of suite; raises EvalError when it is none."""
    try:
        kinds: TypeAdapter[Result | FaithfulnessResult] = TypeAdapter(Result | FaithfulnessResult)
        return kinds.validate_json(file.read_bytes())
    except OSError as err:
        raise EvalError(
            f"Cannot read the result {file}: {err.strerror}. Make one with `summarizer eval run`."
        ) from err
    except ValidationError as err:
        raise EvalError(
            f"{file} is no result of `summarizer eval run`, or of another version of it. "
            "Make it again with this one."
        ) from err


def find_result(name: str) -> Path:
    """Return the file that `name` stands for: a path, or a suite's baseline."""
    path = Path(name)
    return path if path.suffix == ".json" or path.exists() else BASELINES / f"{name}.json"


def metrics_sha256() -> str:
    """Return the SHA-256 of the code that scores: equal hashes, equal measures."""
    return _sha256_of(_METRIC_PARTS)


def code_sha256() -> str:
    """Return the SHA-256 of the whole program's code."""
    return _sha256_of((".",))


def _sha256_of(parts: Iterable[str]) -> str:
    root = Path(str(files("summarizer")))
    sha = hashlib.sha256()
    for part in parts:
        place = root / part
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            sha.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return sha.hexdigest()
