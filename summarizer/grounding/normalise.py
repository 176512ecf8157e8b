"""Fold typography away, and keep the way back to the source."""

import re
import unicodedata
from dataclasses import dataclass

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′＇`´‹›", "'"),
        **dict.fromkeys("“”„‟″«»＂「」『』〝〞", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    }
)
# Soft hyphen, zero-width characters, joiners, direction marks, byte-order mark, variation selectors.
_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f\u202a\u202b\u202c\u202d\u202e"
)
_PIECE = re.compile(
    r"(?P<ascii>[!-~]+(?: [!-~]+)*)(?![\u0300-\u036f])|(?P<space>\s+)|(?P<other>.[\u0300-\u036f]*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; character i of it comes from `source[origins[i]]` and the accents set on that."""

    source: str
    text: str
    origins: tuple[int, ...]

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of the source that `text[start:end]` comes from; start < end."""
        stop = self.origins[end - 1] + 1
        while stop < len(self.source) and "\u0300" <= self.source[stop] <= "\u036f":
            stop += 1
        return self.origins[start], stop


def fold_typography(source: str) -> Folded:
    """Return `source` with quotes, dashes, ligatures, width and case folded, spaces run together.

    Diacritics stay: they tell words apart. Each folded character remembers its origin.
    """
    pieces: list[str] = []
    origins: list[int] = []
    spaced = True  # a space now would lead or double
    for match in _PIECE.finditer(source):
        at = match.start()
        if match.lastgroup == "ascii":
            pieces.append(match.group().lower())
            origins.extend(range(at, match.end()))
            spaced = False
        elif match.lastgroup == "space":
            if not spaced:
                pieces.append(" ")
                origins.append(at)
            spaced = True
        elif match.group() not in _INVISIBLE:
            plain = match.group().translate(_PLAIN)
            folded = unicodedata.normalize("NFKC", plain).translate(_PLAIN).lower()
            folded = plain if folded[:1] == " " else folded  # "¨" is no space with an accent
            pieces.append(folded)
            origins.extend([at] * len(folded))
            spaced = False
    return Folded(source, "".join(pieces), tuple(origins))
