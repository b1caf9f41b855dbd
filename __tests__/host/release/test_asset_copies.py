"""The files of a release are copied out of a real container, whether or not it runs."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import tarfile
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Callable

import pytest

from __tests__.host.support.run_bed import KEY, logged, run_of
from __tests__.host.support.samples import release, route
from host.docker import Docker, create, remove
from host.model.failure import Failure
from host.model.order import Bake
from host.release import assets, serve
from host.run import Run, snapshot
from host.state.files import PROXY
from host.state.folders import make_folders
from host.state.paths import Paths

OLD: Mapping[str, bytes] = {"app/dist/old.js": b"old", "app/dist/deep/both.js": b"one", "app/other": b"no"}
NEW: Mapping[str, bytes] = {"app/dist/new.js": b"new", "app/dist/deep/both.js": b"two"}
Slotted = Callable[..., str]


def image_with(files: Mapping[str, bytes], second_names: Mapping[str, str]) -> str:
    """The reference of an image of these files, some of which have a second name, and of what could lead out of it."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(content), 0o600
            archive.addfile(entry, io.BytesIO(content))
        for name, first in second_names.items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.LNKTYPE, first
            archive.addfile(entry)
        for name, link in (("app/dist/out.js", "/etc/shadow"), ("app/current", "dist"), ("app/links/a", "b")):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, link
            archive.addfile(entry)
    name = f"docker-to-ec2-test:{uuid.uuid4().hex[:12]}"
    change = ["--change", 'CMD ["/none"]']
    subprocess.run(["docker", "import", *change, "-", name], input=target.getvalue(), check=True, capture_output=True)
    return name


@pytest.fixture
def slotted(docker: Docker) -> Iterator[Slotted]:
    """Makes a slot of a release, which never ran, with these files."""
    made: list[tuple[str, str]] = []

    def slot(name: str, files: Mapping[str, bytes], second_names: Mapping[str, str] = MappingProxyType({})) -> str:
        image = image_with(files, second_names)
        labels = {"docker-to-ec2": "slot", "docker-to-ec2.service": KEY, "docker-to-ec2.release": name}
        described = {"Image": image, "Labels": {**labels, "docker-to-ec2.address": "127.0.0.1:1"}}
        made.append((create(docker, f"{KEY}.{name}.was.{uuid.uuid4().hex[:8]}", described), image))
        return made[-1][0]

    yield slot
    for identity, image in made:
        remove(docker, identity)
        subprocess.run(["docker", "rmi", "--force", image], check=True, capture_output=True)


@pytest.fixture
def run(docker: Docker, tmp_path: Path) -> Iterator[Run]:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(paths, KEY)
    with logged(run_of(paths, docker, Bake(0, 20, 1))) as one:
        yield one


def wants(name: str, folder: str = "/app/dist") -> Any:
    return release(name, route=route(**{"asset-path": "/assets"}), spec={"asset-files": folder})


def kept(run: Run) -> dict[str, bytes]:
    """The copies by their paths below the service's folder."""
    folder = Path(run.paths.assets(KEY))
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


BOTH = {"r1/assets/old.js": b"old", "r1/assets/deep/both.js": b"one", "r2/assets/new.js": b"new", "r2/assets/deep/both.js": b"two"}


def test_the_first_release_with_assets_keeps_those_of_its_predecessor(run: Run, slotted: Slotted) -> None:
    slotted("r2", NEW)
    slotted("r1", OLD)
    assets.keep(run, wants("r2"))
    assert kept(run) == BOTH
    ages = [os.stat(f"{run.paths.assets(KEY)}/{name}/assets/deep/both.js").st_mtime_ns for name in ("r1", "r2")]
    assert ages[0] < ages[1], "the proxy prefers the newest"


def test_only_the_proxy_can_read_copies(run: Run, slotted: Slotted) -> None:
    slotted("r1", OLD)
    assets.keep(run, wants("r1"))
    for path in Path(run.paths.assets(KEY)).rglob("*"):
        seen = path.stat()
        assert (seen.st_uid, seen.st_gid) == (0, PROXY)
        assert stat.S_IMODE(seen.st_mode) & 0o777 == (0o750 if path.is_dir() else 0o640)
    assert os.listdir(run.paths.assets("")) == [KEY]


def test_a_link_inside_the_folder_reaches_no_file_of_the_host(run: Run, slotted: Slotted) -> None:
    slotted("r1", OLD)
    assets.keep(run, wants("r1"))
    copied = [path for path in Path(run.paths.assets(KEY)).rglob("*") if not path.is_dir()]
    assert sorted(path.name for path in copied) == ["both.js", "old.js"]
    assert not any(path.is_symlink() for path in copied)


