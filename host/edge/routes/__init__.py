"""Routes of requests through the proxy, as data. Pure."""
