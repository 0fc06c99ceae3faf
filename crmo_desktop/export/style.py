"""How exported HTML looks: light and dark by the reader's own setting, and on paper."""

from collections.abc import Mapping
from typing import Final

# role of the theme, by the name that the style sheet calls it; every pair that stands on another is tested
ROLES: Final = {
    "page": "page", "text": "text", "muted": "muted", "heading": "heading", "link": "link",
    "border": "border_strong", "line": "border", "zebra": "zebra", "head": "table_head",
    "key-bg": "key_bg", "key-bar": "key_bar", "key-title": "key_title",
    "red-bg": "red_bg", "red-bar": "red_bar", "red-title": "red_title",
    "caution-bg": "caution_bg", "caution-bar": "caution_bar", "caution-title": "caution_title",
    "evidence-bg": "evidence_bg", "evidence-bar": "evidence_bar", "evidence-title": "evidence_title",
    "unknown-bg": "unknown_bg", "unknown-bar": "unknown_bar", "unknown-title": "unknown_title",
    "focus": "focus",
}  # fmt: skip
_BOXES: Final = {
    "key": "key",
    "red-flag": "red",
    "caution": "caution",
    "evidence": "evidence",
    "unknown": "unknown",
}

_RULES: Final = """
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:1.5rem 1.25rem 3rem;max-width:46rem;background:var(--page);color:var(--text);
 font:1.0625rem/1.6 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,"Segoe UI",Roboto,
 "Noto Sans",sans-serif}
h1,h2,h3,h4,h5,h6{color:var(--heading);line-height:1.25;margin:1.8em 0 .5em;text-wrap:balance}
h1{font-size:2rem;margin-top:.4em}h2{font-size:1.5rem}h3{font-size:1.25rem}h4,h5,h6{font-size:1.0625rem}
p,ul,ol,dl,figure,.wide{margin:0 0 1em}
li{margin:.3em 0}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
a.term{color:inherit;text-decoration:underline dotted}
.cite{font-size:.85em;white-space:nowrap}
.kicker,.meta,.stamp,.related{color:var(--muted);font-size:.94rem}
.kicker{margin:0}.kicker+h1{margin-top:0}
.lead{font-size:1.2rem;line-height:1.5}
article+article{border-top:2px solid var(--border);margin-top:3rem;padding-top:1rem}
.chapter{border-top:4px solid var(--border);margin-top:3.5rem;padding-top:1rem}
.call-out{background:var(--unknown-bg);border-inline-start:5px solid var(--unknown-bar);border-radius:4px;
 padding:.8rem 1.1rem;margin:1.2em 0}
.call-out>:last-child{margin-bottom:0}
.call-out>h1,.call-out>h2,.call-out>h3,.call-out>h4,.call-out-title{
 margin:0 0 .4em;font-size:1.0625rem;font-weight:700}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{caption-side:top;text-align:start;font-weight:600;padding:.2em 0 .5em}
th,td{border-bottom:1px solid var(--line);padding:.45em .6em;text-align:start;vertical-align:top}
thead th{background:var(--head);border-bottom:2px solid var(--border)}
tbody tr:nth-child(even){background:var(--zebra)}
.numeric{text-align:end;font-variant-numeric:tabular-nums}
.checklist{list-style:none;padding-inline-start:0}
.checklist>li{padding-inline-start:1.7em;text-indent:-1.7em}
.checklist>li::before{content:"\\2610\\00a0\\00a0";font-size:1.1em}
dt{font-weight:700;margin-top:.6em}dd{margin-inline-start:1.2em}
figure svg,figure img{display:block;max-width:100%;height:auto;margin:.5em 0;
 padding:.6rem;background:var(--paper);border:1px solid var(--line);border-radius:4px}
figcaption{margin:.3em 0}
details{margin:.4em 0}summary{cursor:pointer;color:var(--link)}
kbd{border:1px solid var(--border);border-radius:3px;padding:0 .35em;font:inherit;font-size:.9em}
.sources ol{padding-inline-start:2.2em;font-size:.94rem}
.sources li,.glossary dd,a.outside{overflow-wrap:anywhere}
nav ol{list-style:none;padding-inline-start:0}nav ol ol{padding-inline-start:1.4em}
footer{border-top:2px solid var(--border);margin-top:3rem;padding-top:.6rem}
.skip{position:absolute;inset-inline-start:-999rem}.skip:focus{position:static}
:target{outline:2px solid var(--focus);outline-offset:3px}
@media print{
 html{color-scheme:light}body{max-width:none;padding:0;font-size:10.5pt;background:none}
 figure svg,figure img{max-height:21cm;width:auto;border:none;padding:0;background:none}
 .skip,.back{display:none}
 h1,h2,h3,h4,h5,h6,.call-out-title,caption{break-after:avoid}
 tr,li,figure,.call-out{break-inside:avoid}thead{display:table-header-group}
 .wide{overflow:visible}
 a{color:inherit;text-decoration:none}
 a.away::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
 article+article,.chapter{break-before:page}
}
"""


def css_of(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """The style sheet, with the colours of two themes by their roles; paper has the light ones."""
    boxes = "".join(
        f".{kind}.call-out{{background:var(--{name}-bg);border-color:var(--{name}-bar)}}"
        f".{kind}.call-out>:is(h1,h2,h3,h4,.call-out-title){{color:var(--{name}-title)}}\n"
        for kind, name in _BOXES.items()
    )
    return (
        f":root{{--paper:{light['page']};{_colours(light)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_colours(dark)}}}}}{_RULES}{boxes}"
    )


def _colours(theme: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{theme[role]}" for name, role in ROLES.items())
