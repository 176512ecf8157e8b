"""Turn a page's bytes into text, losing at most the damaged characters."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_META_BYTES = 4096
_WIDE = ("utf-16", "utf-32")
_LETTERS_A_NUL = 50  # fewer NULs are damage: in UTF-16 markup and spaces alone bring more
# Browsers read these labels as Windows' code page.
_AS_WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
# What neither XML nor a reader can do with: control characters, lone surrogates, non-characters.
_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_CONTROLS = bytes(code for code in range(128) if _UNFIT.match(chr(code)))


def decode(content: bytes, charset: str | None, *, html: bool = False) -> str:
    """Return `content` as text: by its BOM, by `charset`, by its own meta tag if `html`, else UTF-8.

    Valid UTF-8 beyond ASCII is UTF-8, whatever a single-byte label says. Bytes that
    cannot be read become U+FFFD; NULs and lone surrogates are dropped.
    """
    for bom, name in _BOMS:
        if content.startswith(bom):
            return clean(content[len(bom) :].decode(name, errors="replace"))
    declared = _codec(charset)
    if declared is not None and declared.startswith(_WIDE) and not _may_be_wide(content):
        declared = None
    declared = declared or (_meta_codec(content) if html else None)
    if declared is None or not declared.startswith((*_WIDE, "iso2022")):
        try:
            text = content.decode("utf-8", errors="surrogatepass")
            return text if _is_clean(content) else clean(text)
        except UnicodeDecodeError as err:
            if declared is None:
                declared = _guess(content, err)
    return clean(content.decode(declared, errors="replace"))


def _may_be_wide(content: bytes) -> bool:
    """Return whether `content` may be in UTF-16 or UTF-32, in which every ASCII character has a NUL.

    Any text but a few words of Chinese holds some, and those are not valid UTF-8.
    """
    if content.count(0) * _LETTERS_A_NUL >= len(content):
        return True
    try:
        content.decode()
    except UnicodeDecodeError:
        return not content.lstrip().startswith(b"<")  # markup in single bytes
    return False


def _is_clean(content: bytes) -> bool:
    """Return whether UTF-8 surely holds nothing that `clean` takes out: told in a quarter of its time."""
    unfit = len(content.translate(None, _CONTROLS)) < len(content)
    return not unfit and b"\xed" not in content and b"\xef\xbf" not in content


def clean(text: str) -> str:
    """Return `text` without NULs, control characters and lone surrogates."""
    return _UNFIT.sub("", text)


def _codec(charset: str | None) -> str | None:
    if not charset:
        return None
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    if not getattr(codecs.lookup(name), "_is_text_encoding", True) or name in {
        "unicode_escape",
        "idna",
        "punycode",
    }:
        return None
    return _AS_WINDOWS.get(name, name)


def _meta_codec(content: bytes) -> str | None:
    found = _META_CHARSET.search(content[:_META_BYTES])
    codec = _codec(found[1].decode("ascii")) if found else None
    # A tag that can be read as ASCII is not in UTF-16, whatever it says.
    return "utf-8" if codec and codec.startswith(_WIDE) else codec


def _guess(content: bytes, first: UnicodeDecodeError) -> str:
    """Return "utf-8" for UTF-8 with damage in it, else Windows' Western code page."""
    lossy = content.decode("utf-8", errors="replace")
    damaged = lossy.count("\ufffd")
    whole = sum(character > "\x7f" for character in lossy) - damaged
    cut_at_the_end = first.start >= len(content) - 4
    return "utf-8" if whole >= damaged or cut_at_the_end else "cp1252"
