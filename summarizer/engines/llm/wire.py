"""The shapes a model answers in, and their strict JSON schemas.

Strict means: every property required, none besides, no defaults, no length limits, no `$ref`.
What a schema cannot say, such as the range of sentence numbers, `validate` checks.
"""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from summarizer.schema import Checkworthiness, ClaimType, Modality, Voice

_DROPPED = frozenset({"title", "description", "default"})


class Wire(BaseModel):
    """Read from a model: more keys than asked for are ignored, and errors do not repeat the input."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the strict schema; instructor asks for it here."""
        schema = super().model_json_schema(*args, **kwargs)
        strict = _strict(schema, schema.get("$defs", {}))
        if not isinstance(strict, dict):
            raise TypeError(f"{cls.__name__} is no object")
        return strict


class WireHighlight(Wire):
    """One highlight; the evidence comes first, so that the text is written from it."""

    sentences: list[int]
    text: str


class WireClaim(Wire):
    """One claim, in the order in which a model had best decide."""

    sentences: list[int]
    text: str
    type: ClaimType
    speaker: str | None
    reporting_verb: str | None
    voice: Voice
    modality: Modality
    checkworthiness: Checkworthiness


class HighlightsOnly(Wire):
    """The answer when no claims are asked for."""

    highlights: list[WireHighlight]


class HighlightsAndClaims(HighlightsOnly):
    """The whole answer."""

    claims: list[WireClaim]


class RepairedHighlight(WireHighlight):
    """A highlight once more, under the id it was sent back with."""

    id: str


class RepairedClaim(WireClaim):
    """A claim once more, under the id it was sent back with."""

    id: str


class HighlightRepairs(Wire):
    """The answer of the repair round when no claims were asked for."""

    highlights: list[RepairedHighlight]


class Repairs(HighlightRepairs):
    """The answer of the repair round."""

    claims: list[RepairedClaim]


def checked(shape: type[Wire], problems: Callable[[Any], list[str]]) -> type[Wire]:
    """Return `shape` refusing answers with `problems`, whose reasons the model then gets to read."""

    class Answer(shape):  # type: ignore[valid-type, misc]
        @model_validator(mode="after")
        def _check(self) -> "Answer":
            if found := problems(self):
                raise ValueError("; ".join(found))
            return self

    return Answer


def _strict(node: object, definitions: dict[str, Any]) -> object:
    """Return `node` of a JSON schema with references resolved and only what strict servers accept."""
    if isinstance(node, list):
        return [_strict(part, definitions) for part in node]
    if not isinstance(node, dict):
        return node
    if reference := node.get("$ref"):
        return _strict(definitions[reference.rsplit("/", 1)[-1]], definitions)
    properties = node.get("properties")
    kept = {
        key: _strict(value, definitions)
        for key, value in node.items()
        if key not in _DROPPED and key not in {"$defs", "properties"}
    }
    if properties is not None:
        kept["properties"] = {name: _strict(part, definitions) for name, part in properties.items()}
        kept["required"] = list(properties)
        kept["additionalProperties"] = False
    return kept
