"""One self-contained HTML page: the article beside its items, each lighting up its evidence."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from markupsafe import Markup

from summarizer.render import wording
from summarizer.render.jsonld import claims_jsonld
from summarizer.render.reasons import explain
from summarizer.render.segments import Segment, split
from summarizer.render.self_contained import render_self_contained
from summarizer.render.wording import Arranged, Item
from summarizer.schema import Article, Summary

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An item as the page shows it; `segments` are the numbers of the segments that are its evidence."""

    number: int
    item: Item
    segments: tuple[int, ...]

    @property
    def doubtful(self) -> bool:
        return self.item.support.label != "supported"

    @property
    def foreign(self) -> bool:
        return any(reason.code == "other_language" for reason in self.item.support.reasons)

    @property
    def notes(self) -> tuple[str, ...]:
        return wording.claim_notes(self.item)

    @property
    def verdict(self) -> str:
        return wording.verdict(self.item.support)

    @property
    def reasons(self) -> list[str]:
        return [explain(reason) for reason in self.item.support.reasons]


def render_html(summary: Summary) -> str:
    """Return the whole page; it loads nothing and runs no script but its own."""
    items = wording.arrange(summary)
    paragraphs = split(summary.article.text, [item.evidence for item in items.all])
    entries = _entries(items.all, paragraphs)
    return render_self_contained(
        __package__,
        article=summary.article,
        run=summary.run,
        wording=wording,
        paragraphs=paragraphs,
        sections=_sections(items, entries),
        ids=[item.id for item in items.all],
        good=len(items.good),
        jsonld=Markup(claims_jsonld(summary) or ""),  # noqa: S704 - escaped for a script element
        **_language(summary.article),
    )


def _entries(items: Sequence[Item], paragraphs: list[list[Segment]]) -> list[_Entry]:
    segments: dict[int, list[int]] = defaultdict(list)
    for segment in chain.from_iterable(paragraphs):
        for item in segment.items:
            segments[item].append(segment.number)
    return [_Entry(i, item, tuple(segments[i])) for i, item in enumerate(items)]


def _sections(items: Arranged, entries: list[_Entry]) -> Iterator[tuple[str, list[_Entry]]]:
    claims = len(items.highlights)
    doubtful = len(items.good)
    yield wording.HIGHLIGHTS, entries[:claims]
    if items.claims:
        yield wording.CLAIMS, entries[claims:doubtful]
    if items.doubtful:
        yield wording.DOUBTFUL, entries[doubtful:]


def _language(article: Article) -> dict[str, Any]:
    language = article.language if _LANGUAGE.fullmatch(article.language or "") else None
    base = (language or "").split("-")[0]
    return {"language": language, "direction": "rtl" if base in _RIGHT_TO_LEFT else "ltr" if base else "auto"}
