"""`summarizer eval selftest`, `calibrate` and `agreement`: the measures themselves, measured."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.console import JUDGED_AND_FAILED, Verbose, exiting, write_result
from summarizer.cli.evals.gold import GOLD, GoldFolder

if TYPE_CHECKING:
    from summarizer.evals.gold import Split

Splits = Annotated[
    list[str] | None,
    typer.Option("--split", metavar="SPLIT", help="dev or test (default: dev).", show_default=False),
]


def selftest(folder: GoldFolder = GOLD, split: Splits = None, verbose: Verbose = False) -> None:
    """Spoil the gold in known ways and show which measures notice; exit 1 when one that must does not."""
    with exiting(verbose):
        from summarizer.evals.gold import load_gold
        from summarizer.evals.report.markdown import render_selftest
        from summarizer.evals.selftest import selftest as spoil

        noticed = spoil(load_gold(folder, _splits(split)))
        write_result(render_selftest(noticed), None)
        enough = all(one.enough(name) for name, one in noticed.items())
        raise typer.Exit(0 if enough else JUDGED_AND_FAILED)


def calibrate(folder: GoldFolder = GOLD, verbose: Verbose = False) -> None:
    """Show how the match of two statements agrees with people's judgement, and the best threshold."""
    with exiting(verbose):
        from summarizer.evals.gold import load_gold
        from summarizer.evals.pairs import best_settings, by_split, fit, load_pairs, measure
        from summarizer.evals.report.markdown import render_fits

        measured = measure(load_pairs(folder / "pairs.yaml"), load_gold(folder))
        splits = by_split(measured)
        best = best_settings(splits["dev"]) if "dev" in splits else None
        write_result(render_fits({name: fit(ones) for name, ones in splits.items()}, best), None)


def agreement(folder: GoldFolder = GOLD, verbose: Verbose = False) -> None:
    """Compute how far the two annotators agree, show it, and keep it in GOLD/agreement.json."""
    with exiting(verbose):
        from summarizer.evals.agreement import agreement as agree
        from summarizer.evals.gold import load_gold
        from summarizer.evals.report.markdown import render_agreement

        found = agree(folder, load_gold(folder))
        write_result(json.dumps(found, indent=1, sort_keys=True), folder / "agreement.json")
        write_result(render_agreement(found), None)


def judge(
    suite: Annotated[str, typer.Argument(metavar="SUITE", help="A suite with a [judge].")],
    replay: Annotated[bool, typer.Option("--replay", help="Recorded exchanges only.")] = False,
    record: Annotated[bool, typer.Option("--record", help="Ask the judge and record the exchanges.")] = False,
    verbose: Verbose = False,
) -> None:
    """Calibrate a suite's LLM judge on the dev gold, whose truth people told, and keep the calibration."""
    with exiting(verbose):
        from summarizer.errors import ConfigError, EvalError
        from summarizer.evals.gold import load_gold
        from summarizer.evals.judge import calibrate as calibrate_judge
        from summarizer.evals.judge import judge_settings
        from summarizer.evals.suite import Suite, load_suite

        chosen = load_suite(suite)
        if not isinstance(chosen, Suite) or chosen.judge is None or chosen.calibration_file is None:
            raise EvalError(f"The suite {suite} has no [judge] to calibrate.")
        if replay and record:
            raise ConfigError("Either --replay or --record, not both.")
        found = calibrate_judge(
            load_gold(chosen.gold_folder, ["dev"]),
            judge_settings(chosen.judge.model, chosen.judge.base_url),
            chosen.cassette_folder / "calibration",
            "record" if record else "replay" if replay else "live",
        )
        write_result(found.model_dump_json(indent=1), chosen.calibration_file)
        typer.echo(
            f"{found.model}: calls {found.sensitivity:.1%} of {found.true} true statements supported, "
            f"and {1 - found.specificity:.1%} of {found.false} false ones"
        )


def _splits(named: list[str] | None) -> "list[Split]":
    from summarizer.errors import ConfigError

    chosen: list[Split] = [name for name in ("dev", "test") if name in (named or ["dev"])]
    if len(chosen) != len(set(named or ["dev"])):
        raise ConfigError("The splits are dev and test.")
    return chosen
