// The words of each language for dates: facts found in any dictionary.

extension DateWords {
  static let english = DateWords(
    capitals: true,
    """
    m1: january jan
    m2: february feb
    m3: march mar
    m4: april apr
    m5: may
    m6: june jun
    m7: july jul
    m8: august aug
    m9: september sept sep
    m10: october oct
    m11: november nov
    m12: december dec
    w0: monday mon
    w1: tuesday tue tues
    w2: wednesday wed
    w3: thursday thu thurs
    w4: friday fri
    w5: saturday sat
    w6: sunday sun
    d0: today tonight
    d-1: yesterday
    d1: tomorrow
    day: day days
    week: week weeks
    month: month months
    year: year years
    ago: ago
    last: last past
    this: this
    next: next
    link: of
    leading: in since by until till from during early late mid before after of through between and to
    """)

  static let german = DateWords(
    capitals: true,
    """
    m1: januar jänner jan
    m2: februar feb
    m3: märz
    m4: april apr
    m5: mai
    m6: juni
    m7: juli
    m8: august aug
    m9: september sept sep
    m10: oktober okt
    m11: november nov
    m12: dezember dez
    w0: montag
    w1: dienstag
    w2: mittwoch
    w3: donnerstag
    w4: freitag
    w5: samstag sonnabend
    w6: sonntag
    d0: heute
    d-1: gestern
    d-2: vorgestern
    d1: morgen
    d2: übermorgen
    day: tag tage tagen
    week: woche wochen
    month: monat monate monaten
    year: jahr jahre jahren
    before: vor
    last: vergangenen vergangene vergangenes letzten letzte letztes vorigen voriges
    this: diesen diese dieses diesem
    next: nächsten nächste nächstes kommenden kommende
    leading: im in seit bis ab von anfang ende mitte jahr jahre jahres sommer winter frühjahr herbst und
    """)

  static let french = DateWords(
    """
    m1: janvier janv
    m2: février févr
    m3: mars
    m4: avril avr
    m5: mai
    m6: juin
    m7: juillet juil
    m8: août
    m9: septembre
    m10: octobre oct
    m11: novembre nov
    m12: décembre déc
    w0: lundi
    w1: mardi
    w2: mercredi
    w3: jeudi
    w4: vendredi
    w5: samedi
    w6: dimanche
    d0: aujourd'hui aujourd’hui
    d-1: hier
    d1: demain
    day: jour jours
    week: semaine semaines
    month: mois
    year: an ans année années
    before: a
    last: dernier dernière derniers
    this: ce cette
    next: prochain prochaine
    link: de
    leading: en depuis dès jusqu'en fin début mi de année avant après
    """)

  static let spanish = DateWords(
    """
    m1: enero ene
    m2: febrero feb
    m3: marzo
    m4: abril abr
    m5: mayo
    m6: junio
    m7: julio
    m8: agosto
    m9: septiembre setiembre sept
    m10: octubre oct
    m11: noviembre nov
    m12: diciembre dic
    w0: lunes
    w1: martes
    w2: miércoles
    w3: jueves
    w4: viernes
    w5: sábado
    w6: domingo
    d0: hoy
    d-1: ayer
    d-2: anteayer
    d1: mañana
    day: día días
    week: semana semanas
    month: mes meses
    year: año años
    before: hace
    last: pasado pasada
    this: este esta
    next: próximo próxima
    link: de del
    leading: en desde hasta de del año a fines principios
    """)

  static let italian = DateWords(
    """
    m1: gennaio gen
    m2: febbraio feb
    m3: marzo
    m4: aprile apr
    m5: maggio mag
    m6: giugno
    m7: luglio
    m8: agosto
    m9: settembre sett
    m10: ottobre ott
    m11: novembre nov
    m12: dicembre dic
    w0: lunedì
    w1: martedì
    w2: mercoledì
    w3: giovedì
    w4: venerdì
    w5: sabato
    w6: domenica
    d0: oggi
    d-1: ieri
    d1: domani
    day: giorno giorni
    week: settimana settimane
    month: mese mesi
    year: anno anni
    ago: fa
    last: scorso scorsa
    this: questo questa quest'
    next: prossimo prossima
    link: di del
    leading: in nel dal al a fine inizio di del anno
    """)

  static let portuguese = DateWords(
    feira: true,
    """
    m1: janeiro jan
    m2: fevereiro fev
    m3: março
    m4: abril abr
    m5: maio
    m6: junho
    m7: julho
    m8: agosto
    m9: setembro
    m10: outubro
    m11: novembro nov
    m12: dezembro dez
    w0: segunda
    w1: terça
    w2: quarta
    w3: quinta
    w4: sexta
    w5: sábado
    w6: domingo
    d0: hoje
    d-1: ontem
    d-2: anteontem
    d1: amanhã
    day: dia dias
    week: semana semanas
    month: mês meses
    year: ano anos
    before: há
    last: passado passada
    this: este esta neste nesta
    next: próximo próxima
    link: de do
    leading: em desde até de do ano no
    """)

  static let dutch = DateWords(
    """
    m1: januari jan
    m2: februari feb
    m3: maart mrt
    m4: april apr
    m5: mei
    m6: juni
    m7: juli
    m8: augustus aug
    m9: september sept
    m10: oktober okt
    m11: november nov
    m12: december dec
    w0: maandag
    w1: dinsdag
    w2: woensdag
    w3: donderdag
    w4: vrijdag
    w5: zaterdag
    w6: zondag
    d0: vandaag
    d-1: gisteren
    d-2: eergisteren
    d1: morgen
    day: dag dagen
    week: week weken
    month: maand maanden
    year: jaar jaren
    ago: geleden
    last: afgelopen vorige vorig
    this: deze dit
    next: volgende volgend komende
    link: van
    leading: in sinds tot vanaf begin eind medio uit van
    """)
}
