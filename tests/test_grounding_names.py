"""Proper names: read, compared, and checked against the evidence."""

import pytest
from harwick import HARWICK, found, index_of

from summarizer.grounding.checks import names
from summarizer.grounding.checks.namebook import book_of
from summarizer.grounding.readers.aliases import form, matches
from summarizer.grounding.readers.names import read_names


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "At a session of China’s National People’s Congress, Baogang’s chairman, Meng Fanying, spoke of U.S. trade.",
            ["China", "National People’s Congress", "Baogang", "Meng Fanying", "U.S."],
        ),
        ("en", "Dr. A. Osei of the Health Institute met Mr. J. K. Doe on Monday.", ["A. Osei", "Health Institute", "J. K. Doe"]),
        ("en", "It backs the Bank of England, Ursula von der Leyen and the University of the Arts.", ["Bank of England", "Ursula von der Leyen", "University of the Arts"]),
        ("en", "He sold iPhone parts, BaogangGroup shares and AT&T debt to a pro-Russian, China-based firm.", ["iPhone", "BaogangGroup", "AT&T", "Russian", "China"]),
        ("en", "Siemens chief executive Roland Berg and Health Minister Anna Lind left.", ["Siemens", "Roland Berg", "Anna Lind"]),
        ("en", "Drivers face higher tolls. The plan starts in May, on a Monday.", []),
        ("en", "the minister met lind in oslo", []),
        ("en", "BREAKING NEWS FROM OSLO", []),
        ("en", "“We need Bosch,” he said.", ["Bosch"]),
        ("de", "Der Rat stimmte dem Bau der Brücke zu, sagte Merkel.", ["Merkel"]),
        ("de", "Herr Huber von der Firma Siemens traf Angela Stein; Millionen Euro Verlust.", ["Huber", "Siemens", "Angela Stein"]),
        ("es", "El Banco de España y la ministra Ana López viajaron a Madrid.", ["Banco de España", "Ana López", "Madrid"]),
        ("fr", "La maire Anne Dubois a rencontré le président d’Airbus.", ["Anne Dubois", "Airbus"]),
        ("ru", "Мэр Анна Линд приехала в Осло.", ["Анна Линд", "Осло"]),
        ("zh", "华为发布了iPhone竞品和《红楼梦》。", ["红楼梦"]),
        ("ar", "قالت شركة Siemens إنها لن تشارك", ["Siemens"]),
    ],
)  # fmt: skip
def test_names_are_read(language: str, text: str, expected: list[str]) -> None:
    found_names = read_names(text, language)
    assert [name.text for name in found_names] == expected
    assert all(text[name.start : name.end] == name.text for name in found_names)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Health Ministry paid.", "organisation"),
        ("It paid NATO.", "organisation"),
        ("It paid Mr. Lind.", "person"),
        ("It paid Anna Lind.", "person"),
        ("It paid Norway.", "place"),
        ("It paid a firm in Harwick.", "place"),
        ("It paid Velmora.", "unknown"),
    ],
)
def test_the_kind_of_a_name_is_guessed(text: str, kind: str) -> None:
    assert [name.kind for name in read_names(text, "en")] == [kind]


def test_a_sentence_s_first_word_is_a_name_for_sure_only_if_it_looks_like_one() -> None:
    unsure, china, twice, again = (
        *read_names("Velmora paid.", "en"),
        *read_names("China paid.", "en"),
        *read_names("Velmora paid Velmora.", "en"),
    )
    assert [name.sure for name in (unsure, china, twice, again)] == [False, True, True, True]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Lind", "Anna Lind"),
        ("A. Lind", "Anna Lind"),
        ("President Lind", "Mr. Lind"),
        ("NPC", "National People’s Congress"),
        ("Baogang Group", "BaogangGroup"),
        ("Chinese", "China"),
        ("American", "the United States"),
        ("U.S.", "United States"),
        ("British", "UK"),
        ("Müller", "Muller"),
        ("Rolls-Royce", "Rolls Royce"),
    ],
)
def test_names_of_one_thing_match(name: str, other: str) -> None:
    assert matches(form(name), [form(other)], "en")


