"""The names of one article: where each stands, of what kind it is, what it is short for."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import repeat
from typing import NamedTuple
from weakref import WeakKeyDictionary

from summarizer.grounding.checks.clauses import analyse
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import Form, form, is_within, matches
from summarizer.grounding.readers.lexicon.countries import ALIASES, CAPITALS
from summarizer.grounding.readers.lexicon.name_words import (
    CLUB_WORDS,
    FUNCTION,
    ORGANISATION_WORDS,
    PLACE_WORDS,
)
from summarizer.grounding.readers.lexicon.reporting import SAYING
from summarizer.grounding.readers.name_kinds import Kind
from summarizer.grounding.readers.names import Name, read_names
from summarizer.grounding.readers.stems import fold, lemma
from summarizer.grounding.readers.tokens import read_tokens
from summarizer.grounding.readers.verbs import is_past

_WORDS_TOO = frozenset(
    "polish pole poles turkey china dane danes finn finns chad jordan georgia lao scot".split()
)
_IN = re.compile(r"\b(?:in|at|near|around|à|en|bei|nach)\s$")
_OFFICE = re.compile(
    r"(?<![\w-])([^\W\d_][\w-]{3,}) $|(?<=[ ’'])([^\W\d_A-Z][\w-]{3,}), (?:(?:the|an?) (?:[a-z-]+ ){1,2})?$"
)
_LINKS = frozenset({" ", "'s ", "’s ", "' ", "’ "})  # between a house and its office
_FIRST_AND_LAST = 2  # parts of a person's name
_LONGEST_OFFICE = 40  # characters
_LEAST_PLACE, _DEMONYMS = 4, ("n", "an", "ian", "ese", "ish", "i", "er")
_LEAST_VERB = 4  # letters of "lead", beside which "leader" is no other office
_LONGEST_IN = 8  # characters
_TITLE = -1  # the place of a name in the article's title


class NameBook:
    """Every name of an article, looked up by its parts.

    Holds the article's sentences and not the article, which could not be forgotten otherwise: see `_BOOKS`.
    """

    def __init__(self, article: ArticleIndex) -> None:
        self._language = article.language
        self._entries: defaultdict[str, list[tuple[int, Form, Kind]]] = defaultdict(list)
        self._joined: defaultdict[str, list[int]] = defaultdict(list)
        self._places: dict[Form, Sequence[int]] = {}
        self._sure: set[str] = set()
        self._texts: set[str] = set()
        self._guesses: dict[str, Kind] = {}
        self._kinds: dict[str, Kind] = {}
        self._title = article.article.title or ""
        self._sentences = article.sentences
        self._add(_TITLE, read_names(self._title, article.language))
        for index, reading in enumerate(self._sentences):
            self._add(index, reading.names)
        self._guess_kinds()

    def _add(self, place: int, names: Sequence[Name]) -> None:
        for name in names:
            self._texts.add(name.text)
            if name.sure:
                self._sure.add(name.text)
            here = form(name.text)
            entry = (place, here, name.kind)
            self._joined[here.joined].append(place)
            for key in {*here.parts, here.joined, here.initials}:
                self._entries[key].append(entry)

    @cached_property
    def _words(self) -> Sequence[tuple[int, frozenset[str]]]:
        """Each sentence's number and words, as parts of names are compared."""
        texts = [self._title, *[reading.text for reading in self._sentences]]
        return list(enumerate([_words(text, self._language) for text in texts], _TITLE))

    def _with(self, word: str) -> Sequence[int]:
        """Return the numbers of the sentences that have `word` as parts of names are compared."""
        return [place for place, words in self._words if word in words]

    def _guess_kinds(self) -> None:
        """Note what names of no certain kind are by how the article goes on: "Lund" alone, "in Velmouth"."""
        for reading in self._sentences:
            for before, name in zip((None, *reading.names), reading.names, strict=False):
                kind = self._guess(name, reading.text, before)
                if kind is None:
                    continue
                first, *rest = name.text.split()
                shorts = {first, *rest[-1:]} if kind == "organisation" else {*rest[-1:]}
                for text in (name.text, *sorted(shorts & self._texts)):
                    self._guesses.setdefault(text, kind)

    def _guess(self, name: Name, text: str, before: Name | None) -> Kind | None:
        """Guess the kind of a name in a sentence's text; `before` is the name before it."""
        first, *rest = name.text.split()
        place = first.lower() in PLACE_WORDS
        if rest:
            if rest[-1].lower() in CLUB_WORDS:
                return "organisation"
            if not place and rest[-1] in self._texts:
                return "person"
            if first in self._texts:
                return "organisation"
        if place or _IN.search(text, max(name.start - _LONGEST_IN, 0), name.start):
            return "place"
        if before is None or text[before.end : name.start] != " and ":
            return None
        return "place" if self._guesses.get(before.text) == "place" else None

    def words(self, text: str) -> frozenset[str]:
        """Return the words of `text` as parts of names are compared, countries made one."""
        return _words(text, self._language)

    def spots(self, sentence: str) -> Sequence[int]:
        """Return the numbers of the sentences that read `sentence`."""
        return [place for place, reading in enumerate(self._sentences) if reading.text == sentence]

    def places(self, wanted: Form) -> Sequence[int]:
        """Return the numbers of the sentences that name `wanted`; -1 is the title."""
        found = self._places.get(wanted)
        if found is None:
            found = self._places[wanted] = self._find(wanted)
        return found

    def _find(self, wanted: Form) -> Sequence[int]:
        found = {
            place for place, other, _ in self._candidates(wanted) if is_within(wanted, other, self._language)
        }
        found.update(self._joined.get(wanted.joined, ()))
        found.update(
            place
            for place, other, _ in self._candidates(wanted)
            if (
                not found
                or other.parts == (wanted.parts[:1] if wanted.parts[-1] in CLUB_WORDS else wanted.parts[-1:])
            )
            and is_within(other, wanted, self._language)
            and self.knows(wanted, other)
        )
        if found and len(wanted.parts) == _FIRST_AND_LAST and ORGANISATION_WORDS.isdisjoint(wanted.parts):
            found.update(self._with(wanted.parts[-1]))  # a surname that was not read for a name
        if not found and wanted.parts:
            found = set.intersection(*[set(self._with(part)) for part in wanted.parts])
        return sorted(found)

    def _candidates(self, wanted: Form) -> Sequence[tuple[int, Form, Kind]]:
        keys = dict.fromkeys((*wanted.parts, wanted.joined, wanted.initials))  # in order: runs must agree
        return [entry for key in keys for entry in self._entries.get(key, ())]

    def knows(self, full: Form, short: Form) -> bool:
        """Tell whether the article bears out that `short` is `full`: it has both, or the rest is no name."""
        extra = [part for part in full.parts if part not in short.parts]
        if all(part in ORGANISATION_WORDS or part in ALIASES.values() for part in extra):
            return all(part in ORGANISATION_WORDS or self._with(part) for part in extra)
        if short.initials and full.joined == short.initials:
            return True
        return any(is_within(full, other, self._language) for _, other, _ in self._candidates(full))

    def has_words(self, text: str) -> bool:
        """Tell whether the article has each word of `text`, in whatever form and case."""
        return all(
            self._with(word) or self._with(lemma(word, self._language))
            for word in _words(text, self._language)
        )

    def has_part(self, word: str) -> bool:
        """Tell whether a name of the article has `word` as one of its parts."""
        return not self._entries.keys().isdisjoint(form(word).parts)

    def has_place_of(self, adjective: str) -> bool:
        """Tell whether the article names the place of which `adjective` is made: "Islarra" of "Islarran"."""
        word = fold(adjective.lower())
        places = (word.removesuffix(ending) for ending in _DEMONYMS if word.endswith(ending))
        return any(len(place) >= _LEAST_PLACE and place in self._entries for place in places)

    def holders(self, office: "Office") -> Sequence[str]:
        """Return whose office or trade it is, of the same house: the names right behind that word."""
        return [
            name
            for name, house in self._offices.get(office.stem, ())
            if not house or not office.house or matches(form(house), [form(office.house)], self._language)
        ]

    def has_beside(self, office: str, place: int) -> bool:
        """Tell whether sentence number `place` has the office or trade in it."""
        words = analyse(self._sentences[place].text, self._language).lemmas if place >= 0 else ()
        return place < 0 or any(
            word == office or (len(word) >= _LEAST_VERB and office.startswith(word)) for word in words
        )

    @cached_property
    def _offices(self) -> dict[str, list[tuple[str, str]]]:
        """The holders of each office, by its stem, with their house."""
        found: dict[str, list[tuple[str, str]]] = {}
        for reading in self._sentences:
            for name in reading.names:
                if name.kind not in {"person", "unknown"} or not self.is_sure(name):
                    continue
                office = office_before(reading.text, reading.names, name, self._language)
                if office is not None and self.kind(name) in {"person", "unknown"}:
                    found.setdefault(office.stem, []).append((name.text, office.house))
        return found

    def capital_of(self, name: Form) -> str | None:
        """Return the country, as one word, whose government `name` stands for."""
        country = CAPITALS.get(" ".join(name.parts))
        return country.replace(" ", "") if country else None

    def are_one(self, left: Form, right: Form) -> bool:
        """Tell whether the article uses the two names for one thing: Beijing and China."""
        return self.capital_of(left) == right.joined or self.capital_of(right) == left.joined

    def has_capital(self, country: Form) -> bool:
        """Tell whether the article names the capital of `country`."""
        return any(
            place.replace(" ", "") in self._joined or self._with(place)
            for place, owner in CAPITALS.items()
            if owner.replace(" ", "") == country.joined
        )

    def is_sure(self, name: Name) -> bool:
        """Tell whether `name` is one, here or where a capital can have no other reason."""
        return name.sure or name.text in self._sure

    def kind(self, name: Name) -> Kind:
        """Return what `name` is, by its fullest form in the article."""
        if name.kind != "unknown":
            return name.kind
        if name.text not in self._kinds:
            self._kinds[name.text] = self._found_kind(name)
        return self._kinds[name.text]

    def _found_kind(self, name: Name) -> Kind:
        wanted = form(name.text)
        for _, other, kind in self._candidates(wanted):
            if kind != "unknown" and is_within(wanted, other, self._language):
                return kind
        return self._guesses.get(name.text, "unknown")


