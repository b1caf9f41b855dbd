"""Docker is installed, started and waited for: on a Debian host that has none, with a package mirror that is a folder of that host."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from __tests__.host.support.patience import stretched, until, within
from __tests__.host.support.raw_server import saying, unix_server
from host.docker import DockerError
from host.docker.folders import DAEMON_FILE
from host.machine.fit.fit import Unfit
from host.machine.install import CommandFailed, System, command, packages_of, ready, system_of

ROOT = Path(__file__).parents[3]
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "docker-to-ec2"


@pytest.mark.parametrize(
    ("text", "system", "packages"),
    [
        ('NAME="Amazon Linux"\nVERSION="2023"\nID="amzn"\nID_LIKE="fedora"\nVERSION_ID="2023"\n', ("amzn", ("fedora",)), ("dnf", "docker")),
        ("ID=debian\nVERSION_ID=\"13\"\nPRETTY_NAME='Debian GNU/Linux 13 (trixie)'\n", ("debian", ()), ("apt-get", "docker.io")),
        ("ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME='Debian GNU/Linux 12 (bookworm)'\n", ("debian", ()), ("apt-get", "docker.io")),
        ('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="22.04"\n', ("ubuntu", ("debian",)), ("apt-get", "docker.io")),
        ('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n', ("ubuntu", ("debian",)), ("apt-get", "docker.io")),
        ('# of ours\nID="linuxmint"\nID_LIKE="ubuntu debian"\n', ("linuxmint", ("ubuntu", "debian")), ("apt-get", "docker.io")),
        ('ID="rhel"\nID_LIKE="fedora"\n', ("rhel", ("fedora",)), ()),
        ("", ("", ()), ()),
    ],
)
def test_chooses_the_packages_of_a_distribution(text: str, system: tuple[str, tuple[str, ...]], packages: tuple[str, ...]) -> None:
    found = system_of(text)
    assert (found.id, found.like) == system
    assert packages_of(found) == packages


def test_names_a_distribution_for_people() -> None:
    assert system_of("ID=debian\nPRETTY_NAME='Debian GNU/Linux 13 (trixie)'\n") == System("debian", (), "Debian GNU/Linux 13 (trixie)")
    assert system_of("").name == "this system"


@pytest.mark.parametrize(
    ("argv", "timeout", "words"),
    [
        (("sh", "-c", "echo a; echo; echo b >&2; echo c; echo d; exit 7"), 60, "ended with 7: b / c / d"),
        (("sh", "-c", "printf 'a\\377b'; exit 1"), 60, "ended with 1: a\ufffdb"),
        (("there-is-no-such-tool",), 60, "there-is-no-such-tool: No such file or directory"),
        (("sleep", "600"), 1, "sleep 600 did not finish in 1 s"),
    ],
)
def test_reports_how_a_command_failed(argv: tuple[str, ...], timeout: float, words: str) -> None:
    with pytest.raises(CommandFailed) as failure:
        command(argv, timeout=timeout)
    assert words in str(failure.value)


def test_does_not_wait_for_a_daemon_that_a_command_leaves_behind() -> None:
    with within(2):
        assert command(("sh", "-c", "sleep 3 & echo started"), {"A": "b"}) == "started"


def test_a_command_survives_the_process_that_started_it(tmp_path: Path) -> None:
    """Run Command kills the process group of an order that takes too long; an installation must not be cut in the middle."""
    script = f"touch {tmp_path}/begun; until [ -e {tmp_path}/killed ]; do sleep 0.05; done; touch {tmp_path}/done"
    code = f"from host.machine.install import command; command(('sh', '-c', {script!r}))"
    order = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, start_new_session=True)
    until((tmp_path / "begun").exists)
    os.killpg(order.pid, 9)
    order.wait()
    (tmp_path / "killed").touch()
    until((tmp_path / "done").exists)


@pytest.mark.parametrize(
    ("headers", "name", "detail", "hint"),
    [
        ("Api-Version: 1.40", "docker-old", "1.40", "Upgrade Docker"),
        # Podman has the same socket and API, but not all of it.
        ("Api-Version: 1.41\r\nLibpod-Api-Version: 5.2.2", "podman", "Podman", "podman-docker"),
    ],
)
def test_refuses_what_is_not_a_docker_of_today(tmp_path: Path, headers: str, name: str, detail: str, hint: str) -> None:
    answer = f"HTTP/1.1 200 OK\r\n{headers}\r\nContent-Length: 2\r\n\r\nOK".encode()
    with unix_server(str(tmp_path / "docker.sock"), saying(answer)) as socket, pytest.raises(Unfit) as unfit:
        ready(print, socket)
    (finding,) = unfit.value.findings
    assert (finding.name, finding.fatal) == (name, True)
    assert detail in finding.detail
    assert hint in finding.hint


def test_does_not_call_a_failing_daemon_too_old(tmp_path: Path) -> None:
    trouble = b'HTTP/1.1 500 Oh\r\nApi-Version: 1.41\r\nContent-Length: 19\r\n\r\n{"message":"panic"}'
    with unix_server(str(tmp_path / "docker.sock"), saying(trouble)) as socket, pytest.raises(DockerError, match="panic"):
        ready(print, socket)


class Host(NamedTuple):
    """A machine of its own, that is a container."""

    id: str

    def run(self, *argv: str) -> str:
        done = subprocess.run(["docker", "exec", self.id, *argv], check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def shell(self, script: str) -> str:
        return self.run("bash", "-ec", script)

    def sets(self, options: str) -> None:
        """Somebody has set options of Docker's daemon."""
        self.shell(f"mkdir /etc/docker; echo '{options}' >{DAEMON_FILE}")

    def ready(self, *, patience: float = 300, held: Sequence[str] = (), meanwhile: str = ":") -> tuple[str, list[str]]:
        """What Docker answers or why there is none, and what was said. `meanwhile`: what happens before an awaited lock is let go."""
        code = f"""
import fcntl, json, subprocess, sys
sys.path.insert(0, '/opt/program')
from host import docker
from host.machine import install
from host.model.failure import Failure
install.START_TIMEOUT = {patience}
said = []
held = {{lock: open(lock, 'w') for lock in {list(held)!r}}}
for lock in held.values():
    fcntl.lockf(lock, fcntl.LOCK_EX)
def say(words):
    said.append(words)
    for lock in [lock for lock in held if f'get lock {{lock}}.' in words]:
        subprocess.run(["bash", "-ec", {meanwhile!r}], check=True, stdout=sys.stderr)
        held.pop(lock).close()
try:
    came = 'live-restore' if docker.info(install.ready(say))['LiveRestoreEnabled'] else 'no live-restore'
except Failure as failure:
    came = str(failure)
print(json.dumps([came, said]))
"""
        came, said = json.loads(self.run("python3", "-I", "-c", code))
        return came, said


