"""What is read from the web, files and standard input, within which bounds, and what is refused."""

import gzip
import io
import ipaddress
import re
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from summarizer import FetchError, NoArticleError
from summarizer.extraction import extract
from summarizer.fetch import Page, read_source
from summarizer.fetch.addresses import IPAddress, is_public
from summarizer.fetch.page import MAX_BYTES
from summarizer.fetch.web import fetch

NEWS = b"<p>Rents rose 4.5% in May.</p>"
LOOPBACK = ipaddress.ip_address("127.0.0.1")
ODD_SPELLINGS = (
    "127.0.0.1 127.1 2130706433 0x7f.1 127。0。0。1 0 localhost [::1] [::] [::ffff:127.0.0.1] [::127.0.0.1] "
    "[64:ff9b::7f00:1] 169.254.169.254 2852039166 0xa9fea9fe [::ffff:a9fe:a9fe] [fe80::1%lo] 10.0.0.1"
).split()
CLOSED = (
    "10.0.0.1 172.16.0.1 192.168.1.1 100.64.0.1 100.100.100.200 168.63.129.16 169.254.169.254 127.9.9.9 0.0.0.0 "
    "224.0.0.1 240.0.0.1 255.255.255.255 192.0.2.1 ::1 :: fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 "
    "2002:0a00:1:: ::ffff:8.8.8.8 ::10.0.0.1 64:ff9b::a9fe:a9fe 2001:0:1::1 2001:db8::1"
).split()
Reply = Callable[["Handler"], None]


