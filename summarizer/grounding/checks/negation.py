"""Check that an item denies what its evidence denies, and nothing else."""

from collections.abc import Collection, Iterator, Sequence

from summarizer.grounding.checks.clauses import Analysis, analyse
from summarizer.grounding.checks.denial_counts import outnumbered
from summarizer.grounding.checks.denials import (
    BEFORE_NOUNS,
    CONTRASTS,
    halved,
    is_bounded,
    is_listed,
    leads_to,
)
from summarizer.grounding.checks.denied_clauses import compare_clauses
from summarizer.grounding.checks.negative_words import is_denied_near, is_denied_otherwise, is_negative
from summarizer.grounding.checks.opposites import opposites, unspaced_opposites
from summarizer.grounding.checks.short_denials import denied_elsewhere
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.tokens import UNSPACED
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

# Where "not" may stand behind its verb, whole clauses are compared instead of single words.
_BY_CLAUSE = frozenset({"de", "nl", "zh", "ja", "hi"})
_NO_DENIALS = CONTRASTS | {"far from"}
_DENIES = frozenset({"denied", "denies", "deny", "rejected", "rejects", "disputed", "disputes"})
_SHARED_NOUNS = 3  # words: "at no cost" says nothing of other costs
_COVERED = 0.5


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield a negation that was added or dropped, and a word turned into its opposite."""
    language = article.language
    said = analyse(item.text, language)
    shown = [analyse(reading.text, language) for reading in evidence]
    if language in _BY_CLAUSE:
        yield from compare_clauses(item, evidence, language)
    else:
        added = [*_unsaid(item, evidence), *_added(said, shown)]
        yield from added or outnumbered(said, shown, language)
        if any(sentence.negated for sentence in shown):
            yield from _dropped(said, shown, {word for name in item.names for word in name.text.split()})
        yield from halved(said, shown)
        yield from denied_elsewhere(item, evidence, article)
    swaps = (
        unspaced_opposites(item.text, [reading.text for reading in evidence], language)
        if language in UNSPACED
        else opposites(said, shown, language)
    )
    for swap in swaps:
        yield Reason(code="negation_added", detail=f"{swap.item} (article: {swap.evidence})")


def _unsaid(item: Reading, evidence: Sequence[Reading]) -> Iterator[Reason]:
    """Yield a "not" right before a verb of saying, where nobody in the evidence keeps silent."""
    for told in item.attributions:
        cue = next((c for c in item.cues if c.sense == "not" and leads_to(item.text, c, told)), None)
        if cue is not None and not any(map(_keeps_silent, evidence)):
            yield Reason(code="negation_added", detail=f"{cue.text} {told.verb}")
            return


def _keeps_silent(reading: Reading) -> bool:
    """Tell whether a sentence says no outside of what it reports."""
    reported = [told.content for told in reading.attributions]
    denials = [cue for cue in reading.cues if cue.kind == "negation"]
    return any(
        not any(start <= cue.start < end for start, end in reported)
        or any(leads_to(reading.text, cue, told) for told in reading.attributions)
        for cue in denials
    )


def _added(item: Analysis, evidence: Sequence[Analysis]) -> Iterator[Reason]:
    """Yield each word that only the item negates."""
    if not item.negated:
        return
    denied = {sentence.lemmas[token] for sentence in evidence for token in sentence.negated}
    for token, cues in item.negated.items():
        stem = item.lemmas[token]
        if cues[0].text.lower() in CONTRASTS:
            continue
        if stem in denied or is_denied_otherwise(item, token, evidence):
            continue
        there = [(sentence, place) for sentence in evidence for place in sentence.at({stem})]
        if _is_denied_alike(item, cues[0].text.lower(), evidence):
            continue
        affirmed = [sentence.tokens[place].text for sentence, place in there if sentence.is_told(place)]
        if there and not affirmed:
            continue
        if affirmed:
            yield _reason("negation_added", item.phrase(cues[0].start, item.tokens[token].end), affirmed[0])
        elif _covered(item, token, evidence) and not any(map(is_negative, evidence)):
            yield Reason(code="negation_added", detail=item.phrase(cues[0].start, item.tokens[token].end))


def _is_denied_alike(item: Analysis, denial: str, evidence: Sequence[Analysis]) -> bool:
    """Tell whether the evidence denies with the very verb most of what the item has."""
    if denial not in _DENIES:
        return False
    for sentence in evidence:
        for cue in sentence.cues:
            denied = sentence.matter((cue.end, sentence.tokens[-1].end))
            if cue.text.lower() == denial and len(denied & item.content_lemmas) > _COVERED * len(denied):
                return True
    return False


def _dropped(item: Analysis, evidence: Sequence[Analysis], names: Collection[str]) -> Iterator[Reason]:
    """Yield each word that only the evidence negates; the words of names are not what is denied."""
    negated = item.negated
    for sentence in evidence:
        for token, cues in sentence.negated.items():
            stem = sentence.lemmas[token]
            if stem not in item.lemmas:
                continue
            places = [place for place in item.at({stem}) if item.tokens[place].text not in names]
            if not places or any(
                place in negated or is_denied_near(item, place, sentence) for place in places
            ):
                continue
            if is_listed(item, places[0], cues[0]) or is_bounded(sentence, token, item):
                continue
            if cues[0].text.lower() in _NO_DENIALS or item.near(places[0]).isdisjoint(sentence.near(token)):
                continue
            if (
                cues[0].text.lower() in BEFORE_NOUNS
                and len(sentence.content_lemmas & item.content_lemmas) < _SHARED_NOUNS
            ):
                continue
            if not _affirmed(item, places[0], sentence, token, evidence):
                there = sentence.phrase(cues[0].start, sentence.tokens[token].end)
                yield _reason("negation_dropped", item.tokens[places[0]].text, there)


def _affirmed(
    item: Analysis, place: int, sentence: Analysis, token: int, evidence: Sequence[Analysis]
) -> bool:
    """Tell whether the evidence also says the word without negation, in a context no less alike."""
    near = item.near(place)
    least = len(near & sentence.near(token))
    for other in evidence:
        negated = other.negated
        for there in other.at({item.lemmas[place]}):
            if there not in negated and len(near & other.near(there)) >= max(least, 1):
                return True
    return False


def _reason(code: str, item: str, evidence: str) -> Reason:
    return Reason.model_validate({"code": code, "detail": f"{item} (article: {evidence})"})


def _covered(item: Analysis, token: int, evidence: Sequence[Analysis]) -> bool:
    """Tell whether the evidence speaks of the item's matter, its negated word aside."""
    others = item.content_lemmas - {item.lemmas[token]}
    known = {stem for sentence in evidence for stem in sentence.content_lemmas}
    return bool(others) and len(others & known) >= _COVERED * len(others)
