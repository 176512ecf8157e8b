"""Turn a news article into highlights and claims, each tied to the words that support it.

>>> from summarizer import summarize
>>> summary = summarize("article.html")
>>> [h.text for h in summary.highlights if h.support.label == "supported"]

`summarize`, `extract` and `verify` are documented in `summarizer.pipeline`, the objects they
return in `summarizer.schema`, the settings in `summarizer.config`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.config import Settings, load_settings
    from summarizer.errors import ConfigError, FetchError, ModelError, NoArticleError, SummarizerError
    from summarizer.fetch import Page
    from summarizer.pipeline import extract, summarize, verify
    from summarizer.schema import Article, Claim, Evidence, Extraction, Highlight, Summary, Support

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Claim",
    "ConfigError",
    "Evidence",
    "Extraction",
    "FetchError",
    "Highlight",
    "ModelError",
    "NoArticleError",
    "Page",
    "Settings",
    "SummarizerError",
    "Summary",
    "Support",
    "extract",
    "load_settings",
    "summarize",
    "verify",
]

_HOMES = {
    "summarizer.config": ("Settings", "load_settings"),
    "summarizer.errors": ("ConfigError", "FetchError", "ModelError", "NoArticleError", "SummarizerError"),
    "summarizer.fetch": ("Page",),
    "summarizer.pipeline": ("extract", "summarize", "verify"),
    "summarizer.schema": ("Article", "Claim", "Evidence", "Extraction", "Highlight", "Summary", "Support"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `summarizer --help` is instant."""
    import importlib

    for module, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
