"""The mutation set: articles with true bullets, and each bullet falsified in five ways.

Files of `tests/data/mutations` are `{"id", "language", "title", "published", "text", "split",
"bullets": [{"text", "mutations": [{"kind", "text"}, …]}]}`. The checks are tuned on the split
"dev"; of "heldout" only the totals are looked at.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from summarizer.extraction.sentences import split
from summarizer.grounding import ground
from summarizer.schema import Article, Draft, DraftHighlight, Highlight

FOLDER = Path(__file__).parent / "data" / "mutations"


@dataclass(frozen=True, slots=True)
class Case:
    """One article, its true bullets, and (kind, text) of every mutation of them."""

    part: str
    article: Article
    bullets: tuple[str, ...]
    mutations: tuple[tuple[str, str], ...]
    per_bullet: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What grounding said of one text of the set; `kind` is None for a true bullet."""

    language: str
    kind: str | None
    item: Highlight

    @property
    def wrong(self) -> bool:
        """Whether a true bullet is flagged, or a mutation passes."""
        return (self.item.support.label == "supported") != (self.kind is None)


@lru_cache(maxsize=1)
def load() -> tuple[Case, ...]:
    """Return every case of the set, in the order of the files' names."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.json")))


def _read(path: Path) -> Case:
    data = json.loads(path.read_text(encoding="utf-8"))
    article = Article(
        title=data["title"],
        published=data["published"],
        language=data["language"],
        text=data["text"],
        sentences=split(data["text"], data["language"]),
    )
    bullets = data["bullets"]
    return Case(
        part=data["split"],
        article=article,
        bullets=tuple(bullet["text"] for bullet in bullets),
        mutations=tuple((m["kind"], m["text"]) for bullet in bullets for m in bullet["mutations"]),
        per_bullet=tuple(len(bullet["mutations"]) for bullet in bullets),
    )


def verdicts(part: str) -> Iterator[Verdict]:
    """Yield what `ground` says of every text of a split, given no sentence numbers."""
    for case in load():
        if case.part != part:
            continue
        texts = [(None, bullet) for bullet in case.bullets] + list(case.mutations)
        items = tuple(DraftHighlight(text=text, sentences=()) for _, text in texts)
        grounded = ground(Draft(highlights=items, claims=()), case.article)
        for (kind, _), item in zip(texts, grounded.highlights, strict=True):
            yield Verdict(case.article.language or "", kind, item)
