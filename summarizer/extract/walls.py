"""Tell a page that holds no article, and say what it holds instead."""

from summarizer.errors import NoArticleError


def refuse_empty(name: str, text: str) -> None:
    """Raise NoArticleError if there is no text."""
    if not text.strip():
        raise NoArticleError(f"{name} is empty. Check the source, or save the page and pass the file.")
