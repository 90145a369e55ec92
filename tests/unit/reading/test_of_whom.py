"""Whom a pronoun means that speaks, where the sentence before it is about somebody else than spoke last."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "The head of the dockers' union shook his head. He spoke of 130 injured.", "head of the dockers' union"),
        ("en", "The union leader looked away. She spoke of 130 injured.", "union leader"),
        ("en", "The union would have none of it. It spoke of 130 injured.", "union"),
        ("fr", "Le secrétaire du syndicat s'est emporté. Il a évoqué 130 blessés.", "secrétaire du syndicat"),
        ("es", "El jefe de la federación no se lo cree. Habla de 130 heridos.", "jefe de la federación"),
        ("de", "Der Betriebsrat schüttelte den Kopf. Er sprach von 130 Verletzten.", "Betriebsrat"),
        ("en", "Peru's coast guard does not share that view. It spoke of 130 injured.", "Peru's coast guard"),
        ("es", "Protección Civil no comparte eso. Habla de 130 heridos.", "Protección Civil"),
        # no speaker, or none that the pronoun agrees with
        ("en", "The union was there. He spoke of 130 injured.", "P"),
        ("en", "The road was closed. It spoke of 130 injured.", "P"),
        ("en", "The son of the head of the union was hurt. He spoke of 130 injured.", "P"),
        ("en", "The head of the union drank tea. The road was closed. He spoke of 130 injured.", "P"),
        ("es", "El tren iba lleno. Habla de 130 heridos.", "P"),
        ("es", "El sindicato estaba en la calle. Hubo 130 heridos, indicó.", "P"),
        ("de", "Das Krankenhaus war voll. Sie sprach von 130 Verletzten.", "P"),
    ],
)
def test_whom_a_pronoun_means(reader: Reader, lang: str, text: str, name: str) -> None:
    """ "P" is who spoke before."""
    before = {
        "en": ("Police counted 90 injured.", "Police"),
        "fr": ("La police a compté 90 blessés.", "police"),
        "es": ("La policía contó 90 heridos.", "policía"),
        "de": ("Die Polizei zählte 90 Verletzte.", "Polizei"),
    }
    told, speaker = before[lang]
    claim = read(reader, f"{told} {text}", MOMENT, lang=lang).claims[-1]
    assert claim.originator is not None
    assert claim.originator.name == (speaker if name == "P" else name)
