"""Whom a claim's speaker names, as schema.org wants it: a person or an organization."""

import re

# A speaker of one of these words names nobody, whatever language the claim is in.
_PRONOUNS = frozenset(
    """
    i he she it we you they one who someone somebody everyone him her us them this that these those
    ich er sie es wir man wer dieser diese dieses jener jene je il elle on nous vous ils elles celui-ci
    celle-ci yo él ella ello nosotros nosotras ellos ellas usted ustedes io lui lei egli essa noi voi
    loro essi esse eu ele ela nós eles elas ik hij zij ze wij men я он она оно мы вы они
    我 他 她 它 我们 我們 他们 他們 她们 她們 私 彼 彼女 彼ら 彼女ら 私たち 그 그녀 그들 나 우리
    أنا هو هي هم هن نحن मैं वह वे यह हम उसने उन्होंने
    """.split()
)
# What an organization is called by, at the end of its name ("Velden City Council", "Finch & Co."), …
_LAST = re.compile(
    r"""(?:^|\s)(?:academy|administration|agency|assembly|association|authority|bank|board|bureau|centre|center
    |(?:&|and)\s+co|co(?=\.)|college|commission|committee|company|congress|corp|corporation|council
    |(?:supreme|high|constitutional|district|appeals?)\s+court|department|federation|foundation|fund|gmbh
    |government|group|hospital|inc|institute|institution|laborator(?:y|ies)|limited|llc|ltd|ministry|museum
    |office|organi[sz]ation|parliament|partnership|plc|police|senate|society|trust|tribunal|union|university
    |ag|nv|s\.?p\.?a|b\.v|e\.v)\.?$
    |(?:ministerium|universität|behörde|gesellschaft|verband|regierung|gericht|polizei|kommission|ministerie|gemeente)$
    |(?:公司|集团|大学|大學|学院|银行|銀行|委员会|委員会|协会|協会|政府|警方|公社|위원회|대학교)$""",
    re.IGNORECASE | re.VERBOSE,
)
# … or at its beginning, where what it is for comes behind.
_FIRST = re.compile(
    r"""(?:universi(?:dad|tà|té|dade)|minist(?:erio|ère|ero|ério)|banco|banque|banca|gobierno|gouvernement|governo
    |comisi[oó]n|commission|commissione|comissão|consejo|conseil|consiglio|conselho|министерство|университет
    |правительство|وزارة|جامعة|حكومة)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OF = re.compile(r"\s+(?:of|for|on|in|at|de|du|der|des|für|van|voor)\s")
_ACRONYM = re.compile(r"[A-Z][A-Z&.]*[A-Z]\.?")


def author(speaker: str, site: str | None) -> dict[str, str] | None:
    """Return `speaker` as a schema.org node, or None when it is a pronoun.

    `site` is the publisher's name. Who is not plainly an organization counts as a person.
    """
    acronym = _ACRONYM.fullmatch(speaker)
    if not acronym and speaker.strip(" .").casefold() in _PRONOUNS:
        return None
    head = _OF.split(speaker, maxsplit=1)[0]
    organization = acronym or speaker == site or _LAST.search(head) or _FIRST.match(speaker)
    return {"@type": "Organization" if organization else "Person", "name": speaker}
