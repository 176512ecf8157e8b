"""`summarizer eval run`, `compare`, `bless` and `report`: runs, and what becomes of them."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.console import JUDGED_AND_FAILED, Out, Verbose, exiting, say, write_result

if TYPE_CHECKING:
    from summarizer.evals.compare import Comparison
    from summarizer.evals.result import Result
    from summarizer.evals.suite import FaithfulnessSuite

RUN_EXAMPLES = """\b
Examples:
  summarizer eval run regression
  summarizer eval run llm-replay --replay --junit eval.xml --html eval.html
  summarizer eval run llm-replay --record --only ip01-battery-subsidy-audit
"""
COMPARE_EXAMPLES = """\b
Examples:
  summarizer eval compare regression .eval/regression.json     (a suite's name stands for its baseline)
  summarizer eval compare before.json after.json --margin 0.03
  summarizer eval compare after.json --reference lead          (a system scored in the same run)
"""
RUNS = Path(".eval")

Junit = Annotated[
    Path | None, typer.Option("--junit", metavar="FILE", help="Write JUnit XML to FILE.", show_default=False)
]
Html = Annotated[
    Path | None,
    typer.Option(
        "--html", metavar="FILE", help="Write the whole report as one page to FILE.", show_default=False
    ),
]


def run(
    suite: Annotated[str, typer.Argument(metavar="SUITE", help="Name in eval/suites, or a .toml file.")],
    replay: Annotated[
        bool, typer.Option("--replay", help="Recorded exchanges only: a miss is exit 6, never a call.")
    ] = False,
    record: Annotated[bool, typer.Option("--record", help="Ask the model and record the exchanges.")] = False,
    repeat: Annotated[
        int, typer.Option("--repeat", metavar="N", min=1, help="Run N times: flicker apart from change.")
    ] = 1,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", metavar="ID", help="Only this article; may be given again.", show_default=False
        ),
    ] = None,
    split: Annotated[
        list[str] | None,
        typer.Option(
            "--split", metavar="SPLIT", help="dev or test, instead of the suite's.", show_default=False
        ),
    ] = None,
    data: Annotated[
        list[Path] | None,
        typer.Option(
            "--data",
            metavar="FILE",
            help="More labelled texts (JSON lines) for a faithfulness suite.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, help="Processes.", show_default="cores")
    ] = None,
    out: Out = None,
    junit: Junit = None,
    html: Html = None,
    verbose: Verbose = False,
) -> None:
    """Run a suite, print its scoreboard and keep the result; exit 1 when it falls short, 6 when invalid."""
    with exiting(verbose):
        from summarizer.errors import ConfigError
        from summarizer.evals.report.markdown import render_result
        from summarizer.evals.runner import Plan
        from summarizer.evals.runner import run as run_suite
        from summarizer.evals.suite import FaithfulnessSuite, load_suite

        if replay and record:
            raise ConfigError("Either --replay or --record, not both.")
        chosen = load_suite(suite).with_splits(split)
        if isinstance(chosen, FaithfulnessSuite):
            raise typer.Exit(_run_faithfulness(chosen, tuple(data or ()), out, html))
        mode: Literal["replay", "record", "live"] = "record" if record else "replay" if replay else "live"
        with _progress() as progress:
            plan = Plan(mode, repeat, workers or os.cpu_count() or 1, tuple(only or ()))
            result = run_suite(chosen, plan, progress)
        if split:
            result = result.model_copy(update={"partial": True})
        target = out or RUNS / f"{chosen.name}.json"
        write_result(result.model_dump_json(indent=1), target)
        text = render_result(result)
        write_result(text, None)
        say(f"Result: {target}")
        _step_summary(text)
        _write_reports(junit, html, [result], [], None)
        raise typer.Exit(JUDGED_AND_FAILED if result.failures else 0)


def compare(
    base: Annotated[
        str, typer.Argument(metavar="BASE", help="A result file, or a suite's name: its baseline.")
    ],
    head: Annotated[
        str | None, typer.Argument(metavar="HEAD", help="A result file.", show_default=False)
    ] = None,
    reference: Annotated[
        str | None,
        typer.Option(
            "--reference",
            metavar="SYSTEM",
            help="Compare with this system of the same run.",
            show_default=False,
        ),
    ] = None,
    margin: Annotated[
        float | None,
        typer.Option(
            "--margin",
            metavar="D",
            min=0,
            help="Ask for proof of being no more than D worse.",
            show_default=False,
        ),
    ] = None,
    gold: Annotated[
        Path,
        typer.Option("--gold", metavar="GOLD", help="Gold to score both again when the measures changed."),
    ] = Path("eval/gold"),
    junit: Junit = None,
    html: Html = None,
    verbose: Verbose = False,
) -> None:
    """Say whether HEAD is better, worse, or the data cannot tell; exit 1 when it is worse."""
    with exiting(verbose):
        from summarizer.errors import ConfigError
        from summarizer.evals.compare import compare as compare_results
        from summarizer.evals.compare import compare_reference
        from summarizer.evals.report.markdown import render_comparison
        from summarizer.evals.result import find_result, read_result

        if (head is None) == (reference is None):
            raise ConfigError("Say what to compare: BASE and HEAD, or one result and --reference SYSTEM.")
        first = read_result(find_result(base))
        if reference is not None:
            second, comparison = first, compare_reference(first, reference)
        else:
            second = read_result(find_result(str(head)))
            comparison = compare_results(first, second, margin=margin, gold=gold)
            if first.suite != second.suite:
                both = len(comparison.articles)
                say(f"Two suites, {first.suite} and {second.suite}: {both} articles are in both.")
        text = render_comparison(comparison)
        write_result(text, None)
        _step_summary(text)
        _write_reports(junit, html, [second], [comparison], None if reference else first)
        raise typer.Exit(0 if comparison.passes else JUDGED_AND_FAILED)


def bless(
    result: Annotated[Path, typer.Argument(metavar="RESULT", help="A result of `summarizer eval run`.")],
    verbose: Verbose = False,
) -> None:
    """Make a run its suite's baseline, to be committed."""
    with exiting(verbose):
        from summarizer.errors import EvalError
        from summarizer.evals.result import BASELINES, read_result

        run_result = read_result(result)
        if run_result.failures:
            first = next(iter(run_result.failures.values()))
            raise EvalError(f"{result} falls short of its own suite ({first}); mend that first.")
        if run_result.partial:
            raise EvalError(f"{result} has not all articles of its suite: run it without --only and --split.")
        target = BASELINES / f"{run_result.suite}.json"
        if target.exists():
            before = {article.id for article in read_result(target).articles}
            if before.isdisjoint(article.id for article in run_result.articles):
                raise EvalError(
                    f"{target} is of another suite of that name. Rename yours, or remove it first."
                )
        write_result(run_result.model_dump_json(indent=1), target)
        typer.echo(f"{target} is the baseline of {run_result.suite} now: commit it")


def report(
    results: Annotated[
        list[str], typer.Argument(metavar="RESULT...", help="Result files, or suites' names.")
    ],
    form: Annotated[
        Literal["markdown", "html"], typer.Option("--format", help="Form of the report.")
    ] = "markdown",
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Show results that were made earlier, side by side."""
    with exiting(verbose):
        from summarizer.evals.report.markdown import render_result
        from summarizer.evals.result import find_result, read_any_result

        found = [read_any_result(find_result(name)) for name in results]
        if form == "html":
            from summarizer.evals.report.page import render_page

            write_result(render_page(found, [], None), out)
            return
        write_result("\n\n".join(map(render_result, found)), out)


def _run_faithfulness(
    suite: "FaithfulnessSuite", data: Sequence[Path], out: Path | None, html: Path | None
) -> int:
    """Print how the verifier does on each file, keep the result, and return the exit code."""
    from summarizer.evals import faithfulness
    from summarizer.evals.report.markdown import render_result

    result = faithfulness.run(suite, data)
    target = out or RUNS / f"{suite.name}.json"
    write_result(result.model_dump_json(indent=1), target)
    text = render_result(result)
    write_result(text, None)
    say(f"Result: {target}")
    _step_summary(text)
    if html is not None:
        from summarizer.evals.report.page import render_page

        write_result(render_page([result], [], None), html)
    return JUDGED_AND_FAILED if result.failures else 0


def _write_reports(
    junit: Path | None,
    html: Path | None,
    results: "list[Result]",
    comparisons: "list[Comparison]",
    base: "Result | None",
) -> None:
    if junit is not None:
        from summarizer.evals.report.junit import render_junit

        write_result(render_junit(results[0], comparisons[0] if comparisons else None), junit)
    if html is not None:
        from summarizer.evals.report.page import render_page

        write_result(render_page(results, comparisons, base), html)


def _step_summary(text: str) -> None:
    """Add `text` to the summary of a GitHub step, when this runs in one."""
    from summarizer.config import github_step_summary

    file = github_step_summary()
    if file is not None:
        with file.open("a", encoding="utf-8") as summary:
            summary.write(text + "\n\n")


@contextmanager
def _progress() -> Iterator[Callable[[int, int, str], None]]:
    """Show how far a run is on standard error: a bar on a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading gold", total=None)

        def tell(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name)

        yield tell