class Office(NamedTuple):
    """An office or trade by its stem, and whose it is where that stands before it: "City manager"."""

    stem: str
    house: str = ""


def office_before(text: str, names: Sequence[Name], name: Name, language: str) -> Office | None:
    """Return the office or trade that stands right before one of the names of a text, or None."""
    start = max(name.start - _LONGEST_OFFICE, 0)
    if text.find(",", start, name.start) < 0:  # then only the last word may be one
        start = max(start, text.rfind(" ", start, max(name.start - 2, 0)))
    told = _OFFICE.search(text, start, name.start)
    if told is None:
        return None
    word = told[1] or told[2]
    lower = word.lower()
    if lower in FUNCTION.get(language, FUNCTION["en"]) or lower in SAYING.get(language, ()):
        return None
    if is_past(lower) if language == "en" else language == "de" and word.islower():
        return None
    start = told.start(1) if told[1] else told.start(2)
    house = next((one.text for one in names if text[one.end : start] in _LINKS), "")
    return Office(lemma(lower, language), house)


_BOOKS: WeakKeyDictionary[ArticleIndex, NameBook] = WeakKeyDictionary()


def book_of(article: ArticleIndex) -> NameBook:
    """Return the names of `article`, collected once."""
    book = _BOOKS.get(article)
    if book is None:
        book = _BOOKS[article] = NameBook(article)
    return book


@lru_cache(maxsize=4096)
def _words(text: str, language: str) -> frozenset[str]:
    words = [token.text for token in read_tokens(text)]
    return frozenset().union(*map(_forms, words, repeat(language)))


@lru_cache(maxsize=16384)
def _forms(text: str, language: str) -> frozenset[str]:
    """Return a word as parts of names are compared: whole, by its parts, its lemma, its country."""
    whole = fold(text.lower()).removesuffix("'s").replace("'", "").replace(".", "")
    plain = text.islower() and (len(whole) <= len("us") or whole in _WORDS_TOO) and "." not in text
    found: set[str] = set()
    for word in {whole, *whole.split("-")}:
        found.update((word, word if plain else ALIASES.get(word, word), lemma(word, language)))
    return frozenset(found)
