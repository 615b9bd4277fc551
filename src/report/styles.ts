/** What a report looks like beside what all our HTML files have: figures, tables, pictures; it prints on A4 in the order it is read. */
export const reportStyles = `
:root { --mine: light-dark(#245c4f, #85c7b4); --theirs: light-dark(#6a4a92, #c3a8e6); --cold: light-dark(#2f5f8a, #93c1ea);
  --missed: light-dark(#a3351f, #f09a85); --pale: light-dark(#e2efea, #20342e); --accent: var(--mine); }
h2 { border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; break-after: avoid; }
a { color: inherit; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; }
.figures li { border: 1px solid var(--line); border-radius: .6rem; padding: 0; }
.figures a { display: block; padding: .75rem; text-decoration: none; font-size: .9rem; color: var(--soft); }
.figures b { display: block; font-size: 1.15rem; color: var(--ink); font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: .85rem; }
th, td { padding: .45rem .75rem .45rem 0; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td .detail { display: block; }
tr { break-inside: avoid; }
.amount { text-align: right; padding-right: 0; white-space: nowrap; font-variant-numeric: tabular-nums; }
.day { white-space: nowrap; }
.total td { font-weight: 600; border-top-width: 2px; }
figure { margin: 1rem 0; break-inside: avoid; }
svg { width: 100%; max-width: 30rem; height: auto; overflow: visible; }
svg text { font: 12px Inter, system-ui, sans-serif; }
svg .strong { font-weight: 600; }
summary { cursor: pointer; color: var(--soft); font-size: .9rem; }
.tone-ink { fill: var(--ink); } .tone-soft { fill: var(--soft); } .tone-line { fill: var(--line); } .tone-ground { fill: var(--ground); }
.tone-mine, .tone-accent { fill: var(--mine); } .tone-theirs { fill: var(--theirs); } .tone-cold { fill: var(--cold); }
.tone-missed { fill: var(--missed); } .tone-pale { fill: var(--pale); }
.edge-line { stroke: var(--line); } .edge-soft { stroke: var(--soft); } .edge-cold { stroke: var(--cold); stroke-width: 2; }
.edge-mine, .edge-accent { stroke: var(--mine); } .edge-theirs { stroke: var(--theirs); }
@page { size: A4; margin: 18mm 16mm; }
@media print { .figures { grid-template-columns: repeat(3, 1fr); } details > *:not(summary) { display: block; }
  body { background: none; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } summary { display: none; } }
`;
