"""Make articles from plain text, as the tests and benchmarks need them."""

from summarizer.extraction.sentences import split
from summarizer.schema import Article


def article_of(text: str, language: str = "en", **fields: str) -> Article:
    """Return an article whose body is `text`, split as extraction would split it."""
    return Article(text=text, language=language, sentences=split(text, language), **fields)  # type: ignore[arg-type]
