"""Room on the disk for an image, and what is removed for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from __tests__.host.support.samples import order, slot, state
from host.docker.engine import Docker
from host.model.failure import Failure
from host.order import read_order
from host.release import images
from host.run import Run, Snapshot
from host.state.folders import make_folders
from host.state.paths import Paths

MB = 1_000_000


@pytest.mark.parametrize(
    ("size", "keeps_packed", "needed"),
    [(0, False, 200 * MB), (100 * MB, False, 500 * MB), (1000 * MB, False, 3200 * MB), (0, True, 200 * MB), (100 * MB, True, 600 * MB)],
)
def test_an_image_needs_room_for_its_layers_beside_it(size: int, keeps_packed: bool, needed: int) -> None:
    assert images.room_needed(size, keeps_packed=keeps_packed) == needed


@pytest.mark.parametrize(
    ("size", "free", "refused"),
    [(0, 0, False), (100 * MB, 600 * MB, False), (100 * MB, 500 * MB, False), (100 * MB, 499 * MB, True)],
)
def test_refuses_an_image_that_does_not_fit_before_the_pull(
    tmp_path: Path, docker: Docker, monkeypatch: pytest.MonkeyPatch, size: int, free: int, refused: bool
) -> None:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(paths, "web.production")
    run = Run(read_order(json.dumps(order())), paths, 0.0, docker)
    monkeypatch.setattr(images, "free_at", lambda _: free)
    live = slot("a-1")
    found = Snapshot((), (live,), state("a-1")._replace(pulled=("registry.example/unknown@sha256:" + "b" * 64,)), live)
    if not refused:
        images.make_room(run, found, size)
        return
    with pytest.raises(Failure, match=r"499 MB are free in /.+, but an image of 100 MB .* needs 500 MB") as caught:
        images.make_room(run, found, size)
    assert caught.value.cause == "out-of-disk"
