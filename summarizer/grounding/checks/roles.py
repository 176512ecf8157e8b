"""Check that who did it and to whom it was done have not changed places."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from summarizer.grounding.checks.clauses import Analysis, analyse
from summarizer.grounding.checks.context import role_of
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import Form, form, matches
from summarizer.grounding.readers.lexicon.irregular import BASES, UNCHANGED
from summarizer.grounding.readers.names import Name
from summarizer.grounding.readers.tokens import Token
from summarizer.grounding.readers.verbs import BE, HAVE
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

# Verbs that hold both ways round.
_SYMMETRIC = frozenset(
    """
    meet met marry merge agree play compete differ cooperate talk trade tie drew join partner clash
    """.split()
)
_LEFT_STOPS = frozenset(
    """
    that but while when because which who if although though as and or where after before
    """.split()
)
_RIGHT_STOPS = _LEFT_STOPS | {"to", "in", "on", "at", "for", "with", "over", "from"}
# Nobody does these to anything: a "by" behind them leads to a measure or a deadline.
_INTRANSITIVE = frozenset("fell rose grew shrank sank slid jumped soared plunged tumbled went came".split())
_BEFORE_VERBS = frozenset("to will would may might could should can must".split())
_PREPOSITIONS = frozenset("of in at from for with by to on near as than against between over".split())
_RELATIVE = frozenset({"who", "which", "that"})
_STOP = re.compile('[;:!?“”"]')
_THAN = "than"
_REACH = 9
_BY_REACH = 7


@dataclass(frozen=True, slots=True)
class _Event:
    """A verb with what stands before and after it, the doer first."""

    verb: str
    doers: tuple[str | Form, ...]
    others: tuple[str | Form, ...]
    place: int
    passive: bool = False
    subject: Form | None = None  # the name right before the verb, where nothing can come between


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield one reason if item and evidence share a verb whose two sides are exchanged."""
    language = article.language
    if language != "en":
        return
    said = analyse(item.text, language)
    for reading in evidence:
        shown = analyse(reading.text, language)
        shared = said.content_lemmas & shown.content_lemmas
        if len(shared) < 2:  # noqa: PLR2004 - a verb and somebody
            continue
        for reason in (
            *_swapped(item, said, reading, shown, shared),
            *_exchanged_names(item, said, reading, shown),
        ):
            yield reason
            return


def _swapped(
    item: Reading, said: Analysis, reading: Reading, shown: Analysis, shared: frozenset[str]
) -> Iterator[Reason]:
    verbs = _verbs(shown, _verbs(said, shared - _SYMMETRIC))
    if not verbs and _THAN not in said.lemmas:
        return
    mine_all = list(_events(item, said, verbs))
    theirs_all = list(_events(reading, shown, {mine.verb for mine in mine_all})) if mine_all else []
    for mine in mine_all:
        for theirs in theirs_all:
            if mine.verb == theirs.verb and (
                _exchanged(mine, theirs) or _is_displaced(mine, theirs, item, reading)
            ):
                detail = f"{_phrase(said, mine)} (article: {_phrase(shown, theirs)})"
                yield Reason(code="roles_swapped", detail=detail)
                return


def _phrase(analysis: Analysis, event: _Event) -> str:
    """Return the verb with the words around it, or the word before "than" with that."""
    at = event.place
    words = slice(at - 1, at + 1) if event.verb.startswith("than ") else slice(max(at - 3, 0), at + 4)
    return " ".join([token.text for token in analysis.tokens[words]])


def _exchanged(mine: _Event, theirs: _Event) -> bool:
    if theirs.passive and not theirs.others:  # "she had been deceived by her own cellar master"
        return not mine.passive and _meet(mine.others, theirs.doers) and not _meet(mine.doers, theirs.doers)
    crossed = _meet(mine.doers, theirs.others) and _meet(mine.others, theirs.doers)
    return crossed and not _meet(mine.doers, theirs.doers) and not _meet(mine.others, theirs.others)


