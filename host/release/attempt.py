"""What an order has changed so far, and how to revert it: the traffic first, then evidence, then everything else."""

from __future__ import annotations

import time

from host import docker
from host.canaries import canary
from host.checks import processes
from host.checks.probe import probe
from host.edge import proxy, traffic
from host.edge.counters import Tally
from host.edge.pending import ready
from host.edge.traffic import Seen
from host.machine import oom
from host.model.container import Image, Slot
from host.model.failure import Failure, Finding
from host.model.release import Kind, Reach, Release, Web
from host.model.service import Canary
from host.model.tls import NO_SECRETS, ProxySecrets
from host.release import slots
from host.release.heal import Healed
from host.report import Result, failed
from host.run import Run, snapshot
from host.state.files import remove, write_over
from host.workers import worker

PATIENCE = 10.0
"""Seconds in which a release that is only busy answers a request: at least two are sent."""


class Attempt:
    """One attempt to give the traffic to a release. `baseline` has it until the cut-over, and gets it back if the attempt fails.
    `alone`: the baseline was stopped before the slot starts, and never runs beside it."""

    def __init__(self) -> None:
        self.findings: tuple[Finding, ...] = ()
        self.baseline: Slot | None = None
        self.previous = ""
        self.release: Release | None = None
        self.image: Image | None = None
        self.slot: Slot | None = None
        self.process = processes.Process(0, "")
        self.tally = Tally()
        self.restarts = False
        self.earlier_route: Reach | None = None
        self.alone = False
        self.cut_over = False
        self.had_share = False
        self.canary: Canary | None = None
        self.served_after_ms: int | None = None
        self.health_code: int | None = None
        self.proxy_secrets: ProxySecrets = NO_SECRETS

    def found(self, healed: Healed) -> None:
        """Records the state before the attempt."""
        self.baseline = healed.baseline
        self.previous = healed.previous

    def has(self, slot: Slot | None, pid: int = 0) -> None:
        """The new slot and its main process."""
        self.slot, self.process = slot, processes.of(pid)

    def rank(self, score: int) -> None:
        """When the slot is killed if the host runs out of memory: `machine.oom`."""
        oom.rank(self.process.pid, score)

    def alive(self) -> bool:
        """Whether the new slot runs."""
        return processes.alive(self.process)


def take_back(run: Run, attempt: Attempt, failure: Failure) -> Result:
    """Restores the service, as far as the earlier release serves, and returns the cause."""
    run.say(f"failed: {failure.cause}: {failure.detail}")
    stays, rolled_back = _traffic_back(run, attempt)
    if attempt.canary:
        canary.set_share(run.paths, run.key, 0)
    from host.checks.evidence import gather

    run.step("evidence")
    evidence = gather(run, attempt.slot, failure)
    if not stays:
        _discard(run, attempt)
    if attempt.canary:
        canary.close(run)
    result = Result("failed", release=attempt.release.name if attempt.release else "", previous=attempt.previous)
    result = result._replace(
        evidence=evidence, rolled_back=rolled_back or attempt.had_share, findings=attempt.findings, health_code=attempt.health_code
    )
    return with_serving(run, failed(failure, result))


def _traffic_back(run: Run, attempt: Attempt) -> tuple[bool, bool]:
    """Gives the traffic back. Returns whether the new slot keeps it, because the earlier one no longer serves; and whether it was given back."""
    back = attempt.baseline
    if attempt.alone and attempt.slot:
        slots.stop(run, attempt.slot.id, attempt.slot.name)
        if slots.still_runs(run, attempt.slot):
            run.say(f"{attempt.slot.name} does not stop, so the earlier release does not start beside it")
            return attempt.cut_over, False
    if not attempt.cut_over:
        if attempt.alone and back:
            serves_again(run, back)
        return False, False
    if back and not serves_again(run, back) and attempt.alive():
        run.say(f"{back.name} no longer serves; the traffic stays where it is")
        return True, False
    try:
        _name_again(run, attempt, back) if back else remove(run.paths.live(run.key))
    except OSError as error:
        run.say(f"the traffic could not be switched back: {error.strerror}")
    stays = attempt.slot is not None and traffic.live_address(run.paths, run.key) == attempt.slot.address
    return stays, back is not None and not stays


