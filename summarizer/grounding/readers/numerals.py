"""Read bare numbers: figures and words with their scales, fractions, ordinals, multiples."""

from summarizer.grounding.readers.codes import ORDINAL_SUFFIXES
from summarizer.grounding.readers.digits import parse_digits
from summarizer.grounding.readers.lexicon.number_words import Vocabulary
from summarizer.grounding.readers.measures import unit_behind
from summarizer.grounding.readers.number_parts import Kind, Numeral
from summarizer.grounding.readers.number_tokens import Tokens
from summarizer.grounding.readers.spelled import cardinal_value, read_spelled

VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}
_NO_ONE = frozenset(
    ["no", "the", "this", "that", "any", "every", "each", "which", "a", "another", "other", "s", "little"]
)
_ONE_ALONE = frozenset(
    [
        "of",
        "another",
        "day",
        "time",
        "point",
        "who",
        "that",
        "which",
        "is",
        "was",
        "side",
        "hand",
        "thing",
        "and",
        "or",
        "more",
        "can",
        "must",
        "s",
        "to",
        "in",
        "on",
        "at",
        "for",
        "has",
        "had",
        "would",
        "could",
        "by",
        "with",
        "as",
        "when",
        "where",
        "from",
        "but",
        "if",
        "off",
        "way",
    ]
)
_NO_HALF_AFTER = frozenset(
    [
        "first",
        "second",
        "other",
        "latter",
        "each",
        "either",
        "final",
        "opening",
        "better",
        "top",
        "bottom",
        "1st",
        "2nd",
        "zweite",
        "ersten",
        "zweiten",
    ]
)
_NO_HALF_BEFORE = frozenset(
    [
        "time",
        "brother",
        "sister",
        "way",
        "back",
        "hearted",
        "marathon",
        "term",
        "empty",
        "life",
        "baked",
        "fluffy",
        "century",
    ]
)
_HALF_NOUNS = frozenset({"half", "hälfte", "mitad", "moitié"})
_NO_RANK_AFTER = frozenset({"per", "a", "each", "every", "split", "this"})
_ABBREVIATED = frozenset({"mio", "mrd", "tsd", "bio", "mln", "mill", "тыс", "млн", "млрд", "mi", "bi"})
_LETTER_SCALES = frozenset({"m", "b", "k", "mm", "t"})
_TENS = 20
_QUARTER = 4
_HUNDRED = 100
_MAX_DENOMINATOR = 10


