"""Check that an item has what was said said by the one who said it."""

from collections.abc import Iterator, Sequence

from summarizer.grounding.checks.clauses import analyse, content_of
from summarizer.grounding.checks.denials import leads_to
from summarizer.grounding.checks.speakers import Speakers, has_pronoun, is_inside, named_in
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import form, matches
from summarizer.grounding.readers.attribution import Attribution, is_pronoun
from summarizer.grounding.readers.lexicon.reporting import OPINION
from summarizer.grounding.readers.quotation import read_quotations
from summarizer.grounding.readers.tokens import UNSPACED
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

# The article in its own voice: "the author argues".
_AUTHOR = frozenset(
    "author article commentary autor autorin artikel auteur autora artículo autore autrice".split()
)
_CLOSE = 0.6  # of the words that the best sentence shares with the item
_QUOTED_WORDS = 3  # fewer are a term that anybody may have used
_SAID_SHARE = 0.6  # share of the item's words that stand in what was said


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield each speaker whom the evidence does not have say it, and a speaker left out."""
    if not item.attributions:
        yield from _dropped(item, evidence, article)
        yield from _quoted_elsewhere(item, article)
    for attribution in item.attributions:
        silent = any(cue.sense == "not" and leads_to(item.text, cue, attribution) for cue in item.cues)
        if attribution.speaker is not None and not silent:
            said = _with_quotations(item, *attribution.content)
            yield from _changed(attribution.speaker, said, evidence, article)


def check_speaker(
    speaker: str, item: Reading, evidence: Sequence[Reading], index: ArticleIndex
) -> Iterator[Reason]:
    """Yield a reason unless `speaker` says in or near `evidence` what the item says."""
    said = " ".join(_with_quotations(item, *attribution.content) for attribution in item.attributions)
    yield from _changed(speaker, said or item.text, evidence, index)


def _with_quotations(item: Reading, start: int, end: int) -> str:
    """Return the words of a range, with the quotation marks that open or close just outside it."""
    for quotation in item.quotations:
        if quotation.start < end and start < quotation.end:
            start, end = min(start, quotation.start), max(end, quotation.end)
    return item.text[start:end]


def _changed(speaker: str, said: str, evidence: Sequence[Reading], index: ArticleIndex) -> Iterator[Reason]:
    """Yield a reason unless `speaker` may be who says `said` in or near `evidence`."""
    if not speaker.strip() or is_pronoun(speaker) or not set(speaker.lower().split()).isdisjoint(_AUTHOR):
        return
    speakers = Speakers(index)
    others: list[str] = []
    scene = _scene(said, evidence, index)
    for told, reading in _tellings(said, scene, index):
        other = speakers.of(told, reading)
        if told.speaker is not None and not speakers.may_be_called(speaker, told.speaker):
            others.append(other or told.speaker)
            continue
        if other is not None and speakers.may_be(speaker, other, reading):
            return
        if told.speaker is not None and is_pronoun(told.speaker) and speakers.may_be_meant(speaker, reading):
            return
        if other is not None:
            others.append(other)
    if any(speakers.says(speaker, said, reading) for reading in evidence):
        return
    if others:
        yield Reason(code="speaker_changed", detail=f"{speaker} (article: {others[0]})")
    elif not speakers.is_author(speaker) and not any(
        speakers.goes_on(speaker, reading)
        or speakers.leads_up(speaker, reading, evidence)
        or (has_pronoun(reading) and speakers.may_be_meant(speaker, reading))
        for reading in scene
    ):
        yield Reason(code="speaker_changed", detail=speaker)


def _scene(said: str, evidence: Sequence[Reading], index: ArticleIndex) -> Sequence[Reading]:
    """Return the sentences in which `said` stands: those of its quotations, else the closest."""
    quoted = [quotation.text for quotation in read_quotations(said)]
    if quoted and (index.language in UNSPACED or max(len(text.split()) for text in quoted) >= _QUOTED_WORDS):
        longest = index.locate(max(quoted, key=len).rstrip(".,!?"))
        if longest is not None:
            return index.readings_of(longest)
    matter = content_of(said, index.language)
    shared = [len(matter & analyse(reading.text, index.language).content_lemmas) for reading in evidence]
    most = max(shared, default=0)
    return [reading for reading, count in zip(evidence, shared, strict=True) if count >= _CLOSE * most]


def _tellings(
    said: str, scene: Sequence[Reading], index: ArticleIndex
) -> Iterator[tuple[Attribution, Reading]]:
    """Yield the attributions of the scene that have most of `said`, each with its sentence."""
    matter = content_of(said, index.language)
    found = [(told, reading) for reading in scene for told in reading.attributions]
    shared = [
        len(matter & content_of(reading.text[slice(*told.content)], index.language))
        for told, reading in found
    ]
    for one, count in zip(found, shared, strict=True):
        if count >= _CLOSE * max(shared):
            yield one


def _quoted_elsewhere(item: Reading, index: ArticleIndex) -> Iterator[Reason]:
    """Yield a quotation whose sentence names others, and nobody whom the item names."""
    long = [q.text for q in item.quotations if len(q.text.split()) >= _QUOTED_WORDS]
    if not long:
        return
    mine = [name for name in item.names if name.sure and not is_inside(name, item.quotations)]
    for quoted in long if mine else ():
        for reading in _scene(f'"{quoted}"', (), index):
            theirs = named_in(reading)
            forms = [form(name.text) for name in theirs]
            if theirs and not any(matches(form(name.text), forms, index.language) for name in mine):
                yield Reason(code="speaker_changed", detail=f"{mine[0].text} (article: {theirs[0].text})")
                return


def _dropped(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield the speaker of an opinion that the item states as its own."""
    said = analyse(item.text, article.language).content_lemmas
    for reading in evidence[:1]:
        for attribution in reading.attributions:
            if attribution.speaker is None or not _is_opinion(attribution, article.language):
                continue
            if attribution.speaker.casefold() == (article.article.site or "").casefold():
                continue  # the publication citing itself is no source
            content = content_of(reading.text[slice(*attribution.content)], article.language)
            if said and len(said & content) >= _SAID_SHARE * len(said):
                yield Reason(code="speaker_dropped", detail=f"{attribution.speaker} {attribution.verb}")
                return


def _is_opinion(attribution: Attribution, language: str) -> bool:
    return attribution.voice == "quotes" or attribution.verb.lower() in OPINION.get(language, frozenset())
