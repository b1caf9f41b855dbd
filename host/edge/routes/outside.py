"""How a visitor would request a page of an application. Pure."""

from __future__ import annotations

from host.model.release import Health, Route


def visible_path(route: Route, page: str) -> tuple[str, bool]:
    """A path on which visitors reach the application, and whether it is the page itself."""
    if route.path == "/":
        return page, True
    if route.strip:
        return f"{route.path}{page}", True
    inside = page == route.path or page.startswith((f"{route.path}/", f"{route.path}?"))
    return (page, True) if inside else (route.path, False)


def visible_name(route: Route, check: Health) -> str:
    """The name that a visitor would use; over HTTPS one without a port, because certificates have none."""
    name = check.host.partition(":")[0]
    if route.domains and (route.tls.on or name not in route.domains):
        return name if name in route.domains else route.domains[0]
    return check.host or f"127.0.0.1:{route.port}"
