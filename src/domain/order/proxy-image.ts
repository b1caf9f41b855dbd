/** Image of the proxy where none is given. Written by scripts/pin-proxy.ts, which each release asks whether it is a digest that the registry has. */
export const PROXY_IMAGE = 'public.ecr.aws/docker/library/caddy:2.11.7'
