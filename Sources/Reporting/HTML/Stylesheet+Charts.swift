extension Stylesheet {
  /// The look of charts beyond bars and lines.
  ///
  /// Names of marks are there twice where a page and a phone have room for them in different places; `roomy` ones are for the
  /// page, `tight` ones for the phone.
  static let charts = chartRules + pageRules + colored + Shades.css(Shades.light) + media

  /// By how much circles are smaller on phones.
  static let narrowMarks = 0.65

  /// What drawings look like, wherever they are.
  static let chartRules = """
    svg text{fill:var(--ink);font:13px var(--sans);font-variant-numeric:tabular-nums}
    svg .soft{fill:var(--soft);font-size:12px}
    svg .bar{fill:var(--bar)}svg .less{fill:var(--less)}
    svg .line{stroke:var(--bar);stroke-width:2;stroke-linecap:round}
    svg .dot{fill:var(--bar);stroke:var(--paper);stroke-width:1.5}
    svg .grid{stroke:var(--rule);stroke-width:1}svg .axis{stroke:var(--ink);stroke-width:1}
    svg a:hover .bar,svg a:hover .dot,svg a:hover .less{fill:var(--ink)}
    svg a text{fill:var(--accent)}
    svg.network{height:29rem}svg.network.small{height:13rem}
    svg.map{height:auto;aspect-ratio:\(MapView.worldRatio)}svg.map.part{aspect-ratio:\(MapView.partRatio)}
    svg svg{margin:0}svg .world{overflow:hidden}
    svg .name{font-size:12px;paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round;pointer-events:none}
    svg .tight{display:none}
    svg .tie{stroke:var(--soft);stroke-opacity:.38;stroke-linecap:round}
    svg .node,svg .place{fill:var(--bar);stroke:var(--paper);stroke-width:1.5}
    svg .place{fill-opacity:.8}
    svg a:hover .node,svg a:hover .place{fill:var(--ink)}svg a:hover .tie{stroke:var(--ink);stroke-opacity:1}
    svg .sea{fill:var(--tint)}svg .land{fill:var(--land)}
    svg .border{fill:none;stroke:var(--tint);stroke-width:1;vector-effect:non-scaling-stroke}
    svg .gap{fill:var(--tint)}
    svg .cell{stroke:var(--paper);stroke-width:1.5}svg .q0{fill:var(--tint)}
    svg .figure{font-size:11.5px;pointer-events:none}svg text.q0{fill:var(--ink)}
    svg a:hover .cell,svg a:hover .part{stroke:var(--ink)}
    svg .part{stroke:var(--paper);stroke-width:1}
    svg .panel{font-weight:600}svg .dot.small{stroke:none}

    """

  private static let pageRules = """
    .footnotes{list-style:none;margin:1.6rem 0 0;padding:.6rem 0 0;border-top:1px solid var(--rule);font-size:.85rem;color:var(--soft);max-width:42rem}
    tfoot td{font-weight:600;border-top:1px solid var(--ink);border-bottom:0}
    .panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.6rem,1fr));gap:.7rem 1.6rem;margin-top:.7rem}
    .panels svg{margin:0}
    .key{list-style:none;margin:.5rem 0 0;padding:0;display:flex;flex-wrap:wrap;align-items:center;gap:.2rem 1.1rem;font-size:.84rem;color:var(--soft)}
    p.key{gap:.5rem}.key span{display:flex}
    .key svg{display:inline-block;margin:0}.key li svg{margin:0 .35rem 0 0;vertical-align:-1px}

    """

  static let colored = (1...colors).map {
    "svg .g\($0){fill:var(--k\($0))}svg .line.s\($0){stroke:var(--k\($0))}"
  }.joined()

  private static let media = """
    @media screen and (max-width:40rem){svg .roomy{display:none}svg .tight{display:inline}svg.network:not(.small){height:35rem}
    svg .node,svg .place{scale:\(narrowMarks);transform-box:fill-box;transform-origin:center}}
    @media screen and (prefers-color-scheme:dark){\(Shades.css(Shades.dark))}

    """
}
