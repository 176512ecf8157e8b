"""Words that say the opposite of each other, and words that say no without a "not"."""

# Each line: one direction | the other. A word may stand in several lines.
ENGLISH = """
rise increase grow gain climb jump surge soar rally expand widen double triple quadruple raise boost lift add accelerate strengthen improve rebound hike grew more higher upward growth swell balloon spike | fall decrease decline drop lose slip plunge sink tumble slump shrink narrow halve cut reduce lower slide dip plummet weaken worsen slow slash trim less fewer downward decline ease deteriorate dwindle
up | down
above over exceed | below under
approve accept pass adopt ratify endorse back support grant authorise authorize clear allow permit agree | reject refuse deny veto oppose block ban forbid prohibit bar decline turn
support back favour favor endorse welcome praise praised applaud | oppose criticise criticize condemn denounce resist attack slam
win victory beat defeat triumph | lose defeat loss lost
open reopen launch start begin inaugurate establish | close shut end stop finish shutter
start begin commence open launch resume | end finish stop halt conclude close cease suspend pause
before ahead earlier prior | after following later
include | exclude
buy purchase acquire | sell divest
import | export
importer | exporter
hire recruit employ | fire dismiss sack lay layoff
profit surplus gain profitable | loss deficit unprofitable
success succeed successful successfully | failure fail unsuccessful unsuccessfully
legal lawful legally | illegal unlawful illegally
guilty convict | innocent acquit clear
convict | acquit
uphold | quash overturn reverse
favour favor | against
above-market | below-market
safe safely safety | unsafe dangerous hazardous
first | last final
ally supporter friend | critic opponent enemy rival
admit confirm acknowledge | deny reject dispute refute
confirm | deny
allow permit enable let authorise authorize | ban prohibit prevent forbid bar block
join enter | leave quit exit withdraw
arrive | leave depart
hire appoint elect | dismiss fire sack remove oust
arrest detain jail imprison | release free
possible able | impossible unable
likely | unlikely
public | private
major large big huge largest biggest larger bigger | minor small tiny smallest smaller
highest top best most maximum | lowest bottom worst least minimum
high | low
strong stronger strongly | weak weaker weakly
better | worse
good | bad
fast faster quick quickly | slow slower slowly
early earlier | late later
old older oldest | young younger youngest new newer newest
long longer | short shorter
hot hotter warm warmer | cold colder cool cooler
rich richer wealthy | poor poorer
majority | minority
male man men boy husband son father brother | female woman women girl wife daughter mother sister
north northern | south southern
east eastern | west western
left | right
domestic | foreign
private privately privately-owned | state-owned publicly-owned public
inside within | outside
enlarge extend expand | shut close shutter
optimistic confident | pessimistic doubtful worried
positive | negative
full | empty
permanent permanently | temporary temporarily
mandatory compulsory obligatory required | voluntary optional
increase raise | reduce cut lower
free | paid
urban | rural
remain stay | quit exit
keep retain | abandon scrap ditch
survive | die
protect preserve save | destroy harm damage endanger
accelerate speed hasten | delay postpone slow
build construct erect | demolish destroy dismantle
create add | cut eliminate destroy shed
present | absent
same | different
always | never
both | neither
all every everybody everyone everything | none nobody nothing
with | without
flee leave | return
premium | discount
forward hasten | delay postpone defer
praise thank | blame
start begin launch | finish complete
award | refuse
discuss consider negotiate | sign
promote | relegate demote
confirm | deny
restore | scrap abolish
enough sufficient | insufficient
encourage urge | discourage
agree agreement | disagree disagreement
appear | disappear
healthy | unhealthy sick ill
popular | unpopular
fair | unfair
legal | illegal
constitutional | unconstitutional
necessary | unnecessary
expected | unexpected
known | unknown
stable | unstable
certain clear | uncertain unclear
complete finished | incomplete unfinished
changed change | unchanged
affected | unaffected
hurt injured harmed | unhurt unharmed uninjured unscathed
occupied | vacant unoccupied empty
employed employment | unemployed unemployment
armed | unarmed
friendly | hostile
peaceful | violent
international | domestic national
compete | cooperate
attack | defend
lend | borrow
lender | borrower
creditor | debtor
employer | employee
landlord | tenant
plaintiff | defendant
winner | loser
advantage benefit | disadvantage drawback
inflow | outflow
income revenue | expense expenditure
lead | trail
ahead | behind
raise lift hike increase | unchanged
cut lower reduce | unchanged
tighten | loosen relax ease
toughen | soften relax
maximum | minimum
exact exactly precisely | roughly about approximately
directly | indirectly
unite unify | divide split
deepen strengthen | weaken loosen
upgrade | downgrade
overestimate | underestimate
remember recall | forget
arrival | departure
expansion expand | contraction shrink
centralise centralize | decentralise decentralize
pro- | anti-
introduce impose | abolish repeal lift
sure certain certainly | doubt doubtful
save | lose waste
remain stay | vanish disappear
offer propose | refuse withhold
ahead early earlier | behind late later delayed
complete completely full fully whole entire entirely | partial partially partly
shortage deficit | surplus glut oversupply
attend | skip boycott
meet | miss
comply obey | breach violate flout
overstate exaggerate | understate
"""

