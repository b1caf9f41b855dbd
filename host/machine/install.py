"""Installs Docker's package if it is missing, and starts its daemon.

The packages: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/create-container-image.html (Amazon Linux 2023),
https://wiki.debian.org/Docker (Debian) and https://packages.ubuntu.com/docker.io (Ubuntu). No client is needed.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from typing import Callable, Final, NamedTuple

from host.docker.engine import SOCKET, Docker, DockerDown, DockerError, DockerOld, NotDocker, connect
from host.docker.folders import DAEMON_FILE
from host.machine.fit.fit import Unfit
from host.model.failure import Finding
from host.run import is_systemd
from host.state.files import read, write

Say = Callable[[str], None]

DAEMON_OPTIONS: Final = '{"live-restore":true}\n'
FOLDERS: Final = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin"
INSTALL_TIMEOUT: Final = 600.0
START_TIMEOUT: Final = 60.0
FAILED_TIMEOUT: Final = 5.0
"""Seconds; the last is for a daemon that answers although its start reportedly failed, as when something else starts it, too."""
BUSY: Final = ("Could not get lock", "Unable to acquire the dpkg frontend lock", "is another process using it", "locked by another process")
"""apt's message while something else installs, such as the first boot's updates."""
INTERRUPTED: Final = "dpkg was interrupted"
APT_ENVIRONMENT: Final[Mapping[str, str]] = {"DEBIAN_FRONTEND": "noninteractive", "NEEDRESTART_SUSPEND": "1"}
"""needrestart would restart the agent that runs this program."""


class CommandFailed(Exception):
    """A command that failed or timed out, with its output."""


class System(NamedTuple):
    """The distribution, from /etc/os-release: `debian` for its family, and a name for people."""

    id: str
    like: tuple[str, ...]
    name: str


def ready(say: Say, socket: str = SOCKET) -> Docker:
    """A Docker daemon that answers, started and if necessary installed first. Raises `Unfit`."""
    try:
        return connect(socket)
    except DockerDown as error:
        say(error.words)
    except DockerOld as error:
        hint = "Upgrade Docker to 20.10 or newer"
        raise Unfit((Finding("docker-old", error.words, hint, True),)) from error
    except NotDocker as error:
        hint = "Remove its package podman-docker and stop podman.socket, and install Docker"
        raise Unfit((Finding("podman", error.words, hint, True),)) from error
    if not daemon_program() or _is_half_installed():
        _install(say)
    return _started(say)


def daemon_program() -> str | None:
    """The path of dockerd; None if it is not installed."""
    import shutil

    return shutil.which("dockerd", path=FOLDERS)


def _is_half_installed() -> bool:
    """Whether a power loss or a kill came between the package's files and its set-up."""
    try:
        return command(("dpkg-query", "-W", "-f", "${db:Status-Status}", "docker.io")) in ("half-installed", "unpacked", "half-configured")
    except CommandFailed:
        return False


def system_of(text: str) -> System:
    """The distribution in the text of /etc/os-release, see os-release(5)."""
    pairs = (line.partition("=") for line in text.splitlines() if "=" in line and not line.startswith("#"))
    values = {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}
    return System(values.get("ID", ""), tuple(values.get("ID_LIKE", "").split()), values.get("PRETTY_NAME", "this system"))


def packages_of(system: System) -> tuple[str, ...]:
    """The tool and package for installing Docker here; empty if Docker documents none."""
    if system.id == "amzn":
        return ("dnf", "docker")
    if "debian" in (system.id, *system.like):
        return ("apt-get", "docker.io")
    return ()


def _install(say: Say) -> None:
    system = system_of(read("/etc/os-release"))
    way = packages_of(system)
    if not way:
        raise _missing(f"Docker is not installed, and {system.name} is not a system that the action can install it on")
    say(f"installing Docker on {system.name}: {' '.join(way)}")
    try:
        if not os.path.exists(DAEMON_FILE):
            os.makedirs(os.path.dirname(DAEMON_FILE), exist_ok=True)
            write(DAEMON_FILE, DAEMON_OPTIONS)
        _by_apt(way[1], say) if way[0] == "apt-get" else command(("dnf", "install", "-y", "-q", way[1]))
    except (CommandFailed, OSError) as error:
        if not daemon_program() or _is_half_installed():
            raise _missing(f"Docker could not be installed: {error}") from error
        say("somebody else has installed Docker in the meantime")
    if not daemon_program():
        raise _missing(f"{way[1]} was installed, but dockerd is missing")


