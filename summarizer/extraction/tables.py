"""The rows of a table as lines of text: each figure with the unit that its heading gives it."""

import re
from collections.abc import Iterator
from typing import Any

from summarizer.grounding.readers.numbers import read_numbers

_SPACE = re.compile(r"\s+")
_FIGURE = re.compile(r"[-−–+±~<>≈]?\s?\d[\d.,'’  \s]*")
_UNIT = re.compile(r"[(\[]\s*(?:in )?([^()\[\]]{1,20}?)\s*[)\]]$", re.IGNORECASE)
_CURRENCY = re.compile(r"([$€£¥₹]|[A-Z]{1,2}\$)\s*(.*)")


def rows_of(table: Any) -> Iterator[str]:
    """Yield the rows of trafilatura's `table`, their cells parted by bars; none for an empty one.

    Below the heading "Output (t)" the figure 120 becomes "120 t", so that a row says what it means
    when it is read alone.
    """
    units: list[str | None] = []
    for number, row in enumerate(table.iter("row")):
        cells = [_SPACE.sub(" ", " ".join(cell.itertext())).strip() for cell in row.iter("cell")]
        if number == 0:
            units = [None if _FIGURE.fullmatch(cell) else _unit(cell) for cell in cells]
        elif len(cells) == len(units):
            cells = [_measured(cell, unit) if unit else cell for cell, unit in zip(cells, units, strict=True)]
        if any(cells):
            yield " | ".join(cell for cell in cells if cell)


def _unit(heading: str) -> str | None:
    """Return the unit in brackets at the end of a column's heading."""
    found = _UNIT.search(heading)
    return found[1] if found else None


def _measured(cell: str, unit: str) -> str:
    """Return a bare figure with its unit, as long as that reads as one measure; else the cell as it is."""
    if not _FIGURE.fullmatch(cell):
        return cell
    currency = _CURRENCY.fullmatch(unit)
    forms = (
        [f"{currency[1]}{cell} {currency[2]}".strip(), f"{currency[1]}{cell}{currency[2]}"]
        if currency
        else []
    )
    forms.append(f"{cell}{unit}" if unit in {"%", "‰"} else f"{cell} {unit}")
    return next((form for form in forms if _is_one_measure(form)), cell)


def _is_one_measure(text: str) -> bool:
    numbers = read_numbers(text, "en")
    if len(numbers) != 1:
        return False
    scaled = numbers[0].unit is not None or numbers[0].text[-1:].isalpha()
    return scaled and numbers[0].end == len(text)
