"""Records for tests, as short as they can be written."""

from __future__ import annotations

from typing import Any

from host.model.container import Life, Slot, located
from host.model.release import Release, Web
from host.model.service import History, ServiceState
from host.order import read_release

DIGEST = "sha256:" + "a" * 64


def route(**more: Any) -> dict[str, Any]:
    """The document of a route."""
    place = {"http-port": 80, "domains": [], "path-prefix": "/", "strip-path-prefix": False}
    return {**place, "upstream": "http", "trusted": [], "canary-header": "X-Canary", **more}


def document(name: str = "c0ffee-1", **more: Any) -> dict[str, Any]:
    """The document of a release: `spec` over what is usual, `route` as `route()` makes it. Raises `TypeError` for what a document does not have."""
    unknown = more.keys() - {"route", "spec", "docker", "digest", "image", "login", "commit", "runUrl", "service"}
    if unknown:
        raise TypeError(f"a document has no {unknown}")
    reached = dict(more.pop("route", route()))
    trusted = reached.pop("trusted")
    health = {"health-path": "/", "health-codes": "200-399", "health-timeout": 60, "health-interval": 1}
    spec = {"port": 8080, "args": [], "env": {}, "secrets": {}, "volumes": [], "migration": False, **health, **reached}
    return {
        "name": name,
        "digest": DIGEST,
        "image": f"registry.example/web@{DIGEST}",
        "login": "",
        "commit": "c0ffee",
        "runUrl": "",
        "service": {"name": "web", "environment": "production"},
        "spec": {**spec, **more.pop("spec", {})},
        "docker": {},
        "trusted": trusted,
        **more,
    }


def release(name: str = "c0ffee-1", **more: Any) -> Release:
    """A release."""
    return read_release(document(name, **more))


def web_of(one: Release) -> Web:
    """What a release with visitors has for them."""
    assert isinstance(one.kind, Web)
    return one.kind


def worker(name: str = "c0ffee-1", **spec: Any) -> Release:
    """A release of a worker."""
    return release(name, spec={"port": "none", **spec})


def order(verb: str = "deploy", **more: Any) -> dict[str, Any]:
    """An order as the runner sends it."""
    changes = {
        "base": [],
        "leased": True,
        "keep": 3,
        "drainTimeout": 30,
        "bake": {"time": 0, "minRequests": 20, "maxErrorShare": 0.1},
        "network": {"subnet": None, "avoid": []},
        "proxy": {"image": "registry.example/caddy:2", "login": ""},
    }
    own = {"release": document()} if verb == "deploy" else {}
    common = {"verb": verb, "id": "d-1", "service": "web.production", "region": "us-east-1", "lockTimeout": 5}
    return {**common, **(changes if verb in ("deploy", "rollback", "restart") else {}), **own, **more}


def slot(release_name: str, address: str = "172.29.0.2:8080", *, running: bool = True, digest: str = DIGEST, **more: Any) -> Slot:
    """A slot whose id is made of its release and address."""
    ip, port = located(address)
    identity = more.pop("id", f"{release_name}@{address}")
    return Slot(
        identity,
        f"web.production.{release_name}",
        release_name,
        digest,
        "c0ffee",
        "image",
        ip,
        port,
        Life.RUNNING if running else Life.OVER,
        more.pop("secrets", {}),
    )


def state(*releases: str, active: str | None = None, left: tuple[str, ...] = ()) -> ServiceState:
    """A service's state with these verified releases, the newest last; active is the newest where nothing else is said."""
    return ServiceState(active if active is not None else (releases[-1] if releases else ""), History(releases, frozenset(left)), ())