class Numerals:
    """Reads the bare number that begins at a token."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, language: str) -> None:
        self._tokens = tokens
        self._vocabulary = vocabulary
        self._language = language

    def begins(self, index: int) -> bool:
        """Tell whether a plain number in figures or words begins at token `index`."""
        tokens = self._tokens
        return tokens.is_figure(index) or (
            index < len(tokens) and cardinal_value(tokens.words[index], self._vocabulary) is not None
        )

    def read(self, index: int) -> Numeral | None:
        """Return the number that begins at token `index`, or None."""
        tokens, vocabulary = self._tokens, self._vocabulary
        word = tokens.words[index]
        if tokens.is_figure(index):
            return self._figures(index)
        if word in VULGAR:
            return self._scaled(VULGAR[word], index + 1, kind="fraction")
        if word in vocabulary.halves:
            return self._half(index)
        if word in vocabulary.articles:
            return self._article(index)
        if word in vocabulary.vague:
            return self._vague(index)
        if word in vocabulary.multiples:
            return Numeral(vocabulary.multiples[word], index + 1, kind="multiple", unit="times")
        if word in vocabulary.ordinals:
            is_time = word == "second" and tokens.word(index - 1) in _NO_RANK_AFTER
            return None if is_time else Numeral(vocabulary.ordinals[word], index + 1, kind="ordinal")
        return self._spelled(index)

    def _figures(self, index: int) -> Numeral | None:
        tokens = self._tokens
        value = parse_digits(tokens.texts[index], self._language)
        if value is None:
            return None
        after = index + 1
        if tokens.is_glued(after):
            suffix = tokens.words[after]
            if suffix in ORDINAL_SUFFIXES and (suffix != "e" or self._language == "fr"):
                return Numeral(value, after + 1, kind="ordinal")
            if suffix in VULGAR:
                return self._scaled(value + VULGAR[suffix], after + 1)
            if suffix == "." and self._language == "de" and tokens.next_word(after + 1)[:1].isalpha():
                return Numeral(value, after, kind="ordinal")
            if suffix == "/" and tokens.is_glued(after + 1) and tokens.is_figure(after + 1):
                return self._ratio(value, after + 1)
        elif tokens.is_figure(after) and tokens.word(after + 1) == "/" and tokens.is_figure(after + 2):
            part = self._ratio(parse_digits(tokens.texts[after], self._language) or 0, after + 2)
            if part.kind == "fraction":  # 2 1/2
                return self._scaled(value + part.value, part.after)
        return self._scaled(value, after)

    def _ratio(self, above: float, index: int) -> Numeral:
        """Read 3/4; 24/7 is a code."""
        below = parse_digits(self._tokens.texts[index], self._language)
        longer = self._tokens.is_glued(index + 1) and self._tokens.word(index + 1) == "/"
        if below is None or longer or not 0 < above < below <= _MAX_DENOMINATOR:
            return Numeral(above, index + 1, kind="code")
        return Numeral(above / below, index + 1, kind="fraction")

    def _spelled(self, index: int) -> Numeral | None:
        tokens, vocabulary = self._tokens, self._vocabulary
        spelled = read_spelled(tokens.words, index, vocabulary, tokens.follow)
        if spelled is None:
            return None
        value, after = spelled
        word = tokens.words[index]
        if after == index + 1 and word in vocabulary.scales and self._language == "en":
            return None  # "the million-pound deal"
        if after == index + 1 and word == "one":
            return self._one(index)
        last = vocabulary.ordinals.get(tokens.next_word(after), 10)
        if value >= _TENS and value % 10 == 0 and last < 10:  # noqa: PLR2004 - "twenty-first"
            return Numeral(value + last, tokens.follow(after) + 1, kind="ordinal")
        return self._part(value, after) or self._scaled(value, after)

    def _one(self, index: int) -> Numeral | None:
        """Read "one" where it counts, not "one of them", "no one", "one day"."""
        tokens = self._tokens
        after = tokens.follow(index + 1)
        if after < 0 or tokens.word(index - 1) in _NO_ONE:
            return None
        word = tokens.words[after]
        counted = self._half_more(1, index + 1) or self._part(1, index + 1)
        if counted is not None:
            return counted
        if (word in self._vocabulary.joins or word == "in") and self.begins(after + 1):
            return Numeral(1, index + 1)
        hyphened = after > index + 1 and word in {"off", "time", "sided", "way", "on"}
        if not word[0].isalpha() or word in _ONE_ALONE or hyphened:
            return None
        return Numeral(1, index + 1, kind="single")

    def _part(self, above: float, after: int) -> Numeral | None:
        """Read the denominator of "two-thirds", "a quarter of"."""
        at = self._tokens.follow(after)
        below = self._vocabulary.parts.get(self._tokens.words[at]) if at > 0 else None
        if below is None or not 0 < above < below or (above == 1 and not self._is_part(at, below)):
            return None
        return Numeral(above / below, at + 1, kind="fraction")

    def _is_part(self, index: int, below: int) -> bool:
        """Tell "a third of" from "a third man", and a part from the quarter of a year or a city."""
        following = self._tokens.next_word(index + 1)
        if following in self._vocabulary.of:
            return True
        return below != _QUARTER and (self._language != "en" or not following[:1].isalpha())

    def _article(self, index: int) -> Numeral | None:
        """Read "a million", "a dozen", "a third of"; a bare article is no number."""
        tokens, vocabulary = self._tokens, self._vocabulary
        at = tokens.follow(index + 1)
        if at < 0:
            return None
        word = tokens.words[at]
        if word in vocabulary.scales and len(word) > 2 and (self._language != "en" or not word.endswith("s")):  # noqa: PLR2004 - "bn"
            spelled = read_spelled(tokens.words, at, vocabulary, tokens.follow)
            if spelled is not None:
                value, after = spelled
                half = self._half_more(0, after)
                if half is not None:
                    return Numeral(value + vocabulary.scales[word] / 2, half.after, vocabulary.scales[word])
                return Numeral(value, after, vocabulary.scales[word])
        scale = vocabulary.scales.get(tokens.next_word(at + 1), 0)
        if word == "quarter" and scale > _HUNDRED:
            return Numeral(scale / 4, tokens.follow(at + 1) + 1, scale)
        return self._part(1, index + 1)

    def _half(self, index: int) -> Numeral | None:
        """Read "half a million", "half an hour", "half of it", not the second half of a match."""
        tokens = self._tokens
        after = tokens.follow(index + 1)
        if tokens.word(index - 1) in _NO_HALF_AFTER or (after > 0 and tokens.words[after] in _NO_HALF_BEFORE):
            return None
        if after > 0 and tokens.words[after] in self._vocabulary.articles:
            after = tokens.follow(after + 1)
        if after > 0:
            word = tokens.words[after]
            scale = self._vocabulary.scales.get(word)
            if scale is not None and len(word) > 1:
                return Numeral(scale / 2, after + 1, scale)
            unit, _ = unit_behind(tokens, Numeral(0.5, after), self._language)
            if unit is not None and unit not in {"%", "year", "month"}:
                return Numeral(0.5, after)
        return Numeral(0.5, index + 1, kind="fraction") if tokens.words[index] in _HALF_NOUNS else None

    def _vague(self, index: int) -> Numeral:
        """Read "hundreds", "tens of thousands"; the value is the least it can be."""
        tokens, vocabulary = self._tokens, self._vocabulary
        value = vocabulary.vague[tokens.words[index]]
        at = tokens.follow(index + 1)
        if at > 0 and tokens.words[at] in vocabulary.of:
            at = tokens.follow(at + 1)
            word = tokens.words[at] if at > 0 else ""
            more = vocabulary.vague.get(word) or vocabulary.scales.get(word)
            if more is not None:
                return Numeral(value * more, at + 1, kind="vague")
        return Numeral(value, index + 1, kind="vague")

    def _scaled(self, value: float, after: int, kind: Kind = "quantity") -> Numeral:
        """Take on scale words: 1.2 million, 3 hundred thousand, 2.5 Mio., and "and a half"."""
        tokens, vocabulary = self._tokens, self._vocabulary
        following = tokens.next_word(after)
        if following not in vocabulary.scales and following not in vocabulary.ands:
            return Numeral(value, after, kind=kind)
        half = self._half_more(value, after)
        if half is not None:
            value, after = half.value, half.after
        scale = 1.0
        while (factor := vocabulary.scales.get(tokens.next_word(after))) is not None:
            at = tokens.follow(after)
            word = tokens.words[at]
            if word in _LETTER_SCALES and not (word in {"b", "k"} and tokens.is_glued(at)):
                break  # "m" may be metres: see `measures.scaled_by_letter`
            value, scale, after = value * factor, scale * factor, at + 1
            if word in _ABBREVIATED and tokens.is_glued(after) and tokens.words[after] == ".":
                after += 1
        if scale == 1:
            return Numeral(value, after, kind=kind)
        half = self._half_more(0, after)
        if half is not None:
            value, after = value + scale / 2, half.after
        return Numeral(value, after, scale)

    def _half_more(self, value: float, after: int) -> Numeral | None:
        """Read "and a half" after a number."""
        tokens = self._tokens
        at = tokens.follow(after)
        if at < 0 or tokens.words[at] not in self._vocabulary.ands:
            return None
        at = tokens.follow(at + 1)
        if at > 0 and tokens.words[at] in self._vocabulary.articles:
            at = tokens.follow(at + 1)
        if at < 0 or tokens.words[at] not in self._vocabulary.halves:
            return None
        return Numeral(value + 0.5, at + 1)
