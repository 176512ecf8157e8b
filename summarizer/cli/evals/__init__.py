"""`summarizer eval`: score output against gold labels, offline, and compare runs."""

import typer

from summarizer.cli.evals import gold, measures, runs

app = typer.Typer(
    name="eval",
    help="Score output against gold labels, offline, and tell whether a change made it better or worse.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command("run", epilog=runs.RUN_EXAMPLES)(runs.run)
app.command("compare", epilog=runs.COMPARE_EXAMPLES)(runs.compare)
app.command("bless")(runs.bless)
app.command("report")(runs.report)
app.command("check", epilog=gold.CHECK_EXAMPLES)(gold.check)
app.command("add", epilog=gold.ADD_EXAMPLES)(gold.add)
app.command("selftest")(measures.selftest)
app.command("calibrate")(measures.calibrate)
app.command("agreement")(measures.agreement)
app.command("judge")(measures.judge)
