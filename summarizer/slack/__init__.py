"""The Slack bot: a link in a message becomes highlights in the thread, each with its evidence one click away.

`intake` hears what people ask, `bot` takes it, `pool` has it done, `keeper` sees that none of it is lost,
and `reply` says it, through `outbox` and `post`, within Slack's rules. `answer`, `dialogs` and `home` are
what people see, `buttons` what they press. Start reading at `bot`.
"""
