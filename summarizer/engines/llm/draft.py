"""What a model finds in one part of an article; an article of normal length is one part."""

from dataclasses import dataclass

from summarizer.config import Settings
from summarizer.engines.llm.ask import Asker
from summarizer.engines.llm.validate import MAX_CLAIMS, Bounds, Sifted, sift
from summarizer.engines.llm.wire import HighlightsAndClaims, HighlightsOnly, checked
from summarizer.errors import ModelError
from summarizer.prompting import Message, Prompt, messages
from summarizer.schema import Article


@dataclass(frozen=True, slots=True)
class Part:
    """Part `index` (from 0) of `of`: the sentence numbers in it, and how many highlights to ask for."""

    numbers: range
    index: int
    of: int
    highlights: int


def draft_part(asker: Asker, article: Article, part: Part, prompt: Prompt, settings: Settings) -> Sifted:
    """Return what is valid in the model's answer, asked once more where something was not.

    Raises ModelError when there is no answer, or nothing valid in it.
    """
    bounds = Bounds(part.numbers, part.highlights, settings.max_words, settings.claims)
    shape = checked(
        HighlightsAndClaims if settings.claims else HighlightsOnly,
        lambda answer: [remark.problem for remark in sift(answer.model_dump(), bounds).remarks],
    )
    sifted = sift(asker.ask(part_messages(article, part, prompt, settings), shape), bounds)
    if not sifted.draft.highlights and not sifted.draft.claims:
        problems = "; ".join(remark.problem for remark in sifted.remarks[:3])
        raise ModelError(f"Nothing in the model's answer could be used: {problems}. Use another model.")
    asker.keep()
    return sifted


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
