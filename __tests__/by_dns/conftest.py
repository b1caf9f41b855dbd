from __tests__.host.conftest import caddy_image, docker, mark, pytest_configure, pytest_unconfigure

__all__ = ["caddy_image", "docker", "mark", "pytest_configure", "pytest_unconfigure"]
