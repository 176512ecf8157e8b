"""Tell whom the article means by a speaker: by name, office, number or pronoun."""

import re
from collections.abc import Sequence

from summarizer.grounding.checks.anaphora import may_stand_for
from summarizer.grounding.checks.clauses import content_of
from summarizer.grounding.checks.namebook import NameBook, book_of
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import Form, form, matches
from summarizer.grounding.readers.attribution import Attribution, is_pronoun
from summarizer.grounding.readers.names import Name, read_names
from summarizer.grounding.readers.quotation import Quotation
from summarizer.grounding.readers.tokens import UNSPACED, read_tokens
from summarizer.grounding.reading import Reading

_UNSPACED_PRONOUNS = frozenset("他她它该這这彼其")
_SOME_WORDS, _SOME_SHARE = 2, 0.3  # of what is said, for its very speaker to be meant
_SPOKESMAN = re.compile(r"(?:,\s+|^)(?:[Ii]ts|[Tt]heir)\s|\bspokes\w+")  # who speaks for the "Acme said"
_LEAST_COMPOUNDED = 5  # letters of a German noun that ends another
_HEADED = re.compile(r"(?i:the|la|le|el|die|der|das) [^\W\dA-ZÄÖÜÉ][\w-]+ (?:of|de|du|des|del|von|der)\b")
_OWNED = re.compile(r"['’]s [a-z]")
_OF_SOMETHING = re.compile(r"$| (?:of|at|from|in|and|for)\b")
_OFFICE = re.compile(r"(?:the|an?) .*\b[a-z]+")  # "the Acme chief executive"
_COUNTS = {"one": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ONE_OF = re.compile(r"(?i)(one|another|the (?:first|second|other)) of (?:the )?(.+)")
_GROUP_WORDS = 3  # words: what is longer was read amiss
_PLURAL_S = frozenset({"en", "fr", "es", "pt"})  # languages whose plural ends in -s
_RELATIVE = frozenset({"who", "qui", "der", "die", "das"})
_LEAD = 99  # the number of a sentence that may leave a name to the next one
_GOES_ON = 1  # sentences over which a speaker goes on speaking without being named again
_THROUGHOUT = 4  # sentences that name a company, for "the company" to be it anywhere
_LEADS_UP = 3  # sentences over which a named person leads up to words without a speaker
_BACK = 6  # sentences in which whoever "the company" may mean was named


def has_pronoun(reading: Reading) -> bool:
    """Tell whether "he" or "she" stands in a sentence outside of what it quotes."""
    quoted = [(quotation.start, quotation.end) for quotation in reading.quotations]
    return any(
        token.lower in {"he", "she"} and not any(start <= token.start < end for start, end in quoted)
        for token in read_tokens(reading.text)
    )


def named_in(reading: Reading) -> list[Name]:
    """Return the names of a sentence outside of what it quotes."""
    return [name for name in reading.names if not is_inside(name, reading.quotations)]


def is_inside(name: Name, quotations: Sequence[Quotation]) -> bool:
    """Tell whether a name begins within one of the quotations."""
    return any(quotation.start <= name.start < quotation.end for quotation in quotations)


def _differ_in_number(speaker: str, other: str) -> bool:
    """Whether both say how many they are, and it is not the same: one of two people is not two people."""
    words = (text.lower().partition(" ")[0] for text in (speaker, other))
    return len({_COUNTS[word] for word in words if word in _COUNTS}) > 1


def _is_group(speaker: str, language: str) -> bool:
    """Whether the noun phrase is one of several people: "opponents", "les syndicats"."""
    *before, last = speaker.lower().split()
    short = len(before) < _GROUP_WORDS and language in _PLURAL_S
    return short and last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text})


