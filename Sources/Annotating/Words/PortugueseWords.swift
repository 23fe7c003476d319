/// Portuguese cues, words of grammar and nouns for those who speak.
enum PortugueseWords {
  static let text: StaticString = """
    neutral speech clause finite: disse diz dizem disseram dizia declarou declara afirmou afirma afirmaram afirmam
    neutral speech clause finite: explicou explica explicaram acrescentou acrescenta informou informa informaram contou
    neutral speech clause finite: conta comentou comenta escreveu escreve respondeu responde relatou relata anunciou
    neutral speech clause finite: anuncia concluiu conclui lembrou lembra observou observa apontou aponta completou
    neutral speech clause finite: prosseguiu continuou referiu refere indicou indica precisou revelou revela falou
    neutral speech clause finite: publicou tuitou esclareceu notou frisou
    neutral speech clause past-participle: dito declarado afirmado explicado acrescentado informado contado comentado
    neutral speech clause past-participle: escrito respondido relatado anunciado concluído lembrado observado apontado
    claiming speech clause finite: defendeu defende alegou alega argumentou argumenta garantiu garante avaliou avalia
    claiming speech clause finite: considerou considera sustentou opinou sugeriu estimou
    claiming speech clause past-participle: defendido alegado argumentado garantido avaliado considerado sustentado
    stressing speech clause finite: destacou destaca ressaltou ressalta enfatizou reforçou reforça reiterou sublinhou
    stressing speech clause finite: sublinha salientou salienta insistiu
    stressing speech clause past-participle: destacado ressaltado enfatizado reforçado reiterado sublinhado
    conceding speech clause finite: admitiu admite reconheceu reconhece confirmou confirma confessou
    conceding speech clause past-participle: admitido reconhecido confirmado confessado
    doubting speech clause finite: duvidou duvida
    denying speech clause finite: negou nega desmentiu rejeitou rebateu
    denying speech clause past-participle: negado desmentido rejeitado
    asking speech clause question finite: perguntou pergunta pediu pede exigiu cobrou questionou apelou
    asking speech clause question past-participle: perguntado pedido exigido questionado
    promising speech clause finite: prometeu promete ameaçou
    promising speech clause past-participle: prometido ameaçado
    warning speech clause finite: alertou alerta advertiu avisou
    warning speech clause past-participle: alertado advertido avisado
    believing speech clause finite: acredita acreditava pensa espera teme acha
    believing speech clause past-participle: acreditado pensado esperado
    praising speech clause finite: elogiou celebrou agradeceu
    praising speech clause past-participle: elogiado celebrado
    blaming speech clause finite: criticou critica denunciou lamentou lamenta condenou acusou acusa
    blaming speech clause past-participle: criticado denunciado lamentado condenado acusado
    source: segundo conforme
    auxiliary be: é são era eram foi foram está estão estava ser sido será
    auxiliary have: tem têm tinha tinham há ter havia
    auxiliary: pode podem deve devem vai vão
    adverb: também depois já nunca sempre além ainda então não mais
    determiner: o a os as um uma uns umas este esta esse essa ao à aos às cada vários várias dois duas três
    possessive determiner: seu sua seus suas nosso nossa
    passive: é foi foram sido
    agentive: por pelo pela
    opinion: opinião palavras
    preposition: de do da dos das em no na nos nas com por pelo pela para sobre contra sem desde até entre após
    coordinator: e ou mas nem
    subordinator: porque quando se embora enquanto como
    that: que
    question-word: onde como quando quem se
    he: ele
    she: ela
    they: eles elas
    first: eu nós
    relative: que quem
    reflexive: se
    title male: sr. senhor rei príncipe dom
    title female: sra. senhora rainha princesa dona
    title: dr. dra. presidente presidenta ministro ministra governador governadora prefeito prefeita general juiz juíza
    title: papa cardeal bispo secretário secretária diretor diretora porta-voz senador senadora deputado deputada
    person: homem mulher porta-voz especialista especialistas advogado advogada pesquisador pesquisadores médico
    person: testemunha testemunhas morador moradores
    group: polícia governo ministério tribunal partido empresa companhia grupo jornal agência sindicato
    document: comunicado nota relatório estudo carta pesquisa
    time: segunda terça quarta quinta sexta sábado domingo segunda-feira terça-feira quarta-feira quinta-feira
    time: sexta-feira hoje ontem amanhã
    """
}
