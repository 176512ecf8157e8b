"""Every form, compared with a file that somebody has read. To write them anew, see `make_golden.py`."""

import make_golden
import pytest

PAGES = make_golden.golden()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_form_is_rendered_as_in_its_golden_file(name: str) -> None:
    expected = make_golden.FOLDER.joinpath(name).read_bytes().decode()
    assert PAGES[name] + "\n" == expected


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in make_golden.FOLDER.iterdir()} == set(PAGES)
