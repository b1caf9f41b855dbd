"""The container that the proxy runs in: one for all services of the host, in the host's network.

What serves is never removed because a tool or a check failed. Caddy's listeners share their port (SO_REUSEPORT), so a successor serves before
its predecessor goes, and one that does not come up changes nothing.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping, Sequence
from typing import Callable, NamedTuple

from host import caddy, docker, edge, engine, sockets
from host.model import Container, Failure, Finding, Json, ProxyPlan
from host.order import parsed
from host.servers import all_of, config_path, gather, keep, lost_findings
from host.state import Paths, read, remove, write, write_over

NAME = "docker-to-ec2-proxy"
SUCCESSOR = f"{NAME}.next"
START_TIMEOUT = 15.0
STOP_TIMEOUT = 30.0
ANSWER_TIMEOUT = 2.0


class Host(NamedTuple):
    """What the proxy's container is made with. `bring` pulls the image where it is not here, and raises `Failure`."""

    docker: docker.Docker
    paths: Paths
    plan: ProxyPlan
    bring: Callable[[ProxyPlan], None]
    say: Callable[[str], None]


def ensure(host: Host, key: str, server: Json) -> None:
    """Leaves a proxy that answers and has this server of a service, touching it only where it must. The caller holds the host's lock.
    Raises `Failure` `proxy-port-taken` or `proxy-failed`; what served before then goes on."""
    finish_handover(host)
    memory = caddy.loaded(host.paths) or _starting(host)
    if memory is None:
        return _without_administration(host, key, server)
    has_it = memory.servers.get(key) == server
    try:
        wanted = {**all_of(host.paths, memory.servers, besides=key), key: server}
        _change(host, memory, wanted, key)
    except Failure as failure:
        if not has_it:
            raise
        host.say(f"the proxy serves {key} as it should, but: {failure.detail}")


def leave_out(paths: Paths, key: str) -> None:
    """Takes a service out of the proxy's configuration; its file goes last, so that it is known until then. Raises `Failure`."""
    memory = caddy.loaded(paths)
    if memory is not None and key in memory.servers:
        _load(paths, memory, all_of(paths, memory.servers, besides=key))
    elif memory is None and key in edge.servers_of(parsed(read(config_path(paths)))):
        write(config_path(paths), edge.text(edge.render(all_of(paths, {}, besides=key))))
    remove(paths.server(key))


def repair(host: Host) -> tuple[Finding, ...]:
    """Makes a proxy that is missing or stopped again, and gives it all services that have a server. Tells what stands in the way."""
    finish_handover(host)
    memory = caddy.loaded(host.paths) or _starting(host)
    gathered = gather(host.paths, memory.servers if memory else {})
    found = lost_findings(gathered.lost)
    if not gathered.servers:
        return found
    try:
        if memory is not None:
            _change(host, memory, gathered.servers, "")
        elif not _running(host):
            return (*found, *_begin(host, gathered.servers))
    except Failure as failure:
        return (*found, Finding(failure.cause, failure.detail, "", fatal=True))
    return found


def _change(host: Host, memory: caddy.Loaded, wanted: Mapping[str, Json], key: str) -> None:
    if wanted == memory.servers:
        return _note(host, memory)
    _refuse_shared_port(wanted, key)
    new = frozenset().union(*map(edge.ports, wanted.values())) - frozenset().union(*map(edge.ports, memory.servers.values()))
    _refuse_taken_ports(host, new, [caddy.process(host.paths)])
    _load(host.paths, memory, wanted)


def _note(host: Host, memory: caddy.Loaded) -> None:
    """What is in memory is written down where the files say something else."""
    try:
        keep(host.paths, edge.render(memory.servers, memory.generation), memory.servers)
    except OSError as error:
        host.say(f"the proxy's configuration could not be written down: {error.strerror}")


def _load(paths: Paths, memory: caddy.Loaded, wanted: Mapping[str, Json]) -> None:
    """What cannot be written down is not to serve, either: after a reboot it would be gone."""
    config = edge.render(wanted, 1 - memory.generation)
    try:
        caddy.load(paths, config)
        try:
            keep(paths, config, wanted)
        except OSError as error:
            caddy.load(paths, edge.render(memory.servers, memory.generation))
            raise Failure("out-of-disk", f"the proxy's configuration could not be written: {error.strerror}") from error
    except caddy.Refused as refused:
        raise _failure(str(refused)) from refused


def _failure(words: str) -> Failure:
    return Failure("proxy-port-taken" if "address already in use" in words else "proxy-failed", words)


