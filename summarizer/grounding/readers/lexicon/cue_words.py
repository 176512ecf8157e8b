"""Words and phrases that negate, hedge, predict or make conditional, by language.

A line is (kind, sense, phrases). Phrases are set apart by commas; `a|b c` stands for "a c" and
"b c". The sense "none" marks what begins like a cue and is none.
"""

from typing import Literal

Kind = Literal["negation", "hedge", "prediction", "condition"]
Sense = Literal[
    "not",  # negates the verb or noun after it
    "fail",  # negates the action after it: failed to, refused to
    "deny",  # negates what is said after it
    "reject",  # says no to the thing after it, which exists all the same
    "possible",
    "alleged",
    "planned",
    "proposed",
    "expected",
    "will",
    "would",
    "if",
    "none",  # no cue at all, though it begins like one
]

_ENGLISH: tuple[tuple[Kind, Sense, str], ...] = (
    ("negation", "not", "not, could not, no, never, none, nobody, nothing, nowhere, neither, nor, without, cannot, no one, no longer, "
     "hardly, scarcely, barely, rarely, seldom, lack|lacks|lacked|lacking, lack of, absence of, far from, instead of, "
     "rather than, in no way, by no means, not yet, yet to, devoid of"),
    ("negation", "none", "not only, no fewer than, no less than, no more than, not least, no matter, no doubt, without doubt, "
     "nothing but, not just, not merely, not to mention, no sooner, why not, not simply"),
    ("negation", "fail", "fail|fails|failed|failing to, refuse|refuses|refused|refusing to, decline|declines|declined|declining to, "
     "unable to, inability to, failure to, refusal to, neglect|neglects|neglected to, stopped short of, stop|stops short of, "
     "avoid|avoids|avoided|avoiding, omitted to, unwilling to, reluctant to, fell short of, prevent|prevents|prevented|preventing, "
     "keep|keeps|kept from, barred|banned|blocked|stopped|prohibited|forbidden from, cease|ceased|ceases to, "
     "drop|drops|dropped plans to, abandoned plans to, forbid|forbids|forbade, too late to"),
    ("negation", "deny", "deny|denies|denied|denying, denial of, disputed|disputes that, refute|refutes|refuted, "
     "wrong to say, untrue that, no truth in, disavow|disavows|disavowed, rebut|rebuts|rebutted"),
    ("negation", "reject", "reject|rejects|rejected|rejecting, rule|rules|ruled|ruling out, dismiss|dismisses|dismissed, "
     "oppose|opposes|opposed|opposing, block|blocks|blocked|blocking, veto|vetoes|vetoed, rebuff|rebuffs|rebuffed, "
     "turn|turns|turned|turning down, throw|threw|thrown out, voted against, vote|votes against, "
     "contradict|contradicts|contradicted, overturn|overturns|overturned, quash|quashed, rejection of, opposition to"),
    ("hedge", "possible", "may, might, could, possibly, perhaps, maybe, likely, unlikely, probably, potentially, potential, "
     "conceivably, presumably, apparently, seemingly, arguably, appear|appears|appeared to, appears|appeared that, seem|seems|seemed, suggest|suggests|suggested, "
     "suggesting, possible, probable, possibility, likelihood, chance|chances of, risk|risks of, risk|risks|risked, threaten|threatens|threatened to, "
     "unclear, uncertain, whether to, reportedly, rumoured, rumored, unconfirmed, believed to, thought to, understood to, "
     "said to be, free to, tends|tend to, indicate|indicates|indicated, in theory, not certain, not clear, could well, "
     "believe|believes|believed|think|thinks|thought, hint|hints|hinted, speculate|speculates|speculated|speculation"),
    ("hedge", "alleged", "presumed, allegedly, alleged, alleges, allege, alleging, accuse|accuses|accused of, accusing, accused, accuse|accuses, "
     "suspected, suspect|suspects, suspicion of, purported, purportedly, supposedly, so-called, charged with, "
     "suspicion|suspicions, allegation|allegations, accusation|accusations, claims|claimed|claim to, claims|claimed|claim that, on charges of"),
    ("hedge", "planned", "plan|plans|planned|planning to, plan|plans|planned|planning for, plan|plans, planned, "
     "aim|aims|aimed|aiming to, aim|aims|aimed at, intend|intends|intended|intending to, "
     "hope|hopes|hoped|hoping to, want|wants|wanted|wanting to, seek|seeks|sought|seeking to, try|tries|tried|trying to, "
     "attempt|attempts|attempted|attempting to, bid to, considering, consider|considers|considered, weigh|weighs|weighing|weighed, "
     "vow|vows|vowed|vowing to, pledge|pledges|pledged|pledging to, pledge|pledges|pledged, promise|promises|promised|promising to, promise|promises|promised, agree|agrees|agreed|agreeing to, "
     "prepare|prepares|preparing to, propose|proposes|proposed|proposing to, ready to, willing to, offer|offers|offered to, "
     "intention to, intention of, ambition to, goal of, target of, in talks to, in talks, want|wants|wanted, "
     "request|requests|requested, urge|urges|urged, ask|asks|asked|asking for, call|calls|called|calling for, demand|demands|demanded|demanding, threat to, discussing, mulling, exploring, "
     "decide|decides|decided to, hopes, meant to, designed to, would like to"),
    ("hedge", "proposed", "propose|proposes, proposed, proposal|proposals, draft, provisional, tentative, preliminary, proposing, "
     "recommend|recommends|recommended"),
    ("prediction", "expected", "expect|expects|expected|expecting to, expected, expects, expect, expecting, set to, due to be, due to open, due to start, "
     "scheduled to, scheduled for, poised to, on track to, on course to, about to, going to, bound to, slated to, forecast|forecasts|forecasted, "
     "predict|predicts|predicted|predicting, projected, projects that, project that, estimates that, estimated to, anticipate|anticipates|anticipated, "
     "prediction|predictions, outlook, to be completed, to be built, to be paid"),
    ("prediction", "will", "will, shall, i'll, we'll, he'll, she'll, they'll, it'll, you'll"),
    ("prediction", "would", "would, should, ought to, i'd, we'd, they'd"),
    ("condition", "if", "if, unless, provided that, providing that, on condition that, on the condition that, as long as, "
     "assuming, in case, in the event, subject to, conditional on, contingent on, pending, depending on, only when"),
    ("condition", "none", "as if, even if, what if, if not, if only, if any, ask|asks|asked|asking if, know|knows|knew|see|wonder|decide if, whether or not"),
    ("hedge", "none", "plan|plans|proposal|proposals|scheme was|were approved|backed|passed|adopted|accepted|endorsed, may day, in may, on may, since may, last may, next may, early may, mid may, late may, of may, by may, until may, this may"),
)  # fmt: skip