GERMAN = """
für | gegen
pünktlich | unpünktlich verspätet
steigen stieg gestiegen erhöhen erhöhte erhöht wachsen wuchs gewachsen zunehmen zugenommen mehr höher | sinken sank gesunken senken senkte gesenkt fallen fiel gefallen schrumpfen abnehmen abgenommen weniger niedriger reduzieren reduziert
gewinnen gewann gewonnen gewinn | verlieren verlor verloren verlust
öffnen öffnet öffnete geöffnet eröffnet eröffnete | schließen schließt schloss geschlossen
genehmigen genehmigt genehmigte billigen billigte gebilligt annehmen zustimmen zugestimmt | ablehnen abgelehnt lehnte ablehnte verworfen
vor | nach
kaufen kaufte gekauft | verkaufen verkaufte verkauft
unterstützen unterstützt unterstützte | kritisieren kritisiert kritisierte
erste ersten erster | letzte letzten letzter
schuldig | unschuldig
legal | illegal
sicher | unsicher gefährlich
anfang beginn beginnt begann begonnen | ende endet endete beendet
bestätigen bestätigt bestätigte | dementieren dementiert dementierte bestreiten bestreitet bestritt bestritten leugnet
einräumen eingeräumt zugegeben | bestreiten bestreitet bestritt bestritten leugnet
erlauben erlaubt erlaubte genehmigt gestattet | verbieten verbietet verbot verboten untersagt
verurteilen verurteilt verurteilte | freigesprochen freispruch
loben lobt lobte gelobt begrüßt begrüßte | kritisieren kritisiert kritisierte rügt rügte
verlängern verlängert | verkürzen verkürzt
einführen eingeführt | abschaffen abgeschafft aufgehoben
teurer | billiger günstiger
stärker | schwächer
größer größte größten | kleiner kleinste kleinsten
höchste höchsten höchster | niedrigste niedrigsten niedrigster
früher | später
mindestens | höchstens
erfolgreich erfolg | gescheitert erfolglos misserfolg
festgenommen verhaftet | freigelassen
mehrheit | minderheit
überschuss | defizit mangel
vollständig komplett | teilweise
nördlich | südlich
östlich | westlich
innerhalb | außerhalb
vorgezogen | verschoben vertagt
"""

SPANISH = """
favor | contra
subir subió subieron aumentar aumentó aumentaron crecer creció crecieron más alza | bajar bajó bajaron disminuir disminuyó caer cayó cayeron reducir redujo redujeron menos baja
ganar ganó ganaron ganancia ganancias | perder perdió perdieron pérdida pérdidas
abrir abrió abrirá | cerrar cerró cerrará
aprobar aprobó aprobaron aprobado aceptar aceptó | rechazar rechazó rechazaron rechazado
antes | después
comprar compró | vender vendió
apoyar apoyó apoya | criticar criticó rechaza
primero primera primer | último última
culpable | inocente
legal | ilegal
confirmar confirmó confirma confirmado | negar negó niega desmentir desmintió desmiente
admitir admitió admite reconocer reconoció reconoce | negar negó niega
permitir permitió permite autorizar autorizó autoriza | prohibir prohibió prohíbe
condenar condenó condena condenado condenada | absolver absolvió absuelve absuelto absuelta
iniciar inició comenzar comenzó empezar empezó | terminar terminó acabar acabó finalizar finalizó
contratar contrató | despedir despidió
mejorar mejoró | empeorar empeoró
éxito | fracaso
superávit beneficio beneficios | déficit pérdida pérdidas
detener detuvo detenido | liberar liberó liberado
norte | sur
mayoría | minoría
introducir introdujo implantar implantó | suprimir suprimió abolir abolió derogar derogó
ampliar amplió | recortar recortó reducir redujo
adelantar adelantó | aplazar aplazó retrasar retrasó
completo completa total | parcial
dentro | fuera
máximo máxima | mínimo mínima
"""

