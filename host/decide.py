"""Decisions about releases and slots: pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from host.model.container import Container, Life, Slot, located
from host.model.json import Json
from host.model.release import Reach, Release, Route
from host.model.service import Canary, History, ServiceState
from host.order import parsed

KNOWN = 20
"""How many verified releases a service remembers."""
LIVES = {"running": Life.RUNNING, "paused": Life.SUSPENDED, "restarting": Life.SUSPENDED}
"""By Docker's word for the state of a container."""
REMOVED = ("removing", "dead")
"""Docker's words for a container that it has removed, but for a file that was busy: it starts none of them again."""


def before(history: History, release: str) -> str:
    """The target of a rollback from `release`; "" for none. If `release` is not in the history, its newest release."""
    at = history.releases.index(release) if release in history.releases else len(history.releases)
    return next((name for name in reversed(history.releases[:at]) if name not in history.left), "")


def appended(history: History, release: str) -> tuple[History, tuple[str, ...]]:
    """The history with `release` as the newest, and the releases that it forgets: the oldest, but never the rollback target."""
    names = [*(name for name in history.releases if name != release), release]
    new = History(tuple(names), history.left - {release})
    keep = before(new, release)
    forgotten = tuple([name for name in names if name != keep][: max(0, len(names) - KNOWN)])
    return new._replace(releases=tuple(name for name in names if name not in forgotten)), forgotten


def returned_to(history: History, release: str) -> History:
    """The history after a rollback to `release`: all later releases are marked as left. A release unknown here becomes the oldest."""
    names = history.releases if release in history.releases else (release, *history.releases)
    after = names[names.index(release) + 1 :]
    return History(names, (history.left | set(after)) - {release})


def remembered(listed: Sequence[str], left: Iterable[str], verified: Mapping[str, float]) -> History:
    """The trustworthy part of the history. `verified` maps each release with a document to the document's age in seconds: one
    whose position was lost counts as older than all others."""
    known = tuple(dict.fromkeys(name for name in listed if name in verified))
    lost = sorted((name for name in verified if name not in known), key=lambda name: -verified[name])
    releases = (*lost, *known)
    return History(releases, frozenset(name for name in left if name in releases))


class Found(NamedTuple):
    """Who has the traffic, and who should have it. `resumed` is the slot of the wanted release that had the traffic before it was verified;
    `unverified` is the release of any such slot."""

    live: Slot | None
    resumed: Slot | None = None
    unverified: str = ""


def settled(state: ServiceState, release: str) -> bool:
    """Whether a release was verified here. The active one was, even if its document is damaged."""
    return release != "" and (release in state.history.releases or release == state.active)


def went_live(state: ServiceState, live: Slot | None, release: str) -> bool:
    """Whether a verified release is the one that is live, or was the last one to be."""
    return settled(state, release) and release in (state.active, live.release if live else "")


def recover(state: ServiceState, live: Slot | None, slots: Sequence[Slot], wanted: str) -> Found:
    """Who should have the traffic. A running verified slot keeps it. An unverified slot whose run was killed continues if it is the wanted one
    (and must prove itself again), also if the verified one was stopped for it. Otherwise a running verified slot gets it; without one, nothing
    changes."""
    has = live.release if live else ""
    back = way_back(state, [slot for slot in slots if slot.release != has])
    if live and settled(state, live.release):
        return Found(live if live.running else back or live)
    if live and live.release == wanted and live.running:
        return Found(back or _made_way(state, slots), live, has)
    return Found(back or live, None, has)


def way_back(state: ServiceState, slots: Sequence[Slot]) -> Slot | None:
    """The running slot of the active release, or else of the last verified one."""
    order = [state.active, *reversed(state.history.releases)]
    running = [slot for slot in slots if slot.running and settled(state, slot.release)]
    return min(running, key=lambda slot: order.index(slot.release), default=None)


def _made_way(state: ServiceState, slots: Sequence[Slot]) -> Slot | None:
    """The slot of the active release, which was stopped for the next one."""
    return next((slot for slot in slots if slot.release == state.active and settled(state, slot.release)), None)


def kept_slot(slots: Sequence[Slot], release: str, live: Slot | None) -> Slot | None:
    """An existing slot of the release beside the live one, for a rollback to start again."""
    own = [slot for slot in slots if slot.release == release and not (live and slot.id == live.id)]
    return next((slot for slot in own if slot.running), own[0] if own else None)


def live_slot(slots: Sequence[Slot], address: str) -> Slot | None:
    """The slot with the address in the live file, which may be truncated."""
    ip, _ = located(address)
    return next((slot for slot in slots if ip and slot.ip == ip), None)


class Pruning(NamedTuple):
    """Slots that no rollback needs, and the digests that stay."""

    gone: tuple[Slot, ...]
    kept: frozenset[str]


