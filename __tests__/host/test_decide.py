"""Releases and slots: what is decided about them, as tables."""

from __future__ import annotations

import pytest

from __tests__.host.support.samples import release, slot, state, web_of
from host import decide
from host.model.container import Container, Life, Slot
from host.model.service import Canary, History


@pytest.mark.parametrize(
    ("releases", "left", "start", "expected"),
    [
        ((), (), "", ""),
        (("a",), (), "a", ""),
        (("a", "b"), (), "b", "a"),
        (("a", "b", "c"), ("b",), "c", "a"),
        (("a", "b", "c"), (), "b", "a"),
        (("a", "b"), (), "unknown", "b"),
        (("a", "b"), ("b",), "unknown", "a"),
        (("a", "b"), ("a",), "b", ""),
    ],
)
def test_a_rollback_returns_to_the_newest_earlier_release_not_rolled_back(
    releases: tuple[str, ...], left: tuple[str, ...], start: str, expected: str
) -> None:
    assert decide.before(History(releases, frozenset(left)), start) == expected


def test_a_redeployed_release_is_the_newest_and_no_longer_rolled_back() -> None:
    history, forgotten = decide.appended(History(("a", "b", "c"), frozenset({"a"})), "a")
    assert history == History(("b", "c", "a"), frozenset())
    assert forgotten == ()


def test_forgets_the_oldest_releases_but_never_the_rollback_target() -> None:
    names = tuple(f"r{number}" for number in range(decide.KNOWN))
    history, forgotten = decide.appended(History(names, frozenset()), "new")
    assert forgotten == ("r0",)
    assert history.releases == (*names[1:], "new")
    only_way_back = History(names, frozenset(names[1:]))
    history, forgotten = decide.appended(only_way_back, "new")
    assert forgotten == ("r1",)
    assert decide.before(history, "new") == "r0"


def test_a_rollback_marks_all_releases_after_its_target() -> None:
    assert decide.returned_to(History(("a", "b", "c"), frozenset()), "a").left == {"b", "c"}
    assert decide.returned_to(History(("a", "b", "c"), frozenset({"b", "c"})), "b").left == {"c"}


def test_a_rollback_to_a_forgotten_release_makes_it_the_oldest() -> None:
    assert decide.returned_to(History(("b", "c"), frozenset({"c"})), "a") == History(("a", "b", "c"), frozenset({"b", "c"}))
    assert decide.returned_to(History((), frozenset()), "a") == History(("a",), frozenset())


@pytest.mark.parametrize(
    ("listed", "ages", "expected"),
    [
        (["a", "b"], {"a": 2.0, "b": 1.0}, ("a", "b")),
        (["b", "a"], {"a": 2.0, "b": 1.0}, ("b", "a")),
        ([], {"a": 2.0, "b": 1.0}, ("a", "b")),
        (["b"], {"a": 1.0, "b": 5.0, "c": 9.0}, ("c", "a", "b")),
        (["a", "gone", "a"], {"a": 1.0}, ("a",)),
    ],
)
def test_restores_the_order_of_releases_without_the_list(listed: list[str], ages: dict[str, float], expected: tuple[str, ...]) -> None:
    assert decide.remembered(listed, [], ages).releases == expected


def test_keeps_rollback_marks_of_known_releases_only() -> None:
    assert decide.remembered(["a"], ["a", "b"], {"a": 1.0}).left == {"a"}


A, B, C = slot("a", "172.29.0.2:80"), slot("b", "172.29.0.3:80"), slot("c", "172.29.0.4:80")
STOPPED_A, STOPPED_B = A._replace(life=Life.OVER), B._replace(life=Life.OVER)
NEW = slot("new", "172.29.0.9:80")


@pytest.mark.parametrize(
    ("live", "slots", "wanted", "expected"),
    [
        (B, [A, B], "new", decide.Found(B)),
        (B._replace(life=Life.OVER), [A, B._replace(life=Life.OVER)], "new", decide.Found(A)),
        (B._replace(life=Life.OVER), [STOPPED_A, B._replace(life=Life.OVER)], "new", decide.Found(B._replace(life=Life.OVER))),
        (None, [], "new", decide.Found(None)),
        (None, [STOPPED_A, B], "new", decide.Found(B)),
        (None, [A], "new", decide.Found(A)),
        (NEW, [B, NEW], "new", decide.Found(B, NEW, "new")),
        (NEW, [STOPPED_A, STOPPED_B, NEW], "new", decide.Found(STOPPED_B, NEW, "new")),
        (NEW, [B, NEW], "other", decide.Found(B, None, "new")),
        (NEW, [NEW], "other", decide.Found(NEW, None, "new")),
        (NEW._replace(life=Life.OVER), [B, NEW], "new", decide.Found(B, None, "new")),
        (NEW._replace(life=Life.OVER), [STOPPED_A, NEW], "new", decide.Found(NEW._replace(life=Life.OVER), None, "new")),
    ],
)
def test_chooses_the_slot_that_gets_the_traffic(live: Slot | None, slots: list[Slot], wanted: str, expected: decide.Found) -> None:
    assert decide.recover(state("a", "b"), live, slots, wanted) == expected


