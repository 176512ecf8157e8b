"""Tie every proposed item to the article and say how far the article bears it out.

Pure: no I/O, no model. What a draft asserts about its own evidence is a hint, not a fact.
"""

from summarizer.grounding.ground import Grounded, ground, ground_item

__all__ = ["Grounded", "ground", "ground_item"]
