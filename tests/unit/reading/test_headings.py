"""Datelines and clocks before a text's first words: what they are, and that they tell nothing of a figure."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.headings import heading_end
from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2023, 9, 12, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("TUNIS, May 3 (Reuters) - Rain fell.", "Rain fell."),
        ("Sevilla, 3 ene (EFE).- Llovió.", "Llovió."),
        ("MADRID 2 Ene. (EUROPA PRESS) - Llovió.", "Llovió."),
        ("Köln/Bonn (dpa) – Es regnete.", "Es regnete."),
        ("Pune/Nashik, Jun 3 (PTI) Rain fell.", "Rain fell."),
        ("(avec AFP) Il pleut.", "Il pleut."),
        ("NEW YORK -- Rain fell.", "Rain fell."),
        ("ADEN, Yemen — Rain fell.", "Rain fell."),
        ("19:35 GMT - Rain fell.", "Rain fell."),
        ("[9h42] : Il pleut.", "Il pleut."),
        ("Rain fell.\n10:15 pm - More fell.", None),
        # no heading: an institution with its acronym, a text in capitals, a range, a clause
        ("The World Health Organization (WHO) said so.", None),
        ("According to Agence France-Presse (AFP), rain fell.", None),
        ("STORM - RAIN FALLS ON ROME", None),
        ("20 h après, il pleut.", None),
        ("Rain - and more of it - fell.", None),
    ],
)
def test_where_a_text_goes_on(text: str, goes_on: str | None) -> None:
    assert text[heading_end(text, 0, len(text)) :].lstrip() == (goes_on or text)


def test_only_a_line_has_a_heading() -> None:
    text = "It fell on Rome. PARIS (AFP) - Rain fell."
    assert heading_end(text, 17, len(text)) == 17


@pytest.mark.parametrize(
    ("lang", "text", "place", "name"),
    [
        (
            "en",
            "TUNIS (Reuters) - Officials in Libya said 12 people died in Derna.",
            "geonames:87205",
            "Officials in Libya",
        ),
        (
            "fr",
            "GENÈVE, 3 fév (AFP) - Le chef des secours a annoncé 12 morts au Chili.",
            "country:CL",
            "chef des secours",
        ),
        ("es", "Madrid, 3 nov (EFE).- La policía informó de 12 muertos en Chile.", "country:CL", "policía"),
    ],
)
def test_a_dateline_is_neither_place_nor_speaker(reader: Reader, lang: str, text: str, place: str, name: str) -> None:
    (claim,) = read(reader, text, MOMENT, lang=lang).claims
    assert claim.originator
    assert (claim.place, claim.originator.name) == (place, name)