@pytest.mark.parametrize(
    ("name", "other"),
    [("Eva Lind", "Anna Lind"), ("Bosch", "Siemens"), ("Chinese", "Japan"), ("NPC", "National Parks Trust")],
)
def test_names_of_two_things_do_not_match(name: str, other: str) -> None:
    assert not matches(form(name), [form(other)], "en")


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("Harwick approved a plan to rebuild the Tern Street bridge, Anna Lind said.", 0),
        ("Mayor Lind backs the Tern Street bridge.", 0),
        ("Anna Lind told the Gazette that Harwick cannot wait.", 4),  # the full name of "Lind"
        ("Anna Lind said the bridge would reopen in May.", 6),  # "she"
        ("Siemens plans a second office in Oslo.", 9),  # "the company"
        ("The NPT rejected the plan.", 7),
        ("The National Parks Trust rejected the plan.", 7),
        ("Norwegian staff will work in an office in Oslo.", 9),
        ("Harwick's council may raise bus fares.", 3),  # from the title and the lead
        ("Motorists will pay more if revenue falls.", 3),
        ("the council may raise bus fares, omar haddad said", 3),
    ],
)
def test_a_name_that_the_article_bears_out_passes(item: str, place: int) -> None:
    assert found(names.check, item, [place]) == []


@pytest.mark.parametrize(
    ("item", "place", "detail"),
    [
        ("Bergen approved a plan to rebuild the Tern Street bridge.", 0, "Bergen (article: Harwick)"),
        (
            "Harwick approved a plan to rebuild the Dock Street bridge.",
            0,
            "Dock Street (article: Tern Street)",
        ),
        ("Bosch, which built the first bridge in 1931, will not take part.", 1, "Bosch (article: Siemens)"),
        ("Bosch sued Philips over the original design in March.", 2, "Philips (article: Siemens)"),
        ("Omar Haddad told the Harwick Gazette that it cannot wait.", 4, "Omar Haddad (article: Lind)"),
        ("Eva Lind said the bridge would reopen in May.", 6, "Eva Lind"),
        (
            "The company plans to open a second office in Oslo, Sweden, next year.",
            9,
            "Sweden (article: Norway)",
        ),
    ],
)
def test_a_swapped_or_invented_name_is_caught(item: str, place: int, detail: str) -> None:
    assert ("name_missing", detail) in found(names.check, item, [place])


def test_a_name_may_come_from_another_sentence_of_the_evidence() -> None:
    assert found(names.check, "Siemens, sued by Bosch, will not take part.", [1, 2]) == []


CUP = (
    "A striker who had not scored since May won the Tern Cup for Harwick Vale on Saturday.",
    "Ada Poe drove in a low shot in the last minute to beat Oslo Rovers in front of a crowd at Dock Stadium.",
)


def test_a_name_amid_the_same_words_takes_no_other_s_place() -> None:
    item = "Ada Poe drove in a low shot in the last minute to win the Tern Cup for Harwick Vale."
    assert found(names.check, item, [0, 1], index_of(*CUP)) == []


def test_a_name_amid_other_words_takes_another_s_place() -> None:
    item = "Ada Poe drove in a low shot in the last minute in front of a crowd at Harwick Vale."
    assert found(names.check, item, [0, 1], index_of(*CUP)) == [
        ("name_missing", "Harwick Vale (article: Dock Stadium)")
    ]


def test_a_fabricated_name_that_opens_the_item_is_caught_in_its_role() -> None:
    index = index_of("Velmora, a maker of engines, has opened a plant.", "Rivals fear Velmora.")
    assert found(names.check, "Kestrel has opened a plant.", [0], index) == [
        ("name_missing", "Kestrel (article: Velmora)")
    ]


def test_an_article_without_capitals_raises_no_alarm() -> None:
    index = index_of("the council approved the plan, said anna lind.")
    assert found(names.check, "Anna Lind said the council approved the plan.", [0], index) == []


def test_the_book_of_names_is_made_once() -> None:
    assert book_of(HARWICK) is book_of(HARWICK)
