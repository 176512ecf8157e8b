"""Why an item is not simply supported, in words an editor understands."""

import re

from summarizer.render.text import shorten
from summarizer.schema import Reason, ReasonCode

SENTENCES: dict[ReasonCode, str] = {
    "no_evidence": "No passage of the article comes close to this",
    "words_missing": "These words have nothing behind them in the article",
    "number_missing": "The passage it rests on does not give this number",
    "date_missing": "The passage it rests on does not give this date or time",
    "name_missing": "The passage it rests on does not give this name",
    "negation_added": "It denies or reverses what the article says",
    "negation_dropped": "It leaves out a “not” or the like",
    "modality_changed": "It sounds more, or less, certain than the article",
    "speaker_changed": "The article has someone else say this",
    "speaker_dropped": "It leaves out who said this",
    "quote_altered": "These words in quotation marks are not the article's own",
    "roles_swapped": "Who did what to whom differs from the article",
    "other_language": "It is in another language than the article, so the words could not be compared",
}
# Their words may well stand in the passage, of something else.
_REPLACED: frozenset[ReasonCode] = frozenset({"number_missing", "date_missing", "name_missing"})
_AGAINST = re.compile(r"(.*?)\s*\(article: (.*)\)", re.DOTALL)
_DETAIL_LIMIT = 160
_QUOTES = '"“”„«» '


def explain(reason: Reason) -> str:
    """Return one sentence that says what is wrong, with the words it is about.

    A detail "A (article: B)" sets the item's words against the article's; A may be missing.
    """
    found = _AGAINST.fullmatch(reason.detail)
    mine, theirs = (_quoted(part) for part in (found.groups() if found else (reason.detail, "")))
    if reason.code in _REPLACED and mine and theirs:
        return f"In this place the article has {theirs}, not {mine}."
    words = "; ".join(filter(None, [mine, theirs and f"the article has {theirs}"]))
    return f"{SENTENCES[reason.code]}: {words}." if words else f"{SENTENCES[reason.code]}."


def _quoted(words: str) -> str:
    shown = shorten(words.strip(_QUOTES), _DETAIL_LIMIT)
    return f"“{shown}”" if shown else ""
