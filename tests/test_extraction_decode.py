"""Bytes become text: by what a page says of its charset, by guessing, and without what nobody can read."""

import pytest
from extraction_pages import (
    BODY,
    TEXT,
    TITLE,
    article,
    paragraphs,
    read,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import NoArticleError
from summarizer.extraction.decode import decode
from summarizer.fetch.page import MediaType


@pytest.mark.parametrize(
    ("said", "codec", "header", "meta"),
    [
        ("die Straße.", "latin-1", None, ""), ("die Straße.", "utf-8", "iso-8859-1", ""), ("die Straße.", "utf-8", "no-such-charset", ""),
        ("Совет города.", "utf-16", "iso-8859-2", ""), ("the “plan”.", "cp1252", "iso-8859-1", ""),
        ("the plan.", "ascii", "utf-16", ""), ("the plan.", "ascii", "utf-32", '<meta charset="utf-16le">'), ("die Straße.", "utf-8", "utf-16le", ""), ("die Straße.", "latin-1", "utf-16", ""),
        ("Совет города.", "utf-16-le", "utf-16le", ""), ("市長の橋。", "utf-16-be", "utf-16be", ""), ("Совет города.", "koi8-r", "utf-16", '<meta charset="koi8-r">'),
        ("市長の①橋。", "cp932", None, '<meta charset="x-sjis">'), ("市長の橋。", "euc_jp", "x-euc-jp", ""), ("市長的橋。", "big5", None, '<meta charset="x-x-big5">'), ("시장 똠방각하.", "cp949", "windows-949", ""), ("市長の①橋。", "cp932", "Windows-31J", ""), ("Совет города.", "cp1251", "x-cp1251", ""),
        ("der “Plan” für 3 €.", "cp1252", "utf-8", ""), ("der “Plan” für 3 €.", "cp1252", None, '<meta charset="utf-8">'), ("Совет города.", "koi8-r", "utf-8", '<meta charset="koi8-r">'),
        ("Совет города.", "koi8-r", None, '<meta charset="koi8-r">'), ("市長の橋。", "shift_jis", "Shift_JIS", ""), ("市長镕。", "gb18030", "gb2312", ""),
    ],
)  # fmt: skip
def test_a_page_is_read_in_its_charset(said: str, codec: str, header: str | None, meta: str) -> None:
    sent = article(paragraphs(*BODY, said), head=meta).encode(codec)
    assert read(sent, charset=header).article.text == f"{TEXT}\n\n{said}"


def test_chinese_without_a_letter_is_read_as_utf_16_when_it_is_declared_so() -> None:
    said = "市議会は火曜日に橋の再建計画を承認した。工事には二年かかると市長は述べた。"
    assert decode(said.encode("utf-16-le"), "utf-16le") == said


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("über die Brücke".encode().replace(b"Br", b"B\xff"), "über die B\ufffdücke"),
        (b"the br\x00idge", "the bridge"),
        (b"the br\xed\xa0\x80idge", "the bridge"),
    ],
    ids=["bad byte", "nul", "lone surrogate"],
)
def test_damaged_bytes_cost_themselves_at_most(sent: bytes, said: str) -> None:
    content = article(paragraphs(*BODY, "@.")).encode().replace(b"@", sent)
    assert read(content).article.text == f"{TEXT}\n\n{said}."


@pytest.mark.parametrize("charset", [None, "utf-8"])
def test_a_few_damaged_bytes_leave_a_page_in_utf_8(charset: str | None) -> None:
    sent = article(paragraphs(*BODY, "über die B@rücke, für 3 €.")).encode().replace(b"@", b"\xfc")
    found = read(sent, charset=charset)
    assert found.article.text == f"{TEXT}\n\nüber die B\ufffdrücke, für 3 €."
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("said", "codec", "declared"),
    [
        ("市長の橋は火曜日に閉鎖された。工事には二年かかると市長は述べた。", "shift_jis", "utf-8"),
        ("市长周二说，这座桥将重建，工程需要两年时间，费用为四百万元。", "gbk", None),
        ("Совет города утвердил во вторник план восстановления моста.", "cp1251", "utf-8"),
        ("Совет города утвердил во вторник план восстановления моста.", "cp1251", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("media_type", ["html", "text"])
def test_a_text_that_is_misread_warns_and_says_what_to_do(
    said: str, codec: str, declared: str | None, media_type: MediaType
) -> None:
    told = [f"{said} {n}" for n in range(9)]
    sent = article(paragraphs(*told)) if media_type == "html" else "\n\n".join(told)
    (warning,) = read(sent.encode(codec), media_type, charset=declared).warnings
    assert warning.startswith("Many characters could not be read")
    assert "Save it as UTF-8" in warning


def test_a_text_with_many_accents_warns_of_nothing() -> None:
    said = "Það varð ljóst á þriðjudag að brúin við Tjörn yrði endurbyggð, sagði bæjarstjórinn í gær."
    assert read(article(paragraphs(*[said] * 3))).warnings == ()


@pytest.mark.parametrize("reference", ["&#0;", "&#1;", "&#11;", "&#0012;", "&#27", "&#x1b;", "&#X0B;", "&#127;", "&#xFFFE;", "&#xD83D;&#xDE00;"])  # fmt: skip
def test_a_reference_to_a_control_character_costs_itself_alone(reference: str) -> None:
    sent = article(paragraphs(*BODY, f"The {reference} bridge.")).replace(
        "rebuild its", f"{reference}rebuild its"
    )
    found = read(sent).article
    assert (found.title, found.text) == (TITLE, f"{TEXT}\n\nThe bridge.")


def test_references_to_what_can_be_read_stay() -> None:
    said = "Caf&#233;&#xA0;&#x201C;Lind&#8221; costs 5&#32;&#x20AC;, she wrote &amp;#11; in it&#99999999999;."
    assert read(article(paragraphs(*BODY, said))).article.text.endswith(
        "Café “Lind” costs 5 €, she wrote &#11; in it\ufffd."
    )


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "shift_jis", "utf-16", "cp1251"]))
@settings(max_examples=60, deadline=None)
def test_whatever_bytes_stand_in_a_page_its_text_can_be_written(junk: bytes, charset: str | None) -> None:
    content = article(paragraphs(*BODY)).encode().replace(b"Lind", b"Lind " + junk.replace(b"<", b""))
    try:
        found = read(content, charset=charset)
    except NoArticleError:
        return
    assert found.article.text.encode()
    assert "\0" not in found.article.text
