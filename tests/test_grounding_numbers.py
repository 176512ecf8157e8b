"""Numbers: read, and checked against the evidence in every way they are written."""

import pytest
from harwick import found, index_of

from summarizer.grounding.checks import numbers
from summarizer.grounding.readers.numbers import read_numbers

PASSES_AND_IS_CAUGHT = [set(), {"number_missing"}]


def codes(sentence: str, *items: str, language: str = "en") -> list[set[str]]:
    """Return for each item the codes of what the check says of it."""
    index = index_of(sentence, language=language)
    return [{code for code, _ in found(numbers.check, item, [0], index)} for item in items]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("en", "It sold 1.2 million bicycles for $30m.", [("1.2 million", 1_200_000, None), ("$30m", 30_000_000, "$")]),
    ("en", "Two hundred and five sheep in 1931.", [("Two hundred and five", 205, None)]),  # a year is no number
    ("en", "It is -3.5°C, up half a percentage point.", [("-3.5°C", -3.5, "°C"), ("half a percentage point", 0.5, "percentage points")]),
    ("de", "Fünfundzwanzig Schafe, 1.200 Ziegen, 3,5 Prozent.", [("Fünfundzwanzig", 25, None), ("1.200", 1200, None), ("3,5 Prozent", 3.5, "%")]),
    ("fr", "Quatre-vingt-dix moutons, 1 200 000 euros.", [("Quatre-vingt-dix", 90, None), ("1 200 000 euros", 1_200_000, "EUR")]),
    ("es", "Treinta y una ovejas, 1.500 millones de dólares.", [("Treinta y una", 31, None), ("1.500 millones de dólares", 1.5e9, "$")]),
    ("zh", "3.5亿元，三分之一，百分之五。", [("3.5亿元", 3.5e8, "CNY"), ("三分之一", 1 / 3, None), ("百分之五", 5, "%")]),
])  # fmt: skip
def test_numbers_are_read(language: str, text: str, expected: list[tuple[str, float, str | None]]) -> None:
    read = read_numbers(text, language)
    assert [(number.text, number.value, number.unit) for number in read] == expected
    assert all(text[number.start : number.end] == number.text for number in read)


@pytest.mark.parametrize(("text", "expected"), [
    ("Between 20 and 30 people came.", (20, 30, "quantity", None)),
    ("It won 3-1.", (3, 1, "score", None)),
    ("It came 21st.", (21, None, "ordinal", None)),
    ("Sales doubled.", (2, None, "multiple", None)),
    ("It cost nearly 50 euros.", (50, None, "quantity", "under")),
    ("It cost more than 50 euros.", (50, None, "quantity", "over")),
    ("It cost about 50 euros.", (50, None, "quantity", "about")),
])  # fmt: skip
def test_ranges_kinds_and_marks_are_read(text: str, expected: tuple[object, ...]) -> None:
    (number,) = read_numbers(text, "en")
    assert (number.value, number.high, number.kind, number.bound) == expected


@pytest.mark.parametrize(("sentence", "kept", "changed"), [
    ("It sold 1.2 million boats.", "It sold 1,200,000 boats.", "It sold 12 million boats."),
    ("It sold 1,200,000 boats.", "It sold 1.2m boats.", "It sold 1.2bn boats."),
    ("Turnout was 52.63%.", "Turnout was 52.63 per cent.", "Turnout was 52.36%."),
    ("Rates rose 50 basis points.", "Rates rose 0.5 percentage points.", "Rates rose 0.5%."),
    ("Twelve people died.", "12 people died.", "20 people died."),
    ("205 sheep died.", "Two hundred and five sheep died.", "Two hundred and fifty sheep died."),
    ("Both sons left.", "Two sons left.", "Three sons left."),
    ("300 people came.", "Hundreds of people came.", "Thousands of people came."),
    ("The Airbus A320 landed.", "The A320 landed.", "The Airbus A321 landed."),
    ("It is the third strike.", "It is the 3rd strike.", "It is the fourth strike."),
    ("It is the 21st strike.", "It is the twenty-first strike.", "It is the 22nd strike."),
    ("Sales doubled.", "Sales rose twofold.", "Sales tripled."),
    ("Sales halved.", "Sales fell by half.", "Sales fell by a third."),
])  # fmt: skip
def test_a_number_may_be_written_otherwise_but_not_changed(sentence: str, kept: str, changed: str) -> None:
    assert codes(sentence, kept, changed) == PASSES_AND_IS_CAUGHT


