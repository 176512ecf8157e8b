"""How long a text is, as a reader counts."""

from summarizer.grounding.readers.tokens import UNSPACED

_CHARACTERS = 2  # of a script without spaces that make about one word


def count_words(text: str, language: str) -> int:
    """Return the number of words; in Chinese and Japanese, of pairs of characters."""
    if language in UNSPACED:
        return -(-sum(map(str.isalnum, text)) // _CHARACTERS)
    return len(text.split())
