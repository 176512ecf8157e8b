"""Find the word that a cue acts on: what is denied, planned or doubted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.grounding.readers.cues import Cue
from summarizer.grounding.readers.tokens import Token, first_from
from summarizer.grounding.readers.verbs import AUXILIARIES, BE, is_past

# They say nothing of what a cue is about.
_EMPTY = AUXILIARIES | frozenset(
    """
    any enough it's that there not it so much far own also really actually currently ever even such a an
    the of yet whether longer having make made take took doing done say said says saying going able
    fully immediately directly formally publicly explicitly officially necessarily know known
    """.split()
)
_NOT = frozenset("not never isn't wasn't aren't weren't don't didn't doesn't won't hasn't haven't".split())
_PREPOSITIONS = frozenset("on in at by for with from of about into over under through during against".split())
_REACH = 6  # words; further off, the cue is about something else


@dataclass(frozen=True, slots=True)
class Focus:
    """The word at index `token` that `cue` acts on."""

    cue: Cue
    token: int


def focuses(tokens: tuple[Token, ...], content: tuple[bool, ...], cues: tuple[Cue, ...]) -> Iterator[Focus]:
    """Yield for each cue the word it acts on; a cue before another acts on what that one acts on."""
    spans = [(cue.start, cue.end) for cue in cues if cue.sense not in {"reject", "proposed"}]
    alleged = frozenset(cue.start for cue in cues if cue.sense == "alleged")
    paired = any(cue.text.lower() == "neither" for cue in cues)
    for cue in cues:
        if cue.sense in {"reject", "if"} or (paired and cue.text.lower() == "nor"):
            continue
        found = _after(tokens, content, cue, spans, alleged)
        if found is not None:
            yield Focus(cue, found)


def _after(
    tokens: tuple[Token, ...],
    content: tuple[bool, ...],
    cue: Cue,
    spans: list[tuple[int, int]],
    alleged: frozenset[int],
) -> int | None:
    """Return the first word of content in the scope of `cue`; after "denied that", the first verb.

    `spans` are the ranges of all cues, which are nothing to act on, save that "not charged with" says
    that there was no charge: `alleged` are where such begin.
    """
    first = first_from(tokens, cue.end)
    if cue.sense == "alleged" and cue.text.lower().startswith(("accus", "suspect", "charg")):
        reach = range(first, min(first + 2 * _REACH, len(tokens)))
        first = next((i + 1 for i in reach if tokens[i].lower in {"of", "with"}), first)
        cue = replace(cue, scope=(cue.scope[0], len(tokens) and tokens[-1].end))
    if (
        cue.sense == "deny"
        or cue.text.lower().endswith(" that")
        or (cue.sense == "possible" and not _leads_to_verb(cue))
    ):
        return _first_verb(tokens, content, first, cue)
    if cue.text.lower() == "neither":  # "neither those nor those who … were told"
        reach = range(first + 1, len(tokens))
        told = (i for i in reach if content[i] and tokens[i - 1].lower in AUXILIARIES - {"to"})
        return next(told, None) or _first_verb(tokens, content, first, cue) or _behind_nor(tokens, content)
    predicate = first > 1 and tokens[first - 2].lower in BE  # "was not on trial"
    for index in range(first, min(first + _REACH, len(tokens))):
        token = tokens[index]
        if token.start >= cue.scope[1]:
            break
        if (
            token.lower in _PREPOSITIONS
            and cue.kind == "negation"
            and cue.text.lower() in _NOT
            and not predicate
        ):
            return None
        if cue.sense == "not" and token.start in alleged and is_past(token.lower):
            return index
        if not content[index] or token.lower in _EMPTY or token.lower.endswith("ly"):
            continue
        if not any(start <= token.start < end for start, end in spans):
            return index
    return None


def _behind_nor(tokens: tuple[Token, ...], content: tuple[bool, ...]) -> int | None:
    """Return the first plain word of content behind "nor" and who is named there: "nor Ann Lee owns"."""
    nor = next((i for i, token in enumerate(tokens) if token.lower == "nor"), len(tokens))
    named = any(token.text[0].isupper() for token in tokens[nor + 1 : nor + 2])
    places = (i for i in range(nor + 1, len(tokens)) if content[i] and tokens[i].text.islower())
    return next(places, None) if named else None


def _leads_to_verb(cue: Cue) -> bool:
    """Tell "may" and "threatens to" from "suggests" and "unclear", after which a clause stands."""
    text = cue.text.lower()
    return text in {"may", "might", "could", "perhaps", "maybe", "likely", "unlikely"} or text.endswith(
        ("ly", " to", " well")
    )


def _first_verb(tokens: tuple[Token, ...], content: tuple[bool, ...], first: int, cue: Cue) -> int | None:
    for index in range(first, min(first + 2 * _REACH, len(tokens))):
        token = tokens[index]
        if token.start >= cue.scope[1]:
            return None
        auxiliary = index > 0 and tokens[index - 1].lower in AUXILIARIES and index - 1 >= first
        gerund = token.lower.endswith("ing") and index == first
        if content[index] and (auxiliary or gerund or is_past(token.lower)):
            return index
    return None
