extension Language {
  static let dutch = Language(
    "nl",
    [
      (
        .leading,
        """
        dhr mevr mw mr mrs dr drs prof ing ir ds st ca bijv bv d.w.z dwz m.a.w o.a \
        m.b.t m.i.v t.a.v t.o.v i.v.m z.g zgn nl vgl resp evt incl excl vs t/m jl
        """
      ),
      (
        .closing,
        """
        e.d e.a a.d inc corp co ltd b.v n.v u.s u.s.a v.s d.c jr sr tel km kg cm mm mln mld n.chr \
        v.chr a.u.b s.v.p afd
        """
      ),
      ([.closing, .final], "enz etc"),
      ([.leading, .uncapitalised], "max min"),
      ([.leading, .capitalised], "gen kol kap lt luit"),
      ([.reference, .month], "jan feb mrt apr jun jul aug sep sept okt nov dec"),
      (
        .month,
        "januari februari maart april mei juni juli augustus september oktober november december"
      ),
      (.weekday, "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
      (.reference, "nr nrs p pp blz pag afb art artt hfdst par § vol"),
      (
        .starter,
        """
        de het een hij zij ze wij we jij je u ik dit dat deze die er hier daar zijn haar hun ons onze mijn \
        wie wat wanneer waar waarom hoe welke welk als maar en of want dus toch dan omdat hoewel terwijl \
        nadat voordat sinds tot in op aan bij met van voor naar over onder door uit om te tegen zonder \
        tussen tijdens volgens ondanks wegens na ook nog niet geen al wel nu vandaag gisteren morgen toen \
        daarna daarom daarbij bovendien echter inmiddels alle veel sommige enkele andere elke elk ieder \
        beide is was waren heeft hebben had hadden wordt worden werd werden kan kunnen zal zullen moet ja \
        nee misschien volgens 't
        """
      ),
      (.preposition, "in op aan bij met van voor naar over onder door uit om tegen rond sinds tot"),
      (.cue, "zei zegt vroeg vraagt antwoordde aldus vertelde vertelt schrijft schreef riep meldt"),
      (.credit, "foto beeld bron"),
    ])
}
