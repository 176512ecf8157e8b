"""Check that an item denies what its evidence denies, and nothing else."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from summarizer.grounding.checks.clauses import Analysis, analyse
from summarizer.grounding.checks.denials import BEFORE_NOUNS, halved, is_bounded, is_listed
from summarizer.grounding.checks.denied_clauses import compare_clauses
from summarizer.grounding.checks.opposites import opposites, unspaced_opposites
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.attribution import Attribution
from summarizer.grounding.readers.cues import Cue
from summarizer.grounding.readers.lexicon.opposites import NEGATIVE
from summarizer.grounding.readers.stems import lemma
from summarizer.grounding.readers.tokens import UNSPACED
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

# Where "not" may stand behind its verb, whole clauses are compared instead of single words.
_BY_CLAUSE = frozenset({"de", "nl", "zh", "ja", "hi"})
_SHARED_WORDS = 2
_CONTRASTS = frozenset({"instead of", "rather than"})  # what stands behind may be affirmed elsewhere
_NO_DENIALS = frozenset({"instead of", "rather than", "far from", "short of"})
_AGAIN = frozenset({"nor"})  # "neither … nor" says no once
_DENIES = frozenset({"denied", "denies", "deny", "rejected", "rejects", "disputed", "disputes"})
_NOT_REACH = 4  # words between "not" and what it is about
_NEAR = 5  # words
_SHARED_NOUNS = 3  # words: "at no cost" says nothing of other costs
_COVERED = 0.5
_PLAINLY_COVERED, _PLAINLY_SHARED = 0.3, 3  # share, words; by clauses that say no in no way
_LIMITS = frozenset("only until before unless solo sólo hasta salvo seul seule seulement avant".split())
_NEGATIVE_FORM = re.compile(
    r"un(?!der|i|ti|less|cl|a$|o$)\w{3}|non-|dis(?:agre|allow|approv|appear|band|contin|qualif|regard|solv|charg|connect)"
    r"|in(?:activ|accur|complet|capab|eligib|adequ|suffic|valid|visib|abil|conclus)|im(?:possib|probab|proper)|il(?:leg|lic)"
    r"|ir(?:regul|relev)|(?!unless|never)\w+less$"
)
_NEGATIVE_STEMS = frozenset(lemma(word, "en") for word in NEGATIVE)


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield a negation that was added or dropped, and a word turned into its opposite."""
    language = article.language
    said = analyse(item.text, language)
    shown = [analyse(reading.text, language) for reading in evidence]
    if language in _BY_CLAUSE:
        yield from compare_clauses(item, evidence, language)
    else:
        added = [*_unsaid(item, evidence), *_added(said, shown)]
        yield from added or _outnumbered(said, shown, language)
        yield from _dropped(said, shown, {word for name in item.names for word in name.text.split()})
        yield from halved(said, shown)
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
        cue = next((c for c in item.cues if c.sense == "not" and _leads_to(item.text, c, told)), None)
        if cue is not None and not any(map(_keeps_silent, evidence)):
            yield Reason(code="negation_added", detail=f"{cue.text} {told.verb}")
            return


def _keeps_silent(reading: Reading) -> bool:
    """Tell whether a sentence says no outside of what it reports."""
    reported = [told.content for told in reading.attributions]
    denials = [cue for cue in reading.cues if cue.kind == "negation"]
    return any(
        not any(start <= cue.start < end for start, end in reported)
        or any(_leads_to(reading.text, cue, told) for told in reading.attributions)
        for cue in denials
    )


def _leads_to(text: str, cue: Cue, told: Attribution) -> bool:
    """Tell whether the verb of saying is the first word behind a cue."""
    return told.start - len(cue.text) - 1 <= cue.start and text.startswith(told.verb, cue.end + 1)


