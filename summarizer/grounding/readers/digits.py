"""Read what figures stand for: grouping and decimal marks as the language sets them, digits of any script."""

import re
from functools import lru_cache

# Languages that write 1.200.000,5; the others write 1,200,000.5.
_DECIMAL_COMMA = frozenset(
    {"de", "es", "fr", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sk", "sv", "da", "no", "nb", "fi", "tr", "el", "ro",
     "hu", "bg", "hr", "sr", "sl", "id", "vi", "ca"}
)  # fmt: skip
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\D\d{3})+")
_INDIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}")
# One character for one, so that offsets hold.
_PLAIN = str.maketrans("％．＄￥－＋：／٫٬٪−‐‑", "%.$¥-+:/.,%---")
_SIGN = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009'’")


def plain(text: str) -> str:
    """Return `text` with full-width and Arabic signs as their plain ones; every offset stays."""
    return text.translate(_PLAIN) if not text.isascii() and _SIGN.search(text) else text


@lru_cache(maxsize=4096)
def parse_digits(token: str, language: str) -> float | None:
    """Return the value of figures with marks inside, or None where they are no number (1.2.3, 007)."""
    token = token.translate(_SPACES)
    if token.isdecimal():
        return None if len(token) > 1 and token[0] in "0٠०０" else float(token)
    separators = {mark for mark in ".," if mark in token}
    if not separators or not re.fullmatch(r"[\d.,]+", token):
        return None
    if len(separators) > 1:
        return _with_both(token)
    mark = separators.pop()
    if token.count(mark) > 1:
        regular = _GROUPED.fullmatch(token) or _INDIAN.fullmatch(token)
        return float(token.replace(mark, "")) if regular else None
    decimal = "," if language in _DECIMAL_COMMA else "."
    if mark != decimal and _GROUPED.fullmatch(token):
        return float(token.replace(mark, ""))
    return float(token.replace(mark, "."))


def _with_both(token: str) -> float | None:
    """Return the value where the last of two kinds of mark is the decimal one."""
    decimal = max(".,", key=token.rfind)
    whole, _, part = token.rpartition(decimal)
    grouped = _GROUPED.fullmatch(whole) or _INDIAN.fullmatch(whole)
    if not grouped or decimal in whole:
        return None
    return float(whole.replace(",", "").replace(".", "") + "." + part)
