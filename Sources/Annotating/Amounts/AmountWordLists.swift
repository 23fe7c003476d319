extension AmountWords {
  /// The words of a language that has a profile; English ones for others.
  static func of(_ language: Language) -> AmountWords {
    switch language.code {
    case "de": german
    case "fr": french
    case "es": spanish
    case "it": italian
    case "pt": portuguese
    case "nl": dutch
    default: english
    }
  }

  private static let english = AmountWords(
    """
    1: one
    2: two
    3: three
    4: four
    5: five
    6: six
    7: seven
    8: eight
    9: nine
    10: ten
    11: eleven
    12: twelve dozen
    13: thirteen
    14: fourteen
    15: fifteen
    16: sixteen
    17: seventeen
    18: eighteen
    19: nineteen
    20: twenty
    30: thirty
    40: forty
    50: fifty
    60: sixty
    70: seventy
    80: eighty
    90: ninety
    100: hundred
    1e3: thousand k
    1e6: million mln mn mio
    1e9: billion bn bln
    1e12: trillion tn trn
    1e15: quadrillion
    one: a an
    half: half
    fraction: third thirds quarter quarters fifth fifths sixths eighths tenth tenths
    link: of and
    %: percent pct percentage
    people: people persons person men women man woman children child dead injured wounded killed others civilians \
    victims students workers soldiers residents refugees migrants voters patients passengers police officers
    US-: us u.s american
    AU-: australian
    CA-: canadian
    NZ-: zealand
    HK-: kong
    SG-: singapore singaporean
    TW-: taiwan taiwanese
    MX-: mexican
    AR-: argentine argentinian
    CL-: chilean
    CO-: colombian
    PH-: philippine
    CH-: swiss
    SE-: swedish
    NO-: norwegian
    DK-: danish
    IS-: icelandic
    CZ-: czech
    IN-: indian
    PK-: pakistani
    LK-: lankan
    NP-: nepalese
    GB-: british
    GBP: sterling stg
    EG-: egyptian
    LB-: lebanese
    SY-: syrian
    TR-: turkish
    RU-: russian
    IR-: iranian
    SA-: saudi
    QA-: qatari
    OM-: omani
    KW-: kuwaiti
    JO-: jordanian
    IQ-: iraqi
    RS-: serbian
    ZA-: african
    KE-: kenyan
    D/USD?: dollar dollars dlr dlrs
    P/GBP?: pound pounds
    =cent: cent cents cts
    P?: peso pesos
    F?: franc francs
    K?: krona kronor krone kroner kronur koruna korunas
    R/INR?: rupee rupees
    L/TRY?: lira liras
    D?: dinar dinars
    R/SAR?: riyal riyals rial rials
    EUR: euro euros
    JPY: yen
    CNY: yuan renminbi
    RUB: rouble roubles ruble rubles
    KRW: won
    BRL: real reais
    PLN: zloty zlotys zloties
    HUF: forint forints
    ILS: shekel shekels
    ZAR: rand
    THB: baht
    MYR: ringgit
    IDR: rupiah
    AED: dirham dirhams
    KZT: tenge
    UAH: hryvnia hryvnias
    NGN: naira
    VND: dong
    BDT: taka
    =km: kilometre kilometres kilometer kilometers kms
    =m: metre metres meter meters
    =cm: centimetre centimetres centimeter centimeters
    =mm: millimetre millimetres millimeter millimeters
    =mile: mile miles
    =yard: yard yards
    =foot: foot feet ft
    =inch: inch inches
    =acre: acre acres
    =ha: hectare hectares
    =kg: kilogram kilograms kilogramme kilogrammes kilo kilos
    =g: gram grams gramme grammes
    =t: tonne tonnes
    =ton: ton tons
    =ounce: ounce ounces oz
    =pound: lb lbs
    =litre: litre litres liter liters
    =gallon: gallon gallons
    =barrel: barrel barrels
    =bushel: bushel bushels
    =MW: megawatt megawatts
    =GW: gigawatt gigawatts
    =kWh: kilowatt-hours
    =degree: degree degrees
    =second: second seconds
    =minute: minute minutes
    =hour: hour hours hrs
    =day: day days
    =week: week weeks
    =month: month months
    =year: year years yrs
    =decade: decade decades
    """)

  private static let german = AmountWords(
    """
    1: ein eine einen einem einer
    2: zwei
    3: drei
    4: vier
    5: fünf
    6: sechs
    7: sieben
    8: acht
    9: neun
    10: zehn
    11: elf
    12: zwölf dutzend
    13: dreizehn
    14: vierzehn
    15: fünfzehn
    16: sechzehn
    17: siebzehn
    18: achtzehn
    19: neunzehn
    20: zwanzig
    30: dreißig
    40: vierzig
    50: fünfzig
    60: sechzig
    70: siebzig
    80: achtzig
    90: neunzig
    100: hundert
    1e3: tausend tsd
    1e6: million millionen mio mill
    1e9: milliarde milliarden mrd
    1e12: billion billionen
    half: halbe halben
    %: prozent
    people: menschen personen leute tote toten verletzte verletzten männer frauen kinder
    US-: us-amerikanische us amerikanische
    AU-: australische
    CA-: kanadische
    CH-: schweizer
    SE-: schwedische
    NO-: norwegische
    DK-: dänische
    CZ-: tschechische
    D/USD?: dollar us-dollar
    F/CHF?: franken
    P/GBP?: pfund
    K?: kronen
    P?: peso pesos
    EUR: euro
    JPY: yen
    CNY: yuan
    RUB: rubel
    PLN: zloty
    TRY: lira
    INR: rupien
    =km: kilometer kilometern
    =m: meter metern
    =cm: zentimeter zentimetern
    =mm: millimeter millimetern
    =ha: hektar
    =kg: kilogramm kilo
    =g: gramm
    =t: tonne tonnen
    =litre: liter litern
    =barrel: barrel
    =MW: megawatt
    =GW: gigawatt
    =degree: grad
    =second: sekunde sekunden
    =minute: minute minuten
    =hour: stunde stunden
    =day: tag tage tagen
    =week: woche wochen
    =month: monat monate monaten
    =year: jahr jahre jahren
    """)

  private static let french = AmountWords(
    """
    1: un une
    2: deux
    3: trois
    4: quatre
    5: cinq
    6: six
    7: sept
    8: huit
    9: neuf
    10: dix
    11: onze
    12: douze douzaine
    13: treize
    14: quatorze
    15: quinze
    16: seize
    20: vingt
    30: trente
    40: quarante
    50: cinquante
    60: soixante
    100: cent cents
    1e3: mille
    1e6: million millions mio
    1e9: milliard milliards mrd mds
    1e12: billion billions
    link: de d d' d’ et
    %: pourcent
    people: personnes personne morts mort blessés blessé hommes femmes enfants
    US-: américains
    AU-: australiens
    CA-: canadiens
    CH-: suisses
    SE-: suédoises
    NO-: norvégiennes
    DK-: danoises
    D/USD?: dollar dollars
    F?: franc francs
    P/GBP?: livre livres
    K?: couronnes
    P?: peso pesos
    EUR: euro euros
    JPY: yen yens
    CNY: yuan yuans
    RUB: rouble roubles
    =km: kilomètre kilomètres
    =m: mètre mètres
    =cm: centimètre centimètres
    =ha: hectare hectares
    =kg: kilogramme kilogrammes kilo kilos
    =g: gramme grammes
    =t: tonne tonnes
    =litre: litre litres
    =barrel: baril barils
    =degree: degré degrés
    =second: seconde secondes
    =minute: minute minutes
    =hour: heure heures
    =day: jour jours
    =week: semaine semaines
    =month: mois
    =year: an ans année années
    """)

  private static let spanish = AmountWords(
    """
    1: un una
    2: dos
    3: tres
    4: cuatro
    5: cinco
    6: seis
    7: siete
    8: ocho
    9: nueve
    10: diez
    11: once
    12: doce docena
    13: trece
    14: catorce
    15: quince
    16: dieciséis
    17: diecisiete
    18: dieciocho
    19: diecinueve
    20: veinte
    30: treinta
    40: cuarenta
    50: cincuenta
    60: sesenta
    70: setenta
    80: ochenta
    90: noventa
    100: cien ciento
    200: doscientos doscientas
    500: quinientos quinientas
    1e3: mil
    1e6: millón millones
    1e12: billón billones
    link: de y
    people: personas persona muertos heridos hombres mujeres niños
    US-: estadounidenses
    AU-: australianos
    CA-: canadienses
    MX-: mexicanos
    AR-: argentinos
    CL-: chilenos
    CO-: colombianos
    CH-: suizos
    D/USD?: dólar dólares
    P?: peso pesos
    F?: franco francos
    P/GBP?: libra libras
    EUR: euro euros
    JPY: yen yenes
    CNY: yuan yuanes
    RUB: rublo rublos
    BRL: real reales
    =km: kilómetro kilómetros
    =m: metro metros
    =cm: centímetro centímetros
    =ha: hectárea hectáreas
    =kg: kilogramo kilogramos kilo kilos
    =g: gramo gramos
    =t: tonelada toneladas
    =litre: litro litros
    =barrel: barril barriles
    =degree: grado grados
    =second: segundo segundos
    =minute: minuto minutos
    =hour: hora horas
    =day: día días
    =week: semana semanas
    =month: mes meses
    =year: año años
    """)

  private static let italian = AmountWords(
    """
    1: un uno una
    2: due
    3: tre
    4: quattro
    5: cinque
    6: sei
    7: sette
    8: otto
    9: nove
    10: dieci
    11: undici
    12: dodici dozzina
    13: tredici
    14: quattordici
    15: quindici
    16: sedici
    17: diciassette
    18: diciotto
    19: diciannove
    20: venti
    30: trenta
    40: quaranta
    50: cinquanta
    60: sessanta
    70: settanta
    80: ottanta
    90: novanta
    100: cento
    1e3: mille mila
    1e6: milione milioni mln
    1e9: miliardo miliardi mld
    1e12: bilione bilioni
    link: di d d' d’ e
    people: persone persona morti feriti uomini donne bambini
    US-: americani statunitensi
    AU-: australiani
    CA-: canadesi
    CH-: svizzeri
    D/USD?: dollaro dollari
    F?: franco franchi
    P/GBP?: sterlina sterline
    EUR: euro
    JPY: yen
    CNY: yuan
    RUB: rublo rubli
    =km: chilometro chilometri
    =m: metro metri
    =cm: centimetro centimetri
    =ha: ettaro ettari
    =kg: chilogrammo chilogrammi chilo chili
    =g: grammo grammi
    =t: tonnellata tonnellate
    =litre: litro litri
    =barrel: barile barili
    =degree: grado gradi
    =second: secondo secondi
    =minute: minuto minuti
    =hour: ora ore
    =day: giorno giorni
    =week: settimana settimane
    =month: mese mesi
    =year: anno anni
    """)

  private static let portuguese = AmountWords(
    """
    1: um uma
    2: dois duas
    3: três
    4: quatro
    5: cinco
    6: seis
    7: sete
    8: oito
    9: nove
    10: dez
    11: onze
    12: doze dúzia
    13: treze
    14: catorze quatorze
    15: quinze
    16: dezesseis dezasseis
    17: dezessete dezassete
    18: dezoito
    19: dezenove dezanove
    20: vinte
    30: trinta
    40: quarenta
    50: cinquenta
    60: sessenta
    70: setenta
    80: oitenta
    90: noventa
    100: cem cento
    1e3: mil
    1e6: milhão milhões mi
    1e9: bilhão bilhões bi
    1e12: trilhão trilhões tri
    link: de e
    people: pessoas pessoa mortos mortes feridos homens mulheres crianças
    US-: americanos norte-americanos
    AU-: australianos
    CA-: canadenses
    CH-: suíços
    D/USD?: dólar dólares
    P?: peso pesos
    F?: franco francos
    P/GBP?: libra libras
    EUR: euro euros
    JPY: iene ienes
    CNY: yuan yuans
    RUB: rublo rublos
    BRL: real reais
    =km: quilômetro quilômetros quilómetro quilómetros
    =m: metro metros
    =cm: centímetro centímetros
    =ha: hectare hectares
    =kg: quilograma quilogramas quilo quilos
    =g: grama gramas
    =t: tonelada toneladas
    =litre: litro litros
    =barrel: barril barris
    =degree: grau graus
    =second: segundo segundos
    =minute: minuto minutos
    =hour: hora horas
    =day: dia dias
    =week: semana semanas
    =month: mês meses
    =year: ano anos
    """)

  private static let dutch = AmountWords(
    """
    1: een één
    2: twee
    3: drie
    4: vier
    5: vijf
    6: zes
    7: zeven
    8: acht
    9: negen
    10: tien
    11: elf
    12: twaalf dozijn
    13: dertien
    14: veertien
    15: vijftien
    16: zestien
    17: zeventien
    18: achttien
    19: negentien
    20: twintig
    30: dertig
    40: veertig
    50: vijftig
    60: zestig
    70: zeventig
    80: tachtig
    90: negentig
    100: honderd
    1e3: duizend
    1e6: miljoen miljoenen mln
    1e9: miljard miljarden mld
    1e12: biljoen biljoenen
    half: half
    %: procent
    people: mensen personen doden gewonden mannen vrouwen kinderen
    US-: amerikaanse
    AU-: australische
    CA-: canadese
    CH-: zwitserse
    SE-: zweedse
    NO-: noorse
    DK-: deense
    D/USD?: dollar
    F?: frank
    P/GBP?: pond
    K?: kronen kroon
    P?: peso pesos
    EUR: euro
    JPY: yen
    CNY: yuan
    RUB: roebel
    =km: kilometer
    =m: meter
    =cm: centimeter
    =ha: hectare
    =kg: kilogram kilo
    =g: gram
    =t: ton
    =litre: liter
    =barrel: vaten
    =degree: graden
    =second: seconde seconden
    =minute: minuut minuten
    =hour: uur
    =day: dag dagen
    =week: week weken
    =month: maand maanden
    =year: jaar jaren
    """)
}
