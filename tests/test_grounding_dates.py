"""Dates: read, and checked against the evidence in every way they are written."""

import pytest
from harwick import found, index_of

from summarizer.grounding.checks import dates
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.dates import read_dates

PASSES_AND_IS_CAUGHT = [set(), {"date_missing"}]
WEDNESDAY = "2024-05-15"


def codes(sentence: str, *items: str, language: str = "en", published: str | None = None) -> list[set[str]]:
    """Return for each item the codes of what the check says of it."""
    article = index_of(sentence, language=language).article.model_copy(update={"published": published})
    return [{code for code, _ in found(dates.check, item, [0], ArticleIndex(article))} for item in items]


@pytest.mark.parametrize(("language", "text", "whole", "parts"), [
    ("en", "It opened on Tuesday, 14 May 2024.", "Tuesday, 14 May 2024", (2024, 5, 14, 1)),
    ("en", "It opened on 5/14/2024.", "5/14/2024", (2024, 5, 14, None)),
    ("en", "It opened in 1931.", "1931", (1931, None, None, None)),
    ("de", "Sie öffnete am 14.05.2024.", "14.05.2024", (2024, 5, 14, None)),
    ("fr", "Il a ouvert le 1er mai 2024.", "1er mai 2024", (2024, 5, 1, None)),
    ("es", "Abrió el martes 14 de mayo.", "martes 14 de mayo", (None, 5, 14, 1)),
    ("zh", "大桥于2024年5月14日开通。", "2024年5月14日", (2024, 5, 14, None)),
])  # fmt: skip
def test_dates_are_read(language: str, text: str, whole: str, parts: tuple[int | None, ...]) -> None:
    (date,) = read_dates(text, language)
    assert text[date.start : date.end] == date.text == whole
    assert (date.year, date.month, date.day, date.weekday) == parts


@pytest.mark.parametrize(
    "text", ["It hired 2019 workers.", "It may open.", "The march went on.", "It won 3-1."]
)
def test_what_only_looks_like_a_date_is_not_read(text: str) -> None:
    assert read_dates(text, "en") == ()


@pytest.mark.parametrize(("stated", "kept", "changed"), [
    ("on Tuesday", "on Tues.", "on Wednesday"),
    ("on Tuesday, 14 May 2024", "on Tuesday", "on Monday"),
    ("on 14 May 2024", "on Tuesday", "on Monday"),  # what that day was
    ("on 14 May 2024", "on May 14, 2024", "on 15 May 2024"),
    ("on 14 May 2024", "on 2024-05-14", "on 2024-05-15"),
    ("on 14 May 2024", "on 5/14/2024", "on 6/14/2024"),
    ("on 14 May 2024", "on 14.05.2024", "on 14 May 2023"),
    ("on 14 May 2024", "in May 2024", "in June"),
    ("on 3/5/2024", "on 5 March 2024", "on 5 April 2024"),  # either order
    ("on 3/5/2024", "on 3 May 2024", "on 4 May 2024"),
    ("in May", "in May", "on 14 May"),  # finer than the article
    ("in 1931", "in the 1930s", "in 1913"),
    ("in the 1980s", "in the ’80s", "in 1981"),
    ("in the first quarter", "in Q1", "in the second quarter"),
    ("in the first quarter of 2024", "in Q1 2024", "in the first quarter of 2023"),
    ("last year", "last year", "next year"),
    ("at 3 p.m.", "at 15:00", "at 3 a.m."),
    ("from 1998 to 2004", "from 1998 until 2004", "from 1989 to 2004"),
    ("in 2014-18", "from 2014 to 2018", "from 2014 to 2019"),
    ("from 3 to 7 June", "June 3-7", "from 3 to 8 June"),
    ("from Monday to Friday", "Monday through Friday", "from Monday to Thursday"),
])  # fmt: skip
def test_a_date_may_be_written_otherwise_but_not_changed(stated: str, kept: str, changed: str) -> None:
    assert codes(*(f"The fair was held {when}." for when in (stated, kept, changed))) == PASSES_AND_IS_CAUGHT


