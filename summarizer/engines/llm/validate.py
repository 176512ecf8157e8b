"""Sift a model's answer: what can be kept, and what is wrong with the rest."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from pydantic import ValidationError

from summarizer.engines.llm.wire import WireClaim, WireHighlight
from summarizer.schema import Draft, DraftClaim, DraftHighlight

MAX_CLAIMS = 30
# Models count words roughly; only a highlight well beyond the limit is worth another request.
_WORDS_GRACE = 1.2
_SHOWN_CHARS = 60
_SHOWN_NUMBERS = 3

Kind = Literal["highlight", "claim"]
Item = TypeVar("Item", WireHighlight, WireClaim)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an answer may hold: which sentence numbers, how many items, how many words."""

    numbers: Collection[int]
    highlights: int
    max_words: int
    claims: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with an answer, and what was done about it."""

    problem: str
    action: str

    @property
    def sentence(self) -> str:
        """The remark as a warning to the user."""
        return f"The model's {self.problem}; {self.action}."


@dataclass(frozen=True, slots=True)
class Sifted:
    """The valid part of an answer, and a remark on each thing wrong with it."""

    draft: Draft
    remarks: tuple[Remark, ...]


def sift(answer: dict[str, Any], bounds: Bounds) -> Sifted:
    """Return what is valid in `answer`, item by item; `answer` need not fit any schema."""
    sieve = _Sieve(bounds)
    highlights = sieve.pass_through("highlight", WireHighlight, answer.get("highlights"), bounds.highlights)
    claims = sieve.pass_through("claim", WireClaim, answer.get("claims"), MAX_CLAIMS) if bounds.claims else []
    draft = Draft(
        highlights=tuple(DraftHighlight(**item.model_dump()) for item in highlights),
        claims=tuple(DraftClaim(**item.model_dump()) for item in claims),
    )
    return Sifted(draft, tuple(sieve.remarks))


def fold(text: str) -> str:
    """Return `text` without case, punctuation and spacing, to tell equal items."""
    return re.sub(r"\W+", " ", text.casefold()).strip()


@dataclass(slots=True)
class _Sieve:
    bounds: Bounds
    remarks: list[Remark] = field(default_factory=list)

    def pass_through(self, kind: Kind, shape: type[Item], items: object, limit: int) -> list[Item]:
        """Return the items that can be kept, tidied: the first of equal ones, and `limit` at most."""
        if not isinstance(items, list) or not items:
            self._remark(f"list of {kind}s is empty", f"there are no {kind}s")
            return []
        kept: list[Item] = []
        seen: dict[str, int] = {}
        for number, raw in enumerate(items, start=1):
            item = self._read(kind, number, shape, raw)
            if item is None:
                continue
            first = seen.setdefault(fold(item.text), number)
            if first == number:
                kept.append(item)
            else:
                self._remark(f"{kind} {number} repeats {kind} {first}", "it was left out")
        if len(kept) > limit:
            self._remark(
                f"list of {kind}s is longer than {limit}", f"the last {len(kept) - limit} were left out"
            )
        return kept[:limit]

    def _read(self, kind: Kind, number: int, shape: type[Item], raw: object) -> Item | None:
        """Return the item in `raw` with its text and numbers tidied, or None when it cannot be kept."""
        name = f"{kind} {number}"
        try:
            item = shape.model_validate(raw)
        except ValidationError as err:
            wrong = sorted({str(error["loc"][0]) for error in err.errors() if error["loc"]})
            self._remark(f"{name} is not as asked for ({', '.join(wrong) or 'no object'})", "it was left out")
            return None
        text = " ".join(item.text.split())
        if not text:
            self._remark(f"{name} has no text", "it was left out")
            return None
        name = f"{name} (“{_short(text)}”)"
        known = self._known(name, item.sentences)
        words = len(text.split())
        if kind == "highlight" and known and words > self.bounds.max_words * _WORDS_GRACE:
            self._remark(f"{name} has {words} words, more than {self.bounds.max_words}", "it was kept")
        tidy: dict[str, Any] = {"text": text, "sentences": known}
        if isinstance(item, WireClaim):
            tidy["speaker"] = " ".join((item.speaker or "").split()) or None
            tidy["reporting_verb"] = " ".join((item.reporting_verb or "").split()) or None
        return item.model_copy(update=tidy) if known else None

    def _known(self, name: str, cited: Iterable[int]) -> list[int]:
        """Return the numbers that are among those shown, each once, in order."""
        numbers = sorted(set(cited))
        known = [number for number in numbers if number in self.bounds.numbers]
        if unknown := [number for number in numbers if number not in self.bounds.numbers]:
            action = "the number was ignored" if known else "it was left out"
            self._remark(f"{name} points to {_sentences(unknown)}, which it was not shown", action)
        elif not known:
            self._remark(f"{name} names no sentence it rests on", "it was left out")
        return known

    def _remark(self, problem: str, action: str) -> None:
        self.remarks.append(Remark(problem, action))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1].rstrip() + "…"


def _sentences(numbers: list[int]) -> str:
    listed = ", ".join(str(number)[:12] for number in numbers[:_SHOWN_NUMBERS])
    more = len(numbers) - _SHOWN_NUMBERS
    return f"sentence {listed}" + (f" and {more} more" if more > 0 else "")
