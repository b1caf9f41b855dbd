"""Measures the edge on a real Caddy: CPU of a request, memory, reloads. Prints one JSON object. Needs no Docker; nginx and HAProxy where they are
installed."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Callable

sys.path.insert(0, str(Path(__file__).parents[1]))

from __tests__.host.support.caddy_bed import KEY, ROOT, Proxy, name_live, node, node_server, prepared, route_of, running
from __tests__.host.support.ports import free_port
from __tests__.host.support.patience import until
from host.edge import caddy
from host.edge.routes import routing
from host.http.dial import Unreachable, tcp
from host.http.http1 import ask
from host.model.release import Route
from host.state.files import write_volatile
from host.state.folders import make_folders

ROUNDS = 5
REQUESTS = 4000
RELOADS = 20
POSTS = 100_000
SERVICES = (1, 20, 100)
APPLICATION = """
import http from 'node:http'
const server = http.createServer((request, response) => request.on('data', () => {}).on('end', () => response.end('ok')))
server.listen(0, '127.0.0.1', 4096, () => console.log(server.address().port))
"""
NGINX = """daemon off; worker_processes 2; pid {folder}/pid; error_log stderr;
events {{ worker_connections 1024; }}
http {{
  access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream application {{ server 127.0.0.1:{application}; keepalive 32; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_http_version 1.1; proxy_pass http://application; proxy_set_header Connection ''; proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header X-Forwarded-Host $host;
    }}
  }}
}}
"""

HAPROXY = """global
  nbthread 2
defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
frontend visitors
  bind 127.0.0.1:{port}
  http-request set-header X-Forwarded-For %[src]
  http-request set-header X-Forwarded-Proto http
  http-request set-header X-Forwarded-Host %[req.hdr(host)]
  default_backend application
backend application
  http-reuse safe
  server application 127.0.0.1:{application}
"""


def cpu(pids: list[int]) -> float:
    """Seconds of CPU that processes have used: proc(5), utime and stime."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def load(port: int, **more: Any) -> dict[str, Any]:
    """The report of `local/load/post-clients.ts`."""
    argv = [node(), "local/load/post-clients.ts", json.dumps({"port": port, **more})]
    told: dict[str, Any] = json.loads(subprocess.run(argv, cwd=ROOT, check=True, capture_output=True, text=True, stdin=open_pipe()).stdout)
    return told


def open_pipe() -> int:
    """A standard input that does not end."""
    return os.pipe()[0]


class Subject:
    """Something that passes requests on, and what it costs."""

    def __init__(self, port: int, pids: list[int], method: str) -> None:
        self.port, self.pids, self.method = port, pids, method
        self.micros: list[float] = []

    def measure(self) -> None:
        before = cpu(self.pids)
        report = load(self.port, method=self.method, count=REQUESTS)
        assert report["lost"] == 0, report
        self.micros.append((cpu(self.pids) - before) / report["answered"] * 1e6)


YARDSTICKS = {"nginx": (["nginx", "-c"], NGINX), "HAProxy": (["haproxy", "-db", "-f"], HAPROXY)}
"""Other proxies in front of the same application: what starts each, without the path of its configuration, and that configuration."""


@contextmanager
def yardstick(name: str, application: int) -> Iterator[tuple[int, list[int]]]:
    """The port of another proxy, and its processes."""
    argv, template = YARDSTICKS[name]
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        config = Path(folder, "config")
        config.write_text(template.format(folder=folder, application=application, port=port))
        with subprocess.Popen([*argv, str(config)], stderr=subprocess.DEVNULL) as process:
            until(lambda: answers(port, "x"))
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            yield port, [process.pid, *map(int, children)]
            process.terminate()


def answers(port: int, host: str, path: str = "/") -> bool:
    try:
        return ask(tcp("127.0.0.1", port), "GET", path, host=host, timeout=5).status == 200
    except Unreachable:
        return False


@contextmanager
def served(routes: Mapping[str, Route], application: int) -> Iterator[Proxy]:
    folder = Path(tempfile.mkdtemp(prefix="docker-to-ec2-bench-"))
    paths = prepared(folder)
    for key in routes:
        make_folders(paths, key)
        name_live(paths, f"127.0.0.1:{application}", key)
        write_volatile(paths.canary_address(key), f"127.0.0.1:{application}")
    with running(folder, paths, routing.text(routing.render(routes))) as one:
        yield one
    shutil.rmtree(folder, ignore_errors=True)


