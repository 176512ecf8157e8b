"""What is remembered between runs: a cache of model answers, and what the Slack bot must not forget.

The two fail differently. A cache must never stop the work (`Store` warns and holds nothing); a bot that
cannot remember a question must say so, so that Slack asks again (`BotState` raises).
"""

from summarizer.store.cache import CacheInfo, Store

__all__ = ["CacheInfo", "Store"]
