"""Prompt files, and the messages made of one and an article.

A prompt is Markdown with front matter (name, version, purpose) and two parts, `# System` and
`# User`. Its `{{ slots }}` are ours and are rendered; what comes from outside (the article, the
items to repair) is put in afterwards, in the place of `[[article]]` and `[[items]]`, and never
rendered.
"""

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import ConfigError
from summarizer.schema import Article

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_PARTS = re.compile(r"^# System[ \t]*\n(?P<system>.*)^# User[ \t]*\n(?P<user>.*)\Z", re.DOTALL | re.MULTILINE)
_FIELDS: Mapping[str, tuple[type, ...]] = {"name": (str,), "version": (str, int), "purpose": (str,)}
_PLACE = re.compile(r"\[\[(article|items)\]\]")

Message = dict[str, str]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt file: what it says of itself, its text, and the SHA-256 of its bytes in hex."""

    name: str
    version: str
    purpose: str
    source: str
    sha256: str
    system: str
    user: str


def available() -> list[str]:
    """Return the names of the prompts that come with the program, sorted."""
    return sorted(
        entry.name.removesuffix(".md") for entry in _folder().iterdir() if entry.name.endswith(".md")
    )


def load(name: str) -> Prompt:
    """Return the prompt called `name`, or the one in a file of the user's own, given by its path.

    Raises ConfigError when there is none or it lacks something.
    """
    if _NAME.fullmatch(name):
        file: Traversable = _folder() / f"{name}.md"
        missing = (
            f"There is no prompt {name!r}. There are: {', '.join(available())}; or give a path to a .md file."
        )
    else:
        file = Path(name).expanduser()
        missing = f"There is no prompt file {name}."
    if not file.is_file():
        raise ConfigError(missing)
    try:
        return _parse(file.read_bytes(), name)
    except (OSError, UnicodeDecodeError) as err:
        raise ConfigError(f"Cannot read the prompt {name}: {err}.") from err


def messages(
    prompt: Prompt,
    article: Article,
    slots: Mapping[str, Any],
    *,
    sentences: Collection[int] | None = None,
    items: str = "",
) -> list[Message]:
    """Return the system and the user message, with the article numbered and fenced.

    `sentences` are the numbers (from 1) of those to show; None stands for all. `slots` are
    rendered into the prompt, `marker` besides. Raises ConfigError when the prompt asks for a
    slot that is not there, or is no valid Jinja2.
    """
    marker = fence_marker(article, items)
    known = {**slots, "marker": marker}
    inserts = {"article": _fenced(numbered(article, sentences), marker), "items": _fenced(items, marker)}
    user = _insert(_render(prompt, prompt.user, known), inserts)
    return [
        {"role": "system", "content": _render(prompt, prompt.system, known)},
        {"role": "user", "content": user},
    ]


def fence_marker(article: Article, items: str = "") -> str:
    """Return a code that the article cannot hold, the same for the same article.

    It is a hash of all that goes between the fences, so no author can write a text that closes
    its own fence.
    """
    header = "\n".join(_header(article))
    return hashlib.sha256(f"fence\0{header}\0{article.text}\0{items}".encode()).hexdigest()[:16]


def numbered(article: Article, sentences: Collection[int] | None = None) -> str:
    """Return title, site and date, then the sentences as `[number] text`, paragraph by paragraph.

    Every sentence is on a line of its own, unchanged to the byte.
    """
    lines = _header(article)
    end = -1
    for number, span in enumerate(article.sentences, start=1):
        if sentences is None or number in sentences:
            if end < 0 or "\n\n" in article.text[end : span.start]:
                lines.append("")
            lines.append(f"[{number}] {article.text[span.start : span.end]}")
            end = span.end
    return "\n".join(lines)


def _header(article: Article) -> list[str]:
    fields = (("Title", article.title), ("Site", article.site), ("Published", article.published))
    return [f"{label}: {' '.join(value.split())}" for label, value in fields if value]


def _fenced(text: str, marker: str) -> str:
    return f"<<<BEGIN {marker}>>>\n{text}\n<<<END {marker}>>>"


def _insert(template: str, inserts: Mapping[str, str]) -> str:
    """Put each insert in its place; none of them is looked at again."""
    return "".join(
        piece if index % 2 == 0 else inserts[piece] for index, piece in enumerate(_PLACE.split(template))
    ).strip()


def _render(prompt: Prompt, template: str, slots: Mapping[str, Any]) -> str:
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    try:
        return environment.from_string(template).render(slots).strip()
    except (TemplateError, TypeError, ValueError, ArithmeticError) as err:
        raise ConfigError(f"The prompt {prompt.name} cannot be rendered: {err}. Mend its slots.") from err


def _folder() -> "Traversable":
    """Return where the prompts are: inside the wheel, or at the top of a checkout."""
    packed = files("summarizer") / "_prompts"
    return packed if packed.is_dir() else Path(__file__).resolve().parent.parent / "prompts"


def _parse(content: bytes, origin: str) -> Prompt:
    import frontmatter
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    source = content.decode()
    try:
        head, body = frontmatter.parse(source.replace("\r\n", "\n"), handler=YAMLHandler())
    except (yaml.YAMLError, ValueError) as err:  # ValueError: an impossible date or number
        raise ConfigError(f"The front matter of the prompt {origin} is no valid YAML: {err}") from err
    _check_head(head, origin)
    parts = _PARTS.search(body)
    if parts is None or "[[article]]" not in parts["user"]:
        wanted = "a part headed `# System`, then one headed `# User` that holds [[article]]"
        raise ConfigError(f"The prompt {origin} needs {wanted}.")
    return Prompt(
        name=str(head["name"]),
        version=str(head["version"]),
        purpose=str(head["purpose"]),
        source=source,
        sha256=hashlib.sha256(content).hexdigest(),
        system=parts["system"],
        user=parts["user"],
    )


def _check_head(head: Mapping[str, Any], origin: str) -> None:
    """Raise ConfigError unless the front matter has all fields, each of its type."""
    if lacking := [key for key in _FIELDS if head.get(key) in (None, "")]:
        raise ConfigError(f"The front matter of the prompt {origin} lacks {', '.join(lacking)}.")
    for key, kinds in _FIELDS.items():
        if type(head[key]) not in kinds:  # YAML reads 1.10 as 1.1, yes as true, 2026-05-06 as a date
            raise ConfigError(
                f"In the front matter of the prompt {origin}, {key} is no text: put it in quotation marks."
            )