_GERMAN: tuple[tuple[Kind, Sense, str], ...] = (
    ("negation", "not", "nicht, kein, keine, keinen, keinem, keiner, keines, nie, niemals, niemand, niemanden, nichts, ohne, weder, noch nie, "
     "nirgends, kaum, keinesfalls, keineswegs, mangels, nicht mehr, statt, anstatt"),
    ("negation", "none", "nicht nur, nicht zuletzt, nicht weniger als, nicht mehr als, ohne zweifel, nichts als"),
    ("negation", "fail", "weigert|weigerte|weigern|weigerten sich, scheiterte|scheitert|scheiterten|gescheitert, verfehlt|verfehlte|verfehlten, unfähig, "
     "verweigert|verweigerte|verweigerten, verzichtet|verzichtete|verzichten|verzichteten"),
    ("negation", "deny", "bestreitet|bestritt|bestritten|bestreiten, leugnet|leugnete|leugnen, dementiert|dementierte|dementierten|dementieren"),
    ("negation", "reject", "lehnt|lehnte|lehnten|lehnen, ablehnen, abgelehnt, ablehnte, zurückgewiesen, zurückweisen, ausgeschlossen, gegen, verworfen"),
    ("hedge", "possible", "kann, können, darf, dürfen, könnte, könnten, könne, dürfte, dürften, mag, möglicherweise, vielleicht, wahrscheinlich, wohl, vermutlich, eventuell, "
     "scheint, scheinen, schien, offenbar, anscheinend, möglich, mögliche|möglichen|möglicher, unwahrscheinlich, denkbar, womöglich, deutet|deuten darauf"),
    ("hedge", "alleged", "angeblich, mutmaßlich, mutmaßliche, mutmaßlichen, mutmaßlicher, verdächtigt, verdacht, vorgeworfen, soll, sollen, beschuldigt, vorwurf"),
    ("hedge", "planned", "veranschlagt, veranschlagen, vorgesehen, noch zustimmen|genehmigen|billigen|entscheiden|prüfen, plant, planen, plante, planten, kündigte, kündigt, kündigten, ankündigte, angekündigt, geplant, geplante, geplanten, will, wollen, wollte, wollten, beabsichtigt, beabsichtigen, "
     "erwägt, erwägen, erwog, hofft, hoffen, strebt, versucht, versuchte, versuchen, möchte, möchten, prüft, fordert, forderte, fordern, forderten, verlangt, verlangte, verlangen, verlangten"),
    ("hedge", "proposed", "vorschlag, vorgeschlagen, schlägt, schlug, entwurf, vorläufig, vorläufige"),
    ("prediction", "expected", "erwartet, erwarten, erwartete, prognostiziert, prognose, voraussichtlich, rechnet mit, rechnen mit"),
    ("prediction", "will", "wird, werden, werde"),
    ("prediction", "would", "würde, würden, sollte, sollten"),
    ("condition", "if", "wenn, falls, sofern, vorausgesetzt, unter der bedingung, es sei denn, solange"),
)  # fmt: skip

