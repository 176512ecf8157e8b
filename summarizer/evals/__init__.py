"""Regression evals: gold labels, scores, replayed runs, and comparisons that say when they cannot tell."""
