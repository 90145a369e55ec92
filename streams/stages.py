"""The three stages: their names, what each consumes and produces (beside dead letters)."""

from typing import Literal, get_args

Stage = Literal["extract", "register", "compare"]
STAGES: tuple[Stage, ...] = get_args(Stage)

SOURCES: dict[Stage, str] = {"extract": "articles", "register": "readings", "compare": "claims"}
OUTPUTS: dict[Stage, str] = {"extract": "readings", "register": "claims", "compare": "alerts"}
