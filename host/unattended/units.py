"""The systemd units that run this program without an order. Without systemd, the next order does their work."""

from __future__ import annotations

import os

from host.run import is_systemd
from host.state.files import read, remove, sync_folder, write
from host.state.paths import Paths
from host.unattended import program_home
from host.unattended.command import command

FOLDER = "/etc/systemd/system"
NAME = "docker-to-ec2"
FIREWALLS = "firewalld.service nftables.service iptables.service ip6tables.service ufw.service"
"""Services that can flush the walls when they start."""
AT_BOOT = "multi-user.target"
NFTABLES = 1 << 7 - 1
"""The kernel's group NFNLGRP_NFTABLES (linux/netfilter/nfnetlink.h) as a bit of netlink(7)'s `nl_groups`, the format of systemd.socket(5)."""
LIMITS = {"check": "5min", "walls": "5min", "boot": "30min", "certificates": "1h"}
"""systemd waits for a `oneshot` without limit, and starts neither it again nor, at boot, Docker: systemd.service(5), `TimeoutStartSec=`. Each is much
longer than what the program itself waits for."""
LOOK = f"{NAME}-walls.service"
KEEPER = f"{NAME}-certificates.timer"
SLEEPER = f"{NAME}-sleep.service"
WATCHERS = (f"{NAME}-walls.socket", f"{NAME}-walls.timer", KEEPER)


def units(program: str = "") -> dict[str, str]:
    """The text of each unit by name; `program`: the folder that they run, if it is not the one of this process. The walls are checked when nftables
    change, which the kernel reports to a socket of systemd, and every half minute, because nothing reports changes of the older tables. The proxy
    renews certificates when a third of their time is left, so storing them a few times a day is early enough."""
    return {
        f"{NAME}-check.service": _service(program, "check", f"Before=docker.service\nAfter={FIREWALLS}", "", AT_BOOT),
        f"{NAME}-boot.service": _service(program, "boot", "After=docker.service\nWants=docker.service", "", AT_BOOT),
        # Otherwise the journal would get two lines per check, and systemd would give up after many changes.
        LOOK: _service(program, "walls", "StartLimitIntervalSec=0", "LogLevelMax=notice", ""),
        # systemd opens no socket of a running service, and the timer can start it at once.
        f"{NAME}-walls.socket": _unit(
            "walls", f"Before={NAME}-walls.timer", "Socket", f"ListenNetlink=netfilter {NFTABLES}", "sockets.target"
        ),
        f"{NAME}-certificates.service": _service(
            program, "certificates", "Wants=network-online.target\nAfter=network-online.target", "", ""
        ),
        KEEPER: _unit("certificates", "", "Timer", "OnBootSec=15min\nOnUnitInactiveSec=6h\nRandomizedDelaySec=1h", "timers.target"),
        SLEEPER: _sleeper(program),
        f"{NAME}-walls.timer": _unit("walls", "", "Timer", "OnBootSec=30\nOnUnitInactiveSec=30\nAccuracySec=5", "timers.target"),
    }


def install() -> None:
    """Makes systemd run this program at each boot, from the disk, and watch the walls. Idempotent."""
    if not is_systemd():
        return
    program = program_home.on_disk(program_home.folder(), Paths())
    if not program and os.path.exists(f"{FOLDER}/{NAME}-check.service"):
        # These run an earlier program, which is on the disk; this one would be gone after a reboot.
        return
    wanted = units(program or program_home.folder())
    # A kill or a power loss can lose the links, but not the units.
    if all(read(f"{FOLDER}/{name}") == text for name, text in wanted.items()) and all(map(os.path.lexists, links())):
        return
    for name, text in wanted.items():
        write(f"{FOLDER}/{name}", text)
    _systemctl("daemon-reload")
    _systemctl("enable", *(name for name, text in wanted.items() if "[Install]" in text))
    for folder in {os.path.dirname(link) for link in links() if os.path.lexists(link)}:
        sync_folder(folder)
    _systemctl("stop", *WATCHERS, LOOK)
    _systemctl("start", *WATCHERS)
    # An earlier program's process would stay. A waiting visitor gets a page that tries again.
    _systemctl("try-restart", SLEEPER)


def links() -> list[str]:
    """The links of enabled units."""
    targets = {name: text.partition("WantedBy=")[2].strip() for name, text in units().items()}
    return [f"{FOLDER}/{target}.wants/{name}" for name, target in targets.items() if target]


def uninstall() -> None:
    """Removes the units."""
    there = [name for name in units() if os.path.exists(f"{FOLDER}/{name}")]
    if not there:
        return
    _systemctl("stop", *WATCHERS, LOOK, SLEEPER)
    _systemctl("disable", *there)
    for name in there:
        remove(f"{FOLDER}/{name}")


def _systemctl(*words: str) -> None:
    import subprocess

    subprocess.run(["systemctl", *words], stdin=subprocess.DEVNULL, capture_output=True)


def _service(program: str, word: str, order: str, more: str, wanted_by: str) -> str:
    argv = " ".join(_quoted(part) for part in command(word, program=program))
    lines = "\n".join(filter(None, ("Type=oneshot", f"TimeoutStartSec={LIMITS[word]}", f"ExecStart={argv}", more)))
    return _unit(word, order, "Service", lines, wanted_by)


def _sleeper(program: str) -> str:
    """Runs only while a service can sleep: it ends by itself, and systemd starts it only then, however it ended and however often. One that does not
    report for as long as `WatchdogSec` hangs, and is killed. https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#WatchdogSec="""
    order = f"After=docker.service\nConditionPathExistsGlob={Paths().sleep('*')}\nStartLimitIntervalSec=0"
    argv = " ".join(_quoted(part) for part in command("sleep", program=program))
    lines = f"Type=simple\nExecStart={argv}\nRestart=always\nRestartSec=1\nWatchdogSec=60\nWatchdogSignal=SIGKILL\nNotifyAccess=main"
    return _unit("sleep", order, "Service", lines, AT_BOOT)


def _unit(word: str, order: str, kind: str, lines: str, wanted_by: str) -> str:
    head = "\n".join(filter(None, (f"Description=Containers delivered by docker-to-ec2 ({word})", order)))
    sections = [f"[Unit]\n{head}", f"[{kind}]\n{lines}"]
    if wanted_by:
        sections.append(f"[Install]\nWantedBy={wanted_by}")
    return "\n\n".join(sections) + "\n"


def _quoted(text: str) -> str:
    """A word of ExecStart: https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines"""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'
