"""Connections that end at an address which was checked, and end on time."""

import time
from collections.abc import Callable, Iterable
from ssl import SSLContext
from typing import Any

import httpcore2

from summarizer.errors import FetchError
from summarizer.fetch.addresses import IPAddress

Resolver = Callable[[str, float], list[IPAddress]]
"""Host name and seconds to the addresses; see `addresses.resolve`."""

_SocketOptions = Iterable[Any] | None


class Deadline:
    """A moment that all waits of one fetch share."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Return the seconds left; raise TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError(f"not finished after {self.seconds:g} s")
        return left


class GuardedBackend(httpcore2.NetworkBackend):
    """Resolves a name once, checks every address of it, and connects to what it checked.

    The name still goes into the Host header, SNI and the certificate check: only the
    address is fixed, so that a second DNS answer cannot lead elsewhere.
    """

    def __init__(self, deadline: Deadline, resolve: Resolver, allowed: Callable[[IPAddress], bool]) -> None:
        self._deadline = deadline
        self._resolve = resolve
        self._allowed = allowed
        self._tcp = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline stands for all timeouts
        local_address: str | None = None,
        socket_options: _SocketOptions = None,
    ) -> httpcore2.NetworkStream:
        """Connect to `host` at an allowed address; FetchError if any address is not allowed."""
        addresses = self._resolve(host.strip("[]"), self._deadline.remaining())
        for address in addresses:
            if not self._allowed(address):
                raise FetchError(
                    f"{host} is at {address}, inside a private or special network; such hosts are refused. "
                    "If you trust the address, pass --allow-private-hosts."
                )
        failure: Exception = OSError(f"{host} has no address")
        for address in addresses:
            try:
                stream = self._tcp.connect_tcp(
                    str(address), port, self._deadline.remaining(), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as err:
                failure = err
            else:
                return _DeadlineStream(stream, self._deadline)
        raise failure


class _DeadlineStream(httpcore2.NetworkStream):
    """A stream whose every wait is cut at the deadline, whatever timeout is asked for."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, self._deadline.remaining())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._deadline.remaining())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.remaining())
        return _DeadlineStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