# The package is made of what a host has installed. What raises limits is left out: not every machine that runs these tests may.
WITHOUT_DOCKER = r"""
mkdir -p /mirror/package/DEBIAN
cd /mirror
for path in $(dpkg -L docker.io); do
  [ ! -f "$path" ] || install -D -m "$(stat -c %a "$path")" "$path" "package$path"
done
sed -i 's/ulimit .*/:/' package/etc/init.d/docker
dpkg-query -s docker.io | sed -e '/^Status:/d' -e '/^Conffiles:/d' -e '/^ \//d' >package/DEBIAN/control
for script in preinst postinst prerm; do
  [ ! -e /var/lib/dpkg/info/docker.io.$script ] || cp /var/lib/dpkg/info/docker.io.$script package/DEBIAN
done
dpkg-deb -Znone --build package docker.io.deb
rm -r package
{ dpkg-deb -f docker.io.deb; echo "Filename: ./docker.io.deb"; stat -c 'Size: %s' docker.io.deb
  echo "SHA256: $(sha256sum docker.io.deb | cut -d ' ' -f 1)"; } >Packages
dpkg --purge docker.io
rm -rf /etc/docker /etc/apt/sources.list.d/*
mkdir -p /var/cache/apt/archives
echo 'deb [trusted=yes] file:/mirror ./' >/etc/apt/sources.list
"""


