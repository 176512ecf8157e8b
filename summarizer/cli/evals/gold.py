"""`summarizer eval check` and `add`: gold labels, validated and begun."""

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.console import JUDGED_AND_FAILED, Verbose, exiting, say

CHECK_EXAMPLES = """\b
Examples:
  summarizer eval check                       (eval/gold)
  summarizer eval check --labels eval/gold/labels/mn01-dysprosium-quota.yaml   (only this file)
"""
ADD_EXAMPLES = """\b
Example:
  summarizer eval add eval/gold/articles/harbour-vote.html
"""
GOLD = Path("eval/gold")

GoldFolder = Annotated[Path, typer.Argument(metavar="[GOLD]", help="Folder with articles and labels.")]


def check(
    folder: GoldFolder = GOLD,
    labels: Annotated[
        list[Path] | None,
        typer.Option(
            "--labels", metavar="FILE", help="Check this file instead of GOLD/labels.", show_default=False
        ),
    ] = None,
    verbose: Verbose = False,
) -> None:
    """Validate gold labels: their form, and that their evidence stands in the article; exit 1 if not."""
    with exiting(verbose):
        from summarizer.evals.check import check_file
        from summarizer.evals.gold import label_files

        checked = {file: check_file(folder, file) for file in labels or label_files(folder)}
        for file, found in checked.items():
            for fault in found.faults:
                say(f"{file.stem}: {' '.join(fault.split())}")
        read = [found.labels for found in checked.values() if found.labels is not None]
        faults = sum(len(found.faults) for found in checked.values())
        typer.echo(
            f"{len(checked)} articles, {sum(len(one.highlights) for one in read)} highlights, "
            f"{sum(len(one.claims) for one in read)} claims, {faults} faults"
        )
        raise typer.Exit(JUDGED_AND_FAILED if faults else 0)


def add(
    page: Annotated[
        Path, typer.Argument(metavar="PAGE", help="A page in the folder articles/ of a gold folder.")
    ],
    verbose: Verbose = False,
) -> None:
    """Write the skeleton of an article's labels beside it, to be filled in by hand."""
    with exiting(verbose):
        from summarizer.errors import EvalError
        from summarizer.evals.gold import skeleton
        from summarizer.evals.systems import read_article

        if page.parent.name != "articles":
            raise EvalError(
                f"{page} must lie in the folder articles/ of a gold folder, such as eval/gold/articles."
            )
        target = page.parent.parent / "labels" / f"{page.stem}.yaml"
        if target.exists():
            raise EvalError(f"{target} is there already; edit it, or remove it first.")
        text = skeleton(page, read_article(page))
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        except OSError as err:
            raise EvalError(f"Cannot write {target}: {err.strerror}.") from err
        folder = "" if page.parent.parent == GOLD else f" {page.parent.parent}"
        typer.echo(f"{target}: fill it in, then run `summarizer eval check{folder}`")
