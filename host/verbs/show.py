"""show: a verified release of a service with its document, and whether it serves. Changes nothing."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode

from host import store
from host.checks import healthcheck
from host.edge import proxy
from host.model import Json, Release, Slot
from host.release.attempt import has_digest, visit_of
from host.report import OUTPUT_LIMIT
from host.run import Run, Snapshot, snapshot


def show(run: Run) -> Json:
    """The release that is asked for, or else the one that has the traffic."""
    seen = snapshot(run)
    live = seen.live.release if seen.live else ""
    name = run.order.release_name or live
    serving, healthy = serves(run, seen.live)
    release = store.load_release(run.paths, run.key, name) if name in seen.state.history.releases else None
    answer = _answer(seen, name, serving, healthy)
    packed = packed_document(release)
    if len(json.dumps({**answer, "document": packed})) > OUTPUT_LIMIT:
        packed = "too-large"
    return {**answer, "document": packed}


def _answer(seen: Snapshot, name: str, serving: str, healthy: bool) -> Json:
    history = seen.state.history
    return {
        "outcome": "shown",
        "release": name,
        "verified": name in history.releases,
        "left": name in history.left,
        "active": seen.state.active,
        "live": seen.live.release if seen.live else "",
        "serving": serving,
        "healthy": healthy,
        "releases": list(reversed(history.releases)),
    }


def packed_document(release: Release | None) -> str:
    """A release's document, compressed and in base64; "" where it is lost."""
    if release is None:
        return ""
    return b64encode(zlib.compress(json.dumps(release.document).encode(), 9)).decode()


def serves(run: Run, live: Slot | None) -> tuple[str, bool]:
    """The digest that the proxy is seen to serve, "" for none, and whether its answer and the image's HEALTHCHECK are healthy."""
    if live is None or not live.running:
        return "", False
    visit = visit_of(run, live.release)
    seen = proxy.readback(visit.route, visit.health)
    if seen.address != live.address or not has_digest(run, live.image, live.digest):
        return "", False
    return live.digest, seen.good and not healthcheck.unhealthy(run, live.id)
