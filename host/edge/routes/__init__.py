"""Ways of a request through the proxy, as data. Pure."""
