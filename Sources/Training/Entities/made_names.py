"""Names that nobody bears, put together of words and syllables: what they are, only the words around them or within them can tell.

  B bands   F ships, vehicles, products   H sites   I abbreviations of things   K companies   Q broadcasters   S clubs   U schools
  V villages   X works   Y units   Z authorities
"""
import re

KINDS = {"B": "ORG", "F": None, "H": "LOC", "I": None, "K": "ORG", "Q": "ORG", "S": "ORG", "U": "ORG", "V": "LOC", "X": None, "Y": "ORG",
         "Z": "ORG"}

ONSETS = "b c d f g h j k l m n p r s t v w z br ch cl cr dr fl fr gr kh kl kr pl pr sch sh sk sl st str th tr tz".split() + [""] * 4
VOWELS = "a e i o u a e i o ai au ea ee ei ie oo ou ö ü á é".split()
CODAS = ["", "", "", "", "n", "r", "l", "s", "t", "k", "m", "x", "nd", "rt", "ll", "ck", "ng", "st"]
CLUBS = """United City Rovers Wanderers Athletic Town Rangers Albion County Tigers Lions Bears Eagles Hawks Falcons Wolves Bulldogs Panthers
Sharks Giants Knights Kings Warriors Raiders Cardinals Wildcats Cougars Huskies Broncos Mustangs Stars Storm Thunder Dragons Saints
Pirates Royals Rockets Comets Blues Reds Whites Devils Bulls Rams Ravens Swans Magpies Cats Dynamo Lokomotiv FC RFC""".split()
COMPANIES = """Inc. Inc Corporation Corp. Ltd Ltd. Limited Company Co. Group Holdings Industries Motors Systems Technologies Software Electronics
Records Entertainment Pictures Studios Press Books Publishing Games Foods Stores Airlines Aircraft Energy Partners Associates International
GmbH AG Brothers Bank Insurance Cycles Steel Chemicals Design Media Productions Railway Railroad Laboratories Enterprises""".split()
SCHOOLS = ["{} University", "University of {}", "{} College", "{} High School", "{} State University", "{} Institute of Technology",
           "{} Academy", "{} School of Music", "{} Grammar School", "St. {}'s College", "{} Business School", "{} Law School"]
SITES = """Park Stadium Arena Bridge Street Road Avenue Airport Station Castle Hall Square Tower Lake River Creek Valley Mountains Bay Beach
Island Islands Hill Hills Forest County Township Parish Dock Harbour Field Gardens House Manor Line Highway Prison Cemetery Cathedral Church
Gym Speedway Racecourse Falls Canyon Glacier Peak Ranch Plantation Gate""".split()
# Last words of names that make them places, whoever runs these.
PLACES = set("""river lake mountains island islands valley county province street avenue road park bridge airport station stadium arena tower
castle palace creek canal highway township prefecture oblast municipality cemetery square beach hills peninsula reservoir dam""".split())
VILLAGES = ["{}by", "{}ton", "{}ville", "{}ham", "{}wick", "{}burg", "{}dorf", "{}ford", "{}ovo", "{}ice", "{}ino", "{}pur", "{}abad"]
AREAS = ["Lower {}", "Upper {}", "East {}", "New {}", "Great {}", "Little {}", "{} Hills", "Port {}", "Fort {}", "Camp {}", "{} Heights",
         "Saint-{}", "San {}", "{} Park", "{} Springs", "Bad {}", "{}-on-Sea", "{} upon Avon"]
UNITS = """Infantry Division;Infantry Regiment;Fighter Squadron;Bomber Group;Armored Division;Cavalry Regiment;Airborne Division;Volunteer Infantry;
Field Artillery Regiment;Tactical Fighter Wing;Panzer Division;Army Corps;Air Force;Army;Battalion;Brigade;Fleet;Marine Regiment;Air Wing"""
UNITS = [unit.strip() for unit in UNITS.split(";")]
FIELDS = """Health Education Defence Defense Finance Justice Agriculture Transport Labour Energy Environment Culture Trade Commerce
Interior Housing Fisheries Tourism Science Sport Industry Planning Immigration Customs Statistics""".split()
AUTHORITIES = ["Ministry of {f}", "{f} Ministry", "{f} Department", "Department of {f}", "{n} Senate", "{n} House of Representatives",
               "{n} Congress", "{n} Parliament", "{c} City Council", "{c} Police Department", "{n} Supreme Court", "National {f} Agency",
               "{n} {f} Ministry", "{n} Department of {f}", "{f} Committee", "{c} County Council", "Bank of {n}", "{n} National Bank",
               "{n} Air Force", "{n} Navy", "{n} Football Federation", "{n} Olympic Committee", "Institute of {f}", "{c} District Court"]
CRAFT = ["HMS {}", "USS {}", "SS {}", "{} 500", "F-{n} {}", "B-{n} {}", "{} X{n}", "MV {}", "{} Mark {n}", "{} GT", "Airbus A3{n}", "{} {n}"]
AWARDS = ["{} Prize", "{} Award", "{} Trophy", "{} Cup", "{} Medal", "{} Festival", "{} Open", "{} Championship", "Battle of {}", "Treaty of {}",
          "{} Rebellion", "{} Act"]


def words(gazetteer):
    """Words that are common in small letters, for titles and bands."""
    found = []
    for line in open(gazetteer, encoding="utf8"):
        phrase, kinds, small, *_ = line.rstrip("\n").split("\t")
        kinds = set(kinds.split(","))
        if kinds & {"noun", "modifier", "verb-form"} and small != "0" and re.fullmatch("[a-z]{3,9}", phrase):
            found.append(phrase.title())
    return found


