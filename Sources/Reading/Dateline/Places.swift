/// Places that need no other sign to be taken for one: cities that open datelines, and the countries and states behind them.
enum Places {
  static func containCity(_ name: String) -> Bool { cities.contains(name.lowercased()) }

  /// Whether a name is a country's or a state's, as datelines cut them: `Wis.`, `West Germany`.
  static func containRegion(_ name: String) -> Bool {
    regions.contains(name.lowercased()) || postalCodes.contains(name)
  }

  private static let postalCodes = Set(
    """
    AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV
    NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY DC AB BC MB NB NL NS ON PE QC SK
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static func set(_ names: String) -> Set<String> {
    Set(names.split { $0 == "," || $0 == "\n" }.map { String($0.drop { $0 == " " }) })
  }

  private static let cities = set(
    """
    aachen,aarhus,aberdeen,abidjan,abu dhabi,abuja,acapulco,accra,adana,addis ababa,adelaide,aden,agra
    ahmedabad,albany,albuquerque,aleppo,alexandria,algiers,alicante,aligarh,allahabad,almaty,amman
    amritsar,amsterdam,anchorage,ankara,antalya,antananarivo,antwerp,ashgabat,asheville,asmara,astana
    asunción,asuncion,athens,atlanta,auckland,augusta,austin,baghdad,baku,bali,baltimore,bamako
    bangalore,bangkok,bangui,barcelona,bari,basel,basle,basra,baton rouge,beijing,beirut,belfast,belgrade
    belo horizonte,bengaluru,benghazi,berkeley,berlin,bern,berne,bethlehem,beverly hills,bhopal
    bhubaneswar,bilbao,birmingham,bishkek,bogota,bogotá,bologna,bombay,bonn,bordeaux,boston,boulder
    brasilia,brasília,bratislava,brazzaville,bregenz,bremen,brisbane,bristol,brussels,bruxelles,bucharest
    budapest,buenos aires,buffalo,bujumbura,burlington,cairo,calcutta,calgary,cambridge,camp david
    canberra,cannes,cape canaveral,cape town,caracas,cardiff,casablanca,chandigarh,charleston,charlotte
    chennai,chicago,chișinău,chisinau,christchurch,cincinnati,cleveland,colombo,columbus,conakry
    concord,copenhagen,córdoba,cordoba,cotonou,cracow,dacca,dakar,dallas,damascus,dar es salaam,darwin
    davos,dayton,dehradun,delhi,denver,des moines,detroit,dhaka,djibouti,doha,donetsk,dortmund,douala
    dresden,dubai,dublin,duesseldorf,durban,dushanbe,dusseldorf,düsseldorf,edinburgh,edmonton
    eindhoven,erbil,erfurt,essen,faisalabad,fallujah,flint,florence,frankfurt,freetown,fresno,gaborone,gaza
    gaza city,gdansk,geneva,genève,genf,genoa,georgetown,gibraltar,glasgow,goma,gothenburg,graz
    grenoble,guadalajara,guangzhou,guantanamo bay,guatemala city,guayaquil,gujranwala,guwahati,halifax
    hamburg,hamilton,hannover,hanoi,hanover,harare,harrisburg,hartford,havana,hebron,helsinki,herat
    hiroshima,homs,ho chi minh city,hobart,hong kong,honolulu,houston,hyderabad,ibadan,idlib,indianapolis,innsbruck
    irbil,islamabad,istanbul,izmir,jaffna,jaipur,jakarta,jalalabad,jammu,jeddah,jefferson city,jenin
    jerusalem,johannesburg,jos,juba,juneau,kabul,kaduna,kampala,kandahar,kano,kansas city,karachi
    karlsruhe,kathmandu,kazan,khan younis,khartoum,kharkiv,kherson,kiel,kiev,kigali,kingston,kinshasa
    kirkuk,kochi,kolkata,köln,kraków,krakow,kuala lumpur,kunduz,kuwait city,kyiv,kyoto,la paz,lagos
    lahore,las vegas,lausanne,leeds,leicester,leipzig,liège,libreville,lille,lilongwe,lima,limassol
    lincoln,linz,lisboa,lisbon,liverpool,ljubljana,lomé,lome,london,los angeles,louisville,luanda,lubumbashi
    lucknow,lugano,lusaka,luxembourg,lviv,lyon,lyons,madison,madras,madrid,magdeburg,mainz,majuro,malabo
    malaga,málaga,male,malmo,malmö,managua,manama,manchester,mandalay,manila,mannheim,maputo,mariupol
    marrakech,marseille,marseilles,maseru,mbabane,mecca,medellin,medellín,melbourne,memphis,mexico city
    miami,milan,milano,milwaukee,minneapolis,minsk,mogadishu,mombasa,monaco,monrovia,monte carlo
    monterrey,montevideo,montgomery,montpelier,montpellier,montreal,montréal,moscow,moskau,mosul,mumbai
    munich,münchen,multan,murmansk,mykolaiv,muscat,muzaffarabad,nablus,nagasaki,nagoya,nagpur,nairobi,nantes
    najaf,naples,nashville,nassau,naypyitaw,n'djamena,new delhi,new haven,new orleans,new york,newark,newcastle
    niamey,nice,nicosia,nouakchott,norfolk,nottingham,nouméa,nuremberg,nürnberg,oakland,odesa,odessa,oklahoma city
    olympia,omaha,orlando,osaka,oslo,ottawa,ouagadougou,oxford,palermo,palm beach,panama city,paramaribo
    paris,patna,penang,perth,peshawar,philadelphia,phnom penh,phoenix,pittsburgh,podgorica,port louis
    port moresby,port of spain,port-au-prince,portland,porto,potsdam,prag,prague,praia,pretoria,pristina
    providence,pune,pyongyang,quebec,québec,quebec city,quetta,quito,rabat,rafah,raipur,raleigh,ramadi,ramallah
    ranchi,rangoon,rawalpindi,reno,rennes,reykjavik,richmond,riga,rio de janeiro,riyadh,rochester,rom,roma,rome
    rostock,rotterdam,sacramento,saint louis,salem,salt lake city,salvador,salzburg,san antonio,san diego
    san francisco,san jose,san josé,san juan,san salvador,sanaa,santa fe,santiago,santo domingo,são paulo
    sao paulo,sapporo,sarajevo,saarbrücken,schwerin,seattle,seoul,sevilla,seville,shanghai,sharjah
    sharm el-sheikh,sheffield,shenzhen,shimla,simferopol,singapore,skopje,sofia,southampton,spokane
    springfield,srebrenica,srinagar,st. gallen,st. louis,st. paul,st. petersburg,stockholm,strasbourg
    straßburg,stuttgart,sucre,surat,suva,sydney,taipei,tallahassee,tallinn,tampa,tashkent,tbilisi,teheran
    tegucigalpa,tehran,tel aviv,the hague,thessaloniki,thimphu,thiruvananthapuram,tijuana,tirana,tokio
    tokyo,toledo,toronto,toulouse,trenton,trieste,tripoli,tucson,tulsa,tunis,turin,turku,ulaanbaatar
    ulan bator,united nations,utrecht,vaduz,valencia,valletta,valparaíso,vancouver,varanasi,vatican city
    venice,verona,versailles,victoria,vienna,vientiane,vilnius,vladivostok,warsaw,warschau,washington
    wellington,west palm beach,wien,wiesbaden,wilmington,windhoek,winnipeg,wolfsburg,wuhan,xian,yangon,yaoundé
    yaounde,yekaterinburg,yerevan,yokohama,zagreb,zaragoza,zaporizhzhia,zurich,zürich
    """)

  private static let regions = set(
    """
    ala.,alabama,alaska,alaska.,ariz.,arizona,ark.,arkansas,calif.,california,colo.,colorado,conn.
    connecticut,d.c.,dc,del.,delaware,fla.,florida,ga.,georgia,hawaii,hi.,idaho,ill.,illinois,ind.,indiana,iowa
    kan.,kansas,kentucky,ky.,la.,louisiana,maine,maryland,mass.,massachusetts,md.,mich.,michigan,minn.
    minnesota,miss.,mississippi,missouri,mo.,mont.,montana,n.c.,n.d.,n.h.,n.j.,n.m.,n.y.,neb.,nebraska
    nev.,nevada,new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio,okla.
    oklahoma,ore.,oregon,pa.,penn.,pennsylvania,r.i.,rhode island,s.c.,s.d.,south carolina,south dakota,tenn.
    tennessee,tex.,texas,u.s.,utah,va.,vermont,virginia,vt.,w. va.,w.va.,wash.,washington,west virginia,wis.,wisconsin
    wyo.,wyoming,puerto rico,guam
    alberta,b.c.,british columbia,manitoba,new brunswick,newfoundland,nova scotia,ont.,ontario,p.e.i.
    prince edward island,quebec,que.,saskatchewan,yukon,nunavut,alta.,man.,sask.,n.s.,n.b.
    new south wales,queensland,south australia,tasmania,victoria,western australia,northern territory
    england,scotland,wales,northern ireland,uk,britain,great britain,united kingdom
    afghanistan,albania,algeria,andorra,angola,antarctica,argentina,armenia,aruba,australia,austria
    azerbaijan,bahamas,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bermuda,bhutan,bolivia
    bosnia,bosnia and herzegovina,bosnia-herzegovina,botswana,brazil,brunei,bulgaria,burkina faso,burma
    burundi,cambodia,cameroon,canada,cape verde,cayman islands,central african republic,chad,chile,china
    colombia,comoros,congo,costa rica,crimea,croatia,cuba,cyprus,czech republic,czechia,czechoslovakia,denmark
    djibouti,dominica,dominican republic,dubai,east germany,east timor,ecuador,egypt,el salvador
    equatorial guinea,eritrea,estonia,eswatini,ethiopia,faroe islands,fiji,finland,france,gabon,gambia
    gaza strip,germany,ghana,gibraltar,greece,greenland,grenada,guatemala,guinea,guinea-bissau,guyana,haiti
    holland,honduras,hong kong,hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,ivory coast
    jamaica,japan,jordan,kazakhstan,kenya,kosovo,kuwait,kyrgyzstan,laos,latvia,lebanon,lesotho,liberia
    libya,liechtenstein,lithuania,luxembourg,macau,macedonia,madagascar,malawi,malaysia,maldives,mali,malta
    mauritania,mauritius,mexico,micronesia,moldova,monaco,mongolia,montenegro,morocco,mozambique,myanmar
    namibia,nauru,nepal,netherlands,new zealand,nicaragua,niger,nigeria,north korea,north macedonia,norway
    oman,pakistan,palau,palestine,panama,papua new guinea,paraguay,peru,philippines,poland,portugal,qatar
    romania,russia,rwanda,samoa,san marino,saudi arabia,senegal,serbia,seychelles,sierra leone,singapore
    slovakia,slovenia,solomon islands,somalia,somaliland,south africa,south korea,south sudan,soviet union
    spain,sri lanka,sudan,suriname,swaziland,sweden,switzerland,syria,taiwan,tajikistan,tanzania,thailand
    the netherlands,tibet,timor-leste,togo,tonga,trinidad,trinidad and tobago,tunisia,turkey,turkmenistan
    türkiye,tuvalu,u.a.e.,uae,uganda,ukraine,united arab emirates,united states,uruguay,uzbekistan,vanuatu
    vatican city,venezuela,vietnam,west bank,west germany,yemen,yugoslavia,zaire,zambia,zimbabwe
    """)
}
