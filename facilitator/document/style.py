"""The style of pages: the day palette, the type scale and the fonts, all inside the one file."""

from __future__ import annotations

import base64
from dataclasses import fields
from functools import cache

from facilitator.look import DAY, FALLBACK_FAMILIES, FONT_FAMILY, FONT_FILES, LONGEST_LINE_CHARACTERS, TYPE_SCALE_PX
from facilitator.resources import asset

_SMALL, _BODY, _LARGE, _LARGER, _LARGEST = TYPE_SCALE_PX
_WEIGHTS = {400: FONT_FILES[0], 700: FONT_FILES[2]}

_RULES = f"""
* {{ box-sizing: border-box }}
html {{ background: var(--ground); color: var(--text); -webkit-text-size-adjust: 100% }}
body {{ font: 400 1.0625rem/1.5 {FONT_FAMILY!r}, {", ".join(FALLBACK_FAMILIES)};
  max-width: 54rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; overflow-wrap: anywhere }}
h1, h2, h3, h4, h5 {{ font-weight: 700; line-height: 1.25; margin: 0; text-wrap: balance }}
h1 {{ font-size: 2.25rem }}
h2 {{ font-size: {_LARGER}px; color: var(--accent); padding-top: 1rem; border-top: 1px solid var(--hairline) }}
h3 {{ font-size: {_LARGE}px }}
h4, h5 {{ font-size: 1.0625rem }}
h5 {{ color: var(--muted) }}
section {{ margin-top: 2.5rem }}
section section, section + p {{ margin-top: 2rem }}
section section section {{ margin-top: 1.25rem }}
p, ul, dl, table, figure {{ margin: .75rem 0 0 }}
p, li, blockquote, dd {{ max-width: {LONGEST_LINE_CHARACTERS}ch }}
.lead {{ font-size: {_LARGE}px }}
.quiet, caption, dt, .about {{ color: var(--muted) }}
.quiet, caption {{ font-size: {_BODY}px }}
.warning {{ border: 2px solid var(--warning); border-radius: 12px; padding: 1rem 1rem 1rem 3.25rem; position: relative;
  background: var(--card); max-width: none }}
.warning::before {{ content: ""; position: absolute; left: 1.125rem; top: 1.25rem; border: .55rem solid transparent;
  border-top-width: 0; border-bottom: 1rem solid var(--warning) }}
.mark {{ position: sticky; top: 0; z-index: 1; margin: 0 0 1.5rem }}
.mark span {{ display: block; padding: .5rem 1rem; text-align: center; font-weight: 700; color: var(--card);
  background: var(--warning); border-radius: 0 0 12px 12px }}
.marked {{ padding-top: 0 }}
ul {{ padding-left: 1.25rem }}
li + li {{ margin-top: .375rem }}
dl {{ display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1.5rem }}
dd {{ margin: 0 }}
figure {{ background: var(--card); border: 1px solid var(--hairline); border-radius: 12px; padding: 1rem 1.25rem;
  width: fit-content; max-width: 100% }}
svg {{ display: block; max-width: 100%; height: auto; font-variant-numeric: tabular-nums }}
svg text {{ unicode-bidi: plaintext; white-space: pre }}
svg polyline {{ stroke-linecap: round; stroke-linejoin: round }}
.wide {{ overflow-x: auto }}
.wide:focus-visible, .chart:focus-visible {{ outline: 3px solid var(--accent); outline-offset: 4px }}
table {{ border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }}
caption {{ text-align: left; padding-bottom: .5rem }}
th, td {{ text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
  border-bottom: 1px solid var(--hairline) }}
thead th {{ font-size: {_BODY}px; border-bottom-color: var(--muted); vertical-align: bottom }}
tbody th {{ font-weight: 400 }}
.numeric, .unbroken {{ white-space: nowrap }}
.numeric {{ text-align: right }}
th:last-child, td:last-child {{ padding-right: 0 }}
.contents {{ margin-top: 2.5rem }}
.contents ul {{ columns: 2 18rem; padding-left: 1.25rem }}
.contents li {{ break-inside: avoid }}
a {{ color: var(--accent) }}
ul.notes {{ list-style: none; padding: 0 }}
ul.notes li {{ white-space: pre-wrap; max-width: none; background: var(--card); border: 1px solid var(--hairline);
  border-radius: 12px; padding: .625rem 1rem }}
.quotation {{ background: none; border: 0; border-left: 4px solid var(--accent); border-radius: 0;
  padding: .125rem 1rem }}
.quotation blockquote {{ margin: 0; white-space: pre-wrap }}
.quotation figcaption {{ font-size: {_BODY}px; color: var(--muted); margin-top: .25rem }}
.foot {{ margin-top: .375rem }}
.about {{ display: block; font-size: {_BODY}px; white-space: normal }}
@media (max-width: 40rem) {{
  dl {{ grid-template-columns: 1fr; gap: 0 }}
  dd + dt {{ margin-top: .5rem }}
  .chart {{ overflow-x: auto }}
  .chart svg {{ max-width: none; width: 36rem }}
}}
@page {{ size: A4; margin: 18mm 16mm }}
@media print {{
  .contents {{ display: none }}
  html, figure, ul.notes li, .warning {{ background: none }}
  body {{ font-size: 11pt; max-width: none; padding: 0 }}
  * {{ print-color-adjust: exact; -webkit-print-color-adjust: exact }}
  body.compact {{ font-size: 10.5pt }}
  .compact h1 {{ font-size: 20pt }}
  .compact h2 {{ font-size: 14pt; padding-top: .375rem }}
  .compact .lead {{ font-size: 12pt }}
  .compact section {{ margin-top: 1rem }}
  .compact section section, .compact section + p {{ margin-top: .75rem }}
  h1, h2, h3, h4, h5, caption {{ break-after: avoid }}
  figure, tr, dl, .warning, ul.notes li {{ break-inside: avoid }}
  thead {{ display: table-header-group }}
  h1, h2, h3, h4, h5, p, li {{ break-inside: avoid }}
  figure {{ break-after: avoid }}
  .marked {{ display: table; width: 100% }}
  .mark {{ display: table-header-group; position: static; break-inside: avoid }}
  .mark span {{ border-radius: 0; padding: .25rem 1rem; margin-bottom: 5mm }}
  .marked main {{ display: table-row-group }}
}}
"""


@cache
def page_style() -> str:
    """Return the whole style sheet, fonts included; it names no other file."""
    colours = "".join(f"--{field.name}: {getattr(DAY, field.name)}; " for field in fields(DAY))
    faces = "".join(_font_face(weight, name) for weight, name in _WEIGHTS.items())
    return f"{faces}:root {{ color-scheme: light; {colours}}}{_RULES}"


def _font_face(weight: int, name: str) -> str:
    font = base64.b64encode(asset(name).read_bytes()).decode()
    return (
        f"@font-face {{ font-family: {FONT_FAMILY!r}; font-weight: {weight}; "
        f"src: url(data:font/ttf;base64,{font}) format('truetype') }}\n"
    )
