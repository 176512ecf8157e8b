"""A small gold folder of one's own: two short articles with labels, written where a test wants it."""

from pathlib import Path
from typing import Any

import yaml

from summarizer.evals.suite import Suite, load_suite

FERRY = """\
Ferry line cuts winter sailings

Norvik Ferries will cut its winter sailings from 14 to 9 a week, the company said on Monday. It carried \
21,400 passengers last winter, 12 percent fewer than a year before.

Harbour master Ines Calder said the port had not been told in advance. "Nobody called us," she said.

The council of Skarrow may pay for two extra sailings if the regional fund agrees. No decision has been made.
"""
MINE = """\
Zinc mine to close in March

The Hallin zinc mine will close on 31 March, its owner Borealis Metals announced. The mine employs 260 people.

Union leader Tomas Reyes accused Borealis of breaking a promise made in 2021. Borealis denied the accusation.

The price of zinc fell from $3,100 to $2,450 a tonne within a year.
"""


def write_gold(folder: Path) -> Path:
    """Write two articles (one dev, one test) and their labels; return the folder."""
    for name, text, labels in (("ferry", FERRY, ferry_labels()), ("mine", MINE, mine_labels())):
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
        write_labels(folder, labels)
    return folder


def write_labels(folder: Path, labels: dict[str, Any], kind: str = "labels") -> Path:
    """Write one article's labels and return their file."""
    file = folder / kind / f"{labels['id']}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(labels, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def write_suite(folder: Path, gold: Path, **settings: Any) -> Path:
    """Write a suite over `gold` and return its file."""
    lines = [
        f"{name} = {_toml(value)}"
        for name, value in {"gold": str(gold), **settings}.items()
        if name != "thresholds"
    ]
    thresholds = [f"{name} = {value}" for name, value in settings.get("thresholds", {}).items()]
    file = folder / "suite.toml"
    file.write_text("\n".join([*lines, "[thresholds]", *thresholds]), encoding="utf-8")
    return file


def suite_of(gold: Path, **settings: object) -> Suite:
    loaded = load_suite(str(write_suite(gold.parent, gold, **settings)))
    assert isinstance(loaded, Suite)
    return loaded


def _toml(value: Any) -> str:
    return repr(list(value)) if isinstance(value, (list, tuple)) else repr(value)


def ferry_labels() -> dict[str, Any]:
    """Return the labels of the ferry article."""
    return {
        "id": "ferry",
        "split": "dev",
        "language": "en",
        "genre": "local",
        "highlights": [
            {
                "id": "h1",
                "importance": "must",
                "text": "Norvik Ferries will cut its winter sailings from 14 to 9 a week.",
                "evidence": ["Norvik Ferries will cut its winter sailings from 14 to 9 a week"],
            },
            {
                "id": "h2",
                "importance": "should",
                "text": "Harbour master Ines Calder said the port had not been told in advance.",
                "evidence": ["Harbour master Ines Calder said the port had not been told in advance."],
            },
            {
                "id": "h3",
                "importance": "may",
                "text": "The council of Skarrow may pay for two extra sailings if the regional fund agrees.",
                "evidence": ["The council of Skarrow may pay for two extra sailings if the regional fund agrees."],
            },
        ],
        "claims": [
            claim("c1", "Norvik Ferries will cut its winter sailings from 14 to 9 a week, the company said.",
                  "Norvik Ferries will cut its winter sailings from 14 to 9 a week, the company said on Monday.",
                  type="prediction", speaker="Norvik Ferries", modality="predicted",
                  quantities=[{"text": "14", "value": 14}, {"text": "9", "value": 9}]),
            claim("c2", "Norvik Ferries carried 21,400 passengers last winter, 12 percent fewer than a year before.",
                  "It carried 21,400 passengers last winter, 12 percent fewer than a year before.",
                  type="quantity", quantities=[{"text": "21,400", "value": 21400}, {"text": "12", "value": 12}]),
            claim("c3", "Harbour master Ines Calder said the port had not been told in advance.",
                  "Harbour master Ines Calder said the port had not been told in advance.",
                  type="event", speaker="Ines Calder", polarity="negative"),
        ],
        "must_not": [
            {"id": "m1", "text": "The council of Skarrow will pay for two extra sailings.", "why": "It may, on a condition."},
        ],
    }  # fmt: skip


def mine_labels() -> dict[str, Any]:
    """Return the labels of the mine article, in the test split."""
    return {
        "id": "mine",
        "split": "test",
        "language": "en",
        "genre": "trade press",
        "highlights": [
            {
                "id": "h1",
                "importance": "must",
                "text": "The Hallin zinc mine will close on 31 March, its owner Borealis Metals announced.",
                "evidence": ["The Hallin zinc mine will close on 31 March, its owner Borealis Metals announced."],
            }
        ],
        "claims": [
            claim("c1", "Union leader Tomas Reyes accused Borealis of breaking a promise made in 2021.",
                  "Union leader Tomas Reyes accused Borealis of breaking a promise made in 2021.",
                  type="event"),
        ],
        "must_not": [],
    }  # fmt: skip


def claim(identity: str, text: str, evidence: str, **fields: Any) -> dict[str, Any]:
    """Return a gold claim, in the article's own voice and asserted unless said otherwise."""
    plain = {
        "type": "event",
        "speaker": None,
        "polarity": "affirmative",
        "modality": "asserted",
        "quantities": [],
    }
    return {"id": identity, "text": text, "evidence": [evidence], **plain, **fields}
