"""Who gives the second figure of two, and what it counts: how reporters bring in the second voice."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.claim import Claim

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


def last_claim(reader: Reader, lang: str, text: str) -> Claim:
    return read(reader, text, MOMENT, lang=lang).claims[-1]


@pytest.mark.parametrize(
    ("lang", "text", "name", "measure"),
    [
        # verbs of counting and claiming, in all their forms
        ("fr", "Le maire a parlé de 12 morts. L'ONG Alerte en a documenté 40.", "ONG Alerte", "person.dead"),
        (
            "fr",
            "Le maire a parlé de 12 morts. Les chasseurs, de leur côté, en déplorent 40.",
            "chasseurs",
            "person.dead",
        ),
        ("es", "El alcalde habló de 12 muertos. La Cruz Roja lleva contabilizados 40.", "Cruz Roja", "person.dead"),
        ("es", "El alcalde habló de 12 muertos. El obispo lo niega y enumera 40.", "obispo", "person.dead"),
        # between the auxiliary and its participle stands who is meant
        (
            "fr",
            "La police a signalé 12 disparus. Les familles en ont, elles, recensé 40.",
            "familles",
            "person.missing",
        ),
        # the verb's object stands before it, and sums go on
        (
            "fr",
            "L'État estime les dégâts à 12 millions d'euros. La CGT les évalue à 40 millions d'euros.",
            "CGT",
            "money.damage",
        ),
        (
            "es",
            "El Estado estima los daños en 12 millones de euros. La patronal los cifra en 40 millones de euros.",
            "patronal",
            "money.damage",
        ),
        # a clause goes on with "and"
        ("es", "Hubo 12 muertos. La oposición triplica el dato y habla de 40 muertos.", "oposición", "person.dead"),
        # a pronoun, and a verb without a subject, mean who spoke in their sentence
        (
            "es",
            "La policía contó 800 manifestantes. Los convocantes lo tildan de ridículo: ellos contaron 3.000.",
            "convocantes",
            "person.marchers",
        ),
        (
            "es",
            "La Xunta informó de 12 heridos. El alcalde discrepa: «Son 40 los heridos», asegura.",
            "alcalde",
            "person.injured",
        ),
        # among whom, for whom, and by an acronym behind a name with a country's adjective
        (
            "fr",
            "Le préfet parle de 12 morts. Chez les pêcheurs de Gato, qui les cherchent, on parle de 40 morts.",
            "pêcheurs de Gato",
            "person.dead",
        ),
        (
            "de",
            "Der Landrat sprach von 12 Toten. Bei den Fischern von Gato spricht man von 40 Toten.",
            "Fischern von Gato",
            "person.dead",
        ),
        (
            "en",
            "Police counted 2,000 marchers. For Clean Rivers, which had called the rally, it was 8,000.",
            "Clean Rivers",
            "person.marchers",
        ),
        (
            "es",
            "La policía contó 2.000 manifestantes. Para Ríos Limpios, que convocó la marcha, eran 8.000.",
            "Ríos Limpios",
            "person.marchers",
        ),
        (
            "fr",
            "Le maire parle de 12 blessés. Le Forum tunisien pour les soins (FTS) en dénombre 40.",
            "Forum tunisien pour les soins (FTS)",
            "person.injured",
        ),
        # another's clause stands between
        (
            "fr",
            "L'État recense 8 000 déplacés. Le HCR, dont les équipes sont sur place, en dénombre 30 000.",
            "HCR",
            "person.displaced",
        ),
        # who calculates what stands before
        (
            "es",
            "La policía contó 8.000 manifestantes, menos de los 30.000 que calcula CCOO.",
            "CCOO",
            "person.marchers",
        ),
        ("fr", "La police a compté 800 manifestants, loin des 3 000 revendiqués par la CGT.", "CGT", "person.marchers"),
        ("es", "La policía contó 4.000 manifestantes; los organizadores, 15.000.", "organizadores", "person.marchers"),
        # who was on duty is not whom the figure of the next speaker counts
        (
            "en",
            "The ministry reported 4,500 displaced people. Some 300 officers came. Families put the figure at 9,000.",
            "Families",
            "person.displaced",
        ),
        # a figure given, or described, two sentences behind the one that it stands against
        (
            "en",
            "45 people were killed, police said. It rained. The figure given by the union was 62.",
            "union",
            "person.dead",
        ),
        (
            "fr",
            "La police a compté 45 morts. Il pleuvait. La CGT donne un chiffre bien plus élevé : 62.",
            "CGT",
            "person.dead",
        ),
        ("fr", "La police a compté 45 morts. Il pleuvait. « Il y en a eu 62 », dit la CGT.", "CGT", "person.dead"),
        ("es", "Hubo 45 muertos. «Fueron 62», aseguró el sindicato.", "sindicato", "person.dead"),
        ("de", "Es gab 45 Tote, so die Polizei. Es regnete. Der Verband zählte 62.", "Verband", "person.dead"),
        # "the true figure" is no verb
        ("fr", "Il y a eu 45 morts. Le syndicat soutient que le vrai chiffre est de 62.", "syndicat", "person.dead"),
        # the office that counts needs no name
        ("fr", "Mayotte compte officiellement 84 cas de choléra.", "officiellement", "person.cases"),
        (
            "fr",
            "Il y a eu 9 disparus. Il y en a 15, selon un nouveau décompte de la police.",
            "police",
            "person.missing",
        ),
        # groups that speak are not those counted
        (
            "es",
            "La alcaldía habló de 240 familias. Las organizaciones barriales hablan de 1.300.",
            "organizaciones barriales",
            "person.households",
        ),
        # what the number behind "number of" counts
        ("fr", "La préfecture porte à 3 000 le nombre de personnes évacuées.", "préfecture", "person.evacuated"),
    ],
)
def test_the_second_voice_is_heard(reader: Reader, lang: str, text: str, name: str, measure: str) -> None:
    claim = last_claim(reader, lang, text)
    assert (claim.originator.name if claim.originator else None, claim.measure) == (name, measure)
    assert claim.status in ("reported", "estimated")


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        # what is so in a town or a country is not told by it
        ("fr", "Marseille déplore 12 morts.", None),
        ("es", "Valencia lamenta 220 muertos.", None),
        ("es", "Paraguay suma 31.000 casos de dengue.", None),
        ("fr", "La Turquie en est à 29 605 morts.", None),
        # those of whom a figure is a part do not speak
        ("es", "Las disidencias admitieron la muerte de 18 de sus guerrilleros.", "disidencias"),
        # whose sentence goes on with "and" has begun it; and who is told of before "and" may be nobody
        ("en", "The union criticised the minister and spoke of 62 injured.", "union"),
        ("en", "The mayor visited the area and said 62 people had died.", "mayor"),
        ("fr", "Les habitants ont fui la zone et parlent de 62 morts.", "habitants"),
        ("es", "El alcalde visitó la zona y dijo que 62 personas murieron.", "alcalde"),
        ("de", "Der Bürgermeister besuchte den Ort und sprach von 62 Toten.", "Bürgermeister"),
        (
            "es",
            "La convocaba Sociedad Civil (SCC) y cifró la asistencia en 15.000 personas.",
            "convocaba Sociedad Civil (SCC)",
        ),
        ("fr", "On compte officiellement 45 blessés.", "officiellement"),
        ("en", "The night was quiet and police said 62 people had died.", "police"),
        ("fr", "La nuit a été calme et la police compte 62 blessés.", "police"),
        ("en", "The doctors and the union said 62 people had died.", "doctors and the union"),
        ("en", "The storm hit the coast and reports said 62 people had died.", None),
        (
            "en",
            "A gunman struck in El Paso, Texas, with 22 people dead, reported officials, with 25 hurt.",
            "officials",
        ),
        # an official count is somebody's
        ("en", "The official figure is 45 dead.", "official figure"),
        ("es", "La cifra oficial es de 45 muertos.", "cifra oficial"),
        ("fr", "Le décompte officiel est de 45 morts.", "décompte officiel"),
        # an article before a noun is no object
        ("fr", "Selon la police, le chiffre à 40 est faux : il y a 12 morts.", "police"),
        # who has it from another is no other
        ("fr", "L'attaque a fait 12 morts et le village pleure encore.", None),
        # "less than the 40" is 40
        ("fr", "La mairie compte 12 morts. C'est moins que les 40 de la police.", "police"),
    ],
)
def test_a_wrong_voice_is_worse_than_none(reader: Reader, lang: str, text: str, name: str | None) -> None:
    claim = last_claim(reader, lang, text)
    assert (claim.originator.name if claim.originator else None) == name
    assert claim.figure.qualifier == "exact"
