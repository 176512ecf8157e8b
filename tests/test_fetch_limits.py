"""How large a source may be and how long a fetch may take."""

import gzip
import io
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from web_site import Site, drip, raw

from summarizer import FetchError
from summarizer.fetch import read_source
from summarizer.fetch.page import MAX_BYTES
from summarizer.fetch.web import fetch


def test_file_or_input_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(FetchError, match=r"a\.txt is larger than 10 MB"):
        read_source(str(tmp_path / "a.txt"))
    with pytest.raises(FetchError, match="standard input is larger than 10 MB"):
        read_source("-", stdin=io.BytesIO(b"a" * (MAX_BYTES + 1)))
    assert len(read_source("-", stdin=io.BytesIO(b"a" * MAX_BYTES)).content) == MAX_BYTES


@pytest.mark.parametrize(
    ("coding", "pack"), [("identity", bytes), ("gzip", gzip.compress), ("deflate", zlib.compress)]
)
def test_size_is_limited_after_decompression(site: Site, coding: str, pack: Callable[[bytes], bytes]) -> None:
    """A bomb of 60 MB is unpacked no further than the limit."""
    body = pack(bytes(60_000_000))
    tracemalloc.start()
    with pytest.raises(FetchError, match="larger than 10 MB"):
        site.get(raw(body, f"Content-Encoding: {coding}"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30_000_000 + len(body)  # the server holds a copy of what it sends


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_silent_or_dripping_server_is_left_when_the_time_is_over(site: Site, start: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(FetchError, match=r"no complete answer within 0\.3 s"):
        site.get(drip(start), timeout_s=0.3)
    assert 0.25 < time.monotonic() - started < 1.5


def test_redirects_share_one_time_limit(site: Site) -> None:
    with pytest.raises(FetchError, match=r"no complete answer within 0\.3 s"):
        site.get(raw(b" ", "Location: /", status=302, pause_s=0.12), timeout_s=0.3)


def test_slow_resolver_counts_into_the_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    stuck, started = threading.Event(), time.monotonic()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: stuck.wait(5) and [])
    with pytest.raises(FetchError, match=r"no complete answer within 0\.2 s"):
        fetch("http://news.example/", timeout_s=0.2)
    stuck.set()
    assert time.monotonic() - started < 0.9
