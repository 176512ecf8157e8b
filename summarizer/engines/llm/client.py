"""The border to the model's server: one request in, one complete answer or a ModelError out.

Only this module and `ask` know openai and instructor; none of their exceptions passes.
"""

import hashlib
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from summarizer.config import Settings
from summarizer.engines.llm.connection import open_http, read_address, shown
from summarizer.engines.llm.faults import ServerError, answer_fault, fault_of
from summarizer.errors import ConfigError, ModelError
from summarizer.schema import Usage
from summarizer.store import Store

if TYPE_CHECKING:
    from openai import OpenAI
    from openai.types.chat import ChatCompletion
    from tenacity import RetryCallState

OPENAI = "https://api.openai.com/v1"
# Their newer models refuse `max_tokens`; other servers mostly know nothing else.
_WANT_MAX_COMPLETION_TOKENS = ("api.openai.com", ".openai.azure.com")
ATTEMPTS = 5
# A bare 500 may be a passing fault, or all that a server says of a format it does not know.
ATTEMPTS_ON_BARE_500 = 2
FIRST_WAIT_S = 0.5
LONGEST_WAIT_S = 30.0

Sleep = Callable[[float], None]


class Deadline:
    """The moment by which everything about one article must be done."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def remaining_s(self) -> float:
        """Return the seconds left; not below 0."""
        return max(0.0, self._end - time.monotonic())


@dataclass(slots=True)
class Tally:
    """What the exchanges of one article cost, counted once for each real response."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    hits: int = 0

    def count(self, completion: "ChatCompletion") -> None:
        """Add a response; a server that tells no usage adds a request alone."""
        self.requests += 1
        usage = completion.usage
        self.input_tokens += _tokens(getattr(usage, "prompt_tokens", None))
        self.output_tokens += _tokens(getattr(usage, "completion_tokens", None))

    @property
    def usage(self) -> Usage:
        """The same, as `Summary.run` shows it."""
        return Usage(requests=self.requests, input_tokens=self.input_tokens, output_tokens=self.output_tokens)