def _added(item: Analysis, evidence: Sequence[Analysis]) -> Iterator[Reason]:
    """Yield each word that only the item negates."""
    denied = {sentence.lemmas[token] for sentence in evidence for token in sentence.negated}
    for token, cues in item.negated.items():
        stem = item.lemmas[token]
        if cues[0].text.lower() in _CONTRASTS:
            continue
        if stem in denied or _reworded(item, token, evidence):
            continue
        there = [(sentence, place) for sentence in evidence for place in sentence.at({stem})]
        if _is_denied_alike(item, cues[0].text.lower(), evidence):
            continue
        affirmed = [sentence.tokens[place].text for sentence, place in there if sentence.is_told(place)]
        if there and not affirmed:
            continue
        if affirmed:
            yield _reason("negation_added", item.phrase(cues[0].start, item.tokens[token].end), affirmed[0])
        elif _covered(item, token, evidence) and not any(map(_is_negative, evidence)):
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


def _outnumbered(item: Analysis, evidence: Sequence[Analysis], language: str) -> Iterator[Reason]:
    """Yield the first "not" of a clause that says no more often than the clauses it comes from."""
    for segment in sorted(set(item.segments)):
        places = [i for i, other in enumerate(item.segments) if other == segment]
        start, end = item.tokens[places[0]].start, item.tokens[places[-1]].end
        denials = [
            cue
            for cue in item.cues
            if cue.sense == "not"
            and start <= cue.start < end
            and cue.text.lower() not in _CONTRASTS
            and not _is_kept(item, cue, evidence)
        ]
        matter = item.clause(places[0])
        if not denials or len(matter) < _SHARED_WORDS:
            continue
        home = max(evidence, key=lambda sentence: len(matter & sentence.content_lemmas))
        shared = matter & home.content_lemmas
        there = _segments_of(home, shared)
        denied = _times_denied(home, there, language)
        limits = [i for i, token in enumerate(home.tokens) if token.lower in _LIMITS]
        denied += any(home.segments[i] in there for i in limits)  # "before deciding" is not yet decided
        plain = not denied and not limits
        least = min(_COVERED, max(_PLAINLY_SHARED / len(matter), _PLAINLY_COVERED)) if plain else _COVERED
        if len(shared) >= least * len(matter) and _times_denied(item, {segment}, language) > denied:
            token = next((i for i in places if item.tokens[i].start >= denials[0].end), places[-1])
            yield Reason(code="negation_added", detail=item.phrase(denials[0].start, item.tokens[token].end))
            return


def _segments_of(analysis: Analysis, stems: frozenset[str]) -> frozenset[int]:
    """Return the clauses in which some of `stems` stand; those with one alone only where none has more."""
    counts = Counter(analysis.segments[i] for i in analysis.at(stems))
    several = frozenset(segment for segment, count in counts.items() if count >= _SHARED_WORDS)
    return several or frozenset(counts)


def _is_kept(item: Analysis, cue: Cue, evidence: Sequence[Analysis]) -> bool:
    """Tell whether the evidence says no beside one of the words that the item has beside a "not"."""
    beside, times = {item.lemmas[i] for i in _beside(item, cue)}, _denials_around(item, cue)
    for sentence in evidence:
        for other in sentence.cues:
            if (
                other.sense in {"not", "fail"}
                and any(sentence.lemmas[i] in beside for i in _beside(sentence, other))
                and _denials_around(sentence, other) >= times
            ):
                return True
    return False


def _denials_around(analysis: Analysis, cue: Cue) -> int:
    """Return how many cues say no in the clause of one."""
    segment = analysis.segment_at(cue.start)
    return sum(c.kind == "negation" and analysis.segment_at(c.start) == segment for c in analysis.cues)


def _beside(analysis: Analysis, cue: Cue) -> Iterator[int]:
    """Yield where the words of content stand that are nearest to a cue, on either side, in its clause."""
    segment = analysis.segment_at(cue.start)
    behind = [i for i, token in enumerate(analysis.tokens) if token.start >= cue.end]
    before = [i for i, token in enumerate(analysis.tokens) if token.end <= cue.start]
    for places in (behind[:_NOT_REACH], before[: -_NOT_REACH - 1 : -1]):
        for place in places:
            if analysis.content[place] and analysis.segments[place] == segment:
                yield place
                break


