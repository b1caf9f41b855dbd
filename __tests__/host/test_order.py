"""What an order and a document must look like."""

from __future__ import annotations

import json
from typing import Any

import pytest

from __tests__.host.support.samples import DIGEST, document, order, route
from host.model import CanaryPlan
from host.order import Malformed, parsed, read_order, read_release


def test_a_whole_order_is_read() -> None:
    read = read_order(
        json.dumps(order(canary={"share": 10, "lease": 60}, base=["a-1", "b"], network={"subnet": "10.1.0.0/16", "avoid": ["10.0.0.0/8"]}))
    )
    assert read.verb == "deploy" and read.service == "web.production" and read.release is not None
    assert read.canary == CanaryPlan(10, 60)
    assert read.base == ("a-1", "b")
    assert read.network.subnet == "10.1.0.0/16" and read.network.avoid == ("10.0.0.0/8",)
    assert read.release.web.health.codes == "200-399"
    assert read.release.document == document()


def test_a_rollback_may_bring_what_it_returns_to() -> None:
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
        ("canary", {"share": 0}),
        ("leased", "yes"),
        ("network", {"subnet": "10.0.0.0", "avoid": []}),
        ("proxy", {"image": "-v /:/host"}),
        ("proxy", {"image": "a b"}),
        ("release", None),
        ("imageBytes", 1.5),
        ("now", "today"),
    ],
)
def test_a_malformed_field_is_refused_by_its_name(field: str, value: Any) -> None:
    with pytest.raises(Malformed, match=f"field {field}"):
        read_order(json.dumps(order(**{field: value})))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"deploy"'])
def test_what_is_no_order_is_refused(text: str) -> None:
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
        ("route", None, "release.route"),
        ("route", route(port=0), "release.route.port"),
        ("route", route(port=65_536), "release.route.port"),
        ("route", route(domains=["Example.com"]), "release.route.domains"),
        ("route", route(domains=["*.example.com"]), "release.route.domains"),
        ("route", route(domains=["{file./etc/shadow}"]), "release.route.domains"),
        ("route", route(path="/a/"), "release.route.path"),
        ("route", route(path="/a*"), "release.route.path"),
        ("route", route(path="//a"), "release.route.path"),
        ("route", route(path="/{http.vars.x}"), "release.route.path"),
        ("route", route(strip="yes"), "release.route.strip"),
        ("route", route(upstream="ftp"), "release.route.upstream"),
        ("route", route(trusted=["vpc"]), "release.route.trusted"),
        ("route", route(canaryHeader="a b"), "release.route.canaryHeader"),
        ("processes", [], "release.processes"),
        ("processes", [3], "release.processes"),
        ("process", {"port": 0}, "release.processes.port"),
        ("process", {"args": "a"}, "release.processes.args"),
        ("process", {"args": ["a\0"]}, "release.processes.args"),
        ("process", {"env": {"A=B": "c"}}, "release.processes.env.A=B"),
        ("process", {"env": {"A": 1}}, "release.processes.env.A"),
        ("process", {"secrets": {"A": "file:/etc/shadow"}}, "release.processes.secrets.A"),
        ("process", {"health": {"path": "x", "codes": "200", "timeout": 1, "interval": 1}}, "release.processes.health.path"),
        ("process", {"health": {"path": "/", "codes": "2xx", "timeout": 1, "interval": 1}}, "release.processes.health.codes"),
    ],
)
def test_a_malformed_release_is_refused_by_the_field(field: str, value: Any, named: str) -> None:
    with pytest.raises(Malformed, match=f"field {named}"):
        read_release(document(**{field: value}))


@pytest.mark.parametrize("name", ["spring.datasource.url", "ConnectionStrings:Main", "a b", "LD_PRELOAD", "é"])
def test_a_variable_may_have_every_name_that_docker_takes(name: str) -> None:
    value = "a=b\n'\"$(x) `y` \\ {{ssm}} é\n"
    assert read_release(document(process={"env": {name: value}})).web.env == {name: value}


def test_other_verbs_need_less() -> None:
    assert read_order(json.dumps({"verb": "status", "id": "1", "service": ""})).service == ""
    assert read_order(json.dumps(order("rollback", release="a-1"))).release_name == "a-1"
    canary = {"verb": "canary", "id": "1", "service": "web.production", "canary": "d-1", "action": "shift", "share": 50, "step": 2}
    assert read_order(json.dumps(canary)).share == 50
    with pytest.raises(Malformed, match="field action"):
        read_order(json.dumps({**canary, "action": "explode"}))
    with pytest.raises(Malformed, match="field release"):
        read_order(json.dumps(order("rollback", release="../../../etc/passwd")))


@pytest.mark.parametrize(("text", "expected"), [("", {}), ("{", {}), ("[1]", {}), ('{"a":1}', {"a": 1})])
def test_a_damaged_file_is_an_empty_object(text: str, expected: dict[str, Any]) -> None:
    assert parsed(text) == expected
