extension Language {
  static let french = Language(
    "fr",
    [
      (
        .leading,
        """
        m mm mme mmes mlle mlles dr drs pr prof mgr ste sts bd bld bvd \
        cf vs c.-à-d p.ex c.a.d av apr j.-c ndlr
        """
      ),
      (
        .closing,
        "inc corp co ltd cie jr sr u.s u.s.a u.k e.u o.n.u s.a s.a.r.l tél hab min sec kg km cm mm p.m a.m"
      ),
      ([.closing, .final], "etc"),
      ([.leading, .capitalised], "me st gal cdt lt col cap sgt av"),
      ([.reference, .month], "janv févr fév avr juil sept oct nov déc"),
      (
        .month,
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
      ),
      (.weekday, "lundi mardi mercredi jeudi vendredi samedi dimanche"),
      (.reference, "no nos n° nº p pp vol ex env fig art arts chap al par § éd t tome"),
      (
        .starter,
        """
        le la les un une des du de il elle ils elles on nous vous je tu ce cet cette ces c'est ça cela \
        celui celle ceux son sa ses leur leurs notre nos votre vos mon ma mes qui que quoi quand où comment \
        pourquoi combien quel quelle quels quelles si mais et ou donc or ni car en dans sur sous par pour \
        avec sans selon depuis pendant après avant lors lorsque puisque comme ainsi alors aussi puis \
        enfin cependant pourtant toutefois néanmoins ensuite hier aujourd'hui demain à au aux chez vers \
        entre contre malgré dès plus moins très tous toutes tout toute plusieurs certains certaines \
        quelques aucun aucune ne pas oui non est sont était étaient a ont avait d' l' c' j' s' n' qu'
        """
      ),
      (.preposition, "à au aux en dans sur sous par pour avec vers dès depuis avant après"),
      (.eliding, "l d j m t s c n qu jusqu lorsqu puisqu quoiqu presqu quelqu"),
      (
        .cue,
        """
        a-t-il a-t-elle dit-il dit-elle dit déclare déclare-t-il explique explique-t-il affirme ajoute \
        demande répond lance raconte écrit
        """
      ),
      (.credit, "photo photos image crédit source"),
    ])
}