def _times_denied(analysis: Analysis, segments: Collection[int], language: str) -> int:
    """Return how often the words of some clauses say no: by a cue, or by a word such as "refuse"."""
    saying_no = {
        i
        for i, segment in enumerate(analysis.segments)
        if segment in segments
        and language == "en"
        and analysis.tokens[i].lower not in _AGAIN
        and (analysis.lemmas[i] in _NEGATIVE_STEMS or _has_negative_prefix(analysis.lemmas[i]))
    }
    for cue in analysis.cues:
        if cue.kind == "negation" and cue.text.lower() not in _AGAIN:
            own = {i for i, token in enumerate(analysis.tokens) if cue.start <= token.start < cue.end}
            if any(analysis.segments[i] in segments for i in own) and not own & saying_no:
                saying_no.add(min(own))
    return len(saying_no)


def _dropped(item: Analysis, evidence: Sequence[Analysis], names: Collection[str]) -> Iterator[Reason]:
    """Yield each word that only the evidence negates; the words of names are not what is denied."""
    negated = item.negated
    for sentence in evidence:
        for token, cues in sentence.negated.items():
            stem = sentence.lemmas[token]
            places = [place for place in item.at({stem}) if item.tokens[place].text not in names]
            if not places or any(place in negated or _near_negative(item, place) for place in places):
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


def _reworded(item: Analysis, token: int, evidence: Sequence[Analysis]) -> bool:
    """Tell whether the evidence says no to the same thing in other words: "rejected", "failed to"."""
    around = {
        item.lemmas[i] for i in range(max(token - 8, 0), min(token + 9, len(item.lemmas))) if item.content[i]
    }
    own = {cue.start for cue in item.negated[token]}
    rest = (i for i in range(len(item.tokens)) if i != token and item.tokens[i].start not in own)
    repeated = {item.lemmas[i] for i in rest if item.content[i]}
    for sentence in evidence:
        if not _is_negative(sentence):
            continue
        for place, stem in enumerate(sentence.lemmas):
            if stem in repeated:
                continue  # the item says that no itself
            if (
                stem in _NEGATIVE_STEMS
                or place in sentence.negated
                or _has_negative_prefix(sentence.lemmas[place])
            ):
                near = {
                    sentence.lemmas[i] for i in range(max(place - 6, 0), min(place + 7, len(sentence.lemmas)))
                }
                if len(near & around) >= _SHARED_WORDS or (near & around and len(around) <= _SHARED_WORDS):
                    return True
    return False


def _near_negative(analysis: Analysis, place: int) -> bool:
    """Tell whether a word that says no stands close to the word at `place`, in its clause."""
    near = range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(analysis.lemmas)))
    own = analysis.segments[place]
    denied = (cue.start for cue in analysis.cues if cue.kind == "negation")
    return any(analysis.segment_at(start) == own for start in denied) or any(
        (
            analysis.lemmas[i] in _NEGATIVE_STEMS
            or analysis.tokens[i].lower.endswith("n't")
            or _has_negative_prefix(analysis.lemmas[i])
        )
        and analysis.segments[i] == analysis.segments[place]
        for i in near
    )


def _covered(item: Analysis, token: int, evidence: Sequence[Analysis]) -> bool:
    """Tell whether the evidence speaks of the item's matter, its negated word aside."""
    others = item.content_lemmas - {item.lemmas[token]}
    known = {stem for sentence in evidence for stem in sentence.content_lemmas}
    return bool(others) and len(others & known) >= _COVERED * len(others)


def _is_negative(analysis: Analysis) -> bool:
    """Tell whether anything in the text says no, in whatever form."""
    return any(cue.kind == "negation" for cue in analysis.cues) or any(
        stem in _NEGATIVE_STEMS or _has_negative_prefix(stem) for stem in analysis.lemmas
    )


def _has_negative_prefix(stem: str) -> bool:
    return bool(_NEGATIVE_FORM.match(stem))
