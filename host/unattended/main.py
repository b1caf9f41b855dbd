"""Carries out words in place of an order, from a unit of systemd or from this program itself."""

from __future__ import annotations

import os
from collections.abc import Sequence

from host.state.paths import Paths


def unattended(words: Sequence[str]) -> None:
    """Runs without an order: `watch SERVICE CANARY`, `way-back SERVICE`, `check` before Docker starts, `boot` after it,
    `walls` regularly and when the packet filter was changed, `certificates` a few times a day, `sleep` while a service can sleep."""
    from host.unattended import boot

    os.umask(0o077)
    if words[0] == "watch":
        from host.canaries import dead_mans_switch

        dead_mans_switch.watch(Paths(), words[1], words[2])
    elif words[0] == "way-back":
        from host.workers import way_back

        way_back.watch(Paths(), words[1])
    elif words[0] == "check":
        boot.before_docker(Paths())
    elif words[0] == "boot":
        boot.after_docker(Paths())
    elif words[0] == "walls":
        boot.look_again(Paths())
    elif words[0] == "sleep":
        from host.previews import sleeper

        sleeper.keep(Paths())
    elif words[0] == "certificates":
        from host.certificates import upkeep

        upkeep.keep_all(Paths())
