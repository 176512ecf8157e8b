"""Read off in what role a name stands: next to which words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.grounding.checks.clauses import Analysis
from summarizer.grounding.readers.names import Name
from summarizer.grounding.readers.tokens import Token

_OPENING = 3  # words of content in which a verb is to be looked for
_APPOSITION = 14  # words at most
_APART = re.compile(r"[,;:.!?()—–](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Role:
    """The nearest words of content on either side of a name."""

    before: str | None
    after: frozenset[str]

    def is_like(self, other: "Role") -> bool:
        """Tell whether the two stand before or after the same word."""
        return not self.after.isdisjoint(other.after) or (
            self.before is not None and self.before == other.before
        )


def role_of(analysis: Analysis, text: str, name: Name) -> Role:
    """Return the nearest words of content around `name`, in its clause and three words off at most."""
    tokens = analysis.tokens
    first = next((i for i, token in enumerate(tokens) if token.end > name.start), len(tokens))
    after = next((i for i in range(first, len(tokens)) if tokens[i].start >= name.end), len(tokens))
    left = _nearest(analysis, text, range(first - 1, max(first - 4, -1), -1), 0)
    right = {_nearest(analysis, text, range(after, min(after + 3, len(tokens))), -1)}
    if after < len(tokens) and text[name.end : tokens[after].start].startswith(
        ","
    ):  # "X, the mayor of Y, said"
        end = next(
            (
                i
                for i in range(after + 1, min(after + _APPOSITION, len(tokens)))
                if "," in _gap(text, tokens, i)
            ),
            after,
        )
        right.add(_nearest(analysis, text, range(end, min(end + 3, len(tokens))), 0))
    return Role(left, frozenset(right - {None}))  # type: ignore[arg-type]


def opening(analysis: Analysis, name: Name) -> frozenset[str]:
    """Return the first words of content after a name that opens its text; none for any other name."""
    content = [i for i, carries in enumerate(analysis.content) if carries]
    if not content or analysis.tokens[content[0]].start != name.start:
        return frozenset()
    after = [analysis.lemmas[i] for i in content if analysis.tokens[i].start >= name.end]
    return frozenset(after[:_OPENING])


def _gap(text: str, tokens: Sequence[Token], index: int) -> str:
    return text[tokens[index - 1].end : tokens[index].start]


def _nearest(analysis: Analysis, text: str, places: range, back: int) -> str | None:
    """Return the first word of content at `places`, unless a comma or the like stands before it."""
    tokens = analysis.tokens
    for place in places:
        left, right = place + back, place + back + 1
        gap = text[tokens[left].end : tokens[right].start] if left >= 0 and right < len(tokens) else ""
        if _APART.search(gap) and tokens[right].lower not in {"which", "who"}:
            return None
        if analysis.content[place]:
            return analysis.lemmas[place]
    return None
