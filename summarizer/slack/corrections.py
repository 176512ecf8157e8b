"""Corrections that readers sent, for review: each with the title of its article while the answer is kept."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from summarizer.slack.jobs import Kept
from summarizer.store.bot import BotState

_BETWEEN = "/"  # an answer's id has none


def correction_id(answer_id: str, view_id: str) -> str:
    """Return what tells a correction, made in a dialog about an answer, from all others."""
    return f"{answer_id}{_BETWEEN}{view_id}"


def for_review(state: BotState) -> Iterator[dict[str, Any]]:
    """Yield each correction, oldest first; `title` is None where the answer is kept no more, or had none."""
    for correction in state.corrections():
        answer_id, _, _ = correction.id.rpartition(_BETWEEN)
        kept = Kept.read(state.answer(answer_id, correction.team))
        at = datetime.fromtimestamp(correction.at, UTC).isoformat(timespec="seconds")
        yield asdict(correction) | {"title": kept.summary.article.title if kept else None, "at": at}
