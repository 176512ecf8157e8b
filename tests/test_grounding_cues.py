"""Negations, hedges, predictions and conditions: read, and compared with the evidence."""

import pytest
from harwick import found, index_of

from summarizer.grounding.checks import modality, negation
from summarizer.grounding.readers.cues import read_cues


@pytest.mark.parametrize(
    ("language", "text", "cues"),
    [
        ("en", "The council did not approve it.", [("not", "negation")]),
        ("en", "They won’t pay.", [("won’t", "prediction"), ("won’t", "negation")]),
        (
            "en",
            "Nobody failed to pay without cause.",
            [("Nobody", "negation"), ("failed to", "negation"), ("without", "negation")],
        ),
        ("en", "She may leave if asked.", [("may", "hedge"), ("if", "condition")]),
        ("en", "It allegedly plans to close.", [("allegedly", "hedge"), ("plans to", "hedge")]),
        ("en", "Prices will rise unless it rains.", [("will", "prediction"), ("unless", "condition")]),
        ("de", "Der Rat stimmt dem Plan nicht zu.", [("nicht", "negation")]),
        (
            "de",
            "Das könnte teuer werden, falls kein Geld kommt.",
            [("könnte", "hedge"), ("werden", "prediction"), ("falls", "condition"), ("kein", "negation")],
        ),
        ("es", "Siemens no participará, según dicen.", [("no", "negation")]),
        ("fr", "Le conseil n’a pas approuvé.", [("pas", "negation")]),
        ("it", "Il consiglio non ha approvato.", [("non", "negation")]),
        ("pt", "O conselho não aprovou.", [("não", "negation")]),
        ("nl", "De raad keurde het niet goed.", [("niet", "negation")]),
        ("ru", "Совет не одобрил план.", [("не", "negation")]),
        ("ar", "لم يوافق المجلس", [("لم", "negation")]),
        ("hi", "परिषद ने मंजूरी नहीं दी।", [("नहीं", "negation")]),
        ("zh", "公司不会关闭工厂。", [("不会", "negation")]),
        ("ja", "同社は計画を発表しなかった。", [("なかった", "negation")]),
    ],
)
def test_cues_are_read(language: str, text: str, cues: list[tuple[str, str]]) -> None:
    assert [(cue.text, cue.kind) for cue in read_cues(text, language)] == cues


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is not only cheap; no fewer than 40 came, no doubt."),
        ("en", "The vote was in May."),
        ("de", "Nicht nur der Rat kam."),
        ("zh", "产量不断增长，非常好。"),
        ("xx", "not may if"),
    ],
)
def test_what_only_looks_like_a_cue_is_none(language: str, text: str) -> None:
    assert [cue.text for cue in read_cues(text, language) if cue.kind == "negation"] == []


@pytest.mark.parametrize(
    ("language", "text", "scope"),
    [
        ("en", "She did not pay, but he did.", " pay,"),
        ("de", "Er zahlte, sie zahlte nicht.", " sie zahlte nicht."),
    ],
)
def test_a_cue_acts_on_its_clause(language: str, text: str, scope: str) -> None:
    (cue,) = read_cues(text, language)
    assert text[slice(*cue.scope)] == scope


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("The NPT did not approve the plan.", 7),
        ("The National Parks Trust turned the plan down.", 7),
        ("Siemens is not taking part.", 1),
        ("Novak denies that he took the steel.", 8),
        ("Wages slipped while rents rose 5%.", 5),
        ("Wages dropped slightly while rents climbed 5%.", 5),
        ("Prosecutors failed to find that the mayor knew of the theft.", 11),
        ("The council approved a plan to rebuild the bridge.", 0),
    ],
)
def test_the_same_said_in_other_words_passes(item: str, place: int) -> None:
    assert found(negation.check, item, [place]) == []


@pytest.mark.parametrize(
    ("item", "place", "code", "detail"),
    [
        (
            "The council did not approve a plan to rebuild the bridge.",
            0,
            "negation_added",
            "not approve (article: approved)",
        ),
        ("Siemens will take part.", 1, "negation_dropped", "part (article: not take part)"),
        ("Novak took the steel.", 8, "negation_dropped", "took (article: denied taking)"),
        (
            "The council rejected a plan to rebuild the bridge.",
            0,
            "negation_added",
            "rejected (article: approved)",
        ),
        (
            "The National Parks Trust approved the plan in June.",
            7,
            "negation_added",
            "approved (article: rejected)",
        ),
        ("Rents fell 5% last year while wages fell slightly.", 5, "negation_added", "fell (article: rose)"),
        ("Rents rose 5% last year while wages rose slightly.", 5, "negation_added", "rose (article: fell)"),
        ("Bosch never sued Siemens over the design.", 2, "negation_added", "never sued (article: sued)"),
        (
            "Prosecutors found that the mayor knew of the theft.",
            11,
            "negation_dropped",
            "found (article: not find)",
        ),
    ],
)
def test_a_turned_meaning_is_caught(item: str, place: int, code: str, detail: str) -> None:
    assert found(negation.check, item, [place]) == [(code, detail)]


