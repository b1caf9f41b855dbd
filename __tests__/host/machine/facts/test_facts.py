"""What is gathered about a host, from the kernel's files and a real Docker daemon."""

from __future__ import annotations

import json
import time

import pytest

from __tests__.host.support.run_bed import Running
from __tests__.host.support.samples import release, route
from host.machine import firewall
from host.machine.facts import facts
from host.run import snapshot
from host.state.files import write
from host.state.paths import Paths


def test_collects_facts_for_a_first_deploy(run: Running) -> None:
    work = run(network={"subnet": None, "avoid": ["10.0.0.0/8"]}, volumeData=["each-host-its-own"], now=(began := time.time()) - 5)
    found = facts.gather(work, snapshot(work), work.order.release)
    assert (found.verb, found.lost, found.needs_aws, found.memory.live) == ("deploy", None, False, 0)
    assert (found.plan.avoid, found.volume_data) == (("10.0.0.0/8",), ("each-host-its-own",))
    assert found.shut_port == 0
    assert [disk.root for disk in found.disks] == [found.info["DockerRootDir"]]
    assert found.clock
    assert 4 < found.clock.ahead < 6 + time.time() - began
    assert not found.clock.exact
    assert found.memory.available > 0


def test_does_not_check_a_port_that_is_already_served(run: Running, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(firewall, "shuts", lambda port: port > 0)
    write(paths.route("api.production"), json.dumps(route()))
    work = run()
    assert facts.gather(work, snapshot(work), work.order.release).shut_port == 0
    assert facts.gather(work, snapshot(work), work.order.release, ask_firewall=True).shut_port == 80
    assert facts.gather(work, snapshot(work), release(spec={"http-port": 8080})).shut_port == 8080
