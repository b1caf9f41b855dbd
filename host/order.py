"""Reading an order and a stored release. What becomes a file name, a number or an address must look like one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Callable, TypeVar

from host.model.failure import Failure
from host.model.json import Json
from host.model.order import Bake, CanaryPlan, NetworkPlan, Order, ProxyPlan
from host.model.release import Health, Process, Release, Route
from host.options import OPTIONS

T = TypeVar("T")

SERVICE = r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?"
RELEASE = r"[A-Za-z0-9][A-Za-z0-9.-]*"
ID = r"[A-Za-z0-9-]{1,100}"
DIGEST = r"sha256:[0-9a-f]{64}"
CODES = r"[0-9]{3}(-[0-9]{3})?(,[0-9]{3}(-[0-9]{3})?)*"
CIDR = r"([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}"
ANY_CIDR = rf"{CIDR}|[0-9a-f:]+/[0-9]{{1,3}}"
DOMAIN = r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*"
PREFIX = r"/|(/[A-Za-z0-9._~-]+)+"
ASSETS = r"((/(?!\.{1,2}(/|$))[A-Za-z0-9._~-]+)+)?"
VERBS = ("deploy", "rollback", "restart", "canary", "status", "remove")
ACTIONS = ("observe", "shift", "promote", "abort")
ROUTE = ("http-port", "domains", "path-prefix", "strip-path-prefix", "upstream", "trusted", "canary-header", "asset-path", "external-proxy")
"""The names of a route's fields in its document, in the order of the record."""
HEALTH = ("health-path", "health-codes", "health-host", "health-timeout", "health-interval")
OWN = frozenset(
    ("port", "args", "env", "secrets", "volumes", "memory", "cpus", "migration", "trusted-proxies", "asset-files", *ROUTE, *HEALTH)
)
"""Settings that are read here, beside those of `OPTIONS`."""


class Malformed(Failure):
    """An order or a document that does not say what it must."""

    def __init__(self, field: str) -> None:
        super().__init__("bad-payload", f"field {field} is missing or malformed")


class Reader:
    """Takes typed values out of a JSON object; names the field that is not as it must be."""

    def __init__(self, raw: Any, at: str = "") -> None:
        if not isinstance(raw, dict):
            raise Malformed(at or "order")
        self.raw: Mapping[str, Any] = raw
        self.at = at

    def _get(self, name: str, kind: tuple[type, ...], default: Any) -> Any:
        value = self.raw.get(name, default)
        if not isinstance(value, kind) or isinstance(value, bool) != (bool in kind):
            raise Malformed(self.at + name)
        return value

    def text(self, name: str, pattern: str = r"[^\0]*", default: str | None = None) -> str:
        """A string that matches the pattern as a whole."""
        value: str = self._get(name, (str,), default)
        if not re.fullmatch(pattern, value):
            raise Malformed(self.at + name)
        return value

    def number(self, name: str, low: float = 0, high: float = 10**15, default: float | None = None) -> float:
        """A number within bounds."""
        value: float = self._get(name, (int, float), default)
        if not low <= value <= high:
            raise Malformed(self.at + name)
        return value

    def integer(self, name: str, low: int = 0, high: int = 10**15, default: int | None = None) -> int:
        """A whole number within bounds."""
        value = self.number(name, low, high, default)
        if value != int(value):
            raise Malformed(self.at + name)
        return int(value)

    def flag(self, name: str, default: bool = False) -> bool:
        """True or false."""
        value: bool = self._get(name, (bool,), default)
        return value

    def texts(self, name: str, pattern: str = r"[^\0]*") -> tuple[str, ...]:
        """A list of strings, each of which matches the pattern."""
        values: list[Any] = self._get(name, (list,), [])
        if not all(isinstance(value, str) and re.fullmatch(pattern, value) for value in values):
            raise Malformed(self.at + name)
        return tuple(values)

    def pairs(self, name: str, pattern: str = r"[^\0]*") -> Mapping[str, str]:
        """An object of strings. Names are what Docker takes: anything but `=` and NUL."""
        values: dict[str, Any] = self._get(name, (dict,), {})
        for key, value in values.items():
            if not re.fullmatch(r"[^=\0]+", key) or not isinstance(value, str) or not re.fullmatch(pattern, value, re.DOTALL):
                raise Malformed(f"{self.at}{name}.{key}")
        return values

    def maybe(self, name: str, take: Callable[[str], T]) -> T | None:
        """What `take` gives, or None where the field is null or missing."""
        return None if self.raw.get(name) is None else take(name)

    def inside(self, name: str) -> Reader:
        """The object in a field."""
        return Reader(self.raw.get(name), f"{self.at}{name}.")


def read_order(text: str) -> Order:
    """The order in a JSON text. Raises `Malformed`, which names the field."""
    try:
        raw = json.loads(text)
    except ValueError:
        raise Malformed("order") from None
    return _order(Reader(raw))


