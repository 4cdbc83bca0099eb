"""How the report looks: the page and the cards of feedback, and what a class needs besides."""

from __future__ import annotations

from grader.classroom.shown.feedback_page import PAGE
from grader.show.card import STYLE

# Colours of words and bars have a contrast of at least 4.5 : 1 on the ground, in both themes.
REPORT = """
:root{--good:#00714f;--bad:#b34700;--idle:#5c6370}
main{max-width:62em}
main>section{scroll-margin-top:1em}
.report h3{position:static;width:auto;height:auto;overflow:visible;clip-path:none;
white-space:normal;margin:1.6em 0 .3em;font-size:1.05em}
.report p,.report li,.report dd,.report h3{min-width:0;overflow-wrap:anywhere}
.report ul{padding-left:1.3em}.report li{margin:.25em 0}
.report code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
nav ul{display:flex;flex-wrap:wrap;gap:.1em 1.4em;padding:0;list-style:none}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(14.5em,1fr));gap:1em 1.6em;
margin:1em 0}
.grid figure{margin:0;padding:.5em .8em .6em;border:1px solid var(--line);border-radius:6px;
break-inside:avoid}
.grid figcaption{font-weight:700}.grid p{margin:.2em 0 0;font-size:.85em;color:var(--soft)}
.grid svg{display:block;width:100%;height:auto;margin-top:.3em}
svg text{font:10px system-ui,sans-serif;fill:var(--soft);text-anchor:middle}
svg .bar{fill:var(--link)}svg .bar.all{fill:var(--good)}svg .bar.none{fill:var(--bad)}
svg .base{stroke:var(--soft);stroke-width:1}
.rnn-card{margin:.7em 0}.rnn-card header .state{flex:1 1 14em}
.rnn-card dl{display:grid;grid-template-columns:max-content 1fr;gap:.15em 1em;margin:.6em 0 0}
.rnn-card dt{color:var(--soft);font-size:13px}.rnn-card dd{margin:0}
.report .said{white-space:pre-wrap}.report .typed{-webkit-user-select:all;user-select:all}
.wide{position:relative;overflow-x:auto;margin:1em 0}
.wide:focus-visible,summary:focus-visible{outline:3px solid;outline-offset:2px}
.matrix{border-collapse:collapse;font-size:.85em}
.matrix th,.matrix td{padding:.2em .45em;border-top:1px solid var(--line);text-align:center;
font-weight:400;white-space:nowrap;font-variant-numeric:tabular-nums}
.matrix thead th{border-top:none;vertical-align:bottom;color:var(--soft)}
.matrix thead th:first-child{text-align:left}
.matrix thead span{writing-mode:vertical-rl;transform:rotate(180deg)}
.matrix tbody th{text-align:left;position:sticky;left:0;background:var(--ground);max-width:17em;
overflow:hidden;text-overflow:ellipsis}
.matrix .right{color:var(--good)}.matrix .part{color:var(--bad);font-weight:700}
.matrix .bad{background:var(--bad);color:var(--ground);font-weight:700}
.matrix .idle{color:var(--idle)}.sideways{display:none}
@media screen and (max-width:40em){.sideways{display:block}}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1.2em}
.facts dt{color:var(--soft)}.facts dd{margin:0}
pre.code{margin:.4em 0;padding:.5em .8em;border-radius:4px;background:var(--note);
white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.45 ui-monospace,monospace}
.more>summary{cursor:pointer;margin:1em 0}
@media screen and (prefers-color-scheme:dark){
:root{--good:#3fcf9f;--bad:#ff9d5c;--idle:#a7aebb}}
@media (max-width:34em){.facts,.rnn-card dl{grid-template-columns:1fr;gap:0}
.facts dd,.rnn-card dd{margin-bottom:.4em}.matrix tbody th{max-width:7.5em}}
@media print{:root{--good:#00714f;--bad:#b34700;--link:#0b5cad}nav{display:none}
.wide{overflow:visible}.matrix{font-size:7.5pt}.matrix th,.matrix td{padding:.1em .25em}
.matrix tbody th{position:static}.matrix .bad,svg{print-color-adjust:exact;
-webkit-print-color-adjust:exact}.matrix tr{break-inside:avoid}}
""".replace("\n", "")

CSS = f"{STYLE}{PAGE}{REPORT}"
