"""Readers: what plain code can tell from a piece of text, each kind its own module."""
