"""The stored state of a service between orders, as JSON files. A damaged file is rebuilt from the others as far as possible."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress

from host import decide
from host.edge.routes.read import read_reach
from host.edge.routes.route import document
from host.model.failure import Failure
from host.model.json import Json
from host.model.reader import Malformed, Reader
from host.model.release import Release
from host.model.service import Canary, History, ServiceState
from host.order import parsed, read_release
from host.state.files import make_folder, names_in, read, remove, write, write_over
from host.state.paths import Paths

RESULTS = 20
"""How many results are kept, so that a repeated order gets its result and is not carried out again."""


def load_state(paths: Paths, key: str) -> ServiceState:
    """The state of a service. A release with a document is verified: only a release that served and baked gets one."""
    raw = parsed(read(_state_path(paths, key)))
    listed = [one for one in _list(raw, "releases") if isinstance(one, str)]
    left = [one for one in _list(raw, "left") if isinstance(one, str)]
    active = raw.get("active")
    verified = _verified(paths, key)
    return ServiceState(
        active=active if isinstance(active, str) else "",
        history=decide.remembered(listed, left, verified),
        pulled=tuple(one for one in _list(raw, "pulled") if isinstance(one, str)),
    )


def _list(raw: Json, name: str) -> Sequence[object]:
    value = raw.get(name)
    return value if isinstance(value, list) else []


def _verified(paths: Paths, key: str) -> dict[str, float]:
    """The releases with a document, and its age in seconds."""
    now = time.time()
    found = {}
    for name in names_in(f"{paths.service(key)}/releases"):
        with suppress(FileNotFoundError, NotADirectoryError):
            file = os.stat(f"{paths.service(key)}/releases/{name}")
            if name.endswith(".json") and file.st_size > 0:
                found[name[: -len(".json")]] = now - file.st_mtime
    return found


def save_state(paths: Paths, key: str, state: ServiceState) -> None:
    """Stores the state of a service."""
    write(_state_path(paths, key), _state_text(state))


def _state_path(paths: Paths, key: str) -> str:
    return f"{paths.service(key)}/state.json"


def _state_text(state: ServiceState) -> str:
    raw = {
        "active": state.active,
        "releases": state.history.releases,
        "left": sorted(state.history.left),
        "pulled": state.pulled,
    }
    return json.dumps(raw)


def load_release(paths: Paths, key: str, name: str) -> Release | None:
    """A verified release as it was ordered; None if its document is lost or damaged."""
    try:
        release = read_release(parsed(read(paths.release(key, name))))
    except Malformed:
        return None
    return release if release.name == name else None


def save_release(paths: Paths, key: str, release: Release) -> None:
    """Stores the document of a release."""
    write(paths.release(key, release.name), json.dumps(release.document))


def forget(paths: Paths, key: str, names: Sequence[str]) -> None:
    """Removes the documents of forgotten releases."""
    for name in names:
        remove(paths.release(key, name))


def give_up(paths: Paths, key: str) -> None:
    """Marks the service for removal: from here on nothing restores it, however the removal ends. The pulled images stay known until the end. Works
    on a full disk, too, which the removal frees."""
    state = load_state(paths, key)
    forget(paths, key, state.history.releases)
    write_over(_state_path(paths, key), _state_text(ServiceState("", History((), frozenset()), state.pulled)))


def load_result(paths: Paths, key: str, order_id: str) -> Json | None:
    """The result of an order; None if it was not carried out yet, or its result is damaged."""
    result = parsed(read(paths.result(key, order_id)))
    return result if isinstance(result.get("outcome"), str) else None


def save_result(paths: Paths, key: str, order_id: str, result: Json) -> None:
    """Stores the result of an order, and forgets the oldest ones."""
    own = paths.result(key, order_id)
    write(own, json.dumps(result))
    folder = os.path.dirname(own)
    # After the clock was set back, this one looks like the oldest.
    others = sorted((f"{folder}/{name}" for name in names_in(folder) if f"{folder}/{name}" != own), key=os.path.getmtime)
    for file in others[: 1 - RESULTS]:
        remove(file)


def refuse_outrun(paths: Paths, key: str, token: int) -> int:
    """The highest token of any order of the service. Raises `Failure` for an order of a run that has lost the lease."""
    seen = read(paths.token(key))
    highest = int(seen) if seen.isdecimal() else 0
    if token < highest:
        raise Failure("lease-lost", f"the order has token {token} of the lease, but one with {highest} came before")
    return highest


def fence(paths: Paths, key: str, token: int) -> None:
    """From now on, refuses orders of earlier lease holders. Under the service's lock. Raises `Failure` if this order is one."""
    if token <= refuse_outrun(paths, key, token):
        return
    # A full disk must not prevent a rollback; the lock and the order's expected live release then keep other runs off.
    with suppress(OSError):
        make_folder(os.path.dirname(paths.token(key)))
        write_over(paths.token(key), str(token))


