"""Find numbers in languages that set spaces: each with sign, unit, range, marks of rounding and noun."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from summarizer.grounding.readers.codes import read_code
from summarizer.grounding.readers.counted import counted_noun
from summarizer.grounding.readers.lexicon.number_words import VOCABULARIES, Bound, Vocabulary
from summarizer.grounding.readers.measures import currency_before, scaled_by_letter, unit_behind
from summarizer.grounding.readers.number_parts import Kind, Number, Numeral
from summarizer.grounding.readers.number_tokens import HYPHENS, Tokens
from summarizer.grounding.readers.numerals import VULGAR, Numerals
from summarizer.grounding.readers.spelled import cardinal_value

_NONE = Vocabulary()
_DASHES = frozenset("-–—~〜")
_CURRENCY_SIGNS = frozenset("$€£¥₹")
_SIGN_BOUNDS: dict[str, Bound] = {
    "~": "about", "≈": "about", "±": "about", ">": "over", "≥": "over", "<": "under", "≤": "under",
}  # fmt: skip
_FROM = frozenset({"from", "von", "vom", "de", "desde", "du"})
_ARTICLES_BETWEEN = frozenset({"the", "a", "an", "ein", "eine", "les", "los", "las"})
_BOUND_WORDS = 4
_HIGHEST_SCORE = 30  # "two to one", "21 to 14": no range falls


def has_number_word(words: Iterable[str], language: str) -> bool:
    """Tell whether any of `words`, in lower case, may begin a number of `language`."""
    starters, articles = _starters(language)
    found = starters.intersection(words)
    if found and (not found <= articles or not VOCABULARIES[language].parts.keys().isdisjoint(words)):
        return True
    return language == "de" and any(cardinal_value(word, VOCABULARIES["de"]) is not None for word in words)


@cache
def _starters(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a number without figures may begin with, and the words that say nothing alone."""
    words = VOCABULARIES.get(language, _NONE)
    if not words.cardinals:
        return frozenset(VULGAR), frozenset()
    scales = (word for word in words.scales if len(word) > 2)  # noqa: PLR2004 - "bn"
    kinds = (
        VULGAR,
        words.cardinals,
        scales,
        words.ordinals,
        words.halves,
        words.multiples,
        words.vague,
        words.articles,
    )
    return frozenset(word for kind in kinds for word in kind), words.articles


