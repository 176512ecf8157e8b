"""What every benchmark does first, so that its output can be cut: `... | head`."""

import signal


def end_with_the_reader() -> None:
    """Let the program end in silence when nobody reads its output any more, as other Unix tools do."""
    if hasattr(signal, "SIGPIPE"):  # Windows has none
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
