from __future__ import annotations

from collections.abc import Iterator

import pytest

from host.edge.routes import handlers


@pytest.fixture(scope="module", autouse=True)
def canaries_have_time_to_accept(request: pytest.FixtureRequest) -> Iterator[None]:
    """The proxy takes a canary that accepts no connection in time for one that is gone. A busy machine can take longer than that for any; so only
    modules that say `AS_ON_A_HOST` have the time of a host."""
    with pytest.MonkeyPatch.context() as patch:
        if not getattr(request.module, "AS_ON_A_HOST", False):
            # The packed program has other names for what is used in one module; its tests dial nothing.
            patch.setattr(handlers, "CANARY_DIAL_TIMEOUT", "60s", raising=False)
        yield