def _refuse_shared_port(wanted: Mapping[str, Json], key: str) -> None:
    others = {other: server for other, server in wanted.items() if other != key}
    found = edge.service_on(others, edge.ports(wanted[key])) if key in wanted else None
    if found:
        raise Failure("proxy-port-taken", f"port {found[1]} is held by the service {found[0]}")


def _refuse_taken_ports(host: Host, ports: frozenset[int], own: Sequence[int]) -> None:
    for port in sorted(ports):
        holder = _holder(host, port, own)
        if holder:
            raise Failure("proxy-port-taken", f"port {port} is held by {holder}")


def _holder(host: Host, port: int, own: Sequence[int]) -> str:
    """Docker may publish a port without a process that listens on it."""
    published = engine.fetched_list(host.docker, "/containers/json", engine.filters(publish=[str(port)]))
    names = [name.lstrip("/") for one in published for name in one.get("Names") or ()]
    return f"container {names[0]}" if names else sockets.holder(port, own)


def _containers(host: Host) -> list[Container]:
    return [one for one in docker.containers(host.docker) if one.labels.get("docker-to-ec2") == "proxy"]


def _running(host: Host) -> list[Container]:
    return [one for one in _containers(host) if one.state == "running"]


def _starting(host: Host) -> caddy.Loaded | None:
    """What a proxy that was started just now has in memory, once it answers."""
    while any(_age(_pid(host, one.id)) < START_TIMEOUT for one in _running(host)):
        memory = caddy.loaded(host.paths)
        if memory is not None:
            return memory
        time.sleep(0.1)
    return None


def _pid(host: Host, identity: str) -> int:
    seen = docker.inspect(host.docker, identity)
    return seen.pid if seen and seen.running else 0


