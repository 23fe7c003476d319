/// Countries and their peoples in English: facts, written down for this project; codes as in ISO 3166-1.
enum CountryWordLists {
  /// Code, names with the usual one first, words for its people and what is theirs.
  static let countries: StaticString = """
    AD|Andorra|Andorran;Andorrans
    AE|United Arab Emirates;UAE;U.A.E.;Emirates|Emirati;Emiratis
    AF|Afghanistan|Afghan;Afghans
    AL|Albania|Albanian;Albanians
    AM|Armenia|Armenian;Armenians
    AO|Angola|Angolan;Angolans
    AR|Argentina|Argentine;Argentines;Argentinian;Argentinians
    AT|Austria|Austrian;Austrians
    AU|Australia|Australian;Australians;Aussie;Aussies
    AZ|Azerbaijan|Azerbaijani;Azerbaijanis;Azeri;Azeris
    BA|Bosnia;Bosnia and Herzegovina|Bosnian;Bosnians
    BB|Barbados|Barbadian;Barbadians
    BD|Bangladesh|Bangladeshi;Bangladeshis
    BE|Belgium|Belgian;Belgians
    BF|Burkina Faso|Burkinabe
    BG|Bulgaria|Bulgarian;Bulgarians
    BH|Bahrain|Bahraini;Bahrainis
    BI|Burundi|Burundian;Burundians
    BJ|Benin|Beninese
    BN|Brunei|Bruneian;Bruneians
    BO|Bolivia|Bolivian;Bolivians
    BR|Brazil|Brazilian;Brazilians
    BS|Bahamas|Bahamian;Bahamians
    BT|Bhutan|Bhutanese
    BW|Botswana|Botswanan
    BY|Belarus|Belarusian;Belarusians
    BZ|Belize|Belizean;Belizeans
    CA|Canada|Canadian;Canadians
    CD|Congo;Democratic Republic of Congo;Democratic Republic of the Congo;DRC|Congolese
    CF|Central African Republic|
    CH|Switzerland|Swiss
    CI|Ivory Coast|Ivorian;Ivorians
    CL|Chile|Chilean;Chileans
    CM|Cameroon|Cameroonian;Cameroonians
    CN|China;People's Republic of China;PRC|Chinese
    CO|Colombia|Colombian;Colombians
    CR|Costa Rica|Costa Rican;Costa Ricans
    CU|Cuba|Cuban;Cubans
    CV|Cape Verde|Cape Verdean;Cape Verdeans
    CY|Cyprus|Cypriot;Cypriots
    CZ|Czech Republic;Czechia|Czech;Czechs
    DE|Germany;Federal Republic of Germany|German;Germans
    DJ|Djibouti|Djiboutian
    DK|Denmark|Danish;Danes;Dane
    DO|Dominican Republic|
    DZ|Algeria|Algerian;Algerians
    EC|Ecuador|Ecuadorian;Ecuadorians
    EE|Estonia|Estonian;Estonians
    EG|Egypt|Egyptian;Egyptians
    ER|Eritrea|Eritrean;Eritreans
    ES|Spain|Spanish;Spaniard;Spaniards
    ET|Ethiopia|Ethiopian;Ethiopians
    FI|Finland|Finnish;Finn;Finns
    FJ|Fiji|Fijian;Fijians
    FR|France;French Republic|French;Frenchman;Frenchmen;Frenchwoman
    GA|Gabon|Gabonese
    GB|United Kingdom;UK;U.K.;Britain;Great Britain|British;Briton;Britons;Brit;Brits
    GE|Georgia|Georgian;Georgians
    GH|Ghana|Ghanaian;Ghanaians
    GL|Greenland|Greenlandic;Greenlander;Greenlanders
    GM|Gambia;The Gambia|Gambian;Gambians
    GN|Guinea|Guinean;Guineans
    GR|Greece|Greek;Greeks
    GT|Guatemala|Guatemalan;Guatemalans
    GY|Guyana|Guyanese
    HK|Hong Kong|Hongkonger;Hongkongers
    HN|Honduras|Honduran;Hondurans
    HR|Croatia|Croatian;Croatians;Croat;Croats
    HT|Haiti|Haitian;Haitians
    HU|Hungary|Hungarian;Hungarians
    ID|Indonesia|Indonesian;Indonesians
    IE|Ireland;Republic of Ireland|Irish;Irishman;Irishmen;Irishwoman
    IL|Israel|Israeli;Israelis
    IN|India|Indian;Indians
    IQ|Iraq|Iraqi;Iraqis
    IR|Iran;Islamic Republic of Iran|Iranian;Iranians
    IS|Iceland|Icelandic;Icelander;Icelanders
    IT|Italy|Italian;Italians
    JM|Jamaica|Jamaican;Jamaicans
    JO|Jordan|Jordanian;Jordanians
    JP|Japan|Japanese
    KE|Kenya|Kenyan;Kenyans
    KG|Kyrgyzstan|Kyrgyz
    KH|Cambodia|Cambodian;Cambodians
    KP|North Korea|North Korean;North Koreans
    KR|South Korea|South Korean;South Koreans
    KW|Kuwait|Kuwaiti;Kuwaitis
    KZ|Kazakhstan|Kazakh;Kazakhs
    LA|Laos|Laotian;Laotians
    LB|Lebanon|Lebanese
    LI|Liechtenstein|
    LK|Sri Lanka|Sri Lankan;Sri Lankans
    LR|Liberia|Liberian;Liberians
    LS|Lesotho|
    LT|Lithuania|Lithuanian;Lithuanians
    LU|Luxembourg|Luxembourger;Luxembourgers
    LV|Latvia|Latvian;Latvians
    LY|Libya|Libyan;Libyans
    MA|Morocco|Moroccan;Moroccans
    MC|Monaco|Monegasque
    MD|Moldova|Moldovan;Moldovans
    ME|Montenegro|Montenegrin;Montenegrins
    MG|Madagascar|Malagasy
    MK|North Macedonia;Macedonia|Macedonian;Macedonians
    ML|Mali|Malian;Malians
    MM|Myanmar;Burma|Burmese
    MN|Mongolia|Mongolian;Mongolians
    MR|Mauritania|Mauritanian;Mauritanians
    MT|Malta|Maltese
    MU|Mauritius|Mauritian;Mauritians
    MV|Maldives|Maldivian;Maldivians
    MW|Malawi|Malawian;Malawians
    MX|Mexico|Mexican;Mexicans
    MY|Malaysia|Malaysian;Malaysians
    MZ|Mozambique|Mozambican;Mozambicans
    NA|Namibia|Namibian;Namibians
    NE|Niger|Nigerien;Nigeriens
    NG|Nigeria|Nigerian;Nigerians
    NI|Nicaragua|Nicaraguan;Nicaraguans
    NL|Netherlands;Holland|Dutch;Dutchman;Dutchmen;Dutchwoman
    NO|Norway|Norwegian;Norwegians
    NP|Nepal|Nepali;Nepalis;Nepalese
    NZ|New Zealand|New Zealander;New Zealanders;Kiwi;Kiwis
    OM|Oman|Omani;Omanis
    PA|Panama|Panamanian;Panamanians
    PE|Peru|Peruvian;Peruvians
    PG|Papua New Guinea|Papua New Guinean
    PH|Philippines|Philippine;Filipino;Filipinos;Filipina
    PK|Pakistan|Pakistani;Pakistanis
    PL|Poland|Polish;Poles
    PR|Puerto Rico|Puerto Rican;Puerto Ricans
    PS|Palestine|Palestinian;Palestinians
    PT|Portugal|Portuguese
    PY|Paraguay|Paraguayan;Paraguayans
    QA|Qatar|Qatari;Qataris
    RO|Romania|Romanian;Romanians
    RS|Serbia|Serbian;Serbians;Serb;Serbs
    RU|Russia;Russian Federation|Russian;Russians
    RW|Rwanda|Rwandan;Rwandans
    SA|Saudi Arabia|Saudi;Saudis;Saudi Arabian;Saudi Arabians
    SC|Seychelles|Seychellois
    SD|Sudan|Sudanese
    SE|Sweden|Swedish;Swede;Swedes
    SG|Singapore|Singaporean;Singaporeans
    SI|Slovenia|Slovenian;Slovenians;Slovene;Slovenes
    SK|Slovakia|Slovak;Slovaks;Slovakian
    SL|Sierra Leone|Sierra Leonean;Sierra Leoneans
    SN|Senegal|Senegalese
    SO|Somalia|Somali;Somalis
    SR|Suriname|Surinamese
    SS|South Sudan|South Sudanese
    SV|El Salvador|Salvadoran;Salvadorans
    SY|Syria|Syrian;Syrians
    SZ|Eswatini;Swaziland|Swazi;Swazis
    TD|Chad|Chadian;Chadians
    TG|Togo|Togolese
    TH|Thailand|Thai;Thais
    TJ|Tajikistan|Tajik;Tajiks
    TL|East Timor|East Timorese
    TM|Turkmenistan|Turkmen
    TN|Tunisia|Tunisian;Tunisians
    TO|Tonga|Tongan;Tongans
    TR|Turkey;Türkiye|Turkish;Turk;Turks
    TT|Trinidad and Tobago;Trinidad|Trinidadian;Trinidadians
    TW|Taiwan|Taiwanese
    TZ|Tanzania|Tanzanian;Tanzanians
    UA|Ukraine|Ukrainian;Ukrainians
    UG|Uganda|Ugandan;Ugandans
    US|United States;United States of America;U.S.;US;USA;U.S.A.;America|American;Americans
    UY|Uruguay|Uruguayan;Uruguayans
    UZ|Uzbekistan|Uzbek;Uzbeks
    VA|Vatican City;Vatican;Holy See|
    VE|Venezuela|Venezuelan;Venezuelans
    VN|Vietnam|Vietnamese
    WS|Samoa|Samoan;Samoans
    XK|Kosovo|Kosovar;Kosovars
    YE|Yemen|Yemeni;Yemenis
    ZA|South Africa|South African;South Africans
    ZM|Zambia|Zambian;Zambians
    ZW|Zimbabwe|Zimbabwean;Zimbabweans
    """

  /// Kind, code of the country, names, peoples: parts of countries and what holds countries.
  static let parts: StaticString = """
    region|GB|England|English;Englishman;Englishmen;Englishwoman
    region|GB|Scotland|Scottish;Scot;Scots;Scotsman
    region|GB|Wales|Welsh;Welshman;Welshmen
    region|GB|Northern Ireland|Northern Irish
    continent||Africa|
    continent||Asia|
    continent||Europe|
    continent||North America|
    continent||South America|
    continent||Antarctica|
    continent||Oceania|
    region|US|Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii;Idaho|
    region|US|Illinois;Indiana;Iowa;Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan|
    region|US|Minnesota;Mississippi;Missouri;Montana;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico|
    region|US|North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;South Carolina|
    region|US|South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;West Virginia;Wisconsin;Wyoming|
    region|CA|Alberta;British Columbia;Manitoba;New Brunswick;Newfoundland;Nova Scotia;Ontario;Quebec|
    region|CA|Saskatchewan;Yukon;Nunavut|
    region|AU|New South Wales;Queensland;South Australia;Tasmania;Western Australia;Northern Territory|
    region|DE|Bavaria;Saxony;Hesse;Thuringia;Brandenburg;Lower Saxony;Saarland|
    """
}
