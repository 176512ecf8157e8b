"""Falsify a true bullet by seed, in the ways grounding and the measures promise to notice.

A number changed, a "not" put in or taken out, a name swapped, a speaker swapped or invented, a
quotation altered, two names exchanged. Shares no code with the checks: plain patterns, and names
that the caller lists.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, repeat, zip_longest

MUTATIONS = 5
KINDS = ("number", "negation", "name", "speaker", "quote")

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_QUOTED = re.compile(r"[“\"„«「]\s?(?P<inside>[^“”\"„«»「」]{12,}?)\s?[”\"“»」]")
_PLAIN_WORD = re.compile(r"[^\W\d_]{4,}")
# (pattern, replacement) to take a "not" out, then to put one in; the first that fits is used.
_NOT: Mapping[str, Sequence[tuple[str, str]]] = {
    "en": (
        (r"\b(did|does|do) not (\w+)", r"\1 \2"),
        (r" not\b(?! (?:only|just|yet))", ""),
        (r"\b(is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)\b(?! (?:been )?not)", r"\1 not"),
        (r"\b(said|rose|fell|cut|sold|bought|paid|won|lost|held|kept|took|gave|made|found|left|led|put|told|came|beat)\b", r"never \1"),
        (r"\b(\w{3,}ed)\b(?= (?:the|a|an|its|his|her|their|to|in|on|by|from|for|about|\d|[A-Z]))", r"never \1"),
    ),
    "de": (
        (r" nicht\b(?! nur)", ""),
        (r"\bkeine(n|r|s|m)?\b", r"eine\1"),
        (r"\b(ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|könnte|könnten|soll|sollen|will|muss)\b", r"\1 nicht"),
    ),
    "fr": (
        (r"\bn(?:e |['’])(\w+) (?:pas|plus|jamais)\b", r"\1"),
        (r"\b(ont|sont|doit|va|sera|seront|peut|veut)\b", r"ne \1 pas"),
        (r"\b(a|est|avait|était)\b(?! (?:pas|été))", r"n'\1 pas"),
    ),
    "es": (
        (r"\bno (?=\w)", ""),
        (r"\b(ha|han|había|es|son|está|están|fue|era|será|puede|podrá|debe|va|van|tiene|quiere|cree|asegura|afirma)\b", r"no \1"),
    ),
    "zh": (
        (r"(?:没有|不会|尚未|不)", ""),
        (r"(将|已|会|能|可)", r"\1不"),
        (r"(是)", r"不\1"),
    ),
}  # fmt: skip
_SPELLED = {
    "en": "two three four five six seven eight nine ten eleven twelve",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "zh": "两 三 四 五 六 七 八 九",
}
_SAYS = {
    "en": "{}, {} said.",
    "de": "{}, sagte {}.",
    "fr": "{}, a déclaré {}.",
    "es": "{}, dijo {}.",
    "zh": "{}，{}说。",
}
_REPORTING = re.compile(
    r"\b(?:said|says|told|according to|called|calls|warned|argued|denied|doubts|expects|thinks|admitted|accused"
    r"|sagte|sagten|laut|zufolge|erklärte|fordert|kündigte|nannte|warnte|a lancé|a déclaré|dément|réclame|selon"
    r"|dijo|según|afirmó|aseguró|advirtió|negó|calificó)\b|表示|认为|指出|称|说"
)
_RUN, _LONGEST_RUN = 4, 40  # words, and characters, that are put into quotation marks
_ROUNDS = 5  # changes of each figure
_NEAR = 1  # sentences around a bullet's own in which nobody counts as a stranger to it


@dataclass(frozen=True, slots=True)
class Bullet:
    """A true bullet, and what is known of its article.

    `names` are the article's, by "person", "organisation" and "place"; `sentences` its sentences.
    """

    text: str
    language: str
    names: Mapping[str, Sequence[str]]
    sentences: Sequence[str]


def falsify(bullet: Bullet, rng: random.Random) -> list[tuple[str, str]]:
    """Return five (kind, false text) of a true bullet, one of each kind while there are any."""
    kinds = [zip(repeat(kind), _ways(kind, bullet, rng)) for kind in KINDS]
    found = dict.fromkeys(one for one in chain.from_iterable(zip_longest(*kinds)) if one is not None)
    return [(kind, text) for kind, text in found if text != bullet.text][:MUTATIONS]


def falsified(kind: str, bullet: Bullet, rng: random.Random) -> str | None:
    """Return a true bullet made false in one way of KINDS, or by "roles"; None where that cannot be done."""
    return next((text for text in _ways(kind, bullet, rng) if text != bullet.text), None)


def _ways(kind: str, bullet: Bullet, rng: random.Random) -> Iterator[str]:
    text, article = bullet.text, " ".join(bullet.sentences)
    match kind:
        case "number":
            yield from _numbers(text, bullet.language, article, rng)
        case "negation":
            yield from _negations(text, bullet.language)
        case "name":
            yield from _names(text, bullet.names, rng)
        case "speaker":
            yield from _speakers(bullet, rng)
        case "quote":
            yield from _quotes(text, article, rng)
        case "roles":
            yield from _roles(text, bullet.names)


def _roles(bullet: str, names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Exchange two names of one sort, which stand in the bullet once each."""
    for sort in ("person", "organisation", "place"):
        here = [name for name in names[sort] if bullet.count(name) == 1]
        for one, other in combinations(here, 2):
            if one not in other and other not in one:
                yield "\0".join(part.replace(other, one) for part in bullet.split(one)).replace("\0", other)


