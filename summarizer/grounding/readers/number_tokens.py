"""Cut text into words, figures and signs, with the gaps between them in mind."""

import re
from functools import lru_cache

from summarizer.grounding.readers.tokens import cut

_TOKEN = re.compile(
    r"(\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\w)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*"
    r"|[\u0900-\u0963\u0970-\u097F]+|[^\W\d_]+|[^\w\s]|_)"
)
_WORD = re.compile(r"[\u0900-\u0963\u0970-\u097F]+|[^\W\d_]+")
# The same for ASCII, in which two sentences in three are and which is found in half the time.
_ASCII_TOKEN = re.compile(
    r"([A-Za-z]+|[0-9]{1,3}(?: [0-9]{3})+(?!\w)(?:[.,][0-9]+)?|[0-9]+(?:[.,'][0-9]+)*|[^\w\s]|_)"
)
_ASCII_WORD = re.compile(r"[a-z]+")
HYPHENS = frozenset("-–")


@lru_cache(maxsize=64)
def words_in(text: str) -> frozenset[str]:
    """Return the words of `text` in lower case, to tell cheaply what it cannot hold.

    Remembered, since dates and numbers are read one after the other.
    """
    lower = text.lower()
    return frozenset((_ASCII_WORD if lower.isascii() else _WORD).findall(lower))


class Tokens:
    """The tokens of a text: as they stand in `texts`, in lower case in `words`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.texts, self.starts, self.ends = cut(_ASCII_TOKEN if text.isascii() else _TOKEN, text)
        self.words = list(map(str.lower, self.texts))

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.texts)

    def word(self, index: int) -> str:
        """Return token `index` in lower case, or "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_glued(self, index: int) -> bool:
        """Tell whether nothing stands between token `index` and the one before."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def is_figure(self, index: int) -> bool:
        """Tell whether token `index` begins with a digit."""
        return 0 <= index < len(self.texts) and self.texts[index][0].isdecimal()

    def follow(self, index: int) -> int:
        """Return the token that goes on from token `index - 1` over one space or a hyphen, else -1."""
        if index >= len(self.starts):
            return -1
        gap = self.starts[index] - self.ends[index - 1]
        if gap == 0 and self.words[index] in HYPHENS and self.is_glued(index + 1):
            return index + 1
        return index if gap <= 1 else -1

    def next_word(self, index: int) -> str:
        """Return the word that goes on from token `index - 1`, or ""."""
        at = self.follow(index)
        return self.words[at] if at > 0 else ""

    def slice(self, first: int, after: int) -> str:
        """Return the text from token `first` up to token `after`, which is left out."""
        return self.text[self.starts[first] : self.ends[after - 1]]
