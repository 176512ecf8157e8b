"""Long articles: parts within the budget, numbers of the whole, one draft in the end."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from fault_server import FaultServer, answer, status
from llm_cases import article, cache_in, claim, engine, highlight

from summarizer.engines.llm.long import merge, share, split, tokens
from summarizer.errors import ModelError
from summarizer.grounding import ground
from summarizer.schema import Draft, DraftClaim, DraftHighlight

TOWNS = ("Velden", "Marrow", "Oster", "Pell", "Quay", "Rill", "Sund", "Tarn", "Ulm", "Vale")


def sentence(number: int) -> str:
    """Return a sentence of twelve words unlike any other."""
    return f"In {TOWNS[number % 10]} the council counted {number} new lamps along the old river road."


def report(paragraphs: int, sentences_each: int = 4) -> Any:
    """Return an article of so many paragraphs."""
    numbers = iter(range(paragraphs * sentences_each))
    return article(
        *[tuple(sentence(next(numbers)) for _ in range(sentences_each)) for _ in range(paragraphs)]
    )


def shown(body: dict[str, Any]) -> dict[int, str]:
    """Return the numbered sentences that a request shows."""
    lines = re.findall(r"^\[(\d+)\] (.+)$", body["messages"][1]["content"], re.MULTILINE)
    return {int(number): text for number, text in lines}


def reader(handler: Any, body: dict[str, Any]) -> None:
    """Answer as a model that takes the first sentences for highlights, and each fourth for a claim."""
    texts = shown(body)
    first = list(texts)[:2]
    reply = {
        "highlights": [highlight(texts[number], number) for number in first],
        "claims": [claim(texts[number], number) for number in texts if number % 4 == 0][:30],
    }
    answer(json.dumps(reply))(handler, body)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        running.always = reader
        yield running


def test_an_article_of_normal_length_is_one_part() -> None:
    assert split(report(10), 24_000) == [range(1, 41)]


def test_no_sentences_are_no_parts(server: FaultServer) -> None:
    empty = article()
    assert split(empty, 500) == []
    assert engine(server).propose(empty).draft == Draft(highlights=(), claims=())
    assert server.requests == []


def test_parts_end_at_paragraphs_cover_all_and_keep_the_budget() -> None:
    long = report(200)
    parts = split(long, 2000)
    assert [number for part in parts for number in part] == list(range(1, 801))
    assert {part.start % 4 for part in parts} == {1}
    costs = [sum(tokens(long.sentence(number - 1)) for number in part) for part in parts]
    assert max(costs) <= 2000
    assert min(costs) > 1000


def test_a_paragraph_above_the_budget_is_split_at_sentences() -> None:
    parts = split(report(1, sentences_each=200), 1000)
    assert len(parts) > 3
    assert [number for part in parts for number in part] == list(range(1, 201))


def test_a_sentence_above_the_budget_is_a_part_of_its_own() -> None:
    assert split(article("Short.", "word " * 3000 + "end.", "Short again."), 500) == [
        range(1, 2),
        range(2, 3),
        range(3, 4),
    ]


@pytest.mark.parametrize(
    ("text", "fewest"),
    [
        ("The council of Velden voted on Monday. " * 10, 80),
        ("市议会星期一投票决定关闭旧港口大桥。" * 10, 110),
    ],
)
def test_tokens_are_rather_over_than_underestimated(text: str, fewest: int) -> None:
    assert tokens(text) >= fewest


def test_a_long_article_of_60000_words_works(server: FaultServer) -> None:
    long = report(1250)
    assert len(long.text.split()) >= 60_000
    proposal = engine(server, highlights=6).propose(long)
    sizes = [len(shown(received.body)) for received in server.requests]
    assert (sum(sizes), len(sizes)) == (5000, len(split(long, 24_000)))
    assert proposal.usage.requests == len(sizes) > 2
    assert len(proposal.draft.highlights) == 6
    grounded = ground(proposal.draft, long)
    cited = [
        (item.sentences, verdict.evidence)
        for item, verdict in zip(proposal.draft.highlights, grounded.highlights, strict=True)
    ]
    assert all(long.text[e.start : e.end] == long.sentence(numbers[0] - 1) for numbers, (e,) in cited)


def test_each_part_says_which_it_is(server: FaultServer) -> None:
    told: list[str] = []
    from llm_cases import settings

    from summarizer.engines.llm import LlmEngine

    LlmEngine(settings(server, context_tokens=500), progress=told.append).propose(report(9))
    count = len(server.requests)
    assert told == [f"asking tester, part {n} of {count}" for n in range(1, count + 1)]
    assert f"part 2 of {count}" in server.requests[1].body["messages"][1]["content"]


def test_a_number_from_another_part_is_out_of_range(server: FaultServer) -> None:
    parts = split(report(9), 500)
    stray = json.dumps({"highlights": [highlight("Lamps.", parts[1].start)], "claims": []})
    server.script(answer(stray))
    engine(server, context_tokens=500).propose(report(9))
    assert f"points to sentence {parts[1].start}" in server.requests[1].body["messages"][3]["content"]
    assert len(server.requests) == len(parts) + 1


def test_finished_parts_are_not_paid_for_again(server: FaultServer, tmp_path: Any) -> None:
    """When a later part fails, the run fails; the next one begins where it stopped."""
    server.script(reader, status(401))
    with pytest.raises(ModelError):
        engine(server, context_tokens=500, **cache_in(tmp_path)).propose(report(9))
    usage = engine(server, context_tokens=500, **cache_in(tmp_path)).propose(report(9)).usage
    assert usage.requests == len(split(report(9), 500)) - 1


@pytest.mark.parametrize(
    ("wanted", "parts", "each"), [(5, 1, 5), (5, 2, 5), (5, 4, 3), (5, 20, 2), (1, 9, 1)]
)
def test_each_part_is_asked_for_its_share(wanted: int, parts: int, each: int) -> None:
    assert share(wanted, parts) == each


def draft(*texts: str) -> Draft:
    """Return a draft with these texts as highlights and as claims."""
    return Draft(
        highlights=tuple(DraftHighlight(text=text, sentences=(1,)) for text in texts),
        claims=tuple(DraftClaim(**claim(text, 1)) for text in texts),
    )


def test_merging_takes_the_first_part_at_twice_the_pace() -> None:
    merged = merge([draft("a1", "a2", "a3", "a4"), draft("b1", "b2"), draft("c1", "c2")], 7, "en")
    assert [item.text for item in merged.highlights] == ["a1", "b1", "c1", "a2", "a3", "b2", "c2"]


def test_merging_drops_what_is_said_twice_but_not_other_figures() -> None:
    merged = merge(
        [
            draft("The council of Velden closed the bridge.", "Rents rose 4.5% in May."),
            draft("The council of Velden has closed the bridge.", "Rents rose 4.6% in May."),
        ],
        9,
        "en",
    )
    texts = ["The council of Velden closed the bridge.", "Rents rose 4.5% in May.", "Rents rose 4.6% in May."]
    assert [item.text for item in merged.claims] == texts
    assert sorted(item.text for item in merged.highlights) == sorted(texts)


def test_merging_keeps_what_a_not_sets_apart() -> None:
    pair = (
        "The council of Velden did approve the new bridge.",
        "The council of Velden did not approve the new bridge.",
    )
    assert len(merge([draft(pair[0]), draft(pair[1])], 5, "en").highlights) == 2
