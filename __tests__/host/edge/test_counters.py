from __future__ import annotations

from typing import Any

import pytest

from host.edge.counters import Counters, Tally, as_json, began, counted_on, counters, counters_of_each, is_other, too_many_errors
from host.model.order import Bake


def track(total: int = 0, errors: int = 0) -> Any:
    return Tally().seen._replace(total=total, errors=errors)


def line(kind: str, code: str, handler: str, value: float | str, host: str = "web", more: str = "") -> str:
    return f'caddy_http_request_duration_seconds_{kind}{{code="{code}",handler="{handler}",host="{host}",method="GET",server="80"{more}}} {value}'


def histogram(code: str, handler: str, fast: int, all_of_them: int, host: str = "web") -> str:
    return "\n".join(
        [
            line("bucket", code, handler, fast, host, ',le="0.005"'),
            line("bucket", code, handler, all_of_them, host, ',le="2.5"'),
            line("bucket", code, handler, all_of_them, host, ',le="+Inf"'),
            line("sum", code, handler, all_of_them / 100, host),
            line("count", code, handler, all_of_them, host),
        ]
    )


METRICS = "\n".join(
    [
        "# HELP caddy_http_request_duration_seconds Histogram",
        "caddy_config_last_reload_success_timestamp_seconds 1.79e+09",
        "process_start_time_seconds 1.78e+09",
        histogram("200", "subroute", 90, 100),
        histogram("500", "subroute", 1, 4),
        histogram("200", "subroute", 10, 20, "canary.web"),
        histogram("503", "subroute", 5, 5, "canary.web"),
        histogram("101", "subroute", 0, 9, "canary.web"),
        histogram("101", "subroute", 0, 9),
        histogram("200", "subroute", 999, 999, "readback.web"),
        histogram("200", "subroute", 999, 999, "readback.canary.web"),
        histogram("200", "subroute", 999, 999, "_other"),
        histogram("500", "vars", 999, 999),
        histogram("500", "subroute", 999, 999, "web.staging"),
        'caddy_http_response_duration_seconds_count{code="200",handler="subroute",host="web",method="GET",server="80"} 999',
        'caddy_http_request_duration_seconds_count{code="200",handler="subroute",host="web",method="GET",server="80"} garbage',
        "",
    ]
)


@pytest.mark.parametrize(
    ("epoch", "start"), [("/1.79e+09/1.78e+09", 1.79e9), ("/0/1.7955e+09", 1.7955e9), ("", 0), ("/nan/+Inf/x/1.2.3/-1", 0), ("/0", 0)]
)
def test_knows_when_the_counters_started(epoch: str, start: float) -> None:
    assert began(Counters(epoch, (), track(), track())) == start


def test_counts_each_service_and_track_by_its_entrance() -> None:
    """Neither what a visitor called himself, nor a read-back, nor another service counts."""
    assert as_json(counters(METRICS, "web")) == {
        "epoch": "/1.79e+09/1.78e+09",
        "bounds": (0.005, 2.5),
        "live": {"total": 104, "errors": 4, "micros": 1_040_000, "buckets": (91, 104)},
        "canary": {"total": 25, "errors": 5, "micros": 250_000, "buckets": (15, 25)},
    }


def test_reads_the_exponents_that_the_proxy_writes_above_a_million() -> None:
    metrics = "\n".join([line("count", "200", "subroute", 5), line("count", "500", "subroute", "1.234567e+06")])
    assert counters(metrics, "web").live[:2] == (1_234_572, 1_234_567)


def test_has_no_counters_before_the_first_request() -> None:
    assert counters("", "web") == Counters("", (), track(), track())


def reading(epoch: str, total: int, errors: int) -> Counters:
    return Counters(epoch, (), track(total, errors), track(999, 999))


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ([], (0, 0)),
        ([("a", 100, 20)], (0, 0)),
        ([("a", 100, 20), ("a", 100, 20)], (0, 0)),
        ([("a", 100, 20), ("a", 130, 23)], (30, 3)),
        ([("a", 100, 20), ("b", 30, 3)], (30, 3)),
        ([("a", 100, 20), ("b", 130, 30)], (130, 30)),
        ([("a", 100, 20), ("a", 110, 25), ("b", 5, 5), ("b", 7, 5), ("c", 1, 0)], (18, 10)),
    ],
)
def test_counts_from_a_moment_and_continues_after_a_reset(readings: list[tuple[str, int, int]], expected: tuple[int, int]) -> None:
    tally = Tally(reading(*readings[0]) if readings else None)
    for one in readings[1:]:
        tally = counted_on(tally, reading(*one))
    assert tally.seen[:2] == expected


def test_counts_everything_if_there_is_no_earlier_count() -> None:
    assert counted_on(Tally(), reading("a", 30, 3)).seen[:2] == (30, 3)


@pytest.mark.parametrize(
    ("errors", "answers", "share", "minimum", "expected"),
    [
        (3, 20, 0.1, 20, True),
        (2, 20, 0.1, 20, False),
        (19, 19, 0.1, 20, False),
        (0, 0, 0, 0, False),
        (1, 1000, 0, 20, True),
        (20, 20, 1, 20, False),
        (1, 8, 0.125, 1, False),
        (2, 15, 0.133333333, 1, True),
        (9, 100, 0.09, 20, False),
        (10, 100, 0.09, 20, True),
        (3, 10, 0.3, 1, False),
        (7, 100, 0.07, 1, False),
        (29, 100, 0.29, 1, False),
    ],
)
def test_decides_whether_errors_exceed_the_limit(errors: int, answers: int, share: float, minimum: int, expected: bool) -> None:
    assert too_many_errors(track(answers, errors), Bake(5, minimum, share)) is expected


@pytest.mark.parametrize("services", [(), ("web",), ("web", "absent")])
def test_reads_the_counters_of_several_services_like_those_of_one(services: tuple[str, ...]) -> None:
    lines = (METRICS + histogram("200", "subroute", 1, 2, "api")).splitlines()
    assert counters_of_each(lines, services) == {service: counters("\n".join(lines), service) for service in services}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (line("count", "200", "subroute", 1), False),
        (line("count", "200", "subroute", 1, "api"), True),
        ("process_start_time_seconds 1", False),
    ],
)
def test_finds_lines_of_other_names(text: str, expected: bool) -> None:
    assert is_other(text, ("web", "canary.web")) is expected
