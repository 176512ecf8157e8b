"""Modals: an answer's claims, its evidence, a correction, the choice of a link, a workspace's settings."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import ValidationError

from summarizer.config import MOST_HIGHLIGHTS, Settings
from summarizer.grounding.checks.coverage import coverage
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.render import wording
from summarizer.render.slack_blocks import (
    ITEM_LIMIT,
    SECTION_LIMIT,
    Block,
    button,
    cut,
    entry,
    length,
    packed,
    section,
)
from summarizer.render.text import one_line
from summarizer.render.wording import Item
from summarizer.schema import Claim, Evidence, Summary
from summarizer.slack.jobs import Place, Workspace

View = dict[str, Any]
Shown = Literal["claims", "evidence"]

CHOOSE, CORRECT, SETTINGS, PAGE = "choose_link", "correct", "settings", "page"
PAGE_ACTIONS = re.compile(f"^{PAGE}:")
TITLES: dict[Shown, str] = {"claims": "Claims", "evidence": "Evidence"}
_PAGE_BLOCKS = 95  # of 100: room for the buttons
_PAGE_SIZE = 50_000  # characters of blocks; a view may hold 250,000 bytes
_OPTION_LIMIT = 75
_MOST_OPTIONS = 100
_MOST_CHOICES = 10
_METADATA_LIMIT = 3_000
_DOMAIN_LIMIT = 254
_ENGINES = {"auto": "LLM where one is configured", "llm": "LLM", "extractive": "Extracts, no model"}


def items_view(summary: Summary, answer_id: str, shown: Shown, page: int = 0) -> View:
    """Return the claims, or all highlights with the full words they rest on, page by page."""
    pages = list(packed(_items(summary, shown), most=_PAGE_BLOCKS, limit=_PAGE_SIZE))
    page = min(max(page, 0), len(pages) - 1)
    blocks = list(pages[page])
    if len(pages) > 1:
        blocks.append(_page_buttons(shown, page, len(pages)))
    return _modal(TITLES[shown], blocks, close="Close", private_metadata=answer_id)


def _items(summary: Summary, shown: Shown) -> Iterator[Block]:
    kept = set(map(id, summary.claims if shown == "claims" else summary.highlights))
    items = wording.arrange(summary)
    index = ArticleIndex(summary.article)
    for item in items.good:
        if id(item) in kept:
            yield from _with_quotes(item, index)
    doubtful = [item for item in items.doubtful if id(item) in kept]
    if doubtful:
        yield {"type": "divider"}
        yield section(f":warning: *{wording.DOUBTFUL}*")
    for item in doubtful:
        yield from _with_quotes(item, index)
    if not kept:
        yield section(wording.NO_HIGHLIGHT if shown == "evidence" else "No claim was found.")


def _with_quotes(item: Item, index: ArticleIndex) -> Iterator[Block]:
    yield section(entry(item, quoted=False))
    lead = "" if item.support.label == "supported" else "Closest: "
    for evidence in _best_first(item, index):
        quote = one_line(evidence.quote)
        step = SECTION_LIMIT // 6  # an escaped character is at most five long
        for start in range(0, len(quote), step):
            yield section(f">{lead}{cut(quote[start : start + step], SECTION_LIMIT - 20)}")
            lead = ""


def _best_first(item: Item, index: ArticleIndex) -> list[Evidence]:
    """Return the evidence, first what has most of the item's words: a name alone is no proof."""
    wanted = Reading(item.text, index.language)

    def share(evidence: Evidence) -> float:
        return coverage(wanted, [Reading(evidence.quote, index.language)], index)

    return sorted(item.evidence, key=share, reverse=True)


def _page_buttons(shown: Shown, page: int, pages: int) -> Block:
    turns = {"Previous": page - 1, "Next": page + 1}
    made = [
        button(
            f"{label} ({number + 1} of {pages})",
            f"{PAGE}:{label.lower()}",
            json.dumps({"shown": shown, "page": number}),
        )
        for label, number in turns.items()
        if 0 <= number < pages
    ]
    return {"type": "actions", "elements": made}


def correction_view(summary: Summary, answer_id: str) -> View:
    """Return the dialog in which a reader says what is wrong with which item."""
    items = wording.arrange(summary).all[:_MOST_OPTIONS]
    blocks: list[Block] = [
        {
            "type": "input",
            "block_id": "item",
            "optional": True,
            "label": _plain("Which one?"),
            "element": {
                "type": "static_select",
                "action_id": "item",
                "options": [_option(f"{_kind(item)}: {item.text}", item.id) for item in items],
            },
        },
        _text_input("correction", "What is wrong, and what should it say?", multiline=True),
    ]
    if not items:
        del blocks[0]
    return _modal(
        "Wrong?", blocks, close="Cancel", submit="Keep it", callback_id=CORRECT, private_metadata=answer_id
    )


def _kind(item: Item) -> str:
    return "Claim" if isinstance(item, Claim) else "Highlight"


def thanks_view() -> View:
    """Return what follows a correction."""
    return notice_view("Wrong?", "Thank you. It is kept for review; the answer itself stays as it is.")


def notice_view(title: str, text: str) -> View:
    """Return a dialog that says one thing of ours."""
    return _modal(title, [section(text)], close="Close")


