"""The two sides of a comparison of names: what the item says, and what its evidence shows."""

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.grounding.checks.clauses import Analysis, analyse
from summarizer.grounding.checks.namebook import book_of
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import Form, form, is_within, matches
from summarizer.grounding.readers.names import Name
from summarizer.grounding.reading import Reading

TELLING = 2  # words of content that make a clause tell something


class Home(NamedTuple):
    """A sentence of the evidence, and its names that the item leaves out."""

    reading: Reading
    shown: Analysis
    rivals: Sequence[Name]
    shared: int  # words of content around the name that the sentence has


class Sides:
    """An item and its evidence with their names, and the article's names in `book`.

    `names` are the item's, `own` the forms of the article's authors and site, `speakers` those to whom
    the item attributes something, in its words.
    """

    def __init__(self, item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> None:
        self.language = article.language
        self.item = item
        self.book = book_of(article)
        self.evidence = evidence
        self.said = analyse(item.text, self.language)
        self.shown = [analyse(reading.text, self.language) for reading in evidence]
        self.site = (article.article.site or "").casefold()
        self.own = [form(own) for own in (*article.article.authors, article.article.site) if own]
        self.speakers = [told.speaker for told in item.attributions if told.speaker is not None]
        self.names = tuple(self._without_office(name) for name in item.names)
        self._item_forms = [form(name.text) for name in self.names]
        self._named = {stem for name in self.names for stem in self.said.matter((name.start, name.end))}
        self._left_out: dict[int, Sequence[Name]] = {}

    def _without_office(self, name: Name) -> Name:
        """Return the name without a word that has its capital from the sentence: "Botanist Ann Lee"."""
        word, _, rest = name.text.partition(" ")
        if name.start or " " not in rest or self.book.has_part(word):
            return name
        known = self.book.places(form(rest)) or matches(form(rest), self.own, self.language)
        return name._replace(text=rest, start=name.start + len(word) + 1) if known else name

    def home(self, name: Name, wanted: Form) -> Home:
        """Return the sentence of the evidence that has most of what the item says around `name`."""
        at = next((i for i, token in enumerate(self.said.tokens) if token.end > name.start), 0)
        around = self.said.clause(at) - self._named
        if len(around) < TELLING:  # "X said"
            around = self.said.content_lemmas - self._named
        shared = [len(around & shown.content_lemmas) for shown in self.shown]
        most = max(shared)
        closest = [i for i, count in enumerate(shared) if count == most]
        best = closest[0]
        if len(closest) > 1:
            best = max(
                closest,
                key=lambda i: (
                    self.is_named(wanted, self.evidence[i]),
                    len(self.said.content_lemmas & self.shown[i].content_lemmas),
                    -i,
                ),
            )
        return Home(self.evidence[best], self.shown[best], self._rivals(best), shared[best])

    def is_named(self, wanted: Form, reading: Reading) -> bool:
        """Tell whether the sentence names `wanted`, in full, in short, or as plain words."""
        for there in reading.names:
            found = form(there.text)
            if is_within(wanted, found, self.language):
                return True
            if is_within(found, wanted, self.language) and self.book.knows(wanted, found):
                return True
        words = self.book.words(reading.text)
        return wanted.joined in words or all(part in words for part in wanted.parts)

    def _rivals(self, place: int) -> Sequence[Name]:
        """Return the names of a sentence of the evidence that the item leaves out."""
        if place not in self._left_out:
            self._left_out[place] = [
                name
                for name in self.evidence[place].names
                if self.book.is_sure(name) and not self._is_said(name) and name.text.casefold() != self.site
            ]
        return self._left_out[place]

    def _is_said(self, name: Name) -> bool:
        """Tell whether the item names `name` of the evidence too."""
        there = form(name.text)
        if matches(there, self._item_forms, self.language):
            return True
        words = self.book.words(self.item.text)
        return all(part in words for part in there.parts)
