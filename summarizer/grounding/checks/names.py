"""Check that every name of an item is borne out where the item says it is.

A name may come from the evidence, or stand for "the company" or "she" there; what it may not do
is take another name's place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from summarizer.grounding.checks.anaphora import may_stand_for
from summarizer.grounding.checks.clauses import Analysis, analyse
from summarizer.grounding.checks.context import opening, role_of
from summarizer.grounding.checks.namebook import book_of, office_before
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import Form, form, is_adjective, is_within, matches
from summarizer.grounding.readers.lexicon.name_words import ORGANISATION_WORDS, PLACE_WORDS
from summarizer.grounding.readers.names import Name
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

_TELLING = 2  # words of content that make a clause tell something
_FAR_BACK, _BACK, _AHEAD = 8, 4, 1  # sentences around the evidence in which a name counts as close by
_FIRST_PERSON = frozenset(
    "i me my we us our ich mich mir mein meine wir uns unser unsere yo mi nosotros nuestro nuestra je mon ma "
    "nous notre nos".split()
)
_DEFINITE = frozenset("the la le die das el".split())
_LEAD = 2  # the number of the last sentence that tells what the article is about
_BESIDE = 1  # words between two names of one thing
_SCENE = re.compile(r"\b(?:in|at|near|around|across|outside|from|to)\s$")
_LONGEST_SCENE = 9  # characters
_RECURRING = 4  # sentences that make a name one of the article's subjects
_JOINED = re.compile(  # "Ann Lee of Acme"
    r" (?:of|at|from|von|vom|de|du|d['’]|del) (?:the |la |le |der |dem )?"
)


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield each name that neither the evidence nor its surroundings bear out, or that displaces another."""
    if not item.names:
        return
    comparison = _Comparison(item, evidence, article)
    for name in comparison.names:
        problem = comparison.problem(name)
        if problem is not None:
            yield Reason(code="name_missing", detail=problem)
    for first, second in pairwise(comparison.names):
        joined = first.sure and _JOINED.fullmatch(item.text[first.end : second.start])
        if joined and comparison.are_apart(first, second):
            yield Reason(code="name_missing", detail=item.text[first.start : second.end])


class _Home(NamedTuple):
    """A sentence of the evidence, and its names that the item leaves out."""

    reading: Reading
    shown: Analysis
    rivals: Sequence[Name]
    shared: int  # words of content around the name that the sentence has


