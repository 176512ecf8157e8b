"""A hold on answers that drip without end or are too large: time-outs watch single reads only."""

from collections.abc import Callable, Iterator

import httpx2

from summarizer.engines.llm.faults import ServerError

MAX_ANSWER_BYTES = 8_000_000


def bounded(remaining_s: Callable[[], float]) -> Callable[[httpx2.Response], None]:
    """Return a response hook that stops reading at the deadline or beyond MAX_ANSWER_BYTES."""

    def hook(response: httpx2.Response) -> None:
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = _Bounded(response.stream, remaining_s)

    return hook


class _Bounded(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, remaining_s: Callable[[], float]) -> None:
        self._stream = stream
        self._remaining_s = remaining_s

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._stream:
            size += len(chunk)
            if size > MAX_ANSWER_BYTES:
                raise ServerError(f"The server's answer is larger than {MAX_ANSWER_BYTES // 1_000_000} MB.")
            if self._remaining_s() <= 0:
                raise ServerError("The server's answer was not complete by the deadline (deadline_s).")
            yield chunk

    def close(self) -> None:
        self._stream.close()
