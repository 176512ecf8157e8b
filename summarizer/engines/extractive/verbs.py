"""Tell finite verbs from other words, well enough to see where a clause is whole."""

import re

from summarizer.grounding.readers.lexicon.irregular import BASES, UNCHANGED

_FINITE = re.compile(
    r"(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|should|did|does|do|rose|fell|won|lost|said|"
    r"says?|made|took|gave|went|came|grew|became|began|held|kept|left|led|met|paid|put|ran|saw|sent|set|sold|bought|"
    r"told|\w{3,}ed|plans?|expects?|aims?|wants?|makes?|moves?|takes?|gives?|belongs?|remains?|includes?|"
    r"ha(?:t|ben|tten?)|sind|waren|wurden?|werden|sagten?|han|fueron|eran|son|ont|sont|étaient|avaient)$"
)
_PASTS = frozenset(BASES) | UNCHANGED
# What begins a clause and is not its subject.
_NO_NOUN = frozenset(
    """
    then later also now soon still even only not so who which that what how why when where he she it they we i
    you this these those there here more less most both all each such other another of in on at to for
    with by from
    """.split()
)
_PRESENT = re.compile(
    r"\w\s\w{2,}s (?:a|an|the|to|that|its|it|he|she|no|more|not|on|in|at|from|for|as|\W?\d)\b"
)
_SUBJECT_WORDS = 4


def begins_finite(clause: str) -> bool:
    """Whether the first word of `clause` is a finite verb."""
    first = clause.split(maxsplit=1)[:1]
    return bool(first) and bool(_FINITE.match(first[0].strip(",.;")))


def has_finite(text: str) -> bool:
    """Whether any word of an English text may be a finite verb."""
    words = [word.strip("“”\"'‘’(),.;:!?—").lower() for word in text.split()]
    return _PRESENT.search(text) is not None or any(
        begins_finite(word) or word in _PASTS or word.endswith(("n't", "n’t")) for word in words[1:]
    )


def starts_clause(text: str) -> bool:
    """Whether `text` begins with a verb, or a few words of a subject and then a verb."""
    words = text.split()[: _SUBJECT_WORDS + 1]
    return any(begins_finite(word) for word in words)


def is_bare_subject(clause: str) -> bool:
    """Whether a clause begins with one noun and its finite verb: "profit fell 5%"."""
    words = clause.split()[:2]
    if len(words) < 2 or not words[0].isalpha() or words[0].lower() in _NO_NOUN or words[0].endswith("ly"):  # noqa: PLR2004
        return False
    return not begins_finite(words[0]) and begins_finite(words[1])
