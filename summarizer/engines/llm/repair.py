"""One more try at items that grounding did not call supported."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from summarizer.config import Settings
from summarizer.engines.llm.ask import Asker
from summarizer.engines.llm.validate import Bounds, fold, sift
from summarizer.engines.llm.wire import HighlightRepairs, Repairs
from summarizer.grounding import ground
from summarizer.prompting import load, messages
from summarizer.render.reasons import explain
from summarizer.schema import Article, Claim, Draft, DraftClaim, DraftHighlight, Highlight

PROMPT = "repair"
# Sentences shown on either side of those an item rests on: pronouns and speakers are mostly there.
_CONTEXT_SENTENCES = 1


@dataclass(frozen=True, slots=True)
class Failed:
    """An item to repair: its list and place in the draft, the item, and what grounding made of it."""

    kind: Literal["highlights", "claims"]
    place: int
    item: DraftHighlight | DraftClaim
    grounded: Highlight | Claim

    @property
    def id(self) -> str:
        """What the item is called in the request, such as h1 or c3."""
        return f"{self.kind[0]}{self.place + 1}"


Candidate = tuple[Failed, DraftHighlight | DraftClaim]


def find_failed(draft: Draft, article: Article) -> list[Failed]:
    """Return the items of `draft` that the article does not bear out and that a model may mend."""
    grounded = ground(draft, article)
    highlights = enumerate(zip(draft.highlights, grounded.highlights, strict=True))
    claims = enumerate(zip(draft.claims, grounded.claims, strict=True))
    return [
        entry
        for entry in (
            *(Failed("highlights", place, *pair) for place, pair in highlights),
            *(Failed("claims", place, *pair) for place, pair in claims),
        )
        if entry.grounded.support.label != "supported"
        and all(reason.code != "other_language" for reason in entry.grounded.support.reasons)
    ]


def repair(
    asker: Asker, article: Article, draft: Draft, failed: Sequence[Failed], settings: Settings
) -> Draft:
    """Return `draft` with those of the `failed` items replaced that now pass.

    All go back in one request, with the reasons; an item that still fails stays as it was.
    Raises ModelError when the request fails.
    """
    shown = _concerned(article, failed)
    slots = {"claims": settings.claims, "language": settings.language, "max_words": settings.max_words}
    asked = messages(load(PROMPT), article, slots, sentences=shown, items=_as_json(failed))
    answer = asker.ask(asked, Repairs if settings.claims else HighlightRepairs, once=True)
    asker.keep()
    bounds = Bounds(shown, highlights=1, max_words=settings.max_words, claims=settings.claims)
    return _with_passing(draft, article, [*_candidates(answer.data, failed, bounds)])


def _as_json(failed: Sequence[Failed]) -> str:
    items = [
        {
            "id": entry.id,
            **entry.item.model_dump(mode="json"),
            "findings": [explain(reason) for reason in entry.grounded.support.reasons],
        }
        for entry in failed
    ]
    return json.dumps(items, ensure_ascii=False, indent=1)


def _concerned(article: Article, failed: Iterable[Failed]) -> frozenset[int]:
    """Return the numbers of the sentences that the items rest on, and of their neighbours."""
    numbers = {cited for entry in failed for cited in entry.item.sentences}
    for entry in failed:
        for evidence in entry.grounded.evidence:
            numbers |= {
                number
                for number, span in enumerate(article.sentences, start=1)
                if span.start < evidence.end and evidence.start < span.end
            }
    near = range(-_CONTEXT_SENTENCES, _CONTEXT_SENTENCES + 1)
    return frozenset(n + step for n in numbers for step in near if 1 <= n + step <= len(article.sentences))


def _candidates(answer: dict[str, Any], failed: Sequence[Failed], bounds: Bounds) -> Iterable[Candidate]:
    """Yield what came back for each item, as far as it is valid and changed."""
    for entry in failed:
        returned = {str(raw.get("id")): raw for raw in answer[entry.kind] if isinstance(raw, dict)}
        draft = sift({entry.kind: [returned.get(entry.id)]}, bounds).draft
        for item in draft.highlights if entry.kind == "highlights" else draft.claims:
            if item != entry.item:
                yield entry, item


def _with_passing(draft: Draft, article: Article, candidates: Sequence[Candidate]) -> Draft:
    """Return `draft` with each candidate that is now supported, and says nothing twice, in its place."""
    items: dict[str, list[DraftHighlight | DraftClaim]] = {
        "highlights": [*draft.highlights],
        "claims": [*draft.claims],
    }
    highlights = [pair for pair in candidates if pair[0].kind == "highlights"]
    claims = [pair for pair in candidates if pair[0].kind == "claims"]
    tried = {"highlights": [item for _, item in highlights], "claims": [item for _, item in claims]}
    grounded = ground(Draft.model_validate(tried), article)
    verdicts: list[Highlight | Claim] = [*grounded.highlights, *grounded.claims]
    for (entry, item), verdict in zip([*highlights, *claims], verdicts, strict=True):
        same_kind = items[entry.kind]
        others = {fold(other.text) for place, other in enumerate(same_kind) if place != entry.place}
        if verdict.support.label == "supported" and fold(item.text) not in others:
            same_kind[entry.place] = item
    return Draft.model_validate(items)