@pytest.mark.parametrize(("stated", "kept", "changed"), [
    ("$30 million", "US$30m", "€30 million"),
    ("£30 million", "30 million pounds", "$30 million"),
    ("30 million yen", "¥30 million", "30 million yuan"),
    ("30 million crowns", "30 million kronor", "30 million euros"),
    ("30 million Czech crowns", "CZK 30 million", "30 million Swedish kronor"),
    ("30 million crowns ($3 million)", "$3 million", "$30 million"),
    ("12 km", "12,000 metres", "12 miles"),
    ("40 tonnes", "40,000 kg", "40 kilograms"),
    ("40 MW", "40 megawatts", "40 MWh"),
    ("30 degrees Celsius", "30 degrees", "30 degrees Fahrenheit"),
    ("300 km/h", "300 kilometres per hour", "300 mph"),
    ("half an hour", "30 minutes", "a quarter of an hour"),
])  # fmt: skip
def test_currencies_and_units_are_told_apart(stated: str, kept: str, changed: str) -> None:
    assert codes(f"It is {stated}.", f"It is {kept}.", f"It is {changed}.") == PASSES_AND_IS_CAUGHT


@pytest.mark.parametrize(("kept", "changed"), [
    ("20 to 30 people", "20 to 40 people"),
    ("20-30 people", "10-30 people"),
    ("At least 20 people", "At least 10 people"),
    ("Up to 30 people", "25 people"),
])  # fmt: skip
def test_a_range_may_be_given_by_either_end(kept: str, changed: str) -> None:
    assert (
        codes("Between 20 and 30 people came.", f"{kept} came.", f"{changed} came.") == PASSES_AND_IS_CAUGHT
    )


@pytest.mark.parametrize(("stated", "kept", "changed"), [
    ("A third of", "33% of", "A quarter of"),
    ("Half of", "50% of", "A third of"),
    ("Two thirds of", "67% of", "One third of"),
    ("34% of", "About a third of", "A third of"),
    ("48% of", "Almost half of", "More than half of"),
    ("33", "Thirty-three", "A third of"),
])  # fmt: skip
def test_a_fraction_is_its_percentage_and_no_other_share(stated: str, kept: str, changed: str) -> None:
    assert (
        codes(*(f"{share} voters stayed home." for share in (stated, kept, changed))) == PASSES_AND_IS_CAUGHT
    )


@pytest.mark.parametrize(("stated", "kept", "changed"), [
    ("52.63", "about 53", "53"),  # no mark
    ("52.63", "some 50", "about 60"),  # too far
    ("52.63", "more than 52", "more than 53"),  # the wrong way
    ("52.63", "nearly 53", "nearly 52"),
    ("50", "about 50", "about 50.3"),  # finer than the article
    ("about 50", "50", "about 51"),
    ("more than 50", "at least 50", "less than 50"),
])  # fmt: skip
def test_rounding_must_be_marked_right_and_no_finer(stated: str, kept: str, changed: str) -> None:
    assert codes(*(f"It cost {n} million euros." for n in (stated, kept, changed))) == PASSES_AND_IS_CAUGHT


@pytest.mark.parametrize(("language", "sentence", "kept", "changed"), [
    ("en", "Harwick won 3-1.", "Harwick won 3–1.", "Harwick won 3-2."),
    ("en", "The council voted 9-2.", "The council voted nine to two.", "The council voted 2-9."),
    ("de", "Harwick gewann 3:1 gegen Tern.", "Tern verlor 1:3 gegen Harwick.", "Harwick gewann 1:3 gegen Tern."),
])  # fmt: skip
def test_a_score_is_turned_only_for_the_loser(language: str, sentence: str, kept: str, changed: str) -> None:
    assert codes(sentence, kept, changed, language=language) == PASSES_AND_IS_CAUGHT


