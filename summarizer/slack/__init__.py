"""The Slack bot: a link in a message becomes highlights in the thread, each with its evidence one click away.

`intake` hears what people ask, `bot` does it, `outbox` and `post` say it within Slack's rules; `answer`,
`dialogs` and `home` are what people see. Start reading at `bot`.
"""
