"""Passwords of a secret, as Caddy's own hashes."""

from __future__ import annotations

import subprocess
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor

import pytest

from __tests__.host.support.caddy_bed import KEY
from host.docker import containers
from host.edge import reconcile
from host.edge.container.proxies import Host
from host.http.dial import tcp
from host.http.http1 import ask
from host.model.doors import Doors
from host.model.failure import Failure
from host.model.release import Route, Secret
from host.release import accounts

pytest_plugins = ["__tests__.host.support.proxy_fixtures"]
SOURCE = "ssm:/web/production/door"
PASSWORD = "o:p€n {env.HOME} 'x' $(id)"


def status(route: Route, user: str, password: str) -> int:
    token = b64encode(f"{user}:{password}".encode()).decode()
    return ask(tcp("127.0.0.1", route.port), "GET", "/", headers={"Authorization": f"Basic {token}"}).status


@pytest.mark.usefixtures("upstream")
def test_admits_the_accounts_of_the_secret_with_any_characters_in_passwords(host: Host, web: Route) -> None:
    secret = Secret(f"timmy:sesame\r\n\n{{env.HOME}}:{PASSWORD}\n", "3")
    made = accounts.hashed(host, KEY, SOURCE, secret)
    assert (made.source, made.version, [line.partition(":")[0] for line in made.lines]) == (SOURCE, "3", ["timmy", "{env.HOME}"])
    assert all(line.partition(":")[2].startswith("$2a$10$") for line in made.lines)
    route = web._replace(doors=Doors(basic_auth=SOURCE, accounts=made))
    reconcile.ensure(host, KEY, route)
    assert status(route, "timmy", "sesame") == 200
    assert status(route, "{env.HOME}", PASSWORD) == 200
    assert status(route, "timmy", PASSWORD) == 401
    again = accounts.hashed(host, KEY, SOURCE, secret)
    assert set(again.lines).isdisjoint(made.lines)


def test_no_argument_and_no_file_of_docker_contains_a_password(host: Host) -> None:
    """What an earlier run left is in nobody's way."""
    subprocess.run(["docker", "create", "--name", f"{accounts.NAME}.{KEY}", host.plan.image, "caddy"], capture_output=True, check=True)
    accounts.hashed(host, KEY, SOURCE, Secret("timmy:hush-hush", "1"))
    assert [one.name for one in containers(host.docker) if one.name.startswith(accounts.NAME)] == []
    root = subprocess.run(["docker", "info", "--format", "{{.DockerRootDir}}"], capture_output=True, check=True, text=True).stdout.strip()
    found = subprocess.run(["grep", "-rls", "hush-hush", f"{root}/containers", host.paths.state], capture_output=True, text=True)
    assert found.stdout == ""


def test_services_of_a_host_can_hash_passwords_in_parallel(host: Host) -> None:
    secret = Secret("\n".join(f"user{number}:sesame" for number in range(4)), "1")
    with ThreadPoolExecutor() as pool:
        made = list(pool.map(lambda key: accounts.hashed(host, key, SOURCE, secret), ("web.production", "api.production", "web.staging")))
    assert [len(one.lines) for one in made] == [4, 4, 4]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "expected 1 to 20 lines"),
        ("\n \n", "expected 1 to 20 lines"),
        ("a:1\na:2", "each user once"),
        ("\n".join(f"u{number}:p" for number in range(21)), "expected 1 to 20 lines"),
        ("hush", "line 1: expected user:password"),
        ("a:hush\n:hush", "line 2: expected user:password"),
        ("a:", "line 1: expected user:password"),
        ("a:hush\0", "line 1: expected user:password"),
        ("a:hush\x1b[2J", "line 1: expected user:password"),
        (f"a:hush{'x' * 69}", "of 72 bytes at most"),
        ('{\n "timmy": "hush"\n}', "line 1: expected user:password"),
    ],
)
def test_refuses_a_secret_without_accounts_without_quoting_it(text: str, words: str) -> None:
    with pytest.raises(Failure, match=words) as failed:
        accounts.parsed(SOURCE, text)
    assert failed.value.cause == "secret-failed"
    assert SOURCE in failed.value.detail
    assert "hush" not in failed.value.detail


def test_names_an_image_that_cannot_hash(host: Host, tiny_image: str) -> None:
    other = host._replace(plan=host.plan._replace(image=tiny_image))
    with pytest.raises(Failure, match="the password could not be hashed") as failed:
        accounts.hashed(other, KEY, SOURCE, Secret("timmy:hush", "1"))
    assert failed.value.cause == "proxy-failed"
    assert "hush" not in failed.value.detail
