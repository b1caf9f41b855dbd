module caddy-route53

go 1.26

require (
	github.com/caddyserver/caddy/v2 v2.11.7
	github.com/libdns/route53 v1.6.0
)
