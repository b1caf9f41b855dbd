"""How a service is served over HTTPS."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Tls(NamedTuple):
    """`source`: where certificates come from: `off`, `acme`, `internal` for an authority of the host's own, or the reference of a secret that holds
    one's own. `port` takes HTTPS; `redirect`: HTTP is sent there. `hsts`: seconds for which browsers are to ask by HTTPS only, None to say nothing.
    `redirect_domains` are names that lead to the first of the route's domains, also without HTTPS.

    Of `acme`: `directory` is the authority's address, "" for Let's Encrypt; `email` and `account`, a reference to the secret of an external account
    binding, are "" for none; `challenge`: `http` for what is answered on ports 80 and 443, or `dns` for records in Route 53."""

    source: str = "off"
    port: int = 443
    redirect: bool = True
    hsts: int | None = None
    redirect_domains: tuple[str, ...] = ()
    directory: str = ""
    email: str = ""
    account: str = ""
    challenge: str = "http"

    @property
    def own(self) -> str:
        """The reference of the secret that holds the service's own certificate, "" for none."""
        return self.source if ":" in self.source else ""

    @property
    def on(self) -> bool:
        """Whether the service is served over HTTPS."""
        return self.source != "off"


NO_TLS = Tls()


class ProxySecrets(NamedTuple):
    """What the proxy has for a service out of secrets: their versions, by input, and whether the service's own certificate is another one than
    before."""

    versions: Mapping[str, str]
    exchanged: bool


NO_SECRETS = ProxySecrets({}, False)