def _age(pid: int) -> float:
    """Seconds since a process was started, by the boot's clock: proc(5), starttime. Infinite when it is gone."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            ticks = int(file.read().rpartition(")")[2].split()[19])
    except (OSError, IndexError, ValueError):
        return float("inf")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def _without_administration(host: Host, key: str, server: Json) -> None:
    wanted = {**all_of(host.paths, {}, besides=key), key: server}
    _refuse_shared_port(wanted, key)
    running = _running(host)
    if not running:
        return _tell(host, _begin(host, wanted, needed=key))
    serves = all(answers(port) for port in sorted(frozenset().union(*map(edge.ports, wanted.values()))))
    if serves and edge.servers_of(parsed(read(config_path(host.paths)))) == wanted:
        return host.say("the proxy's administration does not answer; it serves, and has what it needs, so it stays")
    host.say("the proxy's administration does not answer; a successor takes over")
    _succeed(host, wanted, running, STOP_TIMEOUT if serves else 1)


def _tell(host: Host, findings: Sequence[Finding]) -> None:
    for finding in findings:
        host.say(finding.detail)


def answers(port: int) -> bool:
    """Whether somebody answers HTTP on a port of this host, whatever the answer is."""
    from host.http1 import Unreachable, ask, tcp

    try:
        return ask(tcp("127.0.0.1", port), "GET", "/", timeout=ANSWER_TIMEOUT, limit=0).status > 0
    except Unreachable:
        return False


def _begin(host: Host, wanted: Mapping[str, Json], needed: str = "") -> tuple[Finding, ...]:
    """A proxy from nothing. Caddy serves nothing at all when one port is taken, so the services of such ports are left out until theirs is
    free, and told of; unless it is the one that is needed."""
    holders = {key: _holders(host, server) for key, server in wanted.items()}
    if holders.get(needed):
        raise Failure("proxy-port-taken", holders[needed])
    host.bring(host.plan)
    for container in _containers(host):
        docker.remove(host.docker, container.id)
    _start(host, NAME, {key: server for key, server in wanted.items() if not holders[key]})
    return tuple(Finding("proxy-port-taken", f"{key}: {words}", "", fatal=False) for key, words in holders.items() if words)


def _holders(host: Host, server: Json) -> str:
    found = ((port, _holder(host, port, ())) for port in sorted(edge.ports(server)))
    return ", ".join(f"port {port} is held by {holder}" for port, holder in found if holder)


def _start(host: Host, name: str, servers: Mapping[str, Json]) -> str:
    """Makes and starts a proxy; gives its id. One that does not come up is removed, and the earlier configuration put back."""
    path = config_path(host.paths)
    earlier = read(path)
    config = edge.render(servers, edge.generation_of(parsed(earlier)))
    try:
        write(path, edge.text(config))
        identity = docker.create(host.docker, name, _spec(host))
        _come_up(host, identity)
        keep(host.paths, config, servers)
        write(_plan_path(host.paths), edge.text(host.plan._asdict()))
        return identity
    except (docker.DockerError, OSError, Failure) as error:
        _undo_start(host, name, earlier)
        raise error if isinstance(error, Failure) else _failure(str(error)) from error


def _undo_start(host: Host, name: str, earlier: str) -> None:
    if earlier:
        write_over(config_path(host.paths), earlier)
    else:
        remove(config_path(host.paths))
    docker.remove(host.docker, name)


def _plan_path(paths: Paths) -> str:
    return f"{paths.state}/proxy/image.json"


def stored_plan(paths: Paths) -> ProxyPlan | None:
    """The image that the proxy was last made of, None where nobody knows."""
    plan = parsed(read(_plan_path(paths)))
    image, login = plan.get("image"), plan.get("login")
    return ProxyPlan(image, login) if isinstance(image, str) and isinstance(login, str) else None


def _spec(host: Host) -> Json:
    """The container for the Engine API. Not even an empty configuration opens a TCP port for the administration."""
    state, run = host.paths.state, host.paths.run
    return {
        "Image": host.plan.image,
        "Cmd": ["caddy", "run", "--config", "/etc/caddy/caddy.json"],
        "Env": ["XDG_DATA_HOME=/data", "XDG_CONFIG_HOME=/data", f"CADDY_ADMIN={edge.ADMIN}"],
        "Labels": {"docker-to-ec2": "proxy"},
        "HostConfig": {
            "NetworkMode": "host",
            "UsernsMode": "host",
            "RestartPolicy": {"Name": "unless-stopped"},
            "LogConfig": {"Type": "json-file", "Config": {"max-size": "10m", "max-file": "3"}},
            "Binds": [
                f"{state}/proxy:/etc/caddy:ro",
                f"{state}/proxy/state:/state:ro",
                f"{state}/proxy/data:/data",
                f"{run}/proxy:{edge.RUN}",
            ],
        },
    }


def _come_up(host: Host, identity: str) -> None:
    """Starts a proxy, and waits until it is the one that answers."""
    docker.start(host.docker, identity)
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        seen = docker.inspect(host.docker, identity)
        if seen is None or not seen.running or seen.restarts > 0:
            break
        if caddy.process(host.paths) == seen.pid and caddy.loaded(host.paths) is not None:
            return
        time.sleep(0.05)
    log = docker.logs(host.docker, identity, 20, 16_384)
    errors = re.findall(r"Error: .*", log)
    raise _failure(errors[-1].strip() if errors else f"the proxy did not come up in {START_TIMEOUT:.0f} s")


def _succeed(host: Host, wanted: Mapping[str, Json], predecessors: Sequence[Container], stop_timeout: float) -> None:
    own = [_pid(host, one.id) for one in predecessors]
    _refuse_taken_ports(host, frozenset().union(*map(edge.ports, wanted.values())), own)
    host.bring(host.plan)
    write(_marker(host.paths), "")
    docker.remove(host.docker, SUCCESSOR)
    try:
        _start(host, SUCCESSOR, wanted)
    except Failure:
        remove(_marker(host.paths))
        raise
    finish_handover(host, stop_timeout)


def _marker(paths: Paths) -> str:
    """A file that is there while a successor takes over, so that what was cut short is known without asking Docker."""
    return f"{paths.state}/proxy/handover"


def finish_handover(host: Host, stop_timeout: float = STOP_TIMEOUT) -> None:
    """Where a successor was made: the proxy that has the administration's socket stays, or else the one that runs, and takes the name."""
    if not os.path.exists(_marker(host.paths)):
        return
    stays = _owner(host)
    for other in _containers(host):
        if stays and other.id != stays.id:
            _retire(host, other, stop_timeout)
    if stays and stays.name != NAME:
        docker.rename(host.docker, stays.id, NAME)
    remove(_marker(host.paths))


def _owner(host: Host) -> Container | None:
    running = sorted(_running(host), key=lambda one: one.name)
    owner = caddy.process(host.paths)
    return next((one for one in running if _pid(host, one.id) == owner), running[0] if running else None)


def _retire(host: Host, container: Container, timeout: float) -> None:
    """Stops a proxy with time for its requests. Caddy removes the socket of its administration by name when it ends, though it may be another
    proxy's by now, so that one is held by a second name."""
    path = caddy.socket_path(host.paths)
    kept = f"{path}.kept"
    remove(kept)
    if os.path.exists(path):
        os.link(path, kept)
    docker.stop(host.docker, container.id, timeout)
    docker.remove(host.docker, container.id)
    if os.path.exists(kept):
        os.rename(kept, path)
