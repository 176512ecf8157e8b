"""Gold labels: read, validated, tied to the article, begun."""

from pathlib import Path

import pytest
import yaml
from command import summarizer
from eval_gold import FERRY, ferry_labels, write_gold, write_labels

from summarizer.errors import EvalError
from summarizer.evals.check import check
from summarizer.evals.gold import load_gold, place, read_labels
from summarizer.evals.systems import read_article
from summarizer.grounding.index import ArticleIndex


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_gold(tmp_path / "gold")


def test_sound_labels_have_nothing_wrong(gold: Path) -> None:
    assert [[*check(one.labels, read_article(one.page))] for one in load_gold(gold)] == [[], []]


def test_a_split_is_read_alone(gold: Path) -> None:
    assert [one.id for one in load_gold(gold, ["test"])] == ["mine"]


def test_evidence_forgives_typography_and_nothing_else(gold: Path) -> None:
    index = ArticleIndex(read_article(gold / "articles" / "ferry.txt"))
    found = place(["“Nobody called us,” she said.", "nobody called them"], index)
    assert found.sentences == {3}
    assert found.missing == ("nobody called them",)


def test_evidence_that_extraction_lost_is_noticed(gold: Path) -> None:
    page = gold / "articles" / "ferry.txt"
    page.write_text(
        page.read_text(encoding="utf-8").replace("Nobody", "No one").replace("21,400", "21,500"),
        encoding="utf-8",
    )
    faults = [*check(load_gold(gold)[0].labels, read_article(page))]
    assert len(faults) == 1
    assert "c2: this evidence is not in the article's text" in faults[0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"split": "train"}, "split"),
        ({"highlights": []}, "highlights"),
        ({"colour": "red"}, "colour"),
        ({"id": "other"}, "file name and id must be the same"),
        ({"claims": [*ferry_labels()["claims"], ferry_labels()["claims"][0]]}, "c1 are used twice"),
    ],
)
def test_wrong_labels_are_refused_by_name(gold: Path, change: dict[str, object], told: str) -> None:
    file = gold / "labels" / "ferry.yaml"
    file.write_text(yaml.safe_dump({**ferry_labels(), **change}), encoding="utf-8")
    with pytest.raises(EvalError, match=told) as caught:
        read_labels(file)
    assert "ferry.yaml" in str(caught.value)


def test_labels_without_their_page_are_refused(gold: Path) -> None:
    (gold / "articles" / "mine.txt").unlink()
    with pytest.raises(EvalError, match="has no page"):
        load_gold(gold)


def test_a_quantity_must_stand_in_its_claim(gold: Path) -> None:
    labels = ferry_labels()
    labels["claims"][0]["quantities"][0]["text"] = "15"
    write_labels(gold, labels)
    one = load_gold(gold)[0]
    assert [*check(one.labels, read_article(one.page))] == [
        "c1: the quantity “15” does not stand in the claim"
    ]


def test_the_hash_of_labels_ignores_how_they_are_written(gold: Path) -> None:
    file = gold / "labels" / "ferry.yaml"
    before = read_labels(file).sha256
    file.write_text("# a comment\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert read_labels(file).sha256 == before
    labels = ferry_labels()
    labels["highlights"][0]["importance"] = "should"
    write_labels(gold, labels)
    assert read_labels(file).sha256 != before


def test_check_says_what_is_wrong_and_exits_1(gold: Path) -> None:
    assert summarizer("eval", "check", gold).returncode == 0
    labels = ferry_labels()
    labels["highlights"][0]["evidence"] = ["Norvik will sail"]
    write_labels(gold, labels)
    done = summarizer("eval", "check", gold)
    assert done.returncode == 1
    assert "ferry: h1: this evidence is not in the article's text: “Norvik will sail”" in done.stderr


def test_check_tells_the_faults_of_every_file_at_once(gold: Path) -> None:
    """Labels that cannot be read, a page that cannot be, a wrong name: none hides what else is wrong."""
    labels = ferry_labels()
    labels["highlights"][0]["evidence"] = ["Norvik will sail"]
    labels["claims"][0]["quantities"][0]["text"] = "15"
    write_labels(gold, labels)
    write_labels(gold, {**labels, "id": "walled"})
    (gold / "articles" / "walled.txt").write_text("Please enable JavaScript.", encoding="utf-8")
    write_labels(gold, {**labels, "id": "no-page"})
    (gold / "labels" / "broken.yaml").write_text("id: [", encoding="utf-8")
    (gold / "labels" / "mine.yaml").rename(gold / "labels" / "renamed.yaml")
    (gold / "articles" / "renamed.txt").write_text(FERRY, encoding="utf-8")
    done = summarizer("eval", "check", gold)
    told = done.stderr.splitlines()
    expected = [
        ("broken: ", "Cannot read the labels in"),
        ("broken: ", "has no page"),
        ("ferry: ", "h1: this evidence is not in the article's text: “Norvik will sail”"),
        ("ferry: ", "c1: the quantity “15” does not stand in the claim"),
        ("no-page: ", "has no page"),
        ("no-page: ", "c1: the quantity “15” does not stand in the claim"),
        ("renamed: ", "file name and id must be the same"),
        ("renamed: ", "h1: this evidence is not in the article's text"),
        ("renamed: ", "c1: this evidence is not in the article's text"),
        ("walled: ", "JavaScript"),
        ("walled: ", "c1: the quantity “15” does not stand in the claim"),
    ]
    assert [
        (line.startswith(name), said in line) for line, (name, said) in zip(told, expected, strict=True)
    ] == [(True, True)] * len(expected)
    assert (done.returncode, done.stdout) == (1, "5 articles, 10 highlights, 10 claims, 11 faults\n")


def test_check_of_some_files_tells_the_faults_of_each(gold: Path) -> None:
    files = [gold / "labels" / f"{name}.yaml" for name in ("ferry", "mine")]
    for file in files:
        file.write_text("split: train", encoding="utf-8")
    done = summarizer("eval", "check", gold, "--labels", files[0], "--labels", files[1])
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["ferry", "mine"]
    assert (done.returncode, done.stdout) == (1, "2 articles, 0 highlights, 0 claims, 2 faults\n")


def test_check_without_labels_is_an_invalid_eval(tmp_path: Path) -> None:
    done = summarizer("eval", "check", tmp_path)
    assert done.returncode == 6
    assert "summarizer eval add" in done.stderr


def test_add_writes_a_skeleton_that_lists_the_sentences(gold: Path) -> None:
    page = gold / "articles" / "new.txt"
    page.write_text("A headline\n\nThe port opened on Monday. # Not a heading.\n\n" + FERRY, encoding="utf-8")
    done = summarizer("eval", "add", page)
    assert done.returncode == 0
    written = (gold / "labels" / "new.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(written)["id"] == "new"
    assert "The port opened on Monday." in written


def test_add_overwrites_nothing(gold: Path) -> None:
    before = (gold / "labels" / "ferry.yaml").read_bytes()
    done = summarizer("eval", "add", gold / "articles" / "ferry.txt")
    assert done.returncode == 6
    assert (gold / "labels" / "ferry.yaml").read_bytes() == before
