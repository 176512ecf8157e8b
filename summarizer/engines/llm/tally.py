"""What the exchanges of one article cost."""

from dataclasses import dataclass

from summarizer.schema import Usage


@dataclass(slots=True)
class Tally:
    """Requests and tokens over retries, re-asks and repairs.

    `tries` are all requests that were begun, `requests` those of them that got as far as a server;
    tokens are counted where an answer tells them. `hits` were answered from the cache.
    """

    tries: int = 0
    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    hits: int = 0

    def count(self, answer: object) -> None:
        """Add the tokens that `answer` tells of, whatever else it is."""
        usage = getattr(answer, "usage", None)
        self.input_tokens += _tokens(getattr(usage, "prompt_tokens", None))
        self.output_tokens += _tokens(getattr(usage, "completion_tokens", None))

    @property
    def usage(self) -> Usage:
        """The same, as `Summary.run` shows it."""
        return Usage(requests=self.requests, input_tokens=self.input_tokens, output_tokens=self.output_tokens)

    @property
    def in_vain(self) -> str:
        """What to end an error with: what it cost; empty for a single request that cost nothing."""
        paid = self.input_tokens or self.output_tokens
        tokens = f"; {self.input_tokens:,} tokens in, {self.output_tokens:,} out" if paid else ""
        requests = "1 request" if self.tries == 1 else f"{self.tries} requests"
        return f" ({requests} tried{tokens})" if self.tries > 1 or paid else ""


def _tokens(count: object) -> int:
    return count if isinstance(count, int) and count > 0 else 0
