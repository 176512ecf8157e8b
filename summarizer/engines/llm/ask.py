"""Ask a model for an answer of a given shape, in the strictest way its server can do.

Servers differ: most constrain the answer to a strict JSON schema, some only when the schema
comes with `json_object`, some not at all. We start with the strictest, step down where a server
cannot, and remember what worked.
"""

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from summarizer.engines.llm.client import Client
from summarizer.engines.llm.faults import ServerError
from summarizer.engines.llm.wire import Wire
from summarizer.errors import ModelError, SummarizerError
from summarizer.prompting import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from openai.types.chat import ChatCompletion

Mode = Literal["json_schema", "json_object", "markdown"]
MODES: tuple[Mode, ...] = get_args(Mode)
_UNUSABLE = (
    "The model's answers were not in the form asked for. Try again, or use a more capable model (--model)."
)
_ANSWER_LIMIT_CHARS = 1_000_000
_VERSIONED_LINK = re.compile(r"\n\s+For further information visit https://errors\.pydantic\.dev/\S+")
_QUIET = logging.NullHandler()


class _ModeError(ModelError):
    """No answer can be had in this mode; another may work.

    `certain` is False where a passing fault would look the same.
    """

    def __init__(self, *, certain: bool) -> None:
        super().__init__(_UNUSABLE, retryable=True)
        self.certain = certain


@dataclass(slots=True)
class Asker:
    """Asks one client, and knows in which mode its server answers."""

    client: Client
    _mode: Mode | None = None

    def ask(self, messages: list[Message], shape: type[Wire], *, once: bool = False) -> dict[str, Any]:
        """Return the model's answer as parsed JSON; it has every list that `shape` has.

        An answer that `shape` refuses goes back with the reasons, one time; the next is returned
        even so, for the caller to keep what is valid in it. With `once` nothing but a passing
        fault brings a second request. Raises ModelError when no mode brings an answer. Once the
        answer has proved useful, `keep` puts it into the cache.
        """
        modes = self._modes()[:1] if once else self._modes()
        certain = True
        for mode in modes:
            faults = self.client.faults
            try:
                answer = self._ask_in(mode, messages, shape, once=once, stepping=mode != modes[-1])
            except _ModeError as err:
                certain = certain and err.certain
                continue
            if certain or self.client.faults == faults:
                self._remember(mode)
            return answer
        raise ModelError(_UNUSABLE, retryable=True)

    def keep(self) -> None:
        """Put what was said since the last `keep` into the cache."""
        self.client.save()

    def _ask_in(
        self, mode: Mode, messages: list[Message], shape: type[Wire], *, once: bool, stepping: bool
    ) -> dict[str, Any]:
        import instructor
        from instructor.core import InstructorRetryException

        logging.getLogger("instructor").addHandler(_QUIET)  # it would print answers on stderr
        create = instructor.patch(
            create=self._create(mode, shape, len(messages), once=once, stepping=stepping),
            mode=instructor.Mode.MD_JSON if mode == "markdown" else instructor.Mode.JSON_SCHEMA,
        )
        try:
            answer: Wire = create(
                response_model=shape,
                max_retries=0 if once else 1,
                strict=False,
                messages=messages,
                **self.client.options(),
            )
        except InstructorRetryException as err:
            failed = err  # it holds the whole prompt: it is never chained
        else:
            return answer.model_dump()
        if isinstance(failed.__cause__, SummarizerError):
            raise failed.__cause__ from failed.__cause__.__cause__
        data = (
            _json_object(_content(failed.failed_attempts[-1].completion)) if failed.failed_attempts else None
        )
        lists = shape.model_fields
        if data is None or not all(isinstance(data.get(name), list) for name in lists):
            raise _ModeError(certain=True) from None
        return data

    def _create(
        self, mode: Mode, shape: type[Wire], asked: int, *, once: bool, stepping: bool
    ) -> "Callable[..., ChatCompletion]":
        """Return what instructor calls for each exchange, re-asks included."""
        schema = shape.model_json_schema()

        def create(**request: Any) -> "ChatCompletion":
            if mode == "json_schema":
                named = {"name": "answer", "strict": True, "schema": schema}
                request["response_format"] = {"type": "json_schema", "json_schema": named}
            elif mode == "json_object":
                request["response_format"] = {"type": "json_object", "schema": schema}
            request["messages"] = [*request["messages"][:asked], *map(_tidy, request["messages"][asked:])]
            try:
                completion = self.client.complete(request, once=once, stepping=stepping)
            except ServerError as fault:
                if stepping and fault.about_format is not False:
                    raise _ModeError(certain=fault.about_format is True) from None
                raise
            content = _content(completion)
            found = _json_text(content)
            if found is None and (stepping or len(content) > _ANSWER_LIMIT_CHARS):
                raise _ModeError(certain=True)
            completion.choices[0].message.content = found if found is not None else content
            return completion

        return create

    def _modes(self) -> list[Mode]:
        """Return the modes to try, the one that worked last first."""
        store = self.client.store
        known = self._mode or (store.mode(self.client.server) if store else None)
        first = [mode for mode in MODES if mode == known]
        return first + [mode for mode in MODES if mode not in first]

    def _remember(self, mode: Mode) -> None:
        if mode == self._modes()[0]:
            return
        self._mode = mode
        if self.client.store:
            self.client.store.remember_mode(self.client.server, mode)


def _tidy(message: Message) -> Message:
    """Take pydantic's links out of a re-ask: they cost tokens and change with its version."""
    return {**message, "content": _VERSIONED_LINK.sub("", message["content"])}


def _content(completion: Any) -> str:
    """Return the answer's text; halves of characters in it could be neither sent back nor printed."""
    text: str = completion.choices[0].message.content or ""
    return text.encode(errors="replace").decode()


def _json_text(content: str) -> str | None:
    """Return the JSON object in `content`: bare, fenced, or after thoughts; None when there is none."""
    after_thoughts = content.rpartition("</think>")[2]
    for candidate in (content, after_thoughts):
        start, end = candidate.find("{"), candidate.rfind("}")
        text = candidate[start : end + 1]
        if _json_object(text) is not None:
            return text
    return None


def _json_object(text: str) -> dict[str, Any] | None:
    from pydantic_core import from_json

    if not 0 < len(text) <= _ANSWER_LIMIT_CHARS:
        return None
    try:
        value = from_json(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
