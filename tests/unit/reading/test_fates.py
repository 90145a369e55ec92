"""What befell those counted, by the verbs and phrases that the four languages have for it, on either side of them."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "measure", "texts"),
    [
        ("en", "person.dead", [
            "The crash cost 11 people their lives.", "11 people succumbed to their injuries.",
            "11 people were mown down by a lorry.", "11 people were burned alive.", "11 people did not survive.",
            "11 people were pronounced dead.", "The storm claimed 11 lives.", "The fire took the lives of 11 people.",
        ]),
        ("fr", "person.dead", [
            "Le chauffard a fauché 11 personnes.", "L'épidémie a emporté 11 personnes.",
            "11 personnes ont été mortellement blessées.", "L'accident coûtera la vie à 11 personnes.",
            "11 personnes n'ont pas survécu.", "11 personnes y perdirent la vie.",
            "11 personnes ont été retrouvées sans vie.", "11 personnes ont été lapidées.",
        ]),
        ("es", "person.dead", [
            "El incendio segó la vida de 11 personas.", "El fuego acabó con la vida de 11 personas.",
            "11 personas encontraron la muerte.", "11 personas sucumbieron a sus heridas.",
            "11 personas no sobrevivieron.", "Murieron calcinadas 11 personas.", "La tormenta se cobró 11 vidas.",
            "Perdieron la vida 11 personas.",
        ]),
        ("de", "person.dead", [
            "Der Sturm riss 11 Menschen in den Tod.", "Das Unglück kostete 11 Menschen das Leben.",
            "Den Tod fanden 11 Menschen.", "11 Menschen fanden den Tod.", "Ums Leben kamen 11 Menschen.",
            "Das Feuer forderte 11 Menschenleben.", "11 Menschen verunglückten tödlich.",
            "11 Menschen büßten ihr Leben ein.", "11 Menschen verbrannten in dem Bus.",
        ]),
        ("en", "person.injured", ["11 people suffered burns.", "11 people were hit by shrapnel."]),
        ("fr", "person.injured", ["11 personnes ont été touchées par des éclats.", "11 passants ont été mutilés."]),
        ("es", "person.injured", ["11 personas sufrieron quemaduras.", "11 personas resultaron lastimadas."]),
        ("de", "person.injured", ["11 Menschen trugen Verletzungen davon.", "11 Menschen zogen sich Brüche zu."]),
        ("en", "person.missing", ["11 people have not been seen since.", "11 people vanished without a trace."]),
        ("fr", "person.missing", ["On a perdu la trace de 11 personnes.", "11 personnes manquent à l'appel."]),
        ("es", "person.missing", ["Se desconoce el paradero de 11 personas.", "11 personas siguen sin aparecer."]),
        ("de", "person.missing", ["11 Menschen verschwanden spurlos.", "Die Suche nach 11 Menschen dauert an."]),
        ("en", "person.displaced", ["The army drove 300 people from their villages.", "300 people took flight."]),
        ("fr", "person.displaced", ["L'armée a chassé 300 personnes de leurs terres.", "300 personnes déracinées."]),
        ("es", "person.displaced", ["Expulsaron a 300 personas de sus casas.", "300 personas huían del fuego."]),
        ("de", "person.displaced", ["Sie vertrieben 300 Menschen aus ihren Häusern.", "300 Menschen flüchteten."]),
        # the injured, by what their verb says
        ("en", "person.dead", ["40 wounded people who had hidden there died.", "About 40 wounded people died."]),
        ("fr", "person.dead", ["40 blessés sont morts.", "450 patients et blessés auraient été exécutés."]),
        ("es", "person.dead", ["40 heridos que no podían moverse murieron."]),
        ("de", "person.dead", ["40 Verletzte, die dort lagen, starben."]),
        ("en", "person.injured", ["40 injured people were taken to the hospital where a child died."]),
        # of soldiers, a measure of their own
        ("en", "person.troops_killed", ["11 soldiers fell in battle."]),
        ("fr", "person.troops_killed", ["11 soldats sont tombés au combat."]),
        ("es", "person.troops_killed", ["11 soldados cayeron en combate."]),
        ("de", "person.troops_killed", ["11 Soldaten fielen im Kampf."]),
        # what is lost or sought may be something else
        ("en", "person.people", ["The crash cost 11 people their sleep."]),
        ("fr", "thing.homes", ["L'incendie a emporté 11 maisons."]),
        ("es", "person.people", ["El camión arrolló a 11 personas."]),
        ("de", "other.de.fachkräfte", ["Die Firma sucht nach 300 Fachkräften."]),
    ],
)  # fmt: skip
def test_what_befell(reader: Reader, lang: str, measure: str, texts: list[str]) -> None:
    for text in texts:
        assert [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims] == [measure], text
