"""Articles, answers and an engine for the tests of the LLM engine."""

import json
from pathlib import Path
from typing import Any

from fault_server import FaultServer

from summarizer.config import Settings, load_settings
from summarizer.engines.llm import LlmEngine
from summarizer.engines.llm.manner import Memory
from summarizer.schema import Article, Span

HARBOUR = (
    "Velden's council voted 5 to 4 on Monday to close the old harbour bridge for 18 months.",
    "“We cannot wait for an accident,” said Ada Brandt, the mayor.",
    "Repairs may cost 2.6 million euros.",
    "Shop owners said they had not been asked.",
)


def article(*paragraphs: str | tuple[str, ...], **fields: Any) -> Article:
    """Return an English article; a paragraph is one sentence or several."""
    text, sentences = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        for index, sentence in enumerate((paragraph,) if isinstance(paragraph, str) else paragraph):
            text += " " if index else ""
            sentences.append(Span(start=len(text), end=len(text) + len(sentence)))
            text += sentence
    return Article(**{"language": "en", "text": text, "sentences": tuple(sentences), **fields})


def harbour() -> Article:
    """Return a short article of four sentences in two paragraphs."""
    return article(HARBOUR[:2], HARBOUR[2:], title="Velden to close its bridge", published="2031-03-04")


def highlight(text: str, *sentences: int) -> dict[str, Any]:
    """Return a highlight as a model writes it."""
    return {"sentences": list(sentences), "text": text}


def claim(text: str, *sentences: int, **fields: Any) -> dict[str, Any]:
    """Return a claim as a model writes it."""
    return {
        "sentences": list(sentences),
        "text": text,
        "type": "event",
        "speaker": None,
        "reporting_verb": None,
        "voice": "asserts",
        "modality": "asserted",
        "checkworthiness": "check_worthy",
        **fields,
    }


def content(
    highlights: list[dict[str, Any]] | None = None, claims: list[dict[str, Any]] | None = None
) -> str:
    """Return a model's answer about the harbour as JSON text; what is not given is right."""
    return json.dumps(
        {
            "highlights": [highlight(HARBOUR[0], 1)] if highlights is None else highlights,
            "claims": [claim("Repairs may cost 2.6 million euros.", 3)] if claims is None else claims,
        }
    )


WRONG = content([highlight("The bridge closes.", 9)], [])  # there are four sentences


def settings(server: FaultServer, **fields: Any) -> Settings:
    """Return settings for `server`: no cache and no repair unless asked for, and little patience."""
    return load_settings(
        **{
            "base_url": server.url,
            "model": "tester",
            "cache": False,
            "repair": False,
            "timeout_s": 5,
            "deadline_s": 60,
            **fields,
        }
    )


class Waits(list[float]):
    """Stands in for sleeping: keeps how long each wait would have been."""

    def __call__(self, seconds: float) -> None:
        """Note the wait instead of waiting."""
        self.append(seconds)


def engine(
    server: FaultServer, waits: Waits | None = None, memory: Memory | None = None, **fields: Any
) -> LlmEngine:
    """Return an engine for `server` that does not really wait between retries, nor know of other tests."""
    return LlmEngine(
        settings(server, **fields),
        sleep=Waits() if waits is None else waits,
        memory=Memory() if memory is None else memory,
    )


def cache_in(folder: Path) -> dict[str, Any]:
    """Return settings that switch the cache on, in `folder`."""
    return {"cache": True, "cache_dir": folder}
