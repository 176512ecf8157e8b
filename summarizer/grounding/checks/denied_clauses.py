"""Compare clauses that deny, where "not" may stand far from what it is about."""

from collections.abc import Iterator, Sequence
from itertools import islice

from summarizer.grounding.checks.clauses import clause_of, matter_of
from summarizer.grounding.readers.cues import Cue
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

_COVERED = 0.5
_NEARLY = 0.8  # of the matter of both: one is a copy of the other, but for a word or two


def _denials(reading: Reading) -> list[Cue]:
    return [cue for cue in reading.cues if cue.kind == "negation"]


def _closest(told: frozenset[str], evidence: Sequence[Reading], language: str) -> Reading:
    return max(evidence, key=lambda reading: len(told & matter_of(reading.text, language)))


def compare_clauses(item: Reading, evidence: Sequence[Reading], language: str) -> Iterator[Reason]:
    """Yield a negation that stands on one side alone, in a clause that both sides share."""
    denials, known = _denials(item), matter_of(item.text, language)
    for denial in denials:
        told = matter_of(item.text[slice(*clause_of(item.text, denial))], language) or known
        close = [r for r in evidence if len(told & matter_of(r.text, language)) >= _COVERED * len(told)]
        start, end = clause_of(item.text, denial)
        times = sum(start <= other.start < end for other in denials)
        if close and times > max(len(_denials(reading)) for reading in close):
            yield Reason(code="negation_added", detail=denial.text)
            return
    copied = _closest(known, evidence, language)
    there = matter_of(copied.text, language)
    if len(known & there) >= _NEARLY * len(known | there):
        yield from _miscounted(denials, _denials(copied))
    elif not denials:
        dropped = (reason for reading in evidence for reason in _left_out(known, reading, language))
        yield from islice(dropped, 1)


def _miscounted(mine: Sequence[Cue], theirs: Sequence[Cue]) -> Iterator[Reason]:
    """Yield a reason where one side says no more often than the other."""
    if len(mine) > len(theirs):
        yield Reason(code="negation_added", detail=mine[0].text)
    elif len(mine) < len(theirs):
        yield Reason(code="negation_dropped", detail=f"(article: {', '.join(cue.text for cue in theirs)})")


def _left_out(known: frozenset[str], reading: Reading, language: str) -> Iterator[Reason]:
    """Yield each denied clause of a sentence whose matter the item, which denies nothing, has."""
    denials = _denials(reading)
    names = matter_of(" ".join(name.text for name in reading.names), language) if denials else frozenset()
    for cue in denials:
        start, end = clause_of(reading.text, cue)
        if reading.text.startswith("sondern", end + 1):
            continue  # "nicht saniert, sondern ersetzt"
        clause = matter_of(reading.text[start:end], language) - matter_of(cue.text, language)
        shared = clause & known
        if shared - names and len(shared) >= _COVERED * len(clause):
            shown = reading.text[start:end].strip(" ,.。")
            yield Reason(code="negation_dropped", detail=f"(article: {shown})")
