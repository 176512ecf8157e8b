"""Gold labels: what an article's highlights and claims should be, and what nobody may say of it.

A gold folder holds `articles/ID.html`, `labels/ID.yaml` and, where labels were made twice,
`annotations/a/ID.yaml` and `annotations/b/ID.yaml`. `eval/gold/README.md` describes the form.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from summarizer.errors import EvalError, told
from summarizer.grounding.index import ArticleIndex
from summarizer.schema import Article, ClaimType, Modality, Polarity

Importance = Literal["must", "should", "may"]
Split = Literal["dev", "test"]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
IMPORTANCE_WEIGHT: dict[Importance, float] = {"must": 3.0, "should": 2.0, "may": 1.0}


class Label(BaseModel):
    """Labels are written by people: a misspelt field is an error, not ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldQuantity(Label):
    """A number as it stands in a claim, and its value in plain units (a percentage in percent)."""

    text: Text
    value: float


class GoldHighlight(Label):
    """A bullet that belongs above the article, how much so, and the words it rests on."""

    id: Text
    importance: Importance
    text: Text
    evidence: tuple[Text, ...] = Field(min_length=1)


class GoldClaim(Label):
    """A proposition that a fact-checker would look up, and the words it rests on."""

    id: Text
    text: Text
    evidence: tuple[Text, ...] = Field(min_length=1)
    type: ClaimType
    speaker: Text | None
    polarity: Polarity
    modality: Modality
    quantities: tuple[GoldQuantity, ...] = ()


class MustNot(Label):
    """A tempting sentence that the article does not bear out, and why not."""

    id: Text
    text: Text
    why: Text


class Labels(Label):
    """All labels of one article."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    split: Split
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
    genre: Text
    traits: tuple[Text, ...] = ()
    highlights: tuple[GoldHighlight, ...] = Field(min_length=1)
    claims: tuple[GoldClaim, ...] = Field(min_length=1)
    must_not: tuple[MustNot, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        every = [[label.id for label in kind] for kind in (self.highlights, self.claims, self.must_not)]
        if repeated := [i for ids in every for i in sorted({i for i in ids if ids.count(i) > 1})]:
            raise ValueError(f"the ids {', '.join(repeated)} are used twice")
        return self

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the labels as canonical JSON, in hex: white space and comments do not count."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A page and its labels."""

    page: Path
    labels: Labels

    @property
    def id(self) -> str:
        """The name that page and labels share."""
        return self.labels.id


def load_gold(folder: Path, splits: Iterable[Split] = ("dev", "test")) -> list[GoldArticle]:
    """Return the labelled articles of `folder` that are in `splits`, by id.

    Raises EvalError that names the file and the field when labels are missing or wrong.
    """
    wanted = set(splits)
    read = [GoldArticle(page_of(folder, file), read_labels(file)) for file in label_files(folder)]
    found = [gold for gold in read if gold.labels.split in wanted]
    if not found:
        raise EvalError(f"No article of {folder} is in the split {', '.join(sorted(wanted))}.")
    return found


def label_files(folder: Path) -> list[Path]:
    """Return the files of labels in a gold folder, by name; raises EvalError when there are none."""
    files = sorted((folder / "labels").glob("*.yaml"))
    if not files:
        raise EvalError(f"No labels in {folder / 'labels'}. Write one with `summarizer eval add PAGE`.")
    return files


def page_of(folder: Path, labels: Path) -> Path:
    """Return the page that a file of labels is about; raises EvalError when there is none."""
    pages = [
        page
        for ext in (".html", ".htm", ".txt")
        if (page := folder / "articles" / f"{labels.stem}{ext}").is_file()
    ]
    if not pages:
        raise EvalError(f"{labels} has no page {folder / 'articles' / labels.stem}.html.")
    return pages[0]


def read_labels(file: Path) -> Labels:
    """Return the labels in `file`; raises EvalError that says what is wrong with them, or with its name."""
    labels = parse_labels(file)
    if wrong := misnamed(labels, file):
        raise EvalError(wrong)
    return labels


def misnamed(labels: Labels, file: Path) -> str | None:
    """Return what is wrong when labels are not of the article that their file is named after."""
    if labels.id == file.stem:
        return None
    return f"{file} is labelled {labels.id!r}: file name and id must be the same."


def parse_labels(file: Path) -> Labels:
    """Return the labels in `file`, whatever it is called; raises EvalError as `read_labels` does."""
    try:
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return Labels.model_validate(data)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as err:
        raise EvalError(f"Cannot read the labels in {file}: {err}") from err
    except ValidationError as err:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'labels'}: {told(e)}" for e in err.errors())
        raise EvalError(f"Wrong labels in {file}: {wrong}. See eval/gold/README.md for the form.") from err


@dataclass(frozen=True, slots=True)
class Placed:
    """Where evidence stands in an article: the numbers of its sentences from 0, and what was not found."""

    sentences: frozenset[int]
    missing: tuple[str, ...]


def place(evidence: Sequence[str], index: ArticleIndex) -> Placed:
    """Return the sentences that hold `evidence`; typography and letter case are forgiven."""
    numbers: set[int] = set()
    missing = []
    for quote in evidence:
        span = index.locate(quote)
        if span is None:
            missing.append(quote)
            continue
        numbers |= {
            i for i, s in enumerate(index.article.sentences) if s.start < span.end and span.start < s.end
        }
    return Placed(frozenset(numbers), tuple(missing))


def skeleton(page: Path, article: Article) -> str:
    """Return labels to fill in for `article`, its sentences as comments."""
    sentences = "\n".join(f"#  [{n}] {article.sentence(n - 1)}" for n in range(1, len(article.sentences) + 1))
    return _SKELETON.format(
        id=page.stem, language=article.language or "en", sentences=_one_line_each(sentences)
    )


def _one_line_each(text: str) -> str:
    """Keep every line a comment, whatever line ends the article holds."""
    return "\n".join(line if line.startswith("#") else f"#      {line}" for line in text.splitlines())


_SKELETON = """\
# Labels of one article. eval/gold/README.md says how to make them; `summarizer eval check` validates them.
id: {id}
split: dev          # dev: to tune on; test: for reporting only
language: {language}
genre:
traits: []
highlights:         # 5 to 9, most important first:
                    #   {{id: h1, importance: must, text: "…", evidence: ["words of the article"]}}
claims:             # in article order: {{id: c1, text: "…", evidence: ["…"], type: event, speaker: null,
                    #   polarity: affirmative, modality: asserted, quantities: [{{text: "212", value: 212}}]}}
must_not:           # {{id: m1, text: "…", why: "…"}}

# The article, as it is extracted:
{sentences}
"""
