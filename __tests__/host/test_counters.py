from __future__ import annotations

import pytest

from host.edge.counters import Counters, Track, as_json, counters, since, too_many_errors
from host.model import Bake


def line(kind: str, code: str, handler: str, value: float | str, server: str = "web", more: str = "") -> str:
    return f'caddy_http_request_duration_seconds_{kind}{{code="{code}",handler="{handler}",method="GET",server="{server}"{more}}} {value}'


def histogram(code: str, handler: str, fast: int, all_of_them: int, server: str = "web") -> str:
    return "\n".join(
        [
            line("bucket", code, handler, fast, server, ',le="0.005"'),
            line("bucket", code, handler, all_of_them, server, ',le="2.5"'),
            line("bucket", code, handler, all_of_them, server, ',le="+Inf"'),
            line("sum", code, handler, all_of_them / 100, server),
            line("count", code, handler, all_of_them, server),
        ]
    )


METRICS = "\n".join(
    [
        "# HELP caddy_http_request_duration_seconds Histogram",
        "caddy_config_last_reload_success_timestamp_seconds 1.79e+09",
        "process_start_time_seconds 1.78e+09",
        histogram("200", "reverse_proxy", 90, 100),
        histogram("500", "reverse_proxy", 1, 4),
        histogram("200", "headers", 2, 3),
        histogram("200", "log_append", 10, 20),
        histogram("503", "log_append", 5, 5),
        histogram("101", "log_append", 0, 9),
        histogram("101", "reverse_proxy", 0, 9),
        histogram("200", "vars", 999, 999),
        histogram("500", "subroute", 999, 999),
        histogram("500", "log_append", 999, 999, "web.staging"),
        'caddy_http_response_duration_seconds_count{code="200",handler="log_append",method="GET",server="web"} 999',
        'caddy_http_request_duration_seconds_count{code="200",handler="log_append",method="GET",server="web"} garbage',
        "",
    ]
)


def test_tracks_are_told_apart_by_the_handler_that_a_request_passed_first() -> None:
    assert as_json(counters(METRICS, "web")) == {
        "epoch": "/1.79e+09/1.78e+09",
        "bounds": (0.005, 2.5),
        "live": {"total": 101, "errors": 4, "micros": 1_010_000, "buckets": (89, 101)},
        "canary": {"total": 25, "errors": 5, "micros": 250_000, "buckets": (15, 25)},
    }


def test_answers_to_the_read_back_do_not_count() -> None:
    metrics = "\n".join(
        [
            line("count", "200", "reverse_proxy", 100),
            line("count", "502", "reverse_proxy", 10),
            line("count", "503", "reverse_proxy", 5),
            line("count", "200", "headers", 7),
            line("count", "502", "headers", 2),
            line("count", "500", "reverse_proxy", 1000, "web.staging"),
        ]
    )
    assert counters(metrics, "web").live[:2] == (106, 13)


def test_beyond_a_million_the_proxy_writes_exponents() -> None:
    metrics = "\n".join([line("count", "200", "reverse_proxy", 5), line("count", "500", "reverse_proxy", "1.234567e+06")])
    assert counters(metrics, "web").live[:2] == (1_234_572, 1_234_567)


def test_there_are_none_where_nothing_was_asked_yet() -> None:
    assert counters("", "web") == Counters("", (), Track(), Track())


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ((122, 52), (100, 50), (22, 2)),
        ((100, 50), (100, 50), (0, 0)),
        ((30, 30), (100, 50), (30, 30)),
        ((100, 2), (50, 3), (100, 2)),
    ],
)
def test_counting_from_a_moment_on_and_anew_where_the_counters_began_anew(
    now: tuple[int, int], before: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert since(Track(*now), Track(*before))[:2] == expected


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
def test_too_many_errors(errors: int, answers: int, share: float, minimum: int, expected: bool) -> None:
    assert too_many_errors(Track(answers, errors), Bake(5, minimum, share)) is expected
