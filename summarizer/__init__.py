"""Turn a news article into grounded highlights and claims."""

__version__ = "0.1.0"
