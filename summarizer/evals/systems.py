"""The systems that are scored."""

from pathlib import Path

from summarizer.extraction import extract
from summarizer.fetch import read_source
from summarizer.schema import Article


def read_article(page: Path) -> Article:
    """Return the article on a saved page, as the program extracts it by default.

    Raises FetchError or NoArticleError.
    """
    return extract(read_source(str(page))).article