def pruning(state: ServiceState, slots: Sequence[Slot], current: str, new: Slot | None, keep: int) -> Pruning:
    """What can be removed once `current` serves. `current`, its rollback target and the newest ones stay, up to `keep` in total."""
    stay = [current, *filter(None, [before(state.history, current)])]
    stay += [name for name in reversed(state.history.releases) if name not in stay][: max(0, keep - len(stay))]
    gone = tuple(slot for slot in slots if _superfluous(slot, stay, current, new))
    return Pruning(gone, frozenset(slot.digest for slot in slots if slot not in gone))


def _superfluous(slot: Slot, stay: Sequence[str], current: str, new: Slot | None) -> bool:
    if new is not None and slot.id == new.id:
        return False
    return slot.release not in stay or (new is not None and slot.release == current)


def leftovers(state: ServiceState, slots: Sequence[Slot], found: Found) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """Leftovers of killed attempts: slots to stop (they may still answer requests, or do so again), and slots to remove."""
    kept = [one.id for one in (found.live, found.resumed) if one]
    others = [slot for slot in slots if slot.id not in kept]
    stop = tuple(slot for slot in others if not slot.is_over and (settled(state, slot.release) or slot.release == found.unverified))
    live = found.live.release if found.live else ""
    gone = tuple(slot for slot in others if not settled(state, slot.release) or slot.release == live)
    return stop, gone


def other_release(base: Sequence[str], live: Slot | None, wanted: str) -> Slot | None:
    """The live slot if the runner has not seen its release: another run was faster. `*` in `base` compares nothing."""
    if live is None or "*" in base or live.release in (*base, wanted):
        return None
    return live


def rollback_target(state: ServiceState, live: Slot | None, base: Sequence[str], wanted: str) -> str:
    """The release to return to: the requested one, or the one that served before the runner's live one; "" for none. If somebody has removed the
    live container, the active release counts as live. If the runner's live one was never verified here, the newest verified release."""
    if wanted:
        return wanted
    start = live.release if live else state.active
    if len(base) == 1 and base[0] in state.history.releases and settled(state, start):
        start = base[0]
    return before(state.history, start if settled(state, start) else "")


def slots_of(containers: Iterable[Container], key: str) -> tuple[Slot, ...]:
    """The slots of a service among all containers."""
    return tuple(_slot(one) for one in containers if one.labels.get("docker-to-ec2.service") == key and _is_slot(one))


def owners(containers: Iterable[Container]) -> frozenset[str]:
    """The keys of the services that have slots among all containers. What Docker could not remove of a container is nobody's."""
    return frozenset(one.labels.get("docker-to-ec2.service", "") for one in containers if _is_slot(one) and one.state not in REMOVED)


def _is_slot(container: Container) -> bool:
    label = container.labels.get
    name = f"{label('docker-to-ec2.service')}.{label('docker-to-ec2.release')}"
    return label("docker-to-ec2") == "slot" and is_own(container, name)


def is_own(container: Container, name: str) -> bool:
    """Whether this program created a container with its labels, under this name. Labels alone do not say so: `docker commit` copies them to an
    image, and from there to any container of it. Ours has the address, or at least the name, that it was created with, or gave up."""
    ip = container.ip
    named = container.name == name or container.name.startswith(given_up(name))
    return ip != "" and (ip in container.addresses or named)


def given_up(name: str) -> str:
    """What a container is called, possibly with a number, that gave its name to a newer one."""
    return f"{name}.was"


def _slot(container: Container) -> Slot:
    label = container.labels.get
    ip, port = located(container.address)
    return Slot(
        id=container.id,
        name=container.name,
        release=label("docker-to-ec2.release", ""),
        digest=label("docker-to-ec2.digest", ""),
        commit=label("docker-to-ec2.commit", ""),
        image=container.image,
        ip=ip,
        port=port,
        life=LIVES.get(container.state, Life.OVER),
        secrets=parsed(label("docker-to-ec2.secrets", "{}")),
    )


def overdue(canary: Canary, boot: str, now: float) -> bool:
    """Whether a canary's observation is overdue. `now`: seconds of the boot clock; a deadline from before a reboot has passed."""
    return canary.boot != boot or now >= canary.deadline


def threshold(share: int) -> str:
    """A share in percent as the threshold that the proxy compares with a random hexadecimal number; `0` is nobody."""
    return "0" if share == 0 else f"{share * 0x100000000 // 100:08x}"


def volume_name(key: str, volume: str) -> str:
    """The name of a service's named volume: two services of a host with the same name for it have separate data."""
    return f"{key}.{volume}"


def summary(release: Release) -> dict[str, object]:
    """What the runner gets about a live release: everything except its configuration."""
    names = ("name", "digest", "image", "login", "commit", "runUrl", "service")
    told = {name: release.document[name] for name in names if name in release.document}
    migration = release.document["spec"].get("migration", False)
    return {**told, "route": _place(release.route), "migration": migration}


def _place(route: Reach) -> Json:
    """Where a service answers."""
    if not isinstance(route, Route):
        return {"port": route.value}
    place = {"http-port": route.port, "domains": list(route.domains), "path-prefix": route.path}
    secure = {"tls": route.tls.source, "https-port": route.tls.port, "redirect-domains": list(route.tls.redirect_domains)}
    return {**place, **secure, "external-proxy": route.external}
