"""Count how often clauses say no: once more than where they come from, and their sense is turned."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from summarizer.grounding.checks.clauses import Analysis
from summarizer.grounding.checks.denials import CONTRASTS
from summarizer.grounding.checks.negative_words import says_no
from summarizer.grounding.readers.cues import Cue
from summarizer.schema import Reason

_AGAIN = frozenset({"nor"})  # "neither … nor" says no once
_NOT_REACH = 4  # words between "not" and what it is about
_SHARED_WORDS = 2
_COVERED = 0.5
_PLAINLY_COVERED, _PLAINLY_SHARED = 0.3, 3  # share, words; by clauses that say no in no way
_LIMITS = frozenset("only until before unless solo sólo hasta salvo seul seule seulement avant".split())


def outnumbered(item: Analysis, evidence: Sequence[Analysis], language: str) -> Iterator[Reason]:
    """Yield the first "not" of a clause that says no more often than the clauses it comes from."""
    if all(cue.sense != "not" for cue in item.cues):
        return
    for segment in sorted(set(item.segments)):
        places = [i for i, other in enumerate(item.segments) if other == segment]
        start, end = item.tokens[places[0]].start, item.tokens[places[-1]].end
        denials = [
            cue
            for cue in item.cues
            if cue.sense == "not"
            and start <= cue.start < end
            and cue.text.lower() not in CONTRASTS
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
        and says_no(analysis.lemmas[i])
    }
    for cue in analysis.cues:
        if cue.kind == "negation" and cue.text.lower() not in _AGAIN:
            own = {i for i, token in enumerate(analysis.tokens) if cue.start <= token.start < cue.end}
            if any(analysis.segments[i] in segments for i in own) and not own & saying_no:
                saying_no.add(min(own))
    return len(saying_no)
