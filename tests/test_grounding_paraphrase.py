"""Free paraphrases pass; the same with one fact turned does not."""

import pytest
from harwick import index_of

from summarizer.grounding import ground_item
from summarizer.grounding.index import ArticleIndex


def label(article: str, item: str, language: str = "en") -> str:
    """Return the verdict on an item of an article given as text."""
    return ground_item(item, (), index_of(*article.split("|"), language=language))[1].label


@pytest.mark.parametrize(
    ("article", "item"),
    [
        (
            "The minister had not confirmed that a buyer was found.",
            "No buyer was confirmed by the minister.",
        ),
        (
            "Insurers have paid two thirds of the bill for the spill.|Fishermen are not covered by the settlement.",
            "Insurers have covered two thirds of the bill for the spill.",
        ),
        (
            "One in six trials in the region over the past decade ended with a conviction.",
            "One in six trials in the region ended with a conviction over the last ten years.",
        ),
        (
            "Renner was sent off in the 80th minute for a foul.",
            "Renner was sent off after 80 minutes for a foul.",
        ),
        (
            "The ban was proposed on Tuesday, two years later than campaigners had hoped.",
            "The ban was proposed on Tuesday.",
        ),
        (
            "Ada Poe kept notebooks in Brenholm for sixty years.|She died in May.",
            "Botanist Ada Poe died in May.",
        ),
        (
            "Marta Quist kept goal for Brenholm.|Rain fell all day.|Quist tipped over a header in the 104th minute.",
            "Marta Quist tipped over a header in the 104th minute.",
        ),
        (
            "The notebooks fill eleven metres of shelving in the library.|Nobody had asked Ada Poe to keep them.",
            "Ada Poe's notebooks fill eleven metres of shelving in the library.",
        ),
        (
            "The councils in Brenholm and Oderhagen met.|Neither council has offered aid for the pipeline.",
            "Neither the Brenholm nor the Oderhagen council has offered aid for the pipeline.",
        ),
        (
            "Pavel Novak kept his eyes on the carpet.|A jury convicted the former finance chief of four charges.|It acquitted him of seven other charges and told the judge it could not agree on the last.",
            "The jury acquitted Pavel Novak of seven other charges.",
        ),
        (
            "Ada Poe told analysts on a call.|She named two causes.|Carmakers order fewer parts than Norrtal had assumed.",
            "Carmakers order fewer parts than Norrtal had assumed, Ada Poe said.",
        ),
        (
            "The board of Norrtal met.|The board proposes to fill eight posts before summer.",
            "The board of Norrtal said it proposes to fill eight posts before summer.",
        ),
        (
            "The developer has decided to spend 46 million euros on engineering, which keeps the project alive.",
            "The decision to spend 46 million euros on engineering keeps the project alive.",
        ),
        (
            "Half of the money would come from a grant if an application succeeds.|The result is due in July.",
            "The result of the application is due in July.",
        ),
        (
            "The report by Dame Ada Poe KC was published on Monday.|Five hearings followed.|Most were public."
            "|Some were not.|Rain fell.|Poe named nobody.|She did not recommend a police investigation.",
            "Ada Poe KC did not recommend a police investigation.",
        ),
        (
            "The ministry denied a report on Tuesday in the regional daily that it had demanded the money back.",
            "The ministry denied a report that it had demanded the money back.",
        ),
        (
            "Fever came back in 71 of the 306 children with red bands and in 74 of the 306 with blue ones.",
            "Fever came back in 74 of the 306 children with blue bands.",
        ),
        (
            "Correction: An earlier version of this article said the yard covered 8.4 hectares.|It covers 4.8 hectares.",
            "The yard covers 4.8 hectares.",
        ),
        (
            "Talks on power failed.|The mill paid the equivalent of $168 a megawatt-hour.|Norrtal wants no more than $95.",
            "Norrtal wants to pay no more than $95 a megawatt-hour for power.",
        ),
    ],
)
def test_the_same_in_other_words_is_supported(article: str, item: str) -> None:
    assert label(article, item) == "supported"


@pytest.mark.parametrize(
    ("article", "item", "language"),
    [
        ("Health minister Edda Lorne presented the plan.|Jonas Brandt drove to the capital.", "Health minister Jonas Brandt presented the plan.", "en"),
        ("“We proved it,” said chief medical officer Ann Lee.", "“We proved it,” never said chief medical officer Ann Lee.", "en"),
        ("Lee must repay the money and is banned from office.", "Lee must not repay the money and is banned from office.", "en"),
        ("Halden denied that it was in talks with a partner.", "Halden denied that it was not in talks with a partner.", "en"),
        ("The plant in Norrtal will close if the price of copper falls below 40 dollars.|Acme employs 200 people there.", "The plant in Norrtal, where Acme employs 200 people, will close.", "en"),
        ("Two people spoke of the plan.|One said the first wafers would come in 2029.", "Two people said the first wafers would come in 2029.", "en"),
        ("Fever came back in 71 of the 306 children with red bands and in 74 of the 306 with blue ones.", "Fever came back in 74 of the 306 children with red bands.", "en"),
        ("Norrtal paid the equivalent of $168 a megawatt-hour.|It wants no more than $95 for the roof.", "Norrtal wants to pay the equivalent of $168 a megawatt-hour.", "en"),
        ("电池供应商否认电芯存在缺陷。", "电池供应商没有否认电芯存在缺陷。", "zh"),
    ],
)  # fmt: skip
def test_one_turned_fact_is_not_supported(article: str, item: str, language: str) -> None:
    assert label(article, item, language) != "supported"


def test_the_author_and_the_site_are_known() -> None:
    index = index_of(
        "I put the odds at six in ten.", "We asked the council twice.", "The police arrested a man on Monday."
    )
    article = index.article.model_copy(update={"authors": ("Ada Poe",), "site": "The Pigeon"})
    for item, expected in (
        ("Columnist Ada Poe puts the odds at six in ten.", "supported"),
        ("Columnist Mia Lund puts the odds at six in ten.", "partial"),
        ("The Pigeon asked the council twice.", "supported"),
        ("The police arrested Ada Poe, a man, on Monday.", "partial"),
    ):
        assert ground_item(item, (), ArticleIndex(article))[1].label == expected


def test_a_wrong_fact_is_named_once() -> None:
    """Two checks find that Beck has taken Lind's place; the editor reads it once."""
    article = index_of("Anna Lind sold the mill to Acme in May.", "Tom Beck bought a boat.")
    reasons = ground_item("Tom Beck sold the mill to Acme in May.", (), article)[1].reasons
    assert [reason.detail.partition(" (")[0] for reason in reasons if reason.code == "name_missing"] == [
        "Tom Beck"
    ]
