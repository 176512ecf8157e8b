"""Score the verifier on labelled pairs of text and document, as `summarizer eval run faithfulness` does.

Each file is JSON lines with `doc` (list of sentences), `text`, `label` (1 supported).

    python benchmarks/faithfulness.py FILE...
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from cut_output import end_with_the_reader

from summarizer.evals import faithfulness
from summarizer.evals.report.markdown import render_faithfulness


def report(paths: Sequence[Path]) -> None:
    """Print a row for each file."""
    judged = {path.stem: faithfulness.judge_file(path) for path in paths}
    print(render_faithfulness(faithfulness.report(judged), ()))


if __name__ == "__main__":
    end_with_the_reader()
    report([Path(arg) for arg in sys.argv[1:]])
