"""The JSON contract: stable keys in a stable order, readable characters, safe to print."""

import json
import re
from typing import Any

from summarizer.schema import Extraction, Summary

# Legal inside a JSON string, but they command terminals, reorder or break lines, or cannot be encoded.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render_json(result: Summary | Extraction, *, compact: bool = False) -> str:
    """Return `result` as one JSON object, indented or on a single line."""
    data = result.model_dump(mode="json")
    data["article"] = _article(data["article"])
    for claim in data.get("claims", ()):
        for quantity in claim["quantities"]:
            quantity["value"], quantity["high"] = _finite(quantity["value"]), _finite(quantity["high"])
    return dump_json(data, indent=None if compact else 2)


def dump_json(data: Any, indent: int | None) -> str:
    """Return `data` as JSON in readable characters that is safe to print and to encode."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _article(data: dict[str, Any]) -> dict[str, Any]:
    order = ("url", "title", "authors", "published", "site", "language", "text", "text_sha256")
    return {**{key: data[key] for key in order}, **data}


def _finite(number: float | None) -> float | None:
    """Return None for what JSON has no word for."""
    return number if number is not None and abs(number) < float("inf") else None
