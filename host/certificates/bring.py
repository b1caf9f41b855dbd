"""Brings the proxy the secrets for a service's certificates, before an order changes anything else."""

from __future__ import annotations

import re

from host.aws import secrets
from host.aws.imds import AwsRefused
from host.certificates import kept
from host.certificates.pair import Pair, prove, read_pair
from host.certificates.secret_files import account_paths, forget_own, own_path, put
from host.edge import proxy
from host.edge.routes.certificates import mark
from host.edge.routes.route import certified
from host.model.failure import Failure
from host.model.release import Route, Secret
from host.model.tls import NO_SECRETS, ProxySecrets
from host.order import parsed
from host.run import Run
from host.state.files import read, remove, write

CERTIFICATE, ACCOUNT = "tls (input)", "acme-account (input)"
"""Names for their versions, beside those of variables."""
KEY_ID = r"[^\s{}\"\\]+"
HMAC = r"[A-Za-z0-9_-]{20,}"
URL_SAFE = str.maketrans("+/", "-_", "=")


def brought(run: Run, route: Route) -> ProxySecrets:
    """Brings the proxy what certificates need: the current secrets with the service's own certificate and its account, and the certificates
    that an earlier host got from an authority. Raises `Failure`: then the proxy is unchanged."""
    if route.tls.source == "acme":
        _restore(run, route)
    sources = {name: source for name, source in ((CERTIFICATE, route.tls.own), (ACCOUNT, route.tls.account)) if source}
    known = proxy.stored_route(run.paths, run.key)
    earlier = known if isinstance(known, Route) else None
    forget_own(run.paths, run.key, frozenset(filter(None, (route.tls.own, earlier.tls.own if earlier else ""))))
    if not sources:
        return NO_SECRETS
    run.step("certificate")
    found = secrets.read(sources, run.order.region)
    run.keep_secret([secret.value for secret in found.values()])
    if ACCOUNT in found:
        _account(run, route.tls.account, found[ACCOUNT])
    exchanged = CERTIFICATE in found and _certificate(run, route, found[CERTIFICATE], earlier)
    return ProxySecrets({name: secret.version for name, secret in found.items()}, exchanged)


def _restore(run: Run, route: Route) -> None:
    """If this fails, the authority issues new ones."""
    try:
        names = kept.restore(run.paths, kept.names_of(run.key, route), run.order.region)
    except (AwsRefused, OSError) as error:
        return run.say(f"certificates of an earlier host could not be looked for: {error}")
    if names:
        run.say(f"an earlier host had certificates for {', '.join(names)}")


def _certificate(run: Run, route: Route, secret: Secret, earlier: Route | None) -> bool:
    """Whether the proxy got a new one."""
    pair = read_pair(secret.value)
    run.keep_secret([pair.key])
    prove(pair, sorted(certified(route)))
    if earlier and earlier.tls.own == route.tls.own:
        _refuse_loss(pair, earlier)
    path, loaded = own_path(run.paths, run.key, route.tls.own), f"{run.paths.service(run.key)}/certificate"
    before = read(path)
    if before == pair.pem and read(loaded) == mark(pair.pem):
        return False
    put(path, pair.pem)
    try:
        if earlier and earlier.tls.own == route.tls.own:
            proxy.reload(run)
    except Failure:
        put(path, before) if before else remove(path)
        raise
    write(loaded, mark(pair.pem))
    return before != ""


def _refuse_loss(pair: Pair, earlier: Route) -> None:
    """Until the cut-over, the service also answers under the names of its earlier route, with the certificate from the same secret."""
    try:
        prove(pair, sorted(certified(earlier)))
    except Failure as failure:
        words = "which is served with it until the release is; put the new certificate into a secret of another name"
        raise Failure(failure.cause, f"{failure.detail}, {words}") from failure


def _account(run: Run, source: str, secret: Secret) -> None:
    identity, key = _binding(secret.value)
    run.keep_secret([key])
    for path, text in zip(account_paths(run.paths, source), (identity, key)):
        if read(path) != text:
            put(path, text)


def _binding(text: str) -> tuple[str, str]:
    """Id and key of an account: RFC 8555, 7.3.4. The key can use either base64 alphabet. Raises `Failure`."""
    said = parsed(text)
    identity, key = (said.get(name) for name in ("key-id", "hmac"))
    if not isinstance(identity, str) or not isinstance(key, str):
        raise Failure("secret-failed", "the secret of acme-account is not JSON with the texts key-id and hmac")
    spelled = key.translate(URL_SAFE)
    if not re.fullmatch(KEY_ID, identity) or not re.fullmatch(HMAC, spelled):
        raise Failure("secret-failed", "key-id or hmac in the secret of acme-account does not look like an authority's")
    return identity, spelled
