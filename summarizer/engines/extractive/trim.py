"""Shorten a sentence to a bullet, only by cuts after which grounding still passes."""

import re
from collections.abc import Iterator

from summarizer.engines.extractive.sentences import Candidate
from summarizer.grounding import ground_item
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading

# "As X has reported," and connectives: they say nothing of the news.
_LEAD_IN = re.compile(
    r"(?:as [^,]{3,60} (?:has |have |had )?(?:previously |earlier |already )?"
    r"(?:reported|noted|written|covered|explained)|"
    r"as [^,]{3,60} (?:was|were) (?:the )?first to report[^,]{0,30}|"
    r"however|meanwhile|moreover|furthermore|in addition|additionally|besides|also|indeed|in fact|of course|"
    r"still|yet|instead|overall|separately|notably|importantly|as a result|at the same time|"
    r"for (?:his|her|its) part|on the other hand|by contrast|in other words|"
    r"allerdings|zudem|außerdem|unterdessen|sin embargo|además|mientras tanto|"
    r"cependant|par ailleurs|en outre),\s+",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"(?:but|and|so|yet|nor|aber|und|doch|pero|mais|et) (?=\w)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:—|–|\s--?\s)\s*[^—–]{3,200}?\s*(?:—|–|\s--?\s)\s*(?=\w)")
_BRACKETS = re.compile(r"\s+\([^()]{8,}\)")
_RELATIVE = re.compile(r",\s+(?:which|who|where|whose)\b[^,;.!?]*,\s+(?=\w)")
_TAIL = re.compile(
    r"(?:,|\s*[—–;]|\s--)\s+(?:(?:which|who|where|whose)\b[^.!?,]*|(?:while|whereas|although|though|"
    r"as well as|including|such as|[a-z]+ing|according to)\b[^.!?]*)(?=[.!?][\"”’»]?$)"
)
_LOOSE = re.compile(r"[a-z]+ing\b|which\b|who\b|but\b")  # what follows an aside with a comma
_DASH_TAIL = re.compile(r"\s*(?:—|–|;)\s*[^—–;]+(?=[.!?][\"”’»]?$)")


def trim(index: ArticleIndex, candidate: Candidate, max_words: int) -> str:
    """Return the sentence without its lead-in and, while it is over `max_words`, without asides and tails.

    Each cut is kept only if what is left is still fully supported by the sentence it came from.
    """
    text = lead_in_removed(index, candidate)
    for pattern in (_ASIDE, _BRACKETS, _RELATIVE, _TAIL, _DASH_TAIL, _TAIL):
        if len(Reading(text, index.language).words) <= max_words:
            break
        for shorter in _cuts(pattern, text):
            if supported(index, shorter, candidate):
                text = shorter
                break
    return text


def lead_in_removed(index: ArticleIndex, candidate: Candidate) -> str:
    """Return the sentence without "As X has reported," or a connective at its head."""
    return next((s for s in _lead_ins(candidate.text) if supported(index, s, candidate)), candidate.text)


def supported(index: ArticleIndex, text: str, candidate: Candidate) -> bool:
    """Whether the candidate's own sentence fully bears out `text`."""
    return ground_item(text, (candidate.number,), index)[1].label == "supported"


def _lead_ins(text: str) -> Iterator[str]:
    for pattern in (_LEAD_IN, _CONJUNCTION):
        if found := pattern.match(text):
            rest = text[found.end() :]
            yield rest[:1].upper() + rest[1:]


def _cuts(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Yield `text` without each match in turn, the last (least important) first."""
    for found in reversed(list(pattern.finditer(text))):
        if "“" in found.group() or '"' in found.group():
            continue  # never cut a quotation in two
        rest = text[found.end() :].lstrip()
        joint = "" if not rest[:1].isalnum() else ", " if _LOOSE.match(rest) else " "
        shorter = text[: found.start()].rstrip() + joint + rest
        if len(shorter.split()) >= 6:  # noqa: PLR2004 - less is no sentence
            yield shorter
