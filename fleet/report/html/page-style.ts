/** The page's look: light and dark by the reader's setting, narrow screens and paper. */
export const pageStyle = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #59636e; --ground: #fff; --raised: #f6f8fa; --text: #1f2328;
  --bad: #b42318; --warn: #915800; --good: #1a7f37; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #9da7b1; --ground: #0d1117; --raised: #161b22;
  --text: #e6edf3; --bad: #ff7b72; --warn: #e3a44b; --good: #56d364; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
code { font: .875em ui-monospace, monospace; overflow-wrap: anywhere; }
.facts, .soft { color: var(--soft); } .bad { color: var(--bad); } .warn { color: var(--warn); } .good { color: var(--good); }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; } .scroll { overflow-x: auto; }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; padding: 0 .8rem; background: var(--raised); }
summary { cursor: pointer; padding: .6rem 0; font-weight: 600; } summary:focus-visible { outline: 2px solid; }
form { display: flex; flex-wrap: wrap; gap: .8rem; margin: .6rem 0; } form[hidden] { display: none; }
input, select { font: inherit; padding: .3rem .5rem; border: 1px solid var(--line); border-radius: .3rem;
  background: var(--ground); color: var(--text); max-width: 100%; }
svg { max-width: 100%; height: auto; } svg text { fill: var(--text); font: 13px system-ui, sans-serif; }
svg .bar { fill: var(--soft); } svg .bar.bad { fill: var(--bad); } svg .bar.warn { fill: var(--warn); }
ul { padding-left: 1.2rem; } .ids { font-size: .85rem; color: var(--soft); }
@media print { form { display: none; } details { break-inside: avoid; } body { max-width: none; } }
`;
