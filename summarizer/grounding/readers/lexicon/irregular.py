"""English verbs whose past does not end in -ed: form to base."""

_FORMS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend bent|bet bets
bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt
buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled
fly flew flown|forbid forbade forbidden|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given
go went gone|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known
lay laid|lead led|leap leapt|learn learnt|leave left|lend lent|lose lost|make made|mean meant|meet met|mistake mistook mistaken
overcome overcame|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden
ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken
shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid
speak spoke spoken|speed sped|spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck
strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone
understand understood|undertake undertook undertaken|wake woke woken|wear wore worn|weave wove woven|win won|wind wound
withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written|die dying died|lie lying lied|tie tying tied|sue sued suing|owe owed owing|use used using|age aged|die dies|dye dyed
rebuild rebuilt|resell resold|repay repaid|retake retook retaken|foresee foresaw foreseen|uphold upheld|oversee oversaw overseen
"""

BASES: dict[str, str] = {
    form: base
    for entry in _FORMS.replace("\n", "|").split("|")
    if entry
    for base, *forms in [entry.split()]
    for form in forms
}
# Pasts that are spelled like the base: what they say of time must be read off their neighbours.
UNCHANGED = frozenset("cut put set hit cost let shut split spread hurt quit bid burst cast read bet".split())

# Nouns of what a verb does: "the sale" is what is sold.
_NOUNS = """
sell sale sales|approve approval approvals|reject rejection|deny denial|remove removal|withdraw withdrawal|propose proposal proposals
arrive arrival|survive survival|close closure closures|die death deaths|pay payment payments|decide decision decisions
fail failure failures|expand expansion|acquire acquisition acquisitions|invest investment investments|agree agreement agreements
announce announcement|appoint appointment|resign resignation|acquit acquittal|produce production|construct construction|destroy destruction
explode explosion explosions|elect election|reduce reduction reductions|retire retirement|argue argument|replace replacement|settle settlement
"""
BASES_OF_NOUNS: dict[str, str] = {
    form: base
    for entry in _NOUNS.replace("\n", "|").split("|")
    if entry
    for base, *forms in [entry.split()]
    for form in forms
}
