"""Find the sentences worth checking, split them where they coordinate, and say who speaks."""

import re

from summarizer.engines.extractive.sentences import Candidate, leans
from summarizer.engines.extractive.trim import lead_in_removed, supported
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.attribution import Attribution, is_pronoun
from summarizer.grounding.readers.numbers import to_quantities
from summarizer.grounding.reading import Reading
from summarizer.schema import Checkworthiness, ClaimType, DraftClaim, Modality, Voice

# A claim needs something that can be checked; each signal adds to a sentence's worth.
NUMBER_WORTH, DATE_WORTH, NAME_WORTH, SPEAKER_WORTH, CAUSE_WORTH = 2.0, 1.0, 1.0, 1.0, 0.5
CHECK_WORTHY_FROM = 2.0
MINOR_FROM = 1.0
MAX_NAMES_COUNTED = 2

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
_FINITE = re.compile(
    r"(?:has|have|had|is|are|was|were|will|would|can|could|may|might|did|does|do|rose|fell|won|lost|said|made|took|"
    r"gave|went|came|grew|became|began|held|kept|left|led|met|paid|put|ran|saw|sent|set|sold|bought|told|"
    r"\w{3,}ed|plans|expects|aims|wants|says|makes|remains|includes)$"
)
_DETERMINER = re.compile(r"(?:the|a|an|two|three|four|five|some|many|most|all|no)\b", re.IGNORECASE)
SUBJECT_WORDS = 7  # a finite verb further off than this is some other clause's


def find_claims(index: ArticleIndex, candidates: tuple[Candidate, ...]) -> tuple[DraftClaim, ...]:
    """Return the article's checkable propositions in its own words, in article order."""
    claims = []
    for candidate in candidates:
        if candidate.first_person or (whole := _standing_alone(index, candidate)) is None:
            continue
        attribution = _attribution(whole, index)
        for part in _split(index, whole, candidate, attribution):
            claim = _describe(index, part, candidate.number, attribution)
            if claim is not None:
                claims.append(claim)
    return tuple(claims)


def _attribution(text: str, index: ArticleIndex) -> Attribution | None:
    """Return who speaks; the publication citing itself and "14 said" are no speakers."""
    found = next(iter(Reading(text, index.language).attributions), None)
    if found is None or found.speaker is None:
        return found
    itself = found.speaker.casefold() == (index.article.site or "").casefold()
    return None if itself or not any(map(str.isalpha, found.speaker)) else found


def _standing_alone(index: ArticleIndex, candidate: Candidate) -> str | None:
    """Return the sentence with its leading pronoun resolved, or None when it leans on another sentence."""
    text = lead_in_removed(index, candidate)
    if leans(text):
        return _resolved(index, text, 0, text.split(maxsplit=1)[0], candidate)
    told = next(iter(Reading(text, index.language).attributions), None)
    if told is None or told.speaker is None or not is_pronoun(told.speaker):
        return text
    at = text.find(told.speaker, told.start, told.end)
    return _resolved(index, text, at, told.speaker, candidate) if at >= 0 else None


def _resolved(index: ArticleIndex, text: str, at: int, pronoun: str, candidate: Candidate) -> str | None:
    """Return `text` with the pronoun at `at` replaced by the name it stands for, or None."""
    name = index.speaker_meant(candidate.number - 1, pronoun) if is_pronoun(pronoun) else None
    if name is None:
        return None
    resolved = text[:at] + name + text[at + len(pronoun) :]
    return resolved if supported(index, resolved, candidate) else None


def _split(
    index: ArticleIndex, text: str, candidate: Candidate, attribution: Attribution | None
) -> list[str]:
    """Return the coordinated clauses of `text`, each a sentence; whole where that is not safe."""
    if attribution is not None or candidate.reading.quotations:
        return [text]
    parts: list[str] = []
    subject = _subject(text, index.language)
    start = 0
    for joint in _JOINT.finditer(text):
        left, right = text[start : joint.start()], text[joint.end() :]
        if subject and _begins_finite(right):
            right_clause = f"{subject} {right}"
        elif _own_subject(right, index.language):
            right_clause = right[:1].upper() + right[1:]
        else:
            continue
        left_clause = left.rstrip(" ,;") + "."
        if not all(supported(index, clause, candidate) for clause in (left_clause, right_clause)):
            continue
        parts.append(left_clause if not parts else _again(subject, left_clause))
        start = joint.end()
    if not parts:
        return [text]
    rest = text[start:]
    parts.append(_again(subject, rest))
    return parts


def _again(subject: str | None, clause: str) -> str:
    if subject and _begins_finite(clause):
        return f"{subject} {clause}"
    return clause[:1].upper() + clause[1:]


def _subject(text: str, language: str) -> str | None:
    """Return the name that the sentence begins with, when its verb follows at once."""
    names = Reading(text, language).names
    if not names or names[0].start:
        return None
    return names[0].text if _begins_finite(text[names[0].end :].lstrip()) else None


def _begins_finite(clause: str) -> bool:
    first = clause.split(maxsplit=1)[:1]
    return bool(first) and bool(_FINITE.match(first[0].strip(",.;")))


def _own_subject(clause: str, language: str) -> bool:
    """Whether a clause begins with a subject that stands alone, and a finite verb follows soon."""
    names = Reading(clause, language).names
    if not (_DETERMINER.match(clause) or (names and names[0].start == 0)):
        return False
    words = [word.strip(",.;:") for word in clause.split()[1:SUBJECT_WORDS]]
    return any(_FINITE.match(word) for word in words)


def _describe(
    index: ArticleIndex, text: str, sentence: int, attribution: Attribution | None
) -> DraftClaim | None:
    """Return the claim with the fields that a rule can read, or None when there is nothing to check."""
    reading = Reading(text, index.language)
    speaker = attribution.speaker if attribution else None
    worth = (
        NUMBER_WORTH * bool(to_quantities(reading.numbers))
        + DATE_WORTH * bool(reading.dates)
        + NAME_WORTH * min(len(reading.names), MAX_NAMES_COUNTED)
        + SPEAKER_WORTH * bool(speaker)
        + CAUSE_WORTH * bool(_CAUSE.search(text))
    )
    kind = _type(reading, attribution)
    if worth < MINOR_FROM or (kind == "opinion" and speaker is None):
        return None
    return DraftClaim(
        text=text,
        sentences=(sentence,),
        type=kind,
        speaker=speaker,
        reporting_verb=attribution.verb if attribution else None,
        voice=_voice(attribution),
        modality=_modality(reading),
        checkworthiness=_checkworthiness(worth, kind),
    )


def _type(reading: Reading, attribution: Attribution | None) -> ClaimType:
    text, modality = reading.text, _modality(reading)
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


def _modality(reading: Reading) -> Modality:
    kinds = {cue.kind for cue in reading.cues}
    if "condition" in kinds:
        return "conditional"
    if "hedge" in kinds:
        return "hedged"
    return "predicted" if "prediction" in kinds else "asserted"


def _voice(attribution: Attribution | None) -> Voice:
    return attribution.voice if attribution else "asserts"


def _checkworthiness(worth: float, kind: ClaimType) -> Checkworthiness:
    if kind == "opinion":
        return "non_factual"
    return "check_worthy" if worth >= CHECK_WORTHY_FROM else "minor"
