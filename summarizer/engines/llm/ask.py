"""Ask a model for an answer of a given shape, in the strictest way its server can do.

Servers differ: most constrain the answer to a strict JSON schema, some only when the schema
comes with `json_object`, some not at all. We start with the strictest, step down where a server
cannot, and remember what worked.

A server that cannot may say so, or answer an error 500 without a word each time, or take the
schema and ignore it. Only the first is proof. For the others we step down, too, but believe it
only when the next article meets with the same: until then the strictest way comes first again.
"""

import json
import logging
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from summarizer.engines.llm.client import ATTEMPTS, PATIENT, Client, Patience
from summarizer.engines.llm.faults import ServerError
from summarizer.engines.llm.manner import MODES, Manner, Mode
from summarizer.engines.llm.wire import Wire
from summarizer.errors import ModelError, SummarizerError
from summarizer.prompting import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from openai.types.chat import ChatCompletion

_UNUSABLE = (
    "The model's answers were not in the form asked for. Try again, or use a more capable model (--model)."
)
_ANSWER_LIMIT_CHARS = 1_000_000
# Places in one answer at which an object is looked for: a model writes few, and each costs a reading.
_PLACES = 10
_OBJECT_START = re.compile(r'\{\s*"')
# Tries of one mode that a bare 500 is answered to, before a plainer one is tried.
_ON_BARE_500 = 2
_VERSIONED_LINK = re.compile(r"\n\s+For further information visit https://errors\.pydantic\.dev/\S+")
_QUIET = logging.NullHandler()


class _CannotError(ModelError):
    """No answer can be had in this mode; another may work.

    `said` is True where the server says so. `fault` is set where it answered a bare 500 alone.
    """

    def __init__(self, *, said: bool, fault: ServerError | None = None) -> None:
        super().__init__(_UNUSABLE, retryable=True)
        self.said = said
        self.fault = fault


@dataclass(frozen=True, slots=True)
class _Way:
    """How to ask: in which mode, how patiently, and what counts as "cannot".

    With `stepping` an error that is or may be about the format does; without `asks_again` an answer
    that ignores the schema does, too, instead of going back once. `held` asks the cache alone.
    """

    mode: Mode
    patience: Patience = PATIENT
    stepping: bool = True
    asks_again: bool = True
    once: bool = False
    held: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A model's answer as parsed JSON.

    `before` is the first one where both were refused; `fault` is why it could not be asked once more.
    """

    data: dict[str, Any]
    before: dict[str, Any] | None = None
    fault: ModelError | None = None


@dataclass(slots=True)
class Asker:
    """Asks one client, in the mode in which its server answers."""

    client: Client

    def ask(self, messages: list[Message], shape: type[Wire], *, once: bool = False) -> Answer:
        """Return the model's answer; it has every list that `shape` has.

        An answer that `shape` refuses goes back with the reasons, one time; then both are returned
        even so, for the caller to keep what is valid in the better one, or the first, where the
        second request fails. With `once` nothing but a passing fault brings a second request. Raises
        ModelError when no mode brings an answer. Once the answer has proved useful, `keep` puts it
        into the cache.
        """
        known = self.client.manner
        if once:
            return self._ask_in(_Way(known.mode, stepping=False, once=True), messages, shape)
        if not known.proved and known.mode != MODES[0]:
            with suppress(_CannotError):
                return self._ask_in(_Way(known.mode, held=True), messages, shape)
        return self._step_down(known, lambda way: self._ask_in(way, messages, shape))

    def keep(self) -> None:
        """Put what was said since the last `keep` into the cache."""
        self.client.save()

    def _step_down(self, known: Manner, ask: "Callable[[_Way], Answer]") -> Answer:
        """Return the first answer that a mode brings, and remember that mode.

        Where the plainest brings nothing but a 500 either, the server is out of order, whatever it
        can do: then the first of those that did is asked with all patience.
        """
        modes = [known.mode, *(mode for mode in MODES if mode != known.mode)] if known.proved else MODES
        said, failing = True, dict[Mode, tuple[ServerError, int]]()
        for mode in modes:
            last, proved = mode == modes[-1], known.proved and mode == known.mode
            tries = 1 if failing else ATTEMPTS if last or proved else _ON_BARE_500
            way = _Way(
                mode,
                Patience(on_bare_500=tries),
                stepping=not last or bool(failing),
                asks_again=last or proved,
            )
            try:
                answer = ask(way)
            except _CannotError as err:
                said = said and err.said
                if err.fault:
                    failing[mode] = err.fault, tries
            else:
                self._learn(mode, proved=said or mode in {MODES[0], known.mode})
                return answer
        if modes[-1] not in failing:
            raise ModelError(_UNUSABLE, retryable=True)
        mode, (fault, tried) = next(iter(failing.items()))
        if tried >= ATTEMPTS:
            raise fault
        answer = ask(_Way(mode, Patience(tried=tried), stepping=False))
        self._learn(mode, proved=mode in {MODES[0], known.mode})
        return answer

    def _learn(self, mode: Mode, *, proved: bool) -> None:
        self.client.learn(replace(self.client.manner, mode=mode, proved=proved))

    def _ask_in(self, way: _Way, messages: list[Message], shape: type[Wire]) -> Answer:
        import instructor
        from instructor.core import InstructorRetryException

        logging.getLogger("instructor").addHandler(_QUIET)  # it would print answers on stderr
        create = instructor.patch(
            create=self._create(way, shape, len(messages)),
            mode=instructor.Mode.MD_JSON if way.mode == "markdown" else instructor.Mode.JSON_SCHEMA,
        )
        try:
            answer: Wire = create(
                response_model=shape,
                max_retries=0 if way.once else 1,
                strict=False,
                messages=messages,
                model=self.client.settings.model,
            )
        except InstructorRetryException as err:
            failed = err  # it holds the whole prompt: it is never chained
        else:
            return Answer(answer.model_dump())
        contents = [_content(attempt.completion) for attempt in failed.failed_attempts or ()]
        answers = [data for content in reversed(contents) if (data := _shaped(content, shape))]
        fault = failed.__cause__
        if isinstance(fault, SummarizerError):
            if answers and isinstance(fault, ModelError) and not isinstance(fault, _CannotError):
                return Answer(answers[0], fault=fault)
            raise fault from fault.__cause__
        if answers:
            return Answer(answers[0], before=answers[1] if len(answers) > 1 else None)
        if contents and _knows(contents[-1], shape):
            raise ModelError(_UNUSABLE, retryable=True)
        raise _CannotError(said=False)

    def _create(self, way: _Way, shape: type[Wire], asked: int) -> "Callable[..., ChatCompletion]":
        """Return what instructor calls for each exchange, re-asks included."""
        schema = shape.model_json_schema()
        exchanges = count()

        def create(**request: Any) -> "ChatCompletion":
            first = next(exchanges) == 0
            if way.mode == "json_schema":
                named = {"name": "answer", "strict": True, "schema": schema}
                request["response_format"] = {"type": "json_schema", "json_schema": named}
            elif way.mode == "json_object":
                request["response_format"] = {"type": "json_object", "schema": schema}
            request["messages"] = [*request["messages"][:asked], *map(_tidy, request["messages"][asked:])]
            if way.held and not self.client.holds(request):
                raise _CannotError(said=False)
            completion = self._complete(request, way, first=first)
            content = _content(completion)
            found = _json_text(content, shape)
            huge = found is None and len(content) > _ANSWER_LIMIT_CHARS
            if first and (huge or not (way.asks_again or _knows(content, shape))):
                raise _CannotError(said=False)
            completion.choices[0].message.content = found or ("" if huge else content)
            return completion

        return create

    def _complete(self, request: dict[str, Any], way: _Way, *, first: bool) -> "ChatCompletion":
        """Return the answer; once a mode has brought one, it is no fault about the format any more."""
        if not first:
            return self.client.complete(request, once=way.once)
        try:
            return self.client.complete(request, once=way.once, patience=way.patience)
        except ServerError as fault:
            if not way.stepping or fault.about_format is False:
                raise
            said = fault.about_format is True
            raise _CannotError(said=said, fault=None if said else fault) from None


def _tidy(message: Message) -> Message:
    """Take pydantic's links out of a re-ask: they cost tokens and change with its version."""
    return {**message, "content": _VERSIONED_LINK.sub("", message["content"])}


