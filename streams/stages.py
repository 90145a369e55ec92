"""The three stages' names."""

from typing import Literal, get_args

Stage = Literal["extract", "register", "compare"]
STAGES: tuple[Stage, ...] = get_args(Stage)
