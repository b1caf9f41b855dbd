"""What of a release that serves already is written down anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from __tests__.host.support.run_bed import KEY, nobody, run_of
from __tests__.host.support.samples import release
from host import store
from host.model.order import Bake
from host.release import serve
from host.state.folders import make_folders
from host.state.paths import Paths


@pytest.mark.parametrize(("given", "written"), [({"health-timeout": 5}, True), ({}, False)])
def test_stores_the_latest_value_of_a_setting_outside_the_fingerprint(tmp_path: Path, given: dict[str, int], written: bool) -> None:
    paths = Paths(str(tmp_path), str(tmp_path))
    run = run_of(paths, nobody(tmp_path), Bake(0, 20, 0.1))
    make_folders(paths, KEY)
    store.save_release(paths, KEY, release("r1"))
    before = os.stat(paths.release(KEY, "r1")).st_ino
    serve.remember(run, release("r1", spec=given, runUrl="https://another.run"))
    assert store.load_release(paths, KEY, "r1") == release("r1", spec=given, runUrl="https://another.run" if written else "")
    assert (os.stat(paths.release(KEY, "r1")).st_ino != before) == written
