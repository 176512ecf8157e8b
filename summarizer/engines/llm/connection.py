"""The way to a model's server: its address, how that is shown, and an HTTP client to use it with."""

import re
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from summarizer.config import Settings
from summarizer.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

_USER = re.compile(r"(^|//)([^/?#]*)@")
_QUERY = re.compile(r"[?#].*", re.DOTALL)
_SECRET_CHARS = 4  # less keeps no secret, and stands in messages by chance
_OPENAI_HOSTS = ("api.openai.com", ".openai.azure.com")
_PROXIES = "HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY"


@dataclass(frozen=True, slots=True)
class Address:
    """A base URL in two: what the path of each request goes on from, and the query that each has."""

    url: str
    query: dict[str, str]


def read_address(base_url: str) -> Address:
    """Return the two parts of `base_url`; ConfigError if it is no http or https address."""
    import httpx2

    if not base_url.startswith(("http://", "https://")):
        raise ConfigError(f"The base URL {shown(base_url)!r} must begin with http:// or https://.")
    try:
        url = httpx2.URL(base_url)
    except httpx2.InvalidURL:  # not chained: it may name what `shown` hides
        raise ConfigError(f"The base URL {shown(base_url)!r} is no valid address.") from None
    return Address(str(url.copy_with(query=None, fragment=None)), dict(url.params))


def shown(base_url: str) -> str:
    """Return `base_url` without a user name, a password and the values of its query."""
    return _QUERY.sub("?…", _USER.sub(r"\1", base_url))


def is_openais(base_url: str) -> bool:
    """Return whether `base_url` is OpenAI's own, whose models and their ways are known."""
    host = re.split(r"[/?:]", shown(base_url).partition("://")[2], maxsplit=1)[0]
    return host.endswith(_OPENAI_HOSTS)


def secrets_of(settings: Settings) -> frozenset[str]:
    """Return what no message may repeat: the key, and what `shown` leaves out of the base URL."""
    base_url = settings.base_url or ""
    user, query = _USER.search(base_url), _QUERY.search(base_url)
    parts = [user[2], user[2].partition(":")[2]] if user else []
    parts += [part.partition("=")[2] or part for part in re.split(r"[?&#;]", query[0])] if query else []
    parts += [unquote(part) for part in parts]
    if settings.api_key:
        parts.append(settings.api_key.get_secret_value())
    return frozenset(part for part in parts if len(part) >= _SECRET_CHARS)


def open_http(make: "Callable[..., httpx2.Client]", **options: Any) -> "httpx2.Client":
    """Return `make(**options)`, an HTTP client that obeys the environment's proxies and certificates.

    Raises ConfigError when those cannot be used.
    """
    import httpx2

    try:
        return make(**options)
    except ImportError as err:
        raise ConfigError(
            "The environment names a SOCKS proxy, for which a package is missing. Install it "
            f"(pip install socksio), or unset or change the proxy ({_PROXIES})."
        ) from err
    except OSError as err:
        why = "not in PEM form" if isinstance(err, ssl.SSLError) else err.strerror
        raise ConfigError(
            f"The certificates that the environment names cannot be read ({why}). "
            "Mend or unset SSL_CERT_FILE and SSL_CERT_DIR."
        ) from err
    except (httpx2.InvalidURL, ValueError):  # not chained: it may name a proxy's password
        raise ConfigError(
            f"The proxy that the environment names is no valid address. Mend or unset it ({_PROXIES})."
        ) from None
