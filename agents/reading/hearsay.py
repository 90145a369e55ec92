"""What is heard and not planned, though the verb is that of plans: "sollen 40 Menschen getötet haben"."""

from functools import cache

from .. import languages


def claims(verb: str, clause: list[str], lang: str) -> bool:
    """Whether a verb's clause ends with what is said to have been done; not by a day to come: "bis 2030"."""
    heard, having, until = _words(lang)
    return verb in heard and clause[-1:] != [] and clause[-1] in having and until.isdisjoint(clause)


@cache
def _words(lang: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = languages.table(lang, "status").get("passive", {})
    heard, having, until = (frozenset(data.get(name, ())) for name in ("heard", "having", "until"))
    return heard, having, until
