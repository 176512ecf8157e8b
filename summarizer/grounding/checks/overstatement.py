"""Notice a word of the item's own that leaves nothing of a doubt or of what is still to come."""

from collections.abc import Iterator, Sequence

from summarizer.grounding.checks.clauses import Analysis
from summarizer.schema import Reason

_SURE = frozenset(
    """
    certain certainly definite definitely inevitable inevitably undoubtedly surely guaranteed
    sicher sicherlich bestimmt definitiv zweifellos certainement certain certaine seguro segura ciertamente
    """.split()
)
_ALMOST = frozenset("nearly almost beinahe fast presque casi".split())
_DONE = frozenset("already bereits schon déjà ya".split())
_SURER = _SURE | _ALMOST | _DONE
_NOT_YET = frozenset({"yet to", "not yet"})


def stated(stem: str, evidence: Sequence[Analysis]) -> bool:
    """Tell whether the evidence also states the word plainly, as something that happened."""
    return any(
        sentence.is_actual(place) and not sentence.senses(place)
        for sentence in evidence
        for place in sentence.at({stem})
    )


def overstated(item: Analysis, evidence: Sequence[Analysis]) -> Iterator[Reason]:
    """Yield the item's own "certainly" of what the evidence doubts, its "already" of what is to come."""
    if _SURER.isdisjoint([token.lower for token in item.tokens]):
        return
    known = {token.lower for sentence in evidence for token in sentence.tokens}
    cues = [cue for sentence in evidence for cue in sentence.cues]
    doubted = any(cue.sense == "possible" for cue in cues)
    ahead = any(cue.sense in {"planned", "expected"} or cue.text.lower() in _NOT_YET for cue in cues)
    for place, token in enumerate(item.tokens):
        sure = doubted and token.lower in _SURE and known.isdisjoint(_SURE)
        done = ahead and token.lower in _DONE and known.isdisjoint(_DONE)
        behind = "".join(item.lemmas[place + 1 : place + 2])
        almost = token.lower in _ALMOST and known.isdisjoint(_ALMOST) and stated(behind, evidence)
        if sure or almost or (done and not stated(behind, evidence)):
            yield Reason(code="modality_changed", detail=token.text)
            return
