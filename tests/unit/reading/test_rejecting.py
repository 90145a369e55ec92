"""Who rejects a figure gives the next one, and a rival's figure is of the same time."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import named, read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "They said 12 had died. The doctors' union disputes that figure. There were 40 dead.", "doctors' union"),
        ("en", "Police said 12 had died. The doctors' union disputes that plan. There were 40 dead.", None),
        ("en", "Police said 12 had died. The army disputes that figure. Since 2022, 4,000 have died.", None),
        ("fr", "La police parle de 12 morts. Le syndicat conteste ce chiffre. Ce sont 40 personnes tuées.", "syndicat"),
        ("fr", "La police parle de 12 morts. Le syndicat conteste ce projet. Ce sont 40 personnes tuées.", None),
        ("es", "La policía habla de 12 muertos. Pero el hospital desmiente la cifra. Son 40 muertos.", "hospital"),
        ("es", "La policía habla de 12 muertos. Pero el hospital desmiente el plan. Son 40 muertos.", None),
        ("de", "Die Polizei zählt 12 Tote. Das Krankenhaus bestreitet die Zahl. Es seien 40 Tote.", "Krankenhaus"),
        ("de", "Die Polizei zählt 12 Tote. Das Krankenhaus bestreitet den Plan. Es seien 40 Tote.", None),
        # a statement of before with its own figure, and one that only tells what another is compared with
        ("en", "Police said earlier that 40 had died.", "Police"),
        ("en", "The toll was 12, down from the 40 that police had previously reported.", None),
        ("es", "La alcaldía ha estimado inicialmente en 40 los muertos.", "alcaldía"),
        # "de" is no part of when something is said
        ("es", "Hubo 40 muertos, según los pescadores de la isla.", "pescadores de la isla"),
        ("es", "Hubo 40 muertos a las 10 de la mañana.", None),
        # who rejects a count speaks, and not the one whose count it is; one with its number is theirs
        ("en", "The charity Hoda disputes the army's toll: 60 people were killed.", "charity Hoda"),
        ("en", "The charity Hoda rejects the rebels' toll of 60 dead.", "rebels"),
        ("fr", "Le syndicat Sud rejette les chiffres de la mairie : il y avait 900 grévistes.", "syndicat Sud"),
        ("fr", "Le syndicat Sud rejette le plan : 900 salariés sont blessés.", None),
        ("es", "El comité Sol rechaza la cifra oficial: asegura que hubo 200 heridos.", "comité Sol"),
        ("es", "El comité Sol rechaza la cifra de la policía, que habla de 200 heridos.", "policía"),
        ("de", "Die Gewerkschaft weist die Zahl der Polizei zurück: Es waren 60 Tote.", "Gewerkschaft"),
        ("de", "Die Gewerkschaft weist das Angebot zurück: Es waren 60 Tote, so die Polizei.", "Polizei"),
        ("de", "Forscher haben gemessen: Es sind 50 Hektar verbrannt, nicht das, was der Minister sagte.", None),
        ("es", "Los bomberos midieron el área: son 50 hectáreas quemadas, y no lo que dijo el alcalde.", "bomberos"),
        # for whom it amounts to so much
        ("es", "La deuda era del 12 % según el banco. Para el INDEC era del 40 %.", "INDEC"),
        ("es", "La deuda era del 12 % según el banco. Para la COP habrá un 40 % de deuda.", None),
    ],
)  # fmt: skip
def test_who_gives_the_last_figure(reader: Reader, lang: str, text: str, who: str | None) -> None:
    assert named(reader, lang, text, MOMENT)[-1] == who


YEAR, NOW = "2022-01-01 year", "2024-10-24 publication"


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("en", "Inflation hit 11 percent in 2022, the statistics office said. Economists put it at 26 percent.", YEAR),
        ("en", "Inflation hit 11 percent in 2022, the statistics office said. It put it at 26 percent.", NOW),
        ("en", "Inflation hit 11 percent in 2022, the bank said. The union said inflation is 26 percent.", NOW),
        ("fr", "En 2022, l'inflation était de 11 %, selon la banque. Pour le syndicat, elle était de 26 %.", YEAR),
        ("fr", "En 2022, l'inflation était de 11 %, selon la banque. Pour le syndicat, l'inflation est de 26 %.", NOW),
        ("es", "En 2022 la inflación fue del 11 %, según el banco. El sindicato la cifra en el 26 %.", YEAR),
        ("es", "En 2022 la inflación fue del 11 %, según BBVA. Para el sindicato la inflación es del 26 %.", NOW),
        ("de", "Die Inflation lag im Jahr 2022 laut Bank bei 11 %. Die Gewerkschaft spricht von 26 %.", YEAR),
        ("de", "Die Inflation lag im Jahr 2022 laut Bank bei 11 %. Laut Gewerkschaft sei die Inflation 26 %.", NOW),
    ],
)  # fmt: skip
def test_a_rivals_rate_is_of_the_same_time(reader: Reader, lang: str, text: str, period: str) -> None:
    """Unless its sentence says itself what it is."""
    as_of = read(reader, text, MOMENT, lang=lang).claims[-1].as_of
    assert as_of is not None
    assert f"{as_of.start:%Y-%m-%d} {as_of.accuracy}" == period
