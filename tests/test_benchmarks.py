"""The benchmarks as programs: what they measure is printed by `make bench`."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.mark.parametrize(
    ("name", "arg"),
    [("extraction", "--help"), ("extractive", "none"), ("faithfulness", ""), ("grounding", "--help")],
)
def test_a_benchmark_ends_in_silence_when_its_reader_leaves(name: str, arg: str) -> None:
    command = [sys.executable, str(BENCHMARKS / f"{name}.py"), *filter(None, [arg])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
