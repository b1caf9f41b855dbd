from __tests__.host.conftest import caddy_image, docker, mark, the_machines_limit_of_low_ports

__all__ = ["caddy_image", "docker", "mark", "the_machines_limit_of_low_ports"]
