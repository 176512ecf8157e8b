"""Take out of the body what is no part of the article, and say by which rule."""

import re
from collections.abc import Callable

from summarizer.extract.blocks import Block
from summarizer.schema import RemovedLine


def filter_blocks(blocks: list[Block], title: str | None) -> tuple[list[Block], list[RemovedLine]]:
    """Return the blocks of the article, and the lines that are none of it."""
    return blocks, []
