"""Which unit a figure in a table gets, and which figures are left as they stand."""

import pytest
from command import PAGES
from extraction_pages import BODY, article, paragraphs, read

from summarizer.extraction import extract
from summarizer.fetch import read_source


def lines_of(table: str, caption: str = "") -> list[str]:
    """Return the lines of a table that is written as its lines, cells parted by bars."""
    head, *body = ([cell.strip() for cell in row.split("|")] for row in table.strip().split("\n"))
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body)
    titled = f"<caption>{caption}</caption>" if caption else ""
    marked = f"<table>{titled}<tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr>{rows}</table>"
    found = read(article(paragraphs(*BODY), marked, paragraphs(BODY[0]))).article.text
    return found.split("\n\n")[len(BODY) : -1]


@pytest.mark.parametrize(
    ("heading", "figure", "measured"),
    [
        ("Tonnes", "240,000", "240,000 tonnes"), ("Thousands of tonnes", "240.5", "240.5 thousand tonnes"), ("Output, kt", "12", "12 kt"), ("Sales in $ million", "-3.1", "-$3.1 million"),
        ("Change %", "−9.0", "−9.0%"), ("Share in per cent", "14", "14%"), ("% of total", "5.9 (5.2)", "5.9% (5.2%)"), ("Price, $ per tonne", "9,500", "$9,500 per tonne"), ("Price (US$/kg)", "4.5", "US$4.5/kg"),
        ("Absatz in Mrd. Euro", "46,2", "46,2 Mrd. Euro"), ("Ventes en millions d'euros", "431", "431 millions d'euros"), ("产量（万吨）", "12", "12万吨"),
    ],
)  # fmt: skip
def test_the_heading_of_a_column_gives_its_unit(heading: str, figure: str, measured: str) -> None:
    assert lines_of(f"Country|{heading}\nChina|{figure}")[1] == f"China | {measured}"


@pytest.mark.parametrize(
    ("corner", "caption"),
    [("€ million", ""), ("Sales, in € million", ""), ("Segment", "Sales in the third quarter (€ million)"), ("Segment", "Third quarter, in € million unless stated"), ("Segment", "Third quarter: sales in € million")],
)  # fmt: skip
def test_the_corner_or_the_caption_gives_the_unit_in_columns_of_years_and_quarters(
    corner: str, caption: str
) -> None:
    rows = f"{corner} | Q3 2024 | 2025e | Change | Staff\nWind | 22.1 | 24.4 | -9.4% | 310\nPer share (euros) | 0.63 | 0.52 | +21% | 3\nEmployees | 1,340 | 1,290 | | 7"
    found = lines_of(rows, caption)
    assert found[: len(found) - 4] == ([caption] if caption else [])
    assert found[-4:] == [
        f"{corner} | Q3 2024 | 2025e | Change | Staff",
        "Wind | €22.1 million | €24.4 million | -9.4% | 310",
        "Per share (euros) | 0.63 euros | 0.52 euros | +21% | 3",
        "Employees | 1,340 | 1,290 | 7",
    ]


def test_a_caption_gives_the_unit_of_the_only_column_of_figures() -> None:
    found = lines_of("Country | Exports\nChina | 240,000", "Rare earths in 2024, tonnes")
    assert found == ["Rare earths in 2024, tonnes", "Country | Exports", "China | 240,000 tonnes"]


def test_a_heading_below_a_caption_gives_the_unit_of_its_column() -> None:
    assert lines_of("Plant | Output (t)\nVelm | 120,000", "Two plants")[-1] == "Velm | 120,000 t"


@pytest.mark.parametrize(
    ("table", "caption"),
    [
        ("Pos | Club | W | L | F | Min | Won\n1 | Ardwell | 12 | 3 | 41 | 90 | 7", ""),
        ("Player (T) | Tackles\nSmith (PP) | 12\nAli (m) | 34\nJo, T | 3", ""),
        ("Currency | Rate\nEuro | 1.08\nUSD | 1", ""),
        ("Country | Output | Staff\nChina | 240,000 | 310", "Output, tonnes"),
        ("Country | 2024\nChina | 12", "Output in tonnes, change in %"),
        ("Use | 2024\nRoads | 12", "Where the money goes, $2.4bn in total"),
        ("Item | Opened (year)\nVelm | 1998", ""),
        ("Revenue | 46\nEmployees | 1,340", "Key figures, in € million"),
    ],
)
def test_a_figure_whose_unit_is_not_plain_stays_as_it_is(table: str, caption: str) -> None:
    assert lines_of(table, caption) == ([caption] if caption else []) + table.split("\n")


@pytest.mark.parametrize(
    "rows", ["Growth|5 %\nEmployees|320", "Chile|100 kt\nPeru|80", "Wheat|120 Tonnen\nMais|90"]
)
def test_a_row_of_data_on_top_gives_no_unit_to_those_below(rows: str) -> None:
    assert lines_of(rows) == [row.replace("|", " | ") for row in rows.split("\n")]


@pytest.mark.parametrize("long", ["1 " * 5000, "2021 " * 5000], ids=["cell", "years"])
def test_a_hostile_cell_is_left_as_it_is(long: str) -> None:
    assert lines_of(f"Country|{long}\nChina|12") == [f"Country | {long.strip()}", "China | 12"]
    assert lines_of(f"Country|Output (t)\nChina|{long}")[1] == f"China | {long.strip()}"


def test_the_figures_of_a_sample_page_have_the_unit_of_its_caption() -> None:
    text = extract(read_source(str(PAGES / "quarterly-results.html"))).article.text
    assert "\n\nSecond quarter, in millions of euros unless stated\n\nItem | Q2 2025 |" in text
    assert "\n\nRevenue | 486.0 million euros | 432.4 million euros | +12.4%\n\n" in text
    assert "\n\nEarnings per share (euros) | 0.63 euros | 0.52 euros | +21.2%\n\n" in text
