"""Suites: what is run against which gold, and what it must reach. A TOML file each."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from summarizer.config import DEFAULT_MODEL
from summarizer.errors import EvalError, told
from summarizer.evals.gold import Split
from summarizer.evals.scores import METRICS

SystemName = Literal["extractive", "llm", "publisher", "lead", "textrank"]
SUITES = Path("eval/suites")
JUDGED = "judged"  # the threshold on the judge's corrected share
CEILINGS = {"errors": 0.0, "unplaced": 0.0, "must_not": 0.0}


class _Common(BaseModel):
    """What every suite has; `file` is where it was read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: Path
    gold: Path = Path("../gold")
    splits: Annotated[tuple[Split, ...], Field(min_length=1)] = ("dev",)
    thresholds: dict[str, float] = Field(default_factory=dict)

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.file.stem

    @property
    def given(self) -> str:
        """What names the suite on the command line: its name, or its path where it lies elsewhere."""
        return self.name if self.file.parent == SUITES else str(self.file)

    @property
    def gold_folder(self) -> Path:
        """Where the gold is."""
        return _beside(self.file, self.gold)

    def with_splits(self, splits: Sequence[str] | None) -> Self:
        """Return the suite over other splits than its own; over its own for None."""
        if not splits:
            return self
        if unknown := sorted(set(splits) - {"dev", "test"}):
            raise EvalError(f"There is no split {', '.join(unknown)}: there are dev and test.")
        return self.model_copy(update={"splits": tuple(splits)})


class FaithfulnessSuite(_Common):
    """The verifier on labelled texts: the gold's own, and files of JSON lines.

    Thresholds are least AUCs, by the name of the file without its ending; "gold" is the gold's.
    """

    kind: Literal["faithfulness"]
    data: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of further labelled texts."""
        return tuple(_beside(self.file, path) for path in self.data)


class JudgeSettings(BaseModel):
    """The LLM judge of a suite: its model and server, and the file that holds its calibration."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str
    base_url: str | None = None
    calibration: Path = Path("../judge.json")


class Suite(_Common):
    """A system on the gold's articles; no judge unless it is asked for."""

    engine: SystemName = "extractive"
    articles: tuple[str, ...] = Field((), description="Only these; all of the splits when there are none.")
    references: tuple[SystemName, ...] = ("lead",)
    model: str = DEFAULT_MODEL
    base_url: str | None = Field(None, description="The server to record from; none is OpenAI's.")
    prompt: str = "default"
    timeout_s: float = Field(120, gt=0, description="One request; somebody who answers by hand needs hours.")
    cassettes: Path = Path("../../cassettes")
    highlights: int = Field(5, ge=1, le=15)
    max_words: int = Field(30, ge=5, le=100)
    judge: JudgeSettings | None = None

    @property
    def cassette_folder(self) -> Path:
        """Where this suite's recorded exchanges are."""
        return _beside(self.file, self.cassettes) / self.name

    @property
    def calibration_file(self) -> Path | None:
        """Where the judge's calibration is; None without a judge."""
        return _beside(self.file, self.judge.calibration) if self.judge else None

    @model_validator(mode="after")
    def _thresholds_are_known(self) -> Self:
        if unknown := sorted(set(self.thresholds) - {*METRICS, *CEILINGS, JUDGED}):
            known = ", ".join((*METRICS, *CEILINGS, JUDGED))
            raise ValueError(f"no such threshold: {', '.join(unknown)}; there are {known}")
        return self


def load_suite(name: str) -> Suite | FaithfulnessSuite:
    """Return the suite called `name` in eval/suites, or in the TOML file at that path.

    Raises EvalError that says what is wrong with it.
    """
    file = Path(name) if name.endswith(".toml") else SUITES / f"{name}.toml"
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        kind = FaithfulnessSuite if data.get("kind") == "faithfulness" else Suite
        return kind.model_validate({**data, "file": file})
    except FileNotFoundError as err:
        raise EvalError(f"There is no suite {file}. {_suites()}") from err
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        raise EvalError(f"Cannot read the suite {file}: {err}") from err
    except ValidationError as err:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'suite'}: {told(e)}" for e in err.errors())
        raise EvalError(f"Wrong suite {file}: {wrong}.") from err


def _beside(file: Path, path: Path) -> Path:
    return path if path.is_absolute() else file.parent / path


def _suites() -> str:
    """Return which suites there are, or where to look for them."""
    if not SUITES.is_dir():
        return f"Suites lie in {SUITES} below the current folder: run this from the folder that has eval/."
    there = ", ".join(sorted(path.stem for path in SUITES.glob("*.toml"))) or "none"
    return f"In {SUITES} there are: {there}."