def countries(gazetteer):
    """Countries and states by one word or two."""
    found = []
    for line in open(gazetteer, encoding="utf8"):
        phrase, kinds, *_ = line.split("\t")
        if "country" in kinds.split(",") and re.fullmatch("[a-z]{4,}( [a-z]{4,})?", phrase):
            found.append(phrase.title())
    return found


class Maker:
    def __init__(self, gazetteer, replace, dice):
        self.words, self.replace, self.dice = words(gazetteer), replace, dice
        self.countries = countries(gazetteer)

    def __call__(self, slot):
        return getattr(self, slot)()

    def coined(self, least=1, most=3):
        dice = self.dice
        word = "".join(dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(CODAS) for _ in range(dice.randint(least, most)))
        return word.capitalize() if len(word) > 2 else self.coined(2, 3)

    def family(self):
        return self.dice.choice(self.replace.family)

    def city(self):
        return self.dice.choice(self.replace.cities)

    def base(self):
        return self.dice.choice((self.family, self.city, self.coined, lambda: self.dice.choice(self.words)))()

    def plain(self, least=1, most=3):
        return [self.dice.choice(self.words) for _ in range(self.dice.randint(least, most))]

    def B(self):
        dice = self.dice
        name = dice.choice((lambda: " ".join(self.plain()), lambda: " ".join(self.plain()), lambda: self.coined(2, 3),
                            lambda: f"The {dice.choice(self.words)}s", lambda: f"{self.family()} {dice.choice(('Band', 'Quartet', 'Trio'))}",
                            lambda: f"{dice.choice(self.words)} of {dice.choice(self.words)}",
                            lambda: f"{dice.choice(self.words)} and the {dice.choice(self.words)}s"))()
        return name

    def X(self):
        dice = self.dice
        small = dice.choice(("of", "in the", "and", "to", "for the", "from", "on", "with"))
        return dice.choice((lambda: " ".join(self.plain(1, 4)), lambda: f"{' '.join(self.plain(1, 2))} {small} {' '.join(self.plain(1, 2))}",
                            lambda: f"The {' '.join(self.plain(1, 2))}", lambda: dice.choice(AWARDS).format(self.base()),
                            lambda: f"A {' '.join(self.plain(2, 2))}"))()

    def F(self):
        return self.dice.choice(CRAFT).format(self.base(), n=self.dice.randint(1, 90))

    def H(self):
        dice = self.dice
        if dice.random() < 0.2:
            return dice.choice(("Mount {}", "Lake {}", "Cape {}", "River {}", "{} River", "Highway {n}", "Route {n}")).format(
                self.base(), n=dice.randint(2, 400))
        return f"{self.base()} {dice.choice(SITES)}"

    def K(self):
        dice = self.dice
        return dice.choice((
            lambda: self.coined(2, 3), lambda: self.coined(2, 3), lambda: self.family(), lambda: self.coined(2, 2).upper(),
            lambda: f"{self.base()} {dice.choice(COMPANIES)}", lambda: f"{self.base()} {dice.choice(COMPANIES)}",
            lambda: f"{self.family()} & {self.family()}", lambda: f"{self.family()} & Sons",
            lambda: f"{self.base()} {dice.choice(self.words)} {dice.choice(COMPANIES)}", lambda: " ".join(self.plain(2, 2)),
            lambda: "".join(self.plain(2, 2)), lambda: f"{self.coined()}-{self.coined()}"))()

    def Q(self):
        dice = self.dice
        letters = "".join(dice.choice("ABCDEFGHIKLMNPRSTVWZ") for _ in range(3))
        return dice.choice((f"W{letters}", f"K{letters}", f"{dice.randint(2, 9)}{letters[:2]}", f"Radio {self.city()}", f"{letters} Radio",
                            f"Channel {dice.randint(2, 60)}", f"Radio {dice.randint(1, 6)}", f"{letters}-TV", f"{self.base()} TV"))

    def S(self):
        dice, club = self.dice, self.dice.choice(CLUBS)
        return dice.choice((lambda: self.city(), lambda: self.city(), lambda: f"{self.city()} {club}", lambda: f"{self.city()} {club}",
                            lambda: f"{self.coined(2)} {club}", lambda: club + "s" if club[-1] in "dyn" else club,
                            lambda: f"{dice.choice(('FC', 'AC', 'SV', 'Real', 'CD'))} {self.city()}"))()

    def U(self):
        return self.dice.choice(SCHOOLS).format(self.dice.choice((self.city, self.family))())

    def V(self):
        dice = self.dice
        if dice.random() < 0.5:
            return dice.choice(VILLAGES).format(self.coined(1, 2))
        return dice.choice(AREAS).format(dice.choice((self.coined, self.family, self.city))()) if dice.random() < 0.6 else self.coined(2, 3)

    def Y(self):
        dice = self.dice
        n = dice.randint(1, 180)
        nth = f"{n}{'th' if 10 < n % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
        return dice.choice((f"{nth} {dice.choice(UNITS)}", f"{nth} {dice.choice(UNITS)}", f"{n} Squadron",
                            f"{nth} {self.city()} {dice.choice(UNITS)}", f"{self.city()} {dice.choice(UNITS)}"))

    def I(self):
        return "".join(self.dice.choice("ABCDEFGHILMNOPRSTUV") for _ in range(self.dice.choice((2, 3, 3, 3, 4))))

    def Z(self):
        dice = self.dice
        return dice.choice(AUTHORITIES).format(f=dice.choice(FIELDS), c=self.city(), n=dice.choice(self.countries))
