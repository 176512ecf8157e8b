"""The words by which pages without an article say what they are, in the main languages of the news."""

# ruff: noqa: E501 - one line, one group of words

import re
from functools import cache
from typing import Literal

Sign = Literal[
    "script", "cookies", "notice", "consent", "reader", "paywall", "error", "withheld", "ad blocker", "unblock", "sign-in", "account", "reported",
    "robot", "maintenance", "rate limit", "session", "region", "asked",
]  # fmt: skip

_SCRIPT = {
    "en": r"(?:enable|activate|turn on|requires?|needs?|without|disabled?|switch on)\s+(?:your browser['’]?s )?java ?script"
    r"|java ?script (?:is |to be |has been |must be |appears to be )?(?:not )?(?:enabled|disabled|required|turned off|deactivated|needed)|please enable js\b",
    "de": r"java ?script (?:zu )?aktivieren|aktivieren sie (?:bitte )?java ?script",
    "fr": r"activ(?:er|ez) (?:le )?java ?script",
    "es, pt, it": r"(?:active|activa|activar|habilite|habilita|habilitar|ative|abilita(?:re)?|attiva(?:re)?) (?:o |el |il )?java ?script",
    "others": r"schakel java ?script|включите java ?script|java ?scriptを有効|启用 ?java ?script|啟用 ?java ?script|تفعيل جافا ?سكريبت|जावास्क्रिप्ट सक्षम"
    r"|(?:java ?script|자바스크립트)[를을] (?:활성화|사용)",
}
# Two of them name a notice about cookies.
_COOKIES = {
    "en": r"(?:we|our (?:site|website)|this (?:site|website)|and our (?:\d+ )?partners)\b.{0,40}\buses? cookies|accept (?:all )?cookies"
    r"|cookie (?:policy|settings|preferences|consent|notice)|manage (?:your )?(?:cookies|preferences|consent)|we value your privacy"
    r"|reject all|accept all|personali[sz]ed (?:ads|advertising|content)|store and/or access information|legitimate interest",
    "de": r"alle cookies akzeptieren|cookies (?:zulassen|zustimmen)|wir (?:und unsere partner )?verwenden cookies|datenschutzeinstellungen"
    r"|mit werbung (?:und tracking )?(?:weiter)?(?:lesen|surfen|nutzen)|pur-?abo|unsere (?:bis zu )?(?:\d+ )?(?:partner|drittanbieter)\b|verarbeiten (?:wir )?personenbezogene daten"
    r"|informationen auf (?:ihrem|deinem|einem) (?:end)?gerät|wählen sie\W+wie sie .{0,60}\b(?:weiter)?(?:nutzen|lesen) (?:wollen|möchten)|wir und (?:bis zu )?\d+ (?:partner|drittanbieter)"
    r"|(?:zustimmung|einwilligung) (?:ist |können sie )?jederzeit widerruf",
    "fr": r"accepter (?:les|et|tout)|nous (?:et nos (?:\d+ )?partenaires )?utilis(?:ons|ent) des cookies|nous et nos (?:\d+ )?partenaires|(?:continuer )?sans accepter"
    r"|cookies (?:ou|et) (?:des |d'autres )?technologies similaires|traiter des données personnelles|paramétrer (?:les|mes) cookies",
    "es": r"aceptar (?:todas las |todo|las |y continuar)(?:cookies)?|utilizamos cookies|usamos cookies|nosotros y nuestros (?:\d+ )?socios|rechazar (?:todo|y (?:pagar|suscrib))"
    r"|(?:almacen|acced)\w+ a información|información en un dispositivo|(?:navegar|continuar) sin (?:aceptar|cookies)|procesa(?:mos|r) datos personales",
    "it": r"accetta (?:tutti i |i )?cookie|utilizziamo (?:i )?cookie|noi e (?:i )?(?:nostri )?(?:\d+ )?(?:nostri )?(?:partner|fornitori)|accetta(?:re)? e continua(?:re)?|(?:continua|prosegui) senza accettare"
    r"|informazioni su un dispositivo|trattiamo (?:i )?dati personali|rifiuta (?:tutto|e abbonati)",
    "pt": r"aceitar (?:todos os )?cookies|nós e (?:os )?(?:nossos )?(?:\d+ )?(?:nossos )?parceiros|aceitar (?:tudo|e continuar)|(?:continuar )?sem aceitar|informações (?:em|num) (?:um )?dispositivo"
    r"|tratamos dados pessoais|rejeitar (?:tudo|e assinar)|(?:utilizamos|usamos) cookies",
    "nl": r"alle cookies accepteren|(?:wij|we) gebruiken cookies|(?:wij|we) en onze (?:\d+ )?partners|(?:accepteren|akkoord) en doorgaan|(?:doorgaan )?zonder (?:te )?accepteren"
    r"|informatie op een apparaat|verwerken (?:wij |we )?persoonsgegevens",
    "ru": r"(?:мы|наш сайт) (?:и наши (?:\d+ )?партн[её]ры )?использу\w+ (?:файлы )?cookie|мы и наши (?:\d+ )?партн[её]ры|принять (?:все|файлы|и продолжить)|файлы cookie на (?:вашем )?устройстве",
    "ja": r"クッキー|当社(?:と|および)(?:その)?パートナー|cookieの(?:使用|利用)|すべて(?:を?許可|に?同意|を?受け入れ)",
    "zh": r"接受所有|接受全部|使用 ?cookie|我[们們](?:及|和)(?:我[们們]的)?(?:合作)?伙伴|cookie ?(?:设置|設定|政策)|全部接受",
    "ko": r"쿠키를 (?:사용|허용)|모두 (?:수락|동의|허용)|당사(?:와|및) 파트너|쿠키 (?:설정|정책)",
    "ar": r"نستخدم ملفات تعريف الارتباط|قبول (?:الكل|جميع)|نحن وشركاؤنا|رفض الكل|إعدادات ملفات تعريف",
    "hi": r"कुकी(?:ज़|ज़|ज)? का (?:उपयोग|इस्तेमाल)|सभी (?:कुकीज़ |कुकीज़ )?स्वीकार|हम और हमारे (?:\d+ )?(?:पार्टनर|भागीदार)|कुकी (?:सेटिंग|नीति)",
}
# What such a notice calls itself, alone in a heading or a title.
_NOTICE = {
    "en": r"(?:we|this (?:web)?site|our (?:web)?site|[\w-]+\.[\w.-]{2,}) uses? cookies\b.{0,60}|we (?:value|respect|care about) your privacy"
    r"|(?:about |manage |accept |allow |choose )?(?:your |our |the use of )?(?:cookies?|privacy|consent|data)(?:(?:,| and| &) (?:your )?(?:cookies?|privacy|data))?"
    r"(?: (?:polic(?:y|ies)|settings?|preferences?(?: cent(?:er|re))?|consent|notice|choices?|options|information|matters|is important to us"
    r"|(?:on|at) [\w. ’'-]{2,40}))?|your (?:privacy|data|choice),? your (?:choice|control|data|privacy)|before you (?:continue|go on)\b.{0,40}"
    r"|.{0,30}\basks? for your consent\b.{0,40}",
    "de": r"wir (?:verwenden|nutzen|setzen) cookies\b.{0,40}|(?:wir (?:respektieren|schätzen) )?(?:ihre|deine) privatsphäre\b.{0,40}|cookie-?(?:einstellungen|hinweis\w*|richtlinie\w*|zustimmung)"
    r"|datenschutz(?:-?(?:einstellungen|hinweis\w*))?|privatsphäre-?einstellungen|(?:ihre )?(?:einwilligung|zustimmung)|mit werbung (?:und tracking )?(?:weiter)?(?:lesen|surfen|nutzen)\b.{0,40}|.{0,30}\bmit werbung oder\b.{0,40}",
    "fr": r"nous utilisons des cookies\b.{0,40}|(?:nous respectons |le respect de )?votre vie privée\b.{0,40}|(?:gestion|paramètres|paramétrage|utilisation) des (?:cookies|traceurs)|vos (?:cookies|choix|préférences)\b.{0,40}"
    r"|avec votre (?:accord|consentement)|(?:votre )?consentement",
    "es": r"(?:utilizamos|usamos) cookies\b.{0,40}|(?:valoramos|respetamos) (?:su|tu) privacidad|(?:su|tu) privacidad\b.{0,40}|(?:política|configuración|aviso|preferencias) de cookies|consentimiento",
    "pt": r"(?:utilizamos|usamos) cookies\b.{0,40}|(?:valorizamos|respeitamos) a sua privacidade|a sua privacidade\b.{0,40}|(?:política|preferências|definições|aviso) de cookies|(?:o seu )?consentimento",
    "it": r"utilizziamo i? ?cookie\b.{0,40}|la (?:tua|vostra) privacy\b.{0,40}|(?:informativa|preferenze|impostazioni) (?:sui|dei) cookie|(?:il tuo )?consenso",
    "nl": r"(?:wij|we) gebruiken cookies\b.{0,40}|(?:jouw|uw|je) privacy\b.{0,40}|cookie-?(?:instellingen|voorkeuren)|(?:jouw|uw|je) toestemming",
    "others": r"クッキー(?:について|の使用|ポリシー)?|(?:关于|关于)?cookie(?:の使用|について|设置|政策)?|(?:мы )?использу\w+ (?:файлы )?cookie\b.{0,40}|ваша конфиденциальность\b.{0,40}|개인정보 (?:보호|동의)\W*|خصوصيتك\b.{0,40}|आपकी (?:गोपनीयता|निजता).{0,30}",
}
_CONSENT = {
    "en": r"\b(?:consent\w*|your (?:device|browser|choices?|preferences|settings|privacy|experience|agreement)|our (?:\d+ )?(?:partners|vendors)|personali[sz]ed?|tailored"
    r"|accept\w*|agree\w*|opt(?:ing)?[- ]out|reject\w*|withdraw\w*|settings|preferences|personal data|use data|ads|advertis\w+|measure audiences|legitimate interest|(?:which|these|following) purposes)\b",
    "de": r"\b(?:einwillig\w+|zustimm\w+|(?:ihrem|deinem) gerät|unsere partner|widerrufen|einstellungen|werbung|tracking|personalisier\w+|akzeptier\w+|ablehn\w+|personenbezogen\w+)\b",
    "fr": r"\b(?:consentement|accord|votre appareil|nos (?:\d+ )?partenaires|accept(?:er|ez)|refuse[rz]|paramétr\w+|préférences|publicités?|personnalis\w+|vos choix|données personnelles|cookies?)\b",
    "es, pt": r"\b(?:consentimi?ento|(?:su|tu|o seu|un|um) dispositivo|(?:nuestros|nossos) (?:\d+ )?(?:socios|parceiros)|acept\w+|aceit\w+|rechaz\w+|recus\w+|preferencias|preferências|publicidade?|personali[sz]ad\w+|dat?[ad]os pes?soais|datos personales)\b",
    "it": r"\b(?:consenso|(?:tuo|vostro) dispositivo|nostri (?:\d+ )?partner|accett\w+|rifiut\w+|preferenze|pubblicità|personalizzat\w+|dati personali)\b",
    "nl": r"\b(?:toestemming|(?:jouw|uw|je) apparaat|onze (?:\d+ )?partners|accepte\w+|weiger\w+|voorkeuren|instellingen|advertenties|gepersonaliseerde?|persoonsgegevens)\b",
    "others": r"同意|広告|设备|個人情報|偏好|согласи\w+|персональн\w+|партн[её]р\w+|реклам\w+|동의|개인정보|광고|موافقت\w*|شركائنا|بياناتك|الإعلانات|सहमति|विज्ञापन|व्यक्तिगत डेटा",
}
_READER = {
    "all": r"\b(?:we|us|our|you|your|wir|uns\w*|ihr\w*|nous|vous|notre|nos|votre|vos|nosotros|nuestr[oa]s?|usted|tus?|noi|nostr[aeio]|vostr[aeio]|tu[oai]|nós|noss[oa]s?|seus?|sua"
    r"|wij|onze|uw|jouw|je|мы|наш\w*|вы|ваш\w*|нас|вас)\b|当サイト|当社|お客様|您|你|我们|我們|귀하|회원님|당사|نحن|جهازك|بياناتك|आप|हम(?:ारे)?\b",
}
_PAYWALL = {
    "en": r"(?:subscribe|sign up|register|log ?in|sign in|join)(?: now| today| or \w+(?: \w+)?)? (?:to|and) (?:continue|keep|read|unlock|view|access|see)\b"
    r"|to (?:continue|keep) reading|continue reading (?:with|for|by)|to read (?:the (?:full|rest)|this) (?:article|story)?"
    r"|already (?:a (?:subscriber|member)|have an account|subscribed|registered)|(?:for|to) (?:our )?(?:paying )?subscribers only"
    r"|subscriber[- ]only|exclusive (?:to|for) (?:our )?(?:subscribers|members)|(?:is|are) (?:only )?(?:available|reserved) (?:only )?"
    r"(?:to|for) (?:our )?(?:\w+ )?(?:subscribers|members)|(?:you['’]ve|you have) (?:reached|read|used) (?:your|all|the) .{0,40}(?:limit|free"
    r"|articles)|unlock (?:this|the) (?:article|story|content)|start your free trial|create (?:a |your )?(?:free )?account to",
    "de": r"jetzt weiterlesen|weiterlesen mit\b|um weiterzulesen|(?:nur|exklusiv) für (?:unsere )?(?:abonnent\w*|registrierte|mitglieder)|bereits (?:abonnent|kunde|registriert)|jetzt abonnieren"
    r"|(?:anmelden|einloggen|registrieren)(?: sie sich)?,? (?:und|um)\b.{0,40}lesen|(?:haben|hast) (?:sie|du) (?:bereits|schon) ein (?:abo|konto)|(?:artikel|inhalt) freischalten|mit (?:\w+-?)?abo weiterlesen|(?:jetzt )?(?:\w+-)?abo abschließen"
    r"|diese[rn] (?:artikel|inhalt) (?:ist|gibt es|können) .{0,30}(?:abonnent|abo\b)",
    "fr": r"(?:article |contenu )?réservé(?:e|s)? (?:aux|à nos) abonnés|déjà (?:abonnée?|inscrite?)\b|(?:la suite|l['’]article) est réservé|pour (?:lire|continuer|poursuivre) (?:la (?:suite|lecture)|votre lecture|cet article|l['’]article)"
    r"|(?:connectez|identifiez|abonnez|inscrivez)-vous,? (?:gratuitement )?(?:pour|et|afin)\b|il vous reste \d+ ?%|vous avez (?:atteint|lu) (?:votre|la|tous) .{0,40}(?:limite|articles)|créez (?:un|votre) compte (?:gratuit )?pour",
    "es": r"(?:sólo|solo|exclusiv[oa]s?|reservad[oa]) (?:para|a) (?:nuestros )?(?:suscriptores|usuarios registrados|socios)|(?:suscríbete|suscríbase|regístrate|regístrese|hazte (?:socio|premium)) (?:gratis )?(?:para|y) (?:seguir|continuar|leer|acceder)"
    r"|(?:inicia|inicie|iniciar) sesión (?:para|y) (?:seguir|continuar|leer|ver)|para (?:seguir|continuar) (?:leyendo|la lectura)|ya (?:eres|soy|es usted|estás) (?:suscriptor|suscrit|registrad)|(?:has|ha) (?:alcanzado|llegado) (?:al?|el) .{0,20}límite",
    "it": r"riservat[oi] (?:agli|ai nostri) abbonati|(?:solo|esclusiv[oi]) per (?:gli )?(?:abbonati|iscritti|utenti registrati)|per continuare (?:a leggere|la lettura)|per leggere (?:tutto |il resto|l['’]intero|questo) ?(?:articolo)?"
    r"|(?:accedi|abbonati|registrati|iscriviti) (?:ora |gratis )?(?:per|e) (?:continuare|leggere|continua|leggi|accedere)|sei già (?:abbonat|registrat|iscritt)|hai già un (?:account|abbonamento)|hai raggiunto il (?:numero|limite)",
    "pt": r"(?:exclusiv[oa]s?|restrit[oa]s?|reservad[oa]s?|só|somente|apenas) (?:para|a) (?:os )?(?:nossos )?(?:assinantes|membros|usuários cadastrados|utilizadores registados)|para continuar (?:lendo|a ler|a leitura|a sua leitura)|já é (?:assinante|cadastrad|membro)"
    r"|(?:faça|fazer|inicie) (?:o )?(?:seu )?(?:login|sessão) (?:para|e) (?:continu|ler|ver|acess)|(?:assine|cadastre-se|registe-se|registre-se|entre)(?: (?:já|agora|grátis))? (?:para|e) (?:continu|ler|leia|ter acesso|acess)|(?:atingiu|chegou ao) (?:o |seu )*limite",
    "nl": r"(?:alleen|exclusief|enkel) (?:voor|toegankelijk voor|beschikbaar voor) (?:onze )?(?:abonnees|leden)|om (?:dit artikel )?(?:verder )?te (?:kunnen )?lezen|al (?:abonnee|lid)\b|(?:log in|inloggen|registreer|abonneer|meld je aan|word (?:lid|abonnee))\b.{0,30}(?:lezen|te lezen|lees)"
    r"|heb je al een (?:account|abonnement)|lees (?:dit artikel )?verder (?:met|als)",
    "ru": r"только для (?:зарегистрированных|подписчиков)|доступ(?:ен|на|но|ны) (?:только )?(?:по подписке|подписчикам)|(?:войдите|авторизуйтесь|зарегистрируйтесь|подпишитесь|оформите подписку)\b.{0,30}(?:чтобы|и) .{0,20}(?:чита|прочита|продолж|дочита)"
    r"|чтобы (?:прочитать|читать|дочитать|продолжить).{0,40}(?:войдите|авториз|зарегистр|подпи|оформите)|уже (?:есть подписка|подписаны|зарегистрированы)",
    "ja": r"有料会員限定|有料記事|この記事は(?:有料|会員)|会員限定|続きを読むには|続きは(?:ログイン|会員|有料|登録)|(?:全文|続き|記事)を(?:読む|お読み|ご覧|閲覧).{0,8}(?:ログイン|会員登録|購読|登録)"
    r"|(?:ログイン|会員登録|登録|購読)(?:する|すると|して|いただくと|後に).{0,12}(?:続き|全文|記事).{0,6}(?:読|閲覧|ご覧)|購読者限定|残り ?[\d,０-９]+ ?文字",
    "zh": r"[会會][员員](?:专享|專享|专属|專屬|独享|限定|可[读讀])|[订訂][阅閱](?:后|後)(?:可|即可)?(?:阅读|閱讀|查看|解锁)|登[录錄入](?:后|後)(?:可|即可|才能|方可|便可)?(?:查看|阅读|閱讀|浏览|瀏覽|继续|繼續|观看|解锁|解鎖)"
    r"|[请請]先?(?:登[录錄入]|[注註][册冊]|付[费費]|[订訂][阅閱]).{0,10}(?:查看|阅读|閱讀|全文|继续|繼續)|(?:登[录錄入]|[注註][册冊]|[订訂][阅閱]|[购購][买買]|付[费費]|[开開]通[会會][员員]).{0,8}(?:查看|阅读|閱讀|浏览|解锁|解鎖)(?:全文|全部|完整|剩余|更多)"
    r"|(?:本文|此文|[该該]文|此[内內]容|本[内內]容)(?:为|為|是|系|[仅僅]|只)[^。]{0,6}(?:付[费費]|收[费費]|[会會][员員]|[订訂][阅閱]|[订訂][户戶])|[还還]?剩[余餘下]?[^。]{0,8}(?:未[读讀]|需付[费費]|付[费費]|[订訂][阅閱])",
    "ko": r"(?:로그인|회원 ?가입|구독)(?:하시면|하면| ?후에?|하고|을 하시면|하셔야|해야).{0,20}(?:이용|읽|보실|볼 ?수|열람|확인|계속)|(?:유료 ?회원|유료 ?구독자|구독자|회원) ?(?:전용|만 (?:볼|읽|이용))|로그인이 ?필요|(?:계속|전문을|전체를|기사를)(?: 전체)? ?(?:읽으시려면|읽으려면|보시려면|보려면)",
    "ar": r"للمشتركين فقط|للأعضاء فقط|(?:لقراءة|للمتابعة|لمتابعة|لمواصلة|للاطلاع على|لإكمال|لاستكمال).{0,40}(?:تسجيل الدخول|سج[ّ]?ل|اشترك|الاشتراك)|(?:تسجيل الدخول|سج[ّ]?ل(?:وا)? (?:ال)?دخول\w*|اشترك(?:وا)?|الاشتراك).{0,30}(?:لقراءة|للمتابعة|لمتابعة|لمواصلة|للاطلاع|لإكمال)"
    r"|(?:المحتوى|المقال)\w* (?:حصري|مخصص|متاح).{0,10}(?:للمشتركين|للأعضاء)|هل أنت مشترك|لديك حساب بالفعل",
    "hi": r"केवल (?:सदस्यों|ग्राहकों|सब्सक्राइबर\S*) के लिए|(?:पूरी|पूरा|आगे|यह|इस)\s[^।]{0,30}(?:प\S{1,4}ने|देखने|जारी रखने) के लिए[^।]{0,30}(?:लॉग ?इन|साइन ?इन|सब्सक्रा\S+|सब्सक्रिप्\S+|सदस्य\S*|रजिस्टर|पंजीकर\S+)"
    r"|(?:लॉग ?इन|साइन ?इन|सब्सक्राइब|रजिस्टर) (?:करें|करके|कर)[^।]{0,30}(?:पढ|प\u095d|देख)|पहले से (?:ही )?(?:सदस्य|सब्सक्राइब)",
}
# At the start of a title, a heading or the first lines.
_ERROR = {
    "codes": r"(?:error\W*|http\W*|fehler\W*|erreur\W*|errore?\W*|erro\W*|ошибка\W*)?(?:40[0134]|410|429|50[0234])\b\W*(?:$|error|not found|page|file|forbidden|unauthorized"
    r"|gone|bad|service|gateway|internal|access|nicht|seite|página|pagina|oops|sorry|too many|お探し|ページ|页面|頁面|страница|페이지)",
    "en": r"(?:(?:oops|sorry|uh[- ]oh)\W{0,4})?(?:(?:the |this )?(?:page|article|story|file|site)(?: you.{0,40})? (?:(?:was |is |could |can ?)?not"
    r"(?: be)? found|cannot be found|can['’]t be found|does(?:n['’]t| not) exist|no longer exists|is (?:no longer|not|un)\s?available"
    r"|has (?:been (?:re)?moved|expired))|we can(?:['’]t|not| not) find)"
    r"|(?:not found|access (?:to this page has been )?denied|forbidden|just a moment|attention required|checking your browser|pardon our interruption"
    r"|service unavailable|bad gateway|internal server error|something went wrong|security check|temporarily unavailable)",
    "de": r"(?:die )?(?:gewünschte |angeforderte |gesuchte )?seite .{0,40}(?:nicht gefunden|existiert nicht|nicht (?:mehr )?(?:verfügbar|vorhanden))|seite nicht gefunden|zugriff verweigert|dienst nicht verfügbar",
    "fr": r"(?:oups\W{0,4})?(?:la |cette )?page (?:que .{0,40})?(?:(?:est )?introuvable|non trouvée|n['’]existe (?:pas|plus)|n['’]a pas été trouvée|n['’]est (?:pas|plus) disponible)|accès (?:refusé|interdit)",
    "es": r"(?:la |esta )?página (?:que .{0,40})?(?:no (?:fue |ha sido |se ha )?encontrada|no existe|no (?:se encuentra|está) disponible)|no (?:encontramos|hemos encontrado) la página|acceso denegado",
    "it": r"(?:la |questa )?pagina (?:che .{0,40})?(?:non (?:è stata )?trovata|inesistente|non esiste|non (?:è )?(?:più )?disponibile)|accesso negato",
    "pt": r"(?:a |esta )?página (?:que .{0,40})?(?:não (?:foi )?encontrada|não existe|não está disponível|indisponível)|acesso negado",
    "nl": r"(?:de |deze )?pagina (?:die .{0,40})?(?:niet gevonden|bestaat niet|(?:is|kan|kon) niet .{0,20}gevonden|niet beschikbaar)|toegang geweigerd",
    "ru": r"(?:запрашиваемая |такая |эта )?страница (?:не найдена|не существует|удалена|недоступна)|доступ (?:запрещ|ограничен)",
    "ja": r"(?:お探しの|ご指定の|指定された|アクセスされた|この)?(?:ページ|記事)(?:が|は)(?:現在)?(?:見つかりません|見つかりませんでした|存在しません|削除され|ご利用いただけません)|アクセスが拒否",
    "zh": r"(?:抱歉|[对對]不起|很遗憾)?[,，。!！]?\s?(?:[您你](?:要|所|想)?(?:访问|訪問|查找|浏览|瀏覽|请求|請求)的)?(?:[该該此]|这个)?(?:页面|頁面|网页|網頁|文章)(?:不存在|未找到|找不到|走丢了|已(?:被|经)?(?:删除|刪除|移除|下线)|无法访问|無法訪問)|找不到.{0,8}(?:网页|頁面|页面|網頁)|(?:访问|訪問)被(?:拒绝|拒絕)",
    "ko": r"(?:요청하신 |찾으시는 )?페이지(?:를|가)? ?(?:찾을 수 없|존재하지 않|삭제)|(?:찾을 수|존재하지 않는) ?(?:없는 )?페이지|접근이 (?:거부|차단)",
    "ar": r"(?:عذر\S{1,3} )?الصفحة (?:المطلوبة |التي .{0,40})?(?:غير موجودة|غير متوفرة|غير متاحة|لم تعد)|لم (?:يتم العثور على|نتمكن من العثور على|نعثر على) (?:هذه )?الصفحة",
    "hi": r"(?:यह )?(?:पृष्ठ|पेज) (?:नहीं मिला|मौजूद नहीं|उपलब्ध नहीं|नहीं मिल)",
}
_WITHHELD = {
    "all": r"(?:error )?451\b|unavailable (?:due to|for) legal reasons"
    r"|we (?:recogni[sz]e|have noticed) (?:that )?you are (?:attempting to|trying to) access this (?:web)?site from a country|aus rechtlichen gründen nicht (?:verfügbar|erreichbar)|indisponible pour (?:des )?raisons (?:légales|juridiques)"
    r"|no (?:está )?disponible por (?:motivos|razones) legales|недоступн\w+ по (?:юридическим|правовым) причинам|法的な?理由.{0,10}(?:表示|閲覧|利用)できません",
}
# At the start of a sentence of a title, a heading or the first lines.
_ROBOT = {
    "en": r"are you (?:a |really )?(?:human|(?:ro)?bot|real person)\b\W*(?:$|or\b)|(?:we(?:['’]ve| have)?|our systems? ha(?:ve|s)) detected (?:\w+ )?(?:unusual|suspicious|automated) (?:activity|traffic|requests?|behaviou?r)\b"
    r"|(?:(?:please|to continue|before you \w+)\W+)*(?:(?:press|click|check|tick|slide|drag|complete|solve)\b.{0,60} )?(?:confirm|verify(?:ing)?|prove|show (?:us|that)|let us know|make sure|checking)\b.{0,30}\byou(?:['’]re| are) (?:not )?(?:an? )?(?:human|(?:ro)?bot|real person)\b"
    r"|(?:please )?press (?:and|&) hold (?:the |this |below|to (?:confirm|verify|prove|continue))|captcha\W*$|(?:please )?(?:complete|solve|enter) (?:the|this) captcha|(?:robot|bot|human) (?:check|verification)\W*$",
    "de": r"(?:sind sie|bist du) ein (?:mensch|roboter)|(?:bitte )?(?:bestätigen sie|bestätige).{0,30}\b(?:kein roboter|ein mensch)\b|(?:wir haben )?ungewöhnliche[nr]? (?:aktivitäten|datenverkehr|zugriffe)\b.{0,30}\b(?:ihre[mnr]|festgestellt|erkannt)",
    "fr": r"êtes-vous un (?:humain|robot)|(?:veuillez )?(?:confirme[rz]|vérifie[rz]|prouve[rz]).{0,30}\bvous (?:n['’]êtes pas un robot|êtes (?:bien )?(?:un )?humain)|nous avons détecté une activité (?:inhabituelle|suspecte)",
    "es": r"¿?eres (?:un )?(?:humano|robot)|(?:por favor,? )?(?:confirm[ae]r?|verifi(?:ca|que)r?|demuestr[ae]).{0,20}\bque (?:no (?:eres|es) un robot|(?:eres|es) (?:un )?humano)|hemos detectado (?:una )?actividad (?:inusual|sospechosa)",
    "it": r"sei (?:un )?(?:umano|robot)\b|(?:conferma|verifica|dimostra)(?:re)? (?:di|che) (?:non (?:essere|sei) un robot|(?:essere|sei) (?:un )?umano)|abbiamo rilevato (?:un['’])?attività (?:insolita|sospetta)",
    "pt": r"(?:você )?é (?:um )?(?:humano|robô)\W*$|(?:confirme|verifique|prove) que (?:você )?(?:não é um robô|é (?:um )?humano)|detectamos (?:uma )?atividade (?:incomum|suspeita)",
    "nl": r"ben (?:je|u) een (?:mens|robot)|(?:bevestig|bewijs|controleer) dat (?:je|u) (?:geen robot|een mens)|(?:we|wij) hebben ongebruikelijke activiteit",
    "others": r"(?:вы (?:не )?робот|подтвердите,? что (?:запросы отправляли )?вы\b.{0,12}(?:не робот|человек))|(?:あなたは)?(?:ロボット|人間)(?:ですか|であること(?:を|の)(?:確認|証明)|ではないこと(?:を|の)(?:確認|証明)|ではありません)|[请請].{0,8}(?:[证證确確][明认認]|验证|驗證).{0,6}(?:不是机器人|不是機器人|是真人)|(?:人机|人機)(?:验证|驗證)"
    r"|로봇이 아(?:님|니)|أنا لست (?:برنامج )?روبوت|(?:تأكد|أثبت|تحقق) .{0,12}(?:لست روبوت|إنسان)",
}
_MAINTENANCE = {
    "en": r"we(?:['’]ll| will) be (?:right )?back (?:soon|shortly|online|up)\b|(?:sorry\b.{0,40}? )?(?:but )?we(?:['’]re| are) (?:currently |temporarily )?(?:performing|doing|carrying out|undergoing|conducting|down for|offline for|closed for|under(?:going)?)\b.{0,30}\bmaintenance"
    r"|(?:sorry,? )?(?:this|our|the) (?:web ?)?(?:site|page|service) is (?:currently |temporarily )?(?:down|offline|undergoing|under|unavailable|closed)\b.{0,40}\bmaintenance"
    r"|(?:(?:scheduled|planned|routine|system|site|website|server|down for|under|in) )*maintenance(?: (?:mode|break|page|work|in progress))?\W*$",
    "de": r"wir sind (?:gleich|bald|in kürze) (?:wieder|zurück)|(?:geplante )?wartung(?:sarbeiten|smodus|spause)?\W*$|(?:wegen|aufgrund) (?:\w+ )?wartungsarbeiten|(?:unsere|diese) (?:web)?seite wird (?:gerade|derzeit) gewartet",
    "fr": r"(?:nous (?:serons|sommes) (?:bientôt )?de retour|de retour (?:bientôt|dans))|(?:(?:le|notre|ce) )?(?:site|service) (?:est )?(?:actuellement |temporairement )?en (?:cours de )?maintenance|(?:site )?en maintenance\W*$|maintenance en cours",
    "es, pt": r"(?:volvemos|volveremos|voltamos|voltaremos) (?:en breve|pronto|em breve|já)|(?:(?:el|nuestro|este|o|nosso) )?(?:sitio|site|página) (?:web )?(?:está )?(?:en|em) (?:mantenimiento|manutenção)|(?:en|em) (?:mantenimiento|manutenção)\W*$",
    "it, nl": r"torniamo (?:presto|subito)|(?:il|questo) sito è in manutenzione|(?:sito )?in manutenzione\W*$|(?:we|wij) zijn (?:zo|snel|binnenkort) (?:weer )?terug|(?:onderhoud|onderhoudswerkzaamheden)\W*$",
    "others": r"(?:на сайте )?(?:ведутся|проводятся) (?:технические|профилактические) работы|сайт (?:временно )?(?:на обслуживании|недоступен из-за)|(?:ただいま|現在)?[、\s]?(?:システム)?メンテナンス中|(?:系统|系統|网站|網站)?(?:正在)?(?:维护|維護)(?:中|升级)|(?:시스템|서버) ?점검 ?중|الموقع (?:قيد|تحت) الصيانة|साइट (?:का )?रखरखाव",
}
_RATE_LIMIT = {
    "en": r"(?:rate|request|api|usage) limits? (?:exceeded|reached)\b|too many requests\b\W*(?:$|from\b|in\b)|(?:sorry,? )?(?:you(?:['’]ve| have)|your (?:ip|address|network) has) (?:sent|made|submitted|exceeded|reached|hit)\b.{0,30}\b(?:requests?|rate limit)\b",
    "others": r"zu viele (?:an|zu)(?:fragen|griffe)\b|trop de requêtes|demasiad[ao]s (?:solicitudes|peticiones|pedidos)|muitas solicitações|troppe richieste|te veel (?:verzoeken|aanvragen)|слишком много запросов|(?:リクエスト|アクセス)(?:数)?(?:が|の)(?:多すぎ|上限)|(?:请求|請求|访问|訪問|操作)(?:过于|過於|太)?(?:频繁|頻繁)|요청이 너무 많|طلبات كثيرة جد",
}
_SESSION = {
    "en": r"(?:sorry,? )?(?:your|the|this) (?:\w+ )?session (?:has |was |is )?(?:expired|timed out|ended)\b|session (?:expired|timed out|timeout)\W*$|you (?:have been|were) (?:automatically )?(?:signed|logged) out\b",
    "others": r"(?:ihre|deine|die) sitzung ist abgelaufen|votre session (?:a expiré|est expirée)|(?:su|tu|la) sesión ha (?:expirado|caducado)|la (?:tua |sua )?sessione è scaduta|(?:a )?sua sessão (?:expirou|foi encerrada)|(?:uw|je) sessie is verlopen|(?:ваша )?сессия (?:истекла|завершена)|время (?:вашей )?сессии истекло"
    r"|セッション(?:の有効期限)?が(?:切れ|終了|タイムアウト)|(?:会话|會話|登录|登錄)(?:已|状态已)?(?:过期|過期|超时|失效)|세션이 (?:만료|종료)|انتهت (?:صلاحية )?(?:الجلسة|جلستك)",
}
_REGION = {
    "en": r"(?:(?:we['’]re |we are )?sorry\W+(?:but )?)?(?:(?:this|the) (?:\w+ )?(?:content|page|site|website|article|story|video|programme|program|service)\b(?: you.{0,30})? (?:is|are) )?(?:currently )?(?:not|un)\s?(?:currently )?available (?:to (?:you|readers|users) )?(?:in|from|for) your (?:country|region|location|area)\b",
    "others": r"(?:diese[rs]? (?:inhalt|artikel|seite|angebot|video) (?:ist|steht) )?in (?:ihre[mr]|deine[mr]) (?:land|region) nicht (?:verfügbar|zur verfügung)|(?:ce (?:contenu|site)|cet article|cette (?:page|vidéo)) n['’]est pas (?:disponible|accessible) dans votre (?:pays|région)|(?:est[ea] \w+ )?no (?:está )?disponible en (?:su|tu) (?:país|región)"
    r"|(?:quest[oa] \w+ )?non (?:è )?disponibile nel (?:tuo|suo) paese|(?:est[ea] \w+ )?não está disponível (?:no seu país|na sua região)|(?:deze \w+ is )?niet beschikbaar in (?:uw|jouw|je) (?:land|regio)|(?:\w+ )?недоступ\w+ в (?:вашей стране|вашем регионе)|お住まいの(?:国|地域)では|(?:您|你)所在的?(?:地区|地區|国家|國家).{0,10}(?:无法|無法|不可|不提供)|(?:귀하의|현재) (?:국가|지역)에서는? ?(?:이용|볼) ?수 없|غير متاح في (?:بلدك|منطقتك)",
}
_AD_BLOCKER = {
    "all": r"ad ?-?block(?:er|ing)?s?\b|(?:werbe|anzeigen)blocker|bloqueurs? de (?:pub|publicités?)|bloqueador(?:es)? de (?:anuncios|publicidad)e?|blocca(?:tore di)? ?(?:annunci|pubblicità)|advertentieblocker|reclameblokker"
    r"|блокировщик\w* рекламы|広告ブロッ?カ?|[广廣]告(?:拦截|攔截|屏蔽|封鎖)|광고 ?차단|(?:مانع|حاجب|أداة حظر) (?:ال)?إعلانات|विज्ञापन (?:अवरोधक|ब्लॉकर)|एड ?ब्लॉक\S*",
}
_UNBLOCK = {
    "all": r"(?:disabl|turn(?:ing)? (?:it |your \S+ \S+ )?off|whitelist|allow(?:list)?\b|switch(?:ing)? (?:it )?off|deaktivier|ausschalt|abschalt|désactiv|desactiv|disattiv|desativ|schakel|отключ|無効|オフに"
    r"|[关關][闭閉]|停用|禁用|白名[单單]|해제|꺼 ?주|تعطيل|إيقاف|बंद कर)",
}
# Alone in a heading, or in a part of the title.
_SIGN_IN = {
    "all": r"(?:please )?(?:sign|log)[ -]?(?:in|on|up)(?: (?:to|with|or|for|and|/) .{1,40})?|welcome back.{0,20}|(?:create|register)(?: (?:an?|your|for an))?(?: free)? account|register|subscriber log ?in|member log ?in|account"
    r"|(?:bitte )?(?:anmelden|anmeldung|einloggen|login|registrieren|registrierung)(?: (?:bei|mit|und|oder) .{1,40})?|willkommen zurück|mein konto"
    r"|connexion|se connecter|connectez-vous|identifi(?:cation|ez-vous)|(?:créer un|mon) compte|inscription|inici(?:ar|a|e) (?:de )?sesión|acceder|mi cuenta|regístrate|registrarse"
    r"|accedi|accesso|registrati|il mio account|entrar|iniciar sessão|(?:faça|fazer) (?:o )?login|cadastr(?:o|e-se)|inloggen|aanmelden|log in|mijn account|вход|войти|авторизация|регистрация|личный кабинет"
    r"|(?:会員)?ログイン|サインイン|(?:新規)?会員登録|(?:用户|用戶|会员|會員)?(?:登[录錄入]|[注註][册冊])|로그인|회원 ?가입|تسجيل (?:ال)?دخول|إنشاء حساب|लॉग ?इन|साइन ?इन|खाता बनाएं",
}
_ACCOUNT = {
    "all": r"passwor[dt]|passwort|mot de passe|contraseña|senha|wachtwoord|парол|パスワード|密[码碼]|비밀번호|كلمة (?:المرور|السر)|पासवर्ड|e-?mail address|social account|username",
}
# What a site asks of a reader whom it does not let in, where it does not say "you".
_ASKED = {
    "all": r"\b(?:please|try again|contact|refresh|reload|come back|reference (?:id|code|number)|bitte|erneut versuchen|veuillez|réessaye[rz]|por favor|int[eé]nt\w+ de nuevo|tente novamente|per favore|riprova\w*"
    r"|alstublieft|probeer|пожалуйста|попробуйте|повторите)\b|(?:して|お試し)ください|[请請](?:您|稍|重|再|[刷点點返])|주세요|바랍니다|يرجى|कृपया",
}
# A text that reports has an author; a wall has none.
_REPORTED = {
    "all": r"\b(?:said|says|told|wrote|announced|argued|warned|according to|sagte|sagt|erklärte|teilte|berichtete|forderte|a (?:dit|déclaré|annoncé|affirmé|indiqué|estimé)|dijo|afirmó|anunció|explicó|aseguró"
    r"|ha (?:detto|dichiarato|annunciato|spiegato)|disse|afirmou|anunciou|explicou|zei|zegt|aldus|verklaarde|сказал\w*|заявил\w*|сообщил\w*)\b"
    r"|と(?:述べ|話し|発表し|語っ)た|によると|[宣表][布示]|[据據].{1,12}(?:报道|報道|消息)|말했다|밝혔다|전했다|\bقال\w*|\bأعلن\w*|\bصرّ?ح\w*|कहा|बताया",
}
_TABLES: dict[Sign, dict[str, str]] = {
    "script": _SCRIPT, "cookies": _COOKIES, "notice": _NOTICE, "consent": _CONSENT, "reader": _READER, "paywall": _PAYWALL, "error": _ERROR,
    "withheld": _WITHHELD, "ad blocker": _AD_BLOCKER, "unblock": _UNBLOCK, "sign-in": _SIGN_IN, "account": _ACCOUNT, "reported": _REPORTED,
    "robot": _ROBOT, "maintenance": _MAINTENANCE, "rate limit": _RATE_LIMIT, "session": _SESSION, "region": _REGION, "asked": _ASKED,
}  # fmt: skip


@cache
def words_of(sign: Sign) -> re.Pattern[str]:
    """Return the pattern of a `sign`, whatever the language; it is made when a page is first suspected."""
    return re.compile("|".join(f"(?:{words})" for words in _TABLES[sign].values()), re.IGNORECASE)
