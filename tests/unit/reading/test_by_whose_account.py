"""By whose account a figure is told: "à en juger par", "al parecer de", "nach Bekunden", "on the showing of"."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "In the account of the fishermen's association, 45 people were hurt.", "fishermen's association"),
        ("en", "By the hospital's own admission, 45 people were hurt.", "hospital"),
        ("en", "If the union is to be believed, 45 people were hurt.", "union"),
        ("en", "Per the hospital, 45 people were hurt.", "hospital"),
        ("fr", "De l'aveu même du ministère, il y a eu 45 blessés.", "ministère"),
        ("fr", "S'il faut en croire le syndicat, il y a eu 45 blessés.", "syndicat"),
        ("es", "A juzgar por el hospital, hubo 45 heridos.", "hospital"),
        ("es", "Al parecer del sindicato, hubo 45 heridos.", "sindicato"),
        ("de", "Nach Bekunden der Feuerwehr wurden 45 Menschen verletzt.", "Feuerwehr"),
        ("de", "Aus der Klinik hieß es, 45 Menschen seien verletzt worden.", "Klinik"),
        (
            "de",
            "Was der Minister gesagt hat, stimmt nicht, so die Feuerwehr: 45 Menschen wurden verletzt.",
            "Feuerwehr",
        ),
        # by the count of somebody told of before
        ("en", "Ida Rock gives another picture: by her count, 45 people were hurt.", "Ida Rock"),
        ("fr", "Le syndicat proteste. Selon son propre décompte, il y a eu 45 blessés.", "syndicat"),
        ("es", "La Cruz Roja discrepa: según su recuento, hubo 45 heridos.", "Cruz Roja"),
        ("de", "Das Rote Kreuz widerspricht: Nach seiner Zählung wurden 45 Menschen verletzt.", "Rote Kreuz"),
        # a verb that counts, its preposition apart from it
        ("de", "Nach langer Zählung kommt die Feuerwehr jetzt auf 45 Verletzte.", "Feuerwehr"),
        ("de", "In Bonn gingen die Ärzte von rund 45 Verletzten aus.", "Ärzte"),
        ("de", "Der Zug kommt heute auf 300 Kilometer; 45 Menschen wurden verletzt.", None),
        ("de", "Die Opposition kam bei der Wahl auf 45 Prozent; 45 Menschen wurden verletzt.", None),
        ("en", "Lyon, hit hardest by the storm, reported 45 people hurt.", None),
        # who is told to have said that he counts
        ("en", "The governor spoke. A doctor said he had counted 45 people hurt.", "doctor"),
        # a name with digits in it
        ("fr", "Le M23 reconnaît la mort de 45 combattants.", "M23"),
        ("de", "Laut M23 starben 45 Soldaten.", "M23"),
        # things, places and nobody
        ("en", "He was hurt by his brother; 45 homes burned.", None),
        ("en", "Judging by the photos, 45 people were hurt.", None),
        ("en", "The charge per the hour is 45 euros.", None),
        ("es", "A juzgar por las fotos, hubo 45 heridos.", None),
        ("de", "In Berlin heißt es, 45 Menschen seien verletzt worden.", None),
        ("de", "Folgt man der Straße, kommen 45 Häuser.", None),
        # who has a name is not told without it
        ("en", "The charity, known by its acronym MSF, said 45 people were hurt.", None),
        # whose figure is denied
        ("en", "Not 12, as the ministry claims, but 45 people were hurt, the union said.", "union"),
        ("es", "No fueron 12, como dice el ministerio, sino 45 los heridos, dijo el hospital.", "hospital"),
        ("de", "Nicht 12 Menschen, wie das Amt behauptet, sondern 45 seien verletzt worden.", None),
        ("en", "Police said the fire was not out but 45 homes were saved.", "Police"),
        ("fr", "45 maisons ont brûlé, et non deux granges, comme l'a prétendu la mairie.", None),
        ("en", "45 homes burnt, and not just a barn, as the mayor claims, the union said.", "union"),
        ("en", "45 people were hurt, and not one died, police said.", "police"),
        # what is cried out
        ("de", "Das sei falsch, rief die Betriebsrätin: In Wahrheit fielen 3.400 Stellen weg.", "Betriebsrätin"),
        # who "wants to have done" something
        ("de", "Moskau will 60 Soldaten getötet haben.", "Moskau"),
        ("de", "Die USA wollen 40 Kämpfer getötet haben.", "USA"),
        ("de", "Deutschland will 2030 rund 60 Panzer bestellt haben.", None),
    ],
)
def test_by_whose_account(reader: Reader, lang: str, text: str, name: str | None) -> None:
    claim = read(reader, text, MOMENT, lang=lang).claims[-1]
    assert (claim.originator.name if claim.originator else None) == name
