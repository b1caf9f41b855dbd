"""What an order and a document must look like."""

from __future__ import annotations

import json
from typing import Any

import pytest

from __tests__.host.support.samples import DIGEST, document, order, route, web_of
from host.model.order import CanaryPlan
from host.model.reader import Malformed
from host.model.release import Job
from host.order import parsed, read_order, read_release


def test_reads_a_complete_order() -> None:
    read = read_order(
        json.dumps(order(canary={"share": 10, "lease": 60}, base=["a-1", "b"], network={"subnet": "10.1.0.0/16", "avoid": ["10.0.0.0/8"]}))
    )
    assert read.verb == "deploy" and read.service == "web.production" and read.release is not None
    assert read.canary == CanaryPlan(10, 60)
    assert read.base == ("a-1", "b")
    assert read.network.subnet == "10.1.0.0/16" and read.network.avoid == ("10.0.0.0/8",)
    assert web_of(read.release).health.codes == "200-399"
    assert read.release.document == document()
    assert read.seed is None


def test_only_a_deploy_has_a_seed() -> None:
    seed = {"args": ["npm", "run seed"], "timeout": 300}
    assert read_order(json.dumps(order(seed=seed))).seed == Job("seed", ("npm", "run seed"), 300)
    assert read_order(json.dumps(order("restart", seed=seed))).seed is None
    for damaged in ({"args": "npm", "timeout": 1}, {"args": [], "timeout": -1}, {"args": [1], "timeout": 1}):
        with pytest.raises(Malformed):
            read_order(json.dumps(order(seed=damaged)))


def test_only_a_deploy_runs_the_command_of_its_release() -> None:
    spec = {**document()["spec"], "release-command": ["npm", "run migrate"], "release-command-timeout": 30}
    read = read_order(json.dumps(order(release=document(spec=spec), releaseCommand="only")))
    assert read.release and read.release.command == Job("release-command", ("npm", "run migrate"), 30)
    assert read.release_command == "only"
    assert read_order(json.dumps(order("rollback", document=document(spec=spec), releaseCommand="run"))).release_command == "skip"
    assert read_release(document()).command is None
    with pytest.raises(Malformed):
        read_order(json.dumps(order(releaseCommand="maybe")))


def test_a_rollback_can_bring_the_release_it_returns_to() -> None:
    assert read_order(json.dumps(order("rollback", release="c0ffee-1", document=None))).release is None
    brought = read_order(json.dumps(order("rollback", release="c0ffee-1", document=document())))
    assert brought.release_name == "c0ffee-1" and brought.release == read_release(document())
    with pytest.raises(Malformed):
        read_order(json.dumps(order("rollback", release="c0ffee-1", document={**document(), "digest": "latest"})))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("verb", "install"),
        ("id", ""),
        ("id", "../x"),
        ("id", "a\n"),
        ("service", ""),
        ("service", "../../etc"),
        ("service", ".."),
        ("service", "Web"),
        ("service", "web/production"),
        ("service", "*"),
        ("service", 3),
        ("region", "us east"),
        ("base", ["a b"]),
        ("base", "*"),
        ("base", [None]),
        ("keep", 0),
        ("keep", True),
        ("drainTimeout", -1),
        ("bake", None),
        ("canary", {"share": 100}),
        ("canary", {"share": -1}),
        ("leased", "yes"),
        ("network", {"subnet": "10.0.0.0", "avoid": []}),
        ("proxy", {"image": "-v /:/host"}),
        ("proxy", {"image": "a b"}),
        ("release", None),
        ("imageBytes", 1.5),
        ("now", "today"),
    ],
)
def test_refuses_a_malformed_field_by_its_name(field: str, value: Any) -> None:
    with pytest.raises(Malformed, match=f"field {field}"):
        read_order(json.dumps(order(**{field: value})))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"deploy"'])
