"""An institution alone behind a verb that no list knows, right behind a figure's comma; and where a semicolon parts."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import named

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("fr", "5 000 marcheurs, tranche la police ; 20 000, corrige le syndicat.", ["police", "syndicat"]),
        ("de", "5.000 Teilnehmer, befindet die Polizei; 20.000, entgegnet der Verband.", ["Polizei", "Verband"]),
        (
            "es",
            "Fueron 5.000 manifestantes, zanjó la policía; 20.000, replica la federación.",
            ["policía", "federación"],
        ),
        ("fr", "Le bilan est de 14 morts, a fini par lâcher la préfecture.", ["préfecture"]),
        ("es", "Hubo 14 muertos para la policía, treinta para los vecinos.", ["policía", "vecinos"]),
        ("en", "Some 5,000 marched; 20,000, say the organisers.", [None, "organisers"]),
        ("en", '"Police hurt 40 people; 12 of them are in hospital", said the mayor.', ["mayor", "mayor"]),
        ("fr", "« Il y a 40 blessés ; 12 personnes sont mortes », a dit la préfecture.", ["préfecture", "préfecture"]),
        ("de", "„Es gab 40 Verletzte; 12 Menschen starben“, sagte die Polizei.", ["Polizei", "Polizei"]),
        ("fr", "Quelque 5 000, corrige le syndicat.", ["syndicat"]),
        ("es", "Más de 5.000 manifestantes, zanjó la policía.", ["policía"]),
        # nobody in particular counts, and a verb of speech without its comma
        ("fr", "On dénombre désormais 45 morts, a déclaré la police.", ["police"]),
        ("es", "Se han registrado 45 muertos, indica la policía.", ["policía"]),
        ("fr", "Au moins 45 personnes ont été tuées a indiqué la police", ["police"]),
        ("es", "45 personas han sido detenidas indicó la policía", ["policía"]),
        ("de", "45 Menschen wurden getötet sagte die Polizei", ["Polizei"]),
        ("fr", "45 personnes blessées ont dénoncé la police.", [None]),
        ("es", "45 personas heridas denunciaron a la policía.", [None]),
        # behind a quotation, by whatever verb; and a verb that has its number before its comma
        ("es", '"Vinieron 900 personas a la plaza", celebró su portavoz, Ana Ruiz.', ["portavoz"]),
        ("es", '"Vinieron 900 personas a la plaza", y la policía cargó.', [None]),
        (
            "de",
            '"Es waren 900 Streikende", hielt GEW-Landeschefin Anna Weber dagegen.',
            ["GEW-Landeschefin Anna Weber"],
        ),
        ("de", '"Es waren 900 Streikende", und die Polizei griff ein.', [None]),
        ("fr", "« 900 grévistes sont sortis », a lancé à son arrivée Karim Benali.", ["Karim Benali"]),
        ("fr", "Ils sont 9 000 à avoir fui, a actualisé vendredi la préfecture.", ["préfecture"]),
        ("fr", "Le ministre, qui a vu 40 blessés, a donné le coup d'envoi.", [None]),
        # a word for a count is a verb here, and what it counts is nobody who speaks
        ("fr", "La police chiffre les manifestants à 450.", ["police"]),
        ("es", "La policía cifra los desplazados en 450.", ["policía"]),
        # whoever does something behind a figure of another clause
        ("fr", "Les insurgés, au nombre de 40, ont attaqué la préfecture.", [None]),
        ("fr", "À 40 mètres du port, veille la gendarmerie.", [None]),
        ("fr", "40 mètres plus loin, veille la gendarmerie.", [None]),
        ("es", "Unas 40 personas, según datos de 2021, asaltaron la alcaldía.", [None]),
        ("es", "El sismo mató a 40 personas, derribó el hospital, y dejó sin techo a 900.", [None, None]),
        ("es", "Tras 14 muertos, cedió el ministerio.", [None]),
        ("es", "Cuando murieron 14 personas, reaccionó la policía.", [None]),
        ("de", "Weil 40 Ärzte fehlen, schließt das Krankenhaus.", [None]),
        ("de", "Seit 40 Stellen gestrichen wurden, protestiert der Verband.", [None]),
        # what tells of those counted
        ("fr", "Il y a eu 14 blessés, surtout des policiers.", [None]),
        ("fr", "Il y a eu 14 blessés, incluant les policiers.", [None]),
        ("es", "Hubo 14 heridos, incluida la policía.", [None]),
        ("es", "Hubo 14 heridos, todos los bomberos, ayer.", [None]),
        ("de", "Es gab 14 Verletzte, viele der Polizisten, gestern.", [None]),
        ("de", "Es gab 14 Verletzte, darunter die Polizisten.", [None]),
    ],
)
def test_who_stands_behind_a_verb(reader: Reader, lang: str, text: str, names: list[str | None]) -> None:
    assert named(reader, lang, text, MOMENT) == names
