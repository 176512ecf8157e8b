"""Shorten a sentence to a bullet, only by cuts after which grounding still passes."""

import re
from collections.abc import Iterator

from summarizer.engines.extractive.length import count_words
from summarizer.engines.extractive.verbs import begins_finite, has_finite, starts_clause
from summarizer.grounding import ground_item
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.attribution import Attribution
from summarizer.grounding.reading import Reading

MAX_CUTS = 3  # in one sentence
MAX_TRIES = 12  # texts that are cut further, or that have to pass grounding
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
# Where and from whom: VIENNA and a dash, BERLIN (Reuters) and a dash.
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}+(?: {_CAPITALS}*)*(?:, [\w. ]{{2,20}})? ?)?"
    r"(?:\([A-Z][\w ]{1,20}\) ?)?[—–-]{1,2}\s+(?=\w)"
)
_ASIDE = re.compile(r"\s*(?:—|–|\s--?\s)\s*[^—–]{3,200}?\s*(?:—|–|\s--?\s)\s*(?=\w)")
_BRACKETS = re.compile(r"\s+\([^()]{2,}\)")
_RELATIVE = re.compile(r",\s+(?:which|who|where|whose|qui|dont|cuyo|cuya)\b[^,;.!?]*,\s+(?=\w)")
_APPOSED = re.compile(
    r",\s+(?:an?|the|its|une?|le|la|el|un[ao]?)\s[^,;.!?]{3,90},\s+(?=\w)(?!(?:and|or|et|y|e|o|ou)\b)"
)
_TAIL = re.compile(
    r"(?:,|\s*[—–;]|\s--)\s+(?:(?:which|who|where|whose)\b[^.!?,]*|(?:while|whereas|although|though|"
    r"as well as|including|such as|[a-z]+ing)\b[^.!?]*)(?=[.!?][\"”’»]?$)"
)
_DASH_TAIL = re.compile(r"\s*(?:—|–|;)\s*[^—–;]+(?=[.!?][\"”’»]?$)")
_MIDDLE = re.compile(
    r",\s+(?:at least|at most|up|down|among them|compared with|against|once|enough|together with|along with|"
    r"frente a|contre|junto con|tras|après)\b[^,;.!?]*(?:[.](?=\S)[^,;.!?]*)*,\s+(?=\w)"
)
_LAST_PART = re.compile(
    r",\s+(?:an?|the|with|without|after|as|amid|among|despite|following|compared|along|down|up|at least|"
    r"because|enough|and|but|frente|contre|qui|dont|où|cuyo|cuya|"
    r"avec|après|con|tras|après|dopo|após|nach)\b(?:[^.!?]|[.](?=\S))*(?=[.!?][\"”’»]?$)"
)
_LAST_PHRASE = re.compile(
    r"(?<!such)(?<!well)(?<!known)(?<!\w\w as \w\w\w\w)\s+(?:after|amid|despite|following|"
    r"as(?= (?:the|an?|its|their|[A-Z]\w+) ))\s(?:[^.!?]|[.](?=\S))*(?=[.!?][\"”’»]?$)"
)
_FIRST_PHRASE = re.compile(
    r"(?:although|though|while|after|as|with|despite|following|having|based on|looking ahead|in addition to|"
    r"now that|far from)\b[^,\d]{3,160},\s+(?=\w)",
    re.IGNORECASE,
)
_CUTS = (
    _ASIDE,
    _BRACKETS,
    _RELATIVE,
    _TAIL,
    _DASH_TAIL,
    _APPOSED,
    _MIDDLE,
    _LAST_PART,
    _LAST_PHRASE,
    _FIRST_PHRASE,
)
_LOOSE = re.compile(r"[a-z]+ing\b|which\b|who\b|but\b")  # what follows an aside with a comma
_PRONOUN = re.compile(r"\b(?:he|she|him|his|hers?|it|its|they|their|them)\b", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:while|although|though|if|as|when|where|after|before|since|despite|according|in|on|at|by|for|from|with|during|"
    r"under|based|having|looking|because|until|once|unless|like|following|to|not|\w+ing)\b",
    re.IGNORECASE,
)  # a part that leads up to the clause behind its comma
_HANGING = re.compile(
    r"\b(?:of|for|at|from|in|on|with|to|by|about|and|or|but|the|an?|than|as|that|both|"
    r"(?:as|so|more|less) \w+)[.!?]$"
)
_CLOSING = 2  # characters: the full stop and a quotation mark
_LEAST_WORDS = 6  # fewer are no sentence


