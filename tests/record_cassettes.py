"""Record the cassettes anew, with a model behind any OpenAI-compatible endpoint.

    python tests/record_cassettes.py --base-url http://127.0.0.1:8089/v1 [NAME…]

Without names all scenarios of `llm_scenarios.py` are recorded; `--list` names them. The key comes
from OPENAI_API_KEY and is not written down, nor is the host. A cassette is replaced only when its
run has come to its end. The address must end in /v1, where the replay looks for it.
"""

import argparse
import os
import sys
from contextlib import nullcontext

from llm_scenarios import ANSWERED_BY_HAND_S, Scenario, limited_server, run, scenarios
from vcr import VCR

from summarizer.errors import SummarizerError
from summarizer.evals.replay import VCR_CONFIG


def record(scenario: Scenario, base_url: str) -> str:
    """Record one scenario; return what came of it in a line."""
    fresh = scenario.cassette.with_suffix(".new.yaml")
    fresh.unlink(missing_ok=True)
    fresh.parent.mkdir(exist_ok=True)
    front = limited_server(base_url) if scenario.limited_server else nullcontext(base_url)
    with front as address, VCR(record_mode="all", **VCR_CONFIG).use_cassette(str(fresh)):
        proposal = run(scenario, address, timeout_s=ANSWERED_BY_HAND_S, deadline_s=ANSWERED_BY_HAND_S)
    fresh.replace(scenario.cassette)
    items = f"{len(proposal.draft.highlights)} highlights, {len(proposal.draft.claims)} claims"
    return f"{scenario.name}: {items}, {proposal.usage.requests} requests {' '.join(proposal.warnings)}"


def main() -> int:
    """Record what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--base-url", default="http://127.0.0.1:8089/v1", help="the endpoint, ending in /v1")
    parser.add_argument("--list", action="store_true", help="name the scenarios and stop")
    parser.add_argument("names", nargs="*", metavar="NAME", help="scenarios to record (default: all)")
    args = parser.parse_args()
    known = {scenario.name: scenario for scenario in scenarios()}
    if args.list:
        print("\n".join(known))
        return 0
    if unknown := [name for name in args.names if name not in known]:
        parser.error(f"no such scenario: {', '.join(unknown)}; there are {', '.join(known)}")
    os.environ.setdefault("SUMMARIZER_CONFIG", os.devnull)
    failures = 0
    for name in args.names or known:
        try:
            print(record(known[name], args.base_url), flush=True)
        except SummarizerError as err:
            failures += 1
            print(f"{name}: {err}", file=sys.stderr)
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())
