"""The shapes that Slack's schema allows: small checks, combined, that say what is wrong in Slack's words.

A check takes a value and its JSON pointer and yields one message for each fault. Lengths are UTF-16 units.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Check = Callable[[Any, str], Iterator[str]]


def units(text: str) -> int:
    """Return the length of `text` as Slack counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def at(message: str, pointer: str) -> str:
    """Return the message as Slack words it."""
    return f"{message} [json-pointer:{pointer}]"


def string(most: int, least: int = 1) -> Check:
    """Check a string of `least` to `most` units."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield at("must be a string", pointer)
        elif units(value) < least:
            yield at(f"must be more than {least - 1} characters", pointer)
        elif units(value) > most:
            yield at(f"must be less than {most + 1} characters", pointer)

    return check


def address(most: int = 3_000, schemes: str = "https?") -> Check:
    """Check an absolute address."""
    length = string(most)

    def check(value: Any, pointer: str) -> Iterator[str]:
        yield from length(value, pointer)
        if isinstance(value, str) and value and not re.match(rf"(?:{schemes})://[^\s/]", value):
            yield at("must be a valid URL", pointer)

    return check


def boolean(value: Any, pointer: str) -> Iterator[str]:
    """Check a boolean."""
    if not isinstance(value, bool):
        yield at("must be a boolean", pointer)


def integer(least: int, most: int) -> Check:
    """Check an integer from `least` to `most`."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield at("must be an integer", pointer)
        elif not least <= value <= most:
            yield at(f"must be between {least} and {most}", pointer)

    return check


def one_of(*values: str) -> Check:
    """Check a word."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if value not in values:
            yield at(f"must be one of {', '.join(values)}", pointer)

    return check


def anything(_value: Any, _pointer: str) -> Iterator[str]:
    """Check nothing: the fake does not know this field."""
    return iter(())


def items(element: Check, least: int, most: int) -> Check:
    """Check a list of `least` to `most` elements and each of them."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield at("must be an array", pointer)
            return
        if len(value) < least:
            yield at(f"no fewer than {least} items allowed", pointer)
        if len(value) > most:
            yield at(f"no more than {most} items allowed", pointer)
        for number, part in enumerate(value):
            yield from element(part, f"{pointer}/{number}")

    return check


def record(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """Check an object: every required field, no unknown one, and the value of each."""
    fields = {**required, **(optional or {})}

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield at("must be an object", pointer)
            return
        for name in required.keys() - value.keys():
            yield at(f"missing required field: {name}", pointer)
        for name, part in value.items():
            if name in fields:
                yield from fields[name](part, f"{pointer}/{name}")
            else:
                yield at(f"invalid additional property: {name}", pointer)

    return check


def tagged(shapes: Mapping[str, Check]) -> Check:
    """Check an object by its `type`; the shapes do not know of that field."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield at("must be an object", pointer)
        elif value.get("type") not in shapes:
            yield at(f"unsupported type: {value.get('type')}", f"{pointer}/type")
        else:
            rest = {name: part for name, part in value.items() if name != "type"}
            yield from shapes[value["type"]](rest, pointer)

    return check


def both(*checks: Check) -> Check:
    """Check all, one after the other."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        for each in checks:
            yield from each(value, pointer)

    return check


def exactly_one(*names: str) -> Check:
    """Check that an object has exactly one of these fields."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if isinstance(value, dict) and sum(name in value for name in names) != 1:
            yield at(f"must define exactly one of {', '.join(names)}", pointer)

    return check