FRENCH = """
pour | contre opposer oppose opposent opposé
tous toutes tout | aucun aucune
augmenter augmenté augmente augmentent hausse progressé progresse plus | baisser baissé baisse diminuer diminué reculé recule chuté chute moins
gagner gagné gagne gain bénéfice bénéfices | perdre perdu perd perte pertes
ouvrir ouvert ouvre ouvrira | fermer fermé ferme fermera
approuver approuvé adopté accepté accepte | rejeter rejeté rejette refusé refuse
avant | après
acheter acheté achète | vendre vendu vend
soutenir soutenu soutient | critiqué critique
premier première | dernier dernière
coupable | innocent
légal | illégal
confirmer confirmé confirme | démentir démenti dément nier nié nie
admettre admis admet reconnaître reconnu reconnaît | nier nié nie contester contesté conteste
autoriser autorisé autorise permettre permis permet | interdire interdit
condamner condamné condamnée | acquitter acquitté acquittée relaxé relaxée
proposer proposé propose offrir offert | refuser refusé refuse
soutenir soutenu soutient approuver approuvé approuve approuvent | condamner condamne dénoncer dénoncé dénonce opposer oppose opposent
commencer commencé débuter débuté | finir fini terminer terminé achever achevé
poursuite poursuivre reconduction reconduire reconduit reconduite prolonger | fin arrêt arrêter
embaucher embauché | licencier licencié
étendre étendu élargir élargi | réduire réduit
complet complète total totale | partiel partielle
majorité | minorité
nord | sud
supérieur supérieure | inférieur inférieure
meilleur meilleure | pire
bénéfice bénéfices excédent | déficit pertes
interpellé arrêté | libéré relâché
avancer avancé | reporter reporté retarder retardé
succès | échec
maximum | minimum
"""

# Scripts without spaces: looked for anywhere in the text.
UNSPACED = {
    "zh": """
上涨 增长 上升 增加 提高 扩大 攀升 | 下降 下跌 减少 降低 缩小 下滑
批准 通过 赞成 支持 同意 | 否决 拒绝 反对
收购 买入 购买 | 出售 卖出
开放 开业 开通 | 关闭 停业 停运
盈利 | 亏损
进口 | 出口
胜利 获胜 击败 | 失败 落败 输给
之前 以前 | 之后 以后
确认 证实 承认 | 否认
允许 准许 | 禁止
最高 | 最低
高于 超过 | 低于
顺差 盈余 | 逆差 赤字
启动 开始 | 结束 终止 停止
提前 | 推迟 延后
增持 | 减持
""",
    "ja": """
増加 上昇 拡大 増やす 上がっ 増え | 減少 下落 縮小 減らす 下がっ 減っ
承認 可決 賛成 支持 | 否決 却下 反対
買収 購入 | 売却
再開 開業 | 閉鎖 休業
黒字 | 赤字
輸入 | 輸出
勝利 勝っ | 敗北 敗れ
""",
}

# Short words that decide nothing by themselves; what follows them must be the same too.
PREPOSITIONS = frozenset(
    """
    up down above over below under against für gegen pour contre before ahead earlier prior after following later more less fewer
    first last final with without all every none same different left right always never most least top
    bottom free paid new old turn clear back right pass live late early state-owned public private high
    low long short vor nach mehr weniger más menos plus moins antes después avant après present lead
    inside within outside kill agree let add good bad major minor big large small save change final man men woman women strong
    weak north south east west northern southern eastern western
    """.split()
)

# Words of which a writer may make a "not": "suspended" is "did not run".
NEGATIVE = frozenset(
    """
    reject refuse deny decline oppose block ban bar veto dismiss prevent suspend cancel scrap abandon
    withdraw withhold lack miss fail failure avoid absence absent without exclude forbid prohibit resist
    rebuff overturn quash shelve unable impossible incapable hardly barely rarely scarcely seldom yet
    missing vacant dispute contradict doubt insufficient inadequate never none neither nor no not nobody
    nothing cannot defy ignore neglect reluctant disagree objection refusal rejection denial opposition
    shortage false untrue expire void invalid boycott barred stem curb spare exempt
    """.split()
)
