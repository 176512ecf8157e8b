"""What a server refuses of a request, by its own words: the response format, or a parameter."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.engines.llm.manner import LIMITS

# Some servers, and gateways that pass on another's refusal, answer 500 or 501 instead of 400.
_UNSPOKEN = frozenset({500, 501})
_REFUSALS = _UNSPOKEN | {400, 404, 422}
_FORMAT = re.compile(
    r"response_format|json_schema|json_object|json schema|structured.?output|grammar|guided|\bstrict\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"unsupported|not supported|n[o']t support|unknown|unrecogni[sz]ed|unexpected|extra_forbidden"
    r"|extra (?:inputs|fields)|not (?:permitted|allowed)|deprecated|cannot find|no such"
    r"|invalid (?:parameter|argument|field)|max_completion_tokens\W{1,2}instead"
    r"|only (?:the default|be set|\d)",  # said of a temperature that is fixed
    re.IGNORECASE,
)
# Then the parameter is known and only its value is wrong, which the user had best hear.
_VALUE = re.compile(
    r"too (?:large|small|high|low|big)|at (?:most|least)|exceed|maximum|greater|less than|between|must be",
    re.IGNORECASE,
)
# FastAPI repeats under these what it was sent.
_ECHOES = frozenset({"input", "ctx", "url"})


def about_format(status: int, body: object) -> bool | None:
    """Return whether the server says that it cannot do the response format; None when it may mean that."""
    if status not in _REFUSALS:
        return False
    if any(_FORMAT.search(text) for text in _remarks(body)):
        return True
    return None if status in _UNSPOKEN else False


def refused_parameter(status: int, body: object, request: Mapping[str, Any]) -> str | None:
    """Return which of the parameters that can be changed the server does not take, or None."""
    if status not in _REFUSALS:
        return None
    sent = [name for name in (*LIMITS, "temperature") if name in request]
    for text in _remarks(body):
        if _REFUSED.search(text) and not _VALUE.search(text):
            for name in sent:
                if re.search(rf"\b{name}\b", text):
                    return name
    return None


def _remarks(body: object) -> Iterator[str]:
    """Yield the texts of an error's body, one for each thing that is wrong, without echoes."""
    if isinstance(body, dict):
        told = [value for key, value in body.items() if key not in _ECHOES]
        yield " ".join(str(value) for value in told if not _nested(value))
        body = [value for value in told if _nested(value)]
    if isinstance(body, list):
        for part in body:
            yield from _remarks(part)
    elif body is not None:
        yield str(body)


def _nested(value: object) -> bool:
    """Return whether `value` says more than one thing: names in a row, as of a place, are one."""
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(v, dict) for v in value))
