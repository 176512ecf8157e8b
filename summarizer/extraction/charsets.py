"""What charset labels of the web mean: Python's codecs, under more names and read as browsers read them."""

import codecs
import re

# Browsers read these labels as the code pages that hold more: Windows', Hong Kong's Big5, GB 18030.
_AS_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# Labels of the WHATWG's Encoding Standard that Python lacks, but for what `_names` tells.
_LABELS = {
    label: codec
    for codec, labels in {
        "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8",
        "cp1252": "iso88591 user-defined",
        "iso8859-2": "iso88592",
        "iso8859-5": "iso88595",
        "iso8859-6": "csiso88596e csiso88596i iso-8859-6-e iso-8859-6-i",
        "iso8859-7": "sun_eu_greek",
        "iso8859-8": "csiso88598e csiso88598i iso-8859-8-e iso-8859-8-i logical visual",
        "iso8859-13": "iso885913",
        "iso8859-15": "csisolatin9",
        "koi8-r": "koi koi8",
        "koi8-u": "koi8-ru",
        "mac-roman": "csmacintosh mac",
        "mac-cyrillic": "mac-ukrainian",
        "cp874": "dos-874 iso885911",
        "cp932": "windows-31j",
        "euc_jp": "cseucpkdfmtjapanese",
        "euc_kr": "cseuckr csksc56011987 iso-ir-149 ks_c_5601-1989 ksc_5601",
        "gb18030": "csgb2312 gb_2312 gb_2312-80",
        "big5": "cn-big5",
    }.items()
    for label in labels.split()
}
_EXPERIMENTAL = re.compile(r"^(?:x-)+")
_WINDOWS = re.compile(r"^windows-(?=\d+$)")
_NO_CHARSETS = {"unicode_escape", "idna", "punycode"}


def codec_of(label: str | None) -> str | None:
    """Return the name of the codec that the web means by `label`, None if there is none."""
    for name in _names((label or "").strip().lower()):
        try:
            info = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        if getattr(info, "_is_text_encoding", True) and info.name not in _NO_CHARSETS:
            return _AS_WIDER.get(info.name, info.name)
    return None


def _names(label: str) -> tuple[str, ...]:
    """Return what Python may call `label`: "x-sjis" is sjis, and "windows-949" cp949."""
    plain = _WINDOWS.sub("cp", _EXPERIMENTAL.sub("", label))
    return (label, plain, _LABELS.get(plain, ""))
