"""Which process dies first if the host runs out of memory: a new release, then a live one, and the proxy last.

The kernel kills the process with the highest score: its share of the memory in thousandths, plus an adjustment:
https://docs.kernel.org/filesystems/proc.html, chapter 3.1.
"""

from __future__ import annotations

from host.machine.facts.memory import memory_group
from host.state.files import read

PROXY = -900
LIVE = 0
"""Docker's value for every container: a live slot gets it again by itself after a crash or a reboot."""
CANDIDATE = 500
MAY_LOWER = 1 << 24
"""CAP_SYS_RESOURCE: capabilities(7)."""


def allowed(score: int, status: str) -> int:
    """The adjustment, or 0 if this host does not allow lower ones, like the inside of some containers. `status`: the text of
    /proc/self/status."""
    effective = next((line.split()[1] for line in status.splitlines() if line.startswith("CapEff:")), "0")
    return score if int(effective, 16) & MAY_LOWER else max(score, 0)


def rank(pid: int, score: int) -> None:
    """Adjusts all processes of a container by the id of its main one. Processes that they start meanwhile can inherit the old value,
    so this repeats until there are no new ones."""
    ranked: set[str] = set()
    while True:
        new = [one for one in _members(pid) if one not in ranked]
        if not new:
            return
        for one in new:
            _adjust(one, score)
        ranked.update(new)


def _members(pid: int) -> list[str]:
    group = memory_group(_read(f"/proc/{pid}/cgroup")) if pid else ""
    return _read(f"{group}/cgroup.procs").split() if group else []


def _adjust(pid: str, score: int) -> None:
    try:
        with open(f"/proc/{pid}/oom_score_adj", "w", encoding="utf-8") as file:
            file.write(str(score))
    except OSError:
        return


def _read(path: str) -> str:
    """A process can end at any moment."""
    try:
        return read(path)
    except OSError:
        return ""
