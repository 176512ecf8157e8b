"""Ask a model whether an article bears statements out. For evals: what users see is never judged so."""

import json
import time
from collections.abc import Mapping

from summarizer.config import Settings
from summarizer.engines.llm.ask import Asker
from summarizer.engines.llm.client import Client, Deadline, Sleep
from summarizer.engines.llm.manner import Memory
from summarizer.engines.llm.wire import Wire, checked
from summarizer.errors import ModelError
from summarizer.prompting import load, messages
from summarizer.schema import Article

PROMPT = "judge"


class Verdict(Wire):
    """What the model says of one statement."""

    id: str
    supported: bool


class Verdicts(Wire):
    """What the model says of all of them."""

    verdicts: list[Verdict]


def judge(
    article: Article, statements: Mapping[str, str], settings: Settings, *, sleep: Sleep = time.sleep
) -> dict[str, bool]:
    """Return the model's verdict on each of `statements` (text by id), in one request.

    Raises ModelError when it leaves one out, even after it was asked again.
    """

    def problems(answer: Verdicts) -> list[str]:
        missing = sorted(set(statements) - {verdict.id for verdict in answer.verdicts})
        return [f"no verdict on {', '.join(missing)}"] if missing else []

    items = json.dumps(
        [{"id": i, "text": text} for i, text in statements.items()], ensure_ascii=False, indent=1
    )
    # A memory of its own: what is recorded for one article must not rest on the one before.
    with Client(settings, Deadline(settings.deadline_s), None, sleep, Memory()) as client:
        asked = messages(load(PROMPT), article, {}, items=items)
        answer = Asker(client).ask(asked, checked(Verdicts, problems))
    found = {
        str(one["id"]): one["supported"]
        for one in answer.data["verdicts"]
        if isinstance(one, dict) and one.get("id") in statements and isinstance(one.get("supported"), bool)
    }
    if missing := sorted(set(statements) - set(found)):
        if answer.fault:
            raise answer.fault from answer.fault.__cause__
        raise ModelError(f"The judge gave no verdict on {', '.join(missing)}. Try again, or another model.")
    return found