@pytest.mark.parametrize(("language", "sentence", "kept", "changed"), [
    ("de", "Es stieg um 3,5 Prozent.", "Es stieg um 3,5 %.", "Es stieg um 35 Prozent."),
    ("de", "Es kamen 1.200 Menschen.", "Es kamen 1200 Menschen.", "Es kamen 1,2 Menschen."),
    ("de", "Es kostet 1,2 Milliarden Euro.", "Es kostet 1,2 Mrd. €.", "Es kostet 1,2 Millionen Euro."),
    ("de", "Es kostet 52,63 Euro.", "Es kostet knapp 53 Euro.", "Es kostet 53 Euro."),
    ("de", "400 Tonnen im Jahr.", "400 Tonnen jährlich.", "400 Tonnen pro Monat."),
    ("de", "30 Cent je Kilowattstunde.", "30 Cent pro kWh.", "30 Cent pro Megawattstunde."),
    ("fr", "Il atteint 7,3 %.", "Il atteint 7,3 pour cent.", "Il atteint 73 %."),
    ("fr", "Il y a 1 200 000 habitants.", "Il y a 1,2 million d’habitants.", "Il y a 1,2 milliard d’habitants."),
    ("fr", "Un tiers des élus a voté.", "33 % des élus ont voté.", "Un quart des élus a voté."),
    ("fr", "400 tonnes par an.", "400 tonnes l’an.", "400 tonnes par mois."),
    ("es", "Llega al 11,8 %.", "Llega al 11,8 por ciento.", "Llega al 18,1 %."),
    ("es", "Cuesta 1.500 millones.", "Cuesta mil quinientos millones.", "Cuesta 1,5 millones."),
    ("es", "900 euros al mes.", "900 euros mensuales.", "900 euros al año."),
    ("zh", "全市有120万人。", "全市有1200000人。", "全市有120亿人。"),
    ("zh", "投资3.5亿元。", "投资35000万元。", "投资3.5亿美元。"),
    ("zh", "共有12345人。", "约1.2万人。", "1.2万人。"),
    ("zh", "三分之一的人反对。", "33%的人反对。", "三分之二的人反对。"),
])  # fmt: skip
def test_numbers_are_compared_in_other_languages(
    language: str, sentence: str, kept: str, changed: str
) -> None:
    assert codes(sentence, kept, changed, language=language) == PASSES_AND_IS_CAUGHT


@pytest.mark.parametrize(("sentence", "kept", "changed", "detail"), [
    ("Turnout was 52.63%.", "Turnout was 52.63%.", "Turnout was 52.36%.", "52.36% (article: 52.63%)"),
    ("Rates rose from 5% to 7%.", "Rates rose to 7% from 5%.", "Rates rose from 7% to 5%.", "7% to 5%"),
    ("Oslo sold 40 boats and Bergen sold 12 boats.", "Bergen sold 12 boats, Oslo 40.", "Oslo sold 12 boats and Bergen sold 40.", "12 boats and Bergen sold 40"),
    ("The firm paid 150 million euros for a 12% stake.", "A 12% stake was bought by the firm for 150 million euros.", "The firm paid 15 million euros.", "15 million euros (article: 150 million euros)"),
    ("The fire left 12 dead and 40 injured.", "The fire left 40 injured.", "The fire left 40 dead.", "40 dead (article: 12 dead)"),
    ("It has 300 trucks and 40 ships.", "It has 40 ships.", "It has 40 trucks.", "40 trucks (article: 300 trucks)"),
    ("It makes 4,500 tonnes a year.", "It makes 4,500 tonnes annually.", "It makes 4,500 tonnes a month.", "4,500 tonnes a month (article: a year)"),
    ("It costs 30 cents per kilowatt-hour.", "It costs 30 cents per kWh.", "It costs 30 cents per megawatt-hour.", "30 cents per megawatt-hour (article: per kilowatt-hour)"),
    ("It costs $40 per square foot.", "It costs $40 a square foot.", "It costs $40 per square metre.", "$40 per square metre (article: per square foot)"),
])  # fmt: skip
def test_a_number_stays_with_what_it_counts(sentence: str, kept: str, changed: str, detail: str) -> None:
    assert codes(sentence, kept) == [set()]
    assert found(numbers.check, changed, [0], index_of(sentence)) == [("number_missing", detail)]
