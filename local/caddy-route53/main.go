// A Caddy that makes records in Route 53, as the builder of docs/guides/serve/wildcard.md makes one: the module only gives libdns's client the name by which
// Caddy looks for it. https://github.com/caddy-dns/route53
package main

import (
	"github.com/caddyserver/caddy/v2"
	caddycmd "github.com/caddyserver/caddy/v2/cmd"
	_ "github.com/caddyserver/caddy/v2/modules/standard"
	"github.com/libdns/route53"
)

type provider struct{ *route53.Provider }

func (provider) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{
		ID:  "dns.providers.route53",
		New: func() caddy.Module { return &provider{new(route53.Provider)} },
	}
}

func main() {
	caddy.RegisterModule(provider{})
	caddycmd.Main()
}
