extension Language {
  static let spanish = Language(
    "es",
    [
      (
        .leading,
        """
        sr sra sres sras srta dr dra dres drs prof profa d dña da fr fray hno hna ing lic arq abg mons sto sta av avda c pza p.ej p.ej pej ej aprox vs cf
        """
      ),
      (
        .closing,
        """
        inc corp co ltd cía cia s.a s.l s.r.l s.a.u ee.uu ee uu jr u.s u.s.a u.k d.c a.c d.f a.m p.m \
        tel depto dpto ud uds vd vds hab km kg cm mm min seg jj.oo ff.aa rr.hh cc.oo
        """
      ),
      ([.closing, .final], "etc"),
      ([.leading, .capitalised], "gral cnel tte sgto alm"),
      ([.reference, .month], "ene feb mar abr may jun jul ago sept sep oct nov dic"),
      (
        .month,
        """
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
        """
      ),
      (.weekday, "lunes martes miércoles jueves viernes sábado domingo"),
      (
        .reference,
        "no nos núm núms n° nº p pp pág págs vol vols fig figs art arts cap caps § tomo ed"
      ),
      (
        .starter,
        """
        el la los las lo un una unos unas él ella ellos ellas yo tú nosotros ustedes usted este esta estos \
        estas ese esa esos esas esto eso aquel aquella su sus mi mis tu nuestro nuestra quien quienes que \
        qué quién cuándo cuando dónde donde cómo como cuánto cuál cuáles por porque si pero y e o u ni sino \
        aunque mientras en de del al a con sin sobre para desde hasta entre hacia según contra tras durante \
        ante bajo también además sin embargo entonces así ahora hoy ayer mañana luego después antes ya no \
        sí muy más menos todos todas todo toda muchos muchas algunos algunas varios varias otro otra otros \
        otras cada ningún es son era eran fue fueron ha han había hay está están se le les me nos tal vez
        """
      ),
      (.preposition, "a al en de del con sin sobre para por desde hasta hacia entre"),
      (
        .cue,
        "dijo dice preguntó respondió añadió agregó afirmó explicó señaló aseguró exclamó comentó escribió"
      ),
      (.credit, "foto fotos imagen crédito fuente"),
    ])
}
