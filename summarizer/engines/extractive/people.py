"""Whom a pronoun of an article stands for, where it leaves no doubt."""

import re
from dataclasses import dataclass
from functools import cached_property

from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.attribution import Attribution, is_pronoun
from summarizer.grounding.readers.lexicon.name_words import HONORIFICS, ORGANISATION_WORDS
from summarizer.grounding.readers.names import Name
from summarizer.grounding.reading import Reading

_SUBJECTS = {"him": "he", "his": "he", "himself": "he", "her": "she", "hers": "she", "herself": "she"}
_HE, _SHE = re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE), re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE)
_SEXES = {"he": (_HE, _SHE), "she": (_SHE, _HE)}  # its own, and the other
_SOMEBODY = re.compile(r"(?:the|an?|one|his|her|its|their)\s(?:[\w-]+\s)?[\w-]+", re.IGNORECASE)
_HOUSED = re.compile(r"\b(?:at|in)\s(?:(?:the|an?)\s)?(?:[a-z-]+\s){0,2}$")
_NO_NAME = frozenset("i we you my our your".split())  # words of titles: "I Love"
_OTHERS = frozenset("they we i you wir ellos ellas ils loro eles elas они 他们".split())
_LOOK_BACK = 6  # sentences, as in ArticleIndex.speaker_meant


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant, and the number, from 0, of the last sentence that names them."""

    name: str
    sentence: int


class People:
    """The persons of one article."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index

    def meant(self, sentence: int, pronoun: str) -> Meant | None:
        """Return whom `pronoun` in sentence number `sentence` (from 0) stands for; None where there is doubt.

        There is doubt where the sentence names somebody else who may be meant; where somebody comes in
        between: another name, "the judge", or a pronoun of the other sex; and where the name follows a
        pronoun of its own sex: "Her daughter, Ana Ruiz".
        """
        subject = _SUBJECTS.get(pronoun.lower(), pronoun)
        name = self._index.speaker_meant(sentence, subject) if is_pronoun(subject) else None
        if name is None or not _NO_NAME.isdisjoint(name.lower().split()):
            return None
        words = frozenset(name.split())
        own_sex, other_sex = _SEXES.get(subject.lower(), (None, None))
        for place in range(sentence - 1, max(sentence - _LOOK_BACK, 0) - 1, -1):
            reading = self._index.sentences[place]
            named = next((found for found in reading.names if words & frozenset(found.text.split())), None)
            if named is not None:
                led = own_sex and own_sex.search(reading.text, 0, named.start)
                alone = not any(
                    self._may_be_beside(other, reading) and self._index.may_be_meant(other.text, subject)
                    for other in reading.names
                    if words.isdisjoint(other.text.split())
                )
                return Meant(name, place) if self.may_be(named) and alone and not led else None
            if (other_sex and other_sex.search(reading.text)) or self._brings_in_somebody(reading):
                return None
        return None

    def named(self, sentence: int, reading: Reading, said: Attribution) -> str | None:
        """Return whom a pronoun that speaks in sentence number `sentence` (from 0) names; None in doubt.

        There is doubt where the sentence and those before it name different ones.
        """
        pronoun = _SUBJECTS.get((said.speaker or "").lower(), said.speaker or "")
        at = reading.text.find(said.speaker or "", said.start)
        quotes = reading.quotations
        named = [
            name
            for name in reading.names
            if name.end <= at and not any(quote.start <= name.start < quote.end for quote in quotes)
        ]
        if pronoun.lower() == "it":
            things = [name.text for name in named if not name.start and name.kind != "person"]
            return things[0] if things and len(named) == 1 else None
        persons = dict.fromkeys(name.text for name in named if self.may_be(name))
        before = self._index.speaker_meant(sentence, pronoun)
        if not persons:
            meant = self.meant(sentence, pronoun)
            return meant.name if meant else None
        one = next(iter(persons))
        same = before is None or not set(before.split()).isdisjoint(one.split())
        return one if len(persons) == 1 and same and pronoun.lower() not in _OTHERS else None

    def may_be(self, name: Name) -> bool:
        """Whether `name` may be a person's: it is known for one, has several words, or is a surname."""
        words = name.text.split()
        if name.kind in {"organisation", "place"} or any(
            word.lower() in ORGANISATION_WORDS for word in words
        ):
            return False
        return name.kind == "person" or len(words) > 1 or words[-1] in self._surnames

    def _may_be_beside(self, name: Name, reading: Reading) -> bool:
        """Whether `name` may be another person: not the house of "an analyst at the broker Corrigan Vale"."""
        housed = _HOUSED.search(reading.text, 0, name.start) if name.kind != "person" else None
        return self.may_be(name) and housed is None

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last words of the article's names of several words that may be persons'."""
        names = (name.text.split() for name in self._index.names if name.kind in {"person", "unknown"})
        return frozenset(words[-1] for words in names if len(words) > 1)

    def _brings_in_somebody(self, reading: Reading) -> bool:
        """Whether somebody acts or speaks in the sentence: by name, or as "the judge"."""
        quotes = reading.quotations
        for name in reading.names:
            if self.may_be(name) and not any(quote.start <= name.start < quote.end for quote in quotes):
                return True
        speakers = (said.speaker for said in reading.attributions)
        if any(speaker is not None and not is_pronoun(speaker) for speaker in speakers):
            return True
        head = _SOMEBODY.match(reading.text)
        return head is not None and not HONORIFICS.isdisjoint(head[0].lower().split())
