/** Default image of the proxy. Written by scripts/pin-proxy.ts; each release checks with it that the registry has this digest. */
export const PROXY_IMAGE = 'public.ecr.aws/docker/library/caddy:2.11.7'
