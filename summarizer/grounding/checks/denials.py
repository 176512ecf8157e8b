"""How a denial acts together with what stands around it: another denial, a list, a time, a verb of saying."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from summarizer.grounding.checks.clauses import Analysis
from summarizer.grounding.readers.attribution import Attribution
from summarizer.grounding.readers.cues import Cue
from summarizer.schema import Reason

CONTRASTS = frozenset({"instead of", "rather than"})  # what stands behind may be affirmed elsewhere
BEFORE_NOUNS = CONTRASTS | frozenset({"no", "without", "lack of", "absence of", "lacks", "lacked", "lack"})
_NOT = frozenset("not n't never cannot pas jamais no nunca non não".split())
_APART = 2  # words between the two
_SHARED_WORDS = 1  # of the clauses, what denies aside


def halved(item: Analysis, evidence: Sequence[Analysis]) -> Iterator[Reason]:
    """Yield the first denial of the item that the evidence denies itself: "did not rule out"."""
    alone = [(cue, item.places(cue.start, cue.end)) for cue in _denials(item) if not _is_doubled(item, cue)]
    for sentence in evidence if alone else ():
        for cue in _denials(sentence):
            if cue.sense == "not" or not _is_doubled(sentence, cue):
                continue
            there = sentence.places(cue.start, cue.end)
            stems = {sentence.lemmas[i] for i in there}
            for mine, here in alone:
                if {item.lemmas[i] for i in here} != stems:
                    continue
                shared = (item.clause(here[0]) & sentence.clause(there[0])) - stems
                if len(shared) >= _SHARED_WORDS:
                    shown = sentence.phrase(*_with_its_denial(sentence, cue))
                    yield Reason(code="negation_dropped", detail=f"{mine.text} (article: {shown})")
                    return


def _denials(analysis: Analysis) -> list[Cue]:
    return [cue for cue in analysis.cues if cue.kind == "negation"]


def _is_doubled(analysis: Analysis, cue: Cue) -> bool:
    """Tell whether a "not" stands beside a denial."""
    return _with_its_denial(analysis, cue) != (cue.start, cue.end)


def _with_its_denial(analysis: Analysis, cue: Cue) -> tuple[int, int]:
    """Return the range of a denial and of the "not" beside it."""
    for first, second in permutations(_denials(analysis), 2):
        if cue in {first, second} and any(one.text.lower() in _NOT for one in (first, second)):
            between = sum(first.end <= token.start < second.start for token in analysis.tokens)
            if first.end <= second.start and between <= _APART:
                return first.start, second.end
    return cue.start, cue.end


def is_listed(item: Analysis, place: int, cue: Cue) -> bool:
    """Tell whether the item has the cue before a list: "without an agreement, a decision or a date"."""
    denial = cue.text.lower()
    before = (other for other in item.cues if other.end <= item.tokens[place].start)
    return denial in BEFORE_NOUNS and any(other.text.lower() == denial for other in before)


def is_bounded(sentence: Analysis, token: int, item: Analysis) -> bool:
    """Tell whether it is denied for a time that the item leaves out: "had not scored since August"."""
    until = any(other.lower == "since" for other in sentence.tokens[token + 1 : token + 3])
    return until and all(other.lower != "since" for other in item.tokens)


def leads_to(text: str, cue: Cue, told: Attribution) -> bool:
    """Tell whether the verb of saying is the first word behind a cue."""
    return told.start - len(cue.text) - 1 <= cue.start and text.startswith(told.verb, cue.end + 1)