@dataclass(slots=True)
class Client:
    """One model on one server, for one article: bounded in time, retrying, counting, remembering."""

    settings: Settings
    deadline: Deadline
    store: Store | None = None
    sleep: Sleep = time.sleep
    tally: Tally = field(default_factory=Tally)
    faults: int = 0
    _openai: "OpenAI | None" = None
    _unsaved: dict[str, str] = field(default_factory=dict)

    def __enter__(self) -> Self:
        """Return the client itself; leaving closes its connections."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections to the server."""
        if self._openai:
            self._openai.close()

    @property
    def base_url(self) -> str:
        """The server's address."""
        return self.settings.base_url or OPENAI

    @property
    def server(self) -> str:
        """The server's address, without secrets, and the model, under which its mode is remembered."""
        return f"{shown(self.base_url)} {self.settings.model}"

    def complete(
        self, request: dict[str, Any], *, once: bool = False, stepping: bool = False
    ) -> "ChatCompletion":
        """Return the whole answer to `request`, from the cache when the very same was answered before.

        An answer cut off by the token limit is asked for again with twice the limit, but for `once`. With
        `stepping`, faults that may be about the response format are not retried at length: the
        caller has another format to try. Raises ModelError for anything but a complete answer.
        """
        completion = self._exchange(request, stepping)
        name = self._limit_name()
        if _cut_off(completion) and not once:
            request = {**request, name: 2 * request[name]}
            completion = self._exchange(request, stepping)
        if _cut_off(completion):
            raise ModelError(
                f"The model's answer did not fit into {request[name]} tokens. "
                "Raise max_output_tokens (SUMMARIZER_MAX_OUTPUT_TOKENS), or ask for less."
            )
        if fault := answer_fault(completion):
            raise fault
        return completion

    def options(self) -> dict[str, Any]:
        """Return what goes on the wire besides messages and schema."""
        options: dict[str, Any] = {"model": self.settings.model}
        if self.settings.temperature is not None:
            options["temperature"] = self.settings.temperature
        options[self._limit_name()] = self.settings.max_output_tokens
        return options

    def save(self) -> None:
        """Put the exchanges since the last `save` into the cache, now that they led to an answer."""
        if self.store:
            for key, response in self._unsaved.items():
                self.store.put(key, response)
        self._unsaved.clear()

    def _limit_name(self) -> str:
        host = self.base_url.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]
        newer = host.endswith(_WANT_MAX_COMPLETION_TOKENS)
        return "max_completion_tokens" if newer else "max_tokens"

    def _exchange(self, request: dict[str, Any], stepping: bool) -> "ChatCompletion":
        key = _key(self.base_url, request)
        if held := self._held(key):
            self.tally.hits += 1
            return held
        completion = self._retrying(request, stepping)
        self._unsaved[key] = json.dumps(completion.model_dump(mode="json", warnings=False))
        self.tally.count(completion)
        return completion

    def _held(self, key: str) -> "ChatCompletion | None":
        response = self.store.get(key) if self.store else None
        if response is None:
            return None
        from openai.types.chat import ChatCompletion

        try:
            completion = ChatCompletion.construct(**json.loads(response))
            _ = completion.choices[0].message.content
        except (ValueError, TypeError, AttributeError, LookupError):
            return None  # not what we wrote: ask again
        return completion

    def _retrying(self, request: dict[str, Any], stepping: bool) -> "ChatCompletion":
        """Send `request`, again after passing faults, as long as attempts and time allow."""
        import tenacity

        def passing(err: BaseException) -> bool:
            return isinstance(err, ServerError) and err.retryable and not (stepping and err.about_format)

        out_of_time = tenacity.stop_before_delay(self.deadline.remaining_s())

        def stop(state: "RetryCallState") -> bool:
            err = state.outcome.exception() if state.outcome else None
            bare_500 = isinstance(err, ServerError) and err.about_format is None
            attempts = ATTEMPTS_ON_BARE_500 if stepping and bare_500 else ATTEMPTS
            return state.attempt_number >= attempts or out_of_time(state)

        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception(passing),
            stop=stop,
            wait=_wait_s,
            sleep=self.sleep,
            reraise=True,
        )
        completion: ChatCompletion = retrying(self._send, request)
        return completion

    def _send(self, request: dict[str, Any]) -> "ChatCompletion":
        """Send `request` once; raises ServerError, which never repeats what was sent."""
        from openai import OpenAIError

        remaining = self.deadline.remaining_s()
        if remaining <= 0:
            raise ServerError(
                f"The model did not finish within {self.deadline.seconds:g} s. "
                "Raise deadline_s (SUMMARIZER_DEADLINE_S), or try again later."
            )
        try:
            completion: ChatCompletion = self._connected().chat.completions.create(
                **request, timeout=min(self.settings.timeout_s, remaining)
            )
        except (OpenAIError, ValueError) as err:  # ValueError: the body is no JSON
            self.faults += 1
            fault = fault_of(err, request, self.settings, self.base_url)
            raise fault from (err if fault.tells_all else None)
        if fault_found := answer_fault(completion, shape_only=True):
            raise fault_found
        return completion

    def _connected(self) -> "OpenAI":
        if self._openai is None:
            from openai import DefaultHttpxClient, OpenAI

            from summarizer.engines.llm.bounds import bounded

            key = self.settings.api_key.get_secret_value() if self.settings.api_key else "none"
            if not (key.isascii() and key.isprintable()):
                raise ConfigError("OPENAI_API_KEY holds characters that no key has. Copy it again.")
            address = read_address(self.base_url)
            self._openai = OpenAI(
                api_key=key,
                base_url=address.url,
                default_query=address.query,
                max_retries=0,
                http_client=open_http(
                    DefaultHttpxClient, event_hooks={"response": [bounded(self.deadline.remaining_s)]}
                ),
            )
        return self._openai


def _wait_s(state: "RetryCallState") -> float:
    """Return the pause before the next try: the server's own wish, else exponential with jitter."""
    err = state.outcome.exception() if state.outcome else None
    jitter = random.uniform(0.5, 1)  # noqa: S311 - no secret
    if isinstance(err, ServerError) and err.retry_after_s is not None:
        return err.retry_after_s
    return float(min(LONGEST_WAIT_S, FIRST_WAIT_S * 2**state.attempt_number) * jitter)


def _key(server: str, request: dict[str, Any]) -> str:
    exact = json.dumps({"server": server, "request": request}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(exact.encode(errors="surrogatepass")).hexdigest()


def _cut_off(completion: "ChatCompletion") -> bool:
    return completion.choices[0].finish_reason == "length"


def _tokens(count: object) -> int:
    return count if isinstance(count, int) and count > 0 else 0
