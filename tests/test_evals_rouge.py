"""ROUGE recall: the original's figures where it can be asked, and scripts it cannot read."""

import pytest
from rouge_score.rouge_scorer import RougeScorer

from summarizer.evals.rouge import rouge_l, rouge_n, tokens, word_count

GOLD = ["The council voted nine to two for the bridge.", "Work starts in May and costs 4 million."]
SAID = ["Work on it starts in May, at 4 million.", "The council voted for it."]


@pytest.mark.parametrize("n", [1, 2])
def test_recall_of_runs_is_the_originals(n: int) -> None:
    """One text a side, since the original lets runs cross from one text to the next."""
    theirs = RougeScorer([f"rouge{n}"]).score(GOLD[0], SAID[1])[f"rouge{n}"].recall
    assert rouge_n(SAID[1:], GOLD[:1], n) == pytest.approx(theirs)


def test_recall_of_common_subsequences_is_the_originals() -> None:
    theirs = RougeScorer(["rougeLsum"]).score("\n".join(GOLD), "\n".join(SAID))["rougeLsum"].recall
    assert rouge_l(SAID, GOLD) == pytest.approx(theirs)


@pytest.mark.parametrize(
    "text",
    [
        "稀土出口配额将增加百分之五。",
        "Цены выросли на 5 %.",
        "ارتفعت الأسعار خمسة في المئة.",
        "レアアースの輸出",
    ],
)
def test_identical_texts_of_any_script_are_recalled_whole(text: str) -> None:
    assert rouge_n([text], [text], 1) == rouge_n([text], [text], 2) == rouge_l([text], [text]) == 1.0


def test_nothing_recalls_nothing() -> None:
    assert rouge_n([], GOLD, 1) == rouge_l([], GOLD) == rouge_n(SAID, [], 2) == rouge_l(SAID, []) == 0.0


def test_marks_stay_with_their_letters_and_width_does_not_count() -> None:
    assert tokens("हिन्दी Ｅ\u0301 ÉTÉ") == ["हिन्दी", "é", "été"]


def test_two_characters_without_spaces_count_as_a_word() -> None:
    assert word_count("Prices rose by 4.5%") == 5
    assert word_count("稀土出口配额") == 3
