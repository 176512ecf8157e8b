"""Find reported speech in Chinese, Japanese, Arabic and Hindi, by pattern."""

import re
from collections.abc import Iterator

from summarizer.grounding.readers.reported_speech import Said

_CHINESE = (
    re.compile(
        r"(?:^|[。；！？，、」”\s])(?P<speaker>[^，。；：！？、“”「」\s]{2,30}?)"
        r"(?P<verb>表示|指出|强调|強調|宣布|警告|认为|認為|否认|否認|透露|承认|呼吁|称|稱|说|說)[，：:]?(?=(?P<content>[^称说]*))"
    ),
    re.compile(
        r"(?P<verb>据|根据|據|根據)(?P<speaker>[^，。；：！？“”]{2,30}?)(?:报道|報道|介绍|消息|透露|表示|称|的说法)[，：]?(?P<content>.+)"
    ),
)
_JAPANESE = (
    re.compile(
        r"(?:^|[。」、])(?P<speaker>[^。、「」はが]{1,30})(?:は|が)、?(?P<content>.{2,}?)(?:と|などと)"
        r"(?P<verb>述べ|語っ|話し|発表し|説明し|強調し|指摘し|主張し|警告し|明らかにし|否定し)"
    ),
    re.compile(r"(?:^|[。、])(?P<speaker>[^。、「」]{1,30})(?P<verb>によると|によれば)、?(?P<content>.+)"),
)
_ARABIC = (
    re.compile(
        r"(?:^|\s)[وف]?(?P<verb>قالت|قال|صرحت|صرح|أعلنت|أعلن|أكدت|أكد|ذكرت|ذكر|أضافت|أضاف|حذرت|حذر|أوضحت|أوضح|نفت|نفى)\s+"
        r"(?P<speaker>[^\s،.:«\"]+(?:\s+(?:[^\s،.:«\"]+|«[^»]{2,40}»)){0,6}?)\s*(?:\s(?:إن|أن|بأن|في)\s|[،:]|(?=\s[«\"][^»\"]{30}))(?P<content>.+)"
    ),
    re.compile(
        r"(?P<verb>وفقا ل|وفقاً ل|بحسب |حسب |نقلا عن )(?P<speaker>[^،.:«\"]{2,60}?)(?:[،:]|$)(?P<content>.*)"
    ),
)
_HINDI = (
    re.compile(
        r"(?:^|[।,]\s*)(?P<speaker>[^।,]{2,60}?)\s+ने\s+(?:[^।,]{0,30}?\s)?(?P<verb>कहा|बताया|घोषणा की|दावा किया|चेतावनी दी|जोर दिया)"
        r"(?:\s+है)?(?:\s+कि)?,?(?P<content>.+)"
    ),
    re.compile(r"(?:^|[।,]\s*)(?P<speaker>[^।,]{2,60}?)\s+के\s+(?P<verb>अनुसार|मुताबिक),?(?P<content>.+)"),
)
_LEAST_SAID = 3  # characters; fewer behind the verb are no more than its full stop
_PATTERNS = {"zh": _CHINESE, "ja": _JAPANESE, "ar": _ARABIC, "hi": _HINDI}
# An office before the name: "宝钢集团董事长孟繁英" is 孟繁英.
_OFFICE = re.compile(
    r"^.*(?:董事长|董事長|主席|总统|總統|总理|總理|部长|部長|市长|市長|省长|发言人|發言人|主任|教授|总经理|總經理|首席执行官|局长|局長|院长|会长|经理|"
    r"总监|總監|主管|行长|校长|队长|工程师|顾问|主席|车主|居民|分析师|分析師|经济学家|律师|律師|记者|创始人|负责人|秘书长|书记|代表|总裁|總裁|董事|研究员|专家|大臣|社長|首相|知事|会見で|メーカーの)(?=.{2,})"
)

# What may stand between the Chinese speaker and the verb: when, to whom, where.
_ASIDE = re.compile(
    r"(?:在|对|對|向|于|於|接受|周[一二三四五六日]|星期|上周|本周|当天|當天|昨[日天]|今[日天]|随后|隨後|还|還|也|则|則|曾|补充|補充|同时|再次|[0-9０-９]).*$"
)


def read_unspaced_speech(text: str, language: str) -> Iterator[Said]:
    """Yield each act of speech that the patterns of `language` find."""
    for pattern in _PATTERNS.get(language, ()):
        for match in pattern.finditer(text):
            speaker = match.group("speaker")
            if language == "zh":
                speaker = _ASIDE.sub("", speaker)
            speaker = _OFFICE.sub("", speaker).strip()
            start = min(match.start("speaker"), match.start("verb"))
            end = max(match.end("speaker"), match.end("verb")) if language != "ja" else match.end("speaker")
            content = match.span("content")
            if len(match.group("content")) < _LEAST_SAID:  # "…," X said.
                content = (0, match.start("speaker"))
            yield Said(speaker or None, match.group("verb").strip(), start, end, content)
