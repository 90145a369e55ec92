"""Which institutions are one source: organisations by name in every language, offices within their kind."""

import pytest

from figurewatch.agents.reading.refs import originator_ref


def _ref(lang: str, name: str) -> str:
    return originator_ref(name, lang=lang, country="country:XX")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # an organisation is itself, in full or in capitals, in every language
        (("en", "UN"), ("fr", "Nations unies")),
        (("en", "International Monetary Fund"), ("de", "IWF")),
        (("es", "Cruz Roja"), ("de", "Rotes Kreuz")),
        (("fr", "MSF"), ("en", "Doctors Without Borders")),
        (("fr", "Banque mondiale"), ("en", "World Bank economists")),
        # an office is its like in every language
        (("es", "Defensoría del Pueblo"), ("en", "ombudsman")),
        (("fr", "Cour des comptes"), ("de", "Bundesrechnungshof")),
        (("en", "town hall"), ("es", "Ayuntamiento")),
        # and a kind is one where no more is told
        (("en", "officials"), ("de", "Behörden")),
    ],
)
def test_one_source(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert _ref(*one) == _ref(*two)


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [
        ("en", "United Nations", "Red Cross"),
        ("en", "aid groups", "UNHCR"),
        ("en", "electoral commission", "auditor general"),
        ("en", "insurers", "railway"),
        ("es", "Ayuntamiento", "Delegación del Gobierno"),
        ("fr", "Insee", "chercheurs"),
        ("de", "Rathaus", "Landratsamt"),
    ],
)
def test_two_sources(lang: str, one: str, two: str) -> None:
    assert _ref(lang, one) != _ref(lang, two)


@pytest.mark.parametrize(
    ("lang", "name", "ref"),
    [
        ("en", "WHO", "name:who"),
        ("en", "residents who fled", "country:XX/witnesses"),
        ("en", "UN Secretary-General António Guterres", "name:guterres"),
        ("de", "Landesrechnungshof", "country:XX/auditors"),
        # an office only where its word tells the kind; an acronym written as a word; a nation's own
        ("en", "university hospital", "country:XX/hospital"),
        ("en", "city police", "country:XX/police"),
        ("de", "Freiwillige Feuerwehr", "country:XX/fire-department"),
        ("en", "Unicef", "name:unicef"),
        ("en", "Turkish Red Crescent", "country:TR/red-crescent"),
    ],
)
def test_acronyms_are_capitals_and_persons_speak_for_themselves(lang: str, name: str, ref: str) -> None:
    assert _ref(lang, name) == ref