class _Comparison:
    """An item's names set against those of its evidence."""

    def __init__(self, item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> None:
        self._language = article.language
        self._item = item
        self._book = book_of(article)
        self._evidence = evidence
        self._said = analyse(item.text, self._language)
        self._shown = [analyse(reading.text, self._language) for reading in evidence]
        self._site = (article.article.site or "").casefold()
        self._own = [form(own) for own in (*article.article.authors, article.article.site) if own]
        self._left_out: dict[int, Sequence[Name]] = {}
        self._speakers = [told.speaker for told in item.attributions if told.speaker is not None]
        self.names = tuple(self._without_office(name) for name in item.names)
        self._item_forms = [form(name.text) for name in self.names]
        self._named = {stem for name in self.names for stem in self._said.matter((name.start, name.end))}

    def _without_office(self, name: Name) -> Name:
        """Return the name without a word that has its capital from the sentence: "Botanist Ann Lee"."""
        word, _, rest = name.text.partition(" ")
        if name.start or " " not in rest or self._book.has_part(word):
            return name
        known = self._book.places(form(rest)) or matches(form(rest), self._own, self._language)
        return replace(name, text=rest, start=name.start + len(word) + 1) if known else name

    def problem(self, name: Name) -> str | None:
        """Return the words that say what is wrong with `name`, or None if nothing is."""
        wanted = form(name.text)
        holder = self._holder(name, wanted)
        if holder is not None:
            return f"{name.text} (article: {holder})"
        home = self._home(name, wanted)
        if self._is_there(name, wanted, home):
            return None
        rival = next((r for r in home.rivals if self._fits(name, r) and self._same_role(name, r, home)), None)
        if rival is not None:
            return f"{name.text} (article: {rival.text})"
        places = self._book.places(wanted)
        if self._is_own(name, wanted, places):
            return None
        if not places:
            if self._is_excused(name, wanted):
                return None
            rival = self._opening_rival(name, home)
            if rival is not None:
                return f"{name.text} (article: {rival.text})"
            return name.text if name.sure else None
        if any(name.text in speaker for speaker in self._speakers):
            return None  # whether it says so is the attribution's matter
        rival = self._same_kind(name, home)
        if rival is not None and not (self._explains(name, home, rival) or self._is_in_place(name)):
            return f"{name.text} (article: {rival.text})"
        return None if not name.sure or self._is_near(name, places, home) else name.text

    def are_apart(self, first: Name, second: Name) -> bool:
        """Tell whether the article never names the two close to each other."""
        if self._book.kind(first) in {"organisation", "place"}:
            return False  # "joined Acme from Norrtal"
        here, there = (self._book.places(form(name.text)) for name in (first, second))
        return bool(here) and bool(there) and min(abs(a - b) for a in here for b in there) > 1

    def _home(self, name: Name, wanted: Form) -> _Home:
        """Return the sentence of the evidence that has most of what the item says around `name`."""
        at = next((i for i, token in enumerate(self._said.tokens) if token.end > name.start), 0)
        around = self._said.clause(at) - self._named
        if len(around) < _TELLING:  # "X said"
            around = self._said.content_lemmas - self._named
        shared = [len(around & shown.content_lemmas) for shown in self._shown]
        most = max(shared)
        closest = [i for i, count in enumerate(shared) if count == most]
        best = closest[0]
        if len(closest) > 1:
            best = max(
                closest,
                key=lambda i: (
                    self._stands_in(wanted, self._evidence[i]),
                    len(self._said.content_lemmas & self._shown[i].content_lemmas),
                    -i,
                ),
            )
        return _Home(self._evidence[best], self._shown[best], self._rivals(best), shared[best])

    def _rivals(self, place: int) -> Sequence[Name]:
        """Return the names of a sentence of the evidence that the item leaves out."""
        if place not in self._left_out:
            self._left_out[place] = [
                name
                for name in self._evidence[place].names
                if self._book.is_sure(name) and not self._is_said(name) and name.text.casefold() != self._site
            ]
        return self._left_out[place]

    # -- is the name there?

    def _is_there(self, name: Name, wanted: Form, home: _Home) -> bool:
        """Tell whether the sentence has the name, in whatever form."""
        return (
            self._stands_in(wanted, home.reading)
            or self._opens(name, home.reading)
            or any(self._book.are_one(wanted, form(rival.text)) for rival in home.rivals)
            or (
                (self._shortened(wanted, home.shown) or self._is_called(name, home.shown))
                and bool(self._book.places(wanted))
            )
        )

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

    def _shortened(self, wanted: Form, shown: Analysis) -> bool:
        """Tell whether the sentence has a plain word of an institution's name for it: "the commission"."""
        words = ORGANISATION_WORDS.intersection(wanted.parts)
        return len(wanted.parts) > 1 and any(
            token.lower in words and token.text.islower() for token in shown.tokens
        )

    def _is_called(self, name: Name, shown: Analysis) -> bool:
        """Tell whether the sentence has "the valley" where the item has it right behind the name."""
        behind = next((token for token in self._said.tokens if token.start > name.end), None)
        if behind is None or behind.lower not in PLACE_WORDS or not behind.text.islower():
            return False
        return any(two.lower == behind.lower and one.lower == "the" for one, two in pairwise(shown.tokens))

    def _opens(self, name: Name, reading: Reading) -> bool:
        """Tell whether the sentence begins with the surname of `name`, where any word has a capital."""
        *first, last = name.text.split()
        return (
            bool(first) and reading.text.startswith(f"{last} ") and bool(self._book.places(form(name.text)))
        )

    def _is_said(self, name: Name) -> bool:
        """Tell whether the item names `name` of the evidence too."""
        there = form(name.text)
        if matches(there, self._item_forms, self._language):
            return True
        words = self._book.words(self._item.text)
        return all(part in words for part in there.parts)

    def _is_own(self, name: Name, wanted: Form, places: Sequence[int]) -> bool:
        """Tell whether `name` is the author or the publication, where "we" or it may speak."""
        if not matches(wanted, self._own, self._language):
            return False
        told = any(name.text in speaker for speaker in self._speakers)
        ours = bool(places) and name.text.casefold() in self._site
        return told or ours or any(t.lower in _FIRST_PERSON for shown in self._shown for t in shown.tokens)

    def _is_excused(self, name: Name, wanted: Form) -> bool:
        """Tell whether a name that the article lacks may be an ordinary word, or follows from another."""
        return (
            self._book.has_capital(wanted)
            or self._book.has_words(name.text)
            or self._book.has_place_of(name.text)
        )

    def _is_near(self, name: Name, places: Sequence[int], home: _Home) -> bool:
        """Tell whether one of the sentences at `places` may lend `name` to its home.

        One before it may, further off where a word such as "she" asks for a name; one behind it
        only where the item tells of it too.
        """
        if len(set(places)) >= _RECURRING or min(places) <= 0 or self._is_titled(name, home):
            return True
        if self._is_beside(name, places):
            return True
        spots = self._book.spots(home.reading.text)
        asks = may_stand_for(self._book.kind(name), home.shown.tokens)
        own = self._said.matter((name.start, name.end))
        told = {
            spot
            for reading, shown in zip(self._evidence, self._shown, strict=True)
            if len((self._said.content_lemmas & shown.content_lemmas) - own) >= _TELLING
            for spot in self._book.spots(reading.text)
        }
        nouns = [two for one, two in pairwise(home.shown.tokens) if one.lower in _DEFINITE]
        kind = self._book.kind(name)
        if min(places) <= _LEAD and kind == "organisation" and may_stand_for(kind, nouns):
            return True  # "the network" throughout is whom the first sentences name
        back = _FAR_BACK if asks else _BACK
        return not spots or any(
            spot - back <= place <= spot + (_BACK if place in told or not home.shared else _AHEAD)
            for spot in spots
            for place in places
        )

    def _is_beside(self, name: Name, places: Sequence[int]) -> bool:
        """Tell whether a sentence has `name` and the one beside it in the item: "Swiss trader Lothringer"."""
        for other in self.names:
            apart = self._item.text[min(name.end, other.end) : max(name.start, other.start)]
            if other is not name and len(apart.split()) <= _BESIDE and apart.replace(" ", "").isalpha():
                mates = self._book.places(form(other.text))
                if len(set(mates)) >= _RECURRING and not set(mates).isdisjoint(places):
                    return True
        return False

    def _is_titled(self, name: Name, home: _Home) -> bool:
        """Tell whether the office before `name` stands in its home alone: "the judge" for "Judge Ann Lee"."""
        before = [i for i, token in enumerate(self._said.tokens) if token.end <= name.start]
        return (
            bool(before)
            and self._said.content[before[-1]]
            and self._said.lemmas[before[-1]] in home.shown.lemmas
        )

    # -- whose place does it take?

    def _holder(self, name: Name, wanted: Form) -> str | None:
        """Return who holds the office before `name` in the item, where in the article another does."""
        office = office_before(self._item.text, name, self._language)
        holders = self._book.holders(office) if office is not None else ()
        if office is None or not holders or matches(wanted, map(form, holders), self._language):
            return None
        told = any(self._book.has_beside(office, place) for place in self._book.places(wanted))
        return None if told else holders[0]

    def _same_role(self, name: Name, rival: Name, home: _Home) -> bool:
        mine = role_of(self._said, self._item.text, name)
        return mine.is_like(role_of(home.shown, home.reading.text, rival))

    def _is_in_place(self, name: Name) -> bool:
        """Tell whether a sentence of the evidence has the name amid the very words that the item has there.

        Up to a word of content that is no name: "won the Pennant Cup for Ardwell Town" holds both.
        """
        said = self._said
        own = [i for i, token in enumerate(said.tokens) if name.start <= token.start < name.end]
        for shown in self._shown if own else ():
            for start in shown.at({said.lemmas[own[0]]}):
                before = _run(said, shown, own[0] - 1, start - 1, -1)
                after = _run(said, shown, own[0], start, 1)
                words = [*before, *after]
                if own[-1] in words and any(said.content[i] and said.tokens[i].text.islower() for i in words):
                    return True
        return False

    def _opening_rival(self, name: Name, home: _Home) -> Name | None:
        """Return the name that opens the evidence as `name` opens the item, before one of the same words."""
        mine = opening(self._said, name)
        for rival in home.rivals:
            if not mine.isdisjoint(opening(home.shown, rival)) and self._fits(name, rival):
                return rival
        return None

    def _fits(self, name: Name, rival: Name) -> bool:
        """Tell whether the two may be of one kind."""
        kinds = {self._book.kind(name), self._book.kind(rival)}
        if is_adjective(name.text) != is_adjective(rival.text):
            return False  # "the Australian owner" is not in the place of "Catamarca"
        if self._language == "de" and (" " in name.text) != (" " in rival.text):
            return False  # a single capital is no name yet
        return len(kinds - {"unknown"}) <= 1

    def _same_kind(self, name: Name, home: _Home) -> Name | None:
        kind, whole = self._book.kind(name), " " in name.text
        for rival in home.rivals:
            full = whole and " " in rival.text
            if kind == "place" and self._is_scene(name, self._item.text) != self._is_scene(
                rival, home.reading.text
            ):
                continue
            alike = full or self._book.kind(rival) == kind
            if (
                alike
                and self._fits(name, rival)
                and not self._book.are_one(form(name.text), form(rival.text))
            ):
                return rival
        return None

    def _is_scene(self, name: Name, text: str) -> bool:
        """Tell whether a word such as "in" stands right before a place."""
        return _SCENE.search(text, max(name.start - _LONGEST_SCENE, 0), name.start) is not None

    def _explains(self, name: Name, home: _Home, rival: Name) -> bool:
        """Tell whether a word before `rival` may stand for `name`: "she", "the company".

        Behind it none counts: in "Acme sold its plant" the "its" is Acme's.
        """
        return may_stand_for(self._book.kind(name), [t for t in home.shown.tokens if t.start < rival.start])


def _run(said: Analysis, shown: Analysis, mine: int, theirs: int, step: int) -> list[int]:
    """Return which words of `said`, from `mine` on, `shown` has too from `theirs` on."""
    found = []
    while 0 <= mine < len(said.lemmas) and 0 <= theirs < len(shown.lemmas):
        if said.lemmas[mine] != shown.lemmas[theirs]:
            break
        found.append(mine)
        mine, theirs = mine + step, theirs + step
    return found
