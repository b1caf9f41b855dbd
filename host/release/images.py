"""Images: pulling by digest, making room on the disk, and removing unneeded ones."""

from __future__ import annotations

import fcntl
import os
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from host import decide, docker, store
from host.model.container import Image
from host.model.failure import Failure
from host.model.service import ServiceState
from host.release.slots import remove_slots
from host.run import Run, Snapshot, boot_id
from host.state.files import make_folder, read, remove, sync_disk, write

ROOM = 200_000_000
"""Bytes that stay free for the rest of the host."""


def pulled(run: Run, found: Snapshot, ref: str, login: str, size: int) -> Image:
    """The image, pulled if it is missing. `size`: its compressed size in bytes, 0 if unknown. Raises `Failure`."""
    present = _whole(run, ref)
    if present:
        return present
    state = prune_images(run, found.state, {*(one.digest for one in found.slots), ref.rpartition("@")[2]})
    make_room(run, found, size)
    note_pull(run, state, ref)
    _pull(run, ref, login)
    image = docker.image(run.docker, ref)
    if image is None:
        raise Failure("pull-failed", "the image is missing after the pull")
    return image


def pull_public(run: Run, ref: str, login: str) -> None:
    """Pulls a missing image that belongs to no service."""
    if _whole(run, ref) is None:
        _pull(run, ref, login)


def _whole(run: Run, ref: str) -> Image | None:
    """The image; None if it is missing, or a power loss may have cut it. Ends the pull of an order that was killed, so that no later boot takes the
    image for a cut one."""
    if _was_cut(run, ref):
        return None
    image = docker.image(run.docker, ref)
    if image and os.path.exists(_mark(run, ref)):
        _to_disk(run, ref)
    return image


def _pull(run: Run, ref: str, login: str) -> None:
    """Pulls an image onto the disk: Docker leaves its files in memory for up to half a minute, but knows it for good. After a power loss, they would
    be empty, in each later image with these layers, too, and another pull finds them there: https://github.com/moby/moby/issues/49784

    A mark stays until the files are on the disk, so that an image that a power loss cut is removed, and pulled again. It also stays after a pull that
    failed: some of the layers may be there.
    """
    header = _authorization(run, login)
    with _folder_of_marks(run, fcntl.LOCK_SH):
        if _was_cut(run, ref):
            _drop_cut(run, ref, header)
        write(_mark(run, ref), boot_id())
        _fetch(run, ref, header)
        _to_disk(run, ref)


@contextmanager
def _folder_of_marks(run: Run, lock: int) -> Iterator[None]:
    """Holds the folder of the marks: pulls share it. Raises `BlockingIOError` if `lock` does not wait, and somebody has it."""
    folder = os.path.dirname(_mark(run, ""))
    make_folder(folder)
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(file, lock)
        yield
    finally:
        os.close(file)


def _to_disk(run: Run, ref: str) -> None:
    sync_disk(docker.folders_of(docker.info(run.docker)).images)
    remove(_mark(run, ref))


def _drop_cut(run: Run, ref: str, header: str | None) -> None:
    """Removes what a power loss cut. It is pulled before, because Docker removes only layers of an image that it has."""
    run.say(f"the last pull of {ref} had not ended when the host went down; pulling it again")
    _fetch(run, ref, header)
    _removed(run, ref)


def _mark(run: Run, ref: str) -> str:
    import hashlib

    return f"{run.paths.state}/pulling/{hashlib.sha256(ref.encode()).hexdigest()[:16]}"


def _was_cut(run: Run, ref: str) -> bool:
    """Whether its pull had not ended when the host went down. After a kill of the program alone, the kernel still has everything."""
    return read(_mark(run, ref)) not in ("", boot_id())


def _fetch(run: Run, ref: str, header: str | None) -> None:
    """Retries after a broken connection."""
    for last in (False, True):
        try:
            docker.pull(run.docker, ref, header, timeout=3600)
            return
        except docker.DockerError as error:
            run.say(error.words)
            cause = docker.pull_cause(error.words)
            if last or cause != "pull-failed":
                raise Failure(cause, error.words) from error
            time.sleep(1)