@pytest.mark.parametrize(("language", "sentence", "kept", "changed"), [
    ("en", "It opened yesterday.", "It opened on Tuesday.", "It opened on Monday."),
    ("en", "It opened yesterday.", "It opened on 14 May 2024.", "It opened on 13 May."),
    ("en", "It opened on Tuesday.", "It opened yesterday.", "It opened today."),
    ("en", "It opened on Tuesday.", "It opened on 14 May.", "It opened on 16 May."),
    ("en", "It opens tomorrow.", "It opens on Thursday.", "It opens on Friday."),
    ("en", "It opened last month.", "It opened in April.", "It opened in March."),
    ("en", "It opened last year.", "It opened in 2023.", "It opened in 2022."),
    ("en", "It opened in May.", "It opened in May 2024.", "It opened in May 2023."),
    ("de", "Sie öffnete gestern.", "Sie öffnete am Dienstag.", "Sie öffnete am Montag."),
    ("fr", "Il a ouvert hier.", "Il a ouvert mardi.", "Il a ouvert lundi."),
    ("es", "Abrió el año pasado.", "Abrió en 2023.", "Abrió en 2022."),
    ("zh", "大桥昨天开通。", "大桥周二开通。", "大桥周一开通。"),
    ("zh", "大桥13日开通。", "大桥5月13日开通。", "大桥6月13日开通。"),
    ("ja", "橋は30日に開通した。", "橋は4月30日に開通した。", "橋は3月30日に開通した。"),
    ("en", "The May outage cost $5m.", "The May 2024 outage cost $5m.", "The May 2023 outage cost $5m."),
    ("en", "It opens before the end of the year.", "It opens before the end of 2024.", "It opens before the end of 2025."),
    ("fr", "Il ouvre avant la fin de l’année.", "Il ouvre avant la fin de 2024.", "Il ouvre avant la fin de 2025."),
    ("fr", "Il a ouvert l’an dernier.", "Il a ouvert en 2023.", "Il a ouvert en 2022."),
    ("fr", "Il ouvre d’ici à juin.", "Il ouvre d’ici à juin 2024.", "Il ouvre d’ici à juin 2025."),
])  # fmt: skip
def test_relative_days_count_from_publication(language: str, sentence: str, kept: str, changed: str) -> None:
    assert codes(sentence, kept, changed, language=language, published=WEDNESDAY) == PASSES_AND_IS_CAUGHT


def test_a_weekday_is_not_borne_out_by_a_day_that_the_item_has_besides() -> None:
    """13 May 2024 was a Monday."""
    sentence = "The firm said on Tuesday that the plant had been open since 13 May 2024."
    kept, changed = (
        f"The plant has been open since 13 May 2024, the firm said on {day}." for day in ("Tuesday", "Monday")
    )
    assert codes(sentence, kept, changed, published=WEDNESDAY) == PASSES_AND_IS_CAUGHT


def test_a_relative_day_is_no_weekday_without_a_day_of_publication() -> None:
    assert codes("It opened yesterday.", "It opened on Tuesday.") == [{"date_missing"}]


@pytest.mark.parametrize(("language", "sentence", "kept", "changed"), [
    ("de", "Sie öffnete am 3. Mai 2024.", "Sie öffnete am 3.5.2024.", "Sie öffnete am 5.3.2024."),
    ("de", "Sie stammt aus den 1930er-Jahren.", "Sie stammt aus den 30er Jahren.", "Sie stammt aus den 1950er-Jahren."),
    ("de", "Es stieg im ersten Quartal.", "Es stieg im 1. Quartal.", "Es stieg im zweiten Quartal."),
    ("fr", "Il a ouvert le 3 mai 2024.", "Il a ouvert le 03/05/2024.", "Il a ouvert le 13 mai 2024."),
    ("es", "Abrió el 3 de mayo de 2024.", "Abrió el 3/5/2024.", "Abrió el 3 de marzo de 2024."),
    ("zh", "大桥于2024年5月3日开通。", "大桥于5月3日开通。", "大桥于2024年3月5日开通。"),
])  # fmt: skip
def test_dates_are_compared_in_other_languages(language: str, sentence: str, kept: str, changed: str) -> None:
    assert codes(sentence, kept, changed, language=language) == PASSES_AND_IS_CAUGHT


@pytest.mark.parametrize(("sentence", "kept", "changed"), [
    ("Work begins in March and ends in June.", "Work will end in June and begin in March.", "Work begins in June and ends in March."),
    ("It opened on 12 May and shut on 3 June.", "It shut on 3 June and opened on 12 May.", "It opened on 3 June and shut on 12 May."),
    ("Born in 1931, he died in 1994.", "He died in 1994, born in 1931.", "Born in 1994, he died in 1931."),
])  # fmt: skip
def test_two_dates_that_changed_places_are_caught(sentence: str, kept: str, changed: str) -> None:
    assert codes(sentence, kept, changed) == PASSES_AND_IS_CAUGHT


def test_the_year_may_stand_in_a_sentence_before() -> None:
    index = index_of("The plant opened in 1931.", "It burned down on 3 May.")
    assert found(dates.check, "It burned down on 3 May 1931.", [1], index) == []
    detail = "3 May 1932 (article: 3 May)"
    assert found(dates.check, "It burned down on 3 May 1932.", [1], index) == [("date_missing", detail)]