def box(image: str, *options: str) -> str:
    """Starts a container that may do what a host may, without a network."""
    bounding = subprocess.run(["/usr/sbin/capsh", "--print"], check=True, capture_output=True, text=True).stdout
    line = next(line for line in bounding.splitlines() if line.startswith("Bounding set ="))
    may = [name[4:] for name in line[14:].split(",") if name not in ("cap_perfmon", "cap_bpf", "cap_checkpoint_restore")]
    rights = [option for name in may for option in ("--cap-add", name)]
    rights += [option for open in ("seccomp", "apparmor", "systempaths") for option in ("--security-opt", f"{open}=unconfined")]
    argv = ["docker", "run", "--detach", "--init", "--network", "none", "--cgroupns", "private", *rights, *options, image, "sleep", "3600"]
    return subprocess.run(argv, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(scope="session")
def image_without_docker() -> Iterator[str]:
    """An image of the test bed's host, whose Docker lies in a mirror of its own."""
    rootfs = CACHE / "host.tar"
    host = f"docker-to-ec2-host:{rootfs.resolve().stem.removeprefix('host-')}"
    if subprocess.run(["docker", "image", "inspect", host], capture_output=True, check=False).returncode != 0:
        subprocess.run(["docker", "import", str(rootfs), host], check=True, capture_output=True)
    id, image = box(host), f"docker-to-ec2-test:no-docker-{os.getpid()}"
    try:
        Host(id).shell(WITHOUT_DOCKER)
        subprocess.run(["docker", "commit", id, image], check=True, capture_output=True)
        yield image
    finally:
        subprocess.run(["docker", "rm", "--force", "--volumes", id], check=True, capture_output=True)
        subprocess.run(["docker", "rmi", "--force", image], check=True, capture_output=True)


@pytest.fixture
def host(image_without_docker: str) -> Iterator[Host]:
    id = box(
        image_without_docker,
        *("--volume", "/var/lib/docker"),
        *("--volume", f"{ROOT / 'host'}:/opt/program/host:ro"),
        *("--volume", f"{ROOT / 'local/host/init'}:/init:ro"),
        *("--device-cgroup-rule", "a *:* rwm"),
    )
    machine = Host(id)
    try:
        machine.shell('eval "$(sed -n "/^own_cgroups/,/^}/p" /init)"; own_cgroups')
        yield machine
    finally:
        subprocess.run(["docker", "rm", "--force", "--volumes", id], check=True, capture_output=True)


def test_installs_docker_with_live_restore(host: Host) -> None:
    came, said = host.ready()
    assert (came, said[1:]) == (
        "live-restore",
        ["installing Docker on Debian GNU/Linux 12 (bookworm): apt-get docker.io", "starting Docker"],
    )
    assert host.ready() == ("live-restore", [])
    host.shell("service docker stop")
    assert host.ready() == ("live-restore", ["Docker does not answer: /var/run/docker.sock: No such file or directory", "starting Docker"])


def test_keeps_options_that_are_already_set(host: Host) -> None:
    host.sets('{"debug":true}')
    came, _ = host.ready()
    assert came == "no live-restore"
    assert host.shell(f"cat {DAEMON_FILE}") == '{"debug":true}\n'


LOCKS = ("/var/lib/apt/lists/lock", "/var/lib/dpkg/lock-frontend", "/var/lib/dpkg/lock", "/var/cache/apt/archives/lock")


def test_waits_for_another_installation(host: Host) -> None:
    """Each lock is let go when it was said to be waited for."""
    came, said = host.ready(held=LOCKS)
    assert came == "live-restore"
    assert [lock for lock in LOCKS if not any(f"get lock {lock}." in words for words in said)] == [], said


OTHER_PACKAGE = r"""
dpkg-deb -R /mirror/docker.io.deb /tmp/other
sed -i -e 's/^Package: .*/Package: docker-ce/' -e 's/^Conflicts:/Conflicts: docker.io,/' /tmp/other/DEBIAN/control
dpkg-deb -Znone --build /tmp/other /tmp/docker-ce.deb
"""
"""Docker's own package, which cannot be beside that of Debian: https://github.com/replicatedhq/kURL/pull/3839"""


@pytest.mark.parametrize("lock", ["/var/lib/apt/lists/lock", "/var/cache/apt/archives/lock"])
def test_takes_the_docker_that_somebody_else_installs_at_the_same_time(host: Host, lock: str) -> None:
    """As the user data of a host does at its first boot."""
    host.shell(OTHER_PACKAGE)
    came, said = host.ready(held=(lock,), meanwhile="dpkg --install /tmp/docker-ce.deb")
    assert came == "live-restore", said
    assert host.shell("dpkg-query -W -f '${db:Status-Status}' docker-ce") == "installed"


def test_finishes_an_interrupted_installation(host: Host) -> None:
    host.shell("dpkg --unpack /mirror/docker.io.deb; touch /var/lib/dpkg/updates/0001")
    came, said = host.ready()
    assert came == "live-restore", said
    assert host.shell("dpkg-query -W -f '${db:Status-Status}' docker.io") == "installed"


def test_names_a_mirror_without_docker(host: Host) -> None:
    host.shell("echo 'deb [trusted=yes] file:/nowhere ./' >/etc/apt/sources.list")
    came, _ = host.ready()
    assert came.startswith("host-unfit: Docker could not be installed: apt-get install")
    assert "docker.io" in came
    assert "/nowhere" in came


def test_refuses_an_unknown_distribution(host: Host) -> None:
    host.shell("rm /etc/os-release; echo 'PRETTY_NAME=\"Some Linux 1\"' >/etc/os-release")
    came, _ = host.ready()
    assert came == "host-unfit: Docker is not installed, and Some Linux 1 is not a system that the action can install it on"


def test_reports_why_a_daemon_does_not_start(host: Host) -> None:
    host.sets('{"no-such-option":true}')
    came, _ = host.ready(patience=stretched(2))
    assert came.startswith("host-unfit: Docker's daemon does not start: ")
    assert "no-such-option" in came