def load_canary(paths: Paths, key: str) -> Canary | None:
    """The running canary, or None."""
    raw = parsed(read(f"{paths.service(key)}/canary.json"))
    if not raw:
        return None
    try:
        return _canary(Reader(raw, "canary."))
    except Failure:
        return None


def _canary(raw: Reader) -> Canary:
    return Canary(
        id=raw.text("id"),
        release=read_release(raw.raw.get("release")),
        slot=raw.text("slot", "[0-9a-f]+"),
        address=raw.text("address", r"[0-9.]+:[0-9]+"),
        step=raw.integer("step"),
        share=raw.integer("share"),
        since=raw.integer("since"),
        lease=raw.number("lease"),
        boot=raw.text("boot"),
        deadline=raw.number("deadline"),
        earlier_route=raw.maybe("earlierRoute", lambda name: read_reach(raw.inside(name))),
        drain_timeout=raw.number("drainTimeout"),
    )


def save_canary(paths: Paths, key: str, canary: Canary) -> None:
    """Stores the running canary."""
    raw = {
        "id": canary.id,
        "release": canary.release.document,
        "slot": canary.slot,
        "address": canary.address,
        "step": canary.step,
        "share": canary.share,
        "since": canary.since,
        "lease": canary.lease,
        "boot": canary.boot,
        "deadline": canary.deadline,
        "earlierRoute": document(canary.earlier_route) if canary.earlier_route else None,
        "drainTimeout": canary.drain_timeout,
    }
    write(f"{paths.service(key)}/canary.json", json.dumps(raw))


def forget_canary(paths: Paths, key: str) -> None:
    """Removes the stored canary."""
    remove(f"{paths.service(key)}/canary.json")
    remove(paths.canary_address(key))


def volumes_told(paths: Paths, key: str) -> frozenset[str]:
    """The volumes in the service's latest results, including those that only its images declare."""
    folder = f"{paths.service(key)}/results"
    told = (one for name in names_in(folder) for one in _list(parsed(read(f"{folder}/{name}")), "volumes") if isinstance(one, dict))
    names = (one.get("name") for one in told)
    return frozenset(name for name in names if isinstance(name, str) and not name.startswith("/"))


def canary_ended(paths: Paths, key: str, canary_id: str, why: str) -> None:
    """Stores why the host itself ended a canary, for the runner's next question."""
    write(f"{paths.service(key)}/canary-ended.json", json.dumps({"id": canary_id, "why": why}))


def why_ended(paths: Paths, key: str, canary_id: str) -> str:
    """Why the host itself ended this canary; "" if it did not."""
    raw = parsed(read(f"{paths.service(key)}/canary-ended.json"))
    why = raw.get("why")
    return why if raw.get("id") == canary_id and isinstance(why, str) else ""


def save_stop(paths: Paths, key: str, order_id: str, cause: str, detail: str) -> None:
    """Tells the order that holds the lock, by its id or that of its canary, to end and why. A full disk must not stop what else the caller does."""
    try:
        write(f"{paths.service(key)}/stop.json", json.dumps({"id": order_id, "cause": cause, "detail": detail}))
    except OSError:
        return


def refuse_stopped(paths: Paths, key: str, *order_ids: str) -> None:
    """Raises `Failure` if the runner has told one of these orders to end."""
    raw = parsed(read(f"{paths.service(key)}/stop.json"))
    cause, detail = raw.get("cause"), raw.get("detail")
    if raw.get("id") and raw.get("id") in order_ids and isinstance(cause, str) and isinstance(detail, str):
        raise Failure(cause or "canary-ended", detail)
