"""Where things stand in the page's plots: positions in per cent of the width, pixels of the height.

Widths in per cent let a plot fill a phone or a desk without scaling its letters.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.evals.compare import Comparison
from summarizer.evals.report.scoreboard import LABELS, Row, number, shown
from summarizer.evals.report.words import difference, signed
from summarizer.evals.scores import HEADLINE, METRICS
from summarizer.evals.statistics import Interval
from summarizer.render.text import shorten

_NAME_LIMIT = 34  # characters that fit beside the figures on a phone
_ROW = 34  # pixels: a line of letters and the whisker below it
_TICK_SPACE = 20
_DOT = 8
_BIN = 0.025  # of the width: a dot on a phone
_STRIP = 88
_SIDE = 1.5  # per cent left free, so that dots at the ends are whole


def across(share: float) -> str:
    """Return how far from the left a share 0..1 of the axis stands; beyond its ends, at the end."""
    return f"{_SIDE + (100 - 2 * _SIDE) * min(max(share, 0.0), 1.0):.2f}%"


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, and what is written below it."""

    x: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot with its whisker; `kind` is how it is drawn, `text` the figures, `band` what lies below."""

    name: str
    kind: str
    text: str
    y: int
    x: str
    low: str
    high: str
    band: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """One plot. `rules` are lines through all rows: zero, a margin."""

    label: str
    meaning: str
    height: int
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    rules: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """One article in a strip; `href` leads to it."""

    href: str
    text: str
    x: str
    y: float


@dataclass(frozen=True, slots=True)
class Strip:
    """All articles of one system in one metric."""

    name: str
    y: int
    mean: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class StripPanel:
    """One metric: a strip for each system."""

    label: str
    height: int
    strips: tuple[Strip, ...]
    ticks: tuple[Tick, ...]


UNIT_TICKS = tuple(
    Tick(across(share), text) for share, text in ((0, "0"), (0.25, ""), (0.5, ".5"), (0.75, ""), (1, "1"))
)


def scoreboard_panels(rows: Sequence[tuple[Row, str]]) -> Iterator[Panel]:
    """Yield one panel for each headline metric: a dot and whisker for each system, with its kind."""
    for column, metric in enumerate(HEADLINE):
        marks = [
            _mark(row.name, kind, row.cells[column], place, shown(row.cells[column]))
            for place, (row, kind) in enumerate(rows)
        ]
        height = len(marks) * _ROW + _TICK_SPACE
        yield Panel(LABELS[metric], METRICS[metric], height, tuple(marks), UNIT_TICKS)


def _mark(name: str, kind: str, cell: Interval, place: int, text: str) -> Mark:
    return Mark(
        name=shorten(name, _NAME_LIMIT),
        kind=kind,
        text=text,
        y=place * _ROW,
        x=across(cell.mean),
        low=across(cell.low),
        high=across(cell.high),
    )


def forest(comparison: Comparison) -> Panel:
    """Return the differences of all metrics with their intervals around zero.

    The band of each is what these articles would probably not show, were it the true difference.
    """
    margin = comparison.margin or 0.0
    ends = [margin]
    for metric in comparison.metrics.values():
        ends += [abs(metric.difference.interval.low), abs(metric.difference.interval.high)]
    reach = next((nice for nice in (0.05, 0.1, 0.2, 0.4, 0.6) if max(ends) <= nice), 1.0)

    def at(value: float) -> str:
        return across((value + reach) / (2 * reach))

    marks = []
    for place, (name, metric) in enumerate(comparison.metrics.items()):
        found = metric.difference.interval
        blind = min(metric.difference.detectable, reach)
        marks.append(
            Mark(
                name=LABELS[name],
                kind=metric.verdict,
                text=difference(found),
                y=place * _ROW,
                x=at(found.mean),
                low=at(found.low),
                high=at(found.high),
                band=(at(-blind), f"{(100 - 2 * _SIDE) * blind / reach:.2f}%"),
            )
        )
    rules = (("zero", at(0.0)), *([("margin", at(-margin))] if margin else []))
    ticks = tuple(
        Tick(at(value), signed(value) if value else "0")
        for value in (-reach, -reach / 2, 0.0, reach / 2, reach)
    )
    height = len(marks) * _ROW + _TICK_SPACE
    return Panel("Difference, head minus base", "", height, tuple(marks), ticks, rules)


@dataclass(frozen=True, slots=True)
class Place:
    """An article in the page: where it is, what it is called, and its scores."""

    href: str
    title: str
    scores: dict[str, float]


def strip_panels(systems: Sequence[tuple[str, Sequence[Place]]]) -> Iterator[StripPanel]:
    """Yield one panel for each headline metric: every article a dot, alike scores heaped up."""
    for metric in HEADLINE:
        strips = [
            _strip(shorten(name, _NAME_LIMIT), places, metric, row * _STRIP)
            for row, (name, places) in enumerate(systems)
        ]
        yield StripPanel(LABELS[metric], len(strips) * _STRIP + _TICK_SPACE, tuple(strips), UNIT_TICKS)


def _strip(name: str, places: Sequence[Place], metric: str, top: int) -> Strip:
    heaps: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        heaps[round(place.scores[metric] / _BIN)].append(place)
    tallest = max((len(heap) for heap in heaps.values()), default=1)
    step = min(_DOT, (_STRIP - 32) / tallest)
    floor = top + _STRIP - _DOT
    dots = [
        Dot(
            href=place.href,
            text=f"{place.title}: {number(place.scores[metric])}",
            x=across(place.scores[metric]),
            y=round(floor - step * height, 1),
        )
        for heap in heaps.values()
        for height, place in enumerate(heap)
    ]
    scores = [place.scores[metric] for place in places]
    return Strip(name, top, across(sum(scores) / len(scores) if scores else 0.0), tuple(dots))
