"""What is made of a site's answer: its status, its compression, its type, and what is no page."""

import gzip
import io
import zlib

import pytest
from web_site import NEWS, Reply, Site, raw

from summarizer import FetchError
from summarizer.fetch import read_source


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
