/// Italian cues, words of grammar and nouns for those who speak.
enum ItalianWords {
  static let text: StaticString = """
    neutral speech clause finite: dice disse dicono dissero diceva dichiara dichiarò afferma affermò affermano spiega
    neutral speech clause finite: spiegò spiegano sottolinea aggiunge aggiunse precisa precisò racconta raccontò scrive
    neutral speech clause finite: scrisse risponde rispose commenta commentò osserva osservò annuncia annunciò conclude
    neutral speech clause finite: concluse ricorda ricordò riferisce riferì prosegue continua riporta rivela rileva nota
    neutral speech clause finite: segnala replica esordisce legge chiarisce informa esclama
    neutral speech clause past-participle: detto dichiarato affermato spiegato aggiunto precisato raccontato scritto
    neutral speech clause past-participle: risposto commentato osservato annunciato concluso ricordato riferito
    neutral speech clause past-participle: proseguito continuato riportato rivelato rilevato segnalato replicato chiarito
    claiming speech clause finite: sostiene sostenne assicura assicurò ritiene riteneva suggerisce ipotizza
    claiming speech clause past-participle: sostenuto assicurato ritenuto suggerito
    stressing speech clause finite: sottolineò ribadisce ribadì insiste evidenzia rimarca
    stressing speech clause past-participle: sottolineato ribadito insistito evidenziato rimarcato
    conceding speech clause finite: ammette ammise riconosce riconobbe conferma confermò confessa
    conceding speech clause past-participle: ammesso riconosciuto confermato confessato
    doubting speech clause finite: dubita
    denying speech clause finite: nega negò smentisce smentì respinge
    denying speech clause past-participle: negato smentito respinto
    asking speech clause question finite: chiede chiese chiedono domanda esorta invita
    asking speech clause question past-participle: chiesto domandato esortato invitato
    promising speech clause finite: promette promise minaccia
    promising speech clause past-participle: promesso minacciato
    warning speech clause finite: avverte avvertì ammonisce
    warning speech clause past-participle: avvertito ammonito
    believing speech clause finite: crede credeva pensa pensava spera sperava teme temeva
    believing speech clause past-participle: creduto pensato sperato temuto
    praising speech clause finite: elogia loda ringrazia
    praising speech clause past-participle: elogiato lodato ringraziato
    blaming speech clause finite: critica criticò denuncia denunciò lamenta condanna accusa attacca attaccò tuona
    blaming speech clause past-participle: criticato denunciato lamentato condannato accusato attaccato
    source: secondo
    auxiliary be: è sono era erano fu furono essere stato stata sarà
    auxiliary have: ha hanno aveva avevano avere ho
    auxiliary: può possono deve devono va
    adverb: anche poi già mai sempre inoltre ancora non più
    determiner: il lo la i gli le l' un uno una del della dei delle dello dell' al alla questo questa ogni due tre
    possessive determiner: suo sua suoi sue loro nostro nostra
    passive: è viene stato stata
    agentive: da dal dalla
    opinion: parere avviso
    preposition: di a da in con su per tra fra dal dalla nel nella sul sulla dopo prima durante contro
    coordinator: e ed o ma né
    subordinator: perché quando se mentre come sebbene
    that: che
    question-word: dove come quando chi se
    he: egli lui
    she: ella lei
    they: essi loro
    first: io noi
    relative: che cui
    reflexive: si
    title male: sig. signor re principe
    title female: sig.ra signora regina principessa
    title: dott. dott.ssa presidente ministro ministra premier sindaco sindaca generale giudice papa cardinale vescovo
    title: segretario direttore direttrice portavoce senatore senatrice onorevole
    person: uomo donna portavoce esperto esperti avvocato ricercatore medico testimone testimoni deputato
    group: polizia governo procura ministero tribunale partito azienda società gruppo giornale agenzia sindacato
    document: comunicato nota rapporto studio lettera sondaggio
    time: lunedì martedì mercoledì giovedì venerdì sabato domenica oggi ieri domani
    """
}
