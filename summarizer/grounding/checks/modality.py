"""Check that what the evidence calls possible, planned, alleged or conditional stays so."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from summarizer.grounding.checks.clauses import Analysis, analyse, clause_of, matter_of
from summarizer.grounding.checks.focuses import Focus
from summarizer.grounding.checks.overstatement import overstated, stated
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.cues import Cue
from summarizer.grounding.readers.lexicon.reporting import FINDINGS
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

# Each sense, by how far it falls short of a plain statement.
_DOUBTFUL = frozenset({"possible", "alleged"})
_UNCERTAIN = _DOUBTFUL | {"planned"}
_COVERED = 0.5
_MOSTLY = 0.6
_DECIDED = ("decid", "agree")
_DECISIONS = frozenset({"approv", "back", "decid", "agre", "authoris", "authoriz", "endors"})
_ROOT = 6  # letters that "approval" and "approved" share
_SHARED_WORDS = 2  # around a hedged verb, the verb itself not counted


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield each hedge, plan, prediction or condition that the item lost or invented."""
    language = article.language
    said = analyse(item.text, language)
    shown = [analyse(reading.text, language) for reading in evidence]
    if language != "en":
        yield from _lost_by_clause(item, evidence, language)
        yield from overstated(said, shown)
        return
    found = any(cue.text.lower() in FINDINGS for cue in said.cues)
    reported = found and any(reading.attributions for reading in evidence)
    invented = partial(_invented, reporting=FINDINGS if reported else frozenset())
    for find in (_lost, invented, _lost_matter, _lost_condition, _met_condition, overstated):
        reason = next(find(said, shown), None)
        if reason is not None:
            yield reason
            return


def _lost_by_clause(item: Reading, evidence: Sequence[Reading], language: str) -> Iterator[Reason]:
    """Yield the first hedge of a clause that the item repeats without any."""
    senses = {cue.sense for cue in item.cues if cue.kind != "negation"}
    known = matter_of(item.text, language)
    for reading in evidence:
        for cue in reading.cues:
            surer = {"will", "planned"} if cue.sense == "possible" else {"will"}
            if cue.sense not in _UNCERTAIN | {"if"} or not senses <= surer:
                continue
            if (cue.sense == "planned" and senses) or (cue.sense == "alleged" and item.attributions):
                continue
            start, end = clause_of(reading.text, cue)
            clause = matter_of(reading.text[start:end], language) - matter_of(cue.text, language)
            if len(clause & known) >= max(_SHARED_WORDS, _COVERED * len(clause)):
                yield Reason(
                    code="modality_changed", detail=f"(article: {reading.text[start:end].strip(' ,.。')})"
                )
                return


def _lost(item: Analysis, evidence: Sequence[Analysis]) -> Iterator[Reason]:
    """Yield each verb that the evidence hedges and the item states."""
    negated = item.negated
    for sentence in evidence:
        for focus in sentence.focuses:
            stem = sentence.lemmas[focus.token]
            if focus.cue.kind == "negation" or stem not in item.lemmas:
                continue
            places = [
                place
                for place in item.at({stem})
                if place not in negated and _is_stronger(item, place, focus.cue.sense)
            ]
            if places and _is_shared(item, sentence, focus) and not stated(stem, evidence):
                there = sentence.phrase(focus.cue.start, sentence.tokens[focus.token].end)
                yield _reason(item.tokens[places[0]].text, there)
                return


def _lost_matter(item: Analysis, evidence: Sequence[Analysis]) -> Iterator[Reason]:
    """Yield a hedge whose whole matter stands in a clause of the item that hedges nothing."""
    for sentence in evidence:
        for cue in sentence.cues:
            if cue.sense not in _UNCERTAIN:
                continue
            matter = sentence.matter(_until_break(sentence, cue))
            if (
                len(matter) < _SHARED_WORDS
                or len(matter & item.content_lemmas) < _MOSTLY * len(matter)
                or _is_still_ahead(item, sentence, cue)
                or _has_cue(item, sentence, cue)
            ):
                continue
            for clause, words, places in _clauses(item):
                covered = len(matter & words) >= _MOSTLY * len(matter)
                denied = any(
                    other.sense == "deny" and item.segment_at(other.start) == item.segments[places[0]]
                    for other in item.cues
                )
                if covered and not clause and not denied and any(item.is_actual(place) for place in places):
                    yield _reason(
                        item.phrase(item.tokens[places[0]].start, item.tokens[places[-1]].end),
                        sentence.phrase(cue.start, _until_break(sentence, cue)[1]),
                    )
                    return


