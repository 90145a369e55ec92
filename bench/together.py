"""The scorer's counts of several streams added up: the goals are set over all of them."""

import re
from collections import Counter

RELATION = re.compile(r"^(\S+) +(\d+) / +(\d+)$", re.MULTILINE)
CLASHES = re.compile(r"clash pairs (\d+).*gold articles (\d+), .*measures (\d+)")


class Together:
    """What score_streams.py printed, summed."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._found: Counter[str] = Counter()
        self._total: Counter[str] = Counter()
        self._pairs: Counter[str] = Counter()

    def add(self, printed: str) -> None:
        """One stream's output."""
        for relation, found, total in RELATION.findall(printed):
            self._found[relation] += int(found)
            self._total[relation] += int(total)
        for clashes, joins, wrong in CLASHES.findall(printed):
            self._pairs += Counter(clashes=int(clashes), joins=int(joins), wrong=int(wrong))

    def lines(self) -> str:
        """All relations in one line, then the two counts of what is joined too much."""
        shares = [
            f"{name} {self._found[name]} / {total} ({self._found[name] / total:.0%})"
            for name, total in sorted(self._total.items())
        ]
        pairs, joins = self._pairs, max(1, self._pairs["joins"])
        clashes = pairs["clashes"] / max(1, self._total["contradiction"])
        return (
            f"all streams: {', '.join(shares)}\n"
            f"clash pairs {pairs['clashes']} ({clashes:.1f} a gold contradiction); joins of different measures "
            f"{pairs['wrong']} of {pairs['joins']} ({pairs['wrong'] / joins:.1%})"
        )
