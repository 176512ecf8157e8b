"""Functions that summarize for the bot's tests: at once, when told, or not at all."""

import threading
from collections.abc import Callable
from typing import Self

import samples

from summarizer.config import Settings
from summarizer.pipeline import Source
from summarizer.schema import Article, Summary

PATIENCE_S = 30.0


def summary_of(source: Source) -> Summary:
    """Return a summary that a model could have made of the page at that address."""
    made = samples.summary()
    article = source if isinstance(source, Article) else made.article.model_copy(update={"url": str(source)})
    return made.model_copy(update={"article": article})


class AtOnce:
    """Summarizes without looking; what was asked for is in `asked`, in order."""

    def __init__(self, make: Callable[[Source], Summary] = summary_of) -> None:
        self.asked: list[str] = []
        self.make = make

    def __call__(self, source: Source, _settings: Settings) -> Summary:
        self.asked.append(str(source.url if isinstance(source, Article) else source))
        return self.make(source)


class Paused(AtOnce):
    """Summarizes when `go` is set, which the end of the context does too."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.go.set()

    def __call__(self, source: Source, settings: Settings) -> Summary:
        made = super().__call__(source, settings)
        self.go.wait(PATIENCE_S)
        return made


class Failing(AtOnce):
    """Fails with this error every time."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def __call__(self, source: Source, settings: Settings) -> Summary:
        super().__call__(source, settings)
        raise self._error