class Speakers:
    """Compares speakers, names and offices alike, with what the article knows of them."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._book: NameBook = book_of(index)

    def of(self, attribution: Attribution, reading: Reading) -> str | None:
        """Return the speaker, a pronoun resolved; None if nobody can tell."""
        speaker = attribution.speaker
        if speaker is None or not is_pronoun(speaker):
            return speaker
        if speaker.lower() in _RELATIVE:
            before = [name.text for name in reading.names if name.end <= attribution.start]
            return before[-1] if before else None
        spots = self._book.spots(reading.text)
        return self._index.speaker_meant(spots[0], speaker) if spots else None

    def may_be(self, speaker: str, other: str, reading: Reading) -> bool:
        """Tell whether `speaker` can be `other`, who speaks in `reading`."""
        language = self._index.language
        if language in UNSPACED:
            return not _pairs(speaker).isdisjoint(_pairs(other)) or other[:1] in _UNSPACED_PRONOUNS
        if _differ_in_number(speaker, other):
            return False
        names, others = self._forms(speaker), self._forms(other)
        mine, theirs = self._nouns(speaker), self._nouns(other)
        if names and others:
            one = any(matches(name, others, language) for name in names)
            for_it = bool(_SPOKESMAN.search(reading.text)) and self.is_near(speaker, reading)
            return (
                one
                or for_it
                or any(part in theirs for name in names for part in name.parts)
                or any(self._book.are_one(name, their) for name in names for their in others)
                or mine == theirs
            )
        if names and _is_group(other, language) and not self._is_named(other) and self._is_person(names):
            return self._is_one_of(speaker, other, reading)  # "opponents" are not the mayor
        if names:  # the article has "the company" there
            return self._is_one_of(speaker, other, reading) or (
                self._share_noun(mine, theirs)
                or self.is_near(speaker, reading)
                or self._are_together(names, theirs)
                or self._is_the_company(names, other)
            )
        if others and (
            self._share_noun(mine, theirs)
            or self._are_together(others, mine)
            or not self._book.has_words(speaker)
        ):
            return True  # his office, or a word of the item's own for it
        if may_stand_for("organisation", read_tokens(speaker)) and may_stand_for(
            "organisation", read_tokens(other)
        ):
            return True  # "the company", "the chip maker"
        return not mine or not theirs or self._share_noun(mine, theirs) or self.is_near(speaker, reading)

    def may_be_called(self, speaker: str, pronoun: str) -> bool:
        """Whether the speaker can be the "he" or "she" of the article, as far as a given name tells."""
        return not is_pronoun(pronoun) or self._index.may_be_meant(speaker, pronoun)

    def _is_person(self, names: Sequence[Form]) -> bool:
        """Tell whether the names are those of a person, by all that the article tells of them."""
        return any(
            self._book.kind(name) == "person" and matches(form(name.text), names, self._index.language)
            for name in self._index.names
        )

    def _is_named(self, other: str) -> bool:
        """Tell whether the last word of `other` is one of a name: "Desrochers"."""
        last = other.rsplit(maxsplit=1)[-1]
        return any(last in name.text.split() for name in self._index.names if self._book.is_sure(name))

    def _is_one_of(self, speaker: str, other: str, reading: Reading) -> bool:
        """Tell whether "one of two people with knowledge of Acme" is the "One" who speaks after them."""
        told = _ONE_OF.fullmatch(speaker)
        if told is None or told[1].lower() != other.lower():
            return False
        named = " ".join(part for name in self._forms(speaker) for part in name.parts)
        group = self._nouns(told[2]) - self._nouns(named)
        _, _, *before = self._around(reading)
        return any(group and group <= content_of(near.text, self._index.language) for near in before)

    def _is_the_company(self, names: Sequence[Form], other: str) -> bool:
        """Tell whether "the company" can be one of `names`, of which the article speaks throughout."""
        return may_stand_for("organisation", read_tokens(other)) and any(
            len(self._book.places(name)) >= _THROUGHOUT for name in names
        )

    def is_author(self, speaker: str) -> bool:
        """Tell whether the speaker wrote the article."""
        authors = [form(author) for author in self._index.article.authors]
        return any(matches(name, authors, self._index.language) for name in self._forms(speaker))

    def says(self, speaker: str, said: str, reading: Reading) -> bool:
        """Tell whether the sentence has the very speaker say some of `said`."""
        language = self._index.language
        names, nouns = self._forms(speaker), self._nouns(speaker)
        for told in reading.attributions:
            there = self._forms(self.of(told, reading) or told.speaker or "")
            named = bool(there) and any(matches(name, there, language) for name in names)
            if _differ_in_number(speaker, told.speaker or ""):
                continue
            if named or (nouns and not names and nouns <= self._nouns(told.speaker or "")):
                matter = content_of(said, language)
                shared = matter & content_of(reading.text, language)
                # "his lawyer" is said of nobody else: a word in common will do
                return len(shared) >= (max(_SOME_WORDS, _SOME_SHARE * len(matter)) if names else 1)
        return False

    def _forms(self, speaker: str) -> list[Form]:
        """Return the names in what stands for a speaker, but not whose he is; an acronym alone is one."""
        names = [
            form(name.text)
            for name in read_names(speaker, self._index.language)
            if not _OWNED.match(speaker, name.end)
            and not (_OFFICE.fullmatch(speaker) and _OF_SOMETHING.match(speaker, name.end) is None)
        ]
        return names or ([form(speaker)] if speaker.isupper() else [])

    def _nouns(self, speaker: str) -> frozenset[str]:
        return content_of(speaker, self._index.language)

    def _share_noun(self, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        """Tell whether a noun is in both; in German as the end of a longer one too: "Ministerium"."""
        if not mine.isdisjoint(theirs):
            return True
        return self._index.language == "de" and any(
            long.endswith(short)
            for one in mine
            for other in theirs
            for short, long in [sorted((one, other), key=len)]
            if len(short) >= _LEAST_COMPOUNDED
        )

    def _are_together(self, names: Sequence[Form], office: frozenset[str]) -> bool:
        """Tell whether a sentence that names somebody also speaks of the office."""
        return any(
            office & content_of(self._index.sentences[place].text, self._index.language)
            for name in names
            for place in self._book.places(name)
            if place >= 0
        )

    def is_near(self, speaker: str, reading: Reading) -> bool:
        """Tell whether the speaker stands in a sentence, or shortly before it."""
        return any(self._stands_in(speaker, near) for near in self._around(reading))

    def goes_on(self, speaker: str, reading: Reading) -> bool:
        """Tell whether the speaker stands in a sentence, or before it with nobody else speaking between."""
        here, after, *before = self._around(reading)
        if self._stands_in(speaker, after):
            return True
        for near in (here, *before[:_GOES_ON]):
            if self._stands_in(speaker, near):
                return True
            told = (self.of(attribution, near) for attribution in near.attributions)
            if any(other is not None and read_names(other, self._index.language) for other in told):
                return False
        return False

    def leads_up(self, speaker: str, reading: Reading, evidence: Sequence[Reading]) -> bool:
        """Tell whether a sentence of the evidence names the speaker, with nobody else up to this one."""
        _, _, *before = self._around(reading)
        for near in before[:_LEADS_UP]:
            if self._stands_in(speaker, near):
                return any(near.text == one.text for one in evidence)
            if any(name.kind == "person" or near.attributions for name in near.names):
                return False
        return False

    def may_be_meant(self, speaker: str, reading: Reading) -> bool:
        """Tell whether a pronoun of the sentence may mean the speaker.

        The nearest names hold theirs, or an unnamed "spokeswoman" spoke right before, or the title names
        them and no sentence shortly before names anybody.
        """
        _, _, *before = self._around(reading)
        nearest = next((near for near in before if named_in(near)), None)
        if nearest is not None and self._stands_in(speaker, nearest):
            return True
        office = before[0].attributions if before else ()
        if any(self._share_noun(self._nouns(speaker), self._nouns(told.speaker or "")) for told in office):
            return True
        titled = read_names(self._index.article.title or "", self._index.language)
        forms = [form(name.text) for name in titled]
        about = any(matches(name, forms, self._index.language) for name in self._forms(speaker)[-1:])
        return about and not any(
            self._book.kind(name) == "person" for near in before for name in named_in(near)
        )

    def _around(self, reading: Reading) -> Sequence[Reading]:
        """Return the sentence, the one after a lead, where who spoke is often named, and those before it."""
        spots = self._book.spots(reading.text)
        first = spots[0] if spots else 0
        sentences = self._index.sentences
        after = sentences[first + 1] if first <= _LEAD and first + 1 < len(sentences) else reading
        return (reading, after, *reversed(sentences[max(first - _BACK, 0) : first]))

    def _stands_in(self, speaker: str, reading: Reading) -> bool:
        language = self._index.language
        if language in UNSPACED:
            return speaker in reading.text or speaker[-2:] in reading.text
        if language == "ar":  # the last name, or "the head of the board" of a longer title
            told = (
                content_of(part, language)
                for part in (" ".join(speaker.split()[:2]), speaker.rsplit(maxsplit=1)[-1])
            )
            return any(part and part <= content_of(reading.text, language) for part in told)
        names = [form(name.text) for name in read_names(speaker, language)]
        if names and matches(names[-1], [form(name.text) for name in reading.names], language):
            return True
        wanted = self._nouns(speaker)
        there = content_of(reading.text, language)
        if _HEADED.match(speaker):  # "the board of Acme" is "the board"
            return not wanted.isdisjoint(content_of(speaker.split(" ")[1], language) & there)
        return bool(wanted) and wanted <= there