def trim(index: ArticleIndex, text: str, sentences: tuple[int, ...], max_words: int) -> str:
    """Return `text` cut to `max_words`: of all ways to leave out asides, appositions and tails the least.

    What is left is still fully supported by `sentences` (from 1), says who speaks as before, and holds
    each condition. Where nothing does, `text` is returned as it is.
    """
    fitting: list[str] = []
    if count_words(text, index.language) <= max_words:
        return text
    seen, long = {text}, [text]
    for _ in range(MAX_CUTS):
        shorter = dict.fromkeys(cut for one in long for cut in _cuts(one, index.language) if cut not in seen)
        seen.update(shorter)
        fitting += [cut for cut in shorter if count_words(cut, index.language) <= max_words]
        long = [cut for cut in shorter if count_words(cut, index.language) > max_words][:MAX_TRIES]
    fitting.sort(key=len, reverse=True)
    return next((one for one in fitting[:MAX_TRIES] if supported(index, one, sentences)), text)


def lead_in_removed(index: ArticleIndex, text: str, number: int) -> str:
    """Return sentence `number` (from 1) without dateline, "As X has reported," and connective."""
    for pattern in (_DATELINE, _LEAD_IN, _CONJUNCTION):
        if found := pattern.match(text):
            rest = text[found.end() :]
            shorter = rest[:1].upper() + rest[1:]
            if supported(index, shorter, (number,)):
                text = shorter
    return text


def supported(index: ArticleIndex, text: str, sentences: tuple[int, ...]) -> bool:
    """Whether the given sentences (from 1) fully bear out `text`."""
    return ground_item(text, sentences, index)[1].label == "supported"


def _cuts(text: str, language: str) -> Iterator[str]:
    """Yield `text` without each part in turn that may be left out."""
    for pattern in _CUTS:
        for found in _matches(pattern, text):
            shorter = _without(pattern, found, text)
            if shorter is not None and _is_whole(shorter, text, found.span(), language):
                yield shorter


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield all matches, those that begin inside another one too."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, found.start() + 1)


def _without(pattern: re.Pattern[str], found: re.Match[str], text: str) -> str | None:
    """Return `text` without what was found; None where that would leave no sentence."""
    if any(mark in found.group() for mark in '“”"«»„'):
        return None  # never cut a quotation in two
    rest = text[found.end() :].lstrip()
    if not found.start():
        return rest[:1].upper() + rest[1:]
    finite = begins_finite(rest)
    if (pattern is _FIRST_PHRASE) or (pattern in {_APPOSED, _RELATIVE} and not finite):
        return None  # "in Braunau, a town on the border, Austria will …", or a list
    joint = "" if not rest[:1].isalnum() else " "
    if _LOOSE.match(rest) or (pattern is _MIDDLE and not finite):
        joint = ", "
    return text[: found.start()].rstrip() + joint + rest


def _is_whole(shorter: str, text: str, cut: tuple[int, int], language: str) -> bool:
    """Whether a cut leaves a sentence that says no more than the whole one did."""
    if len(shorter.split()) < _LEAST_WORDS or _HANGING.search(shorter):
        return False
    if language == "en" and not has_finite(shorter):
        return False
    if _OPENING.match(shorter) and "," not in shorter and "," in text:
        return False
    joined = re.match(r",\s+(?:and|but)\s+(.*)", text[slice(*cut)])
    if joined and not starts_clause(joined[1]):
        return False  # the last of a list
    before, after = Reading(text, language), Reading(shorter, language)
    if (
        before.names
        and _PRONOUN.search(shorter)
        and len(after.names) < len(before.names)
        and text.endswith(shorter[-8:])
    ):
        return False  # who "she" is may have gone
    told = {said.verb for said in after.attributions}
    if any(said.verb not in told and not _is_inside(said, cut) for said in before.attributions):
        return False
    return _conditions(after) == _conditions(before)


def _is_inside(said: Attribution, cut: tuple[int, int]) -> bool:
    """Whether all of what was said is cut off together with who said it."""
    return cut[0] <= said.start and cut[0] <= said.content[0] and said.content[1] <= cut[1] + _CLOSING


def _conditions(reading: Reading) -> int:
    return sum(cue.kind == "condition" for cue in reading.cues)
