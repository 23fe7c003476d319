/// The look of the report: one stylesheet, without a font or picture from elsewhere.
///
/// The colours of layers are those of Okabe and Ito's palette and Tol's, which people with any kind of colour vision tell apart;
/// layers beyond the eighth differ by the kind of their line.
enum Stylesheet {
  /// Layers that have a look of their own; further ones share them.
  static let layers = 24
  static let colors = 8

  static let css = base + charts + marks + media

  /// What words and graphics stand on: the page, and what is tinted.
  static let lightBackgrounds = ["#ffffff", "#f4f5f7"]
  static let darkBackgrounds = ["#131518", "#1d2025"]

  /// The number of the look for a layer, from 1.
  static func look(of layer: Int) -> Int { layer % layers + 1 }

  private static let marks: String = {
    var css = ""
    for look in 1...layers {
      let color = (look - 1) % colors + 1
      let line = ["solid", "dotted", "dashed"][(look - 1) / colors]
      css += ".k\(look){--c:var(--k\(color));border-bottom-style:\(line)}"
      css +=
        "body:has(#layer-\(look):not(:checked)) mark.k\(look){background:none;border-color:transparent}\n"
    }
    return css
  }()

  static let base = """
    :root{
    --paper:#fff;--ink:#17191d;--soft:#565d6a;--rule:#d8dbe0;--tint:#f4f5f7;--accent:#0b5c8c;--bar:#2f7cab;
    --less:#b8530f;--alert:#9c1f1f;--alert-tint:#fbf0ee;--land:#d3d7dd;
    --k1:#0072b2;--k2:#d55e00;--k3:#007a5a;--k4:#aa4499;--k5:#a67c00;--k6:#3a8fd0;--k7:#882255;--k8:#5f6b2d;
    --serif:"Source Serif 4","Source Serif Pro",Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Liberation Serif",serif;
    --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif;
    --mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;
    color-scheme:light dark}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 var(--sans);overflow-wrap:break-word}
    a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:3px solid var(--k6);outline-offset:2px;border-radius:2px}
    .skip{position:absolute;left:-999em}
    .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:2}
    .page{max-width:68rem;margin:0 auto;padding:0 1.5rem}
    h1,h2,h3.headline{font-family:var(--serif);font-weight:700;line-height:1.12;letter-spacing:-.012em;text-wrap:balance}
    h1{font-size:clamp(2.1rem,1.3rem + 3.4vw,3.5rem);margin:.2rem 0 .9rem}
    h2{font-size:clamp(1.6rem,1.2rem + 1.6vw,2.2rem);margin:0 0 .5rem}
    h3{font-size:1.06rem;line-height:1.3;margin:2.4rem 0 .5rem}
    h4{font-size:.95rem;line-height:1.35;margin:1.6rem 0 .4rem}
    h5,h6{font-size:.88rem;line-height:1.4;margin:1.3rem 0 .35rem}h6{font-weight:400;font-style:italic}
    p{margin:.5rem 0 .9rem;max-width:42rem}
    code{font:.88em var(--mono);overflow-wrap:anywhere}
    q,cite,bdi:not(td *,th *){overflow-wrap:anywhere}
    .nameplate{max-width:none;border-top:4px solid var(--ink);padding:.6rem 0 0;margin-top:1.5rem;display:flex;justify-content:space-between;
    font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--soft)}
    .nameplate b{color:var(--ink)}
    .nameplate img{display:block}
    .nameplate:has(img){align-items:center}
    .standfirst{font:1.22rem/1.45 var(--serif);color:var(--soft);max-width:44rem}
    .contents{border:solid var(--rule);border-width:1px 0;margin:1.6rem 0 0;padding:.55rem 0;font-size:.9rem}
    .contents ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem 1.4rem}
    .contents a{text-decoration:none}
    .contents a:hover{text-decoration:underline}
    section{margin:3.6rem 0 0}
    .kicker{font-size:.78rem;font-weight:600;letter-spacing:.08em;text-transform:uppercase;color:var(--soft);margin:0 0 .35rem;
    border-top:2px solid var(--ink);padding-top:.7rem;max-width:none}
    .summary{font:1.06rem/1.45 var(--serif);color:var(--soft)}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1.4rem 0;margin:1.8rem 0 0;padding:0}
    .figures div{border-left:1px solid var(--rule);padding:.1rem 1rem}
    .figures dd{margin:0;font:700 2rem/1.1 var(--serif);font-variant-numeric:lining-nums;letter-spacing:-.01em}
    .figures dt{font-size:.82rem;line-height:1.35;color:var(--soft);margin-top:.25rem}
    .figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
    .alert dd{color:var(--alert)}
    .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:.5rem 3rem;align-items:start}
    figure{margin:2rem 0 0;min-width:0;max-width:46rem}
    figcaption{font-weight:600;font-size:1rem;line-height:1.3}
    figcaption span{display:block;font-weight:400;font-size:.85rem;color:var(--soft)}
    .wide{max-width:none}
    svg{display:block;overflow:visible;margin:.7rem 0 .3rem}
    details{margin:.6rem 0;font-size:.92rem}
    summary{cursor:pointer;color:var(--accent);font-size:.85rem;width:fit-content}
    figure details{margin-top:.2rem}
    .scroll{overflow-x:auto;margin:.6rem 0;max-width:100%}
    table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4}
    caption{text-align:left;font-weight:600;padding:0 0 .4rem}
    th,td{text-align:left;vertical-align:top;padding:.42rem 1rem .42rem 0;border-bottom:1px solid var(--rule)}
    th:last-child,td:last-child{padding-right:0}
    thead th{font-size:.78rem;font-weight:600;color:var(--soft);border-bottom:1px solid var(--ink);vertical-align:bottom;line-height:1.25}
    tbody th{font-weight:600}
    :where(:not(.scroll)>table:not(.side *)) :is(th,td):where(:not(.n)){overflow-wrap:anywhere;min-width:5.5em}
    :where(:not(.scroll)>table:not(.side *)>tbody) th{min-width:9em}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    td small,th small,dd small{display:block;font-weight:400;color:var(--soft);font-size:.84em;line-height:1.35}
    td svg{margin:.1rem 0}
    .links{font-size:.85rem;color:var(--soft)}
    .callout,.problem{border-left:4px solid var(--bar);background:var(--tint);padding:.7rem 1rem;margin:1rem 0;max-width:46rem}
    .problem{border-color:var(--alert);background:var(--alert-tint)}
    .callout p,.problem p{margin:.15rem 0}
    .problem pre{margin:.5rem 0 0;font:.82rem/1.4 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere}
    .kwic td{white-space:nowrap;padding:.2rem 0;border:0;font-family:var(--serif);font-size:1rem}
    .kwic table{table-layout:fixed;min-width:44rem}
    .kwic td.before{text-align:right;overflow:hidden;direction:rtl;text-overflow:clip;width:44%;
    -webkit-mask-image:linear-gradient(90deg,transparent,#000 2.5rem);mask-image:linear-gradient(90deg,transparent,#000 2.5rem)}
    .kwic td.word{overflow:hidden;text-overflow:ellipsis;padding-left:.45rem}
    .kwic td.word a,.kwic td.word>bdi:first-child{font-weight:700}
    .kwic td.from{width:3.6rem;text-align:right;font:.8rem var(--sans)}
    .kwic .edge{direction:ltr;unicode-bidi:isolate}
    .index th a,.passages cite a{text-decoration:none}
    @media screen{#index:has(#catalogue) .scroll{content-visibility:auto;contain-intrinsic-height:auto 3000rem}}
    .index th a:hover,.passages cite a:hover{text-decoration:underline}
    .methods{margin:.5rem 0;padding:.2rem 0 .2rem 1rem;border-left:2px solid var(--rule);font:1rem/1.5 var(--serif);max-width:44rem}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--tint);padding:.6rem .9rem;margin:.5rem 0;font:.86rem/1.4 var(--mono)}
    .date{white-space:nowrap}
    .sheets{list-style:none;margin:1rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;font-size:.9rem;font-variant-numeric:tabular-nums}
    .titles{columns:22rem 2;column-gap:3rem;padding-left:2.6rem;font-size:.92rem}
    .verdict{white-space:nowrap;font-weight:600}
    .verdict.fails{color:var(--alert)}
    .manual{max-width:46rem;margin-top:1.8rem}
    .manual h2{font-size:1.35rem;margin:3rem 0 .3rem;border-top:1px solid var(--rule);padding-top:1rem}
    .manual dt{font-weight:600;margin-top:.8rem}
    .manual dd{margin:0;max-width:42rem}
    .manual blockquote{margin:1rem 0;padding:.2rem 0 .2rem 1rem;border-left:2px solid var(--rule);font-family:var(--serif)}
    .manual blockquote h3{margin:.4rem 0}
    .usage{max-width:none}
    .more{font:inherit;color:var(--accent);background:none;border:1px solid var(--soft);border-radius:3px;padding:.3rem .8rem;cursor:pointer}
    .finder{display:flex;flex-wrap:wrap;align-items:baseline;gap:.5rem 1.4rem;margin:1rem 0 .4rem;font-size:.88rem;color:var(--soft)}
    .finder label[hidden]{display:none}
    .finder input,.finder select{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:3px;
    padding:.25rem .5rem;max-width:14rem}
    .finder output{margin-left:auto;font-variant-numeric:tabular-nums}
    thead button{all:unset;cursor:pointer;color:var(--accent);white-space:nowrap}
    thead button:focus-visible{outline:3px solid var(--k6);outline-offset:2px}
    thead [aria-sort=ascending] button::after{content:" ↑"}thead [aria-sort=descending] button::after{content:" ↓"}
    mark.current{outline:2px solid var(--ink);outline-offset:1px;border-radius:2px}
    .note{position:fixed;inset:auto 0 0;margin:0;max-width:none;max-height:40vh;overflow:auto;padding:.7rem 1.5rem;background:var(--tint);
    border-top:2px solid var(--ink);font-size:.9rem;white-space:pre-line;z-index:1}
    .note[hidden]{display:none}
    .scroll+.scroll,figure+.scroll{margin-top:2.2rem}
    .passages{list-style:none;margin:.6rem 0;padding:0;max-width:44rem}
    .passages li{border-top:1px solid var(--rule);padding:.7rem 0;display:grid;grid-template-columns:1fr auto;gap:.2rem 1.2rem}
    .passages q{font:1.08rem/1.45 var(--serif);quotes:none}
    .passages b{font-variant-numeric:tabular-nums}
    .passages cite{grid-column:1/-1;font-style:normal;font-size:.84rem;color:var(--soft)}
    .legend{border:1px solid var(--rule);border-width:1px 0;padding:.7rem 0;margin:1rem 0;font-size:.88rem}
    .legend legend{font-weight:600;padding:0 .6rem 0 0}
    .legend ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,26rem),1fr));gap:.35rem 2.4rem}
    .legend label{cursor:pointer}
    .legend input{accent-color:var(--accent);margin:0 .35rem 0 0;vertical-align:-1px}
    mark{color:inherit;background:color-mix(in srgb,var(--c) 15%,transparent);border-bottom:2px solid var(--c);padding-bottom:0;
    -webkit-print-color-adjust:exact;print-color-adjust:exact}
    mark.w{background:none}
    mark.d2{padding-bottom:3px}mark.d3{padding-bottom:6px}mark.d4{padding-bottom:9px}mark.d5{padding-bottom:12px}mark.d6{padding-bottom:15px}
    article{border-top:2px solid var(--ink);padding-top:.9rem;margin:3.2rem 0 0}
    article:first-of-type{margin-top:1.6rem}
    h3.headline{font-size:clamp(1.5rem,1.2rem + 1.3vw,2rem);margin:.1rem 0 .35rem;max-width:44rem}
    .over a{color:inherit}
    .over{font-size:.78rem;font-weight:600;letter-spacing:.07em;text-transform:uppercase;color:var(--soft);margin:0}
    .deck{font:1.12rem/1.4 var(--serif);color:var(--soft);margin:.1rem 0 .4rem}
    .credit{font-size:.88rem;color:var(--soft);margin:.2rem 0 1rem}
    .story{display:grid;grid-template-columns:minmax(0,40rem) minmax(15rem,1fr);gap:0 3rem;align-items:start}
    .text{font:1.09rem/1.68 var(--serif)}
    .text p{margin:0 0 .95rem;max-width:none}
    .text.deep{line-height:1.95}
    .side{font-size:.86rem;border-left:1px solid var(--rule);padding-left:1.4rem;min-width:0}
    .side table{table-layout:fixed;font-size:inherit}.side td{overflow-wrap:anywhere}
    .side h4{margin:1.3rem 0 .3rem;border-top:1px solid var(--rule);padding-top:.8rem}
    .side h4:first-child{margin-top:0;border:0;padding:0}
    .side th{font-weight:400;color:var(--soft);width:36%}
    .side .found{table-layout:auto}.side .found th{width:30%;overflow-wrap:normal}
    .side th,.side td{padding:.22rem .7rem .22rem 0;border:0}
    .side td.n{white-space:normal;overflow-wrap:normal}
    .side p{margin:.2rem 0}
    .from{color:var(--soft);font-size:.92em}
    .cited{scroll-margin-top:4rem}
    .cited:target,.cited:target mark{outline:2px solid var(--k6);outline-offset:1px;border-radius:2px}
    .back{font-size:.84rem}
    footer{margin:4rem 0 2rem;border-top:1px solid var(--rule);padding-top:.8rem;font-size:.82rem;color:var(--soft)}

    """

