"""The command of a release runs in a real container of its image, before the release has a slot."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from __tests__.host.support.patience import stretched, until
from __tests__.host.support.run_bed import busy, deployed, logged, slot_at
from __tests__.host.support.samples import release
from host import decide, store
from host.docker import Docker, DockerError, containers, image, logs, networks, remove, remove_network, remove_volume, stop
from host.jobs import job, release_command
from host.machine.network import of_service
from host.model.container import Slot
from host.model.failure import Failure
from host.model.release import Job, Release, Secret
from host.release import heal, slots, spec
from host.release.attempt import Attempt, take_back
from host.release.new_slot import run_jobs
from host.run import Run, snapshot
from host.verbs import status

SECRET = "k7Qz92nfWq1xB"


@pytest.fixture
def run(docker: Docker, mark: str, tmp_path: Path) -> Iterator[Run]:
    """An order of a service of the test's own."""
    made = deployed(docker, mark, tmp_path)
    with logged(made):
        yield made
    for one in containers(docker):
        if one.labels.get("docker-to-ec2.service") == mark:
            remove(docker, one.id)
    for net in of_service(networks(docker), mark):
        remove_network(docker, net.name)
    remove_volume(docker, f"{mark}.data")


def of(image_name: str, script: str, timeout: float = 300) -> Release:
    """A release with this command."""
    made = release(spec={"env": {"GREETING": "hello"}, "volumes": ["data:/data"]})
    return made._replace(image=image_name, command=Job("release-command", ("/bin/dash", "-c", script), timeout))


def carry_out(run: Run, wanted: Release, how: str = "run", live: Slot | None = None) -> Attempt:
    """What the order does before it starts a slot, while this one is live."""
    attempt = Attempt()
    attempt.baseline = live
    found = image(run.docker, wanted.image)
    assert found
    run.keep_secret([SECRET])
    run.order = run.order._replace(release_command=how)
    described = slots.Wanted(wanted, found, {"TOKEN": Secret(SECRET, "1")}, spec.volumes(run.key, wanted.process, found))
    try:
        release_command.run_before(run, attempt, described, lambda: found)
    except Failure as failure:
        attempt.findings = ()
        raise Failed(take_back(run, attempt, failure)) from failure
    return attempt


class Failed(Exception):
    """The result of an order that failed."""


def told(run: Run) -> str:
    """The log of the order."""
    return Path(f"{run.paths.service(run.key)}/last.log").read_text()


def left(run: Run) -> list[str]:
    """The containers of the service."""
    return [one.name for one in containers(run.docker) if one.labels.get("docker-to-ec2.service") == run.key]


APPEND = "echo once >>/data/runs; while read -r line; do n=x$n; done </data/runs; echo runs=$n"


def test_runs_for_each_release_with_its_environment_secrets_and_data(run: Run, tiny_image: str) -> None:
    for _ in range(2):
        attempt = carry_out(run, of(tiny_image, f"echo $GREETING $TOKEN; {APPEND}"))
        assert attempt.slot is None and left(run) == []
    assert "release-command: hello ***" in told(run) and "release-command: runs=xx\n" in told(run) and SECRET not in told(run)


def test_runs_before_the_seed_of_a_new_preview(run: Run, tiny_image: str) -> None:
    wanted, found = of(tiny_image, "echo tables"), image(run.docker, tiny_image)
    assert found
    seed = Job("seed", ("/bin/dash", "-c", "echo rows"), 300)
    run.order = run.order._replace(release_command="run", seed=seed)
    run_jobs(run, Attempt(), slots.Wanted(wanted, found, {}, ()))
    assert re.search("release-command: tables\n(.*\n)*seed: rows\n", told(run))


def test_an_alarm_during_the_command_ends_the_order_before_its_release_starts(run: Run, tiny_image: str) -> None:
    wanted, found = of(tiny_image, "echo tables"), image(run.docker, tiny_image)
    assert found
    run.order = run.order._replace(release_command="run")
    store.save_stop(run.paths, run.key, run.order.id, "alarm", "errors")
    with pytest.raises(Failure, match="alarm: errors"):
        run_jobs(run, Attempt(), slots.Wanted(wanted, found, {}, ()))
    assert "release-command: tables" in told(run)


def test_does_not_run_where_another_host_runs_it_or_without_one(run: Run, tiny_image: str) -> None:
    carry_out(run, of(tiny_image, "echo here"), "skip")
    carry_out(run, of(tiny_image, "echo here")._replace(command=None))
    assert "release-command" not in told(run)
    carry_out(run, of(tiny_image, "echo here"), "only")
    assert "release-command: here" in told(run)


@pytest.mark.parametrize(
    ("script", "timeout", "words"),
    [
        ("echo no table; exit 3", 300, "it ended with exit code 3"),
        ("echo no table; trap exit TERM; sleep 600 & wait", 3, r"it did not end within the \d+ s of release-command-timeout"),
    ],
)
def test_a_failure_is_the_cause_with_its_last_lines_and_leaves_nothing(
    run: Run, tiny_image: str, script: str, timeout: float, words: str
) -> None:
    with pytest.raises(Failed) as raised:
        carry_out(run, of(tiny_image, script, stretched(timeout)))
    (result,) = raised.value.args
    assert (result.outcome, result.cause) == ("failed", "release-command-failed")
    assert re.search(words, result.detail)
    assert result.evidence.logs.strip() == "no table"
    assert left(run) == []


