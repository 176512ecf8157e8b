"""Find numbers in languages that set spaces: figures and words, with sign, scale, unit and noun."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.grounding.readers.counted import counted_noun
from summarizer.grounding.readers.digits import parse_digits
from summarizer.grounding.readers.lexicon.number_words import VOCABULARIES, Bound, Vocabulary
from summarizer.grounding.readers.lexicon.units import CURRENCIES, LARGE_ONLY, ONLY_IN, SURFACES
from summarizer.grounding.readers.number_parts import Kind, Number
from summarizer.grounding.readers.spelled import cardinal_value, read_spelled

_TOKEN = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\w)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*"
    r"|[\u0900-\u0963\u0970-\u097F]+|[^\W\d_]+|[^\w\s]|_"
)
_CHAIN = re.compile(r"\d+(?:[.:/-]\d+){2,}(?![\w-])")  # phone numbers, versions
_CODE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GLUED_TAIL = re.compile(r"[^\W_]*(?:-[^\W_]*\d[^\W_]*)*")
_HYPHENS = frozenset("-–")
_DASHES = frozenset("-–—~〜")
_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}
_SUFFIXES = frozenset({"st", "nd", "rd", "th", "er", "re", "e", "ème", "eme", "º", "ª", "o"})
_GLUED_ONLY = frozenset({"s", "x", "C", "F", "h", "k", "K", "b", "B", "m", "M", "t", "T"})
_SPACED_LETTERS = frozenset({"m", "M", "t", "b", "k"})
_SIGN_BOUNDS: dict[str, Bound] = {"~": "about", "≈": "about", "±": "about", ">": "over", "≥": "over", "<": "under", "≤": "under"}
_ONE_BEFORE = frozenset({"no", "the", "this", "that", "any", "every", "each", "which", "a", "another", "other", "s", "little"})
_ONE_AFTER = frozenset(
    "of another day time point who that which is was side hand thing and or more can must s to in on at for has had "
    "would could by with as when where from but if off way".split()
)
_FROM = frozenset({"from", "von", "vom", "de", "desde", "du"})
_HALF_OF_PLAY = frozenset({"first", "second", "other", "latter", "each", "either", "final", "opening", "better", "top", "bottom", "1st", "2nd"})
_HALF_WORDS = frozenset({"time", "brother", "sister", "way", "back", "hearted", "marathon", "term", "empty", "life", "baked", "fluffy"})
_SECOND_AFTER = frozenset({"per", "a", "each", "every", "split", "this"})
_ABBREVIATED = frozenset({"mio", "mrd", "tsd", "bio", "mln", "mill", "тыс", "млн", "млрд", "approx", "ca", "c", "mi", "bi"})
_MAX_UNIT_WORDS = 4
_MAX_BOUND_WORDS = 4


@dataclass(frozen=True, slots=True)
class Numeral:
    """A bare number: value, its scale (1 where it has none), the token after it, and its kind."""

    value: float
    after: int
    scale: float = 1
    kind: Kind = "quantity"
    unit: str | None = None


class Scan:
    """One pass over the tokens of a text; `taken` are ranges that belong to dates."""

    def __init__(self, text: str, language: str, taken: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._language = language
        self._vocabulary = VOCABULARIES.get(language) or Vocabulary()
        tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        self._tokens = [token for token, _, _ in tokens]
        self._words = [token.lower() for token in self._tokens]
        self._starts = [start for _, start, _ in tokens]
        self._ends = [end for _, _, end in tokens]
        self._taken = taken

    def numbers(self) -> Iterator[Number]:
        """Yield what is found, in order."""
        index, covered = 0, 0
        starters = _starters(self._language)
        while index < len(self._tokens):
            token, start = self._tokens[index], self._starts[index]
            if (
                start >= covered
                and (token[0].isdecimal() or token in _VULGAR or self._words[index] in starters or self._may_be_compound(index))
                and not self._is_taken(start)
            ):
                number = self._number(index)
                if number is not None:
                    yield number
                    covered = number.end
            index += 1

    def _may_be_compound(self, index: int) -> bool:
        return self._language == "de" and cardinal_value(self._words[index], self._vocabulary) is not None

    def _is_taken(self, position: int) -> bool:
        return any(start <= position < end for start, end in self._taken)

    def _follow(self, index: int) -> int:
        """Return the token that goes on from token `index - 1` over one space or a hyphen, else -1."""
        if index >= len(self._tokens):
            return -1
        gap = self._starts[index] - self._ends[index - 1]
        if self._words[index] in _HYPHENS and gap == 0 and self._is_glued(index + 1):
            return index + 1
        return index if gap <= 1 else -1

    def _is_glued(self, index: int) -> bool:
        return 0 < index < len(self._tokens) and self._starts[index] == self._ends[index - 1]

    def _word(self, index: int) -> str:
        return self._words[index] if 0 <= index < len(self._words) else ""

    def _number(self, index: int) -> Number | None:
        """Read the number that begins at token `index`, with its sign, unit, range and marks."""
        if self._tokens[index][0].isdecimal():
            code = self._code(index)
            if code is not None:
                return code
        numeral = self._numeral(index)
        if numeral is None or self._is_taken(self._starts[numeral.after - 1]):
            return None
        first, unit = self._prefix(index)
        numeral = self._scaled_by_letter(numeral, unit)
        value, sign = numeral.value, self._sign(first)
        if sign is not None:
            first, value = sign, -value
        after = numeral.after
        if unit is None:
            unit, after = self._unit(after, numeral)
        kind: Kind = "multiple" if unit == "times" else numeral.kind
        number = self._made(first, after, value, unit or numeral.unit, kind)
        ranged = self._range(number, numeral, index, after)
        if ranged is not None:
            number, after = ranged
        return self._marked(number, first, after)

    def _made(self, first: int, after: int, value: float, unit: str | None, kind: Kind) -> Number:
        start, end = self._starts[first], self._ends[after - 1]
        return Number(self._text[start:end], start, end, value, unit=unit, kind=kind)

    # -- the bare number

    def _numeral(self, index: int) -> Numeral | None:
        token, word = self._tokens[index], self._words[index]
        if token[0].isdecimal():
            return self._figures(index)
        if token in _VULGAR:
            return self._scaled(_VULGAR[token], index + 1, kind="fraction")
        vocabulary = self._vocabulary
        if word in vocabulary.halves:
            return self._half(index)
        if word in vocabulary.articles:
            return self._article(index)
        if word in vocabulary.vague and word not in vocabulary.cardinals:
            return self._vague(index)
        if word in vocabulary.multiples and self._follow(index + 1) != -2:  # noqa: PLR2004
            return Numeral(vocabulary.multiples[word], index + 1, kind="multiple", unit="times")
        if word in vocabulary.ordinals:
            return self._ordinal(index)
        return self._spelled(index)

    def _figures(self, index: int) -> Numeral | None:
        value = parse_digits(self._tokens[index], self._language)
        if value is None:
            return None
        after = index + 1
        if self._is_glued(after):
            suffix = self._words[after]
            if suffix in _SUFFIXES and not (suffix == "e" and self._language != "fr"):
                return Numeral(value, after + 1, kind="ordinal")
            if self._tokens[after] in _VULGAR:
                return self._scaled(value + _VULGAR[self._tokens[after]], after + 1)
            if suffix == "." and self._is_german_ordinal(after):
                return Numeral(value, after, kind="ordinal")
            if suffix == "/" and self._is_glued(after + 1) and self._tokens[after + 1].isdecimal():
                return self._ratio(value, after + 1)
        mixed = self._follow(after)
        if mixed == after and self._tokens[mixed].isdecimal() and self._word(mixed + 1) == "/" and self._is_glued(mixed + 1):
            part = self._ratio(float(self._tokens[mixed]), mixed + 2) if self._is_glued(mixed + 2) else None
            if part is not None and part.kind == "fraction":
                return self._scaled(value + part.value, part.after)
        return self._scaled(value, after)

    def _ratio(self, above: float, index: int) -> Numeral | None:
        """Read 3/4; 24/7 is a code."""
        below = parse_digits(self._tokens[index], self._language)
        if below is None or not 0 < above < below <= 10 or self._is_glued(index + 1) and self._word(index + 1) == "/":  # noqa: PLR2004 - usual fractions
            return Numeral(above, index + 1, kind="code")
        return Numeral(above / below, index + 1, kind="fraction")

    def _is_german_ordinal(self, index: int) -> bool:
        after = self._follow(index + 1)
        return self._language == "de" and after > 0 and self._starts[after] > self._ends[index] and self._tokens[after][0].isalpha()

    def _spelled(self, index: int) -> Numeral | None:
        spelled = read_spelled(self._words, index, self._vocabulary, self._follow)
        if spelled is None:
            return None
        value, after = spelled
        word = self._words[index]
        if word in self._vocabulary.scales and after == index + 1 and self._language in {"en"}:
            return None  # "million-pound", "hundred" of nothing
        if word == "one" and after == index + 1:
            return self._one(index)
        at = self._follow(after)
        if at > 0 and self._words[at] in self._vocabulary.ordinals and value >= 20 and value % 10 == 0:  # noqa: PLR2004 - "twenty-first"
            last = self._vocabulary.ordinals[self._words[at]]
            if last < 10:  # noqa: PLR2004
                return Numeral(value + last, at + 1, kind="ordinal")
        part = self._part(value, after)
        return part or self._scaled(value, after)

    def _part(self, above: float, after: int) -> Numeral | None:
        """Read the denominator of "two-thirds"."""
        at = self._follow(after)
        below = self._vocabulary.parts.get(self._words[at]) if at > 0 else None
        if below is None or not 0 < above < below:
            return None
        if above == 1 and not self._is_fraction(at):
            return None
        return Numeral(above / below, at + 1, kind="fraction")

    def _is_fraction(self, index: int) -> bool:
        """Tell "a third of" from "a third man"; languages other than English tell them by the word."""
        after = self._follow(index + 1)
        if after > 0 and self._words[after] in self._vocabulary.of:
            return True
        if self._language != "en":
            return self._vocabulary.parts[self._words[index]] != 4  # noqa: PLR2004 - a city has quarters
        return self._words[index] != "quarter" and (after < 0 or not self._words[after][0].isalpha())

    def _one(self, index: int) -> Numeral | None:
        after = self._follow(index + 1)
        if self._word(index - 1) in _ONE_BEFORE or after < 0:
            return None
        word = self._words[after]
        half = self._half_more(1, index + 1)
        if half is not None:
            return half
        if word in self._vocabulary.parts:
            part = self._part(1, index + 1)
            if part is not None:
                return part
        if word in self._vocabulary.joins:
            following = self._follow(after + 1)
            if following > 0 and cardinal_value(self._words[following], self._vocabulary) is not None:
                return Numeral(1, index + 1)
        if word == "in" and self._tokens[after + 1 : after + 2] and self._numeral_value(after + 1):
            return Numeral(1, index + 1)
        if not word[0].isalpha() or word in _ONE_AFTER or self._words[after - 1] in _HYPHENS and word in {"on", "off", "time", "sided", "way"}:
            return None
        return Numeral(1, index + 1, kind="single")

    def _numeral_value(self, index: int) -> bool:
        return self._tokens[index][0].isdecimal() or cardinal_value(self._words[index], self._vocabulary) is not None

    def _article(self, index: int) -> Numeral | None:
        """Read "a million", "a dozen", "a third of"; a bare article is no number."""
        at = self._follow(index + 1)
        if at < 0:
            return None
        word = self._words[at]
        if word in self._vocabulary.scales and word not in _GLUED_ONLY and not word.endswith("s"):
            spelled = read_spelled(self._words, at, self._vocabulary, self._follow)
            if spelled is not None:
                return self._half_more(*spelled) or Numeral(spelled[0], spelled[1], self._vocabulary.scales[word])
        if word in self._vocabulary.parts:
            after = self._follow(at + 1)
            scaled = self._vocabulary.scales.get(self._words[after]) if after > 0 else None
            if scaled is not None and scaled > 100 and word == "quarter":  # noqa: PLR2004 - "a quarter million"
                return Numeral(scaled / 4, after + 1, scaled)
            return self._part(1, index + 1)
        return None

    def _half(self, index: int) -> Numeral | None:
        after = self._follow(index + 1)
        if self._word(index - 1) in _HALF_OF_PLAY or (after > 0 and self._words[after] in _HALF_WORDS):
            return None
        if after > 0 and self._words[after] in self._vocabulary.articles:
            after = self._follow(after + 1)
        if after > 0:
            scale = self._vocabulary.scales.get(self._words[after])
            if scale is not None and len(self._words[after]) > 1:
                return Numeral(scale / 2, after + 1, scale)
            unit, _ = self._unit(after, Numeral(0.5, after))
            if unit is not None and unit not in {"%", "year", "month"}:
                return Numeral(0.5, after)
        if self._words[index] not in {"half", "hälfte", "mitad", "moitié"}:
            return None
        return Numeral(0.5, index + 1, kind="fraction")

    def _vague(self, index: int) -> Numeral:
        """Read "hundreds", "tens of thousands"."""
        value, after = float(self._vocabulary.vague[self._words[index]]), index + 1
        of = self._follow(after)
        at = self._follow(of + 1) if of > 0 and self._words[of] in self._vocabulary.of else of
        more = self._vocabulary.vague.get(self._words[at]) if at > 0 else None
        if more is None and at > 0 and at != of:
            more = self._vocabulary.scales.get(self._words[at])
        if more is not None:
            return Numeral(value * more, at + 1, kind="vague")
        return Numeral(value, after, kind="vague")

    def _ordinal(self, index: int) -> Numeral | None:
        if self._words[index] == "second" and self._word(index - 1) in _SECOND_AFTER:
            return None
        return Numeral(self._vocabulary.ordinals[self._words[index]], index + 1, kind="ordinal")

    # -- what goes with it

    def _scaled(self, value: float, after: int, kind: Kind = "quantity") -> Numeral:
        """Take on scale words: 1.2 million, 3 hundred thousand, 2.5 Mio., and "and a half"."""
        half = self._half_more(value, after)
        if half is not None:
            value, after = half.value, half.after
        scale = 1.0
        while True:
            at = self._follow(after)
            factor = self._vocabulary.scales.get(self._words[at]) if at > 0 else None
            if factor is None or (len(self._words[at]) <= 2 and not self._is_letter_scale(at)):  # noqa: PLR2004 - "m", "bn"
                break
            value, scale, after = value * factor, scale * factor, at + 1
            if self._words[at] in _ABBREVIATED and self._word(after) == "." and self._is_glued(after):
                after += 1
        if scale == 1:
            return Numeral(value, after, kind=kind)
        half = self._half_more(1, after)
        if half is not None:
            value, after = value + scale / 2, half.after
        return Numeral(value, after, scale)

    def _is_letter_scale(self, index: int) -> bool:
        """Tell a scale of one or two letters; "m" and "t" are left to `_scaled_by_letter`."""
        if self._words[index] in {"m", "b", "k", "mm", "t"}:
            return self._is_glued(index) and self._words[index] in {"b", "k"} and self._text[self._ends[index] : self._ends[index] + 1] != "/"
        return True

    def _scaled_by_letter(self, numeral: Numeral, unit: str | None) -> Numeral:
        """Take on "m" as million: after a currency always, else where no length can be meant."""
        after = numeral.after
        at = self._follow(after)
        if at < 0 or numeral.scale != 1 or numeral.kind != "quantity" or self._words[at] not in {"m", "mm", "b", "k", "t", "tr"}:
            return numeral
        million = {"m": 10**6, "mm": 10**6, "b": 10**9, "k": 1000, "t": 10**12, "tr": 10**12}[self._words[at]]
        if unit is not None or self._tokens[at] == "M" or self._is_million(at):
            return Numeral(numeral.value * million, at + 1, million)
        return numeral

    def _is_million(self, index: int) -> bool:
        if self._tokens[index] != "m" or not self._is_glued(index):
            return False
        after = self._follow(index + 1)
        if after < 0:
            return False
        word = self._words[after]
        return (word.endswith("s") and len(word) > 3) or word in {"people", "of", "children", "women", "men"} or word in CURRENCY_WORDS  # noqa: PLR2004 - "was"

    def _half_more(self, value: float, after: int) -> Numeral | None:
        """Read "and a half" after a number."""
        at = self._follow(after)
        if at < 0 or self._words[at] not in self._vocabulary.ands:
            return None
        at = self._follow(at + 1)
        if at > 0 and self._words[at] in self._vocabulary.articles:
            at = self._follow(at + 1)
        if at < 0 or self._words[at] not in self._vocabulary.halves:
            return None
        return Numeral(value + 0.5, at + 1)

    def _prefix(self, index: int) -> tuple[int, str | None]:
        """Return the first token of the currency before token `index`, and its code."""
        before = index - 1
        if before >= 0 and self._words[before] == "." and self._word(before - 1) == "rs":
            before -= 1
        if before < 0 or self._starts[index] - self._ends[before] > 1 and self._word(index - 1) != ".":
            return index, None
        for count in (4, 2, 1):
            first = before - count + 1
            if first < 0:
                continue
            surface = self._text[self._starts[first] : self._ends[before]]
            code = SURFACES.get(surface)
            if code in CURRENCIES and (surface.isupper() or not surface.isalpha() or surface == "Rs"):
                return first, code
        return index, None

    def _sign(self, first: int) -> int | None:
        """Return the token of the minus before token `first`, or None."""
        before = self._word(first - 1)
        if before in self._vocabulary.minus and self._starts[first] - self._ends[first - 1] <= 1 and self._language:
            return first - 1
        if before in _HYPHENS and self._is_glued(first):
            left = self._starts[first - 1]
            if left == 0 or self._text[left - 1] in " (\n\u00a0$€£":
                return first - 1
        return None

    def _unit(self, after: int, numeral: Numeral) -> tuple[str | None, int]:
        """Return the code of the unit behind the number, and the token after it."""
        at = self._follow(after) if after > 0 else -1
        if at < 0 or numeral.kind in {"ordinal", "code", "vague"}:
            return None, after
        last = min(at + _MAX_UNIT_WORDS, len(self._tokens))
        for stop in range(last, at, -1):
            if self._ends[stop - 1] - self._starts[at] > 30:  # noqa: PLR2004 - longer than any unit
                continue
            code = self._unit_code(at, stop, numeral.value)
            if code is not None:
                return code, stop
        return None, after

    def _unit_code(self, at: int, stop: int, value: float) -> str | None:
        tokens = self._tokens[at:stop]
        if any(self._starts[i] - self._ends[i - 1] > 1 for i in range(at + 1, stop)):
            return None
        surface = " ".join(tokens)
        if len(surface) == 1 and surface in _GLUED_ONLY and surface not in _SPACED_LETTERS and not self._is_glued(at):
            return None
        code = SURFACES.get(surface) or (SURFACES.get(surface.lower()) if len(surface) > 2 else None)  # noqa: PLR2004 - "IN", "T"
        lower = surface.lower()
        if code is None or ONLY_IN.get(lower, self._language) != self._language:
            return None
        if lower in LARGE_ONLY and abs(value) < 100:  # noqa: PLR2004 - "5 won the prize"
            return None
        if len(surface) <= 2 and surface.isalpha() and self._text[self._ends[stop - 1] : self._ends[stop - 1] + 1] in {"'", "’"}:  # noqa: PLR2004
            return None
        return code

    def _range(self, low: Number, numeral: Numeral, index: int, after: int) -> tuple[Number, int] | None:
        """Return the range or score that begins with `low`, and the token after it."""
        if low.kind not in {"quantity", "single", "multiple"} or after >= len(self._tokens):
            return None
        joiner = self._word(after)
        dashed = joiner in _DASHES and self._starts[after] - self._ends[after - 1] <= 1
        led = self._word(index - 1)
        worded = joiner in self._vocabulary.joins and led not in _FROM
        between = joiner in self._vocabulary.ands and led in self._vocabulary.between
        ratio = joiner == ":" and self._is_glued(after) and self._is_glued(after + 1)
        if not (dashed or worded or between or ratio) or after + 1 >= len(self._tokens):
            return None
        following = after + 1
        if self._starts[following] - self._ends[after] > 1 or self._is_taken(self._starts[following]):
            return None
        tight = dashed and self._is_glued(after)
        return self._pair(low, numeral, following, tight=tight or ratio, worded=worded or between)

    def _pair(self, low: Number, numeral: Numeral, following: int, *, tight: bool, worded: bool) -> tuple[Number, int] | None:
        if self._tokens[following] in {"$", "€", "£", "¥"}:
            following += 1
        if following >= len(self._tokens):
            return None
        if not (self._tokens[following][0].isdecimal() or cardinal_value(self._words[following], self._vocabulary) is not None):
            return None
        high_numeral = self._numeral(following)
        if high_numeral is None or high_numeral.kind not in {"quantity", "single"}:
            return None
        high_numeral = self._scaled_by_letter(high_numeral, low.unit)
        unit, after = self._unit(high_numeral.after, high_numeral)
        value, high = low.value, high_numeral.value
        if low.unit is not None and unit is None and low.text[-1].isalpha() + (low.text[-1] == "%") and worded:
            return None  # "rose 5% to 10 million"
        if low.unit is not None and unit is not None and unit != low.unit:
            return None
        if numeral.scale == 1 and high_numeral.scale > 1 and value < high / high_numeral.scale:
            value *= high_numeral.scale
        end = self._ends[after - 1]
        kind: Kind = "quantity"
        if value >= high or (unit is None and low.unit is None and value == 0):
            if not (tight and unit is None and low.unit is None) and not (worded and max(value, high) < 30 and unit is None and self._word(following - 1) == "to"):  # noqa: PLR2004 - a score
                return None
            kind = "score"
        return replace(low, text=self._text[low.start : end], end=end, value=value, high=high, unit=unit or low.unit, kind=kind), after

    def _marked(self, number: Number, first: int, after: int) -> Number:
        """Add the mark of rounding around a number, and the noun that it counts."""
        bound = self._bound_before(first) or self._bound_after(after)
        noun = None
        if number.kind in {"quantity", "single", "vague"} and (number.unit is None or number.unit in {"times"}):
            noun = counted_noun(self._words, self._starts, self._ends, after, self._language)
        if bound is None and noun is None:
            return number
        return replace(number, bound=bound, approximate=bound is not None, noun=noun)

    def _bound_before(self, first: int) -> Bound | None:
        last = first
        if self._word(last - 1) in {"the", "a", "an", "eine", "ein", "les", "los", "las"} and self._word(last - 2) in {"about", "estimated", "nearly", "almost", "over", "than", "around", "some"}:
            last -= 1
        if self._word(last - 1) == "." and self._word(last - 2) in _ABBREVIATED:
            last -= 1
            phrase = self._word(last - 1)
            return self._vocabulary.bounds.get(phrase)
        if last and self._words[last - 1] in _SIGN_BOUNDS:
            return _SIGN_BOUNDS[self._words[last - 1]]
        for count in range(min(_MAX_BOUND_WORDS, last), 0, -1):
            bound = self._vocabulary.bounds.get(" ".join(self._words[last - count : last]))
            if bound is not None:
                return bound
        return None

    def _bound_after(self, after: int) -> Bound | None:
        if self._word(after) == "+" and self._is_glued(after):
            return "over"
        at = self._follow(after)
        if at < 0:
            return None
        for count in (2, 1):
            bound = self._vocabulary.bounds_after.get(" ".join(self._words[at : at + count]))
            if bound is not None:
                return bound
        return None

    def _code(self, index: int) -> Number | None:
        """Read figures that are part of a name or a chain: A320, COVID-19, 1.2.3, 555-123-4567."""
        start, end = self._starts[index], self._ends[index]
        chain = _CHAIN.match(self._text, start)
        first = index
        if self._is_glued(index) and self._tokens[index - 1].isascii() and self._tokens[index - 1].isalpha():
            if self._prefix(index)[1] is None:
                first = index - 1
        elif self._word(index - 1) == "-" and self._is_glued(index) and self._is_glued(index - 1):
            name = self._tokens[index - 2] if index > 1 else ""
            if name.isalpha() and (name.isupper() or name.lower() == "covid"):
                first = index - 2
        if first < index or (chain and parse_digits(chain.group(), self._language) is None):
            tail = _CODE.match(self._text, start)
            end = max(end, tail.end() if tail and first < index else end, chain.end() if chain else end)
            return self._as_code(self._starts[first], end)
        if parse_digits(self._tokens[index], self._language) is None or self._has_odd_tail(index):
            tail = _GLUED_TAIL.match(self._text, end)
            return self._as_code(start, tail.end() if tail else end)
        return None

    def _as_code(self, start: int, end: int) -> Number:
        return Number(self._text[start:end], start, end, 0.0, kind="code")

    def _has_odd_tail(self, index: int) -> bool:
        """Tell letters behind the figures that are neither unit nor scale nor ordinal: 5G, 4x4, 30s."""
        after = index + 1
        if not self._is_glued(after) or not self._tokens[after][0].isalpha():
            return False
        token, word = self._tokens[after], self._words[after]
        if not word.isascii() or word in _SUFFIXES or word in self._vocabulary.scales or token in _VULGAR:
            return False
        if self._is_glued(after + 1) and self._tokens[after + 1][0].isdecimal():
            return True
        value = parse_digits(self._tokens[index], self._language) or 0
        return self._unit_code(after, after + 1, value) is None and word not in {"m", "b", "k", "t", "tr"} or word == "s" and value >= 20 and value % 10 == 0  # noqa: PLR2004 - "30s"


CURRENCY_WORDS = frozenset(surface for surface, code in SURFACES.items() if code in CURRENCIES and surface.islower())

_STARTERS: dict[str, frozenset[str]] = {
    language: frozenset(
        {*v.cardinals, *(word for word in v.scales if len(word) > 3), *v.ordinals, *v.halves, *v.multiples, *v.vague, *v.articles}  # noqa: PLR2004 - "mil" is in `cardinals`
        if v.cardinals
        else ()
    )
    | ({"mil"} if language == "es" else frozenset())
    for language, v in VOCABULARIES.items()
}


def _starters(language: str) -> frozenset[str]:
    return _STARTERS.get(language, frozenset())


def has_number_word(words: Sequence[str], language: str) -> bool:
    """Tell whether any of `words`, in lower case, may begin a number of `language`."""
    starters = _starters(language)
    if not starters:
        return False
    articles = VOCABULARIES[language].articles
    found = starters.intersection(words) - articles
    if found:
        return True
    scales = VOCABULARIES[language].scales
    if any(word in scales and len(word) > 2 for word in words) or not VOCABULARIES[language].parts.keys().isdisjoint(words):  # noqa: PLR2004 - "m"
        return True
    return language == "de" and any(cardinal_value(word, VOCABULARIES["de"]) is not None for word in words)
