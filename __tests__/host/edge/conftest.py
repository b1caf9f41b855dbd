from __future__ import annotations

from collections.abc import Iterator

import pytest

from __tests__.host.support.patience import stretched
from host.edge.routes import handlers, routing


@pytest.fixture(scope="module", autouse=True)
def canaries_have_time_to_accept(request: pytest.FixtureRequest) -> Iterator[None]:
    """The proxy takes a canary that accepts no connection in time for one that is gone. A busy machine can take longer than that for any; so only
    modules that say `AS_ON_A_HOST` have the time of a host."""
    with pytest.MonkeyPatch.context() as patch:
        if not getattr(request.module, "AS_ON_A_HOST", False):
            # The packed program has other names for what is used in one module; its tests dial nothing.
            patch.setattr(handlers, "CANARY_DIAL_TIMEOUT", "60s", raising=False)
        yield


@pytest.fixture
def ending_takes_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The servers of the earlier configuration are still there when a test has looked at them, or has sent the rest of its requests."""
    monkeypatch.setattr(routing, "SHUTDOWN_DELAY", f"{stretched(2)}s")
