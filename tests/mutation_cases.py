"""The mutation sets: true bullets of test articles, and each bullet falsified.

Files of `tests/data/mutations` are `{"id", "language", "title", "published", "split", "text",
"names": {"person", "organisation", "place"}, "bullets": [{"text", "mutations": [{"kind", "text"}, …]}]}`.
"seeded" falsifies each bullet in five plain ways (`summarizer.evals.falsify`; where a bullet has no room for five,
as in Chinese, written ones of those kinds make up for it); "written" are the file's own
mutations, five a bullet by its author, who was free to turn a word into its opposite, a plan into
a deed, or who did it into whom it was done to. The checks are tuned on the split "dev"; of
"heldout" only the totals are looked at.

Files of `tests/data/paraphrases` are of the same form. Their bullets are worded freely, as editors do:
epithets for names, nouns for verbs, sentences merged. Some have written mutations, some have none.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from summarizer.evals.falsify import KINDS, MUTATIONS, Bullet, falsify
from summarizer.extraction.sentences import split
from summarizer.grounding import ground
from summarizer.schema import Article, Draft, DraftHighlight, Highlight

FOLDER = Path(__file__).parent / "data" / "mutations"
PARAPHRASES = FOLDER.with_name("paraphrases")
Set = Literal["seeded", "written"]


@dataclass(frozen=True, slots=True)
class Case:
    """One article, its true bullets, and for each bullet its mutations as (kind, text), by set."""

    part: str
    article: Article
    bullets: tuple[str, ...]
    seeded: tuple[tuple[tuple[str, str], ...], ...]
    written: tuple[tuple[tuple[str, str], ...], ...]

    def mutations(self, which: Set) -> tuple[tuple[str, str], ...]:
        """Return every (kind, text) of a set."""
        return tuple(one for of_bullet in getattr(self, which) for one in of_bullet)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What grounding said of one text of a set; `kind` is None for a true bullet."""

    language: str
    kind: str | None
    item: Highlight

    @property
    def wrong(self) -> bool:
        """Whether a true bullet is flagged, or a mutation passes."""
        return (self.item.support.label == "supported") != (self.kind is None)


@lru_cache(maxsize=2)
def load(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Return every case, in the order of the files' names."""
    return tuple(_read(path) for path in sorted(folder.glob("*.json")))


def _read(path: Path) -> Case:
    data = json.loads(path.read_text(encoding="utf-8"))
    article = Article(
        title=data["title"],
        published=data["published"],
        language=data["language"],
        text=data["text"],
        sentences=split(data["text"], data["language"]),
    )
    sentences = [article.sentence(i) for i in range(len(article.sentences))]
    bullets = data["bullets"]
    return Case(
        part=data["split"],
        article=article,
        bullets=tuple(bullet["text"] for bullet in bullets),
        seeded=tuple(_seeded(bullet, data["language"], data["names"], sentences) for bullet in bullets),
        written=tuple(tuple((m["kind"], m["text"]) for m in bullet["mutations"]) for bullet in bullets),
    )


def _seeded(
    bullet: dict[str, Any], language: str, names: dict[str, list[str]], sentences: list[str]
) -> tuple[tuple[str, str], ...]:
    """Return five falsifications by seed, made up from the written ones of the same kinds where there are fewer."""
    rng = random.Random(bullet["text"])  # noqa: S311 - no secret
    by_seed = falsify(Bullet(bullet["text"], language, names, sentences), rng)
    written = [(m["kind"], m["text"]) for m in bullet["mutations"] if m["kind"] in KINDS]
    return tuple([*by_seed, *(one for one in written if one not in by_seed)][:MUTATIONS])


def verdicts(part: str, which: Set, folder: Path = FOLDER) -> Iterator[Verdict]:
    """Yield what `ground` says of every text of a split and set, given no sentence numbers."""
    for case in load(folder):
        if case.part != part:
            continue
        texts = [*((None, bullet) for bullet in case.bullets), *case.mutations(which)]
        items = tuple(DraftHighlight(text=text, sentences=()) for _, text in texts)
        grounded = ground(Draft(highlights=items, claims=()), case.article)
        for (kind, _), item in zip(texts, grounded.highlights, strict=True):
            yield Verdict(case.article.language or "", kind, item)