def _numbers(bullet: str, language: str, article: str, rng: random.Random) -> Iterator[str]:
    """Change one digit of a figure, to one that the article does not have, or a number in letters."""
    figures = list(_FIGURE.finditer(bullet))
    for figure in rng.sample(figures, len(figures)) * _ROUNDS:
        for _ in range(20):
            digits = list(figure.group())
            at = rng.choice([i for i, char in enumerate(digits) if char.isdigit()])
            digits[at] = rng.choice([d for d in "123456789" if d != digits[at]])
            changed = "".join(digits)
            if not re.search(rf"(?<!\d){re.escape(changed)}(?!\d)", article):
                yield bullet[: figure.start()] + changed + bullet[figure.end() :]
                break
    words = _SPELLED.get(language, "").split()
    if not words:
        return
    spelled = re.search(rf"\b(?:{'|'.join(words)})\b", bullet)
    if spelled is not None:
        other = rng.choice([word for word in words if word != spelled.group()])
        yield bullet[: spelled.start()] + other + bullet[spelled.end() :]


def _negations(bullet: str, language: str) -> Iterator[str]:
    """Take out or put in one "not", outside quotations."""
    outside = _QUOTED.sub(lambda m: "\0" * len(m.group()), bullet)
    for pattern, replacement in _NOT.get(language, ()):
        for match in re.finditer(pattern, outside):
            yield bullet[: match.start()] + match.expand(replacement) + bullet[match.end() :]


def _names(bullet: str, names: Mapping[str, Sequence[str]], rng: random.Random) -> Iterator[str]:
    """Put another name of the article's, of the same sort, in a name's place."""
    for sort in ("organisation", "person", "place"):
        listed = names[sort]
        others = [name for name in listed if not _has_part(bullet, name)]
        for name in listed:
            shown = name if name in bullet else name.split()[-1]
            if others and re.search(rf"(?<!\w){re.escape(shown)}(?!\w)", bullet):
                yield bullet.replace(shown, rng.choice(others))


def _has_part(text: str, name: str) -> bool:
    return name in text or any(part in text for part in name.split() if part[0].isupper())


def _speakers(bullet: Bullet, rng: random.Random) -> Iterator[str]:
    """Give the words to somebody who is not near them: in the speaker's place, or as a new one."""
    text, language, sentences = bullet.text, bullet.language, bullet.sentences
    known = _words_of(text, language)
    shared = [len(known & _words_of(sentence, language)) for sentence in sentences]
    home = max(range(len(sentences)), key=lambda i: shared[i])
    near = " ".join(sentences[max(home - _NEAR, 0) : home + _NEAR + 1])
    strangers = [
        name for name in bullet.names["person"] if not _has_part(text, name) and not _has_part(near, name)
    ]
    if not strangers:
        return
    stranger = rng.choice(strangers)
    here = [name for name in bullet.names["person"] if _has_part(text, name)]
    if _REPORTING.search(text) and len(here) == 1:
        shown = next(form for form in (here[0], *reversed(here[0].split())) if form in text)
        yield text.replace(shown, stranger)
    elif not _REPORTING.search(text) and language in _SAYS:
        yield _SAYS[language].format(text.rstrip(".。"), stranger)


def _words_of(text: str, language: str) -> set[str]:
    characters = set(text) if language == "zh" else set()
    return {*_PLAIN_WORD.findall(text.lower()), *_FIGURE.findall(text)} | characters


def _quotes(bullet: str, article: str, rng: random.Random) -> Iterator[str]:
    """Put another word of the article's in a quotation; make words of the bullet one that nobody said."""
    stock = sorted({word for word in _PLAIN_WORD.findall(article) if word.islower()})
    quoted = _QUOTED.search(bullet)
    if quoted is not None:
        start, end = quoted.span("inside")
    else:
        words = [m for m in re.finditer(r"[^\W\d_]+", bullet) if m.group().islower()]
        ends = zip(words, words[_RUN - 1 :], strict=False)
        runs = [(a.start(), b.end()) for a, b in ends if b.end() - a.start() < _LONGEST_RUN]
        if not runs:
            return
        start, end = rng.choice(runs)
    inside = list(_PLAIN_WORD.finditer(bullet, start, end))
    for word in rng.sample(inside, len(inside)) if stock else ():
        changed = bullet[start : word.start()] + rng.choice(stock) + bullet[word.end() : end]
        if changed.lower() not in article.lower():
            marked = changed if quoted is not None else f"“{changed}”"
            yield bullet[:start] + marked + bullet[end:]
