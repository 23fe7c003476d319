/// German cues, words of grammar and nouns for those who speak.
enum GermanWords {
  static let text: StaticString = """
    neutral speech clause bare finite: sagt sagte sagten sagen erklärt erklärte erklärten erklären teilte teilten
    neutral speech clause bare finite: teilt berichtet berichtete berichteten berichten schreibt schrieb schrieben
    neutral speech clause bare finite: schreiben meldet meldete meldeten erzählt erzählte erzählten ergänzt ergänzte
    neutral speech clause bare finite: fügt fügte antwortet antwortete antworteten entgegnete erwiderte erwidert
    neutral speech clause bare finite: bemerkt bemerkte verkündet verkündete verkündeten sprach spricht sprechen
    neutral speech clause bare finite: sprachen äußert äußerte äußerten äußern kommentiert kommentierte zitiert
    neutral speech clause bare finite: zitierte erläutert erläuterte erläuterten führte führt heißt hieß lautet
    neutral speech clause bare finite: lautete lauteten steht stand nennt nannte nannten nennen bezeichnet
    neutral speech clause bare finite: bezeichnete bezeichneten bezeichnen beschreibt beschrieb beschrieben formulierte
    neutral speech clause bare finite: formuliert twitterte twittert rief riefen ruft gibt gab gaben las liest
    neutral speech clause bare finite: fasste resümierte resümiert begründet begründete begründeten beschloss fuhr
    neutral speech clause bare finite: wertete werten wertet sah sieht sahen schilderte schildert titelte titelt
    neutral speech clause bare finite: verlautete verlautet konstatierte konstatiert charakterisierte
    neutral speech past-participle: gesagt erklärt mitgeteilt berichtet geschrieben gemeldet erzählt ergänzt
    neutral speech past-participle: hinzugefügt geantwortet bemerkt verkündet gesprochen geäußert kommentiert zitiert
    neutral speech past-participle: genannt bezeichnet beschrieben formuliert getwittert gerufen angegeben begründet
    neutral speech past-participle: gewertet bekanntgegeben ausgesagt tituliert eingestuft dargestellt angekündigt
    claiming speech clause bare finite: meint meinte meinten behauptet behauptete behaupteten versichert versicherte
    claiming speech clause bare finite: versicherten argumentiert argumentierte argumentierten vermutet vermutete
    claiming speech clause bare finite: schätzt schätzte schlägt schlug deutete prognostizierte unterstellt
    claiming speech past-participle: gemeint behauptet versichert argumentiert vermutet vorgeworfen vorgeschlagen
    stressing speech clause bare finite: betont betonte betonten unterstreicht unterstrich bekräftigt bekräftigte
    stressing speech clause bare finite: bekräftigten hob hervorhob verwies verweist wies weist
    stressing speech past-participle: betont unterstrichen bekräftigt hervorgehoben
    conceding speech clause bare finite: gesteht gestand räumte räumt bestätigt bestätigte bestätigten stimmte
    conceding speech past-participle: eingeräumt bestätigt gestanden zugegeben
    doubting speech clause bare finite: bezweifelt bezweifelte bezweifelten zweifelt zweifelte
    denying speech clause bare finite: bestreitet bestritt bestritten dementiert dementierte dementierten widerspricht
    denying speech clause bare finite: widersprach leugnete leugnet verneinte
    denying speech past-participle: bestritten dementiert zurückgewiesen abgelehnt verneint
    asking speech clause question finite: fragt fragte fragten fordert forderte forderten bat bittet baten verlangt
    asking speech clause question finite: verlangte verlangten appellierte appelliert drängte mahnte mahnt rät riet
    asking speech past-participle: gefragt gefordert gebeten verlangt aufgefordert gemahnt
    promising speech clause bare finite: verspricht versprach versprachen droht drohte drohten kündigte kündigten
    promising speech clause bare finite: kündigt gelobte
    promising speech past-participle: versprochen gedroht
    warning speech clause bare finite: warnt warnte warnten
    warning speech past-participle: gewarnt
    believing speech clause bare finite: glaubt glaubte glaubten denkt dachte dachten findet fand fanden hält hielt
    believing speech clause bare finite: hofft hoffte hofften befürchtet befürchtete befürchteten zeigte zeigt zeigten
    believing speech clause bare finite: wünscht wünschte weiß wusste erinnerte erinnert empfand
    believing speech past-participle: geglaubt gedacht gehofft befürchtet gehalten empfunden
    praising speech clause bare finite: lobt lobte lobten würdigt würdigte würdigten begrüßt begrüßte begrüßten
    praising speech clause bare finite: gratulierte feierte dankte freute freut
    praising speech past-participle: gelobt gewürdigt begrüßt
    blaming speech clause bare finite: kritisiert kritisierte kritisierten beklagt beklagte beklagten bemängelt
    blaming speech clause bare finite: bemängelte verurteilt verurteilte verurteilten warf wirft rügte tadelte
    blaming speech clause bare finite: bedauert bedauerte beschuldigt beschuldigte kritisieren
    blaming speech past-participle: kritisiert beklagt bemängelt verurteilt beschuldigt
    neutral speech clause finite: prangert prangerten prangerte geht gehen ging charakterisiert sprach begründet verteidigt
    neutral speech clause finite: verteidigte tituliert titulierte vertritt vertrat vertraten machte äußerten wirft bestätigten
    neutral speech clause finite: stellte stellten stellt ließ bewertete bewertet beurteilte beurteilt urteilte schlug hob
    neutral speech clause bare finite: ausdrückte drückte befand befindet
    denying speech clause finite: lehnte lehnten lehnt
    asking speech clause finite: aufforderte
    claiming speech clause finite: rechtfertigte rechtfertigt verglich vergleicht
    finite: kam kamen kommt nahm nahmen nimmt zog zogen zieht trat traten tritt begann begannen beginnt blieb blieben
    finite: bleibt lebte lebten lebt arbeitete arbeitet besuchte besuchten traf trafen trifft erhielt erhielten erhält
    finite: gewann gewannen gewinnt verlor verliert lag lagen liegt griff griffen greift startete starteten reagierte
    finite: reagierten reagiert setzte setzten setzt wandte wandten schien schienen scheint brachte brachten bringt
    finite: veröffentlichte veröffentlichten unterzeichnete unterzeichneten übergab übergaben übernahm übernahmen
    finite: scheiterte scheiterten erschien erschienen erscheint starb starben entstand entstanden wollte protestierte
    finite: protestierten demonstrierten demonstrierte versammelten
    source: laut zufolge gemäß
    source adverb: so
    nominative: der ein dieser jeder sein ihr
    neutral speech clause bare finite: skandierte skandierten lästerte spottete konterte stichelte murmelte flüsterte
    neutral speech clause bare finite: präzisierte präzisiert konkretisierte resümierten notierte gratulierten
    neutral speech past-participle: geheißen skandiert präzisiert resümiert notiert gelautet
    auxiliary be: ist sind war waren sei seien wäre wären bin wird werden wurde wurden
    auxiliary have: hat haben hatte hatten habe hätte hätten
    auxiliary: kann können könne könnte konnte will wollen wolle wollte soll sollen solle sollte muss müssen müsse
    auxiliary: musste darf dürfen dürfe würde würden werde möchte
    reporting-mood: sei seien habe hätten hätte wäre wären werde würden würde könne könnten wolle wollten müsse müssten solle
    reporting-mood: dürfe dürften brauche gebe gehe stehe lasse bleibe komme mache liege zeige
    adverb: auch dann später jetzt nie immer oft einmal noch nur schon bereits kürzlich erneut zuvor zunächst
    adverb: wiederum weiter hingegen dagegen jedoch aber zudem außerdem allerdings wörtlich unterdessen daraufhin
    adverb: derzeit abschließend anschließend ergänzend relativierend einschränkend zusammenfassend warnend begründend
    adverb: klarstellend insbesondere indessen deshalb daher darum demnach schließlich letztlich gleichzeitig
    adverb: nun ähnlich aktuell damals letztlich darin darauf hierzu hierbei ebenso ebenfalls kürzlich unlängst
    adverb: dabei dazu ferner hinzu mit an aus ab vor ein zurück hier dort heute gestern nicht sich offen
    determiner: der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder
    determiner: deren dessen jegliche jeglicher jegliches jeglichen solche solcher solches solchen welche welcher manche
    determiner: alle viele einige mehrere beide kein keine zwei drei vier fünf
    possessive determiner: sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere
    oblique: den dem des einen einem eines seinen seinem seines ihren ihrem ihres diesen diesem dieses keinen keinem
    oblique: ihm ihn ihnen mich mir uns jedem jeden
    citing: zitiert zitierte zitierten
    passive: wird werden wurde wurden worden
    agentive: von vom durch seitens
    opinion: bewertung bekunden
    opinion: ansicht angaben meinung worten aussage aussagen einschätzung auffassung darstellung ankündigung informationen überzeugung
    preposition: in im am an auf bei beim mit von vom zu zum zur aus nach vor über unter für gegen durch um ohne
    preposition: angesichts anlässlich aufgrund bezüglich hinsichtlich infolge mithilfe anhand innerhalb außerhalb mittels
    preposition: während wegen seit gegenüber zwischen neben hinter laut trotz bis
    coordinator: und oder aber sondern denn
    subordinator: weil während wenn als obwohl nachdem bevor da damit sobald wie
    that: dass daß
    question-word: was wie warum wer wo wann ob weshalb
    he: er
    she: sie
    they: sie
    it: es
    first: ich wir
    someone: jemand niemand man
    reflexive: sich
    relative: der die das den dem
    title male: herr könig prinz
    title female: frau königin prinzessin
    title: dr. prof. präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin
    title: ministerpräsident ministerpräsidentin außenminister außenministerin innenminister innenministerin
    title: finanzminister finanzministerin verteidigungsminister bürgermeister bürgermeisterin papst bischof kardinal
    title: general oberst richter richterin trainer chef chefin sprecher sprecherin vorsitzender vorsitzende
    person: mann frau sprecher sprecherin polizeisprecher experte experten kritiker leiter leiterin politiker
    person: politikerin abgeordnete abgeordneter wissenschaftler forscher autor autorin anwalt anwälte arzt ärzte
    person: lehrer richter chef präsident minister zeuge zeugen augenzeugen bewohner vertreter mitarbeiter behörden
    group: polizei regierung bundesregierung staatsanwaltschaft gericht partei fraktion unternehmen konzern firma
    group: nachrichtenagentur tageszeitung fernsehsender sender universität demonstranten opposition
    group: zeitung magazin agentur ministerium behörde verband gewerkschaft organisation bank verein
    document: bericht erklärung mitteilung studie umfrage brief stellungnahme pressemitteilung meldung urteil
    time: januar februar märz april mai juni juli august september oktober november dezember woche jahr monat
    time: montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute gestern morgen
    """
}