  private static let media = """
    @media screen and (max-width:52rem){.story{display:block}.side{border-left:0;padding-left:0;margin-top:1.4rem}
    .kwic table{min-width:0}.kwic table,.kwic tbody,.kwic td{display:inline;white-space:normal}
    .kwic td.from{padding-left:.6rem}.kwic tr{display:block;border-top:1px solid var(--rule);padding:.4rem 0}.kwic td.before{-webkit-mask-image:none;mask-image:none}
    .plugins tbody th{min-width:11rem}
    .page{padding:0 1.1rem}section{margin-top:2.8rem}.optional{display:none}
    .figures{grid-template-columns:repeat(2,1fr)}.figures dd{font-size:1.7rem}.nameplate{max-width:none;margin-top:.8rem}}
    @media (prefers-color-scheme:dark){:root{
    --paper:#131518;--ink:#e9eaed;--soft:#a6acb8;--rule:#363b44;--tint:#1d2025;--accent:#7fbfe6;--bar:#4f9fd0;
    --less:#e08a4a;--alert:#f2958c;--alert-tint:#2b1c1b;--land:#3c424c;
    --k1:#56b4e9;--k2:#f08b4a;--k3:#35c49a;--k4:#df8fd2;--k5:#e3b93c;--k6:#8fc7f5;--k7:#e07aa6;--k8:#b5bf6a}
    mark{background:color-mix(in srgb,var(--c) 22%,transparent)}}
    @media print{:root{--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb;--tint:#f3f3f3;--accent:#000;--bar:#2f7cab;--less:#b8530f;--land:#d3d7dd}
    @page{margin:18mm 16mm}
    body{font-size:10pt}.page{max-width:none;padding:0}.skip,.contents,.legend input,.back,.finder,.note{display:none}
    section{margin-top:10mm}figure:has(>svg),tr,.callout,.problem,.passages li{break-inside:avoid}
    h2,h3,h4,h5,h6,figcaption,caption,thead,.kicker,.summary{break-after:avoid}figcaption{break-inside:avoid}
    details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none;break-after:avoid}
    .columns{grid-template-columns:repeat(3,minmax(0,1fr));gap:0 8mm}.columns table{font-size:8pt}.columns :is(th,td){padding-right:2mm;overflow-wrap:anywhere}
    .story{display:block}.text{font-size:10.5pt;line-height:1.6}.text.deep{line-height:1.95}mark{border-bottom-width:1.5px}.over,.headline,.deck,.credit{break-after:avoid}
    mark.d2{padding-bottom:2px}mark.d3{padding-bottom:4px}mark.d4{padding-bottom:6px}mark.d5{padding-bottom:8px}mark.d6{padding-bottom:10px}
    .side{border:0;padding:0;margin-top:4mm;columns:2;column-gap:9mm;font-size:7.5pt;line-height:1.35}.side h4{margin-top:3mm}
    .side table{line-height:inherit}.side :is(th,td){padding:.4mm 3mm .4mm 0}
    svg *{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{text-decoration:none}
    .scroll{overflow:visible}.kwic table{min-width:0}
    .scroll:not(.kwic) table{font-size:8pt}.scroll:not(.kwic) :is(th,td){padding-right:3mm}
    .scroll:not(.kwic) :is(th,td,button){white-space:normal}.scroll:not(.kwic) td:not(.n){overflow-wrap:anywhere;min-width:5.5em}
    .scroll:not(.kwic):has(thead th:nth-child(8)) :is(table,thead th,td small){font-size:6.5pt;line-height:1.3}
    .scroll:not(.kwic):has(thead th:nth-child(8)) :is(th,td){padding-right:1.8mm}
    .scroll:not(.kwic):has(thead th:nth-child(13)) td{min-width:0;overflow-wrap:anywhere}
    .scroll:not(.kwic):has(thead th:nth-child(13)) thead th:not(:first-child){writing-mode:vertical-rl;rotate:180deg;text-align:left;padding:1mm 0 0}}

    """
}
