extension Language {
  static let portuguese = Language(
    "pt",
    [
      (
        .leading,
        """
        sr sra srs sras srta dr dra drs dras prof profa profª d eng engª \
        arq adv pe fr sto sta av r pç p.ex ex aprox vs cf
        """
      ),
      (
        .closing,
        """
        inc corp co cia ltd ltda s.a s.a.r.l e.u.a eua u.s u.s.a u.k d.c a.c jr tel depto km kg cm mm min \
        seg hab a.m p.m
        """
      ),
      ([.closing, .final], "etc"),
      ([.leading, .capitalised], "dom gen cel cap ten maj sgto alm"),
      ([.reference, .month], "jan fev mar abr mai jun jul ago set out nov dez"),
      (
        .month,
        """
        janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
        """
      ),
      (
        .weekday,
        """
        segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta \
        sábado domingo
        """
      ),
      (
        .reference, "no nos n n° nº núm p pp pág págs vol vols fig figs art arts cap caps § tomo ed"
      ),
      (
        .starter,
        """
        o a os as um uma uns umas ele ela eles elas eu tu nós você vocês este esta estes estas esse essa \
        esses essas isto isso aquele aquela aquilo seu sua seus suas meu minha nosso nossa quem que qual \
        quais quando onde como porque por quanto se mas e ou nem porém contudo embora enquanto em no na nos \
        nas de do da dos das ao à aos às com sem sobre para desde até entre segundo contra após antes \
        depois durante também além ainda então assim agora hoje ontem amanhã logo já não sim muito mais \
        menos todos todas todo toda muitos muitas alguns algumas vários várias outro outra outros outras \
        cada nenhum é são era eram foi foram há está estão tem têm
        """
      ),
      (.preposition, "a ao à em no na de do da com sem sobre para por desde até entre"),
      (
        .cue,
        """
        disse diz perguntou respondeu acrescentou afirmou explicou declarou contou escreveu comentou \
        ressaltou
        """
      ),
      (.credit, "foto fotos imagem crédito fonte"),
    ])
}