def _is_still_ahead(item: Analysis, sentence: Analysis, cue: Cue) -> bool:
    """Tell whether the item has the verb behind a cue as "to spend", or tells of the decision."""
    if cue.text.lower().startswith(_DECIDED) and not _DECISIONS.isdisjoint(item.lemmas):
        return True
    verb = next((sentence.lemmas[i] for i, t in enumerate(sentence.tokens) if t.start >= cue.end), None)
    return any(item.is_infinitive(place) for place in item.at({verb} if verb else ()))


def _has_cue(analysis: Analysis, other: Analysis, cue: Cue) -> bool:
    """Tell whether a text has the first word of a cue of another: "estimates" of "estimates that"."""
    place = next((i for i, token in enumerate(other.tokens) if token.start >= cue.start), None)
    return place is not None and other.content[place] and other.lemmas[place] in analysis.lemmas


def _clauses(analysis: Analysis) -> Iterator[tuple[frozenset[str], frozenset[str], list[int]]]:
    """Yield for each clause its hedges, its words of content, and where its words stand."""
    for segment in sorted(set(analysis.segments)):
        places = [index for index, other in enumerate(analysis.segments) if other == segment]
        yield analysis.local_senses(places[0]), analysis.clause(places[0]), places


def _until_break(sentence: Analysis, cue: Cue) -> tuple[int, int]:
    """Return the range from the cue's end to that of its clause."""
    first = next((i for i, token in enumerate(sentence.tokens) if token.start >= cue.start), 0)
    last = max(i for i, segment in enumerate(sentence.segments) if segment == sentence.segments[first])
    joined = (i for i in range(first, last + 1) if sentence.tokens[i].lower == "and")
    last = next((i - 1 for i in joined if sentence.tokens[i].start >= cue.end), last)
    return cue.end, max(sentence.tokens[last].end, cue.end)


def _reason(item: str, evidence: str) -> Reason:
    return Reason(code="modality_changed", detail=f"{item} (article: {evidence})")


def _is_shared(item: Analysis, sentence: Analysis, focus: Focus) -> bool:
    """Tell whether the item speaks of what the cue acts on, and not just with one of its words."""
    matter = sentence.near(focus.token)
    shared = matter & item.content_lemmas
    return len(shared) >= _SHARED_WORDS or 2 * len(shared) >= len(matter)


def _is_stronger(item: Analysis, place: int, sense: str) -> bool:
    """Tell whether the item says of the word at `place` more than `sense` allows."""
    senses = item.local_senses(place) - _own_senses(item, place)
    if item.is_infinitive(place) and "will" not in senses:
        return False
    if sense in _DOUBTFUL:
        return senses <= {"will"} and item.is_verb(place)
    return not senses and item.is_actual(place)


def _own_senses(item: Analysis, place: int) -> frozenset[str]:
    """Return the senses of the cue that the word at `place` itself is: "has recommended"."""
    start = item.tokens[place].start
    return frozenset(cue.sense for cue in item.cues if cue.start <= start < cue.end)


def _invented(
    item: Analysis, evidence: Sequence[Analysis], reporting: Collection[str] = ()
) -> Iterator[Reason]:
    """Yield each word that the item hedges and the evidence states, or at least does not doubt.

    `reporting` are hedges that only say whose words they are: "a study suggests".
    """
    hedged = False
    for focus in item.focuses:
        if focus.cue.kind == "negation" or focus.cue.text.lower() in reporting:
            continue
        hedged = hedged or focus.cue.sense in _DOUBTFUL
        places = [
            (sentence, place) for sentence in evidence for place in sentence.at({item.lemmas[focus.token]})
        ]
        if any(focus.cue.sense in sentence.senses(place) for sentence, place in places):
            continue
        if any(_has_cue(sentence, item, focus.cue) for sentence, _ in places):
            continue
        if focus.token in item.negated and any(place in sentence.negated for sentence, place in places):
            continue  # "she could not tell" of "I can't tell"
        if _is_supplied(item, focus, evidence):
            continue
        for sentence, place in places:
            plain = sentence.is_actual(place) and not sentence.local_senses(place)
            conditional = any(cue.kind == "condition" for cue in sentence.cues)
            doubted = (
                focus.cue.sense in _DOUBTFUL
                and not conditional
                and sentence.senses(place)
                and not sentence.local_senses(place) - {"will", "would"}
            )
            if plain or doubted:
                yield _reason(
                    item.phrase(focus.cue.start, item.tokens[focus.token].end), sentence.tokens[place].text
                )
                return
    if hedged and _hedges_nothing(evidence) and _is_covered(item, evidence):
        cue = next(cue for cue in item.cues if cue.sense in _DOUBTFUL and cue.text.lower() not in reporting)
        yield Reason(code="modality_changed", detail=item.phrase(cue.start, _until_break(item, cue)[1]))


