"""Send in order, one message at a time in each channel and no faster than Slack allows.

Slack takes about one message a second in a channel (https://docs.slack.dev/apis/web-api/rate-limits).
"""

import heapq
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from typing import Any, TypeVar

T = TypeVar("T")
SENDERS = 8
_Errand = tuple["Future[Any]", Callable[[], Any]]


class Outbox:
    """Channels with what is to be sent there, and a few threads that send it. `close` ends it."""

    def __init__(self, pace_s: float, senders: int = SENDERS) -> None:
        self._pace_s = pace_s
        # A channel is here while anything waits or is under way.
        self._errands: dict[str, deque[_Errand]] = {}
        self._due: list[tuple[float, int, str]] = []  # when channels with an errand may be sent to
        self._rests_until: dict[str, float] = {}  # channels with nothing to send
        self._order = count()
        self._closing = False
        self._changed = threading.Condition()
        self._threads = [
            threading.Thread(target=self._serve, name=f"outbox-{n}", daemon=True) for n in range(senders)
        ]
        for thread in self._threads:
            thread.start()

    def send(self, channel: str, errand: Callable[[], T]) -> "Future[T]":
        """Run `errand` when those before it in `channel` are done and the pause is over.

        The future is cancelled when the outbox closes first.
        """
        future: Future[T] = Future()
        with self._changed:
            if self._closing:
                future.cancel()
                return future
            if channel not in self._errands:
                self._errands[channel] = deque()
                self._schedule(channel, self._rests_until.pop(channel, 0.0))
            self._errands[channel].append((future, errand))
        return future

    def close(self, timeout_s: float) -> None:
        """Take nothing more; send what waits for up to `timeout_s` seconds, then cancel the rest."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._errands, timeout_s)
            left = [errand for errands in self._errands.values() for errand in errands]
            self._errands.clear()
            self._due.clear()
            self._changed.notify_all()
        for future, _ in left:
            future.cancel()

    def _serve(self) -> None:
        while (taken := self._take()) is not None:
            channel, (future, errand) = taken
            if future.set_running_or_notify_cancel():
                _fulfil(future, errand)
            with self._changed:
                self._release(channel)

    def _take(self) -> tuple[str, _Errand] | None:
        """Wait for the next errand that is due; None when the outbox is closed and empty."""
        with self._changed:
            while True:
                if self._due and self._due[0][0] <= time.monotonic():
                    channel = heapq.heappop(self._due)[2]
                    return channel, self._errands[channel].popleft()
                if self._closing and not self._errands:
                    return None
                self._changed.wait(self._due[0][0] - time.monotonic() if self._due else None)

    def _release(self, channel: str) -> None:
        now = time.monotonic()
        if self._errands.get(channel):
            self._schedule(channel, now + self._pace_s)
            return
        self._errands.pop(channel, None)
        if len(self._rests_until) > 1_000:  # noqa: PLR2004 - only to bound it
            self._rests_until = {name: at for name, at in self._rests_until.items() if at > now}
        self._rests_until[channel] = now + self._pace_s
        self._changed.notify_all()

    def _schedule(self, channel: str, at: float) -> None:
        heapq.heappush(self._due, (at, next(self._order), channel))
        self._changed.notify_all()


def _fulfil(future: "Future[T]", errand: Callable[[], T]) -> None:
    try:
        result = errand()
    except Exception as err:  # noqa: BLE001 - it is handed on: whoever asked gets it from the future
        future.set_exception(err)
    else:
        future.set_result(result)
