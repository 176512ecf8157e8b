"""Engines propose highlights and claims; they never decide what is supported."""

from dataclasses import dataclass
from typing import Protocol

from summarizer.schema import Article, Draft, Usage


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft and how it came about, for `Summary.run`."""

    draft: Draft
    model: str | None = None
    prompt: str | None = None
    prompt_sha256: str | None = None
    usage: Usage = Usage()
    cached: bool = False
    warnings: tuple[str, ...] = ()


class Engine(Protocol):
    """Anything that reads an article and proposes highlights and claims."""

    def propose(self, article: Article) -> Proposal:
        """Return a draft for `article`; raise ModelError when none can be had."""
        ...
