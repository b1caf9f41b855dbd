"""Files of a container, running or not."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager

from host.docker.engine import ACT, Docker, DockerDown, DockerError, check, target
from host.http.dial import Unreachable
from host.http.http1 import quoted, stream


@contextmanager
def archive(docker: Docker, id: str, path: str) -> Iterator[tarfile.TarFile]:
    """A folder of a container as a tar archive, to be read in order; names start with the folder's own. Follows a link as the last part
    of the path. Raises DockerError; 404 if there is no such folder."""
    asked = target(docker, f"/containers/{quoted(id)}/archive", {"path": f"{path}/."})
    try:
        with stream(docker.dial, "GET", asked, timeout=ACT) as answer:
            if answer.status != 200:
                check(answer.status, b"".join(answer.pieces))
            with tarfile.open(fileobj=_File(answer.pieces), mode="r|") as entries:  # type: ignore[call-overload]
                yield entries
    except Unreachable as error:
        raise DockerDown(str(error)) from error
    except tarfile.TarError as error:
        raise DockerError(0, f"Docker's archive of {path} cannot be read: {error}") from error


class _File:
    """The stream that `tarfile` reads."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, bytearray()

    def read(self, size: int) -> bytes:
        while len(self._rest) < size and (piece := next(self._pieces, b"")):
            self._rest += piece
        taken = bytes(self._rest[:size])
        del self._rest[:size]
        return taken
