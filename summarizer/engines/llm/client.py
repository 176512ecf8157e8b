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
from summarizer.engines.llm.connection import is_openais, open_http, read_address, shown
from summarizer.engines.llm.faults import ServerError, answer_fault, fault_of, fault_within, was_sent
from summarizer.engines.llm.manner import Manner, Memory, process_memory, recall, remember
from summarizer.engines.llm.tally import Tally
from summarizer.errors import ConfigError, ModelError
from summarizer.store import Store

if TYPE_CHECKING:
    from openai import OpenAI
    from openai.types.chat import ChatCompletion
    from tenacity import RetryCallState

OPENAI = "https://api.openai.com/v1"
ATTEMPTS = 5
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


@dataclass(frozen=True, slots=True)
class Patience:
    """How often the same is sent again: `attempts` in all, `tried` of which were made before.

    `on_bare_500` are as many for an error 500 without a word, which may be a passing fault or all
    that a server says of a format it does not know.
    """

    attempts: int = ATTEMPTS
    on_bare_500: int = ATTEMPTS
    tried: int = 0


PATIENT = Patience()


@dataclass(slots=True)
class Client:
    """One model on one server, for one article: bounded in time, retrying, counting, remembering."""

    settings: Settings
    deadline: Deadline
    store: Store | None = None
    sleep: Sleep = time.sleep
    memory: Memory = field(default_factory=process_memory)
    tally: Tally = field(default_factory=Tally)
    _fitting: Manner | None = None
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
        """The server's address, without secrets, and the model, under which its manner is remembered."""
        return f"{shown(self.base_url)} {self.settings.model}"

    @property
    def manner(self) -> Manner:
        """How the server wants to be asked, as far as that is known."""
        return self._fitting or recall(self.server, self.memory, self.store)

    def learn(self, manner: Manner) -> None:
        """Remember how the server wants to be asked."""
        self._fitting = None
        remember(self.server, manner, self.memory, self.store)

    def complete(
        self, request: dict[str, Any], *, once: bool = False, patience: Patience = PATIENT
    ) -> "ChatCompletion":
        """Return the whole answer to `request`, from the cache when the very same was answered before.

        The settings' model, temperature and limit are added, in the parameters that the server
        takes. An answer cut off by the token limit is asked for again with twice the limit, but for
        `once`. Raises ModelError for anything but a complete answer; then nothing of it is saved.
        """
        unsaved = dict(self._unsaved)
        try:
            return self._whole(request, patience, once=once)
        except ModelError:
            self._unsaved = unsaved
            raise

    def _whole(self, request: dict[str, Any], patience: Patience, *, once: bool) -> "ChatCompletion":
        limit = self.settings.max_output_tokens
        completion = self._exchange(request, limit, patience)
        if _cut_off(completion) and not once:
            limit *= 2
            completion = self._exchange(request, limit, patience)
        if _cut_off(completion):
            raise ModelError(
                f"The model's answer did not fit into {limit} tokens. "
                "Raise max_output_tokens (SUMMARIZER_MAX_OUTPUT_TOKENS), or ask for less."
            )
        if fault := answer_fault(completion):
            raise fault
        return completion

    def holds(self, request: dict[str, Any]) -> bool:
        """Return whether the cache has an answer to `request`."""
        fitted = self._fitted(request, self.settings.max_output_tokens, self.manner)
        return self._held(_key(self.base_url, fitted)) is not None

    def save(self) -> None:
        """Put the exchanges since the last `save` into the cache, now that they led to an answer."""
        if self.store:
            for key, response in self._unsaved.items():
                self.store.put(key, response)
        self._unsaved.clear()

    def _fitted(self, request: dict[str, Any], limit: int, manner: Manner) -> dict[str, Any]:
        """Return `request` with what goes on the wire besides messages and schema."""
        options: dict[str, Any] = {"model": self.settings.model}
        if self.settings.temperature is not None and manner.temperature:
            options["temperature"] = self.settings.temperature
        # OpenAI's newer models refuse `max_tokens`; other servers mostly know nothing else.
        newer = is_openais(self.base_url)
        options[manner.limit or ("max_completion_tokens" if newer else "max_tokens")] = limit
        return {**request, **options}

    def _exchange(self, request: dict[str, Any], limit: int, patience: Patience) -> "ChatCompletion":
        """Return the answer to `request`, with other parameters where the server refuses ours."""
        refused: set[str] = set()
        while True:
            fitted = self._fitted(request, limit, self.manner)
            try:
                completion = self._answered(fitted, patience)
            except ServerError as fault:
                if not fault.refused:
                    raise
                refused.add(fault.refused)
                other = self.manner.without(fault.refused)
                if not refused.isdisjoint(self._fitted(request, limit, other)):
                    raise
                self._fitting = other  # for this article; for others once it has brought an answer
            else:
                if self._fitting:
                    self.learn(self._fitting)
                return completion

    def _answered(self, request: dict[str, Any], patience: Patience) -> "ChatCompletion":
        key = _key(self.base_url, request)
        if held := self._held(key):
            self.tally.hits += 1
            return held
        completion = self._retrying(request, patience)
        self._unsaved[key] = json.dumps(completion.model_dump(mode="json", warnings=False))
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

    def _retrying(self, request: dict[str, Any], patience: Patience) -> "ChatCompletion":
        """Send `request`, again after passing faults, as long as attempts and time allow."""
        import tenacity

        out_of_time = tenacity.stop_before_delay(self.deadline.remaining_s())

        def stop(state: "RetryCallState") -> bool:
            err = state.outcome.exception() if state.outcome else None
            bare_500 = isinstance(err, ServerError) and err.about_format is None
            attempts = patience.on_bare_500 if bare_500 else patience.attempts
            return patience.tried + state.attempt_number >= attempts or out_of_time(state)

        def wait_s(state: "RetryCallState") -> float:
            err = state.outcome.exception() if state.outcome else None
            if isinstance(err, ServerError) and err.retry_after_s is not None:
                return err.retry_after_s
            return _backoff_s(patience.tried + state.attempt_number)

        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception(lambda err: isinstance(err, ServerError) and err.retryable),
            stop=stop,
            wait=wait_s,
            sleep=self.sleep,
            reraise=True,
        )
        if patience.tried:
            self.sleep(min(_backoff_s(patience.tried), self.deadline.remaining_s()))
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
        server = self._connected()
        self.tally.tries += 1
        try:
            completion: ChatCompletion = server.chat.completions.create(
                **request, timeout=min(self.settings.timeout_s, remaining)
            )
        except (OpenAIError, ValueError) as err:  # ValueError: the body is no JSON
            self.tally.requests += was_sent(err)
            fault = fault_of(err, request, self.settings, self.base_url)
            raise fault from (err if fault.tells_all else None)
        self.tally.requests += 1
        self.tally.count(completion)
        if no_answer := answer_fault(completion, shape_only=True):
            raise fault_within(completion, request, self.settings, self.base_url) or no_answer
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


def _backoff_s(attempt: int) -> float:
    """Return the pause after `attempt` (from 1): exponential, with jitter."""
    jitter = random.uniform(0.5, 1)  # noqa: S311 - no secret
    return float(min(LONGEST_WAIT_S, FIRST_WAIT_S * 2**attempt) * jitter)


def _key(server: str, request: dict[str, Any]) -> str:
    exact = json.dumps({"server": server, "request": request}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(exact.encode(errors="surrogatepass")).hexdigest()


def _cut_off(completion: "ChatCompletion") -> bool:
    return completion.choices[0].finish_reason == "length"
