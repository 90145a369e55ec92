"""What a gate finds of two claims; why is put into words only for the few pairs that somebody is shown."""

from collections.abc import Callable
from typing import Literal

import msgspec

from ...schemas.alert import Gate
from .side import Side

Name = Literal["comparable", "period", "status", "intervals", "lineage"]
Answer = Literal["holds", "fails", "unknown"]


class Finding(msgspec.Struct, frozen=True, gc=False):
    """A gate's answer for two claims."""

    gate: Name
    answer: Answer
    why: str | Callable[[Side, Side], str]
    """The reason, or how the two are put into words."""
    open: bool = False
    """An unknown that explains no difference: perhaps of other things, and not perhaps a part and its whole."""

    def told(self, one: Side, two: Side) -> Gate:
        """With its reason."""
        why = self.why if isinstance(self.why, str) else self.why(one, two)
        return Gate(gate=self.gate, answer=self.answer, because=why)
