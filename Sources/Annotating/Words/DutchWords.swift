/// Dutch cues, words of grammar and nouns for those who speak.
enum DutchWords {
  static let text: StaticString = """
    neutral speech clause bare finite: zegt zei zeiden zeggen zegde verklaart verklaarde verklaarden vertelt vertelde
    neutral speech clause bare finite: vertelden schrijft schreef schreven meldt meldde meldden melden laat liet lieten
    neutral speech clause bare finite: antwoordt antwoordde vervolgt vervolgde voegt voegde legt legde bericht berichtte
    neutral speech clause bare finite: merkt merkte luidt luidde noemt noemde noemden twittert twitterde reageert
    neutral speech clause bare finite: reageerde besluit besloot licht lichtte aldus omschrijft omschreef klinkt klonk
    neutral speech past-participle: gezegd verklaard verteld geschreven gemeld laten geantwoord toegevoegd genoemd
    claiming speech clause bare finite: stelt stelde stelden beweert beweerde vindt vond vonden meent meende schat
    claiming speech clause bare finite: schatte suggereert suggereerde betoogt betoogde
    claiming speech past-participle: gesteld beweerd betoogd
    stressing speech clause bare finite: benadrukt benadrukte benadrukten onderstreept onderstreepte herhaalt herhaalde
    stressing speech past-participle: benadrukt onderstreept
    conceding speech clause bare finite: erkent erkende geeft gaf gaven bevestigt bevestigde bevestigden bekent bekende
    conceding speech past-participle: erkend bevestigd toegegeven
    doubting speech clause bare finite: betwijfelt betwijfelde twijfelt
    denying speech clause bare finite: ontkent ontkende ontkenden weerspreekt weersprak
    denying speech past-participle: ontkend weersproken
    asking speech clause question finite: vraagt vroeg vroegen eist eiste roept riep riepen verzoekt
    asking speech past-participle: gevraagd geëist
    promising speech clause bare finite: belooft beloofde dreigt dreigde kondigt kondigde
    promising speech past-participle: beloofd
    warning speech clause bare finite: waarschuwt waarschuwde waarschuwden
    warning speech past-participle: gewaarschuwd
    believing speech clause bare finite: denkt dacht dachten gelooft geloofde hoopt hoopte vreest vreesde verwacht
    believing speech clause bare finite: verwachtte weet
    believing speech past-participle: gedacht gehoopt verwacht
    praising speech clause bare finite: prijst prees looft bedankt bedankte
    blaming speech clause bare finite: bekritiseert bekritiseerde hekelt hekelde veroordeelt veroordeelde klaagt klaagde
    blaming speech clause bare finite: betreurt betreurde verwijt verweet
    blaming speech past-participle: bekritiseerd veroordeeld
    source: volgens aldus
    auxiliary be: is zijn was waren wordt worden werd werden ben
    auxiliary have: heeft hebben had hadden heb
    auxiliary: kan kunnen kon wil willen wilde moet moeten moest mag zal zullen zou zouden
    adverb: ook dan later nu nooit altijd vaak nog al eerder verder echter bovendien daarnaast niet weer toe uit weten
    determiner: de het een deze dit die dat elke alle veel enkele twee drie vier
    possessive determiner: zijn haar hun ons onze mijn
    passive: wordt worden werd werden
    agentive: door
    opinion: mening
    preposition: van in op aan bij met voor door over onder uit naar tegen tijdens na sinds tot tussen om te
    coordinator: en of maar want
    subordinator: omdat terwijl als toen hoewel nadat voordat zodat
    that: dat
    question-word: wat hoe waarom wie waar wanneer of
    he: hij
    she: zij ze
    they: zij ze
    it: het
    first: ik wij we
    someone: iemand niemand men
    relative: die dat
    reflexive: zich
    title male: dhr. meneer koning prins
    title female: mevr. mevrouw koningin prinses
    title: dr. prof. president minister premier burgemeester paus bisschop kardinaal generaal rechter directeur
    title: staatssecretaris voorzitter woordvoerder woordvoerster
    person: man vrouw woordvoerder woordvoerster expert experts advocaat onderzoeker onderzoekers arts getuige getuigen
    group: politie regering kabinet justitie ministerie rechtbank partij bedrijf krant bureau vakbond
    document: verklaring rapport onderzoek brief persbericht
    time: maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag gisteren morgen
    """
}
