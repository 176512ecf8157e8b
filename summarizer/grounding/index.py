"""One article, indexed once: its sentences read, its words weighed, its names collected."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from summarizer.grounding.normalise import Folded, fold_typography
from summarizer.grounding.readers.lexicon.given_names import MEN, WOMEN
from summarizer.grounding.readers.names import Name
from summarizer.grounding.reading import Reading
from summarizer.schema import Article, Span

_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")  # scripts without spaces
_LOOK_BACK = 6  # sentences: a pronoun further from its name is not understood either
_INTRODUCED = re.compile(r", (?:an?|the|who|whose|\d\d)\b")  # behind the name of a person
_MANY = frozenset("they it we i sie ellos ellas ils elles loro eles они".split())  # or a thing, or the writer
_HE, _SHE = frozenset("he er él il lui egli".split()), frozenset("she ella elle lei".split())
_ROUNDING = 1e-6  # of sums of weights
MIN_GAIN = 0.06  # a further sentence must cover this share of the item that no better one covers


class _Weights(dict[str, float]):
    """Weights by stem; one that is not among them weighs `unseen`."""

    def __init__(self, weights: Mapping[str, float], unseen: float) -> None:
        super().__init__(weights)
        self._unseen = unseen

    def __missing__(self, stem: str) -> float:
        return self._unseen


class ArticleIndex:
    """What grounding asks of an article again and again; nothing is computed before it is asked for."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.language = article.language or "en"
        self._masses: dict[frozenset[str], float] = {}

    @cached_property
    def sentences(self) -> tuple[Reading, ...]:
        """The article's sentences, read; index i is `article.sentences[i]`."""
        return tuple(
            Reading(self.article.sentence(i), self.language) for i in range(len(self.article.sentences))
        )

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(sentence): place for place, sentence in enumerate(self.sentences)}

    def place_of(self, sentence: Reading) -> int | None:
        """Return the number, from 0, of a reading that is one of `sentences`."""
        return self._places.get(id(sentence))

    def readings_of(self, span: Span) -> tuple[Reading, ...]:
        """Return the sentences that `span` touches."""
        spans = self.article.sentences
        first = bisect_right(spans, span.start, key=attrgetter("end"))
        after = bisect_left(spans, span.end, key=attrgetter("start"))
        return self.sentences[first:after]

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name of the article, in order; offsets are those of its sentence."""
        return tuple(name for sentence in self.sentences for name in sentence.names)

    @cached_property
    def postings(self) -> Mapping[str, Sequence[int]]:
        """The sentences that each stem stands in, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, sentence in enumerate(self.sentences):
            for stem in sentence.content:
                found[stem].append(i)
        found.default_factory = None  # what is asked for later is not added
        return found

    @cached_property
    def weight(self) -> Callable[[str], float]:
        """What returns how much covering a stem counts.

        Rarer in the article's sentences is heavier; one that the article does not have weighs as
        much as its rarest. A method of a table, since it is asked more often than anything else.
        """
        total = len(self.sentences)
        weights = {stem: math.log(1 + total / len(places)) for stem, places in self.postings.items()}
        return _Weights(weights, unseen=math.log(1 + total)).__getitem__

    def mass(self, stems: frozenset[str]) -> float:
        """Return how much covering all of `stems` counts; remembered."""
        mass = self._masses.get(stems)
        if mass is None:
            mass = self._masses[stems] = sum(map(self.weight, sorted(stems)))
        return mass

    def search(self, item: Reading, limit: int = 3) -> tuple[int, ...]:
        """Return the indices of the sentences that together best cover `item`, best first.

        IDF-weighted coverage of the item's stems; a further sentence is taken only for what
        it adds. Empty when no sentence shares a stem. Figures weigh twice as much: they are
        what a reader would look for.
        """
        weight = self.weight
        missing = {stem: weight(stem) * (2 if stem[:1].isdigit() else 1) for stem in sorted(item.content)}
        total = sum(missing.values())
        chosen: list[int] = []
        while missing and len(chosen) < limit:
            gains = self._gains(missing)
            most = max(gains.values(), default=0.0)
            if not gains or (chosen and most < MIN_GAIN * total):
                break
            near = chosen[0] if chosen else 0
            best = min((i for i, gain in gains.items() if gain == most), key=lambda i: (abs(i - near), i))
            chosen.append(best)
            covered = self.sentences[best].content
            missing = {stem: weight for stem, weight in missing.items() if stem not in covered}
        return tuple(chosen)

    def _gains(self, missing: Mapping[str, float]) -> dict[int, float]:
        """Return how much of `missing` each sentence covers; those that cannot cover most are left out.

        From the heaviest stem on, until the stems still to come are together lighter than what a
        sentence has: the commonest ones, which stand in most sentences, are mostly not reached.
        """
        gains: dict[int, float] = {}
        most, rest = 0.0, sum(missing.values())
        for stem in sorted(missing, key=missing.__getitem__, reverse=True):
            if most > rest + _ROUNDING:
                break
            rest -= missing[stem]
            for place in self.postings.get(stem, ()):
                if place not in gains:
                    content = self.sentences[place].content
                    gains[place] = sum([weight for one, weight in missing.items() if one in content])
                    most = max(most, gains[place])
        return gains

    def speaker_meant(self, sentence: int, pronoun: str) -> str | None:
        """Return whom `pronoun` in sentence number `sentence` (from 0) stands for, or None.

        The last who was a person and spoke or was introduced at a sentence's head, else the last
        person named, in the six sentences before; "they" and "it" are left alone, and so is whoever
        has a given name of the other sex.
        """
        if pronoun.lower() in _MANY:
            return None
        persons: list[str] = []
        for reading in reversed(self.sentences[max(sentence - _LOOK_BACK, 0) : sentence]):
            named = [
                name.text
                for name in reading.names
                if name.kind in {"person", "unknown"} and self.may_be_meant(name.text, pronoun)
            ]
            for attribution in reading.attributions:  # the first is the one that the others stand in
                speaker = next((name for name in named if name in (attribution.speaker or "")), None)
                if speaker is not None:
                    return speaker
            first = reading.names[0] if reading.names else None
            heads = (
                first is not None
                and " " in first.text
                and not reading.text[: first.start].strip()
                and self.may_be_meant(first.text, pronoun)
            )
            if first is not None and heads and _INTRODUCED.match(reading.text, first.end):
                return first.text  # "Ann Lee, an analyst, cut her estimate." and then "she wrote"
            persons.extend(
                name.text
                for name in reversed(reading.names)
                if name.kind == "person" and self.may_be_meant(name.text, pronoun)
            )
        return persons[0] if persons else None

    def may_be_meant(self, name: str, pronoun: str) -> bool:
        """Tell whether `pronoun` can stand for a person, by the given name that the article has for them."""
        word = pronoun.lower()
        others = WOMEN if word in _HE else MEN if word in _SHE else frozenset()
        given = self._given_names.get(name.rsplit(maxsplit=1)[-1], frozenset()) if others else frozenset()
        return not given or not given <= others

    @cached_property
    def _given_names(self) -> Mapping[str, frozenset[str]]:
        """The first words, in lower case, of the names of several words, by the last."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name in self.names:
            first, *rest = name.text.split()
            if rest:
                found[rest[-1]].add(first.lower())
        return {last: frozenset(firsts) for last, firsts in found.items()}

    @cached_property
    def _folded(self) -> Folded:
        return fold_typography(self.article.text)

    def locate(self, quote: str) -> Span | None:
        """Return where `quote` first stands in the article, typography and case forgiven, or None.

        A quote that begins or ends inside a word or a number is not found.
        """
        wanted = fold_typography(quote).text.strip()
        text = self._folded.text
        at = text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            if not (_splits_word(text, at) or _splits_word(text, end)):
                start, stop = self._folded.source_range(at, end)
                return Span(start=start, end=stop)
            at = text.find(wanted, at + 1)
        return None


def _splits_word(text: str, at: int) -> bool:
    """Whether `at` lies inside a word or a number of `text`."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return not (_UNSPACED.match(before) and _UNSPACED.match(after))
    inside_number = after in ".," and at + 1 < len(text) and before.isdigit() and text[at + 1].isdigit()
    return inside_number or (before in ".," and at > 1 and text[at - 2].isdigit() and after.isdigit())