def _missing(detail: str) -> Unfit:
    hint = "Use an Amazon Linux 2023, Debian or Ubuntu host that reaches its package mirror, or install Docker on it"
    return Unfit((Finding("docker-missing", detail, hint, True),))


def _by_apt(package: str, say: Say) -> None:
    """An unreadable list may not matter: tries the package, and reports both messages if it is missing. Removes no other package, such as
    Docker's own, which the host's user data may install at the same time."""
    deadline = time.monotonic() + INSTALL_TIMEOUT
    words = ""
    try:
        _apt(("update", "-qq", "-o", "APT::Update::Error-Mode=any"), deadline, say)
    except CommandFailed as error:
        words = f"; {error}"
    try:
        _apt(("install", "-y", "-qq", "--no-install-recommends", "--no-remove", package, "ca-certificates"), deadline, say)
    except CommandFailed as error:
        raise CommandFailed(f"{error}{words}") from error


def _apt(arguments: Sequence[str], deadline: float, say: Say) -> None:
    """Waits for all of apt's locks, because apt itself waits for only one, and finishes an interrupted dpkg."""
    words = ""
    while True:
        try:
            command(("apt-get", *arguments), APT_ENVIRONMENT, deadline - time.monotonic())
            return
        except CommandFailed as error:
            told, words = words, str(error)
            if time.monotonic() >= deadline or not any(sign in words for sign in (*BUSY, INTERRUPTED)):
                raise
            if words != told:
                say(f"waiting for apt: {words}")
        if INTERRUPTED in words:
            command(("dpkg", "--configure", "-a", "--force-confold"), APT_ENVIRONMENT, deadline - time.monotonic())
        time.sleep(1)


def _started(say: Say) -> Docker:
    say("starting Docker")
    words = ""
    try:
        command(("systemctl", "enable", "--now", "docker") if is_systemd() else ("service", "docker", "start"))
    except CommandFailed as error:
        words = str(error)
    deadline = time.monotonic() + (FAILED_TIMEOUT if words else START_TIMEOUT)
    while time.monotonic() < deadline:
        try:
            return connect()
        except DockerError as error:
            words = words or error.words
        time.sleep(0.2)
    hint = f"Look at journalctl -u docker on the host; an option in {DAEMON_FILE} may be wrong"
    raise Unfit((Finding("docker-down", f"Docker's daemon does not start: {words}{_last_words()}", hint, True),))


def _last_words() -> str:
    """The daemon's last messages, from systemd or Debian's init script."""
    journal = ("journalctl", "-u", "docker", "-n", "3", "--no-pager", "-q", "-o", "cat")
    try:
        words = command(journal if is_systemd() else ("tail", "-n", "3", "/var/log/docker.log"))
        return f"; {words}" if words else ""
    except CommandFailed:
        return ""


def command(argv: Sequence[str], environment: Mapping[str, str] = {}, timeout: float = INSTALL_TIMEOUT) -> str:
    """Runs a command to its end and returns its last lines. Raises `CommandFailed` with its name and these lines.

    The command has its own session: an installation continues when this program is killed. Its output goes to a
    file in memory: a daemon that it starts would keep a pipe open, and the disk may be full.
    """
    import subprocess

    with open(os.memfd_create("printed"), "w+b") as printed:
        try:
            code = subprocess.run(
                argv,
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=printed,
                env={**os.environ, "PATH": FOLDERS, "HOME": "/root", "LC_ALL": "C", **environment},
                start_new_session=True,
                timeout=max(1.0, timeout),
            ).returncode
        except subprocess.TimeoutExpired as error:
            raise CommandFailed(f"{' '.join(argv)} did not finish in {error.timeout:.0f} s") from error
        except OSError as error:
            raise CommandFailed(f"{argv[0]}: {error.strerror}") from error
        printed.seek(0)
        words = _end(printed.read())
    if code != 0:
        raise CommandFailed(f"{' '.join(argv)} ended with {code}: {words}")
    return words


def _end(printed: bytes) -> str:
    lines = [line.strip() for line in printed.decode(errors="replace").splitlines() if line.strip()]
    return " / ".join(lines[-3:])
