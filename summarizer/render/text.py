"""Text made safe to show: nothing that commands a terminal, reorders a line or breaks one."""

import re

QUOTE_LIMIT = 400  # characters of a quote in Markdown and plain text
_LINE_BREAK = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls, ESC and CSI among them; tab and line feed stay
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates that reorder what is seen
    "\ud800-\udfff]"  # lone surrogates, which no encoding takes
)
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")  # but no-break spaces, which French and figures need


def plain(text: str) -> str:
    """Return `text` without what could command a terminal or reorder a line; line breaks become LF."""
    return _UNSAFE.sub("", _LINE_BREAK.sub("\n", text))


def one_line(text: str) -> str:
    """Return `text` made plain, with every run of space and line breaks made one space."""
    return _SPACE.sub(" ", plain(text)).strip()


def shorten(text: str, limit: int) -> str:
    """Return `text` on one line, cut with an ellipsis where it exceeds `limit` characters."""
    line = one_line(text)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