def test_prefers_the_active_release_to_newer_ones_that_still_run() -> None:
    assert decide.way_back(state("a", "b", active="a"), [B, A]) == A
    assert decide.way_back(state("a", "b", active="lost"), [A, B]) == B
    assert decide.way_back(state("a"), [STOPPED_A, NEW]) is None


def test_the_active_release_counts_as_verified_even_if_its_document_is_lost() -> None:
    found = decide.recover(state("a", active="b"), B, [A, B], "new")
    assert found == decide.Found(B)


@pytest.mark.parametrize(
    ("active", "releases", "live", "went"),
    [
        ("b", ("a", "b"), "b", True),
        ("b", ("a", "b"), "", True),
        ("a", ("a", "b"), "b", True),
        ("", (), "b", False),
        ("a", ("a", "b"), "a", False),
        ("", ("b",), "", False),
    ],
)
def test_a_release_went_live_if_it_was_verified_and_is_live_or_was_last(
    active: str, releases: tuple[str, ...], live: str, went: bool
) -> None:
    assert decide.went_live(state(*releases, active=active), slot(live) if live else None, "b") is went


@pytest.mark.parametrize(
    ("address", "expected"),
    [("172.29.0.2:80", A), ("172.29.0.2:8", A), ("172.29.0.2", A), ("", None), ("172.", None), ("172.29.0.22:80", None), ("garbage", None)],
)
def test_finds_the_slot_behind_an_address(address: str, expected: Slot | None) -> None:
    assert decide.live_slot([B, A], address) == expected


@pytest.mark.parametrize(
    ("keep", "gone"),
    [(1, ["b"]), (2, ["b"]), (3, []), (9, [])],
)
def test_pruning_keeps_the_live_the_rollback_target_and_the_newest(keep: int, gone: list[str]) -> None:
    known = state("a", "b", "c", left=("b",))
    plan = decide.pruning(known, [A, B, C], "c", None, keep)
    assert [one.release for one in plan.gone] == gone


def test_pruning_removes_an_earlier_slot_of_the_new_release_and_never_the_new_one() -> None:
    again = slot("c", "172.29.0.8:80")
    plan = decide.pruning(state("a", "c"), [A, C, again], "c", again, 3)
    assert plan.gone == (C,)
    assert decide.pruning(state("c"), [C], "c", None, 3).gone == ()


def test_pruning_keeps_the_digests_of_all_slots_that_stay() -> None:
    old = slot("a", "172.29.0.2:80", digest="sha256:old")
    plan = decide.pruning(state("b", "c"), [old, B], "c", None, 2)
    assert plan.gone == (old,)
    assert plan.kept == {B.digest}


def test_stops_verified_leftovers_and_removes_unverified_ones() -> None:
    draining, dead = slot("a", "172.29.0.5:80"), slot("x", "172.29.0.6:80", running=False)
    stop, gone = decide.leftovers(state("a", "b"), [B, draining, dead, STOPPED_A], decide.Found(B))
    assert stop == (draining,)
    assert gone == (dead,)
    stop, gone = decide.leftovers(state("b"), [B, NEW], decide.Found(B, None, "new"))
    assert stop == (NEW,) and gone == (NEW,)
    stop, gone = decide.leftovers(state("b"), [B, NEW], decide.Found(B, NEW, "new"))
    assert stop == () and gone == ()


@pytest.mark.parametrize(
    ("base", "live", "refused"),
    [(("*",), B, False), (("b",), B, False), (("a",), B, True), ((), B, True), ((), None, False), ((), slot("new"), False)],
)
def test_refuses_a_release_that_the_runner_has_not_seen(base: tuple[str, ...], live: Slot | None, refused: bool) -> None:
    assert (decide.other_release(base, live, "new") is not None) == refused


@pytest.mark.parametrize(
    ("releases", "live", "base", "wanted", "expected"),
    [
        (("a", "b"), "b", ("*",), "", "a"),
        (("a", "b"), "b", ("b",), "", "a"),
        (("a", "b", "c"), "c", ("b",), "", "a"),
        (("a", "b"), "new", ("b",), "", "b"),
        (("a", "b"), "b", ("*",), "b", "b"),
        (("a", "b"), None, ("*",), "", "a"),
        (("a", "b"), None, ("b",), "", "a"),
        (("a", "b", "c"), None, ("b",), "", "a"),
        ((), "new", (), "", ""),
        ((), None, (), "", ""),
        (("a",), "a", (), "", ""),
    ],
)
def test_chooses_the_target_of_a_rollback(
    releases: tuple[str, ...], live: str | None, base: tuple[str, ...], wanted: str, expected: str
) -> None:
    """None: somebody has removed the live container, such as by `docker system prune` while it slept."""
    assert decide.rollback_target(state(*releases), slot(live) if live else None, base, wanted) == expected


