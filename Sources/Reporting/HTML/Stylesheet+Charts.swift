extension Stylesheet {
  /// The look of charts beyond bars and lines.
  ///
  /// Names of marks are there twice where a page and a phone have room for them in different places; `roomy` ones are for the
  /// page, `tight` ones for the phone.
  static let charts = look + colored + narrow

  /// By how much circles are smaller on phones.
  static let narrowMarks = 0.65

  private static let look = """
    svg.network{height:29rem}svg.network.small{height:13rem}
    svg.map{height:auto;aspect-ratio:\(MapView.worldRatio)}svg.map.part{aspect-ratio:\(MapView.partRatio)}
    svg svg{overflow:hidden;margin:0}
    svg .name{font-size:12px;paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round;pointer-events:none}
    svg .tight{display:none}
    svg .tie{stroke:var(--soft);stroke-opacity:.38;stroke-linecap:round}
    svg .node,svg .place{fill:var(--bar);stroke:var(--paper);stroke-width:1.5}
    svg .place{fill-opacity:.8}
    svg a:hover .node,svg a:hover .place{fill:var(--ink)}svg a:hover .tie{stroke:var(--ink);stroke-opacity:1}
    svg .sea{fill:var(--tint)}svg .land{fill:var(--land)}
    svg .border{fill:none;stroke:var(--tint);stroke-width:1;vector-effect:non-scaling-stroke}
    .key{list-style:none;margin:.5rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.84rem;color:var(--soft)}
    .key svg{display:inline-block;margin:0 .35rem 0 0;vertical-align:-1px}

    """

  private static let colored = (1...colors).map { "svg .g\($0){fill:var(--k\($0))}" }.joined()

  private static let narrow = """

    @media screen and (max-width:40rem){svg .roomy{display:none}svg .tight{display:inline}svg.network:not(.small){height:25rem}
    svg .node,svg .place{scale:\(narrowMarks);transform-box:fill-box;transform-origin:center}}

    """
}
