"""Why a site gave no page, in the words of whoever asked for it: the system's own are for the log."""

import errno
import socket
import ssl

import httpcore2

_CHECK = "Check the address and the connection."
_UNREACHABLE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EHOSTDOWN, errno.ENETDOWN})


def told(err: Exception, host: str) -> str:
    """Return what went wrong on the way to `host`, and what to do next."""
    match err.__cause__ or err.__context__ or err:  # httpcore2 wraps what the system says
        case socket.gaierror(errno=socket.EAI_AGAIN):
            return f"the name {host} cannot be looked up just now. Check the connection, or try again later."
        case socket.gaierror():
            return f"there is no host {host}. Check the address."
        case ssl.SSLCertVerificationError():
            return f"the certificate of {host} is not valid. Check the address."
        case ssl.SSLError():
            return f"no secure connection to {host} can be made. Check the address."
        case ConnectionRefusedError():
            return "the site refuses the connection. Check the address, or try again later."
        case ConnectionError():
            return f"the site broke the connection off. {_CHECK}"
        case OSError(errno=number) if number in _UNREACHABLE:
            return f"the site cannot be reached. {_CHECK}"
        case _:
            cut = isinstance(err, httpcore2.ProtocolError)
            return f"{'the answer is broken off or garbled' if cut else 'the connection failed'}. {_CHECK}"