def choice_view(links: Sequence[str], place: Place) -> View:
    """Return the dialog that asks which link of a message is to be answered at `place`."""
    held: list[str] = []
    for link in links[:_MOST_CHOICES]:
        if length(_choices(place, [*held, link])) <= _METADATA_LIMIT:  # one alone fits always
            held.append(link)
    options = [_option(link, str(number)) for number, link in enumerate(held)]
    label = "Which link?" if len(held) == len(links) else f"Which link? ({len(held)} of {len(links)})"
    blocks: list[Block] = [
        {
            "type": "input",
            "block_id": "link",
            "label": _plain(label),
            "element": {
                "type": "radio_buttons",
                "action_id": "link",
                "options": options,
                "initial_option": options[0],
            },
        }
    ]
    return _modal(
        "Summarize",
        blocks,
        close="Cancel",
        submit="Summarize",
        callback_id=CHOOSE,
        private_metadata=_choices(place, held),
    )


def read_choice(view: Mapping[str, Any]) -> tuple[Place, str]:
    """Return the place and the link that were chosen in the dialog of `choice_view`."""
    offered = json.loads(view["private_metadata"])
    number = int(view["state"]["values"]["link"]["link"]["selected_option"]["value"])
    return Place.model_validate(offered["place"]), str(offered["links"][number])


def _choices(place: Place, links: Sequence[str]) -> str:
    return json.dumps({"place": place.model_dump(), "links": links}, ensure_ascii=False)


def settings_view(workspace: Workspace, settings: Settings) -> View:
    """Return the dialog with the settings of a workspace; what is left empty is as `settings` say."""
    engine: dict[str, Any] = {
        "type": "static_select",
        "action_id": "engine",
        "options": [_option(label, name) for name, label in _ENGINES.items()],
    }
    if workspace.engine:
        engine["initial_option"] = _option(_ENGINES[workspace.engine], workspace.engine)
    number: dict[str, Any] = {
        "type": "number_input",
        "action_id": "highlights",
        "is_decimal_allowed": False,
        "min_value": "1",
        "max_value": str(MOST_HIGHLIGHTS),
    }
    if workspace.highlights:
        number["initial_value"] = str(workspace.highlights)
    blocks = [
        _input("engine", f"Engine (else {settings.engine})", engine),
        _input("highlights", f"Highlights (else {settings.highlights})", number),
        _text_input("language", "Language of the answers, a code like de (LLM only)", workspace.language),
        _text_input(
            "domains",
            "Only links to these domains, one a line (else all)",
            "\n".join(workspace.domains),
            multiline=True,
        ),
    ]
    for block in blocks:
        block["optional"] = True
    return _modal("Settings", blocks, close="Cancel", submit="Save", callback_id=SETTINGS)


def read_settings(values: Mapping[str, Any], settings: Settings) -> Workspace | dict[str, str]:
    """Return what was chosen in the settings dialog, or what is wrong with it, by block."""
    engine = (values["engine"]["engine"].get("selected_option") or {}).get("value")
    typed = {
        name: (values[name][name].get("value") or "").strip()
        for name in ("highlights", "language", "domains")
    }
    if engine == "llm" and not settings.llm_configured:
        return {"engine": "No model is configured here; ask whoever runs the bot."}
    lines = typed["domains"].replace(",", " ").split()
    domains = list(filter(None, map(_domain, lines)))
    if len(domains) < len(lines):
        return {"domains": "Write domains like example.com, one a line."}
    try:
        return Workspace(
            engine=engine,
            highlights=int(typed["highlights"]) if typed["highlights"] else None,
            language=typed["language"] or None,
            domains=tuple(dict.fromkeys(domains)),
        )
    except ValidationError as err:
        advice = {
            "highlights": f"A number from 1 to {MOST_HIGHLIGHTS}.",
            "language": "Write a language code like en, de or pt-BR.",
        }
        wrong = {str(error["loc"][0]) for error in err.errors()}
        return {name: advice.get(name, "Choose another value.") for name in wrong}


def _domain(line: str) -> str | None:
    try:
        host = urlsplit(line if "//" in line else f"//{line}").hostname or ""
    except ValueError:
        return None
    host = host.lower().strip(".")
    return host if "." in host and host.isprintable() and len(host) < _DOMAIN_LIMIT else None


def _modal(title: str, blocks: list[Block], *, close: str, **more: str) -> View:
    view: View = {"type": "modal", "title": _plain(title), "blocks": blocks, "close": _plain(close)}
    if "submit" in more:
        view["submit"] = _plain(more.pop("submit"))
    return {**view, **more}


def _input(name: str, label: str, element: dict[str, Any]) -> Block:
    return {"type": "input", "block_id": name, "label": _plain(label), "element": element}


def _text_input(name: str, label: str, value: str | None = None, *, multiline: bool = False) -> Block:
    element: dict[str, Any] = {
        "type": "plain_text_input",
        "action_id": name,
        "multiline": multiline,
        "max_length": ITEM_LIMIT * 2,
    }
    if value:
        element["initial_value"] = value
    return _input(name, label, element)


def _option(label: str, value: str) -> dict[str, Any]:
    return {"text": _plain(cut(label, _OPTION_LIMIT) or value), "value": value}


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": False}
