"""Find the sentences worth checking, split them where they coordinate, and say who speaks."""

import re
from dataclasses import dataclass
from itertools import islice

from summarizer.engines.extractive.modality import read_modality
from summarizer.engines.extractive.people import People
from summarizer.engines.extractive.sentences import Candidate
from summarizer.engines.extractive.standing import Proposition, lacks_noun, stand_alone
from summarizer.engines.extractive.trim import supported
from summarizer.engines.extractive.verbs import begins_finite, has_finite, is_bare_subject
from summarizer.grounding import ground_item
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.attribution import Attribution, is_pronoun
from summarizer.grounding.readers.numbers import to_quantities
from summarizer.grounding.reading import Reading
from summarizer.schema import Checkworthiness, ClaimType, DraftClaim, Voice

# A claim needs something that can be checked; each signal adds to a sentence's worth.
NUMBER_WORTH, DATE_WORTH, NAME_WORTH, SPEAKER_WORTH, CAUSE_WORTH = 2.0, 1.0, 1.0, 1.0, 0.5
CHECK_WORTHY_FROM = 2.0
MINOR_FROM = 1.0
MAX_NAMES_COUNTED = 2
MAX_CLAIMS = 30  # as many as the LLM is asked for; a fact-checker reads no more

_OPINION = re.compile(
    r"\b(?:should|ought to|need(?:s)? to|deserve\w*|arguably|regrettabl\w+|unfortunately|hopefully|shame\w*|"
    r"in our (?:view|opinion)|sollte\w*|debería\w*|devrait)\b",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\b(?:must|shall|(?:is|are|was|were|be) (?:required|obliged|banned|prohibited|forbidden|permitted)|"
    r"requires?|prohibits?|bans?|under the (?:law|act|rules?|regulation)|"
    r"muss|müssen|verboten|debe|prohíbe|doit|interdit)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|caused|led to|resulted in|as a result|thanks to|driven by|triggered|"
    r"weil|wegen|führte zu|debido a|porque|à cause|en raison)\b|因为|导致|由于",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:;|, (?:and|but|while|whereas))\s+")
_DETERMINER = re.compile(r"(?:the|a|an|two|three|four|five|some|many|most|all|no)\b", re.IGNORECASE)
# What stands on the clause before it.
_DANGLING = re.compile(
    r"\b(?:they|them|it|he|she|him|those|there|this|that)\b(?! (?:of|who|which)\b)", re.IGNORECASE
)
_RELATIVE = frozenset("who qui der die das que che".split())
SUBJECT_WORDS = 7  # a finite verb further off than this is some other clause's


def find_claims(index: ArticleIndex, candidates: tuple[Candidate, ...]) -> tuple[DraftClaim, ...]:
    """Return the article's checkable propositions in its own words, in article order.

    When there are more than MAX_CLAIMS, those most worth a check are kept.
    """
    found: list[tuple[float, DraftClaim]] = []
    people = People(index)
    for candidate in candidates:
        if candidate.own_voice:
            continue
        whole = stand_alone(index, people, candidate)
        if whole is None:
            continue
        source = _source(index, people, whole)
        for part in _split(index, whole.text, candidate, source):
            worth, claim = _describe(index, part, whole.sentences, source)
            if claim is not None:
                found.append((worth, claim))
    ranked = sorted(range(len(found)), key=lambda place: (-found[place][0], place))
    kept = islice((place for place in ranked if _holds(index, found[place][1])), MAX_CLAIMS)
    return tuple(found[place][1] for place in sorted(kept))


def _holds(index: ArticleIndex, claim: DraftClaim) -> bool:
    """Whether grounding finds nothing to say against a claim: one that it sets apart helps nobody."""
    return ground_item(claim.text, claim.sentences, index, claim.speaker)[1].label == "supported"


@dataclass(frozen=True, slots=True)
class _Source:
    """Who is the speaker of a claim, as far as anybody can tell, and how it is told."""

    speaker: str | None
    told: Attribution


def _source(index: ArticleIndex, people: People, whole: Proposition) -> _Source | None:
    """Return who speaks, a pronoun resolved; the publication citing itself and "14 said" are no speakers."""
    reading = Reading(whole.text, index.language)
    told = next(
        (said for said in reading.attributions if (said.speaker or "").lower() not in _RELATIVE), None
    )
    if told is None or told.speaker is None:
        return _Source(None, told) if told else None
    if told.speaker.casefold() == (index.article.site or "").casefold():
        return None
    if is_pronoun(told.speaker):
        return _Source(people.named(whole.sentences[-1] - 1, reading, told), told)
    return _Source(told.speaker, told) if any(map(str.isalpha, told.speaker)) else None


def _split(index: ArticleIndex, text: str, candidate: Candidate, source: _Source | None) -> list[str]:
    """Return the coordinated clauses of `text`, each a sentence; whole where that is not safe."""
    if source is not None or candidate.reading.quotations:
        return [text]
    parts: list[str] = []
    subject = _subject(text, index.language)
    start = 0
    for joint in _JOINT.finditer(text):
        left, right = text[start : joint.start()], text[joint.end() :]
        if subject and begins_finite(right):
            right_clause = f"{subject} {right}"
        elif _own_subject(right, index.language):
            right_clause = right[:1].upper() + right[1:]
        else:
            continue
        left_clause = left.rstrip(" ,;") + "."
        if index.language == "en" and not has_finite(left_clause):
            continue  # a list
        if _DANGLING.search(right_clause) or lacks_noun(right_clause, index.language):
            continue
        if not all(supported(index, clause, (candidate.number,)) for clause in (left_clause, right_clause)):
            continue
        parts.append(left_clause if not parts else _again(subject, left_clause))
        start = joint.end()
    if not parts:
        return [text]
    rest = text[start:]
    parts.append(_again(subject, rest))
    return parts


def _again(subject: str | None, clause: str) -> str:
    if subject and begins_finite(clause):
        return f"{subject} {clause}"
    return clause[:1].upper() + clause[1:]


def _subject(text: str, language: str) -> str | None:
    """Return the name that the sentence begins with, when its verb follows at once."""
    names = Reading(text, language).names
    if not names or names[0].start:
        return None
    return names[0].text if begins_finite(text[names[0].end :].lstrip()) else None


def _own_subject(clause: str, language: str) -> bool:
    """Whether a clause begins with a subject that stands alone, and a finite verb follows soon."""
    if language == "en" and is_bare_subject(clause):
        return True
    names = Reading(clause, language).names
    if not (_DETERMINER.match(clause) or (names and names[0].start == 0)):
        return False
    words = [word.strip(",.;:") for word in clause.split()[1:SUBJECT_WORDS]]
    return any(begins_finite(word) for word in words)


def _describe(
    index: ArticleIndex, text: str, sentences: tuple[int, ...], source: _Source | None
) -> tuple[float, DraftClaim | None]:
    """Return its worth, and the claim, with what a rule can read; None if there is nothing to check."""
    reading = Reading(text, index.language)
    speaker, attribution = (source.speaker, source.told) if source else (None, None)
    unnamed = attribution is not None and attribution.speaker is not None and speaker is None
    worth = (
        NUMBER_WORTH * bool(to_quantities(reading.numbers))
        + DATE_WORTH * bool(reading.dates)
        + NAME_WORTH * min(len(reading.names), MAX_NAMES_COUNTED)
        + SPEAKER_WORTH * bool(speaker)
        + CAUSE_WORTH * bool(_CAUSE.search(text))
    )
    kind = _type(reading, attribution)
    if worth < MINOR_FROM or (kind == "opinion" and speaker is None):
        return worth, None
    claim = DraftClaim(
        text=text,
        sentences=sentences,
        type=kind,
        speaker=speaker,
        reporting_verb=attribution.verb if attribution and not unnamed else None,
        voice=_voice(attribution),
        modality=read_modality(reading, attribution),
        checkworthiness=_checkworthiness(worth, kind),
    )
    return (0.0 if kind == "opinion" else worth), claim


def _type(reading: Reading, attribution: Attribution | None) -> ClaimType:
    text, modality = reading.text, read_modality(reading, attribution)
    if _OPINION.search(text):
        return "opinion"
    if modality == "predicted":
        return "prediction"
    if _RULE.search(text):
        return "rule"
    if _CAUSE.search(text):
        return "causal"
    if to_quantities(reading.numbers):
        return "quantity"
    return "event" if reading.dates or reading.names or attribution else "other"


def _voice(attribution: Attribution | None) -> Voice:
    return attribution.voice if attribution else "asserts"


def _checkworthiness(worth: float, kind: ClaimType) -> Checkworthiness:
    if kind == "opinion":
        return "non_factual"
    return "check_worthy" if worth >= CHECK_WORTHY_FROM else "minor"