def _authorization(run: Run, login: str) -> str | None:
    """The name of an ECR registry contains its region: https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html"""
    named = re.search(r"\.ecr\.([a-z0-9-]+)\.", login)
    region = named[1] if named else run.order.region
    if not login or not region:
        return None
    from host.aws import calls
    from host.aws.imds import AwsRefused

    try:
        return calls.registry_header(calls.registry_authorization(region), login)
    except AwsRefused as error:
        raise Failure("pull-denied", f"ecr:GetAuthorizationToken: {error.words}") from error


def note_pull(run: Run, state: ServiceState, ref: str) -> None:
    """The journal of pulls survives a kill, so that images of failed attempts are removed some day, too."""
    if ref not in state.pulled:
        store.save_state(run.paths, run.key, state._replace(pulled=(*state.pulled, ref)))


def prune_images(run: Run, state: ServiceState, keep: Iterable[str]) -> ServiceState:
    """Removes each noted image whose digest is not kept, and returns the state without it. Docker refuses to remove an image in use."""
    stay = set(keep)
    state = _adopted(run, state)
    gone = [ref for ref in state.pulled if ref.rpartition("@")[2] not in stay and _removed(run, ref)]
    if not gone:
        return state
    state = state._replace(pulled=tuple(ref for ref in state.pulled if ref not in gone))
    store.save_state(run.paths, run.key, state)
    return state


def _removed(run: Run, ref: str) -> bool:
    """Removes an image and its mark; False if something stays, because another service's container uses the image, or its layers are damaged. The
    next order tries again; a failure delays nothing."""
    try:
        return drop(run, ref) or (docker.image(run.docker, ref) is None and unmarked(run, ref))
    except docker.DockerDown:
        raise
    except docker.DockerError as error:
        run.say(f"removing {ref}: {error.words}")
    except OSError as error:
        run.say(f"removing the mark of {ref}: {error}")
    return False


def drop(run: Run, ref: str) -> bool:
    """Removes an image and its mark; False if it is missing, or a container uses it. Raises `DockerError`, `OSError`."""
    if docker.remove_image(run.docker, ref):
        remove(_mark(run, ref))
        return True
    return False


def unmarked(run: Run, ref: str) -> bool:
    """Removes the mark of a missing image, which nobody may ever pull again; False while there are pulls, which can be of it. Docker may still have
    layers of a pull that failed: they are brought to the disk. Those that a power loss cut keep their mark, and the next pull replaces them."""
    if not os.path.exists(_mark(run, ref)) or _was_cut(run, ref):
        return True
    try:
        with _folder_of_marks(run, fcntl.LOCK_EX | fcntl.LOCK_NB):
            _to_disk(run, ref)
            return True
    except BlockingIOError:
        return False


def _adopted(run: Run, state: ServiceState) -> ServiceState:
    """If the journal was lost, images pulled by digest from the service's repositories count as ours. Docker refuses to remove an image
    in use."""
    if state.pulled:
        return state
    known = [run.order.release, *(store.load_release(run.paths, run.key, name) for name in state.history.releases)]
    repositories = {release.image.partition("@")[0] for release in known if release}
    refs = [ref for image in docker.images(run.docker) for ref in image.digests if ref.partition("@")[0] in repositories]
    return state._replace(pulled=tuple(refs))


def room_needed(size: int, *, keeps_packed: bool) -> int:
    """Bytes needed for pulling an image of this compressed size: its unpacked layers, itself if it stays, and a reserve for the host."""
    return size * (4 if keeps_packed else 3) + ROOM


def make_room(run: Run, found: Snapshot, size: int) -> None:
    """If space is short, removes everything except the live release and the one before it. Raises `Failure` if that is not enough."""
    if size == 0:
        return
    folders = docker.folders_of(docker.info(run.docker))
    needed = room_needed(size, keeps_packed=folders.keeps_packed)
    if free_at(folders.images) >= needed:
        return
    current = found.live.release if found.live else ""
    plan = decide.pruning(found.state, found.slots, current, None, keep=2)
    remove_slots(run, plan.gone)
    prune_images(run, found.state, plan.kept)
    free = free_at(folders.images)
    if free < needed:
        what = f"an image of {size // 1_000_000} MB (compressed) needs {needed // 1_000_000} MB"
        raise Failure("out-of-disk", f"{free // 1_000_000} MB are free in {folders.images}, but {what}")


def disk_free(run: Run) -> int:
    """Free bytes on the disk with Docker's images."""
    return free_at(docker.folders_of(docker.info(run.docker)).images)


def free_at(folder: str) -> int:
    """Free bytes on the disk of a folder."""
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize
