"""Check that every number of an item stands in the evidence, and beside what it counts there."""

import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.grounding.checks.amounts import are_equal, rounds
from summarizer.grounding.checks.number_pairing import mispaired, phrase
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.counted import noun_key
from summarizer.grounding.readers.numbers import Number
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

_MARKS = re.compile(r"[\s\-–,.'’]+")
_FIGURES = re.compile(r"\d[\d.,]*\d")
_WORD = re.compile(r"[^\W\d_]+")
# Words that say how many without a number.
_COUNTS: Mapping[float, frozenset[str]] = {
    2: frozenset(
        [
            "both",
            "pair",
            "couple",
            "duo",
            "twins",
            "twin",
            "two-time",
            "dual",
            "beide",
            "beiden",
            "ambos",
            "ambas",
            "deux",
        ]
    ),
    3: frozenset(["trio", "triplets", "hat-trick", "hat", "trilogy"]),
    4: frozenset(["quartet", "quadruplets"]),
    10: frozenset({"decade", "jahrzehnt", "década", "décennie"}),
    12: frozenset({"dozen"}),
    100: frozenset({"century", "jahrhundert", "siglo", "siècle"}),
    0: frozenset(
        ["no", "none", "nil", "never", "without", "scoreless", "goalless", "kein", "keine", "ningún", "aucun"]
    ),
}
# A loser's goals are often put first.
_LOST = re.compile(
    r"\b(?:los(?:e|s|t|ing)|defeat|beaten|verl(?:or|ier)|unterl[ai]g|niederlage|perd|derrota|défaite|battu)",
    re.IGNORECASE,
)
_ABOUT, _NEXT_MULTIPLE = 0.02, 1.5  # of a multiple; "more than double" is said of up to three times
_OF = re.compile(r" of (?:the |these |those )?(\w+)")
_ALL_OF = re.compile(r"\b(?:all|each|every one) of (?:the |these |those )?(\w+)", re.IGNORECASE)
_WHOLES = ("all of ", "each of ", "every one of ")  # one of them in whatever `_ALL_OF` finds
_VAGUE_SPAN = 1000  # "thousands" is said of what is below a million
_SMALL_VAGUE_SPAN = 100  # "dozens" of what is below 1,200, "hundreds" below 10,000


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:  # noqa: ARG001 - every check takes the same
    """Yield one reason for each number that the evidence does not give, or gives to something else."""
    yield from _all_of_some(item, evidence)
    if not item.numbers:
        return
    stated = [number for sentence in evidence for number in sentence.numbers]
    missing = [
        number
        for number in item.numbers
        if not (_is_borne_out(number, stated, evidence) or _is_computed(number, item, stated))
        or _is_turned(number, stated, [item, *evidence])
    ]
    for number in missing:
        yield Reason(code="number_missing", detail=_detail(item, number, evidence))
    if not missing:
        found = mispaired(item, evidence)
        if found is not None:
            yield Reason(code="number_missing", detail=found)


def _all_of_some(item: Reading, evidence: Sequence[Reading]) -> Iterator[Reason]:
    """Yield "all of them" where the evidence has some number of them, and nowhere all."""
    lower = item.text.lower()
    if not any(words in lower for words in _WHOLES):
        return
    whole = _ALL_OF.search(item.text)
    if whole is None or any(_ALL_OF.search(sentence.text) for sentence in evidence):
        return
    for sentence in evidence:
        for number in sentence.numbers:
            part = _OF.match(sentence.text, number.end)
            if part is not None and part[1].lower() == whole[1].lower():
                detail = f"{whole[0]} (article: {sentence.text[number.start : part.end()]})"
                yield Reason(code="number_missing", detail=detail)
                return


def _is_borne_out(number: Number, stated: Sequence[Number], evidence: Sequence[Reading]) -> bool:
    if number.kind == "code":
        return _is_written(number, evidence)
    if number.kind == "ordinal":
        return _is_ranked(number, stated)
    if number.kind == "vague":
        return any(_is_of_order(number.value, other) for other in stated)
    if number.kind == "single":
        return not _counts_otherwise(number, stated)
    if any(_agree(number, other) for other in stated):
        return True
    if number.high is not None and _ends_stand_apart(number, stated):
        return True
    if number.unit is not None and any(n.kind == "ordinal" and n.value == number.value for n in stated):
        return True  # "after 80 minutes", "in the 80th minute"
    return (
        _is_year(number, evidence)
        or _is_counted_in_words(number, evidence)
        or _is_spaced_out(number, evidence)
    )


def _is_computed(number: Number, item: Reading, stated: Sequence[Number]) -> bool:
    """Tell whether "double" or "half" follows from a figure of the item and another, both in the evidence."""
    if number.kind != "multiple":
        return False
    least, most = (
        (number.value, number.value * _NEXT_MULTIPLE) if number.bound == "over" else (0, number.value)
    )
    for mine in item.numbers:
        if mine.kind != "quantity" or not any(are_equal(mine, other) for other in stated):
            continue
        for other in stated:
            if (
                other.kind == "quantity"
                and other.unit == mine.unit
                and other.value
                and mine.value > other.value
            ):
                ratio = mine.value / other.value
                about = abs(ratio - number.value) <= _ABOUT * number.value
                if about or (number.bound == "over" and least <= ratio < most):
                    return True
    return False


def _agree(mine: Number, theirs: Number) -> bool:
    """Tell whether `theirs` bears out `mine`, both being amounts."""
    if "multiple" in {mine.kind, theirs.kind}:
        return _are_multiples(mine, theirs)
    if theirs.kind in {"code", "vague", "ordinal"}:
        return False
    if "score" in {mine.kind, theirs.kind} and mine.high is not None:
        return (mine.value, mine.high) == (theirs.value, theirs.high)
    if {mine.bound, theirs.bound} == {"over", "under"}:
        return rounds(mine, theirs) and not are_equal(mine, theirs)
    return are_equal(mine, theirs) or rounds(mine, theirs)


def _are_multiples(mine: Number, theirs: Number) -> bool:
    """Compare "doubled" with "twice", "two times", "two", and "halved" with "half"."""
    if mine.value == 0.5 or theirs.value == 0.5:  # noqa: PLR2004 - halved
        return are_equal(mine, theirs) or {mine.value, theirs.value} == {0.5, 50}
    same_kind = theirs.unit in {None, "times"} and mine.unit in {None, "times"}
    return (
        same_kind
        and theirs.kind not in {"code", "vague"}
        and (are_equal(mine, theirs) or rounds(mine, theirs))
    )


def _ends_stand_apart(number: Number, stated: Sequence[Number]) -> bool:
    """Tell whether both ends of a range or score stand in the evidence on their own."""
    if any(other.kind == "score" for other in stated) and number.kind == "score":
        return False
    return all(
        any(are_equal(_end(number, value), other) for other in stated if other.kind != "code")
        for value in (number.value, number.high or 0)
    )


def _is_turned(number: Number, stated: Sequence[Number], told: Sequence[Reading]) -> bool:
    """Tell whether 3-1 was made 1-3, and not because the loser's side is taken."""
    turned = (number.high, number.value)
    return (
        number.high is not None
        and any(
            "score" in {number.kind, other.kind} and turned == (other.value, other.high) for other in stated
        )
        and not any((number.value, number.high) == (other.value, other.high) for other in stated)
        and not any(_LOST.search(reading.text) for reading in told)
    )


def _end(number: Number, value: float) -> Number:
    return Number(number.text, number.start, number.end, value, unit=number.unit, noun=number.noun)


def _is_written(code: Number, evidence: Sequence[Reading]) -> bool:
    """Tell whether a code stands in the evidence letter for letter, or its name without the figure does."""
    wanted = _bare(code.text)
    letters = _WORD.match(code.text)
    for sentence in evidence:
        if wanted in _bare(sentence.text):
            return True
        if letters and len(letters.group()) > 3 and letters.group().lower() in sentence.text.lower():  # noqa: PLR2004 - "COVID-19", not "G7"
            return not any(_bare(n.text).startswith(letters.group().lower()) for n in sentence.numbers)
    return False


def _bare(text: str) -> str:
    return _MARKS.sub("", text).casefold()


def _is_ranked(number: Number, stated: Sequence[Number]) -> bool:
    """Tell whether the evidence has the ordinal; "first" may be new where no other ordinal stands."""
    if any(other.value == number.value and other.kind != "code" for other in stated):
        return True
    if any(other.kind == "fraction" and other.value * number.value == 1 for other in stated):
        return True  # "a cut of a fifth"
    return number.value == 1 and not any(other.kind == "ordinal" for other in stated)


def _is_of_order(value: float, other: Number) -> bool:
    """Tell whether "hundreds" may be said of `other`."""
    if other.kind == "vague":
        return other.value == value or {other.value, value} == {10, 12}
    span = _VAGUE_SPAN if value >= 1000 else _SMALL_VAGUE_SPAN  # noqa: PLR2004 - thousands
    return other.kind in {"quantity", "single"} and value <= (other.high or other.value) < value * span


def _counts_otherwise(single: Number, stated: Sequence[Number]) -> bool:
    """Tell whether the evidence has more than one of what `single` counts, and nowhere one."""
    if single.noun is None or any(other.value == 1 for other in stated):
        return False
    return any(other.noun is not None and noun_key(other.noun) == noun_key(single.noun) for other in stated)


def _is_year(number: Number, evidence: Sequence[Reading]) -> bool:
    """Tell whether a bare figure is a year that a date of the evidence has, as in "2019 cases"."""
    if number.unit is not None or number.high is not None or not number.text.isdecimal():
        return False
    return any(date.year == number.value for sentence in evidence for date in sentence.dates)


def _is_spaced_out(number: Number, evidence: Sequence[Reading]) -> bool:
    """Tell whether the evidence has the figures letter for letter save for spaces: "1, 056", "3. 9"."""
    figures = _FIGURES.search(number.text)
    if figures is None or figures.group().isdecimal():
        return False
    spaced = r"\s?".join(map(re.escape, figures.group()))
    found = (re.search(rf"(?<![\d.,]){spaced}(?!\d)", sentence.text) for sentence in evidence)
    return any(match is not None and match.group() != figures.group() for match in found)


def _is_counted_in_words(number: Number, evidence: Sequence[Reading]) -> bool:
    """Tell whether the evidence says "both" for two, "no" for zero."""
    words = _COUNTS.get(number.value)
    if words is None or number.unit not in {None, "year"} or number.high is not None:
        return False
    return any(not words.isdisjoint(_WORD.findall(sentence.text.lower())) for sentence in evidence)


def _detail(item: Reading, number: Number, evidence: Sequence[Reading]) -> str:
    """Return the item's words, and the article's where only one number there can be meant."""
    mine = phrase(item, number)
    rivals = [
        (other, sentence) for sentence in evidence for other in sentence.numbers if _is_rival(number, other)
    ]
    if len(rivals) == 1:
        return f"{mine} (article: {phrase(rivals[0][1], rivals[0][0])})"
    return mine


def _is_rival(number: Number, other: Number) -> bool:
    if number.kind != other.kind or number.kind == "code":
        return False
    if number.noun and other.noun:
        return noun_key(number.noun) == noun_key(other.noun)
    return number.unit == other.unit and number.noun == other.noun
