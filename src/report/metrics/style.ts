/** Style of the static page: readable on a phone, in light and dark mode. */
export const STYLE = `
:root { color-scheme: light dark; --page: #fff; --text: #1c2127; --soft: #5b6570; --line: #d5dae0; --card: #f5f7f9; --good: #3553a5; --bad: #b3382c; --link: #1f4fb5; }
@media (prefers-color-scheme: dark) { :root { --page: #11151a; --text: #e4e8ec; --soft: #9aa5b1; --line: #333b45; --card: #1a2027; --good: #7f9bec; --bad: #ef7f72; --link: #8fb0ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1000px; padding: 24px 16px 48px; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.3rem; margin: 40px 0 4px; border-bottom: 1px solid var(--line); } h3 { font-size: 1.05rem; margin: 24px 0 8px; }
a { color: var(--link); } .soft { color: var(--soft); margin: 4px 0 16px; } code { font: .9em ui-monospace, "Liberation Mono", monospace; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(210px, 1fr)); gap: 12px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px 14px; }
.card h3 { margin: 0; font-size: .95rem; color: var(--soft); font-weight: 600; } .card p { margin: 4px 0 0; font-size: .85rem; color: var(--soft); }
.card .value { font-size: 1.5rem; font-weight: 650; color: var(--text); line-height: 1.3; } .card .few { color: var(--soft); font-weight: 400; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; } td.text { white-space: normal; min-width: 12em; }
th { color: var(--soft); font-weight: 600; } .bad-word { color: var(--bad); }
figure { margin: 20px 0 0; overflow-x: auto; } figcaption { color: var(--soft); font-size: .9rem; } svg { width: 100%; min-width: 560px; height: auto; display: block; }
svg text { fill: var(--soft); font-size: 11px; text-anchor: middle; } .good, .time { fill: var(--good); } .bad { fill: var(--bad); } .floor { stroke: var(--line); fill: none; }
`
