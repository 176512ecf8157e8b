"""Read bullets from a file that anybody wrote: one a line, whatever marks them."""

import re
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from summarizer.errors import ConfigError

# Dashes, stars and middle dots also begin words and numbers; only space behind them makes markers of them.
_BULLET = re.compile(
    r"[\s\u200b]*(?:(?:[-–—*+·∙・]|o(?=\t))(?:\s+|$)|[•‣⁃◦‧●○◉■□▪▫◆◇▶▷►▻▸▹❖➤➢➔→✓✔✗✘☐☑☒✅🔹🔸\uf0b7]\ufe0f?\s*)?"
    r"(?:\[[ xX✓✔]?\](?:\s+|$))?"
)
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})\)\s+|\d{1,2}、\s*|[①-⑳]\s*")
_HEADING = re.compile(r"\s*#{1,6}\s")  # of Markdown; "#1" and "#tag" begin a text
_ORDINAL = re.compile(r"(\d{1,3}|[A-Za-z])\.\s+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its bullet; `ordinal` is the number or letter with a full stop that it begins with."""

    text: str
    ordinal: str = ""
    rest: str = ""


def read_bullets(path: Path, article: str) -> list[str]:
    """Return the lines of the text file `path` (- for stdin) without list markers, headings and empty lines.

    Raises ConfigError when there are none, when the file is no plain text, or when `article` is on stdin too.
    """
    if str(path) == "-" and article == "-":
        raise ConfigError("Only one of the article and --bullets can come from standard input.")
    bullets = without_markers(_text(path).splitlines())
    if not bullets:
        raise ConfigError(f"No bullets in {path}: write one a line.")
    return bullets


def without_markers(lines: list[str]) -> list[str]:
    """Return the lines that say something, each without the marker of the list that it stands in.

    Headings, rules and empty lines say nothing. "1." and "a." are taken for markers where the lines
    count on or count themselves; elsewhere, as in "1. FC Köln", "3. Mai" and "A. Smith", they belong
    to the text.
    """
    read = [_read(line) for line in lines if _says_something(line)]
    values = [_value(line.ordinal) for line in read if line.ordinal]
    counting = {value for before, value in pairwise(values) if before + 1 == value}
    counting |= {value - 1 for value in counting}
    return [
        line.rest if line.ordinal and _value(line.ordinal) in counting | {place} else line.text
        for place, line in enumerate(read, start=1)
    ]


def _says_something(line: str) -> bool:
    return not _HEADING.match(line) and bool(re.search(r"[^\W_]", _BULLET.sub("", line, count=1)))


def _read(line: str) -> _Line:
    text = _BULLET.sub("", line, count=1).strip()
    if marker := _ENUMERATOR.match(text):
        return _Line(text[marker.end() :])
    marker = None if _begins_with_date(text) else _ORDINAL.match(text)
    return _Line(text, marker[1], text[marker.end() :]) if marker else _Line(text)


def _value(ordinal: str) -> int:
    """Return what an ordinal counts; letters are far from what lines can number."""
    return int(ordinal) if ordinal.isdigit() else sys.maxunicode + ord(ordinal)


def _begins_with_date(text: str) -> bool:
    """Whether a number with a full stop is a day: "3. Mai"."""
    from summarizer.grounding.readers.dates import read_dates

    return any(date.start == 0 for date in read_dates(text, "de"))


def _text(path: Path) -> str:
    from summarizer.extraction.decode import decode
    from summarizer.fetch.page import binary_kind, looks_like_html

    name = "Standard input" if str(path) == "-" else path
    try:
        content = _stdin() if str(path) == "-" else path.read_bytes()
    except OSError as err:
        raise ConfigError(f"Cannot read the bullets in {path}: {err.strerror}.") from err
    if kind := binary_kind(content):
        raise ConfigError(
            f"{name} is {kind}, not a list of bullets. Pass a text file with one bullet a line."
        )
    text = decode(content, None)
    if looks_like_html(text):
        raise ConfigError(
            f"{name} is an HTML page, not a list of bullets. Did you swap the article and --bullets?"
        )
    return text


def _stdin() -> bytes:
    if sys.stdin is None:  # closed by the shell: <&-
        raise ConfigError("Standard input is closed. Pass the bullets in a file, or through a pipe.")
    return sys.stdin.buffer.read()
