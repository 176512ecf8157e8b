"""One word that turns a fact is caught; the fact told in other words passes."""

import pytest
from harwick import index_of

from summarizer.grounding import ground_item


def labels(language: str, article: str, *items: str) -> list[bool]:
    """Return for each item whether it is supported by an article, whose sentences stand between bars."""
    index = index_of(*article.split("|"), language=language)
    return [ground_item(item, (), index)[1].label == "supported" for item in items]


@pytest.mark.parametrize(
    ("article", "kept", "turned"),
    [
        (
            "The court quashed the conviction of the two brothers on Monday.",
            "On Monday the court overturned the conviction of the two brothers.",
            "On Monday the court upheld the conviction of the two brothers.",
        ),
        (
            "Villagers collected 900 signatures against the quarry.",
            "Villagers collected 900 signatures against the quarry.",
            "Villagers collected 900 signatures in favour of the quarry.",
        ),
        (
            "The mill opened in 1911 and has been idle since 1974.",
            "The mill has been idle since 1974.",
            "The mill has been idle since 1911.",
        ),
        (
            "Half of the cottages will be let at below-market rents.",
            "Half of the cottages will be let at below-market rents.",
            "Half of the cottages will be let at above-market rents.",
        ),
        (
            "Neither Orla Pym nor Jens Vik owns shares in the firm.",
            "Orla Pym and Jens Vik own no shares in the firm.",
            "Both Orla Pym and Jens Vik own shares in the firm.",
        ),
        (
            "Tarn Homes has not been charged with any offence over the fire.",
            "Tarn Homes has not been charged over the fire.",
            "Tarn Homes has been charged over the fire.",
        ),
        (
            "The trial does not prove that the drug prevents heart failure, Vik said.",
            "The trial does not prove that the drug prevents heart failure.",
            "The trial proves that the drug prevents heart failure.",
        ),
        (
            "Two patients died, but neither death was related to the drug.",
            "Two patients died, and neither death was linked to the drug.",
            "Two patients died, and both deaths were related to the drug.",
        ),
        (
            "Norrfjell said it had sold nine of its brands.|It also owns the bakery Solbrod, which has 400 "
            "staff and which Norrfjell bought in 2017, and the Solbrod shops.|“Solbrod is not for sale,” Lund said.",
            "Norrfjell owns the bakery Solbrod, which has 400 staff and which it bought in 2017.",
            "Norrfjell said Solbrod, the bakery that it bought in 2017, was for sale.",
        ),
        (
            "Harbour City won the cup final against Castle Rovers on Saturday.",
            "Harbour City won the cup final on Saturday.",
            "Castle Rovers won the cup final on Saturday.",
        ),
        (
            "The next witness was Colin Vane, who sued Hugh Marlow in 2022.",
            "Colin Vane sued Hugh Marlow in 2022.",
            "Hugh Marlow sued Colin Vane in 2022.",
        ),
        (
            "A new works outside the valley would take five years, the firm said.",
            "The firm said a new works outside the valley would take five years.",
            "The firm said a new works inside the valley would take five years.",
        ),
        (
            "If the ministry rejects her appeal, Lund could sue, her lawyer said.",
            "Lund could sue if the ministry rejects her appeal.",
            "The ministry rejected her appeal.",
        ),
        (
            "The merger is subject to approval by the competition agency, which will decide in May.",
            "The merger needs the approval of the competition agency.",
            "The competition agency has approved the merger.",
        ),
        (
            "The agency could recommend the drug in October.",
            "The agency could recommend the drug in October.",
            "The agency has recommended the drug.",
        ),
        (
            "Visits fell from 1.8 to 0.7 per pupil a year.",
            "Visits fell from 1.8 to 0.7 per pupil a year.",
            "Visits fell from 1.8 to 0.7 per pupil a month.",
        ),
        (
            "The trial enrolled infants aged between three and 30 months.",
            "The infants were aged between three and 30 months.",
            "The infants were aged between three and 30 years.",
        ),
        (
            "Mayor Ada Poe said the money would go to schools.|Opponents argued that the quay was worth £9 million.",
            "Opponents said the quay was worth £9 million.",
            "Mayor Ada Poe said the quay was worth £9 million.",
        ),
        (
            "The firm did not rule out a better offer for the harbour crews.",
            "A better offer for the harbour crews was not ruled out by the firm.",
            "The firm has ruled out a better offer for the harbour crews.",
        ),
        (
            "The number of cases may rise because symptoms take ten days.",
            "More cases may follow because symptoms take ten days.",
            "More cases are certain because symptoms take ten days.",
        ),
        (
            "At full capacity the mill is meant to produce 900 tonnes a year.",
            "At full capacity the mill should produce 900 tonnes a year.",
            "At full capacity the mill already produces 900 tonnes a year.",
        ),
        (
            "Nia Petrie headed in the winner from a corner in the 90th minute.",
            "Nia Petrie headed the winner from a corner in the 90th minute.",
            "Nia Petrie nearly headed the winner from a corner in the 90th minute.",
        ),
        (
            "A grocer told the court that she had been deceived by her own bookkeeper.",
            "A grocer told the court that her own bookkeeper had deceived her.",
            "A grocer told the court that she had deceived her own bookkeeper.",
        ),
        (
            "The office said 19 of the patients were still in hospital, four of them in intensive care.",
            "Nineteen patients were still in hospital, four of them in intensive care, the office said.",
            "Nineteen patients were still in hospital, all of them in intensive care, the office said.",
        ),
        (
            "The central bank left its key rate unchanged at 5.25% on Thursday.",
            "The central bank left its key rate unchanged at 5.25% on Thursday.",
            "The central bank raised its key rate to 5.25% on Thursday.",
        ),
        (
            "The WHO could lift the alert in June.",
            "The WHO could lift the alert in June.",
            "The WHO lifted the alert in June.",
        ),
    ],
)  # fmt: skip
def test_a_turned_word_is_caught(article: str, kept: str, turned: str) -> None:
    assert labels("en", article, kept, turned) == [True, False]


