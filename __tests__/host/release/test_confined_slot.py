"""What somebody who broke into a container can do there: attacks with a real Docker, each against a container of the usual kind first, so that
what is shut off is seen to be shut off by us. Each attack has an end, so that a limit which is missing fails a test and not the machine."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from __tests__.host.support.patience import until
from __tests__.host.support.samples import release
from host.docker import Docker, create, inspect, start
from host.docker.engine import found
from host.model.json import Json
from host.release import spec

KEY = "web.production"
# The machine's own tools and Python, as an attacker brings theirs along.
TOOLS = ["/usr:/usr:ro", *(f"{folder}:{folder}:ro" for folder in ("/lib", "/lib64", "/bin", "/sbin"))]
UNLIMITED: Json = {"CapAdd": [], "CapDrop": [], "SecurityOpt": [], "PidsLimit": 0}
"""What Docker gives where nobody asks for less."""


def begin(docker: Docker, image: str, name: str, **host: Any) -> str:
    """A container such as a slot is, with the tools; gives its id."""
    limits = {"pids-limit": {"HostConfig": {"PidsLimit": 64}}, "memory": {"HostConfig": {"Memory": 64 << 20}}}
    logs = {"log-max-size": {"max-size": str(1 << 20)}, "log-max-file": {"max-file": "2"}}
    wanted = release(docker={**limits, **{name: {"HostConfig": {"LogConfig": {"Config": log}}} for name, log in logs.items()}})
    told = spec.container(KEY, wanted, spec.Place("bridge", "172.29.0.7"), (), {})
    described = {**told["HostConfig"], "NetworkMode": "bridge", "Binds": TOOLS, **host}
    identity = create(docker, name, {**told, "Image": image, "Cmd": ["/bin/sleep", "600"], "HostConfig": described, "NetworkingConfig": {}})
    start(docker, identity)
    return identity


@pytest.fixture
def slot(docker: Docker, tiny_image: str, mark: str) -> str:
    return begin(docker, tiny_image, f"{mark}-slot")


@pytest.fixture
def usual(docker: Docker, tiny_image: str, mark: str) -> str:
    return begin(docker, tiny_image, f"{mark}-usual", **UNLIMITED)


def attack(identity: str, *argv: str, user: str = "0") -> subprocess.CompletedProcess[str]:
    """Runs something in a container."""
    return subprocess.run(["docker", "exec", "--user", user, identity, *argv], capture_output=True, text=True)


def python(text: str) -> tuple[str, ...]:
    return ("/usr/bin/python3", "-I", "-S", "-c", text)


# An answer to a question that nobody asked: "the gateway's address is mine".
ARP = """
import socket
card = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
card.bind(("eth0", 0))
mac = card.getsockname()[4]
card.send(b"\\xff" * 6 + mac + bytes.fromhex("08060001080006040002") + mac + bytes([172, 17, 0, 1]) + b"\\xff" * 6 + bytes([172, 17, 0, 1]))
"""
RAW = "import socket; socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)"


@pytest.mark.parametrize("text", [ARP, RAW], ids=["ARP", "IP"])
def test_cannot_send_raw_packets(slot: str, usual: str, text: str) -> None:
    assert attack(usual, *python(text)).returncode == 0
    assert "PermissionError" in attack(slot, *python(text)).stderr


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("/usr/bin/mknod", "/disk", "b", "253", "0"), "Operation not permitted"),
        (("/usr/sbin/chroot", "/", "/bin/sleep", "0"), "Operation not permitted"),
    ],
)
def test_cannot_create_devices_or_change_root(slot: str, usual: str, argv: tuple[str, ...], words: str) -> None:
    assert attack(usual, *argv).returncode == 0
    assert words in attack(slot, *argv).stderr


@pytest.fixture
def free(docker: Docker, tiny_image: str, mark: str) -> str:
    powers = {"CapAdd": ["SYS_ADMIN", "NET_ADMIN", "SYSLOG"], "SecurityOpt": ["seccomp=unconfined", "apparmor=unconfined"]}
    return begin(docker, tiny_image, f"{mark}-free", **{**UNLIMITED, **powers})


@pytest.mark.parametrize(
    "argv",
    [
        ("/usr/bin/mount", "-t", "tmpfs", "none", "/mnt"),
        ("/usr/bin/mount", "--bind", "-o", "rw", "/proc/sys", "/mnt"),
        ("/usr/bin/unshare", "--mount", "/bin/sleep", "0"),
        ("/usr/bin/unshare", "--user", "/bin/sleep", "0"),
        ("/usr/sbin/ip", "address", "add", "169.254.169.254/32", "dev", "eth0"),
        ("/usr/bin/dmesg",),
    ],
    ids=["mount", "bind", "mount namespace", "user namespace", "address", "kernel log"],
)
def test_cannot_create_mounts_namespaces_or_addresses(slot: str, free: str, argv: tuple[str, ...]) -> None:
    for identity in (slot, free):
        attack(identity, "/usr/bin/mkdir", "/mnt")
    assert attack(free, *argv).returncode == 0
    assert "not permitted" in attack(slot, *argv).stderr.lower().replace("permission denied", "not permitted")


BECOME_ROOT = "import os; os.execv('/setuid', ['/setuid', '-I', '-S', '-c', 'import os; print(os.geteuid())'])"


def test_a_user_cannot_become_root(slot: str, usual: str) -> None:
    for identity, becomes in ((usual, "0"), (slot, "1000")):
        attack(identity, "/usr/bin/cp", "/usr/bin/python3", "/setuid")
        attack(identity, "/usr/bin/chmod", "4755", "/setuid")
        assert attack(identity, *python(BECOME_ROOT), user="1000").stdout.strip() == becomes


def test_a_fork_bomb_stops_at_the_limit(docker: Docker, slot: str) -> None:
    # Where there is no limit, the test fails, and the machine lives.
    bomb = "import os, time\nfor _ in range(300):\n    if os.fork() == 0:\n        time.sleep(60)\n        os._exit(0)"
    assert "BlockingIOError" in attack(slot, *python(bomb)).stderr
    seen = inspect(docker, slot)
    assert seen and seen.running
    assert len(_members(seen.pid)) <= 64


def _members(pid: int) -> list[str]:
    """The processes of a container."""
    group = next(
        line.split(":", 2) for line in Path(f"/proc/{pid}/cgroup").read_text().splitlines() if "pids" in line or line.startswith("0::")
    )
    root = "/sys/fs/cgroup/pids" if group[1] else "/sys/fs/cgroup"
    return Path(f"{root}{group[2]}/cgroup.procs").read_text().split()


def test_a_process_that_exhausts_memory_dies_alone(docker: Docker, slot: str) -> None:
    hoard = "kept = []\nfor _ in range(256):\n    kept.append(b'x' * (1 << 20))"
    assert attack(slot, *python(hoard)).returncode == 137
    seen = inspect(docker, slot)
    assert seen and seen.running


def test_limits_the_size_of_a_log(docker: Docker, tiny_image: str, mark: str) -> None:
    identity = begin(docker, tiny_image, f"{mark}-log")
    seen = found(docker, f"/containers/{identity}/json")
    assert seen
    folder = Path(os.path.dirname(seen["LogPath"]))
    flood = "import os\nout = os.open('/proc/1/fd/1', os.O_WRONLY)\nfor _ in range(8192):\n    os.write(out, b'x' * 1023 + b'\\n')"
    assert attack(identity, *python(flood)).returncode == 0
    until(lambda: any(name.endswith(".log.1") for name in os.listdir(folder)))
    assert sum(_size(file) for file in folder.iterdir() if "-json.log" in file.name) < 3 << 20


def _size(file: Path) -> int:
    """Bytes of a file, which Docker can rename at any moment."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def test_has_the_documented_capabilities(docker: Docker, slot: str) -> None:
    seen = inspect(docker, slot)
    assert seen
    status = dict(line.split(":\t", 1) for line in Path(f"/proc/{seen.pid}/status").read_text().splitlines() if ":\t" in line)
    numbers = {"CHOWN": 0, "DAC_OVERRIDE": 1, "FOWNER": 3, "FSETID": 4, "KILL": 5, "SETGID": 6, "SETUID": 7, "SETPCAP": 8}
    wanted = {**numbers, "NET_BIND_SERVICE": 10}
    assert set(wanted) == set(spec.DEFAULT_CAPABILITIES)
    assert int(status["CapBnd"], 16) == sum(1 << bit for bit in wanted.values())
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2")


@pytest.mark.parametrize(
    "text",
    [
        "import os; os.chown('/tmp/x', 1000, 1000)",
        "import os; os.setgid(1000); os.setuid(1000); assert os.geteuid() == 1000",
        "import socket; socket.create_server(('0.0.0.0', 80))",
        "import os; os.seteuid(1000); open('/tmp/own', 'w').close(); os.seteuid(0); open('/tmp/own', 'a').close()",
    ],
    ids=["own", "become", "port 80", "write"],
)
def test_allows_what_common_images_do_at_their_start(slot: str, text: str) -> None:
    attack(slot, *python("import os; os.mkdir('/tmp', 0o1777); os.chmod('/tmp', 0o1777); open('/tmp/x', 'w').close()"))
    done = attack(slot, *python(text))
    assert (done.returncode, done.stderr) == (0, "")