_SPANISH: tuple[tuple[Kind, Sense, str], ...] = (
    ("negation", "not", "no, nunca, jamás, ningún, ninguna, ninguno, nadie, nada, ni, sin, tampoco, falta de, apenas"),
    ("negation", "none", "no solo, no sólo, no obstante, sin embargo, sin duda, no menos de, no más de, nada menos que"),
    ("negation", "fail", "no logró, no consiguió, se negó|niega|negaron a, incapaz de, dejó de, evitó|evita|evitar, fracasó en"),
    ("negation", "deny", "negó, niega, negaron, niegan, negar, desmintió, desmiente, desmentir, desmintieron"),
    ("negation", "reject", "rechazó, rechaza, rechazaron, rechazan, rechazar, descartó, descarta, descartar, descartaron, contra, vetó"),
    ("hedge", "possible", "puede, pueden, podría, podrían, pudo, quizás, quizá, tal vez, posiblemente, probablemente, parece, parecen, sugiere, sugieren, "
     "aparentemente, posible, posibles, probable, probables, improbable, improbables, acaso"),
    ("hedge", "alleged", "presuntamente, presunto, presunta, presuntos, supuestamente, supuesto, supuesta, acusado de, acusada de, acusados de, sospechoso, sospechosos, habría, habrían"),
    ("hedge", "planned", "planea, planean, planeaba, prevé, prevén, pretende, pretenden, busca, buscan, quiere, quieren, quería, espera, esperan, estudia, estudian, "
     "intenta, intentan, intentó, propone, proponen, propuso, pide, piden, pidió, pidieron, exige, exigen, exigió, reclama, reclaman, planes, plan para"),
    ("hedge", "proposed", "propuesta, proyecto de, borrador, provisional, preliminar"),
    ("prediction", "expected", "se espera, previsto, prevista, previstos, pronostica, pronosticó, estima que, va a, van a"),
    ("condition", "if", "si, a menos que, siempre que, a condición de, en caso de, salvo que, a no ser que, mientras no, hasta que no"),
)  # fmt: skip

_FRENCH: tuple[tuple[Kind, Sense, str], ...] = (
    ("negation", "not", "pas, jamais, aucun, aucune, rien, personne ne, sans, ni, nul, nulle, guère, plus aucun, plus aucune, non, faute de, absence de"),
    ("negation", "none", "pas seulement, sans doute, pas moins de, pas plus de, non seulement, rien que, sans aucun doute"),
    ("negation", "fail", "refusé de, refuse de, refusent de, échoué à, échoue à, incapable de, incapables de, évité, évite, renoncé à, renonce à"),
    ("negation", "deny", "nie, nié, nient, dément, démenti, démentent, niait, conteste, contesté"),
    ("negation", "reject", "conteste, contesté, contestée, contestés, interdit, interdite, rejeté, rejette, rejettent, refusé, refuse, refusent, exclu, exclut, écarté, écarte, contre"),
    ("hedge", "possible", "peut, peuvent, pourrait, pourraient, peut-être, probablement, possiblement, semble, semblent, semblait, vraisemblablement, suggère, suggèrent, "
     "apparemment, possible, possibles, probable, probables, éventuellement, éventuel|éventuelle|éventuels|éventuelles, improbable, improbables, risque de"),
    ("hedge", "alleged", "présumé, présumée, présumés, prétendument, accusé de, accusée de, accusés de, soupçonné, soupçonnée, soupçonnés, aurait, auraient, serait, seraient"),
    ("hedge", "planned", "prévoit, prévoient, envisage, envisagent, compte, comptent, veut, veulent, voulait, souhaite, souhaitent, cherche à, cherchent à, espère, espèrent, "
     "entend, entendent, tente de, tentent de, propose, proposent, demande, demandent, exige, réclame"),
    ("hedge", "proposed", "proposition, projet de, ébauche, provisoire, préliminaire, proposé, proposée"),
    ("prediction", "expected", "prévu, prévue, prévus, attendu, attendue, devrait, devraient, va, vont, prévision"),
    ("condition", "if", "si, s'il, s'ils, à moins que, à condition que, pourvu que, en cas de, sauf si, tant que"),
    ("condition", "none", "même si, si bien que"),
)  # fmt: skip

