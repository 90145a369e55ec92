"""A bare number that goes on from an area, a weight or a magnitude takes its measure and its unit."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 5, 7, 18, tzinfo=UTC)
BURNED, OIL, QUAKE = ("area.burned", "hectare"), ("thing.barrels", "barrel"), ("quake.magnitude", "magnitude")


def _told(reader: Reader, lang: str, text: str) -> list[tuple[str, str | None]]:
    return [(claim.measure, claim.figure.unit) for claim in read(reader, text, MOMENT, lang=lang).claims]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "The blaze burned 210 hectares, the ranger said. The farmers counted 880.", [BURNED, BURNED]),
        ("en", "The blaze burned 210 hectares, the ranger said. The farmers counted 88,000.", [BURNED]),
        ("en", "The blaze burned 210 hectares, the ranger said. The farmers counted 880 in the area.", [BURNED]),
        (
            "en",
            "The blaze burned 210 hectares, the ranger said. Police arrested 12.",
            [BURNED, ("person.arrested", None)],
        ),
        ("fr", "Le feu a parcouru 210 hectares, dit la mairie. Les chasseurs en comptent 880.", [BURNED, BURNED]),
        ("fr", "Le feu a parcouru 210 hectares. Les pompiers étaient 90.", [BURNED, ("person.firefighters", None)]),
        ("es", "La firma admite 700 barriles vertidos. La ONG calcula que fueron 2.500.", [OIL, OIL]),
        ("es", "La firma admite 700 barriles vertidos. Hubo 12 heridos.", [OIL, ("person.injured", None)]),
        (
            "de",
            "90 Hektar seien verbrannt, so der Kreis. 700 Hektar habe man vermessen, so der Verein.",
            [BURNED, BURNED],
        ),
        ("de", "90 Hektar sind verbrannt. Der Park umfasst 700 Hektar.", [BURNED, ("area.size", "hectare")]),
        ("fr", "Combien de tonnes ont coulé ? 340, répond le port.", [("weight", "tonne")]),
    ],
)
def test_measured_again(reader: Reader, lang: str, text: str, told: list[tuple[str, str | None]]) -> None:
    assert _told(reader, lang, text) == told


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "The survey put the magnitude of the tremor at 5.8.", [QUAKE]),
        ("fr", "Le service géologique estime à 6,1 la magnitude de la secousse.", [QUAKE]),
        ("es", "El servicio calculó en 6,1 la magnitud del temblor.", [QUAKE]),
        ("de", "Der Erdbebendienst gab die Stärke des Bebens mit 5,7 an.", [QUAKE]),
        ("de", "Der Richter nannte die Stärke des Vortrags und gab die Note 1,7.", []),
    ],
)
def test_a_magnitude_by_its_name(reader: Reader, lang: str, text: str, told: list[tuple[str, str | None]]) -> None:
    assert _told(reader, lang, text) == told