@cache
def _bound_edges(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the last words of what marks a number as rounded before it, the first of what does behind."""
    words = VOCABULARIES.get(language, _NONE)
    ends = frozenset(phrase.split()[-1] for phrase in words.bounds)
    return ends, frozenset(phrase.split()[0] for phrase in words.bounds_after)


class Scan:
    """One pass over the tokens of a text; `taken` are the places of characters that belong to dates."""

    def __init__(self, text: str, language: str, taken: Collection[int]) -> None:
        self._language = language
        self._vocabulary = VOCABULARIES.get(language, _NONE)
        self._bound_ends, self._bound_starts = _bound_edges(language)
        self._tokens = Tokens(text)
        self._numerals = Numerals(self._tokens, self._vocabulary, language)
        self._taken = taken

    def numbers(self) -> Iterator[Number]:
        """Yield what is found, in order."""
        covered = 0
        for index in self._candidates():
            start = self._tokens.starts[index]
            if start >= covered and start not in self._taken:
                number = self._number(index)
                if number is not None:
                    yield number
                    covered = number.end

    def _candidates(self) -> list[int]:
        starters, _ = _starters(self._language)
        german = self._language == "de"
        return [
            index
            for index, word in enumerate(self._tokens.words)
            if word in starters or word[0].isdecimal() or (german and self._numerals.begins(index))
        ]

    def _number(self, index: int) -> Number | None:
        """Read the number that begins at token `index`, with all that belongs to it."""
        tokens = self._tokens
        if tokens.is_figure(index):
            code = read_code(tokens, index, self._vocabulary, self._language)
            if code is not None:
                return code
        numeral = self._numerals.read(index)
        if numeral is None or tokens.starts[numeral.after - 1] in self._taken:
            return None
        first, unit = currency_before(tokens, index)
        prefixed = unit is not None
        numeral = scaled_by_letter(tokens, numeral, unit)
        after = numeral.after
        if unit is None:
            unit, after = unit_behind(tokens, numeral, self._language)
        value = numeral.value
        if self._is_negative(first):
            first, value = first - 1, -value
        kind: Kind = "multiple" if unit == "times" else numeral.kind
        start, end = tokens.starts[first], tokens.ends[after - 1]
        number = Number(tokens.text[start:end], start, end, value, unit=unit or numeral.unit, kind=kind)
        if self._may_go_on(number, index, after):
            number, after = self._ranged(number, numeral, after, prefixed=prefixed)
        return self._marked(number, first, after)

    def _is_negative(self, first: int) -> bool:
        tokens = self._tokens
        before = tokens.word(first - 1)
        if before in self._vocabulary.minus:
            return tokens.starts[first] - tokens.ends[first - 1] == 1
        if before in HYPHENS and tokens.is_glued(first):
            left = tokens.starts[first - 1]
            return left == 0 or tokens.text[left - 1] in " (\n\u00a0"
        return False

    def _may_go_on(self, low: Number, index: int, after: int) -> bool:
        """Tell whether what follows may join `low` to the other end of a range or score."""
        tokens, vocabulary = self._tokens, self._vocabulary
        if low.kind not in {"quantity", "single", "multiple"} or after + 1 >= len(tokens):
            return False
        joiner, led = tokens.words[after], tokens.word(index - 1)
        if (
            tokens.starts[after] - tokens.ends[after - 1] > 1
            or tokens.starts[after + 1] - tokens.ends[after] > 1
        ):
            return False
        if joiner == ":":
            return tokens.is_glued(after) and tokens.is_glued(after + 1)
        worded = joiner in vocabulary.joins and led not in _FROM
        between = joiner in vocabulary.ands and led in vocabulary.between
        return joiner in _DASHES or worded or between

    def _ranged(self, low: Number, numeral: Numeral, after: int, *, prefixed: bool) -> tuple[Number, int]:
        """Return `low` joined with the number at token `after + 1`, and the token after; else as it was."""
        tokens = self._tokens
        at = after + 2 if tokens.words[after + 1] in _CURRENCY_SIGNS else after + 1
        if not self._numerals.begins(at) or tokens.starts[at] in self._taken:
            return low, after
        other = self._numerals.read(at)
        if other is None or other.kind not in {"quantity", "single"}:
            return low, after
        other = scaled_by_letter(tokens, other, low.unit)
        unit, end = unit_behind(tokens, other, self._language)
        if low.unit is not None and not prefixed and unit != low.unit:
            return low, after  # "rose 5% to 10 million"
        value, high = low.value, other.value
        if numeral.scale == 1 and value < high / other.scale:
            value *= other.scale
        kind: Kind = "quantity"
        bare = unit is None and low.unit is None
        if value >= high or (bare and value == 0):
            worded_score = tokens.words[after] in self._vocabulary.joins and max(value, high) < _HIGHEST_SCORE
            if not bare or not (tokens.is_glued(after) or worded_score):
                return low, after
            kind = "score"
        stop = tokens.ends[end - 1]
        text = tokens.text[low.start : stop]
        return low._replace(
            text=text, end=stop, value=value, high=high, unit=unit or low.unit, kind=kind
        ), end

    def _marked(self, number: Number, first: int, after: int) -> Number:
        """Add the mark of rounding around a number, and the noun that it counts."""
        bound = self._bound_before(first) or self._bound_behind(after)
        noun = None
        if number.kind == "single" and number.unit is None:
            noun = self._tokens.next_word(after)
        elif number.unit is None and number.kind in {"quantity", "vague"}:
            noun = counted_noun(self._tokens, after, self._language)
        if bound is None and noun is None:
            return number
        return number._replace(approximate=bound is not None, noun=noun, bound=bound)

    def _bound_before(self, first: int) -> Bound | None:
        tokens, bounds = self._tokens, self._vocabulary.bounds
        if first == 0:
            return None
        last = first - 1
        if tokens.words[last] in _SIGN_BOUNDS:
            return _SIGN_BOUNDS[tokens.words[last]]
        if tokens.words[last] in _ARTICLES_BETWEEN and tokens.word(last - 1) in bounds:
            last -= 1
        elif tokens.words[last] == "." and tokens.word(last - 1) in {"ca", "c", "approx"}:
            return "about"
        if tokens.words[last] not in self._bound_ends:
            return None
        for count in range(min(_BOUND_WORDS, last + 1), 0, -1):
            bound = bounds.get(" ".join(tokens.words[last + 1 - count : last + 1]))
            if bound is not None:
                return bound
        return None

    def _bound_behind(self, after: int) -> Bound | None:
        tokens = self._tokens
        if tokens.is_glued(after) and tokens.words[after] == "+":
            return "over"
        at = tokens.follow(after)
        if at < 0 or tokens.words[at] not in self._bound_starts:
            return None
        bounds = self._vocabulary.bounds_after
        return bounds.get(" ".join(tokens.words[at : at + 2])) or bounds.get(tokens.words[at])