def _order(raw: Reader) -> Order:
    verb = raw.text("verb", "|".join(VERBS))
    changes = verb in ("deploy", "rollback", "restart")
    bake = raw.inside("bake") if changes else None
    return Order(
        verb=verb,
        id=raw.text("id", ID),
        service=raw.text("service", f"({SERVICE})?" if verb == "status" else SERVICE),
        region=raw.text("region", r"[a-z0-9-]*", ""),
        run_url=raw.text("runUrl", r"[^\0\n]*", ""),
        lock_timeout=raw.number("lockTimeout", 0, 86_400, 60),
        release_name=raw.text("release", f"({RELEASE})?", "") if verb != "deploy" else "",
        release=_release(raw, verb),
        image_bytes=raw.integer("imageBytes", default=0),
        base=raw.texts("base", rf"\*|{RELEASE}"),
        leased=raw.flag("leased", True),
        keep=raw.integer("keep", 1, 10_000, 3),
        drain_timeout=raw.number("drainTimeout", 0, 172_800, 30),
        bake=_bake(bake) if bake else Bake(0, 20, 1),
        canary=raw.maybe("canary", lambda name: _canary(raw.inside(name))) if verb == "deploy" else None,
        proxy=_proxy(raw.inside("proxy")) if changes else ProxyPlan("", ""),
        network=_network(raw.inside("network")) if changes else NetworkPlan(None, ()),
        hosts=raw.integer("hosts", 1, 10_000, 1),
        volume_data=raw.texts("volumeData", "[a-z-]+"),
        action=raw.text("action", "|".join(ACTIONS)) if verb == "canary" else "",
        canary_id=raw.text("canary", ID) if verb == "canary" else "",
        share=raw.integer("share", 1, 99, 1),
        step=raw.integer("step", 0, 99, 0),
        cause=raw.text("cause", "[a-z-]*", ""),
        detail=raw.text("detail", r"[^\0]*", ""),
        now=raw.number("now", default=0),
        token=raw.integer("token", default=0),
    )


def _release(raw: Reader, verb: str) -> Release | None:
    """What a deploy brings. A rollback may bring what it returns to, for a host that does not keep it any more."""
    if verb == "rollback":
        return raw.maybe("document", lambda name: read_release(raw.raw[name]))
    return read_release(raw.raw.get("release")) if verb == "deploy" else None


def _bake(raw: Reader) -> Bake:
    return Bake(raw.number("time", 0, 172_800), raw.integer("minRequests", default=20), raw.number("maxErrorShare", 0, 1))


def _canary(raw: Reader) -> CanaryPlan:
    return CanaryPlan(raw.integer("share", 1, 99), raw.number("lease", 0, 86_400, 60))


def _proxy(raw: Reader) -> ProxyPlan:
    return ProxyPlan(raw.text("image", r"[^-\s]\S*"), raw.text("login", r"[A-Za-z0-9.:-]*", ""), raw.flag("given"))


def _network(raw: Reader) -> NetworkPlan:
    return NetworkPlan(raw.maybe("subnet", lambda name: raw.text(name, CIDR)), raw.texts("avoid", CIDR))


def read_release(raw: Any) -> Release:
    """The release in its document. Raises `Malformed`, which names the field."""
    release = Reader(raw, "release.")
    digest = release.text("digest", DIGEST)
    route = read_route(Reader(route_part(release.inside("spec").raw, raw), "release.spec."))
    return Release(
        name=release.text("name", RELEASE),
        digest=digest,
        image=release.text("image", rf"[^-\s]\S*@{digest}"),
        login=release.text("login", r"[A-Za-z0-9.:-]*", ""),
        commit=release.text("commit", r"[0-9A-Za-z]*", ""),
        route=route,
        processes=(_web(release.inside("spec"), release.inside("docker"), route),),
        document=release.raw,
        asset_files=release.inside("spec").text("asset-files", r"(/[^\0\n]+)?", ""),
    )


def route_part(spec: Json, document: Json) -> Json:
    """What of a release's document says how it is reached."""
    return {**spec, "trusted": document.get("trusted")}


def read_route(raw: Reader) -> Route:
    """The route in its document. Raises `Malformed`, which names the field."""
    return Route(
        port=raw.integer("http-port", 1, 65_535),
        domains=raw.texts("domains", DOMAIN),
        path=raw.text("path-prefix", PREFIX),
        strip=raw.flag("strip-path-prefix"),
        upstream=raw.text("upstream", "http|h2c|https"),
        trusted=raw.texts("trusted", ANY_CIDR),
        canary_header=raw.text("canary-header", r"[A-Za-z0-9-]+"),
        assets=raw.text("asset-path", ASSETS, ""),
        external=raw.flag("external-proxy"),
    )


def _web(raw: Reader, docker: Reader, route: Route) -> Process:
    """What is no part of Docker's description and has no code here cannot be had here, so it is not passed over."""
    for name in raw.raw.keys() - docker.raw.keys() - OPTIONS.keys() - OWN:
        raise Malformed(raw.at + name)
    return Process(
        name="web",
        port=raw.integer("port", 1, 65_535),
        args=raw.texts("args"),
        env=raw.pairs("env"),
        secrets=raw.pairs("secrets", r"(ssm|secretsmanager):\S+"),
        volumes=raw.texts("volumes", r"[^\0\n]+"),
        memory_bytes=raw.maybe("memory", raw.integer),
        cpus=raw.maybe("cpus", raw.number),
        options={name: read(raw, name) for name, read in OPTIONS.items() if name in raw.raw},
        docker=tuple(docker.inside(name).raw for name in docker.raw),
        health=_health(raw, route),
    )


def _health(raw: Reader, route: Route) -> Health:
    """Asked by a name of the route, where no other one is given."""
    return Health(
        path=raw.text("health-path", r"/[^\s\0]*"),
        codes=raw.text("health-codes", CODES),
        host=raw.maybe("health-host", lambda name: raw.text(name, r"[^\s\0]*")) or next(iter(route.domains), ""),
        timeout=raw.number("health-timeout", 0, 172_800),
        interval=raw.number("health-interval", 0, 172_800),
        upstream=route.upstream,
        behind_tls=bool(route.trusted),
    )


def parsed(text: str) -> Json:
    """The JSON object in a file's text; an empty one where it is damaged."""
    try:
        raw = json.loads(text)
    except ValueError:
        return {}
    return raw if isinstance(raw, dict) else {}
