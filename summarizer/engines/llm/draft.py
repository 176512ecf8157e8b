"""What a model finds in one part of an article; an article of normal length is one part."""

from dataclasses import dataclass

from summarizer.config import Settings
from summarizer.engines.llm.ask import Asker
from summarizer.engines.llm.validate import MAX_CLAIMS, Bounds, Sifted, sift
from summarizer.engines.llm.wire import HighlightsAndClaims, HighlightsOnly, checked
from summarizer.errors import ModelError
from summarizer.prompting import Message, Prompt, messages
from summarizer.schema import Article, Draft

_NOT_MENDED = "Asking again failed, so only what is valid in the first answer was kept. {fault}"


@dataclass(frozen=True, slots=True)
class Part:
    """Part `index` (from 0) of `of`: the sentence numbers in it, and how many highlights to ask for."""

    numbers: range
    index: int
    of: int
    highlights: int


def draft_part(
    asker: Asker, article: Article, part: Part, prompt: Prompt, settings: Settings
) -> tuple[Draft, list[str]]:
    """Return what is valid in the model's answer, asked once more where something was not, and warnings.

    Raises ModelError when there is no answer, or nothing valid in it.
    """
    bounds = Bounds(part.numbers, part.highlights, settings.max_words, settings.claims)
    shape = checked(
        HighlightsAndClaims if settings.claims else HighlightsOnly,
        lambda answer: [remark.problem for remark in sift(answer.model_dump(), bounds).remarks],
    )
    answer = asker.ask(part_messages(article, part, prompt, settings), shape)
    sifted = sift(answer.data, bounds)
    if answer.before:
        sifted = max(sifted, sift(answer.before, bounds), key=_items)
    if not sifted.draft.highlights and not sifted.draft.claims:
        if answer.fault:
            raise answer.fault from answer.fault.__cause__
        problems = "; ".join(remark.problem for remark in sifted.remarks[:3])
        raise ModelError(f"Nothing in the model's answer could be used: {problems}. Use another model.")
    asker.keep()
    warnings = [remark.sentence for remark in sifted.remarks]
    if answer.fault:
        warnings.append(_NOT_MENDED.format(fault=answer.fault))
    return sifted.draft, warnings


def _items(sifted: Sifted) -> int:
    return len(sifted.draft.highlights) + len(sifted.draft.claims)


def part_messages(article: Article, part: Part, prompt: Prompt, settings: Settings) -> list[Message]:
    """Return the messages that ask for highlights and claims of `part`."""
    slots = {
        "claims": settings.claims,
        "highlights": part.highlights,
        "language": settings.language,
        "max_claims": MAX_CLAIMS,
        "max_words": settings.max_words,
        "tone": settings.tone,
        "part": part.index + 1,
        "parts": part.of,
        "first": part.numbers.start,
        "last": part.numbers.stop - 1,
    }
    return messages(prompt, article, slots, sentences=part.numbers)