def _is_displaced(mine: _Event, theirs: _Event, item: Reading, reading: Reading) -> bool:
    """Tell whether the item has somebody else of the sentence do it, and leaves out who did."""
    one, other = mine.subject, theirs.subject
    if one is None or other is None or _same(one, other):
        return False
    here, there = ([form(name.text) for name in text.names] for text in (item, reading))
    return any(_same(one, name) for name in there) and not any(_same(other, name) for name in here)


def _meet(left: Sequence[str | Form], right: Sequence[str | Form]) -> bool:
    return any(_same(one, other) for one in left for other in right)


def _same(one: str | Form, other: str | Form) -> bool:
    if isinstance(one, Form) and isinstance(other, Form):
        return matches(one, [other], "en")
    return one == other


def _verbs(analysis: Analysis, stems: Collection[str]) -> set[str]:
    """Return those of `stems` that stand as a verb somewhere in the text."""
    return {stem for index, stem in enumerate(analysis.lemmas) if stem in stems and _is_verb(analysis, index)}


def _events(reading: Reading, analysis: Analysis, verbs: set[str]) -> Iterator[_Event]:
    for index, stem in enumerate(analysis.lemmas):
        if stem in verbs and _is_verb(analysis, index):
            by = _agent(analysis, index)
            if by is None and _is_passive(analysis, index):
                continue  # nobody is said to do it
            right = _behind(reading, analysis, index if by is None else by)
            if right:
                left = _before(reading, analysis, index)
                doers, others = (left, right) if by is None else (right, left)
                subject = _subject(reading, analysis, index) if by is None else None
                yield _Event(stem, doers, others, index, by is not None, subject)
        elif stem == _THAN and index and analysis.tokens[index].lower == _THAN:
            left = _before(reading, analysis, index)
            right = _behind(reading, analysis, index) if left else ()
            if right:
                yield _Event(f"than {analysis.lemmas[index - 1]}", left, right, index)


def _subject(reading: Reading, analysis: Analysis, index: int) -> Form | None:
    """Return the name right before the verb, if it is no part of a longer phrase: "of Lyon said"."""
    tokens = analysis.tokens
    name = _covering(reading.names, tokens[index - 1]) if index else None
    if name is None or reading.text[name.end : tokens[index].start] != " ":
        return None
    before = reading.text[: name.start].split()
    leads = before[-1].lower() if before else ""
    return None if leads in _PREPOSITIONS or leads.endswith((",", "and", "or")) else form(name.text)


def _is_verb(analysis: Analysis, index: int) -> bool:
    text, _, _, word = analysis.tokens[index]
    if text[0].isupper() or not word.isalpha():
        return False
    return word.endswith("ed") or word in BASES or word in UNCHANGED or _follows_auxiliary(analysis, index)


def _follows_auxiliary(analysis: Analysis, index: int) -> bool:
    return index > 0 and analysis.tokens[index - 1].lower in _BEFORE_VERBS


def _agent(analysis: Analysis, index: int) -> int | None:
    """Return where the "by" of a passive stands: a form of "be" before the verb, nobody's figure after."""
    if analysis.tokens[index].lower in _INTRANSITIVE:
        return None
    before = {token.lower for token in analysis.tokens[max(index - 3, 0) : index]}
    after = analysis.tokens[index + 1 : index + 1 + _BY_REACH]
    by = next((place for place, token in enumerate(after) if token.lower == "by"), None)
    if by is None or any(token.text[0].isdigit() for token in after[by : by + 2]):
        return None
    if before.isdisjoint(BE) and (by > 0 or not before.isdisjoint(HAVE)):
        return None
    return index + 1 + by


def _is_passive(analysis: Analysis, index: int) -> bool:
    """Whether the verb is a participle right behind a form of "be", an adverb between them at most."""
    before = [token.lower for token in analysis.tokens[max(index - 2, 0) : index]]
    near = before[-1:] if before and not before[-1].endswith("ly") else before[:1]
    return not analysis.tokens[index].lower.endswith("ing") and not BE.isdisjoint(near)


