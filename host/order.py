"""Reads an order and a stored release. Validates everything that becomes a file name, a number or an address."""

from __future__ import annotations

import json
from typing import Any

from host.edge.routes.read import ROUTE_SETTINGS, read_reach, route_part
from host.model.json import Json
from host.model.order import Bake, CanaryPlan, NetworkPlan, Order, ProxyPlan
from host.model.reader import CIDR, SERVICE, Malformed, Reader
from host.model.release import Health, Job, Kind, Process, Release, Route, Web, Worker
from host.options import OPTIONS

RELEASE = r"[A-Za-z0-9][A-Za-z0-9.-]*"
ID = r"[A-Za-z0-9-]{1,100}"
DIGEST = r"sha256:[0-9a-f]{64}"
CODES = r"[0-9]{3}(-[0-9]{3})?(,[0-9]{3}(-[0-9]{3})?)*"
VERBS = ("deploy", "rollback", "restart", "canary", "status", "logs", "remove")
ACTIONS = ("observe", "shift", "promote", "abort")
HEALTH = ("health-path", "health-codes", "health-host", "health-timeout", "health-interval", "settle-time", "stop-first")
COMMAND = ("release-command", "release-command-timeout")
RUNS_COMMAND = "skip|run|only"
OWN = frozenset(
    ("port", "args", "env", "secrets", "volumes", "memory", "cpus", "migration", "asset-files", *COMMAND, *ROUTE_SETTINGS, *HEALTH)
)
"""Settings read here, beside those of `OPTIONS`."""


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
        certificate_timeout=raw.number("certificateTimeout", 0, 172_800, 120),
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
        seed=raw.maybe("seed", lambda name: _seed(raw.inside(name))) if verb == "deploy" else None,
        lines=raw.integer("lines", 1, 10_000, 200),
        since=raw.number("since", default=0),
        release_command=raw.text("releaseCommand", RUNS_COMMAND, "skip") if verb == "deploy" else "skip",
    )


def _release(raw: Reader, verb: str) -> Release | None:
    """The release of a deploy. A rollback can have one, too, for a host that no longer has it."""
    if verb == "rollback":
        return raw.maybe("document", lambda name: read_release(raw.raw[name]))
    return read_release(raw.raw.get("release")) if verb == "deploy" else None


def _bake(raw: Reader) -> Bake:
    return Bake(raw.number("time", 0, 172_800), raw.integer("minRequests", default=20), raw.number("maxErrorShare", 0, 1))


def _canary(raw: Reader) -> CanaryPlan:
    return CanaryPlan(raw.integer("share", 0, 99), raw.number("lease", 0, 86_400, 60))


def _seed(raw: Reader) -> Job:
    return Job("seed", raw.texts("args"), raw.number("timeout", 0, 86_400))


def _command(raw: Reader) -> Job | None:
    args = raw.texts("release-command")
    return Job("release-command", args, raw.number("release-command-timeout", 0, 172_800, 300)) if args else None


def _proxy(raw: Reader) -> ProxyPlan:
    return ProxyPlan(raw.text("image", r"[^-\s]\S*"), raw.text("login", r"[A-Za-z0-9.:-]*", ""), raw.flag("given"))


def _network(raw: Reader) -> NetworkPlan:
    return NetworkPlan(raw.maybe("subnet", lambda name: raw.text(name, CIDR)), raw.texts("avoid", CIDR))


def read_release(raw: Any) -> Release:
    """The release in its document. Raises `Malformed`, which names the field."""
    release = Reader(raw, "release.")
    digest = release.text("digest", DIGEST)
    return Release(
        name=release.text("name", RELEASE),
        digest=digest,
        image=release.text("image", rf"[^-\s]\S*@{digest}"),
        login=release.text("login", r"[A-Za-z0-9.:-]*", ""),
        commit=release.text("commit", r"[0-9A-Za-z]*", ""),
        kind=_kind(release.inside("spec"), Reader(route_part(release.inside("spec").raw, raw), "release.spec.")),
        process=_process(release.inside("spec"), release.inside("docker")),
        document=release.raw,
        asset_files=release.inside("spec").text("asset-files", r"(/[^\0\n]+)?", ""),
        command=_command(release.inside("spec")),
    )


def _kind(raw: Reader, reach: Reader) -> Kind:
    route = read_reach(reach)
    if isinstance(route, Route):
        return Web(raw.integer("port", 1, 65_535), route, _health(raw, route))
    return Worker(raw.number("settle-time", 0, 172_800, 5), raw.number("health-timeout", 0, 172_800), raw.flag("stop-first"))


def _process(raw: Reader, docker: Reader) -> Process:
    """Refuses a setting that is neither part of Docker's description nor implemented here, instead of ignoring it."""
    for name in raw.raw.keys() - docker.raw.keys() - OPTIONS.keys() - OWN:
        raise Malformed(raw.at + name)
    return Process(
        args=raw.texts("args"),
        env=raw.pairs("env"),
        secrets=raw.pairs("secrets", r"(ssm|secretsmanager):\S+"),
        volumes=raw.texts("volumes", r"[^\0\n]+"),
        memory_bytes=raw.maybe("memory", raw.integer),
        cpus=raw.maybe("cpus", raw.number),
        options={name: read(raw, name) for name, read in OPTIONS.items() if name in raw.raw},
        docker=tuple(docker.inside(name).raw for name in docker.raw),
    )


def _health(raw: Reader, route: Route) -> Health:
    """By default, the check uses a name of the route."""
    return Health(
        path=_sendable(raw.text("health-path", r"/[^\s\0]*")),
        codes=raw.text("health-codes", CODES),
        host=raw.maybe("health-host", lambda name: raw.text(name, r"[^\s\0]*")) or next(iter(route.domains), ""),
        timeout=raw.number("health-timeout", 0, 172_800),
        interval=raw.number("health-interval", 0, 172_800),
        upstream=route.upstream,
        behind_tls=bool(route.trusted) or route.tls.on,
    )


def _sendable(path: str) -> str:
    """A path as browsers send it: RFC 3986, 2.1. Neither the wire nor many a server takes other characters as they are."""
    return "".join(one if "!" <= one <= "~" else "".join(f"%{byte:02X}" for byte in one.encode(errors="replace")) for one in path)


def parsed(text: str) -> Json:
    """The JSON object in a file's text; empty if it is damaged."""
    try:
        raw = json.loads(text)
    except ValueError:
        return {}
    return raw if isinstance(raw, dict) else {}