def test_copies_a_hard_linked_file_under_each_name(run: Run, slotted: Slotted) -> None:
    """As `cp -l` and builds with a store of files leave them. One whose other name lies outside of the folder is a file as any."""
    second = {"app/dist/deep/a.js": "app/dist/old.js", "app/dist/z.js": "app/dist/old.js", "app/dist/other.js": "app/other"}
    slotted("r1", OLD, second)
    assets.keep(run, wants("r1"))
    names = {"old.js": b"old", "deep/a.js": b"old", "z.js": b"old", "deep/both.js": b"one", "other.js": b"no"}
    assert kept(run) == {f"r1/assets/{name}": content for name, content in names.items()}


def test_follows_a_link_to_the_folder(run: Run, slotted: Slotted) -> None:
    slotted("r1", NEW)
    assets.keep(run, wants("r1", "/app/current"))
    assert kept(run) == {"r1/assets/new.js": b"new", "r1/assets/deep/both.js": b"two"}


def test_copies_assets_once(run: Run, slotted: Slotted) -> None:
    slotted("r1", OLD)
    for _ in range(2):
        assets.keep(run, wants("r1"))
    assert run.log_text().count("files of /app/dist copied") == 1


@pytest.mark.parametrize(
    ("folder", "words"),
    [("/app/none", "/app/none"), ("/app/dist/old.js", "old.js"), ("/app/links", "there are no files in /app/links")],
)
def test_fails_and_leaves_nothing_if_the_new_release_lacks_the_folder(run: Run, slotted: Slotted, folder: str, words: str) -> None:
    slotted("r1", OLD)
    with pytest.raises(Failure, match=f"asset-files: .*{words}"):
        assets.keep(run, wants("r1", folder))
    assert kept(run) == {}


def test_the_next_copy_contains_nothing_of_an_interrupted_one(run: Run, slotted: Slotted) -> None:
    slotted("r1", OLD)
    half = Path(f"{run.paths.assets('')}.new.{KEY}/assets/half.js")
    half.parent.mkdir(parents=True)
    half.write_text("ha")
    assets.keep(run, wants("r1"))
    assert sorted(kept(run)) == ["r1/assets/deep/both.js", "r1/assets/old.js"]
    assert os.listdir(run.paths.assets("")) == [KEY]


def test_reports_a_folder_that_an_earlier_release_lacks(run: Run, slotted: Slotted) -> None:
    slotted("r1", {"elsewhere/old.js": b"old"})
    slotted("r2", NEW)
    assets.keep(run, wants("r2"))
    assert {name.partition("/")[0] for name in kept(run)} == {"r2"}
    assert f"{KEY}.r1" in run.log_text()


def test_a_release_without_asset_path_copies_nothing(run: Run, slotted: Slotted) -> None:
    slotted("r1", OLD)
    assets.keep(run, release("r1"))
    assert kept(run) == {}


def test_refuses_a_folder_that_exceeds_the_limit(run: Run, slotted: Slotted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "MOST", 2)
    slotted("r1", OLD)
    with pytest.raises(Failure, match=r"asset-files: /app/dist has more than 0 MiB"):
        assets.keep(run, wants("r1"))
    assert kept(run) == {}


def test_removes_a_copy_with_the_last_slot_of_its_release(run: Run, slotted: Slotted) -> None:
    slotted("r1", OLD)
    gone = slotted("r2", NEW)
    assets.keep(run, wants("r2"))
    remove(run.docker, gone)
    assets.drop(run.paths, KEY, snapshot(run).slots)
    assert {name.partition("/")[0] for name in kept(run)} == {"r1"}
    assets.drop(run.paths, KEY)
    assert kept(run) == {}


@pytest.mark.parametrize(("verb", "left"), [("deploy", {"r1"}), ("rollback", {"r1", "r2"})])
def test_keeps_the_copy_of_a_rolled_back_release_until_the_next_deploy(run: Run, slotted: Slotted, verb: str, left: set[str]) -> None:
    slotted("r1", OLD)
    slotted("r2", NEW)
    assets.keep(run, wants("r2"))
    run.order = run.order._replace(verb=verb, keep=1)
    serve.prune(run, snapshot(run), "r1", None)
    assert [slot.release for slot in snapshot(run).slots] == ["r1"]
    assert {name.partition("/")[0] for name in kept(run)} == left
