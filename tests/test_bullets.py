"""Which characters at the head of a line mark a bullet, and which belong to it."""

from pathlib import Path

import pytest

from summarizer.cli.bullets import read_bullets, without_markers
from summarizer.errors import ConfigError

MARKERS = "-|*|+|–|—|•|‣|⁃|·|∙|◦|●|▪|■|►|➤|→|✓|✔️|✅|☐|🔹|\uf0b7|o\t|1.|1)|(1)|a)|(b)|ii)|①|1、|- [ ]|- [x]|* [X]|[ ]|- 1.|• 1)"


@pytest.mark.parametrize("marker", MARKERS.split("|"))
@pytest.mark.parametrize(
    "text", ["Rents rose by 5% in May.", "1.5 million people voted.", "2026 budget passed."]
)
def test_a_marker_is_taken_off(marker: str, text: str) -> None:
    assert without_markers([f"\u00a0 {marker} {text} "]) == [text]


@pytest.mark.parametrize("line", ["•Rents rose.", "►Rents rose.", "1、Rents rose."])
def test_a_sign_that_begins_no_word_needs_no_space_behind_it(line: str) -> None:
    assert without_markers([line]) == ["Rents rose."]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Rents rose.", "2. Wages fell."),
        ("7. Rents rose.", "- by 5%", "8. Wages fell."),
        ("a. Rents rose.", "b. Wages fell."),
        ("- Rents rose.", "2. Wages fell."),
    ],
)
def test_numbers_and_letters_that_count_the_lines_are_taken_off(lines: tuple[str, ...]) -> None:
    found = without_markers(list(lines))
    assert (found[0], found[-1]) == ("Rents rose.", "Wages fell.")


TEXTS = "1.5 million people voted.|2026 budget passed.|-5 degrees were measured.|*Rents* rose.|A. Smith said no.|12. Mai 2026: Rents rose.|5 a.m. is early.|·5 is half.|1. FC Velden won.|O. K. is no name."


@pytest.mark.parametrize("text", TEXTS.split("|"))
def test_what_belongs_to_the_text_stays(text: str) -> None:
    assert without_markers(["Rents rose.", "Wages fell.", text, "Prices did not."])[2] == text


def test_days_of_a_month_do_not_count_the_lines() -> None:
    days = ["1. Mai: Die Mieten steigen.", "2. Mai: Die Löhne sinken."]
    assert without_markers(days) == days


def test_lines_without_a_word_are_no_bullets() -> None:
    assert without_markers(["", "---", "•", "* * *", "- Rents rose."]) == ["Rents rose."]


def test_headings_of_markdown_are_no_bullets() -> None:
    lines = [
        "# Harbour bridge",
        "",
        "- Rents rose.",
        "***",
        "## What else",
        "#1 in the charts.",
        "#tag",
        "---",
        " # 5",
    ]
    assert without_markers(lines) == ["Rents rose.", "#1 in the charts.", "#tag"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_bullets_are_read_in_the_encoding_of_their_file(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "bullets.txt"
    path.write_bytes("– Die “Straße” ist zu.\r\n– Der Bus fährt.\r\n".encode(codec))
    assert read_bullets(path, "article.txt") == ["Die “Straße” ist zu.", "Der Bus fährt."]


def test_a_file_without_bullets_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bullets.txt"
    path.write_text("# Bullets\n - \n")
    with pytest.raises(ConfigError, match=r"No bullets in .*: write one a line"):
        read_bullets(path, "article.txt")


PAGES = "<!doctype html>\n<title>Ferry</title>|\ufeff <html lang='en'>|<!-- kept --><div>Rents rose.</div>|<h1>Rents rose</h1>"


@pytest.mark.parametrize("page", PAGES.split("|"))
def test_a_page_is_no_list_of_bullets(tmp_path: Path, page: str) -> None:
    path = tmp_path / "bullets.txt"
    path.write_text(page, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"txt is an HTML page, not a list of bullets\. Did you swap the"):
        read_bullets(path, "article.txt")


@pytest.mark.parametrize(
    "text", ["<b>Rents</b> rose.", "The <title> of the page is wrong.", "<3 is a heart."]
)
def test_a_bullet_may_mention_markup(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bullets.txt"
    path.write_text(f"{text}\n- <html> is how pages begin.\n", encoding="utf-8")
    assert read_bullets(path, "article.txt") == [text, "<html> is how pages begin."]
