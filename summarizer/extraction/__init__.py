"""Turn a page into an article: its body, its sentences, and the publisher's highlights apart."""

from summarizer.extraction.isolation import is_intricate, read_apart
from summarizer.extraction.reader import read
from summarizer.fetch import Page
from summarizer.schema import Extraction

__all__ = ["extract"]


def extract(page: Page, *, filter_boilerplate: bool = True) -> Extraction:
    """Return the article on `page`, and every line that was taken out of its body.

    With `filter_boilerplate` off nothing is taken out but the publisher's highlights.
    Raises NoArticleError, which says what was found instead and what to do.
    """
    reading = read_apart if is_intricate(page) else read
    return reading(page, filter_boilerplate=filter_boilerplate)
