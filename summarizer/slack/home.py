"""The App Home: what the bot does, how to ask it, and what the workspace chose."""

from summarizer.config import Settings
from summarizer.render.slack_blocks import ITEM_LIMIT, Block, button, context, cut, section
from summarizer.slack import answer as say
from summarizer.slack.dialogs import SETTINGS, View
from summarizer.slack.jobs import Workspace

PROMISE = (
    "Highlights and claims are tied to the exact words of the article. *Evidence* shows them. What does not "
    "hold stands apart under “Check before use”. I say what an article supports, never what is true."
)
KEPT = (
    "I keep each answer with the article's text for {days:.0f} days, for its buttons; corrections until "
    "whoever runs me deletes them; events for a day. I read only messages that mention me, those written to "
    "me, and those for which somebody chooses “Summarize this link”."
)


def home_view(name: str, workspace: Workspace, settings: Settings, keep_days: float) -> View:
    """Return the App Home of anybody in the workspace."""
    engine = workspace.engine or settings.engine
    chosen = [
        f"Engine: {engine}"
        + ("" if settings.llm_configured or engine != "auto" else " (no model configured)"),
        f"Highlights: {workspace.highlights or settings.highlights}",
        f"Language: {workspace.language or settings.language or 'the article’s'}",
        f"Sites: {', '.join(workspace.domains) or 'all'}",
    ]
    blocks: list[Block] = [
        section(say.usage(name)),
        section(PROMISE),
        {"type": "divider"},
        section("*Settings of this workspace*\n" + cut(" · ".join(chosen), ITEM_LIMIT)),
        {"type": "actions", "elements": [button("Change settings", SETTINGS)]},
        context(KEPT.format(days=keep_days)),
    ]
    return {"type": "home", "blocks": blocks}
