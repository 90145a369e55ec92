"""Days called by number and initial, and sums written so."""

import pytest

from figurewatch.agents.reading.figures import find_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("La marcha del 8M reunió a 300 personas; el colectivo 8M contó 900.", ["300", "900"]),
        ("La Comisión 8M contó 300 personas.", ["300"]),
        ("Abono: Repsol 20M de euros, Iberdrola 15M de euros.", ["20M de euros", "15M de euros"]),
        ("El rescate costará 20M de euros. La firma Repsol 20M cobró.", ["20M de euros"]),
        ("La firma Repsol 40M cobró.", ["40M"]),  # no month has so many days
    ],
)
def test_a_day_is_no_sum(text: str, figures: list[str]) -> None:
    assert [found.figure.text for found in find_figures(text, "es")] == figures
