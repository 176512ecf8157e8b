"""What can go wrong between us and a model's server, in words that say what to do next.

A message never repeats what was sent: servers like to quote the whole request back.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from summarizer.config import Settings
from summarizer.engines.llm.connection import is_openais, secrets_of, shown
from summarizer.engines.llm.refusals import about_format, refused_parameter
from summarizer.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openai.types.chat import ChatCompletion

_UNAUTHORIZED, _TOO_MANY, _SERVER_FAULT = 401, 429, 500
_PASSING = frozenset({408, 409, 425, _TOO_MANY})
_HINT_CHARS = 200
# A run of this many characters of the request in a server's message counts as quoting it back.
_QUOTED_CHARS = 16
_LONG_ERROR_CHARS = 2000
_FAILED_STATUS = re.compile(r"[45]\d\d", re.ASCII)


class ServerError(ModelError):
    """A failed exchange, with what the retry and the step-down need to know.

    `about_format` tells that the server cannot do the response format asked for, True or False
    where it says so, None where it may be that (a bare 500). `refused` is the parameter that it does
    not take. `tells_all` is False when the error behind it holds what was sent, so that it must not
    be chained.
    """

    def __init__(  # noqa: PLR0913 - plain facts, mostly left out
        self,
        message: str,
        *,
        retryable: bool = False,
        retry_after_s: float | None = None,
        about_format: bool | None = False,
        refused: str | None = None,
        tells_all: bool = True,
    ) -> None:
        super().__init__(message, retryable=retryable)
        self.retry_after_s = retry_after_s
        self.about_format = about_format
        self.refused = refused
        self.tells_all = tells_all


def fault_of(err: Exception, request: "Mapping[str, Any]", settings: Settings, base_url: str) -> ServerError:
    """Return the fault that `err`, raised by openai for `request`, stands for."""
    import openai

    base_url = shown(base_url)
    if isinstance(err.__cause__, ServerError):
        return err.__cause__
    if isinstance(err, openai.APITimeoutError):
        return ServerError(
            f"The model at {base_url} did not answer within {settings.timeout_s:g} s. "
            "Raise timeout_s (SUMMARIZER_TIMEOUT_S), or try again later.",
            retryable=True,
        )
    if isinstance(err, openai.APIConnectionError):
        return ServerError(
            f"No connection to {base_url}. Is the server running, and is OPENAI_BASE_URL right?",
            retryable=True,
        )
    if isinstance(err, openai.APIStatusError):
        told = _Told(err.status_code, err.body, str(err), _retry_after_s(err.response.headers))
        return _status_fault(told, request, settings, base_url)
    return ServerError(_NOT_COMPATIBLE.format(base_url=base_url), tells_all=False)


def fault_within(
    completion: object, request: "Mapping[str, Any]", settings: Settings, base_url: str
) -> ServerError | None:
    """Return the fault that a gateway tells of in an answer 200, or None: `{"error": {"code": 502, …}}`."""
    error = getattr(completion, "error", None)
    body = {"message": error} if isinstance(error, str) else error
    if not (body and isinstance(body, dict)):
        return None
    if _FAILED_STATUS.fullmatch(code := str(body.get("code"))):
        return _status_fault(_Told(int(code), body), request, settings, shown(base_url))
    said = _said(_Told(0, body), request, settings)
    return ServerError(f"The model's server answered with an error. Check the model and the base URL.{said}")


def was_sent(err: Exception) -> bool:
    """Return whether the request at which openai raised `err` got as far as a server."""
    import httpx2

    return not isinstance(err.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout)


_NOT_COMPATIBLE = (
    "The server at {base_url} did not answer as an OpenAI-compatible one does. "
    "Check the base URL (OPENAI_BASE_URL); it usually ends in /v1."
)


def answer_fault(completion: "ChatCompletion", *, shape_only: bool = False) -> ServerError | None:
    """Return why `completion` is no usable answer, or None; with `shape_only`, whether it is one at all."""
    try:
        choice = completion.choices[0]
        content, refusal = choice.message.content, getattr(choice.message, "refusal", None)
    except (AttributeError, LookupError, TypeError):
        return ServerError("The server's answer holds no message. Is it an OpenAI-compatible chat server?")
    if not isinstance(content, str | None):
        return ServerError("The server's answer holds no text. Is the model a chat model?")
    if shape_only:
        return None
    if choice.finish_reason == "content_filter":
        return ServerError(
            "The server's content filter stopped the answer. Use another model for this article."
        )
    if refusal:
        return ServerError("The model refused to work on this article. Use another model.")
    return None


@dataclass(frozen=True, slots=True)
class _Told:
    """What a server tells of a failure: its status (0 for none), the error, all as text, how long to wait."""

    status: int
    body: object
    text: str = ""
    retry_after_s: float | None = None

    def get(self, key: str) -> object:
        """Return what the error has under `key`, or None."""
        return self.body.get(key) if isinstance(self.body, dict) else None


def _status_fault(
    told: _Told, request: "Mapping[str, Any]", settings: Settings, base_url: str
) -> ServerError:
    status, retry_after_s = told.status, told.retry_after_s
    advice = {
        400: "Check the model's name and the settings (temperature, max_output_tokens, context_tokens).",
        401: "The key was not accepted. Check OPENAI_API_KEY.",
        402: "The account has no credit left.",
        403: f"The key may not use the model {settings.model}. Check OPENAI_API_KEY and the model.",
        404: f"There is no model {settings.model!r} at {base_url}. Check --model and OPENAI_BASE_URL.",
        413: "The request is too large. Lower context_tokens (SUMMARIZER_CONTEXT_TOKENS).",
        422: "The server does not understand a setting. Check the model's name and the settings.",
        429: "Too many requests. Try again later.",
    }.get(status, "Try again later." if status >= _SERVER_FAULT else "Check the model and the base URL.")
    spent = status == _TOO_MANY and told.get("code") == "insufficient_quota"
    if spent:
        advice = "The account's quota is used up. Check its plan and billing."
    if refused := refused_parameter(status, told.body, request):
        advice = f"It does not take the parameter {refused}."
    if retry_after_s:
        advice += f" It asks to wait {retry_after_s:.0f} s."
    cannot = about_format(status, told.body)
    if cannot is None and (is_openais(base_url) or retry_after_s is not None):
        cannot = False  # it knows the format, or is out of order by its own word
    passing = status in _PASSING or status >= _SERVER_FAULT
    return ServerError(
        f"The model's server answered {status}. {advice}{_said(told, request, settings)}",
        retryable=passing and not (spent or refused or cannot),
        retry_after_s=retry_after_s,
        about_format=cannot,
        refused=refused,
        tells_all=not _quotes(told.text, request, settings),
    )


def _said(told: _Told, request: "Mapping[str, Any]", settings: Settings) -> str:
    """Return the server's own words, short, as a sentence to add; none if they repeat what it was sent."""
    message = told.get("message")
    if not isinstance(message, str) or told.status == _UNAUTHORIZED:  # a 401 quotes parts of the key
        return ""
    text = " ".join(message.split())
    if not text or _quotes(text, request, settings):
        return ""
    return f" The server said: {text[:_HINT_CHARS]}"


def _quotes(message: str, request: "Mapping[str, Any]", settings: Settings) -> bool:
    """Return whether `message` repeats a run of what was sent, or a secret, or is long enough to."""
    if len(message) > _LONG_ERROR_CHARS or any(secret in message for secret in secrets_of(settings)):
        return True
    sent = "\n".join(str(part.get("content")) for part in request.get("messages", ()))
    plain = message.replace("\\n", "\n")
    starts = range(max(1, len(plain) - _QUOTED_CHARS + 1))
    return any(plain[start : start + _QUOTED_CHARS] in sent for start in starts)


def _retry_after_s(headers: "Mapping[str, str]") -> float | None:
    """Return how long the server asks to wait: Retry-After in seconds or as a date."""
    value = headers.get("retry-after", "").strip()
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())