def requests(application: int) -> dict[str, float]:
    """Microseconds of CPU of the proxy for a request; the median of rounds that take turns."""
    routes = {KEY: route_of(free_port())}
    canary = {KEY: route_of(free_port())}
    with served(routes, application) as plain, served(canary, application) as halved:
        write_volatile(halved.paths.split(KEY), "80000000")
        subjects = {
            "GET": Subject(routes[KEY].port, [plain.process.pid], "GET"),
            "POST": Subject(routes[KEY].port, [plain.process.pid], "POST"),
            "GET, canary": Subject(canary[KEY].port, [halved.process.pid], "GET"),
            "POST, canary": Subject(canary[KEY].port, [halved.process.pid], "POST"),
        }
        return measured(subjects, application)


def measured(subjects: dict[str, Subject], application: int) -> dict[str, float]:
    with ExitStack() as running_too:
        for name in (name for name, (argv, _) in YARDSTICKS.items() if shutil.which(argv[0])):
            port, pids = running_too.enter_context(yardstick(name, application))
            subjects = {**subjects, f"GET, {name}": Subject(port, pids, "GET"), f"POST, {name}": Subject(port, pids, "POST")}
        for _ in range(ROUNDS):
            for subject in subjects.values():
                subject.measure()
    return {name: round(statistics.median(subject.micros)) for name, subject in subjects.items()}


def many(number: int, port: int) -> dict[str, Route]:
    """So many services on one port, every other one under a name of its own, the rest below a path."""
    names = [{"domains": (f"s{at}.example.com",)} if at % 2 else {"path": f"/s{at}"} for at in range(number - 1)]
    return {KEY: route_of(port), **{f"s{at}.production": route_of(port, **name) for at, name in enumerate(names)}}


def size(number: int, application: int) -> dict[str, float]:
    """What so many services cost: memory after requests, CPU of a request to the one that is asked last, and a reload."""
    port = free_port()
    routes = many(number, port)
    with served(routes, application) as one:
        subject = Subject(port, [one.process.pid], "GET")
        for _ in range(3):
            subject.measure()
        memory = int(next(line for line in Path(f"/proc/{one.process.pid}/status").read_text().splitlines() if "VmRSS" in line).split()[1])
        changed = {**routes, KEY: routes[KEY]._replace(domains=("new.example.com",))}
        began = time.monotonic()
        loading = threading.Thread(target=lambda: caddy.load(one.paths, routing.render(changed, 1)))
        loading.start()
        until(lambda: answers(port, "new.example.com") and not answers(port, "old.example.com"))
        seen = time.monotonic() - began
        loading.join()
        return {
            "memory": round(memory / 1024),
            "micros": round(statistics.median(subject.micros)),
            "seen": round(seen, 3),
            "loaded": round(time.monotonic() - began, 2),
        }


def reloads(application: int) -> dict[str, Any]:
    """Reloads under clients that POST as fast as they can: 20 at least, and until those that keep their connections have had `POSTS` answers."""
    port = free_port()
    routes = {KEY: route_of(port)}
    with served(routes, application) as one, posting(port, least=POSTS) as kept, posting(port, connections=8, fresh=True) as fresh:
        count = 0
        while count < RELOADS or kept.poll() is None:
            count += 1
            caddy.load(one.paths, routing.render({**routes, "other.production": route_of(port, path=f"/{count}")}, count % 2))
            if count == RELOADS:
                ended(kept)
        ended(fresh)
        return {"kept": report_of(kept), "fresh": report_of(fresh), "reloads": count}


def posting(port: int, **load: int) -> subprocess.Popen[str]:
    """Clients, until their standard input ends."""
    argv = [node(), "local/load/post-clients.ts", json.dumps({"port": port, **load})]
    return subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def ended(clients: subprocess.Popen[str]) -> None:
    assert clients.stdin
    clients.stdin.close()


def report_of(clients: subprocess.Popen[str]) -> dict[str, Any]:
    assert clients.stdout
    report: dict[str, Any] = json.loads(clients.stdout.read())
    return report


def main() -> None:
    measures: dict[str, Callable[[int], Any]] = {"requests": requests, "reloads": reloads}
    with node_server(APPLICATION) as application:
        told = {name: measure(application) for name, measure in measures.items()}
        told["services"] = {number: size(number, application) for number in SERVICES}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