def test_a_negation_in_another_clause_is_no_alarm() -> None:
    index = index_of("The council approved the budget, but the mayor did not attend the session.")
    assert found(negation.check, "The council approved the budget.", [0], index) == []


def test_two_negations_cancel() -> None:
    index = index_of("The union did not fail to reach a deal.")
    assert found(negation.check, "The union reached a deal.", [0], index) == []


@pytest.mark.parametrize(
    ("language", "sentence", "item"),
    [
        (
            "de",
            "Der Rat hat den Bau der Brücke gebilligt.",
            "Der Rat hat den Bau der Brücke nicht gebilligt.",
        ),
        ("de", "Die Mieten stiegen im Mai.", "Die Mieten sanken im Mai."),
        ("es", "La empresa no participará en el proyecto.", "La empresa participará en el proyecto."),
        ("fr", "Le conseil a approuvé le plan.", "Le conseil n'a pas approuvé le plan."),
        ("ru", "Компания не будет участвовать в проекте.", "Компания будет участвовать в проекте."),
        ("zh", "市议会批准了重建大桥的计划。", "市议会没有批准重建大桥的计划。"),
        ("zh", "租金去年上涨了百分之五。", "租金去年下降了百分之五。"),
        ("ja", "市議会は橋の再建計画を承認した。", "市議会は橋の再建計画を承認しなかった。"),
        ("ar", "وافق مجلس المدينة على الخطة.", "لم يوافق مجلس المدينة على الخطة."),
        ("hi", "परिषद ने योजना को मंजूरी दी।", "परिषद ने योजना को मंजूरी नहीं दी।"),
    ],
)
def test_a_turned_meaning_is_caught_in_other_languages(language: str, sentence: str, item: str) -> None:
    index = index_of(sentence, language=language)
    assert found(negation.check, item, [0], index) != []
    assert found(negation.check, sentence, [0], index) == []


COURT = (
    "A jury convicted the former finance chief of four counts of theft.",
    "It acquitted him of seven others.",
)


def test_a_word_whose_whole_clause_is_told_is_not_turned() -> None:
    item = "The jury acquitted former finance chief Pavel Novak of seven others."
    assert found(negation.check, item, [0, 1], index_of(*COURT)) == []


def test_a_word_told_of_something_else_is_turned() -> None:
    item = "The jury acquitted former finance chief Pavel Novak of four counts of theft."
    assert found(negation.check, item, [0, 1], index_of(*COURT)) == [
        ("negation_added", "acquitted (article: convicted)")
    ]


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("Bus fares may go up if revenue falls.", 3),
        ("The council might raise bus fares if revenue falls.", 3),
        ("The bridge will reopen in May, Lind said.", 6),
        ("Pavel Novak is accused of stealing steel.", 7),
        ("The company plans a second office in Oslo.", 9),
        ("The company is to open an office in Oslo.", 9),
        ("Work could begin in autumn.", 10),
        ("Bosch sued Siemens in March.", 2),
    ],
)
def test_a_hedge_that_is_kept_passes(item: str, place: int) -> None:
    assert found(modality.check, item, [place]) == []


@pytest.mark.parametrize(
    ("item", "place", "detail"),
    [
        ("The council will raise bus fares next year.", 3, "raise (article: may raise)"),
        ("The council raised bus fares.", 3, "raised (article: may raise)"),
        ("The company opened a second office in Oslo.", 9, "opened (article: plans to open)"),
        ("The bridge reopened in May.", 6, "reopened (article: would reopen)"),
        ("Pavel Novak stole steel.", 7, "stole (article: accused a contractor Pavel Novak of stealing)"),
        ("Bosch may have sued Siemens over the design.", 2, "may have sued (article: sued)"),
        ("Work will begin in autumn.", 10, "(article: If the state agrees)"),
    ],
)
def test_a_hedge_lost_or_invented_is_caught(item: str, place: int, detail: str) -> None:
    assert found(modality.check, item, [place]) == [("modality_changed", detail)]


@pytest.mark.parametrize(
    ("language", "sentence", "item"),
    [
        ("de", "Der Rat könnte die Fahrpreise erhöhen.", "Der Rat wird die Fahrpreise erhöhen."),
        ("es", "El ayuntamiento podría subir las tarifas.", "El ayuntamiento subió las tarifas."),
        ("fr", "Le conseil pourrait augmenter les tarifs.", "Le conseil a augmenté les tarifs."),
        ("zh", "公司可能在五月关闭工厂。", "公司在五月关闭工厂。"),
    ],
)
def test_a_lost_hedge_is_caught_in_other_languages(language: str, sentence: str, item: str) -> None:
    index = index_of(sentence, language=language)
    assert [code for code, _ in found(modality.check, item, [0], index)] == ["modality_changed"]
    assert found(modality.check, sentence, [0], index) == []
