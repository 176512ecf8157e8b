"""Plain text: complete, readable, and harmless in a terminal."""

import unicodedata

import arbitrary_summaries
import pytest
import samples

from summarizer.render import render
from summarizer.render.text import one_line, plain, shorten
from summarizer.schema import Summary

REORDERING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b2J gone", "2J gone"),
        ("\x1b]0;title\x07", "]0;title"),
        ("\u202egnihton\u202c", "gnihton"),
        ("\u202a\u2066kept\u2069", "kept"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("half \ud83d a pair", "half  a pair"),
        ("tab\tand\nline stay", "tab\tand\nline stay"),
        ("क्\u200dष می\u200cخواهم", "क्\u200dष می\u200cخواهم"),
    ],
)
def test_plain_drops_only_what_commands_or_reorders(raw: str, shown: str) -> None:
    assert plain(raw) == shown


def test_one_line_keeps_no_break_spaces() -> None:
    assert one_line(" 5\u202f%\n of\t12\u00a0km ") == "5\u202f% of 12\u00a0km"


@pytest.mark.parametrize(("limit", "cut"), [(9, "ten words"), (8, "ten wor…"), (5, "ten…")])
def test_shorten_cuts_at_the_limit_ellipsis_included(limit: int, cut: str) -> None:
    assert shorten("ten words", limit) == cut


@arbitrary_summaries.given_any_summary
def test_text_holds_no_control_character_but_line_breaks(summary: Summary) -> None:
    shown = set(render(summary, "text")) - {"\n"}
    assert not [char for char in shown if unicodedata.category(char) in {"Cc", "Cs"}]
    assert not shown & REORDERING


@arbitrary_summaries.given_any_summary
def test_every_item_has_its_own_line(summary: Summary) -> None:
    lines = render(summary, "text").split("\n")
    for item in (*summary.highlights, *summary.claims):
        assert f"• {one_line(item.text)}" in lines


def test_doubtful_items_come_after_all_others_with_reasons_and_closest_evidence() -> None:
    good, doubtful = render(samples.summary(), "text").split("CHECK BEFORE USE")
    assert "• Repairs will cost 2.9 million euros." not in good
    assert doubtful.startswith(
        "\n\n• Repairs will cost 2.9 million euros.\n"
        "  Only partly supported by the article.\n"
        "  - The passage it rests on does not give this number: “2.9 million euros”.\n"
        "  - It sounds more, or less, certain than the article: “will”; the article has “may”.\n"
        "  Closest in the article:\n"
        "    > Repairs may cost 2.6 million euros.\n"
    )