@pytest.mark.parametrize(
    ("language", "article", "kept", "turned"),
    [
        ("de", "Im Mai waren 40 Prozent der Busse unpünktlich.", "40 Prozent der Busse waren im Mai unpünktlich.", "40 Prozent der Busse waren im Mai pünktlich."),
        ("de", "Der Landtag muss dem Vertrag noch zustimmen.", "Der Landtag muss dem Vertrag noch zustimmen.", "Der Landtag hat dem Vertrag zugestimmt."),
        ("de", "Das sagte Geschäftsführerin Vera Voss vor der Belegschaft in Northeim.", "Das sagte Geschäftsführerin Vera Voss vor der Belegschaft in Northeim.", "Das sagte Geschäftsführerin Vera Voss vor der Belegschaft in Holzminden."),
        ("es", "El alcalde votó en contra del plan.", "El alcalde votó en contra del plan.", "El alcalde votó a favor del plan."),
        ("es", "El gerente advirtió de que la ciudad podría sufrir cortes de luz en junio.", "El gerente avisó de posibles cortes de luz en la ciudad en junio.", "El gerente confirmó que la ciudad sufrirá cortes de luz en junio."),
        ("de", "Das Ministerium prüft, ob in Lahnau ein neues Gymnasium entstehen könnte.", "In Lahnau könnte ein neues Gymnasium entstehen.", "Das Ministerium kündigte an, dass in Lahnau ein neues Gymnasium entsteht."),
        ("fr", "Le maire a indiqué qu’aucune école n’avait été fermée.", "Le maire a indiqué qu’aucune école n’a été fermée.", "Toutes les écoles ont été fermées."),
        ("fr", "Le groupe n’exclut pas de vendre l’usine de Brenholm.", "Le groupe n’exclut pas de vendre l’usine de Brenholm.", "Le groupe exclut de vendre l’usine de Brenholm."),
    ],
)  # fmt: skip
def test_a_turned_word_is_caught_in_other_languages(
    language: str, article: str, kept: str, turned: str
) -> None:
    assert labels(language, article, kept, turned) == [True, False]


@pytest.mark.parametrize(
    ("article", "item"),
    [
        ("The storm left 8,000 farms without electricity at its height.", "At its peak the storm left 8,000 farms without power."),
        ("The results have not yet been published in a peer-reviewed journal.", "The results have not yet appeared in a peer-reviewed journal."),
        ("He was also banned from acting as a company director for ten years.", "He was barred from being a company director for ten years."),
        ("It would be wrong to say that the ward was unsafe, Dr Ada Poe said.", "Dr Ada Poe denied that the ward was unsafe."),
        ("Talks ended without an agreement on pay, without a decision on hours and without a date for more.", "Talks ended without agreement on pay, a decision on hours or a date for more."),
        ("A winger who had not scored since May won the cup for Ardwell.|Nia Petrie struck in the 90th minute.", "Nia Petrie, a winger, scored in the 90th minute to win the cup for Ardwell."),
        ("The Harwick Fisheries Board met on Monday.|The board rejected a ban on nets, as the Tern Street Record reported.", "The Harwick Fisheries Board rejected a ban on nets."),
        ("Beijing has demanded licences for gallium since August, and stopped sales to the United States.", "China has demanded licences for gallium since August."),
        ("The Bank of Islarra met on Thursday.|The crown firmed 0.3% to 14.62 per euro.", "The Islarran crown firmed 0.3% to 14.62 per euro."),
        ("Six of them, or 9.6%, felt sick, against 4.2% of the others.", "9.6% felt sick, more than double the 4.2% of the others."),
        ("Ada Poe pledged $9 million; the board has not said whether it will pay.", "The board has not said whether it will pay."),
        ("A cheap drug may slow the loss of kidney function, according to a study in a journal.", "A cheap drug may slow the loss of kidney function, a study suggests."),
        ("The mayor promised to run the number 7 bus every eight minutes.", "The mayor pledged a number 7 bus every eight minutes."),
        ("The council voted on Monday to close Dock Street to cars.|The plan was approved by 23 votes to 21.", "The council voted 23 to 21 to ban cars from Dock Street."),
        ("Scores fell by an average of 3.1 points among pupils.", "Pupils' scores fell by an average of 3.1 points."),
        ("The City manager, Ida Delgado, was proud.|“We were robbed,” said Castle manager Jan Kessler.", "Castle manager Jan Kessler said they were robbed."),
        ("The government had cut the budget by a fifth, she wrote.", "She wrote of a cut of a fifth in the budget."),
    ],
)  # fmt: skip
def test_other_words_for_the_same_pass(article: str, item: str) -> None:
    assert labels("en", article, item) == [True]
