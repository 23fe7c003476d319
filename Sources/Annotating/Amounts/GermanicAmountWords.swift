// Words for numbers, money and measures: English, German, Dutch.

extension AmountWords {
  static let english = AmountWords(
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

  static let german = AmountWords(
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

  static let dutch = AmountWords(
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
