"""Read quantities: digits and words, currencies, units, ranges, fractions."""

import re
from collections.abc import Iterable

from summarizer.grounding.readers.cjk_dates import UNSPACED
from summarizer.grounding.readers.cjk_numbers import find_unspaced_numbers
from summarizer.grounding.readers.dates import read_dates
from summarizer.grounding.readers.digits import plain
from summarizer.grounding.readers.lexicon.units import PRINTED
from summarizer.grounding.readers.number_parts import Number
from summarizer.grounding.readers.number_scan import Scan, has_number_word
from summarizer.grounding.readers.number_tokens import words_in
from summarizer.schema import Quantity

__all__ = ["Number", "read_numbers", "to_quantities", "to_quantity"]

_DIGIT = re.compile(r"\d|[½⅓⅔¼¾⅕⅛]")
_UNSPACED_SIGN = re.compile(r"\d|[一二两兩三四五六七八九十百千万萬亿億半]")
_QUANTITIES = frozenset({"quantity", "fraction", "multiple"})


def read_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Return what is found, in order of `start`; numbers that are part of a date are left out.

    Ordinals, scores, codes such as "A320" and vague numbers such as "dozens" are among them,
    each of its own `kind`.
    """
    if language in UNSPACED:
        if not _UNSPACED_SIGN.search(text):
            return ()
        dates = read_dates(text, language)
        found = [
            number
            for number in find_unspaced_numbers(plain(text), language)
            if all(number.end <= date.start or date.end <= number.start for date in dates)
        ]
    else:
        if not _DIGIT.search(text) and not has_number_word(words_in(text), language):
            return ()
        dates = read_dates(text, language)
        taken = {place for date in dates for place in range(date.start, date.end)}
        found = list(Scan(plain(text), language, taken).numbers())
    if text.isascii():
        return tuple(found)
    written = ((number, text[number.start : number.end]) for number in found)
    return tuple(number if number.text == there else number._replace(text=there) for number, there in written)


def to_quantities(numbers: Iterable[Number]) -> tuple[Quantity, ...]:
    """Return the numbers that count or measure, without ordinals, scores, codes and vague ones."""
    return tuple(to_quantity(number) for number in numbers if number.kind in _QUANTITIES)


def to_quantity(number: Number) -> Quantity:
    """Return the number as the claims' `quantities` show it; the unit may be the counted noun."""
    unit = PRINTED.get(number.unit, number.unit) if number.unit else number.noun
    value, high = number.value, number.high
    return Quantity(text=number.text, value=value, high=high, unit=unit, approximate=number.approximate)
