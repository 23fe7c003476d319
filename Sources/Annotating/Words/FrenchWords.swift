/// French cues, words of grammar and nouns for those who speak.
enum FrenchWords {
  static let text: StaticString = """
    neutral speech clause finite: dit disent disait disaient déclare déclarait déclara déclarent affirme affirmait
    neutral speech clause finite: affirma affirment explique expliquait expliqua expliquent indique indiquait indiquent
    neutral speech clause finite: ajoute ajoutait ajouta ajoutent précise précisait précisa précisent raconte racontait
    neutral speech clause finite: écrit écrivait écrivent répond répondait répondit poursuit poursuivait conclut
    neutral speech clause finite: concluait annonce annonçait annonça annoncent rapporte rapportait rapportent note
    neutral speech clause finite: notait observe commente commentait témoigne lance lançait lança confie confiait
    neutral speech clause finite: rappelle rappelait rappellent résume résumait relève relevait remarque constate
    neutral speech clause finite: constatait détaille détaillait signale souffle glisse murmure tweete reprend
    neutral speech clause finite: cite titre lit révèle révélait
    neutral speech clause past-participle: dit déclaré affirmé expliqué indiqué ajouté précisé raconté écrit répondu
    neutral speech clause past-participle: poursuivi conclu annoncé rapporté noté observé commenté témoigné lancé
    neutral speech clause past-participle: confié rappelé résumé relevé remarqué constaté détaillé signalé tweeté
    neutral speech clause past-participle: révélé fait martelé réagi
    claiming speech clause finite: soutient soutenait prétend prétendait assure assurait assura assurent avance
    claiming speech clause finite: argumente suggère estime estimait estimaient estiment juge jugeait
    claiming speech clause past-participle: soutenu prétendu assuré avancé argumenté suggéré estimé jugé
    stressing speech clause finite: souligne soulignait souligna soulignent insiste insistait insista martèle réaffirme
    stressing speech clause past-participle: souligné insisté réaffirmé
    conceding speech clause finite: admet admettait reconnaît reconnaissait concède concédait avoue avouait confirme
    conceding speech clause past-participle: admis reconnu concédé avoué confirmé
    doubting speech clause finite: doute doutait
    denying speech clause finite: dément démentait nie niait rejette rejetait conteste rétorque rétorquait réplique
    denying speech clause past-participle: démenti nié rejeté contesté rétorqué répliqué
    asking speech clause question finite: demande demandait demanda demandent réclame exige exhorte appelle interroge
    asking speech clause question past-participle: demandé réclamé exigé exhorté appelé interrogé
    promising speech clause finite: promet promettait jure menace
    promising speech clause past-participle: promis juré menacé
    warning speech clause finite: avertit prévient prévenait alerte met
    warning speech clause past-participle: averti prévenu alerté
    believing speech clause finite: pense pensait croit croyait espère espérait craint redoute considère considérait
    believing speech clause past-participle: pensé cru espéré craint considéré
    praising speech clause finite: salue saluait félicite se
    praising speech clause past-participle: salué félicité félicitée réjoui
    blaming speech clause finite: dénonce dénonçait critique regrette regrettait déplore déplorait accuse fustige
    blaming speech clause finite: condamne s'insurge tonne peste
    blaming speech clause past-participle: dénoncé critiqué regretté déploré accusé fustigé condamné insurgé
    source: selon d'après
    auxiliary be: est sont était étaient fut sera seront être été suis
    auxiliary have: a ont avait avaient ai eu aura
    auxiliary: peut peuvent doit doivent veut va vont
    adverb: aussi ensuite plus encore toujours jamais souvent déjà récemment notamment par ailleurs enfin
    adverb: également ne pas bien tout
    determiner: le la les l' un une des du ce cet cette ces au aux chaque plusieurs deux trois quatre
    possessive determiner: son sa ses leur leurs mon ma notre
    passive: est sont été fut
    agentive: par
    opinion: avis
    preposition: de d' à en dans sur pour avec par chez contre sans sous vers entre depuis pendant avant après lors
    coordinator: et ou mais ni car
    subordinator: que qu' quand lorsque si comme puisque parce alors tandis
    that: que qu'
    question-word: où comment pourquoi quand si quoi
    he: il t-il -t-il -il
    she: elle t-elle -t-elle -elle
    they: ils elles t-ils -ils -elles
    it: on cela
    first: je nous j'
    relative: qui dont
    reflexive: se s'
    title male: m. mm. monsieur roi prince
    title female: mme madame mlle reine princesse
    title: dr me président présidente ministre premier première maire général colonel juge pape cardinal évêque
    title: professeur docteur secrétaire directeur directrice porte-parole chancelier
    person: homme femme porte-parole expert experts responsable responsables avocat avocats chercheur chercheurs
    person: médecin témoin témoins élu élus habitant habitants député députés
    group: police gouvernement parquet ministère tribunal parti entreprise groupe société journal agence syndicat
    document: communiqué rapport étude lettre sondage tribune
    time: lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain matin soir
    """
}
