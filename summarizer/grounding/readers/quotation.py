"""Read words in quotation marks, in any typography."""

import re
from dataclasses import dataclass
from functools import lru_cache

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›「」『』‘’‚‛'`＂]")
_CLOSERS = {
    "“": '”“"',  # the straight mark closes what a careless editor opened
    "”": "”",  # Swedish and Finnish open with the closing mark
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    '"': '"',
    "＂": "＂",
    "``": "''",
    "‘": "’",
    "‚": "‘’",
    "‛": "’",
    "'": "'",
    "`": "'",
}
_SINGLE = frozenset("‘’‚‛'`")
_RUNS_ON = frozenset("“„«「『")  # a quote continued in the next sentence is left open
_ELISION = re.compile(r"(?:\d\ds?|tis|twas|em|til|cause|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between a pair of quotation marks; `start`:`end` leaves the marks out."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def read_quotations(text: str) -> tuple[Quotation, ...]:
    """Return what is found, in order of `start`; of nested quotations the outer comes first.

    Apostrophes are no quotation marks. A quotation that is opened and not closed runs to the
    end of the text, since sentences are cut out of longer speech. Remembered, since the readers
    of speech ask again.
    """
    spans: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        _take_mark(text, match, open_marks, spans)
    for mark, start in open_marks[:1]:
        if mark in _RUNS_ON:
            spans.append((start, len(text)))
    found = (_trimmed(text, start, end) for start, end in spans)
    return tuple(sorted((one for one in found if one.text), key=lambda one: (one.start, -one.end)))


def _take_mark(
    text: str, match: re.Match[str], open_marks: list[tuple[str, int]], spans: list[tuple[int, int]]
) -> None:
    """Close the innermost quotation that this mark can close, or open one."""
    mark = match.group()
    if _can_close(text, match):
        for depth in range(len(open_marks) - 1, -1, -1):
            opener, start = open_marks[depth]
            if mark in _CLOSERS[opener] and (len(mark) == 1 or opener == "``"):
                spans.append((start, match.start()))
                del open_marks[depth:]
                return
            if mark in _SINGLE:
                break  # a stray apostrophe never closes across an inner quotation
    if mark in _CLOSERS and _can_open(text, match):
        open_marks.append((mark, match.end()))


def _can_close(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if match.group() in _SINGLE:
        return bool(before) and not before.isspace() and not after.isalnum()
    return True


def _can_open(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if mark in "'‘‛`" and _ELISION.match(text, match.end()):
        return False
    if mark == "`":
        return bool(after) and not before.isalnum()
    if mark in _SINGLE or mark in {'"', "”", "»", "›"}:
        return bool(after) and not after.isspace() and not before.isalnum()
    return bool(after)


def _trimmed(text: str, start: int, end: int) -> Quotation:
    """Return the quotation without space inside its marks (French sets some)."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    inner = inner.strip()
    return Quotation(inner, start, start + len(inner))
