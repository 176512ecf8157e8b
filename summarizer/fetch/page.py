"""What was read from a source, before anything is made of it."""

import re
from dataclasses import dataclass
from typing import Literal

from summarizer.errors import FetchError

MediaType = Literal["html", "text", "markdown"]

MAX_BYTES = 10_000_000
"""A page may be this large, decompressed. The largest of 181 news pages has 2.5 MB."""

# First bytes, and what such a file is called.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"RIFF", "an image, sound or video file"),
    (b"\x00\x00\x01\x00", "an image (icon)"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a rich-text document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
_FTYP = slice(4, 8)  # ISO media files (MP4, HEIC, AVIF) say "ftyp" here
_SNIFFED = 2048
_HTML = re.compile(
    r"\s*<(?:!--|(?:!doctype|\?xml|html|head|title|meta|link|script|style|body|main|article|section|header|div|p|h[1-6])\b)",
    re.IGNORECASE,
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))  # ESC shifts the characters of ISO-2022-JP


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of a source and what is known of them.

    `url` is where they came from in the end, None for a file. `name` is what the user called
    the source. `media_type` is None when the content has to tell. `charset` is the one that
    the HTTP header names.
    """

    content: bytes
    url: str | None
    name: str
    media_type: MediaType | None
    charset: str | None = None


def binary_kind(content: bytes) -> str | None:
    """Return what `content` is when it is no text: "a PDF", "a binary file"; None for text."""
    start = content[:_SNIFFED]
    kind = next((kind for magic, kind in _MAGIC if start.lstrip().startswith(magic)), None)
    if kind is None and start[_FTYP] == b"ftyp":
        kind = "an image or video file"
    utf16 = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    controls = len(start) - len(start.translate(None, _CONTROLS))
    if kind is None and not utf16 and controls > len(start) // 20:
        kind = "a binary file"
    return kind


def looks_like_html(text: str) -> bool:
    """Return whether `text` begins as a page does; one that merely mentions tags, or begins with <b>, not."""
    return _HTML.match(text) is not None


def refuse_binary(content: bytes, name: str) -> None:
    """Raise FetchError that says what `content` is, when it is no text."""
    kind = binary_kind(content)
    if kind is not None:
        raise FetchError(f"{name} is {kind}, not a page. {remedy(kind)}")


def remedy(kind: str) -> str:
    """Return what the user can do about a source of a `kind` that holds no readable text."""
    if "PDF" in kind:
        return "Save its text as a .txt file (for example with pdftotext) and pass the file."
    if "image" in kind:
        return "Pass the page or the text that it belongs to."
    return "Pass an HTML page, or its text as a .txt or .md file."
