"""An order at work, for tests of what only looks at a slot."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable

from host.docker import create
from host.docker.engine import Docker, info
from host.http.dial import unix
from host.model.container import Life, Slot, located
from host.model.order import Bake, Order
from host.run import Run
from host.state.folders import make_folders
from host.state.paths import Paths

KEY = "web.production"
Running = Callable[..., Run]
"""Makes the run of an order with these fields."""


def nobody(folder: Path) -> Docker:
    """A Docker that does not answer."""
    return Docker(unix(str(folder / "docker.sock")), "/v1.41")


def run_of(paths: Paths, docker: Docker, bake: Bake) -> Run:
    """A deploy of a service under way."""
    order = Order(
        verb="deploy",
        id="o-1",
        service=KEY,
        region="",
        run_url="",
        lock_timeout=1,
        base=("*",),
        drain_timeout=1,
        bake=bake,
    )
    return Run(order, paths, time.monotonic(), docker)


def slot_at(address: str, identity: str = "5107" * 16) -> Slot:
    """A slot that is said to run at `IP:PORT`. Its id is as long as Docker's: a short one may be a part of another's in the kernel's log."""
    return Slot(identity, f"{KEY}.r1", "r1", "", "", "", *located(address), Life.RUNNING, {})


def deployed(docker: Docker, key: str, folder: Path) -> Run:
    """A deploy of the service, with its folders below this one."""
    paths = Paths(str(folder / "state"), str(folder / "run"))
    run = run_of(paths, docker, Bake(0, 20, 1))
    run.key = key
    make_folders(paths, key)
    return run


def make_slot(run: Run, image: str, name: str, address: str, *, digest: str = "", **described: Any) -> str:
    """A container of the service as its slot of this release, which does not run. `described`: more of it, in Docker's words.

    The kernel keeps all stop signals but this one from a first process without a handler for them, which would use up its grace period."""
    own = {"": "slot", ".service": run.key, ".release": name, ".address": address, ".digest": digest}
    labels = {f"docker-to-ec2{label}": value for label, value in own.items() if value}
    return create(run.docker, f"{run.key}.{name}", {"Image": image, "Labels": labels, "StopSignal": "SIGKILL", **described})


@contextmanager
def logged(run: Run) -> Iterator[Run]:
    """The run with its log, which a process of its own would close with its end."""
    run.open_log()
    try:
        yield run
    finally:
        if run._log:
            run._log._file.close()


@contextmanager
def busy(docker: Docker, identity: str) -> Iterator[None]:
    """A file of a container cannot be removed: Docker then keeps a removed container as one that is dead."""
    file = Path(info(docker)["DockerRootDir"], "containers", identity, "busy")
    file.touch()
    subprocess.run(["chattr", "+i", str(file)], check=True)
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", str(file)], check=True)
