/// Spanish cues, words of grammar and nouns for those who speak.
enum SpanishWords {
  static let text: StaticString = """
    neutral speech clause finite: dijo dice dicen dijeron decía declaró declara declararon afirmó afirma afirman
    neutral speech clause finite: afirmaron explicó explica explicaron explican señaló señala señalaron señalan indicó
    neutral speech clause finite: indica indicaron añadió añade añadieron agregó agrega agregaron precisó precisa
    neutral speech clause finite: precisaron comentó comenta manifestó manifiesta manifestaron expresó expresa
    neutral speech clause finite: expresaron escribió escribe respondió responde contestó contesta relató relata contó
    neutral speech clause finite: cuenta informó informa informaron anunció anuncia anunciaron concluyó concluye
    neutral speech clause finite: apuntó apunta recordó recuerda recordaron detalló detalla apostilló sentenció
    neutral speech clause finite: prosiguió matizó aclaró aclara reveló revela reportó refirió exclamó tuiteó zanjó
    neutral speech clause past-participle: dicho declarado afirmado explicado señalado indicado añadido agregado
    neutral speech clause past-participle: precisado comentado manifestado expresado escrito respondido contestado
    neutral speech clause past-participle: relatado contado informado anunciado concluido apuntado recordado detallado
    neutral speech clause past-participle: aclarado revelado asegurado
    claiming speech clause finite: aseguró asegura aseguraron aseguran sostuvo sostiene sostienen sostuvieron alegó
    claiming speech clause finite: alega argumentó argumenta opinó opina consideró considera consideran sugirió estimó
    claiming speech clause past-participle: sostenido alegado argumentado opinado considerado sugerido
    stressing speech clause finite: subrayó subraya destacó destaca destacaron enfatizó insistió insiste recalcó recalca
    stressing speech clause finite: reiteró reitera remarcó resaltó resalta
    stressing speech clause past-participle: subrayado destacado enfatizado insistido recalcado reiterado remarcado
    conceding speech clause finite: admitió admite reconoció reconoce confesó confirmó confirma confirmaron
    conceding speech clause past-participle: admitido reconocido confesado confirmado
    doubting speech clause finite: dudó duda
    denying speech clause finite: negó niega desmintió desmiente rechazó rechaza replicó
    denying speech clause past-participle: negado desmentido rechazado
    asking speech clause question finite: preguntó pregunta pidió pide pidieron exigió exige reclamó reclama instó insta
    asking speech clause question past-participle: preguntado pedido exigido reclamado instado
    promising speech clause finite: prometió promete juró amenazó
    promising speech clause past-participle: prometido jurado amenazado
    warning speech clause finite: advirtió advierte advirtieron alertó alerta avisó
    warning speech clause past-participle: advertido alertado avisado
    believing speech clause finite: cree creía piensa pensó espera esperaba teme temía
    believing speech clause past-participle: creído pensado esperado temido
    praising speech clause finite: elogió celebró felicitó agradeció
    praising speech clause past-participle: elogiado celebrado felicitado
    blaming speech clause finite: criticó critica denunció denuncia lamentó lamenta condenó condena acusó acusa
    blaming speech clause past-participle: criticado denunciado lamentado condenado acusado
    source: según
    auxiliary be: es son era eran fue fueron está están estaba ser sido será
    auxiliary have: ha han había habían he haber
    auxiliary: puede pueden debe deben va
    adverb: también luego después ya nunca siempre además asimismo entonces no más todavía aún
    determiner: el la los las un una unos unas este esta estos estas ese esa al del cada varios varias dos tres
    possessive determiner: su sus mi nuestro nuestra
    passive: es fue fueron sido
    agentive: por
    opinion: opinión juicio palabras
    preposition: de a en con por para sobre contra sin desde hasta entre hacia tras durante ante
    coordinator: y e o u pero ni sino
    subordinator: porque cuando si aunque mientras como
    that: que
    question-word: dónde cómo cuándo quién si
    he: él
    she: ella
    they: ellos ellas
    first: yo nosotros
    relative: que quien quienes
    reflexive: se
    title male: sr. señor rey príncipe don
    title female: sra. señora reina princesa doña
    title: dr. dra. presidente presidenta ministro ministra gobernador gobernadora alcalde alcaldesa general juez jueza
    title: papa cardenal obispo canciller secretario secretaria director directora portavoz senador senadora
    person: hombre mujer portavoz experto expertos abogado abogada investigador investigadores médico testigo testigos
    person: vecino vecinos diputado diputada
    group: policía gobierno fiscalía ministerio tribunal partido empresa compañía grupo diario agencia sindicato
    document: comunicado informe estudio carta encuesta
    time: lunes martes miércoles jueves viernes sábado domingo hoy ayer mañana
    """
}
