"""Read who is said to have said what: "X said", "according to X", «…», so X."""

from dataclasses import dataclass
from typing import Literal

from summarizer.grounding.readers.lexicon.reporting import PRONOUNS
from summarizer.grounding.readers.quotation import read_quotations
from summarizer.grounding.readers.reported_speech import read_speech
from summarizer.grounding.readers.unspaced_speech import read_unspaced_speech

_QUOTED_WORDS = 3  # fewer words in quotation marks are a term, unless they are most of what was said


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker (None for "it was said"), the reporting verb, and what was said.

    `content` is the half-open range of the text that is attributed; `start`:`end` is where
    speaker and verb stand. A pronoun is left as the speaker: see `ArticleIndex.speaker_meant`.
    """

    speaker: str | None
    verb: str
    start: int
    end: int
    content: tuple[int, int]
    voice: Literal["quotes", "paraphrases"]


def read_attributions(text: str, language: str) -> tuple[Attribution, ...]:
    """Return what is found, in order of `start`."""
    found = [*read_speech(text, language), *read_unspaced_speech(text, language)]
    if not found:
        return ()
    found.sort(key=lambda said: said.start)
    attributions = []
    for said in found:
        content = _trimmed(text, *said.content)
        attributions.append(
            Attribution(said.speaker, said.verb, said.start, said.end, content, _voice(text, *content))
        )
    return tuple(attributions)


def is_pronoun(speaker: str) -> bool:
    """Tell whether `speaker` is a word such as "she" that stands for somebody named before."""
    return speaker.lower() in PRONOUNS


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the space and the commas around what was said."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip(" ,:\u00a0"))
    end -= len(inner) - len(inner.rstrip(" ,:\u00a0"))
    return start, max(start, end)


def _voice(text: str, start: int, end: int) -> Literal["quotes", "paraphrases"]:
    for quotation in read_quotations(text):
        inside = quotation.start >= start - 1 and quotation.end <= end + 1
        long = len(quotation.text.split()) >= _QUOTED_WORDS or len(quotation.text) * 2 > end - start
        if inside and long:
            return "quotes"
    return "paraphrases"
