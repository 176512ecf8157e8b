"""The engine that asks a language model: any OpenAI-compatible server.

One schema-constrained call for an article (one a part for a long one), then at most one more for
items that grounding did not pass. What the model answers is a proposal; nothing here decides what
is supported.
"""

import time
from collections.abc import Callable

from summarizer.config import Settings
from summarizer.engines import Proposal
from summarizer.engines.llm.ask import Asker
from summarizer.engines.llm.client import Client, Deadline, Sleep
from summarizer.engines.llm.draft import Part, draft_part
from summarizer.engines.llm.long import merge, share, split
from summarizer.engines.llm.manner import Memory, process_memory
from summarizer.engines.llm.probe import ServerStatus, probe
from summarizer.engines.llm.repair import find_failed, repair
from summarizer.errors import ModelError
from summarizer.prompting import Prompt, load
from summarizer.schema import Article, Draft
from summarizer.store import Store

__all__ = ["LlmEngine", "ServerStatus", "probe"]

_NO_TEMPERATURE = "The server takes no temperature for {model}, so {value:g} was left out."


class LlmEngine:
    """Proposes what a model finds; raises ModelError when it gives nothing usable.

    `sleep` waits between retries; `memory` holds how servers want to be asked, without one that of
    the process. An engine may work on several articles at once.
    """

    def __init__(
        self,
        settings: Settings,
        progress: Callable[[str], None] | None = None,
        *,
        sleep: Sleep = time.sleep,
        memory: Memory | None = None,
    ) -> None:
        self._settings = settings
        self._tell = progress or (lambda _: None)
        self._sleep = sleep
        self._memory = process_memory() if memory is None else memory

    def propose(self, article: Article) -> Proposal:
        """Return the model's draft for `article`, repaired where that helped."""
        settings = self._settings
        prompt = load(settings.prompt)
        warnings: list[str] = []
        store = Store.open(settings.cache_dir, warn=warnings.append) if settings.cache else None
        deadline = Deadline(settings.deadline_s)
        with Client(settings, deadline, store, self._sleep, self._memory) as client:
            asker = Asker(client)
            try:
                draft = self._drafted(asker, article, prompt, warnings)
            except ModelError as err:
                raise ModelError(f"{err}{client.tally.in_vain}", retryable=err.retryable) from err
            if settings.repair:
                draft = self._repaired(asker, article, draft, warnings)
            if settings.temperature is not None and not client.manner.temperature:
                warnings.append(_NO_TEMPERATURE.format(model=settings.model, value=settings.temperature))
        return Proposal(
            draft=draft,
            model=settings.model,
            prompt=prompt.name,
            prompt_sha256=prompt.sha256,
            usage=client.tally.usage,
            cached=client.tally.requests == 0 and client.tally.hits > 0,
            warnings=tuple(warnings),
        )

    def _drafted(self, asker: Asker, article: Article, prompt: Prompt, warnings: list[str]) -> Draft:
        """Return what the model finds in all parts of `article`."""
        settings, parts = self._settings, split(article, self._settings.context_tokens)
        drafts = []
        for index, numbers in enumerate(parts):
            self._tell(_asking(settings.model, index, len(parts)))
            part = Part(numbers, index, len(parts), share(settings.highlights, len(parts)))
            draft, remarks = draft_part(asker, article, part, prompt, settings)
            warnings += remarks
            drafts.append(draft)
        if len(drafts) == 1:  # as the model ordered it
            return drafts[0]
        return merge(drafts, settings.highlights, article.language or "en")

    def _repaired(self, asker: Asker, article: Article, draft: Draft, warnings: list[str]) -> Draft:
        """Return `draft` after the repair round, or as it is when that is not needed or fails."""
        failed = find_failed(draft, article)
        if not failed:
            return draft
        self._tell(f"asking for {len(failed)} better items")
        try:
            return repair(asker, article, draft, failed, self._settings)
        except ModelError as err:
            warnings.append(f"The repair round failed, so no item was mended. {err}")
            return draft


def _asking(model: str, index: int, parts: int) -> str:
    return f"asking {model}" + (f", part {index + 1} of {parts}" if parts > 1 else "")
