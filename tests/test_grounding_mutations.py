"""True bullets pass, and bullets with one changed fact do not.

The goals for the seeded set are 97 % caught and 5 % flagged. Where they are not reached the bound
is what holds today, so that it cannot get worse unseen; benchmarks/grounding.py prints the figures.
"""

from typing import get_args

import pytest
from mutation_cases import PARAPHRASES, Set, load, verdicts

# (split, set): at least this share of the mutations is caught
CAUGHT = {
    ("dev", "seeded"): 0.98,
    ("heldout", "seeded"): 0.955,
    ("dev", "written"): 0.85,
    ("heldout", "written"): 0.825,
}
FLAGGED = {"dev": 0.03, "heldout": 0.08}  # at most this share of the true bullets is flagged
PARAPHRASED = {"dev": (0.925, 0.27), "heldout": (0.92, 0.19)}  # the same two of freely worded bullets


def test_the_set_has_200_bullets_over_20_articles_with_five_mutations_each() -> None:
    cases = load()
    assert len(cases) >= 20
    assert sum(len(case.bullets) for case in cases) >= 200
    for which in get_args(Set):
        assert {len(of_bullet) for case in cases for of_bullet in getattr(case, which)} == {5}


@pytest.mark.parametrize("which", get_args(Set))
def test_no_mutation_reads_as_its_bullet(which: Set) -> None:
    for case in load():
        assert not {text for _, text in case.mutations(which)} & set(case.bullets), case.article.title


@pytest.mark.parametrize(("part", "which"), CAUGHT)
def test_mutations_are_caught(part: str, which: Set) -> None:
    mutated = [verdict for verdict in verdicts(part, which) if verdict.kind is not None]
    assert sum(not verdict.wrong for verdict in mutated) >= CAUGHT[part, which] * len(mutated)


@pytest.mark.parametrize("part", FLAGGED)
def test_true_bullets_pass(part: str) -> None:
    clean = [verdict for verdict in verdicts(part, "seeded") if verdict.kind is None]
    assert sum(verdict.wrong for verdict in clean) <= FLAGGED[part] * len(clean)


@pytest.mark.parametrize("part", PARAPHRASED)
def test_freely_worded_bullets_pass_and_their_mutations_are_caught(part: str) -> None:
    caught, flagged = PARAPHRASED[part]
    found = list(verdicts(part, "seeded", PARAPHRASES))
    clean = [verdict.wrong for verdict in found if verdict.kind is None]
    mutated = [verdict.wrong for verdict in found if verdict.kind is not None]
    assert sum(clean) <= flagged * len(clean)
    assert sum(mutated) <= (1 - caught) * len(mutated)


def test_an_empty_split_would_be_noticed() -> None:
    assert {case.part for case in (*load(), *load(PARAPHRASES))} == {"dev", "heldout"}
