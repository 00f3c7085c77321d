"""The style sheet of a reading as a page: light and dark, narrow and wide, on paper."""

from __future__ import annotations

import base64
import hashlib

STYLE = """
:root{color-scheme:light dark;--ink:#1c1e21;--soft:#5b6066;--paper:#fff;--wash:#f4f5f7;--line:#d4d7dc;--link:#0b57a8;
--commitment:#0b57a8;--result:#1b6e3c;--effect:#7a4a00;--context:#5b6066;--position:#7b2d8b;--none:#9aa0a6;
--ins:#dff3e4;--del:#fbe1e0}
@media(prefers-color-scheme:dark){:root{--ink:#e6e7e9;--soft:#a4a9b0;--paper:#16181b;--wash:#202327;--line:#3a3f45;
--link:#8ab8f0;--commitment:#8ab8f0;--result:#7fcf9b;--effect:#e0b36a;--context:#a4a9b0;--position:#d6a0e2;
--none:#6d7278;--ins:#1d3d29;--del:#4a2322}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;max-width:60rem;padding:1rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
font:1rem/1.65 "Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR","NanumGothic",system-ui,sans-serif;
word-break:keep-all;overflow-wrap:anywhere}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
header,.about{border-bottom:1px solid var(--line);margin-bottom:1.25rem;padding-bottom:.75rem}
header h1{font-size:1.6rem;line-height:1.35;margin:.25rem 0 .75rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .9rem;margin:0;font-size:.9rem}
dt{color:var(--soft)}dd{margin:0}
.notices{font-size:.9rem;background:var(--wash);border-left:4px solid var(--effect);padding:.5rem .9rem;margin:1rem 0}
.notices p{margin:.2rem 0}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:.9rem 0 0;padding:0;font-size:.9rem}
.legend li{border-left:4px solid var(--act);padding-left:.5rem}
.act-commitment{--act:var(--commitment)}.act-result{--act:var(--result)}.act-effect{--act:var(--effect)}
.act-context{--act:var(--context)}.act-position{--act:var(--position)}.act-none{--act:var(--none)}
.s{position:relative}
main>.s{border-left:4px solid var(--act);margin:.4rem 0;padding:.1rem 0 .1rem .75rem}
main>h1.s{font-size:1.5rem}main>h2.s{font-size:1.3rem}main>h3.s{font-size:1.15rem}
main>h4.s,main>h5.s,main>h6.s{font-size:1.02rem}
main>h1.s,main>h2.s,main>h3.s,main>h4.s,main>h5.s,main>h6.s{line-height:1.4;margin-top:1.1rem}
.d1{margin-left:1.5rem!important}.d2{margin-left:3rem!important}.d3{margin-left:4.5rem!important}
.d4{margin-left:6rem!important}.d5{margin-left:7.5rem!important}
.role-heading.d0,.role-heading.d1,.role-heading.d2,.role-heading.d3,.role-heading.d4,.role-heading.d5{font-weight:600}
.n{color:var(--soft);font-size:.72rem;font-weight:400;text-decoration:none;margin-right:.45rem}
.n:hover{text-decoration:underline}
.k{color:var(--act);font-size:.75rem;font-weight:600;margin-left:.45rem;white-space:nowrap}
.m{color:var(--soft);margin-right:.4rem}
.role-note{font-size:.92rem}
.s:target{background:var(--wash);outline:2px solid var(--act)}
.s:target::after{content:attr(title);display:block;color:var(--soft);font-size:.78rem;font-weight:400}
.meta{color:var(--soft);font-size:.85rem;border-left:4px dotted var(--none);margin:.4rem 0;padding-left:.75rem}
.meta summary{cursor:pointer}.meta p{margin:.2rem 0}
.wide{overflow-x:auto;margin:.9rem 0}
table{border-collapse:collapse;font-size:.92rem;min-width:min(100%,20rem)}
th,td{border:1px solid var(--line);padding:.3rem .55rem;text-align:left;vertical-align:top}
th{background:var(--wash);font-weight:600}
td p,th p{margin:0 0 .15rem}
td .s,th .s{box-shadow:inset 0 -2px var(--act)}
td .s:target,th .s:target{display:inline-block}
.page{display:flex;align-items:center;gap:.75rem;color:var(--soft);font-size:.8rem;margin:1.25rem 0}
.page::before,.page::after{content:"";flex:1;border-top:1px dashed var(--line)}
ins{background:var(--ins);text-decoration:underline}del{background:var(--del);text-decoration:line-through}
sup a{text-decoration:none;padding:0 .1rem}
.notes li:target,.apart li:target,sup:target{background:var(--wash);outline:2px solid var(--link)}
section,aside{border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem;font-size:.92rem}
section h2,aside h2{font-size:1.1rem}
.told{color:var(--soft)}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.75rem;color:var(--soft);font-size:.85rem}
@media(max-width:36rem){body{padding:.75rem .75rem 3rem}main>.s{padding-left:.5rem}
.d1{margin-left:.6rem!important}.d2{margin-left:1.2rem!important}.d3{margin-left:1.8rem!important}
.d4{margin-left:2.4rem!important}.d5{margin-left:3rem!important}header h1{font-size:1.35rem}th,td{padding:.25rem .4rem}}
@media print{body{max-width:none;padding:0}.wide{overflow:visible}.s:target{outline:none}}
"""

_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'"
"""What a page may load: nothing but this style sheet, told by its hash. So no style of a document's applies."""
