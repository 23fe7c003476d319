// Words for numbers, money and measures: French, Spanish, Italian, Portuguese.

extension AmountWords {
  static let french = AmountWords(
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

  static let spanish = AmountWords(
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

  static let italian = AmountWords(
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

  static let portuguese = AmountWords(
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
}
