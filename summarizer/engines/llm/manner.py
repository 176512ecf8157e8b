"""How a server wants to be asked, and what is remembered of it: in the process, and in the cache."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, Self, get_args

from summarizer.store import Store
from summarizer.store.cache import MODE_TRUST

Mode = Literal["json_schema", "json_object", "markdown"]
Limit = Literal["max_tokens", "max_completion_tokens"]
MODES: tuple[Mode, ...] = get_args(Mode)  # the strictest first
LIMITS: tuple[Limit, ...] = get_args(Limit)
_DOUBTFUL, _NO_TEMPERATURE = "doubtful", "no_temperature"


@dataclass(frozen=True, slots=True)
class Manner:
    """What one model on one server understands.

    `proved` is False as long as only faults that may have been passing speak for `mode`. `limit`
    is the parameter that bounds an answer, None where the server's host tells; `temperature`
    is whether there may be one.
    """

    mode: Mode = MODES[0]
    proved: bool = False
    limit: Limit | None = None
    temperature: bool = True

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what `__str__` wrote; what is not known in it says nothing."""
        words = set(text.split())
        mode = next((mode for mode in MODES if mode in words), None)
        return cls(
            mode or MODES[0],
            proved=mode is not None and _DOUBTFUL not in words,
            limit=next((limit for limit in LIMITS if limit in words), None),
            temperature=_NO_TEMPERATURE not in words,
        )

    def __str__(self) -> str:
        """Return it as the cache holds it."""
        words = [self.mode, "" if self.proved else _DOUBTFUL, self.limit or ""]
        return " ".join(filter(None, [*words, "" if self.temperature else _NO_TEMPERATURE]))

    def without(self, parameter: str) -> "Manner":
        """Return how to ask a server that refused `parameter`: the limit by its other name."""
        if parameter in LIMITS:
            return replace(self, limit=LIMITS[parameter == LIMITS[0]])
        return replace(self, temperature=False)


@dataclass(slots=True)
class Memory:
    """What is known of servers without a cache, for as long as the cache would trust it, too."""

    now_s: Callable[[], float] = time.monotonic
    _held: dict[str, tuple[Manner, float]] = field(default_factory=dict)

    def get(self, server: str) -> Manner | None:
        """Return how `server` last wanted to be asked, or None when that is unknown or long ago."""
        manner, since = self._held.get(server, (None, 0.0))
        return manner if self.now_s() - since < MODE_TRUST.total_seconds() else None

    def put(self, server: str, manner: Manner) -> None:
        """Hold that `server` wants to be asked in `manner`."""
        self._held[server] = manner, self.now_s()


@cache
def process_memory() -> Memory:
    """Return the one memory of this process, for engines that are given none."""
    return Memory()


def recall(server: str, memory: Memory, store: Store | None) -> Manner:
    """Return what is known of `server`."""
    if held := memory.get(server):
        return held
    text = store.mode(server) if store else None
    return Manner.read(text) if text else Manner()


def remember(server: str, manner: Manner, memory: Memory, store: Store | None) -> None:
    """Hold `manner` for `server`, unless that is held already: its age would be lost."""
    if memory.get(server) != manner:
        memory.put(server, manner)
    if store and store.mode(server) != str(manner):
        store.remember_mode(server, str(manner))