def test_reads_slots_from_labels() -> None:
    labels = {
        "docker-to-ec2": "slot",
        "docker-to-ec2.service": "web.production",
        "docker-to-ec2.release": "r",
        "docker-to-ec2.address": "172.29.0.2:80",
        "docker-to-ec2.secrets": '{"KEY":"3"}',
    }
    mine = Container("1", "web.production.r", "running", "sha256:i", labels, (), ())
    others = Container("2", "x", "running", "i", {**labels, "docker-to-ec2.service": "web.staging"}, (), ())
    damaged = Container("3", "x", "exited", "i", {**labels, "docker-to-ec2.secrets": "{"}, ("172.29.0.2",), ())
    committed = Container("4", "debug", "running", "i", labels, ("172.17.0.2",), ())
    named_like_it = Container("5", "web.production.r-debug", "running", "i", labels, ("172.17.0.3",), ())
    gave_its_name = Container("6", "web.production.r.was.2", "exited", "i", labels, (), ())
    found = decide.slots_of([committed, named_like_it, mine, others, damaged, gave_its_name], "web.production")
    assert [one.id for one in found] == ["1", "3", "6"]
    assert found[0].secrets == {"KEY": "3"} and found[0].running
    assert found[1].secrets == {} and not found[1].running


@pytest.mark.parametrize(("address", "ip", "port"), [("172.29.0.2:8080", "172.29.0.2", 8080), ("172.29.0.2", "172.29.0.2", None)])
def test_a_slot_is_visited_if_its_application_has_a_port(address: str, ip: str, port: int | None) -> None:
    labels = {"docker-to-ec2": "slot", "docker-to-ec2.service": "web.production", "docker-to-ec2.address": address}
    (found,) = decide.slots_of([Container("1", "x", "running", "i", labels, (ip,), ())], "web.production")
    assert (found.ip, found.port, found.visited, found.address) == (ip, port, port is not None, address)


@pytest.mark.parametrize(("share", "expected"), [(0, "0"), (1, "028f5c28"), (10, "19999999"), (50, "80000000"), (99, "fd70a3d7")])
def test_turns_a_share_into_a_threshold(share: int, expected: str) -> None:
    assert decide.threshold(share) == expected


@pytest.mark.parametrize(("boot", "now", "expected"), [("this", 99.9, False), ("this", 100.0, True), ("other", 1.0, True), ("", 1.0, True)])
def test_a_canary_is_overdue_after_its_deadline_and_after_a_reboot(boot: str, now: float, expected: bool) -> None:
    running = Canary("c", release(), "s", "1.2.3.4:5", 0, 10, 0, 60, "this", 100.0, None, 30)
    assert decide.overdue(running, boot, now) == expected


def test_tells_the_runner_all_routes_and_no_access_rules() -> None:
    one = release("r1")
    web = web_of(one)
    tls = web.route.tls._replace(source="acme", redirect_domains=("www.example.com",))
    doors = web.route.doors._replace(basic_auth="ssm:/door")
    place = web.route._replace(port=81, domains=("example.com",), tls=tls, doors=doors)
    told = decide.summary(one._replace(kind=web._replace(route=place)))
    assert told["route"] == {
        "http-port": 81,
        "domains": ["example.com"],
        "path-prefix": "/",
        "external-proxy": False,
        "tls": "acme",
        "https-port": 443,
        "redirect-domains": ["www.example.com"],
    }


def test_tells_the_runner_what_a_document_says_of_its_release_and_nothing_of_its_configuration() -> None:
    told = decide.summary(release("r1", login="registry.example", runUrl="https://run", spec={"migration": True, "env": {"A": "1"}}))
    assert told.keys() == {"name", "digest", "image", "login", "commit", "runUrl", "service", "route", "migration"}
    assert (told["name"], told["login"], told["runUrl"], told["migration"]) == ("r1", "registry.example", "https://run", True)


@pytest.mark.parametrize(
    ("slots", "live", "expected"),
    [
        ((), None, None),
        ((slot("a"),), None, "a@172.29.0.2:8080"),
        ((slot("b"),), None, None),
        ((slot("a"),), slot("a"), None),
        ((slot("a", running=False), slot("b")), slot("b"), "a@172.29.0.2:8080"),
        ((slot("a", "1:1", running=False), slot("a", "2:1")), None, "a@2:1"),
        ((slot("a", "1:1"), slot("a", "2:1", running=False)), slot("a", "1:1"), "a@2:1"),
        ((slot("a", "1:1", running=False), slot("a", "2:1", running=False)), slot("b"), "a@1:1"),
    ],
)
def test_finds_the_slot_that_a_rollback_can_start_again(slots: tuple[Slot, ...], live: Slot | None, expected: str | None) -> None:
    found = decide.kept_slot(slots, "a", live)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("kind", "address", "expected"),
    [("slot", "172.29.0.2:80", {"web.production"}), ("slot", "", set()), ("seed", "172.29.0.2:80", set()), ("proxy", "", set())],
)
def test_lists_the_services_that_have_slots(kind: str, address: str, expected: set[str]) -> None:
    labels = {"docker-to-ec2": kind, "docker-to-ec2.service": "web.production", "docker-to-ec2.address": address}
    assert decide.owners([Container("1", "x", "exited", "i", labels, ("172.29.0.2",), ())]) == expected
