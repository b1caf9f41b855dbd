"""Copies of files that an open page of another release still requests.

The proxy serves them if the live release lacks a file: `edge/routes/assets.py`. They are copies because a kept container does not run.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from host.docker import Docker, DockerDown, DockerError
from host.model.container import Slot
from host.model.failure import Failure, of_disk
from host.model.release import Release, Route
from host.run import Run, snapshot
from host.state.files import names_in, sync_folder
from host.state.paths import Paths

if TYPE_CHECKING:
    import tarfile

MOST = 1 << 30
"""Bytes per release: a larger folder is a mistake."""


def keep(run: Run, release: Release) -> None:
    """Copies the files of each slot of the service without a copy; the newest release's last, because it wins if two have a file of one
    name. Raises `Failure` if this release's own cannot be copied."""
    route = release.route
    if not isinstance(route, Route) or not route.assets:
        return
    run.step("assets")
    for slot in sorted(snapshot(run).slots, key=lambda one: one.release == release.name):
        try:
            _keep(run, release, route.assets, slot)
        except Failure as failure:
            if slot.release == release.name:
                raise
            run.say(f"{slot.name}: {failure.detail}")


def _keep(run: Run, release: Release, path: str, slot: Slot) -> None:
    to = f"{run.paths.assets(run.key)}/{slot.release}"
    if os.path.isdir(to):
        return
    try:
        with _made(run.paths, run.key, to) as folder:
            count = _copy(run.docker, slot, release.asset_files, f"{folder}{path}")
        run.say(f"{slot.name}: {count} files of {release.asset_files} copied")
    except DockerDown:
        raise
    except DockerError as error:
        raise Failure("asset-files", error.words) from error
    except OSError as error:
        raise of_disk(error, "the asset files could not be copied") from error


@contextmanager
def _made(paths: Paths, key: str, to: str) -> Iterator[str]:
    """A folder that gets its name when it is complete, readable for the proxy's group."""
    beside = f"{paths.assets('')}.new.{key}"
    _remove(beside)
    before = os.umask(0o027)
    try:
        os.makedirs(beside)
        yield beside
        os.makedirs(os.path.dirname(to), exist_ok=True)
        os.rename(beside, to)
        sync_folder(os.path.dirname(to))
    finally:
        os.umask(before)
        _remove(beside)


def _copy(docker: Docker, slot: Slot, source: str, target: str) -> int:
    """The number of copied files. Skips symbolic links and devices: they could lead out of the container."""
    from host.docker.archive import archive

    copied, room = set(), MOST
    with archive(docker, slot.id, source) as entries:
        for entry in entries:
            name = _within(entry.name)
            if entry.isreg() and name:
                room -= entry.size
                if room < 0:
                    raise Failure("asset-files", f"{source} has more than {MOST >> 20} MiB")
                _put(entries, entry, f"{target}/{name}")
            elif entry.islnk() and name and _within(entry.linkname) in copied:
                _link(f"{target}/{_within(entry.linkname)}", f"{target}/{name}")
            else:
                continue
            copied.add(name)
    if not copied:
        raise Failure("asset-files", f"there are no files in {source}")
    return len(copied)


def _within(name: str) -> str:
    """The path of an entry below the folder; "" for the folder itself, and for a path that leads out of it."""
    path = name.partition("/")[2]
    return "" if ".." in path.split("/") else path


def _link(earlier: str, path: str) -> None:
    """A file with two names is in an archive once. Both are our copies, so the link leads nowhere else."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    os.link(earlier, path)


def _put(entries: tarfile.TarFile, entry: tarfile.TarInfo, path: str) -> None:
    import shutil

    os.makedirs(os.path.dirname(path), exist_ok=True)
    content = entries.extractfile(entry)
    with open(path, "xb") as file:
        shutil.copyfileobj(content, file)  # type: ignore[arg-type]
        file.flush()
        os.fsync(file.fileno())


def drop(paths: Paths, key: str, kept: Iterable[Slot] = ()) -> None:
    """Removes the copies of releases without a slot."""
    folder, releases = paths.assets(key), {slot.release for slot in kept}
    for name in names_in(folder):
        if name not in releases:
            _remove(f"{folder}/{name}")


def _remove(folder: str) -> None:
    """Removes a folder as far as possible; ignores a missing one."""
    if os.path.lexists(folder):
        import shutil

        shutil.rmtree(folder, ignore_errors=True)
