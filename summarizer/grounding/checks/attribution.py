"""Check that an item has what was said said by the one who said it."""

from collections.abc import Iterator, Sequence

from summarizer.grounding.checks.clauses import analyse
from summarizer.grounding.checks.namebook import NameBook, book_of
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import form, matches
from summarizer.grounding.readers.attribution import Attribution, is_pronoun, resolve_speaker
from summarizer.grounding.readers.lexicon.reporting import OPINION
from summarizer.grounding.readers.names import read_names
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

_BACK = 3  # sentences over which a speaker goes on speaking without being named again
_CLOSE = 0.7  # of the words that the best sentence shares with the item
_SAID_SHARE = 0.6  # share of the item's words that stand in what was said


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield each speaker whom the evidence does not have say it, and a speaker left out."""
    if item.attributions:
        for attribution in item.attributions:
            if attribution.speaker is not None:
                yield from check_speaker(attribution.speaker, item, evidence, article)
    else:
        yield from _dropped(item, evidence, article)


def check_speaker(
    speaker: str, item: Reading, evidence: Sequence[Reading], index: ArticleIndex
) -> Iterator[Reason]:
    """Yield a reason unless `speaker` says in or near `evidence` what the item says."""
    if is_pronoun(speaker):
        return
    speakers = _Speakers(index)
    others: list[str] = []
    for reading in _closest(item, evidence, index.language):
        for attribution in reading.attributions:
            there = speakers.of(attribution, reading)
            if there is None or speakers.may_be(speaker, there) or speakers.is_named(there, item):
                return
            others.append(there)
    if others:
        yield Reason(code="speaker_changed", detail=f"{speaker} (article: {others[0]})")
    elif read_names(speaker, index.language) and not speakers.goes_on(speaker, evidence):
        yield Reason(code="speaker_changed", detail=speaker)


def _closest(item: Reading, evidence: Sequence[Reading], language: str) -> Sequence[Reading]:
    """Return the sentences that have about as much of the item's matter as the best of them."""
    said = _matter(item, language)
    shared = [len(said & analyse(reading.text, language).content_lemmas) for reading in evidence]
    most = max(shared)
    return [reading for reading, count in zip(evidence, shared, strict=True) if count >= _CLOSE * most]


def _matter(item: Reading, language: str) -> frozenset[str]:
    """Return the words of content that the item attributes, or all if it attributes nothing."""
    said = [item.text[slice(*attribution.content)] for attribution in item.attributions]
    return analyse(" ".join(said) or item.text, language).content_lemmas


class _Speakers:
    """Compares speakers, names and offices alike, with what the article knows of them."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._book: NameBook = book_of(index)

    def of(self, attribution: Attribution, reading: Reading) -> str | None:
        """Return the speaker, a pronoun resolved; None if nobody can tell."""
        speaker = attribution.speaker
        if speaker is None or not is_pronoun(speaker):
            return speaker
        spots = self._book.spots(reading.text)
        return resolve_speaker(self._index, spots[0], speaker) if spots else None

    def may_be(self, speaker: str, other: str) -> bool:
        """Tell whether the two can be one: the same name, the same office, or a name and an office."""
        language = self._index.language
        names = [form(name.text) for name in read_names(speaker, language)]
        others = [form(name.text) for name in read_names(other, language)]
        if names and others and any(matches(name, others, language) for name in names):
            return True
        mine, theirs = self._nouns(speaker), self._nouns(other)
        if names and others:
            return any(part in theirs for name in names for part in name.parts) or mine == theirs
        if not names and not others:
            return not mine or not theirs or not mine.isdisjoint(theirs)
        if names:
            return self._are_together(speaker, theirs)
        return self._are_together(other, mine)

    def is_named(self, speaker: str, item: Reading) -> bool:
        """Tell whether the item names `speaker` too, as in "Lind, head of the council, said"."""
        wanted = [form(name.text) for name in read_names(speaker, self._index.language)]
        there = [form(name.text) for name in item.names]
        return bool(wanted) and all(matches(name, there, self._index.language) for name in wanted)

    def _nouns(self, speaker: str) -> frozenset[str]:
        return analyse(speaker, self._index.language).content_lemmas

    def _are_together(self, name: str, office: frozenset[str]) -> bool:
        """Tell whether a sentence that names somebody also speaks of the office."""
        return any(
            office & analyse(self._index.sentences[place].text, self._index.language).content_lemmas
            for place in self._book.places(form(name))
            if place >= 0
        )

    def goes_on(self, speaker: str, evidence: Sequence[Reading]) -> bool:
        """Tell whether the speaker is in the evidence, or was speaking just before."""
        wanted = self._nouns(speaker)
        for reading in evidence:
            spots = self._book.spots(reading.text)
            first = spots[0] if spots else 0
            for near in (reading, *reversed(self._index.sentences[max(first - _BACK, 0) : first])):
                told = [self.of(attribution, near) for attribution in near.attributions]
                if any(other is not None and self.may_be(speaker, other) for other in told):
                    return True
                if (
                    near is reading
                    and wanted
                    and wanted <= analyse(near.text, self._index.language).content_lemmas
                ):
                    return True
        return False


def _dropped(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield the speaker of an opinion that the item states as its own."""
    said = analyse(item.text, article.language).content_lemmas
    for reading in evidence[:1]:
        for attribution in reading.attributions:
            if attribution.speaker is None or not _is_opinion(attribution, article.language):
                continue
            if attribution.speaker.casefold() == (article.article.site or "").casefold():
                continue  # the publication citing itself is no source
            content = analyse(reading.text[slice(*attribution.content)], article.language).content_lemmas
            if said and len(said & content) >= _SAID_SHARE * len(said):
                yield Reason(code="speaker_dropped", detail=f"{attribution.speaker} {attribution.verb}")
                return


def _is_opinion(attribution: Attribution, language: str) -> bool:
    return attribution.voice == "quotes" or attribution.verb.lower() in OPINION.get(language, frozenset())
