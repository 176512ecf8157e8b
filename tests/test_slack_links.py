"""What a text asks for is read out of it: links as Slack marks them or as they were typed, and a number."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from summarizer.slack.links import Wish, links_of_message, read_wish, unescape

A, B = "https://a.example/x", "https://b.example/y"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (f"<{A}>", [A]),
        (f"<@U0BOT> <{A}>", [A]),
        (f"<{A}|a.example/x>", [A]),
        (f"<{A}|> and", [A]),
        (f"<{A}|*bold* label> and <{B}>", [A, B]),
        (f"<{A}> <{B}> <{A}|again>", [A, B]),
        ("<https://a.example/x?a=1&amp;b=2|a.example>", ["https://a.example/x?a=1&b=2"]),
        ("<https://a.example/x?a=%26amp;b>", ["https://a.example/x?a=%26amp;b"]),
        ("<https://a.example/x?a=&amp;lt;b>", ["https://a.example/x?a=&lt;b"]),
        ("https://a.example/x?a=1&amp;b=2", ["https://a.example/x?a=1&b=2"]),
        ("https://a.example/x?a=1&b=2", ["https://a.example/x?a=1&b=2"]),
        (f"{A} {B}", [A, B]),
        (f"{A}\n{B}", [A, B]),
        (f"{A}.", [A]),
        (f"{A}, please!", [A]),
        (f"({A})", [A]),
        (f"({A}).", [A]),
        (f"[{A}]", [A]),
        (f"“{A}”", [A]),
        (f"«{A}»", [A]),
        (f"*{A}*", [A]),
        (f"_{A}_", [A]),
        (f"~{A}~", [A]),
        (f"`{A}`", [A]),
        (f"```{A}```", [A]),
        (f"```\n{A}\n{B}\n```", [A, B]),
        (f"`&lt;{A}&gt;`", [A]),
        (f"`&lt;{A}|label&gt;`", [A]),
        (f"&lt;{A}&gt; or so", [A]),
        ("https://a.example/Foo_(bar)", ["https://a.example/Foo_(bar)"]),
        ("(https://a.example/Foo_(bar))", ["https://a.example/Foo_(bar)"]),
        ("https://a.example/x?", ["https://a.example/x"]),
        ("https://a.example/", ["https://a.example/"]),
        ("HTTPS://A.EXAMPLE/x", ["HTTPS://A.EXAMPLE/x"]),
        ("https://münchen.example/straße", ["https://münchen.example/straße"]),
        ("https://a.example:8443/x#y", ["https://a.example:8443/x#y"]),
        ("see a.example/x", []),
        ("<mailto:eddie@a.example|eddie@a.example>", []),
        ("<tel:+441632960000|call>", []),
        ("<!channel> <!here> <#C0NEWS|news> <@U0EDITOR> <!subteam^S1|@desk>", []),
        ("<!date^1392734382^{date}^https://evil.example|then>", []),
        ("<javascript:alert(1)> <file:///etc/passwd> <ftp://a.example/x>", []),
        ("https:// http://", []),
        ("<https://>", []),
        ("<https://[>", []),
        ("https://[::1", []),
        (f"<{A}\u202e>", []),
        ("<https://a.example/a b>", []),
        (f"<https://a.example/{'x' * 1_982}>", [f"https://a.example/{'x' * 1_982}"]),
        (f"<https://a.example/{'x' * 1_983}>", []),
        ("", []),
    ],
)
def test_the_links_of_a_text_are_found(text: str, links: list[str]) -> None:
    assert list(read_wish(text).links) == links


@pytest.mark.parametrize(
    ("text", "highlights"),
    [
        (f"<@U0BOT> <{A}> 3", 3),
        (f"<@U0BOT> 3 <{A}>", 3),
        (f"{A} 15", 15),
        (f"{A} 1", 1),
        (f"<{A}> <{B}> 7", 7),
        (f"{A} 03", 3),
        (f"{A} 0", 1),
        (f"{A} 16", 15),
        (f"{A} 2026", None),
        (f"<{A}>, 3.", 3),
        (f"<{A}> (3)", 3),
        (f"{A} -3", None),
        (f"{A} 3.5", None),
        (f"{A} ²", None),
        (f"{A} ٣", None),
        (f"{A} 3 please", None),
        (f"{A} 3 4", None),
        (f"our 3 favourites: {A}", None),
        (f"<{A}/2024/05/03>", None),
        (A, None),
        (f"{A} " + "9" * 5_000, None),
    ],
)
def test_a_number_counts_where_it_stands_alone_beside_the_links(text: str, highlights: int | None) -> None:
    assert read_wish(text).highlights == highlights


def rich(*elements: dict[str, Any], kind: str = "rich_text_section") -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": kind, "elements": list(elements)}]}


@pytest.mark.parametrize(
    ("message", "links"),
    [
        ({"text": f"<{A}>"}, [A]),
        ({"text": f"<{A}>", "blocks": [rich({"type": "link", "url": A})]}, [A]),
        ({"blocks": [rich({"type": "link", "url": A, "text": "label"})]}, [A]),
        ({"blocks": [rich({"type": "link", "url": "https://a.example/x?a=1&b=2"})]}, ["https://a.example/x?a=1&b=2"]),
        ({"blocks": [rich({"type": "link", "url": A}, kind="rich_text_quote")]}, [A]),
        ({"blocks": [rich({"type": "link", "url": A}, kind="rich_text_preformatted")]}, [A]),
        ({"blocks": [{"type": "rich_text", "elements": [{"type": "rich_text_list", "elements": rich({"type": "link", "url": A})["elements"]}]}]}, [A]),
        ({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": f"<{A}|read>"}}]}, [A]),
        ({"blocks": [{"type": "context", "elements": [{"type": "mrkdwn", "text": f"<{A}>"}]}]}, [A]),
        ({"text": f"<{A}>", "attachments": [{"from_url": B}]}, [A, B]),
        ({"attachments": [{"title_link": "https://a.example/x?a=1&amp;b=2"}]}, ["https://a.example/x?a=1&b=2"]),
        ({"attachments": [{"original_url": A, "from_url": B}]}, [B]),
        ({"blocks": [rich({"type": "link", "url": "mailto:eddie@a.example"})]}, []),
        ({"blocks": [rich({"type": "link"})]}, []),
        ({"text": None, "blocks": None, "attachments": None}, []),
        ({}, []),
    ],
)  # fmt: skip
def test_the_links_of_a_message_are_found_wherever_they_stand(
    message: dict[str, Any], links: list[str]
) -> None:
    assert list(links_of_message(message)) == links


@pytest.mark.parametrize(
    ("text", "plain"),
    [("&amp;lt;", "&lt;"), ("&lt;b&gt;", "<b>"), ("&amp;amp;", "&amp;"), ("&quot;", "&quot;"), ("a & b", "a & b")],
)  # fmt: skip
def test_three_characters_are_unescaped_once(text: str, plain: str) -> None:
    assert unescape(text) == plain


PIECES = st.sampled_from(
    [A, "https://", "http://[", "<", ">", "|", "&amp;", "&lt;", "&gt;", "`", "(", ")", " ", "\n", "\u202e", "3", "\ud800", "<@U0BOT>", "@", ":", "//", "é"]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join)


def assert_are_web_addresses(links: tuple[str, ...]) -> None:
    for url in links:
        assert urlsplit(url).scheme in {"http", "https"}
        assert urlsplit(url).hostname
        assert url.isprintable()
        assert " " not in url
        assert len(url) <= 2_000
    assert len(set(links)) == len(links)


PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # where cores are busy


@PATIENT
@given(TEXTS)
@example("9" * 5_000)
@example(f"<{A}> {'9' * 5_000}")
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    wish = read_wish(text)
    assert_are_web_addresses(wish.links)
    assert wish.highlights is None or 1 <= wish.highlights <= 15
    assert read_wish(text) == wish


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "url", "text", "elements", "from_url", "title_link"]), inner, max_size=4
        )
        | st.builds(lambda url: {"type": "link", "url": url}, inner)
        | st.builds(lambda text: {"type": "mrkdwn", "text": text}, inner)
    ),
    max_leaves=12,
)


@PATIENT
@given(st.fixed_dictionaries({}, optional={"text": JSON, "blocks": JSON, "attachments": st.none() | st.lists(JSON, max_size=3)}))  # fmt: skip
def test_no_message_is_too_odd_to_be_read(message: dict[str, Any]) -> None:
    assert_are_web_addresses(links_of_message(message))


def test_a_wish_without_links_is_empty() -> None:
    assert read_wish("hello") == Wish((), None, ("hello",))
