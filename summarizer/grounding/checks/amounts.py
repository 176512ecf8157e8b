"""Compare two numbers: same value in the same unit, or a correct rounding."""

import math
import re
from collections.abc import Iterator
from decimal import Decimal

from summarizer.grounding.readers.lexicon.units import AMBIGUOUS, CURRENCIES, MEASURES
from summarizer.grounding.readers.numbers import Number

_LETTER_M = re.compile(r"\d\s?m$")
_NO_NOUN_UNITS = CURRENCIES | {"%", "percentage points", "basis points", "$", "¥", "pound", "cent"}
# "a third" is said of 33% and of 33.8%: half a percent off, and rounded to one.
_FRACTION_OFF = 0.5
_FRACTION_STEP = 1.0
_REACH = 0.15  # "more than 25" is said of up to 28.7

Amount = tuple[float, str | None]


def amounts(number: Number) -> Iterator[Amount]:
    """Yield what the number may state: both ends of a range, "1.2m" as metres and as millions."""
    values = (number.value,) if number.high is None else (number.value, number.high)
    for value in values:
        yield value, number.unit
        if number.kind == "fraction" and number.unit is None:
            yield value * 100, "%"
        if _LETTER_M.search(number.text):
            yield (value * 10**6, None) if number.unit == "m" else (value / 10**6, "m")


def are_equal(mine: Number, theirs: Number) -> bool:
    """Tell whether both state the same amount; one without a unit matches any unit of no other kind."""
    plain = _is_plain(mine) and _is_plain(theirs)
    if plain and mine.unit == theirs.unit:
        return mine.value == theirs.value
    if not _may_share_unit(mine, theirs):
        return False
    if plain:
        return _close(*in_one_unit((mine.value, mine.unit), (theirs.value, theirs.unit)))
    if mine.high is not None and theirs.high is not None:
        alike = mine.unit == theirs.unit or None in {mine.unit, theirs.unit}
        straight = alike and (mine.value, mine.high) == (theirs.value, theirs.high)
        return straight or _ends_meet(mine, theirs)
    tolerance = _FRACTION_OFF if "fraction" in {mine.kind, theirs.kind} else 0.0
    return any(
        _close(value, other, _in_measure(tolerance, one))
        for one, another in _pairs(mine, theirs)
        for value, other in [in_one_unit(one, another)]
    )


def _is_plain(number: Number) -> bool:
    """Tell whether the number states its value and nothing else."""
    return number.high is None and number.kind != "fraction" and not number.text.endswith("m")


def _pairs(mine: Number, theirs: Number) -> Iterator[tuple[Amount, Amount]]:
    """Yield the amounts to compare; what a fraction is in percent only with another percentage."""
    with_fraction = "fraction" in {mine.kind, theirs.kind}
    for one in amounts(mine):
        for another in amounts(theirs):
            if not with_fraction or (one[1] == "%") == (another[1] == "%"):
                yield one, another


def _in_measure(percent: float, amount: Amount) -> float:
    return percent if amount[1] == "%" else percent / 100


def _ends_meet(mine: Number, theirs: Number) -> bool:
    """Compare ranges whose units differ in size."""
    low, other_low = in_one_unit((mine.value, mine.unit), (theirs.value, theirs.unit))
    high, other_high = in_one_unit((mine.high or 0, mine.unit), (theirs.high or 0, theirs.unit))
    return _close(low, other_low) and _close(high, other_high)


def _close(one: float, other: float, tolerance: float = 0.0) -> bool:
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=tolerance)


def in_one_unit(one: Amount, other: Amount) -> tuple[float, float]:
    """Return both values in one unit; NaN, which equals nothing, where the units cannot be compared."""
    (value, unit), (other_value, other_unit) = one, other
    if unit is None or other_unit is None or unit == other_unit:
        return value, other_value
    dimension, factor = MEASURES[unit]
    other_dimension, other_factor = MEASURES[other_unit]
    if dimension == other_dimension or _may_mean(dimension, other_dimension):
        return value * factor, other_value * other_factor
    return math.nan, math.nan


def are_of_one_sort(one: Number, other: Number) -> bool:
    """Tell whether the units can be compared: both dollars, both lengths, or one unknown."""
    return not math.isnan(in_one_unit((1.0, one.unit), (1.0, other.unit))[0])


def _may_mean(dimension: str, other: str) -> bool:
    return other in AMBIGUOUS.get(dimension, ()) or dimension in AMBIGUOUS.get(other, ())


def _may_share_unit(mine: Number, theirs: Number) -> bool:
    """Tell money and percentages from things counted."""
    return not (
        (mine.unit in _NO_NOUN_UNITS and theirs.unit is None and theirs.noun is not None)
        or (theirs.unit in _NO_NOUN_UNITS and mine.unit is None and mine.noun is not None)
    )


def rounds(mine: Number, theirs: Number) -> bool:
    """Tell whether `mine`, marked as rounded, is a correct rounding or bound of `theirs`."""
    if mine.bound is None or not _may_share_unit(mine, theirs):
        return False
    finest = _FRACTION_STEP if mine.kind == "fraction" else 0.0
    for (value, unit), (other, other_unit) in _pairs(mine, theirs):
        factor = 1.0
        if unit is not None and other_unit is not None and unit != other_unit:
            plain, exact = in_one_unit((1.0, unit), (other, other_unit))
            factor, other_in_mine = plain, exact / plain if plain else math.nan
        else:
            other_in_mine = other
        if math.isnan(factor):
            continue
        step = max(_last_place(value), _in_measure(finest, (value, unit)))
        if _is_rounding(value, other_in_mine, step, mine.bound):
            return True
    return False


def _is_rounding(said: float, exact: float, step: float, bound: str) -> bool:
    if step < _last_place(exact):
        return False  # finer than what it is said to round
    difference = exact - said
    if bound == "about":
        return abs(difference) <= max(step / 2, 0.05 * abs(said))
    beyond = difference if bound == "over" else -difference
    return 0 <= beyond < step or 0 <= beyond <= _REACH * abs(said)


def _last_place(value: float) -> float:
    """Return the worth of the last figure that is not zero: 10 of 520, 0.1 of 52.6."""
    digits = Decimal(repr(value)).normalize()
    exponent = digits.as_tuple().exponent
    return 10.0**exponent if isinstance(exponent, int) else 0.0