@pytest.mark.parametrize("ends", ["its time limit", "the next order"])
def test_ends_a_command_with_its_stop_signal(run: Run, tiny_image: str, ends: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be in the middle of a change of data."""
    wanted = of(tiny_image, "trap 'echo rolled back >>/data/ended; exit 3' TERM; echo ready; sleep 600 & wait", stretched(2))
    if ends == "its time limit":
        with pytest.raises(Failed):
            carry_out(run, wanted)
    else:
        monkeypatch.setattr(job, "ended", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            carry_out(run, wanted)
        monkeypatch.undo()
        (one,) = (one for one in containers(run.docker) if one.name == f"{run.key}.release-command")
        until(lambda: "ready" in logs(run.docker, one.id, 10, 1000))
        seen = snapshot(run)
        heal.remove_leftovers(run, seen, decide.recover(seen.state, seen.live, seen.slots, ""))
    carry_out(run, of(tiny_image, "read -r line </data/ended; echo $line"))
    assert "release-command: rolled back\n" in told(run) and left(run) == []


def test_the_next_order_removes_what_a_killed_one_left(run: Run, tiny_image: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "ended", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        carry_out(run, of(tiny_image, "trap exit TERM; sleep 600 & wait"))
    assert left(run) == [f"{run.key}.release-command"]
    seen = snapshot(run)
    assert seen.slots == ()
    heal.remove_leftovers(run, seen, decide.recover(seen.state, seen.live, seen.slots, ""))
    assert left(run) == []


def interrupted(run: Run, wanted: Release, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of the container that an order left, which was killed as soon as the command had written its first line."""

    def kill(_: Run, slot: Slot, __: Job) -> None:
        until(lambda: "ready" in logs(run.docker, slot.id, 10, 1000))
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(job, "ended", kill)
        with pytest.raises(KeyboardInterrupt):
            carry_out(run, wanted)
    (one,) = (one for one in containers(run.docker) if one.name == f"{run.key}.release-command")
    return one.id


WELL_BEHAVED = "trap 'exit 0' TERM; echo ready; sleep 600 & wait"


def test_a_command_that_somebody_stops_has_not_ended_well_whatever_it_says(run: Run, tiny_image: str) -> None:
    """Docker stops it, too, when it ends itself without live-restore."""
    begun = threading.Thread(target=lambda: stop(run.docker, ready(run), 30))
    begun.start()
    with pytest.raises(Failed) as raised:
        carry_out(run, of(tiny_image, WELL_BEHAVED))
    begun.join()
    (result,) = raised.value.args
    assert (result.cause, result.exit_code) == ("release-command-failed", 0)
    assert "somebody stopped it" in result.detail and left(run) == []


def ready(run: Run) -> str:
    """The id of the command's container, once it has written its first line. If another test removes a network that it needs, it is made again."""
    found: list[str] = []

    def written() -> bool:
        for one in containers(run.docker):
            with suppress(DockerError):
                if one.name == f"{run.key}.release-command" and "ready" in logs(run.docker, one.id, 10, 1000):
                    found.append(one.id)
        return bool(found)

    until(written)
    return found[0]


def test_a_command_that_does_not_exist_is_the_cause(run: Run, tiny_image: str) -> None:
    wanted = of(tiny_image, "")._replace(command=Job("release-command", ("nothing-like-it",), 300))
    with pytest.raises(Failed) as raised:
        carry_out(run, wanted)
    (result,) = raised.value.args
    assert result.cause == "release-command-failed" and "nothing-like-it" in result.detail
    assert left(run) == []


def test_dies_before_what_serves_if_the_host_runs_out_of_memory(run: Run, tiny_image: str) -> None:
    carry_out(run, of(tiny_image, "while read -r score </proc/self/oom_score_adj; [ $score != 500 ]; do sleep 0.1; done"))


def test_does_not_run_for_the_release_that_is_live_such_as_for_a_new_value_of_a_secret(run: Run, tiny_image: str) -> None:
    wanted = of(tiny_image, "echo here")
    store.save_release(run.paths, run.key, wanted)
    live = slot_at("172.29.200.9:80")._replace(release=wanted.name)
    carry_out(run, wanted, live=live)
    assert "release-command: here" not in told(run)
    carry_out(run, wanted, live=live._replace(release="another"))
    assert "release-command: here" in told(run)


def test_what_docker_cannot_remove_of_its_container_stops_no_order(run: Run, tiny_image: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = of(tiny_image, WELL_BEHAVED)
    with busy(run.docker, interrupted(run, wanted, monkeypatch)):
        seen = snapshot(run)
        heal.remove_leftovers(run, seen, decide.recover(seen.state, seen.live, seen.slots, ""))
        carry_out(run, of(tiny_image, "echo here"))
    assert "release-command: here" in told(run) and "release-command stays: " in told(run)


def test_its_own_container_that_docker_cannot_remove_does_not_fail_the_release(
    run: Run, tiny_image: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = job.ended
    with ExitStack() as held:

        def ended_busy(run: Run, slot: Slot, one: Job) -> None:
            held.enter_context(busy(run.docker, slot.id))
            ended(run, slot, one)

        monkeypatch.setattr(job, "ended", ended_busy)
        attempt = carry_out(run, of(tiny_image, "echo here"))
        assert attempt.slot is None and f"removing {run.key}.release-command: " in told(run)


def test_a_status_names_what_a_killed_order_left(run: Run, tiny_image: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_release(run.paths, run.key, of(tiny_image, "echo here"))
    interrupted(run, of(tiny_image, WELL_BEHAVED), monkeypatch)
    told = status.of_service(run, snapshot(run), frozenset(), {})
    assert f"leftover {run.key}.release-command" in told["drift"]