def _before(reading: Reading, analysis: Analysis, index: int) -> tuple[str | Form, ...]:
    """Return the name nearest to the verb on its left, else the noun that stands there, if any."""
    tokens, names = analysis.tokens, reading.names
    following = tokens[index].start
    for other in range(index - 1, max(index - 1 - _REACH, -1), -1):
        token = tokens[other]
        if token.lower in _RELATIVE and other:
            led = _covering(names, tokens[other - 1])
            return (form(led.text),) if led is not None else ()
        if token.lower in _LEFT_STOPS or _STOP.search(reading.text, token.end, following):
            break
        name = _covering(names, token)
        if name is not None:
            return (form(name.text),)
        if analysis.content[other] and _is_noun(token):
            return (analysis.lemmas[other],)
        following = token.start
    return ()


def _behind(reading: Reading, analysis: Analysis, index: int) -> tuple[str | Form, ...]:
    """Return the name nearest to the verb on its right, else the last of the nouns there, if any."""
    tokens, names = analysis.tokens, reading.names
    last: str | None = None
    end = tokens[index].end
    for other in range(index + 1, min(index + 1 + _REACH, len(tokens))):
        token = tokens[other]
        if (last and token.lower in _RIGHT_STOPS) or _STOP.search(reading.text, end, token.start):
            break
        name = _covering(names, token)
        if name is not None:
            return (form(name.text),)
        if analysis.content[other] and _is_noun(token):
            last = analysis.lemmas[other]
        elif last:
            break
        end = token.end
    return (last,) if last else ()


def _is_noun(token: Token) -> bool:
    return token.text.isalpha() and not token.lower.endswith("ly")


def _covering(names: Sequence[Name], token: Token) -> Name | None:
    _, start, end, _ = token
    for name in names:
        if name.start > start:
            break
        if end <= name.end + 2:
            return name
    return None


def _exchanged_names(item: Reading, said: Analysis, reading: Reading, shown: Analysis) -> Iterator[Reason]:
    """Yield two names of which each stands where the evidence has the other: "from A to B"."""
    if len(item.names) < 2 or len(reading.names) < 2:  # noqa: PLR2004 - two that may change places
        return
    if not _SYMMETRIC.isdisjoint(said.lemmas) or _has_by(said) or _has_by(shown):
        return
    ours, given = _ends(item), _ends(reading)
    if ours and given and _same(ours[0], given[1]) and _same(ours[1], given[0]) and not _same(*ours):
        yield Reason(code="roles_swapped", detail=f"from {ours[0].joined} to {ours[1].joined}")
        return
    mine = [(name, form(name.text)) for name in item.names]
    theirs = [(name, form(name.text)) for name in reading.names]
    shared = [(name, wanted) for name, wanted in mine if any(_same(wanted, other) for _, other in theirs)]
    if len(shared) < 2:  # noqa: PLR2004 - two that may change places
        return
    roles = [(other, role_of(shown, reading.text, name)) for name, other in theirs]
    moved = []
    for name, wanted in shared:
        role = role_of(said, item.text, name)
        if not any(role.is_like(there) for other, there in roles if _same(wanted, other)):
            taken = [other for other, there in roles if role.is_like(there) and not _same(wanted, other)]
            moved.append((name, wanted, taken))
    for (name, wanted, taken), (other, there, held) in combinations(moved, 2):
        if any(_same(there, one) for one in taken) and any(_same(wanted, one) for one in held):
            yield Reason(code="roles_swapped", detail=f"{name.text} and {other.text} change places")
            return


def _has_by(analysis: Analysis) -> bool:
    return "by" in [token.lower for token in analysis.tokens]


def _ends(reading: Reading) -> tuple[Form, Form] | None:
    """Return the names after "from" and "to", if the text has both."""
    if "from" not in reading.text:
        return None
    found: dict[str, Form] = {}
    for name in reading.names:
        before = reading.text[: name.start].rsplit(maxsplit=1)
        if before and before[-1] in {"from", "to"}:
            found.setdefault(before[-1], form(name.text))
    return (found["from"], found["to"]) if len(found) == 2 else None  # noqa: PLR2004 - from and to