def _name_again(run: Run, attempt: Attempt, back: Slot) -> None:
    """Restores the previous slot in the live file, and the previous route in the proxy."""
    if attempt.earlier_route is None:
        return write_over(run.paths.live(run.key), back.address)
    try:
        with proxy.switching(run, attempt.earlier_route, back.address):
            write_over(run.paths.live(run.key), back.address)
    except (Failure, docker.DockerError) as error:
        run.say(f"the previous configuration of the proxy could not be restored: {error}")
        write_over(run.paths.live(run.key), back.address)


def serves_again(run: Run, slot: Slot) -> bool:
    """Whether a slot answers; starts a stopped or paused one first. The traffic never goes to a slot that does not answer."""
    kind = worker.kind_of(run, slot.release)
    patience = 0.0
    try:
        seen = docker.inspect(run.docker, slot.id)
        if seen and (seen.paused or not seen.running):
            run.say(f"starting {slot.name} again")
            docker.start(run.docker, slot.id)
            patience = kind.health.timeout if isinstance(kind, Web) else kind.timeout
    except docker.DockerError as error:
        run.say(f"{slot.name}: {error.words}")
    return _answers_within(run, patience, slot, kind)


def answers(run: Run, slot: Slot) -> bool:
    """Whether a running slot answers anything at all. One that is only busy has time for that: it is still what visitors get."""
    return _answers_within(run, PATIENCE, slot, worker.kind_of(run, slot.release))


def _answers_within(run: Run, patience: float, slot: Slot, kind: Kind) -> bool:
    deadline = time.monotonic() + patience
    while not _answers(run, slot, kind):
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.1)
    return True


def _answers(run: Run, slot: Slot, kind: Kind) -> bool:
    """Whether a slot gives any answer; a worker need only run."""
    return probe(slot.address, kind.health).code != 0 if isinstance(kind, Web) else worker.runs(run, slot)


def _discard(run: Run, attempt: Attempt) -> None:
    """Removes the new slot, and restores the service's route, whether or not Docker removes the slot."""
    try:
        _remove_slot(run, attempt)
        live = snapshot(run).live
        if live:
            slots.name_again(run, live)
    except docker.DockerError as error:
        run.say(f"the new container could not be removed; the next deploy does it: {error.words}")
    ready.withdraw(run)
    if attempt.earlier_route is not None:
        proxy.put_back(run, attempt.earlier_route)
    proxy.stop_idle(run)


def _remove_slot(run: Run, attempt: Attempt) -> None:
    """A slot that had traffic may still answer its requests in flight."""
    slot = attempt.slot
    if slot is None:
        return
    if (attempt.cut_over or attempt.canary) and attempt.alive():
        if slot.visited:
            traffic.drain(run.paths, slot.address, run.order.drain_timeout, run.say)
        slots.stop(run, slot.id, slot.name)
    slots.remove_slot(run, slot)


def with_serving(run: Run, result: Result) -> Result:
    """Adds what serves now to the result, whatever happened before: from the proxy, then from Docker. Without an answer of Docker, it is unknown."""
    try:
        live = snapshot(run).live
        serves = live is not None and read_back(run, live) is not None
    except docker.DockerError:
        return result
    if live is None or not serves:
        return result._replace(looked=True)
    return result._replace(looked=True, serving=live.digest, serving_release=live.release)


def read_back(run: Run, live: Slot) -> Seen | None:
    """The answer of a slot that serves its digest, which this proves through the proxy, from address to container to image to digest; None if
    it does not."""
    kind = worker.kind_of(run, live.release)
    seen = traffic.readback(run.paths, kind.route, kind.health) if isinstance(kind, Web) else worker.seen(run, live, kind)
    return seen if seen.address == live.address and has_digest(run, live.image, live.digest) else None


def has_digest(run: Run, image_id: str, digest: str) -> bool:
    """Whether an image of this host has a digest."""
    image = docker.image(run.docker, image_id)
    return image is not None and any(one.endswith(f"@{digest}") for one in image.digests)
