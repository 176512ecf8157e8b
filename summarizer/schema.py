"""The data that flows through the program, and its JSON form (`schema_version` "1").

All offsets are half-open ranges of `Article.text`, in Unicode code points.
"""

import hashlib
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field

SCHEMA_VERSION: Literal["1"] = "1"

SupportLabel = Literal["supported", "partial", "unsupported"]
ClaimType = Literal["event", "quantity", "causal", "prediction", "rule", "opinion", "other"]
Voice = Literal["asserts", "quotes", "paraphrases"]
Polarity = Literal["affirmative", "negative"]
Modality = Literal["asserted", "hedged", "predicted", "conditional"]
Checkworthiness = Literal["non_factual", "minor", "check_worthy"]
ReasonCode = Literal[
    "no_evidence",  # nothing in the article comes close
    "words_missing",  # content words without support
    "number_missing",
    "date_missing",
    "name_missing",
    "negation_added",
    "negation_dropped",
    "modality_changed",  # "may", "plans to", "denied" lost or invented
    "speaker_changed",
    "speaker_dropped",
    "quote_altered",
    "roles_swapped",
    "other_language",  # item and article differ in language: words cannot be compared
]


class Record(BaseModel):
    """Immutable; unknown fields are ignored on reading, so that newer files still load."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Span(Record):
    """Half-open range of `Article.text`, in Unicode code points (not UTF-16 units)."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Article(Record):
    """A news article's body and what is known of it. `text` never changes once made.

    Paragraphs of `text` are separated by one blank line; `sentences` are in order, do not
    overlap, hold no surrounding space, and leave out nothing but the space between them.
    `published` is an ISO 8601 date, as good as the page's own markup. `language` is an
    ISO 639-1 code.
    """

    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    language: str | None = None
    text: str
    sentences: tuple[Span, ...]
    publisher_highlights: tuple[str, ...] = ()

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def text_sha256(self) -> str:
        """SHA-256 of `text` in UTF-8, in hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def sentence(self, index: int) -> str:
        """Return the text of sentence `index`, counted from 0."""
        span = self.sentences[index]
        return self.text[span.start : span.end]


class RemovedLine(Record):
    """A line that extraction took out of the body, and the name of the rule that did."""

    text: str
    rule: str


class Extraction(Record):
    """What `extract` returns: the article, and every line taken out of its body."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    article: Article
    removed: tuple[RemovedLine, ...] = ()
    warnings: tuple[str, ...] = ()


class DraftHighlight(Record):
    """A highlight as an engine proposes it; `sentences` are numbers counted from 1."""

    text: str
    sentences: tuple[int, ...]


class DraftClaim(Record):
    """A claim as an engine proposes it; `sentences` are numbers counted from 1."""

    text: str
    sentences: tuple[int, ...]
    type: ClaimType
    speaker: str | None
    reporting_verb: str | None
    voice: Voice
    modality: Modality
    checkworthiness: Checkworthiness


class Draft(Record):
    """What an engine proposes, untrusted. The only schema a model ever sees."""

    highlights: tuple[DraftHighlight, ...]
    claims: tuple[DraftClaim, ...]


class Evidence(Record):
    """A slice of the article: `article.text[start:end] == quote`, always."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str


class Reason(Record):
    """Why an item is not simply supported: a code, and the words it is about."""

    code: ReasonCode
    detail: str


class Support(Record):
    """What the article's words do for an item. Never a verdict on truth."""

    label: SupportLabel
    score: float = Field(ge=0, le=1)
    reasons: tuple[Reason, ...] = ()


class Highlight(Record):
    """A bullet, the places that support it, and how well they do."""

    id: str
    text: str
    evidence: tuple[Evidence, ...]
    support: Support


class Quantity(Record):
    """A number as it stands in the claim, its value, and what it counts.

    `value` is in plain units (1.2 million is 1200000, a percentage is in percent);
    `high` is the upper end of a range, else None. `unit` is a currency code, "%", a unit
    symbol or a counted noun.
    """

    text: str
    value: float
    high: float | None = None
    unit: str | None = None
    approximate: bool = False


class Claim(Record):
    """One checkable proposition that stands alone, the places that support it, and how well."""

    id: str
    text: str
    type: ClaimType
    speaker: str | None
    reporting_verb: str | None
    voice: Voice
    polarity: Polarity
    modality: Modality
    quantities: tuple[Quantity, ...]
    entities: tuple[str, ...]
    time: str | None
    place: str | None
    checkworthiness: Checkworthiness
    evidence: tuple[Evidence, ...]
    support: Support


class Usage(Record):
    """What the model calls of one run cost, retries and repairs included."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0


class Run(Record):
    """How a summary was made. `engine` "verify" means the items were given, not proposed."""

    engine: Literal["llm", "extractive", "verify"]
    model: str | None = None
    prompt: str | None = None
    prompt_sha256: str | None = None
    usage: Usage = Usage()
    duration_s: float = 0.0
    cached: bool = False
    warnings: tuple[str, ...] = ()


class Summary(Record):
    """The program's result: what `--format json` prints."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    article: Article
    highlights: tuple[Highlight, ...]
    claims: tuple[Claim, ...]
    run: Run
