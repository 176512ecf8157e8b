"""True bullets pass, and bullets with one changed fact do not."""

import pytest
from mutation_cases import load, verdicts

LEAST_CAUGHT = 0.97
MOST_FLAGGED = 0.05


def test_the_set_has_200_bullets_over_20_articles_with_five_mutations_each() -> None:
    cases = load()
    assert len(cases) >= 20
    assert sum(len(case.bullets) for case in cases) >= 200
    assert {count for case in cases for count in case.per_bullet} == {5}


def test_no_mutation_reads_as_its_bullet() -> None:
    for case in load():
        assert not {text for _, text in case.mutations} & set(case.bullets), case.article.title


@pytest.mark.parametrize("part", ["dev", "heldout"])
def test_mutations_are_caught_and_true_bullets_pass(part: str) -> None:
    found = list(verdicts(part))
    clean = [verdict for verdict in found if verdict.kind is None]
    mutated = [verdict for verdict in found if verdict.kind is not None]
    assert sum(verdict.wrong for verdict in clean) <= MOST_FLAGGED * len(clean)
    assert sum(not verdict.wrong for verdict in mutated) >= LEAST_CAUGHT * len(mutated)


def test_an_empty_split_would_be_noticed() -> None:
    assert {case.part for case in load()} == {"dev", "heldout"}
