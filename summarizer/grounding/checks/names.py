"""Check that every name of an item is borne out where the item says it is.

A name may come from the evidence, or stand for "the company" or "she" there; what it may not do
is take another name's place.
"""

from collections.abc import Iterator, Sequence

from summarizer.grounding.checks.clauses import analyse
from summarizer.grounding.checks.context import opening, role_of
from summarizer.grounding.checks.namebook import book_of
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import Form, form, is_within, matches
from summarizer.grounding.readers.lexicon.name_words import HONORIFICS, ORGANISATION_WORDS, PLACE_WORDS
from summarizer.grounding.readers.names import Name
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

_BACK, _AHEAD = 8, 2  # sentences around the evidence in which a name counts as close by
_LEAD = 3
_RECURRING = 3  # sentences that make a name one of the article's subjects
_PERSON_WORDS = frozenset({"he", "she", "his", "her", "him", "i", "my", "who", "me"})
_GROUP_WORDS = frozenset({"it", "its", "they", "their", "them", "we", "our", "which", "us"})
_THING_NOUNS = frozenset(
    [
        "firm",
        "maker",
        "carrier",
        "operator",
        "retailer",
        "giant",
        "startup",
        "lender",
        "airline",
        "chain",
        "brewery",
        "utility",
        "developer",
    ]
)
_PERSON_NOUNS = HONORIFICS | frozenset(
    [
        "leader",
        "head",
        "author",
        "scientist",
        "researcher",
        "founder",
        "owner",
        "player",
        "coach",
        "lawyer",
        "artist",
        "writer",
    ]
)


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield each name that neither the evidence nor its surroundings bear out, or that displaces another."""
    if not item.names:
        return
    comparison = _Comparison(item, evidence, article)
    for name in item.names:
        problem = comparison.problem(name)
        if problem is not None:
            yield Reason(code="name_missing", detail=problem)


class _Comparison:
    """An item's names set against those of its evidence, above all of the sentence that covers it best."""

    def __init__(self, item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> None:
        self._language = article.language
        self._item = item
        self._book = book_of(article)
        self._evidence = evidence
        self._said = analyse(item.text, self._language)
        shown = [analyse(reading.text, self._language) for reading in evidence]
        coverage = [len(self._said.content_lemmas & analysis.content_lemmas) for analysis in shown]
        best = max(range(len(evidence)), key=lambda index: (coverage[index], -index))
        self._best, self._best_shown = evidence[best], shown[best]
        self._item_forms = [form(name.text) for name in item.names]
        self._rivals = [
            name for name in self._best.names if self._book.is_sure(name) and not self._is_said(name)
        ]

    def problem(self, name: Name) -> str | None:
        """Return the words that say what is wrong with `name`, or None if nothing is."""
        wanted = form(name.text)
        if self._stands_in(wanted, self._best):
            return None
        rival = next(
            (rival for rival in self._rivals if self._fits(name, rival) and self._same_role(name, rival)),
            None,
        )
        if rival is not None and not self._are_one(wanted, form(rival.text)):
            return f"{name.text} (article: {rival.text})"
        if any(self._stands_in(wanted, reading) for reading in self._evidence):
            return None
        places = self._book.places(wanted)
        if not places:
            if self._is_excused(name, wanted):
                return None
            rival = self._opening_rival(name)
            if rival is not None:
                return f"{name.text} (article: {rival.text})"
            return name.text if name.sure else None
        rival = self._same_kind(name)
        if rival is not None and not self._explains(name):
            return f"{name.text} (article: {rival.text})"
        return None if self._is_near(places) or self._explains(name) else name.text

    # -- is the name there?

    def _stands_in(self, wanted: Form, reading: Reading) -> bool:
        """Tell whether the sentence names `wanted`, in full, in short, or as plain words."""
        for there in reading.names:
            found = form(there.text)
            if is_within(wanted, found, self._language):
                return True
            if is_within(found, wanted, self._language) and self._book.knows(wanted, found):
                return True
        words = self._book.words(reading.text)
        return wanted.joined in words or all(part in words for part in wanted.parts)

    def _is_said(self, name: Name) -> bool:
        """Tell whether the item names `name` of the evidence too."""
        there = form(name.text)
        if matches(there, self._item_forms, self._language):
            return True
        words = self._book.words(self._item.text)
        return all(part in words for part in there.parts)

    def _are_one(self, left: Form, right: Form) -> bool:
        """Tell whether the article uses the two names for one thing: Beijing and China."""
        return self._book.capital_of(left) == right.joined or self._book.capital_of(right) == left.joined

    def _is_excused(self, name: Name, wanted: Form) -> bool:
        """Tell whether a name that the article lacks may be an ordinary word, or follows from another."""
        return self._book.has_capital(wanted) or self._book.has_words(name.text)

    def _is_near(self, places: Sequence[int]) -> bool:
        if len(set(places)) >= _RECURRING or any(place < _LEAD for place in places):
            return True
        spots = [spot for reading in self._evidence for spot in self._book.spots(reading.text)]
        return not spots or any(spot - _BACK <= place <= spot + _AHEAD for spot in spots for place in places)

    # -- whose place does it take?

    def _same_role(self, name: Name, rival: Name) -> bool:
        mine = role_of(self._said, self._item.text, name)
        return mine.is_like(role_of(self._best_shown, self._best.text, rival))

    def _opening_rival(self, name: Name) -> Name | None:
        """Return the name that opens the evidence as `name` opens the item, before one of the same words."""
        mine = opening(self._said, name)
        for rival in self._rivals:
            if not mine.isdisjoint(opening(self._best_shown, rival)) and self._fits(name, rival):
                return rival
        return None

    def _fits(self, name: Name, rival: Name) -> bool:
        """Tell whether the two may be of one kind."""
        kinds = {self._book.kind(name), self._book.kind(rival)}
        return len(kinds - {"unknown"}) <= 1

    def _same_kind(self, name: Name) -> Name | None:
        kind = self._book.kind(name)
        return next((rival for rival in self._rivals if self._book.kind(rival) == kind), None)

    def _explains(self, name: Name) -> bool:
        """Tell whether the evidence holds a word that `name` may stand for: "she", "the company"."""
        kind = self._book.kind(name)
        words = {
            token.lower
            for reading in self._evidence
            for token in analyse(reading.text, self._language).tokens
        }
        persons = not words.isdisjoint(_PERSON_WORDS | _PERSON_NOUNS)
        groups = not words.isdisjoint(_GROUP_WORDS | _THING_NOUNS | ORGANISATION_WORDS)
        places = not words.isdisjoint(
            PLACE_WORDS | {"country", "nation", "capital", "there", "here", "local"}
        )
        return {"person": persons or "they" in words, "organisation": groups, "place": places}.get(
            kind, persons or groups or places
        )