class Site(ThreadingHTTPServer):
    """A web site on loopback: `replies` by path, and what was asked for in `requests`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: dict[str, Reply] = {"/": raw(NEWS, "Content-Type: text/html")}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()

    def at(self, host: str, path: str = "/") -> str:
        return f"http://{host}:{self.server_port}{path}"

    def get(self, reply: Reply | None = None, path: str = "/", timeout_s: float = 5) -> Page:
        """Fetch the page at `path`, which answers with `reply`."""
        if reply:
            self.replies[path] = reply
        return fetch(self.at("127.0.0.1", path), allow_private_hosts=True, timeout_s=timeout_s)


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.requests.append((self.path, dict(self.headers)))
        try:
            self.server.replies[self.path](self)
        except (BrokenPipeError, ConnectionResetError):  # the client gave up first
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


def raw(body: bytes, *headers: str, status: int = 200, apart: int = 0, pause_s: float = 0.0) -> Reply:
    """Return a reply of a status, headers and `body`, whose first `apart` bytes come alone."""
    head = "\r\n".join([f"HTTP/1.1 {status} Reason", *headers, "Connection: close", "", ""])

    def reply(handler: Handler) -> None:
        handler.server.closing.wait(pause_s)
        handler.wfile.write(head.encode() + body[:apart])
        handler.server.closing.wait(0.05 if apart else 0)
        handler.wfile.write(body[apart:])

    return reply


def drip(start: bytes) -> Reply:
    """Return a reply that sends `start`, then a byte now and then, for longer than anyone waits."""

    def reply(handler: Handler) -> None:
        handler.wfile.write(start)
        for _ in range(100):
            if not handler.server.closing.wait(0.02) and start:
                handler.wfile.write(b"a")

    return reply


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.closing.set()
        server.shutdown()


@pytest.mark.parametrize(("url", "message"), [
    *((url, "only http and https") for url in ("file:///etc/passwd", "ftp://x/", "data://x", "http://x:0/")),
    *((url, "not a valid address") for url in ("http://0177.0.0.1/", "http://a:b:c/", "http://[::1")),
    *((f"http://{host}/", "user name or password") for host in ("me@127.0.0.1", "x:80@[::1]", "127.0.0.1\\@x")),
])  # fmt: skip
def test_only_plain_http_and_https_are_fetched(site: Site, url: str, message: str) -> None:
    with pytest.raises(FetchError, match=message):
        read_source(url)
    with pytest.raises(FetchError, match=message):  # nor does a redirect lead there
        site.get(raw(b"", f"Location: {url}", status=302))


SUFFIXES = {"a.html": "html", "a.HTM": "html", "a.txt": "text", "a.md": "markdown", "a": None}


@pytest.mark.parametrize(("name", "kind"), SUFFIXES.items())
def test_file_is_what_its_suffix_says(tmp_path: Path, name: str, kind: str | None) -> None:
    path = tmp_path / name
    path.write_bytes(NEWS)
    page = read_source(str(path))
    assert (page.content, page.url, page.name, page.media_type) == (NEWS, None, str(path), kind)


def test_dash_is_standard_input() -> None:
    assert read_source("-", stdin=io.BytesIO(NEWS)) == Page(NEWS, url=None, name="-", media_type=None)


@pytest.mark.parametrize(("source", "message"), [
    ("missing", r"There is no file missing\.$"),
    ("news.example/rents", "There is no file .* write https:// in front"),
    (".", "is a folder. Name the files in it"), ("", "No source was named"),
    ("a\0b", "Cannot read"),
    ("~nobody-by-this-name/a.txt", r"Cannot read .*[^.]\.$"),
])  # fmt: skip
def test_unreadable_file_says_why(source: str, message: str) -> None:
    with pytest.raises(FetchError, match=message):
        read_source(source)


def test_empty_source_says_that_it_is_empty(tmp_path: Path, site: Site) -> None:
    (tmp_path / "a.txt").touch()
    empty = raw(b"", "Content-Encoding: gzip")
    for page in (read_source(str(tmp_path / "a.txt")), read_source("-", stdin=io.BytesIO()), site.get(empty)):
        with pytest.raises(NoArticleError, match=f"^{re.escape(page.name)} is empty|nput is empty"):
            extract(page)


def test_file_or_input_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(FetchError, match=r"a\.txt is larger than 10 MB"):
        read_source(str(tmp_path / "a.txt"))
    with pytest.raises(FetchError, match="standard input is larger than 10 MB"):
        read_source("-", stdin=io.BytesIO(b"a" * (MAX_BYTES + 1)))
    assert len(read_source("-", stdin=io.BytesIO(b"a" * MAX_BYTES)).content) == MAX_BYTES


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_leads_to_the_page_and_takes_no_cookie_along(site: Site, status: int) -> None:
    page = site.get(raw(b"", "Location: ..#top", "Set-Cookie: a=b", status=status), "/old/")
    assert (page.content, page.name, page.url) == (NEWS, site.at("127.0.0.1", "/old/"), site.at("127.0.0.1"))
    assert [path for path, _ in site.requests] == ["/old/", "/"]
    assert "Cookie" not in site.requests[1][1]


def test_redirect_in_utf_8_is_followed(site: Site) -> None:
    site.replies["/s%C3%BCd"] = site.replies["/"]
    assert site.get(raw(b"", "Location: /süd", status=302), "/old").content == NEWS


def test_five_redirects_are_followed_and_six_are_not(site: Site) -> None:
    for hop in range(1, 7):
        site.replies[f"/{hop}"] = raw(b"", f"Location: /{hop - 1 or ''}", status=302)
    assert site.get(path="/5").content == NEWS
    with pytest.raises(FetchError, match="more than 5 redirects"):
        site.get(path="/6")
    assert len(site.requests) == 6 + 6


LONG = b"a" * 65_540  # zlib holds back the end of a bare stream of this length
PACKED = {
    "plain": ("identity", LONG),
    "gzip": ("gzip", gzip.compress(LONG)),
    "gzip in parts": ("x-gzip", gzip.compress(LONG[:40_000]) + gzip.compress(LONG[40_000:])),
    "gzip with padding": ("GZip", gzip.compress(LONG) + b"\0\r\n"),
    "zlib": ("deflate", zlib.compress(LONG)),
    "bare deflate": ("deflate", zlib.compress(LONG, wbits=-zlib.MAX_WBITS)),
}


@pytest.mark.parametrize(("coding", "body"), PACKED.values(), ids=PACKED)
def test_compressed_page_is_read_whole(site: Site, coding: str, body: bytes) -> None:
    assert site.get(raw(body, f"Content-Encoding: {coding}", apart=1)).content == LONG


@pytest.mark.parametrize(
    ("coding", "body", "message"),
    [
        ("gzip", gzip.compress(NEWS * 9)[:-12], "is damaged"),
        ("gzip", NEWS, "is damaged"),
        ("br", NEWS, "compression that was not asked for"),
        ("gzip, gzip", gzip.compress(gzip.compress(NEWS)), "compression that was not asked for"),
    ],
    ids=["cut short", "not gzip", "brotli", "twice"],
)
def test_page_that_cannot_be_unpacked_is_refused(site: Site, coding: str, body: bytes, message: str) -> None:
    with pytest.raises(FetchError, match=message):
        site.get(raw(body, f"Content-Encoding: {coding}"))


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


@pytest.mark.parametrize("host", ODD_SPELLINGS)
def test_address_off_the_open_internet_is_refused(site: Site, host: str) -> None:
    with pytest.raises(FetchError, match=r"inside a private or special network.*--allow-private-hosts"):
        read_source(site.at(host))
    assert site.requests == []


@pytest.mark.parametrize("host", ODD_SPELLINGS[::2])
def test_redirect_off_the_open_internet_is_refused(site: Site, host: str) -> None:
    site.replies["/"] = raw(b"", f"Location: {site.at(host)}", status=302)
    first = iter([True])
    with pytest.raises(FetchError, match="inside a private or special network"):
        fetch(site.at("127.0.0.1"), allowed=lambda address: next(first, False) or is_public(address))
    assert len(site.requests) == 1


@pytest.mark.parametrize("address", CLOSED)
def test_closed_network_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_open_internet_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "localhost"])
def test_private_hosts_can_be_allowed(site: Site, host: str) -> None:
    assert read_source(site.at(host), allow_private_hosts=True).content == NEWS


def test_name_with_one_private_address_is_refused(site: Site) -> None:
    both = [LOOPBACK, ipaddress.ip_address("10.0.0.1")]
    with pytest.raises(FetchError, match=r"news\.example is at 10\.0\.0\.1"):
        fetch(site.at("news.example"), resolver=lambda *_: both, allowed=lambda address: address == LOOPBACK)
    assert site.requests == []


def test_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    """A name that resolves to another address the second time leads nowhere else."""
    answers = [[LOOPBACK], [ipaddress.ip_address("127.0.0.2")]]
    checked: list[IPAddress] = []
    page = fetch(
        site.at("news.example"),
        resolver=lambda *_: answers.pop(0),
        allowed=lambda address: not checked.append(address),
    )
    assert (page.content, page.url) == (NEWS, site.at("news.example"))
    assert (checked, len(answers)) == ([LOOPBACK], 1)
    assert site.requests[0][1]["Host"] == f"news.example:{site.server_port}"


def test_next_address_of_a_name_is_tried(site: Site) -> None:
    both = [ipaddress.ip_address("::1"), LOOPBACK]
    assert fetch(site.at("news.example"), resolver=lambda *_: both, allow_private_hosts=True).content == NEWS


def test_proxy_of_the_environment_is_ignored(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert site.get().content == NEWS


@pytest.mark.parametrize(("status", "message"), [
    (401, "login.*save the page from your browser"), (402, "paywall.*save the page from your browser"),
    (403, "refuses programs.*save the page from your browser"),
    (451, "legal reasons.*save the page from your browser"),
    (404, "no such page"), (410, "was taken down"), (429, "too many requests.*try again later"),
    (302, r"an error \(302\)"), (418, r"an error \(418\)"), (503, r"in trouble \(503\)"),
])  # fmt: skip
def test_status_says_what_to_do(site: Site, status: int, message: str) -> None:
    with pytest.raises(FetchError, match=f"(?i){message}"):
        site.get(raw(NEWS, "Content-Type: text/html", status=status))


@pytest.mark.parametrize(
    "reply", [raw(NEWS, "Content-Length: 1000"), lambda _: None], ids=["cut short", "no answer"]
)
def test_broken_connection_is_an_error(site: Site, reply: Reply) -> None:
    with pytest.raises(FetchError, match=r"Cannot read .*[^.]\. Check the address and the connection\.$"):
        site.get(reply)


@pytest.mark.parametrize(("content_type", "content", "message"), [
    ("application/pdf", b"", "is a PDF, not a page. Save its text"),
    ("image/jpeg", b"", r"is an image \(jpeg\), not a page. Pass the page"),
    ("application/json", b"", "is of type application/json, not a page"),
    ("text/html", b"\n%PDF-1.7", "is a PDF, not a page. Save its text"),
    ("", b"\x89PNG\r\n\x1a\n", r"is an image \(PNG\), not a page. Pass the page"),
    ("application/octet-stream", b"\0\0\0\x20ftypavif", "is an image or video file"),
    ("text/plain", b"PK\x03\x04", "is a ZIP archive or an office document"),
    ("text/plain", b"a\0b\0" * 9, "is a binary file"),
])  # fmt: skip
def test_what_is_no_page_says_what_it_is(site: Site, content_type: str, content: bytes, message: str) -> None:
    with pytest.raises(FetchError, match=message):
        site.get(raw(content, f"Content-Type: {content_type}"))
    if content:
        with pytest.raises(FetchError, match=message):
            read_source("-", stdin=io.BytesIO(content))


@pytest.mark.parametrize(("content_type", "kind", "charset"), [
    ("text/html; charset=UTF-8", "html", "utf-8"), ('TEXT/HTML;Charset="ISO-8859-1"', "html", "iso-8859-1"),
    ("text/plain; charset=shift_jis", "text", "shift_jis"), ("text/markdown", "markdown", None), ("", None, None),
])  # fmt: skip
def test_content_type_gives_kind_and_charset(
    site: Site, content_type: str, kind: str | None, charset: str | None
) -> None:
    page = site.get(raw(b"Stra\xdfe", f"Content-Type: {content_type}"))
    assert (page.content, page.media_type, page.charset) == (b"Stra\xdfe", kind, charset)
