"""Every finding about a host, and what is fatal for which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from __tests__.host.support.samples import release
from host.machine.facts.disks import DATA_ROOT, IMAGES, Disk, Lost
from host.machine.facts.facts import Clock, Facts
from host.machine.facts.kit import Kit
from host.machine.facts.memory import Memory
from host.machine.fit.fit import Unfit, judge, require
from host.machine.network import IpRoute
from host.model.container import Network
from host.model.failure import Finding
from host.model.order import NetworkPlan
from host.model.release import Process

GB = 1_000_000_000
INFO = {"LiveRestoreEnabled": True, "Driver": "overlay2", "MemoryLimit": True, "CpuCfsQuota": True, "CpuCfsPeriod": True, "NCPU": 2}
DISK = Disk(DATA_ROOT, "/var/lib/docker", "xfs", True, 5 * GB, 1_000_000)
CONTAINERD = DISK._replace(what=IMAGES, root="/var/lib/containerd")
HOST = Facts(
    verb="deploy",
    key="web.production",
    volume_data=(),
    info={**INFO, "SecurityOptions": ["name=seccomp,profile=default"], "Swarm": {"LocalNodeState": "inactive"}},
    disks=(DISK,),
    lost=None,
    process=release().process,
    networks=(),
    plan=NetworkPlan(None, ()),
    routes=(),
    shut_port=0,
    breach="",
    cut_off=(),
    clock=Clock(0.4, "the metadata service", True),
    needs_aws=True,
    memory=Memory(1 * GB, 0, None),
    kit=Kit((), False, 1_048_576, 40),
)


def info(**more: Any) -> dict[str, Any]:
    return {"info": {**HOST.info, **more}}


def process(more: Mapping[str, Any]) -> dict[str, Process]:
    return {"process": release(spec=more).process}


def found(**facts: Any) -> tuple[Finding, ...]:
    return judge(HOST._replace(**facts))


def test_finds_nothing_on_a_fit_host() -> None:
    assert found() == ()
    require(())


def test_facts_that_docker_does_not_report_count_as_fine() -> None:
    assert found(info={}, **process({"cpus": 9, "memory": 1, "init": True})) == ()


@pytest.mark.parametrize(
    "facts",
    [
        {"kit": HOST.kit._replace(last_capability=39), **process({"cap-add": ["BPF", "ALL"]})},
        {"kit": HOST.kit._replace(gpus=True), **process({"gpus": "all"})},
        {**info(InitCommit={"ID": ""}), **process({"init": True})},
        {**info(InitCommit={"ID": "N/A"}), **process({"init": False})},
        process({"ulimits": ["nofile=1:1048576", "nproc=-1:-1", "core=0:2000000"]}),
    ],
)
def test_accepts_a_host_that_has_what_options_need(facts: dict[str, Any]) -> None:
    assert found(**facts) == ()


OFF = Clock(301, "the metadata service", True)
LATE = Clock(301, "the runner", False)
SLOW = Clock(-301, "the runner", False)
NETWORK = Network("docker-to-ec2.web.production", "172.29.3.0/26", "web.production", "d2e-0123456789a")
BLANKET = NetworkPlan(None, ("172.16.0.0/12", "10.0.0.0/8", "192.168.0.0/16", "198.18.0.0/15"))


@pytest.mark.parametrize(
    ("facts", "name", "fatal", "words"),
    [
        (info(LiveRestoreEnabled=False), "live-restore", False, "systemctl reload docker"),
        (info(LiveRestoreEnabled=False, Swarm={"LocalNodeState": "active"}), "live-restore", False, "docker swarm leave"),
        (info(SecurityOptions=["name=seccomp", "name=rootless"]), "rootless", True, "rootless"),
        (info(Driver="vfs"), "storage-driver", False, "vfs"),
        (info(Driver="devicemapper"), "storage-driver", False, "devicemapper"),
        (
            {**info(SecurityOptions=["name=userns"]), **process({"volumes": ["/srv/a:/a", "/srv/b:/b:ro", "c:/c"]})},
            "userns-remap",
            False,
            "may not write to /srv/a",
        ),
        ({"disks": (DISK._replace(writable=False),)}, "data-root", True, "/var/lib/docker is read-only"),
        ({"disks": (DISK._replace(kind="tmpfs"),)}, "data-root", False, "in memory"),
        ({"disks": (DISK._replace(free_bytes=400_000_000),)}, "disk", False, "400 MB and room for 1000000 files"),
        ({"disks": (DISK._replace(free_files=9),)}, "disk", False, "room for 9 files"),
        (
            {"disks": (DISK, CONTAINERD._replace(free_bytes=400_000_000))},
            "disk",
            False,
            "400 MB and room for 1000000 files are free in the folder of containerd, which keeps Docker's images, /var/lib/containerd",
        ),
        ({"disks": (DISK, CONTAINERD._replace(kind="tmpfs"))}, "data-root", False, "Set root in /etc/containerd/config.toml"),
        (info(DockerRootDir="/var/snap/docker/common/var-lib-docker"), "snap", True, "apt-get install docker.io"),
        (info(IPv4Forwarding=False), "forwarding", False, "net.ipv4.ip_forward = 1"),
        ({"lost": Lost("c0ffee-1", ())}, "data-root-moved", False, "release c0ffee-1 was deployed here"),
        ({"lost": Lost("c0ffee-1", ("web.db",))}, "data-root-moved", True, "the data of web.db is missing"),
        ({"lost": Lost("c0ffee-1", ("web.db",)), "verb": "rollback"}, "data-root-moved", True, "web.db"),
        ({"lost": Lost("c0ffee-1", ("web.db",)), "volume_data": ("discarded",)}, "data-root-moved", False, "web.db"),
        (
            {**info(MemoryLimit=False, CgroupVersion="1"), **process({"memory": 1})},
            "limits",
            True,
            "the input memory cannot be enforced by this kernel (cgroup version 1)",
        ),
        ({**info(CpuCfsQuota=False), **process({"cpus": 1})}, "limits", True, "the input cpus cannot"),
        (process({"cpus": 2.5}), "limits", True, "the input cpus is 2.5, but the host has 2"),
        ({"kit": HOST.kit._replace(missing=("/dev/kvm",))}, "devices", True, "the host has no device /dev/kvm"),
        ({"kit": HOST.kit._replace(missing=("/dev/kvm",)), "verb": "rollback"}, "devices", True, "the host has no device /dev/kvm"),
        ({"kit": HOST.kit._replace(last_capability=37), **process({"cap-add": ["NET_RAW", "BPF"]})}, "cap-add", True, "too old for BPF"),
        (process({"gpus": "all"}), "gpus", True, "NVIDIA container toolkit"),
        ({**info(InitCommit={"ID": "N/A"}), **process({"init": True})}, "init", True, "set init: false"),
        (process({"ulimits": ["nofile=1:1048577"]}), "ulimits", True, "above the host's fs.nr_open, 1048576"),
        (process({"ulimits": ["nofile=-1:-1"]}), "ulimits", True, "fs.nr_open"),
        ({"plan": NetworkPlan("10.1.0.0/16", ("10.0.0.0/8",))}, "network", True, "10.1.0.0/16 overlaps 10.0.0.0/8"),
        ({"plan": NetworkPlan("10.1.0.0/16", ("10.0.0.0/8",)), "verb": "rollback"}, "network", False, "10.1.0.0/16"),
        (
            {"networks": (NETWORK,), "plan": NetworkPlan(None, ("172.29.3.0/24",))},
            "network",
            False,
            "docker-to-ec2.web.production (172.29.3.0/26) takes 172.29.3.0/24 (addresses of the VPC",
        ),
        ({"networks": (NETWORK,), "routes": (IpRoute("172.29.3.0/24", "x", "eth1"),)}, "network", False, "takes 172.29.3.0/24"),
        ({"plan": BLANKET}, "network", True, "198.18.0.0/16 overlaps 198.18.0.0/15"),
        ({"shut_port": 80}, "firewall", False, "port 80"),
        ({"cut_off": ("172.29.3.0/26",)}, "cut-off", False, "of 172.29.3.0/26 reach nothing beyond this host"),
        ({"breach": "iptables-save is missing"}, "walls", False, "are incomplete: iptables-save is missing"),
        ({"clock": Clock(61, "the metadata service", True)}, "clock", False, "61 s ahead of that of the metadata service"),
        ({"clock": Clock(-61, "the metadata service", True)}, "clock", False, "61 s behind that of the metadata service"),
        ({"clock": OFF}, "clock", True, "301 s ahead"),
        ({"clock": OFF, "needs_aws": False}, "clock", False, "301 s ahead"),
        ({"clock": OFF, "verb": "rollback"}, "clock", False, "301 s ahead"),
        ({"clock": SLOW}, "clock", True, "301 s behind that of the runner"),
        ({"memory": Memory(60_000_000, 0, None)}, "memory", True, "60 MB of memory available, too little for the service"),
        ({"memory": Memory(300_000_000, 400_000_000, None)}, "memory", True, "the live one uses 400 MB"),
        ({"memory": Memory(300_000_000, 400_000_000, None), "verb": "rollback"}, "memory", False, "400 MB"),
        ({"memory": Memory(300_000_000, 400_000_000, None), "verb": "restart"}, "memory", False, "400 MB"),
        ({"memory": Memory(300_000_000, 400_000_000, 350_000_000)}, "memory", True, "400 MB"),
    ],
)
def test_reports_each_finding(facts: dict[str, Any], name: str, fatal: bool, words: str) -> None:
    (finding,) = found(**facts)
    assert (finding.name, finding.fatal) == (name, fatal)
    assert words in f"{finding.detail}. {finding.hint}"


@pytest.mark.parametrize(
    "facts",
    [
        {"clock": LATE},
        {"clock": None},
        {"clock": Clock(-59, "the runner", False)},
        {"memory": Memory(300_000_000, 400_000_000, 200_000_000)},
        {"memory": Memory(400_000_000, 400_000_000, None)},
        {"memory": Memory(40_000_000, 0, 30_000_000)},
        {"disks": (DISK._replace(kind="ext4"),)},
        {**info(MemoryLimit=False, CpuCfsQuota=False)},
        {**info(SecurityOptions=["name=userns"]), **process({"volumes": ["c:/c", "/srv:/srv:ro"]})},
        process({"cpus": 2}),
    ],
)
def test_ignores_what_is_harmless(facts: dict[str, Any]) -> None:
    assert found(**facts) == ()


def test_reports_all_findings_at_once_with_fatal_ones_first() -> None:
    findings = found(**info(LiveRestoreEnabled=False, Driver="vfs"), disks=(DISK._replace(writable=False),), memory=Memory(1, 0, None))
    assert [finding.name for finding in findings] == ["data-root", "memory", "live-restore", "storage-driver"]
    with pytest.raises(Unfit) as unfit:
        require(findings)
    assert unfit.value.cause == "host-unfit"
    assert unfit.value.findings == findings
    assert unfit.value.detail == "; ".join(finding.detail for finding in findings[:2])


def test_advice_alone_does_not_stop_a_deploy() -> None:
    require(found(shut_port=80))


@pytest.mark.parametrize("facts", [info(LiveRestoreEnabled=False), {"shut_port": 80}, {"clock": OFF}, {"plan": BLANKET}])
def test_every_finding_says_what_to_do_in_one_line(facts: dict[str, Any]) -> None:
    for finding in found(**facts):
        assert finding.hint
        assert "\n" not in finding.detail + finding.hint
