"""The benchmarks as programs: what they measure is printed by `make bench`."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def one_page(tmp_path: Path) -> Path:
    """Give a folder of the article-extraction-benchmark's form, with one page."""
    body = "The council approved a plan on Tuesday to rebuild the bridge, which was closed in March."
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(f"<p>{body}</p>".encode()))
    (tmp_path / "ground-truth.json").write_text(json.dumps({"a": {"articleBody": body}}))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("extraction", ("{page}", "--rounds", "1")),
        ("extractive", ("none",)),
        ("faithfulness", ()),
        ("grounding", ()),
    ],
)
def test_a_benchmark_ends_in_silence_when_its_reader_leaves(
    name: str, args: tuple[str, ...], one_page: Path
) -> None:
    command = [sys.executable, str(BENCHMARKS / f"{name}.py"), *(arg.format(page=one_page) for arg in args)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