_OTHERS: dict[str, tuple[tuple[Kind, Sense, str], ...]] = {
    "it": (
        ("negation", "not", "non, mai, nessun, nessuno, nessuna, niente, nulla, senza, né, neppure, nemmeno"),
        ("negation", "none", "non solo, senza dubbio"),
        ("negation", "deny", "nega, negato, ha negato, smentisce, smentito"),
        ("negation", "reject", "respinto, respinge, rifiutato, rifiuta, escluso, esclude, contro"),
        ("hedge", "possible", "può, possono, potrebbe, potrebbero, forse, probabilmente, sembra, sembrano, possibile"),
        ("hedge", "alleged", "presunto, presunta, presunti, presumibilmente, accusato di, accusata di, sarebbe, avrebbe"),
        ("hedge", "planned", "prevede, intende, intendono, vuole, vogliono, progetta, propone, chiede"),
        ("prediction", "expected", "previsto, prevista, dovrebbe, dovrebbero"),
        ("condition", "if", "se, a meno che, purché, a condizione che"),
    ),
    "pt": (
        ("negation", "not", "não, nunca, jamais, nenhum, nenhuma, ninguém, nada, nem, sem"),
        ("negation", "none", "não só, não apenas, sem dúvida"),
        ("negation", "deny", "nega, negou, negaram, desmentiu"),
        ("negation", "reject", "rejeitou, rejeita, rejeitaram, recusou, recusa, descartou, contra"),
        ("hedge", "possible", "pode, podem, poderia, poderiam, talvez, provavelmente, parece, possível, provável"),
        ("hedge", "alleged", "supostamente, suposto, suposta, alegado, alegada, acusado de, acusada de, teria, teriam"),
        ("hedge", "planned", "planeja, planeia, pretende, pretendem, quer, querem, propõe, busca, pede"),
        ("prediction", "expected", "previsto, prevista, deve, devem, deverá, vai, vão"),
        ("condition", "if", "se, a menos que, desde que, caso"),
    ),
    "nl": (
        ("negation", "not", "niet, geen, nooit, niemand, niets, zonder, noch, nergens, nauwelijks"),
        ("negation", "none", "niet alleen, niet minder dan"),
        ("negation", "deny", "ontkent, ontkende, ontkennen, ontkend"),
        ("negation", "reject", "verwerpt, verwierp, verworpen, weigert, weigerde, afgewezen, tegen"),
        ("hedge", "possible", "kan, kunnen, kon, mogelijk, misschien, waarschijnlijk, lijkt, lijken, wellicht, blijkbaar"),
        ("hedge", "alleged", "vermeende, vermoedelijk, verdacht, beschuldigd, zou, zouden"),
        ("hedge", "planned", "wil, willen, wilde, plant, plannen, gepland, beoogt, overweegt, hoopt, stelt voor"),
        ("prediction", "will", "zal, zullen, verwacht, verwachten, naar verwachting"),
        ("condition", "if", "als, indien, tenzij, mits"),
    ),
    "ru": (
        ("negation", "not", "не, нет, никогда, никто, ничего, никакой, никаких, ни, без, нельзя"),
        ("negation", "none", "не только, не менее, не более"),
        ("negation", "deny", "отрицает, отрицал, отрицала, отрицают, опроверг, опровергла, опровергли"),
        ("negation", "reject", "отверг, отвергла, отвергли, отказался, отказалась, отказались, отклонил, отклонила, против"),
        ("hedge", "possible", "может, могут, возможно, вероятно, вероятен, вряд ли, кажется, похоже, мог бы, могли бы"),
        ("hedge", "alleged", "якобы, предполагаемый, предполагаемого, подозревается, обвиняется, обвиняют"),
        ("hedge", "planned", "планирует, планируют, намерен, намерена, намерены, собирается, хочет, хотят, предлагает"),
        ("prediction", "expected", "ожидается, ожидают, прогнозирует, прогнозируют"),
        ("prediction", "will", "будет, будут"),
        ("condition", "if", "если, при условии, в случае"),
    ),
    "ar": (
        ("negation", "not", "لا, لم, لن, ليس, ليست, ليسوا, ما, بدون, دون, غير, عدم, بلا, ولا, ولم, ولن, وليس"),
        ("negation", "deny", "نفى, نفت, ينفي, تنفي, أنكر, أنكرت, ونفى, ونفت"),
        ("negation", "reject", "رفض, رفضت, يرفض, ترفض, ضد"),
        ("hedge", "possible", "قد, ربما, يمكن, يحتمل, محتمل, يبدو, لعل"),
        ("hedge", "alleged", "مزعوم, مزعومة, يزعم, زعم, يشتبه, متهم, المتهم"),
        ("hedge", "planned", "يعتزم, تعتزم, يخطط, تخطط, ينوي, تنوي, يسعى, تسعى, يدرس, تدرس"),
        ("prediction", "will", "سوف, يتوقع, تتوقع, متوقع"),
        ("condition", "if", "إذا, لو, شرط, بشرط"),
    ),
    "hi": (
        ("negation", "not", "नहीं, ना, न, मत, बिना, कभी नहीं, कोई नहीं"),
        ("negation", "reject", "इनकार, इंकार, खारिज, विरोध"),
        ("hedge", "possible", "शायद, संभवतः, सकता, सकती, सकते, संभव, संभावना"),
        ("hedge", "alleged", "कथित, आरोप, आरोपी"),
        ("hedge", "planned", "योजना, प्रस्ताव, प्रस्तावित, चाहता, चाहती, चाहते"),
        ("prediction", "will", "उम्मीद, अनुमान"),
        ("condition", "if", "अगर, यदि, बशर्ते"),
    ),
}  # fmt: skip