def _content(completion: Any) -> str:
    """Return the answer's text; halves of characters in it could be neither sent back nor printed."""
    text: str = completion.choices[0].message.content or ""
    return text.encode(errors="replace").decode()


def _json_text(content: str, shape: type[Wire]) -> str | None:
    """Return the JSON object in `content`: bare, fenced, or after thoughts; None when there is none.

    Beside other braces, as in "Note: {numbers} are sentences", only one with a list of `shape` is it.
    """
    after_thoughts = content.rpartition("</think>")[2]
    for text in map(_braced, (content, after_thoughts)):
        if _json_object(text) is not None:
            return text
    fenced = map(_braced, after_thoughts.split("```", _PLACES)[1:])
    return next((text for text in chain(fenced, _objects(after_thoughts)) if _shaped(text, shape)), None)


def _braced(text: str) -> str:
    """Return `text` from the first brace to the last."""
    return text[text.find("{") : text.rfind("}") + 1]


def _objects(text: str) -> "Iterator[str]":
    """Yield the first few JSON objects in `text`, but for those that are part of a spoilt one.

    Those leave a brace without its counterpart, as the outer one of '{"answer": {"claims": []}' does.
    """
    decoder, start = json.JSONDecoder(), 0
    for _ in range(_PLACES if len(text) <= _ANSWER_LIMIT_CHARS else 0):
        if not (found := _OBJECT_START.search(text, start)):
            return
        try:
            _, end = decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            start = found.end()
            continue
        rest = text[: found.start()] + text[end:]
        if rest.count("{") == rest.count("}"):
            yield text[found.start() : end]
        start = end


def _shaped(text: str | None, shape: type[Wire]) -> dict[str, Any] | None:
    """Return the answer in `text`, every list of `shape` in it; None when it has none of them."""
    data = _json_object(text or "") or {}
    lists = {name: data[name] for name in shape.model_fields if isinstance(data.get(name), list)}
    return {**data, **{name: [] for name in shape.model_fields}, **lists} if lists else None


def _knows(content: str, shape: type[Wire]) -> bool:
    """Return whether `content`, cut off or spoilt, was to be of that shape."""
    return any(f'"{name}"' in content for name in shape.model_fields)


def _json_object(text: str) -> dict[str, Any] | None:
    from pydantic_core import from_json

    if not 0 < len(text) <= _ANSWER_LIMIT_CHARS:
        return None
    try:
        value = from_json(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
