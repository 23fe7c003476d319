extension Language {
  static let english = Language(
    "en", decimalComma: false, possessives: true,
    [
      (
        .leading,
        """
        mr mrs ms mx messrs mmes ps p.s pps nb n.b dr drs prof profs gen gens sen sens rep reps gov govs lt col capt cmdr \
        cdr maj adm adml brig sgt cpl pvt pfc rev hon st ste mt ft msgr fr supt insp det pres vp atty \
        amb sec treas asst assoc vs v viz cf ca approx e.g i.e eg mssrs revd esp resp incl excl
        """
      ),
      (
        .closing,
        """
        inc co cos corp ltd llc llp plc bros jr sr esq al ph.d m.d b.a m.a b.sc m.sc d.phil j.d \
        ll.b ll.m m.b.a d.d.s r.n a.m p.m u.s u.s.a u.k e.u u.n d.c u.s.s.r n.y l.a b.c a.d b.c.e c.e \
        dept univ assn assoc ave blvd rd hwy pkwy sq bldg apt ste ext hrs hr mins secs yr yrs wk wks mph \
        lb lbs oz gal qt tbsp tsp km kg cm mm govt gov't int'l intl nat'l natl eds
        """
      ),
      (
        [.closing, .capitalised],
        """
        ala ariz ark calif colo conn del fla ga ill ind kan ky mich minn miss mo mont neb nev okla ore pa \
        penn tenn tex va vt wash wis wyo mass md
        """
      ),
      ([.closing, .capitalised, .month], "jan feb mar apr jun jul aug sep sept oct nov dec"),
      ([.reference, .capitalised, .weekday], "mon tue tues wed thu thur thurs fri sat sun"),
      (
        .month,
        """
        january february march april may june july august september october november december
        """
      ),
      ([.closing, .final], "etc"),
      (.weekday, "monday tuesday wednesday thursday friday saturday sunday"),
      (
        .reference,
        """
        no nos n° nº p pp vol vols fig figs art arts ch chap chs sec secs para paras eq eqs ex exs col cols \
        ver v vv rm op div ser suppl s ss § cl
        """
      ),
      (
        .starter,
        """
        the a an he she it they we you i this that these those there here his her its our their your my \
        who what when where why how which whose whom if as but and or so yet for nor in on at by with from \
        to of since while although though because before after during until unless however moreover \
        meanwhile furthermore nevertheless also then now not no some many most all both each every \
        such another other others several few much once only even just still perhaps maybe instead indeed \
        did do does is are was were has have had can could would should must do don't didn't doesn't isn't \
        it's that's there's he's she's they're we're we've i'm i've i'll you're let let's what's here's \
        about according despite under over between among against through without within despite today \
        yesterday tomorrow one two three more than too very well yes please thank thanks
        """
      ),
      ([.leading, .starter], "mr mrs ms"),
      (
        .preposition,
        """
        at on in by around about from since until till before after near between during through for with \
        of to under over above below
        """
      ),
      (
        .contracting,
        "it he she that there here what who where when why how let everyone everybody someone somebody nobody"
      ),
      (
        .cue,
        """
        said says say asked asks ask added adds add told tells replied replies answered answers wrote writes \
        shouted cried whispered explained explains continued exclaimed yelled wondered declared screamed \
        insisted recalled joked quipped laughed noted
        """
      ),
      (.credit, "image photo photos picture photograph illustration video credit source"),
    ])
}