def _is_supplied(item: Analysis, focus: Focus, evidence: Sequence[Analysis]) -> bool:
    """Tell whether only the verb is the item's own: "wants to pay no more" where it "wants no more"."""
    words = item.matter((focus.cue.start, focus.cue.end))
    hedged = item.matter(focus.cue.scope)
    return bool(words) and any(
        other.cue.sense == focus.cue.sense
        and words <= sentence.matter((other.cue.start, other.cue.end))
        and sentence.lemmas[other.token] in hedged
        for sentence in evidence
        if item.lemmas[focus.token] not in sentence.lemmas
        for other in sentence.focuses
    )


def _hedges_nothing(evidence: Sequence[Analysis]) -> bool:
    return all(
        cue.sense == "will" or cue.kind == "negation" for sentence in evidence for cue in sentence.cues
    )


def _is_covered(item: Analysis, evidence: Sequence[Analysis]) -> bool:
    known = frozenset().union(*(sentence.content_lemmas for sentence in evidence))
    return len(item.content_lemmas & known) >= _COVERED * len(item.content_lemmas)


def _bound(sentence: Analysis, cue: Cue) -> frozenset[str]:
    """Return the stems of what is said on condition: the clause before the "if", or all behind it."""
    before = [i for i, token in enumerate(sentence.tokens) if token.end <= cue.start]
    if len(before) <= 1:
        return sentence.content_lemmas
    return sentence.clause(before[-1])


def _is_told_elsewhere(item: Analysis, sentence: Analysis, evidence: Sequence[Analysis]) -> bool:
    """Tell whether another sentence tells what the item does, and the item not what is said on condition."""
    hedged = {sentence.lemmas[focus.token] for focus in sentence.focuses if focus.cue.kind != "condition"}
    if not hedged.isdisjoint(item.lemmas):
        return False
    only = item.content_lemmas - sentence.content_lemmas
    return any(
        len(only & other.content_lemmas) >= _SHARED_WORDS for other in evidence if other is not sentence
    )


def _lost_condition(item: Analysis, evidence: Sequence[Analysis]) -> Iterator[Reason]:
    """Yield an "if" of the evidence of which the item keeps only the consequence."""
    if any(cue.kind == "condition" or cue.sense in {"possible", "would", "proposed"} for cue in item.cues):
        return
    for sentence in evidence:
        for cue in sentence.cues:
            if cue.kind != "condition" or sentence.phrase(*cue.scope).lower().startswith("you"):
                continue
            if _is_told_elsewhere(item, sentence, evidence):
                continue
            inside = sentence.matter(cue.scope)
            outside = _bound(sentence, cue) - inside
            shared = item.content_lemmas & outside
            if (
                outside
                and len(shared) >= _COVERED * len(outside)
                and len(item.content_lemmas & inside) < _COVERED * len(inside)
            ):
                yield Reason(
                    code="modality_changed",
                    detail=f"(article: {sentence.phrase(cue.start, cue.scope[1])})",
                )
                return


def _met_condition(item: Analysis, evidence: Sequence[Analysis]) -> Iterator[Reason]:
    """Yield the condition of the evidence that the item tells as something that happened."""
    if any(cue.kind == "condition" for cue in item.cues):
        return
    for sentence in evidence:
        for cue in sentence.cues:
            if cue.kind != "condition":
                continue
            inside = {stem[:_ROOT] for stem in sentence.matter(cue.scope)}
            shared = inside & {stem[:_ROOT] for stem in item.content_lemmas}
            if len(shared) <= _SHARED_WORDS or len(shared) < _MOSTLY * len(inside):
                continue
            past = {sentence.lemmas[i][:_ROOT] for i in range(len(sentence.tokens)) if sentence.is_actual(i)}
            happened = shared - past  # "if an application filed in January succeeds"
            if any(item.is_actual(i) for i, stem in enumerate(item.lemmas) if stem[:_ROOT] in happened):
                there = sentence.phrase(cue.start, cue.scope[1])
                yield Reason(code="modality_changed", detail=f"(article: {there})")
                return
