"""Daemons of other versions, and daemons in distress: what they say is written out here."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Callable

import pytest

from __tests__.host.support.patience import stretched
from __tests__.host.support.raw_server import Talk, request_of, unix_server
from host import docker as api
from host.docker import Docker, DockerDown, DockerError, connect, pull_cause
from host.docker.engine import words_of
from host.docker.output import last_death_of, signaled, working_set
from host.model.container import Container, Image, Network
from host.model.json import Json


def answer(status: int, body: bytes, *, headers: str = "") -> bytes:
    return f"HTTP/1.1 {status} x\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body


def daemon(newest: str, oldest: str, answers: Mapping[str, object] = {}, seen: list[str] | None = None) -> Talk:
    """A daemon with these versions that answers by the path without its version; what it does not know is 404."""
    known = {"/version": {"MinAPIVersion": oldest, "Version": "9"}, **answers}

    def talk(connection: socket.socket) -> None:
        path = request_of(connection).split()[1].decode()
        if seen is not None:
            seen.append(path)
        if path.endswith("/_ping"):
            return connection.sendall(answer(200, b"OK", headers=f"Api-Version: {newest}\r\n"))
        body = known.get(re.sub(r"^/v[0-9.]+", "", path).partition("?")[0])
        if body is None:
            return connection.sendall(answer(404, b'{"message":"page not found"}'))
        return connection.sendall(body if isinstance(body, bytes) else answer(200, json.dumps(body).encode()))

    return talk


def with_daemon(tmp_path: Path, talk: Talk, act: Callable[[Docker], object], patience: float = 300) -> object:
    with unix_server(str(tmp_path / "docker.sock"), talk) as path:
        return act(connect(path)._replace(patience=patience))


@pytest.mark.parametrize(
    ("newest", "oldest", "prefix"),
    [
        ("1.41", "1.12", "/v1.41"),
        ("1.44", "1.24", "/v1.44"),
        ("1.51", "1.24", "/v1.51"),
        ("1.52", "1.44", "/v1.51"),
        ("1.60", "1.51", "/v1.51"),
        ("1.60", "1.52", "/v1.52"),
        ("2.3", "2.1", "/v2.1"),
    ],
)
def test_uses_an_api_version_that_both_speak(tmp_path: Path, newest: str, oldest: str, prefix: str) -> None:
    assert with_daemon(tmp_path, daemon(newest, oldest), lambda docker: docker.prefix) == prefix


@pytest.mark.parametrize(("newest", "words"), [("1.40", "too old"), ("1.9", "too old"), ("", "version"), ("one", "version")])
def test_refuses_an_unsuitable_daemon(tmp_path: Path, newest: str, words: str) -> None:
    with pytest.raises(DockerError, match=words) as failure:
        with_daemon(tmp_path, daemon(newest, "1.12"), lambda docker: docker)
    assert not isinstance(failure.value, DockerDown)


def test_every_request_names_the_version(tmp_path: Path) -> None:
    seen: list[str] = []
    lists = {"/containers/json": None, "/images/json": None, "/networks": None}
    nothing = {path: answer(200, b"null") for path in lists}
    talk = daemon("1.44", "1.24", {**nothing, "/volumes": {"Volumes": None}, "/system/df": {"Volumes": None}}, seen)

    def everything(docker: Docker) -> object:
        listed = (api.containers(docker), api.images(docker), api.networks(docker), api.volumes(docker, "a"))
        return listed, dict(api.volume_sizes(docker))

    assert with_daemon(tmp_path, talk, everything) == (((), (), (), ()), {})
    assert [path.partition("?")[0] for path in seen[1:]] == [
        f"/v1.44{path}" for path in ("/containers/json", "/images/json", "/networks", "/volumes", "/system/df")
    ]


DOWN: list[object] = [
    pytest.param(b"", id="closes without an answer"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n[{", id="closes in the middle"),
    pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[{\r\n", id="closes in the middle of chunks"),
    pytest.param(b"\x16\x03\x01 not HTTP\r\n", id="garbage"),
    pytest.param(answer(503, b'{"message":"daemon is shutting down"}'), id="says that it ends"),
]


@pytest.mark.parametrize("said", DOWN)
@pytest.mark.parametrize(
    "act",
    [
        pytest.param(api.containers, id="containers"),
        pytest.param(lambda docker: api.inspect(docker, "x"), id="inspect"),
        pytest.param(lambda docker: api.create(docker, "x", {}), id="create"),
        pytest.param(lambda docker: api.start(docker, "x"), id="start"),
        pytest.param(lambda docker: api.stop(docker, "x", 1), id="stop"),
        pytest.param(lambda docker: api.remove(docker, "x"), id="remove"),
        pytest.param(lambda docker: api.pull(docker, "x", None, 5), id="pull"),
        pytest.param(lambda docker: api.logs(docker, "x", 1, 1), id="logs"),
        pytest.param(lambda docker: api.last_death(docker, "x", 1, 2), id="last_death"),
    ],
)
def test_reports_a_daemon_that_goes_away(tmp_path: Path, said: bytes, act: Callable[[Docker], object]) -> None:
    def talk(connection: socket.socket) -> None:
        if b"/_ping" in request_of(connection):
            connection.sendall(answer(200, b"OK", headers="Api-Version: 1.41\r\n"))
        else:
            connection.sendall(said)

    with pytest.raises(DockerDown, match="does not answer"):
        with_daemon(tmp_path, talk, act, 0.3)


@pytest.mark.parametrize(
    ("act", "asked"),
    [
        pytest.param(lambda docker: api.inspect(docker, "x"), 2, id="a look"),
        pytest.param(lambda docker: api.remove(docker, "x"), 2, id="a removal"),
        pytest.param(lambda docker: api.stop(docker, "x", 1), 2, id="a stop"),
        pytest.param(lambda docker: api.start_begun(docker, "x")(), 2, id="a start that was begun"),
        pytest.param(lambda docker: api.rename(docker, "x", "y"), 1, id="a renaming, which fails when it is done"),
        pytest.param(lambda docker: api.create(docker, "x", {}), 1, id="a creation, of which there must not be two"),
    ],
)
def test_repeats_only_safe_requests_after_a_closed_connection(tmp_path: Path, act: Callable[[Docker], object], asked: int) -> None:
    requests: list[bytes] = []

    def talk(connection: socket.socket) -> None:
        request = request_of(connection)
        if b"/_ping" in request:
            return connection.sendall(answer(200, b"OK", headers="Api-Version: 1.41\r\n"))
        requests.append(request)
        if len(requests) > 1:
            connection.sendall(answer(404, b'{"message":"No such container: x"}'))

    try:
        with_daemon(tmp_path, talk, act)
    except DockerDown:
        assert asked == 1
    except DockerError as error:
        assert error.status == 404
    assert len(requests) == asked


def test_sends_a_request_before_anybody_waits_for_its_answer(tmp_path: Path) -> None:
    came = threading.Event()

    def talk(connection: socket.socket) -> None:
        if b"/_ping" in request_of(connection):
            return connection.sendall(answer(200, b"OK", headers="Api-Version: 1.41\r\n"))
        came.set()
        connection.sendall(answer(200, b'{"ID":"x"}'))

    def act(docker: Docker) -> object:
        info = api.info_begun(docker)
        assert came.wait(10)
        return info()

    assert with_daemon(tmp_path, talk, act) == {"ID": "x"}


def test_reports_a_missing_daemon(tmp_path: Path) -> None:
    with pytest.raises(DockerDown, match=r"docker\.sock"):
        connect(str(tmp_path / "docker.sock"))


def test_gives_up_a_silent_daemon(tmp_path: Path) -> None:
    over = threading.Event()
    with unix_server(str(tmp_path / "docker.sock"), lambda _: over.wait(300)) as path, pytest.raises(DockerDown):
        connect(path, timeout=0.2)
    over.set()


@pytest.mark.parametrize("body", [b"<html>", b"", b"[1", b'"text"', b"[]", b"3"])
def test_rejects_an_unexpected_answer(tmp_path: Path, body: bytes) -> None:
    with pytest.raises(DockerError):
        with_daemon(tmp_path, daemon("1.41", "1.12", {"/info": answer(200, body)}), api.info)


def test_rejects_a_redirect(tmp_path: Path) -> None:
    with pytest.raises(DockerError) as failure:
        with_daemon(tmp_path, daemon("1.41", "1.12", {"/info": answer(301, b"")}), api.info)
    assert failure.value.status == 301


CONTAINER: Json = {
    "Id": "c1",
    "Names": ["/other/alias", "/web.1"],
    "Image": "web@sha256:1",
    "ImageID": "sha256:2",
    "State": "running",
    "Labels": {"a": "b"},
    "NetworkSettings": {
        "Networks": {
            "n1": {"IPAMConfig": {"IPv4Address": "10.0.0.9"}, "IPAddress": "10.0.0.9"},
            "n2": {"IPAMConfig": None, "IPAddress": "10.0.1.2"},
            "n3": {"IPAMConfig": {}, "IPAddress": ""},
        }
    },
    "Mounts": None,
}


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, {}),
        ({"Labels": None}, {"labels": {}}),
        ({"Names": None}, {"name": ""}),
        ({"NetworkSettings": None}, {"addresses": ()}),
        ({"NetworkSettings": {"Networks": None}}, {"addresses": ()}),
        ({"NetworkSettings": {"Networks": {"host": {"IPAddress": "", "IPAMConfig": None}}}}, {"addresses": ()}),
        (
            {"NetworkSettings": {"Networks": {"n": {"IPAMConfig": {"IPv4Address": "1.2.3.4"}}}}},
            {"addresses": ("1.2.3.4",)},
        ),
    ],
)
def test_reads_containers_of_all_versions(tmp_path: Path, changes: Json, wanted: Json) -> None:
    talk = daemon("1.41", "1.12", {"/containers/json": [{**CONTAINER, **changes}]})
    plain = Container("c1", "web.1", "running", "sha256:2", {"a": "b"}, ("10.0.0.9", "10.0.1.2"), ())
    assert with_daemon(tmp_path, talk, api.containers) == (plain._replace(**wanted),)


IMAGE: Json = {"Id": "i", "Os": "linux", "Architecture": "arm64", "RepoDigests": ["a@sha256:1"], "Config": {}}


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, {}),
        ({"RepoDigests": None}, {"digests": ()}),
        ({"RepoDigests": ["<none>@<none>"]}, {"digests": ()}),
        ({"Config": None}, {}),
        ({"Config": {"Volumes": None}}, {}),
        ({"Config": {"Volumes": {"/b": {}, "/a": {}}}}, {"volumes": ("/a", "/b")}),
        ({"Config": {"Healthcheck": {"Test": ["CMD", "x"]}}}, {"first_check": 30}),
        ({"Config": {"Healthcheck": {"Test": ["CMD", "x"], "Interval": 2_500_000_000}}}, {"first_check": 2.5}),
        ({"Config": {"Healthcheck": {"Test": ["CMD", "x"], "StartPeriod": 60_000_000_000}}}, {"first_check": 5}),
        ({"Config": {"Healthcheck": {"Test": ["CMD", "x"], "StartPeriod": 1, "StartInterval": 1_000_000_000}}}, {"first_check": 1}),
        ({"Config": {"Healthcheck": {"Test": ["NONE"]}}}, {}),
        ({"Config": {"Healthcheck": None}}, {}),
        ({"Os": "", "Architecture": ""}, {"platform": ""}),
    ],
)
def test_reads_images_of_all_versions(tmp_path: Path, changes: Json, wanted: Json) -> None:
    talk = daemon("1.51", "1.24", {"/images/a:1/json": {**IMAGE, **changes}})
    plain = Image("i", "linux/arm64", ("a@sha256:1",), (), 0)
    assert with_daemon(tmp_path, talk, lambda docker: api.image(docker, "a:1")) == plain._replace(**wanted)


def test_uses_the_ipv4_subnet_of_a_dual_stack_network(tmp_path: Path) -> None:
    of_web = {"Labels": {"docker-to-ec2.service": "web"}, "Options": {"com.docker.network.bridge.name": "d2e-1"}}
    both = {"Name": "n", "IPAM": {"Config": [{"Subnet": "fd00::/64"}, {"Subnet": "10.0.0.0/16"}]}, **of_web}
    none = {"Name": "m", "IPAM": {"Config": None}}
    talk = daemon("1.41", "1.12", {"/networks": [both, none]})
    assert with_daemon(tmp_path, talk, api.networks) == (Network("n", "10.0.0.0/16", "web", "d2e-1"), Network("m", "", "", ""))


def test_waits_for_a_removal_already_in_progress(tmp_path: Path) -> None:
    answers = iter([answer(409, b'{"message":"removal of container x is already in progress"}')] * 2 + [answer(404, b"{}")])

    def talk(connection: socket.socket) -> None:
        ping = b"/_ping" in request_of(connection)
        connection.sendall(answer(200, b"", headers="Api-Version: 1.41\r\n") if ping else next(answers))

    with_daemon(tmp_path, talk, lambda docker: api.remove(docker, "x"))
    assert list(answers) == []


def test_reports_a_refused_removal(tmp_path: Path) -> None:
    talk = daemon("1.41", "1.12", {"/containers/x": answer(409, b'{"message":"it is\\n of use"}')})
    with pytest.raises(DockerError, match="it is of use"):
        with_daemon(tmp_path, talk, lambda docker: api.remove(docker, "x"))


def test_never_removes_a_volume_with_its_container(tmp_path: Path) -> None:
    seen: list[str] = []
    with_daemon(tmp_path, daemon("1.41", "1.12", {}, seen), lambda docker: api.remove(docker, "x"))
    assert seen[-1] == "/v1.41/containers/x?force=1&v=0"


def test_escapes_names_in_paths(tmp_path: Path) -> None:
    seen: list[str] = []
    with_daemon(tmp_path, daemon("1.41", "1.12", {}, seen), lambda docker: api.inspect(docker, "../info?a=b"))
    assert seen[-1] == "/v1.41/containers/..%2Finfo%3Fa%3Db/json"


def test_leaves_out_volumes_of_unknown_size(tmp_path: Path) -> None:
    used = [{"Name": name, "UsageData": data} for name, data in (("a", {"Size": 7}), ("b", {"Size": -1}), ("c", None))]
    assert with_daemon(tmp_path, daemon("1.51", "1.24", {"/system/df": {"Volumes": used}}), api.volume_sizes) == {"a": 7}


PULLS = [
    pytest.param([b'{"status":"a"}\r\n', b'{"status":"done"}\r\n'], None, id="done"),
    pytest.param([], None, id="nothing to do"),
    pytest.param([b'{"status":"a"}\n{"error":"no space\\n left","errorDetail":{}}\n'], "no space left", id="failed"),
    pytest.param([b'{"err', b'or":"no"}'], "no", id="failed in two pieces and without an end"),
    pytest.param([b'{"error" no JSON}\n'], "no JSON", id="failed in words of its own"),
    pytest.param([b'{"error":"a"}\n{"status":"b"}\n'], "a", id="failed, and goes on"),
    pytest.param([b"x" * 700_000] * 2, "without an end", id="a line without an end"),
]


@pytest.mark.parametrize(("pieces", "words"), PULLS)
def test_reads_the_progress_of_a_pull(tmp_path: Path, pieces: list[bytes], words: str | None) -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    said = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"
    talk = daemon("1.41", "1.12", {"/images/create": said})
    if words is None:
        with_daemon(tmp_path, talk, lambda docker: api.pull(docker, "x", None, 5))
        return
    with pytest.raises(DockerError, match=words):
        with_daemon(tmp_path, talk, lambda docker: api.pull(docker, "x", None, 5))


def test_does_not_report_a_slow_pull_as_a_daemon_that_is_down(tmp_path: Path) -> None:
    def talk(connection: socket.socket) -> None:
        ping = b"/_ping" in request_of(connection)
        connection.sendall(answer(200, b"", headers="Api-Version: 1.41\r\n") if ping else b"HTTP/1.1 200 OK\r\n\r\n")
        connection.recv(1)

    with pytest.raises(DockerError, match="did not finish") as failure:
        with_daemon(tmp_path, talk, lambda docker: api.pull(docker, "x", None, stretched(1)))
    assert not isinstance(failure.value, DockerDown)


@pytest.mark.parametrize(
    ("ref", "query"),
    [
        ("web", "fromImage=web&tag=latest"),
        ("web:1", "fromImage=web&tag=1"),
        ("reg:5000/a/web", "fromImage=reg%3A5000%2Fa%2Fweb&tag=latest"),
        ("reg:5000/a/web:2", "fromImage=reg%3A5000%2Fa%2Fweb&tag=2"),
        ("reg:5000/web@sha256:12", "fromImage=reg%3A5000%2Fweb&tag=sha256%3A12"),
        ("reg/web:3@sha256:12", "fromImage=reg%2Fweb&tag=sha256%3A12"),
    ],
)
def test_pulls_this_reference(tmp_path: Path, ref: str, query: str) -> None:
    seen: list[str] = []
    talk = daemon("1.41", "1.12", {"/images/create": answer(200, b"")}, seen)
    with_daemon(tmp_path, talk, lambda docker: api.pull(docker, ref, None, 5))
    assert seen[-1] == f"/v1.41/images/create?{query}"


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("error creating overlay mount: mkdir /var/lib/docker/overlay2/x: no space left on device", "out-of-disk"),
        ("write /var/lib/docker/volumes/metadata.db: disk quota exceeded", "out-of-disk"),
        ("runc create failed: unable to join session keyring: unable to create session key: disk quota exceeded", "start-failed"),
        ("join session keyring: create session key: disk quota exceeded", "start-failed"),
        ("mkdir /sys/fs/cgroup/memory/docker/x: no space left on device", "start-failed"),
        ("inotify_add_watch /x: no space left on device", "start-failed"),
        ('exec: "/app": permission denied: unknown', "start-failed"),
    ],
)
def test_takes_only_a_full_disk_for_one(words: str, cause: str) -> None:
    assert api.start_cause(words) == cause


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("write /var/lib/docker/tmp/x: no space left on device", "out-of-disk"),
        ("failed to register layer: write /x: disk quota exceeded", "out-of-disk"),
        ("failed to register layer: mkdir /var/lib/docker/overlay2/x: read-only file system", "disk-failed"),
        ("failed to register layer: write /bin/sh: input/output error", "disk-failed"),
        ("failed to register layer: lchown /bin/sh: permission denied", "pull-failed"),
        ("failed to extract layer sha256:1: mount callback failed: permission denied", "pull-failed"),
        ("no matching manifest for linux/arm64/v8 in the manifest list entries", "wrong-platform"),
        ("no match for platform in manifest: not found", "wrong-platform"),
        ("image with reference a was found but does not match the specified platform", "wrong-platform"),
        ("pull access denied for web, repository does not exist or may require 'docker login'", "pull-denied"),
        ("unauthorized: authentication required", "pull-denied"),
        ("Unauthorized", "pull-denied"),
        ("no basic auth credentials", "pull-denied"),
        ("insufficient_scope: authorization failed", "pull-denied"),
        ("unexpected status from HEAD request to https://a/v2/b: 403 Forbidden", "pull-denied"),
        ("manifest for a@sha256:1 not found: manifest unknown: Requested image not found", "image-not-found"),
        ("name unknown: The repository with name 'a' does not exist in the registry", "image-not-found"),
        ("dial tcp: lookup a on 127.0.0.53:53: no such host", "pull-failed"),
        ("net/http: TLS handshake timeout", "pull-failed"),
        ("toomanyrequests: Rate exceeded", "pull-failed"),
        ("", "pull-failed"),
    ],
)
def test_finds_the_cause_of_a_failed_pull(words: str, cause: str) -> None:
    assert pull_cause(words) == cause


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"message":"a\\n b\\u0000c"}', "a bc"),
        (b"plain\r\n text", "plain text"),
        (b'{"other":1}', '{"other":1}'),
        (b"[]", "[]"),
        (b"\xff", "\ufffd"),
        (b"", ""),
    ],
)
def test_puts_a_message_into_one_line(body: bytes, words: str) -> None:
    assert words_of(body) == words


@pytest.mark.parametrize(
    ("memory", "used"),
    [
        ({}, 0),
        ({"usage": 100, "stats": {"total_inactive_file": 30, "inactive_file": 5}}, 70),
        ({"usage": 100, "stats": {"inactive_file": 5}}, 95),
        ({"usage": 100, "stats": {"inactive_file": 500}}, 100),
        ({"usage": 100, "stats": None}, 100),
        ({"usage": 100}, 100),
    ],
)
def test_reads_the_working_set_in_both_versions_of_cgroups(memory: Json, used: int) -> None:
    assert working_set(memory) == used


def event(action: str, code: str | None = None, at: int = 0) -> bytes:
    attributes = {} if code is None else {"exitCode": code}
    return json.dumps({"Action": action, "Actor": {"Attributes": attributes}, "timeNano": at * 10**9}).encode() + b"\n"


@pytest.mark.parametrize(
    ("events", "wanted"),
    [
        (b"", (None, False)),
        (event("die", "3"), (3, False)),
        (event("die", "3") + event("die", "4"), (4, False)),
        (event("oom") + event("die", "137"), (137, True)),
        (event("oom"), (None, True)),
        (event("start") + event("die", "0") + event("start"), (0, False)),
        (event("oom") + event("die", "137") + event("start", at=7) + event("die", "1"), (1, False, 7)),
        (event("start", at=7) + event("die", "137") + event("oom") + event("start", at=9), (137, True, 7)),
        (event("die", "1") + event("start", at=7) + event("oom"), (None, True, 7)),
        (event("die", "3") + event("die", "4")[:-9], (3, False)),
        (b'[]\n"a"\n{}\nnull\n' + event("die", "5"), (5, False)),
    ],
)
def test_finds_the_last_death_in_events(events: bytes, wanted: tuple[object, ...]) -> None:
    assert last_death_of(events) == (*wanted, 0)[:3]


@pytest.mark.parametrize(
    ("actions", "wanted"),
    [
        ("", None),
        ("start", None),
        ("start kill", None),
        ("die", False),
        ("start die", False),
        ("start kill die", True),
        ("kill die", True),
        ("start die kill", False),
        ("start kill die start die", False),
        ("start die start kill die", True),
    ],
)
def test_finds_whether_somebody_signaled_before_the_last_end(actions: str, wanted: bool | None) -> None:
    assert signaled(b"".join(map(event, actions.split()))) is wanted