CUES: dict[str, tuple[tuple[Kind, Sense, str], ...]] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "es": _SPANISH,
    "fr": _FRENCH,
    **_OTHERS,
}

# Scripts without spaces: matched anywhere; an empty sense marks a word that only looks like a cue.
UNSPACED_CUES: dict[str, tuple[tuple[Kind, Sense, str], ...]] = {
    "zh": (
        ("negation", "none", "不仅, 不但, 不断, 不少, 不同, 不过, 不久, 不得不, 非常, 非洲, 无论, 不管, 未来, 并不仅, 没收, 莫过于, 不仅仅, 不只, 不锈, 不動產, 不动产, 非法, 無論"),
        ("negation", "not", "没有, 沒有, 不会, 不會, 不是, 不能, 从未, 從未, 不再, 尚未, 并非, 並非, 不, 没, 沒, 未, 非, 无, 無, 勿"),
        ("negation", "deny", "否认, 否認, 驳斥, 駁斥"),
        ("negation", "reject", "拒绝, 拒絕, 反对, 反對, 否决, 否決, 排除, 取消"),
        ("hedge", "possible", "可能, 或许, 或許, 也许, 也許, 似乎, 大概, 恐怕, 有望"),
        ("hedge", "alleged", "涉嫌, 据称, 據稱, 疑似, 据传, 被指"),
        ("hedge", "planned", "计划, 計劃, 打算, 拟, 擬, 考虑, 考慮, 希望, 建议, 建議, 试图, 旨在, 力争"),
        ("prediction", "will", "将会, 將會, 预计, 預計, 预期, 預期, 预测, 将, 將"),
        ("condition", "if", "如果, 假如, 若, 除非, 只要"),
    ),
    "ja": (
        ("negation", "none", "少なくない, だけでなく, のみならず, なければならな, 間違いな"),
        ("negation", "not", "ではない, ではなかった, なかった, しない, されない, できない, ていない, ておらず, ません, せず, ない, なく, ず、, ぬ"),
        ("negation", "deny", "否定, 否認"),
        ("negation", "reject", "拒否, 反対, 却下, 拒絶"),
        ("hedge", "possible", "可能性, かもしれ, おそらく, とみられ, 見込み, らしい, ようだ, だろう"),
        ("hedge", "alleged", "疑い, 容疑, とされる"),
        ("hedge", "planned", "計画している, 予定, 検討, 方針, 目指, 提案, 意向"),
        ("prediction", "will", "見通し, 予想, 予測"),
        ("condition", "if", "もし, 場合, 限り, であれば"),
    ),
}  # fmt: skip