def test_refuses_an_invalid_order(text: str) -> None:
    with pytest.raises(Malformed, match="field order"):
        read_order(text)


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("name", "../x", "release.name"),
        ("name", "", "release.name"),
        ("digest", "sha256:abc", "release.digest"),
        ("image", f"--privileged@{DIGEST}", "release.image"),
        ("image", "registry.example/web:tag", "release.image"),
        ("image", f"registry.example/web@sha256:{'b' * 64}", "release.image"),
        ("login", "a b", "release.login"),
        ("spec", {"http-port": 0}, "release.spec.http-port"),
        ("spec", {"http-port": 65_536}, "release.spec.http-port"),
        ("spec", {"domains": ["Example.com"]}, "release.spec.domains"),
        ("spec", {"domains": ["a.*.example.com"]}, "release.spec.domains"),
        ("spec", {"domains": ["{file./etc/shadow}"]}, "release.spec.domains"),
        ("spec", {"path-prefix": "/a/"}, "release.spec.path-prefix"),
        ("spec", {"path-prefix": "/a*"}, "release.spec.path-prefix"),
        ("spec", {"path-prefix": "//a"}, "release.spec.path-prefix"),
        ("spec", {"path-prefix": "/{http.vars.x}"}, "release.spec.path-prefix"),
        ("spec", {"strip-path-prefix": "yes"}, "release.spec.strip-path-prefix"),
        ("spec", {"upstream": "ftp"}, "release.spec.upstream"),
        ("route", route(trusted=["vpc"]), "release.spec.trusted"),
        ("spec", {"canary-header": "a b"}, "release.spec.canary-header"),
        ("spec", {"port": 0}, "release.spec.port"),
        ("spec", {"args": "a"}, "release.spec.args"),
        ("spec", {"args": ["a\0"]}, "release.spec.args"),
        ("spec", {"env": {"A=B": "c"}}, "release.spec.env.A=B"),
        ("spec", {"env": {"A": 1}}, "release.spec.env.A"),
        ("spec", {"secrets": {"A": "file:/etc/shadow"}}, "release.spec.secrets.A"),
        ("spec", {"health-path": "x"}, "release.spec.health-path"),
        ("spec", {"health-codes": "2xx"}, "release.spec.health-codes"),
        ("docker", {"init": True}, "release.docker.init"),
    ],
)
def test_refuses_a_malformed_release_by_the_field(field: str, value: Any, named: str) -> None:
    with pytest.raises(Malformed, match=f"field {named}"):
        read_release(document(**{field: value}))


@pytest.mark.parametrize(
    ("path", "sent"),
    [("/up?a=%20~", "/up?a=%20~"), ("/caf\u00e9", "/caf%C3%A9"), ("/a\u200b\x7f\x01", "/a%E2%80%8B%7F%01"), ("/\ud800", "/%3F")],
)
def test_asks_for_a_health_path_as_browsers_do(path: str, sent: str) -> None:
    """An invisible character is no defect of this program."""
    assert web_of(read_release(document(spec={"health-path": path}))).health.path == sent


@pytest.mark.parametrize("name", ["spring.datasource.url", "ConnectionStrings:Main", "a b", "LD_PRELOAD", "é"])
def test_accepts_every_name_of_a_variable_that_docker_accepts(name: str) -> None:
    value = "a=b\n'\"$(x) `y` \\ {{ssm}} é\n"
    assert read_release(document(spec={"env": {name: value}})).process.env == {name: value}


@pytest.mark.parametrize("missing", ["spec", "docker", "digest"])
def test_refuses_an_incomplete_release(missing: str) -> None:
    with pytest.raises(Malformed, match=f"field release.{missing}"):
        read_release({name: value for name, value in document().items() if name != missing})


def test_keeps_a_setting_that_only_docker_needs_unchanged() -> None:
    """Another setting needs no code here, where the runner says what Docker is told of it."""
    told = {"isolation": {"HostConfig": {"Isolation": "default"}}}
    kept = read_release(document(spec={"isolation": "default"}, docker=told))
    assert kept.document["spec"]["isolation"] == "default"
    assert kept.process.docker == (told["isolation"],)


def test_other_verbs_need_fewer_fields() -> None:
    assert read_order(json.dumps({"verb": "status", "id": "1", "service": ""})).service == ""
    assert read_order(json.dumps(order("rollback", release="a-1"))).release_name == "a-1"
    canary = {"verb": "canary", "id": "1", "service": "web.production", "canary": "d-1", "action": "shift", "share": 50, "step": 2}
    assert read_order(json.dumps(canary)).share == 50
    with pytest.raises(Malformed, match="field action"):
        read_order(json.dumps({**canary, "action": "explode"}))
    with pytest.raises(Malformed, match="field release"):
        read_order(json.dumps(order("rollback", release="../../../etc/passwd")))


@pytest.mark.parametrize(("text", "expected"), [("", {}), ("{", {}), ("[1]", {}), ('{"a":1}', {"a": 1})])
def test_reads_a_damaged_file_as_an_empty_object(text: str, expected: dict[str, Any]) -> None:
    assert parsed(text) == expected


@pytest.mark.parametrize(
    ("place", "spec", "host", "behind_tls"),
    [
        ({}, {}, "", False),
        ({"domains": ["a.example", "b.example"]}, {}, "a.example", False),
        ({"domains": ["a.example"]}, {"health-host": "c.example"}, "c.example", False),
        ({"trusted": ["10.0.0.0/8"]}, {}, "", True),
        ({"domains": ["a.example"], "tls": "internal"}, {}, "a.example", True),
    ],
)
def test_a_health_check_asks_like_a_visitor(place: dict[str, Any], spec: dict[str, Any], host: str, behind_tls: bool) -> None:
    check = web_of(read_release(document(route=route(**place), spec=spec))).health
    assert (check.host, check.behind_tls) == (host, behind_tls)
