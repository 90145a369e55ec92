"""A language's words of status, laid out from status.toml for reading/status.py."""

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

import msgspec

from ...schemas.claim import Status
from .. import languages
from .lexicon import lexicon
from .names import Speaking, speaking
from .phrases import Phrases
from .wording import wording


class Cues(msgspec.Struct):
    """A language's words of status."""

    strong: Phrases
    weak: Phrases
    correction: Phrases
    subject: Phrases
    """What those counted do themselves."""
    having_done: Phrases
    """The same, with an auxiliary before."""
    conjunctions: frozenset[str]
    tally: Phrases
    """Verbs of counting."""
    speech: Speaking
    agents: list[list[str]]
    """What names another who does it."""
    complementiser: frozenset[str]
    """What a clause begins with that the cue before it does reach."""
    negated: Phrases
    """What says right before a figure that there are none such."""
    negated_over: frozenset[str]
    """What may stand between, besides figures: "200 or even 500"."""
    conceding: frozenset[str]
    """What opens a condition, or a clause that concedes what is so."""
    being_so: frozenset[str]
    """Verbs that such a clause has."""
    supposing: tuple[str, ...]
    """Endings of verbs of what would be."""
    unreal: list[frozenset[str]]
    """Verbs that stand around what never was."""
    passive_verbs: frozenset[str]
    """Verbs of the future that make the passive as well, with what follows them."""
    backshifted: frozenset[str]
    """Auxiliaries that tell the future where somebody is said to have said it."""
    participles: frozenset[str]
    infinitives: frozenset[str]
    """Which look like participles."""
    participle_endings: tuple[str, ...]
    participle_starts: tuple[str, ...]
    auxiliary: frozenset[str]
    """What may stand between those counted and what they do."""
    more: frozenset[str]
    """Others than those counted."""
    endings: tuple[tuple[str, str], ...]
    """Endings of verbs, and what they tell."""
    subordinate: Phrases
    """What opens a clause that a cue before it does not reach: "set to reopen after fires killed 97"."""


def _statuses(data: Mapping[str, Any]) -> tuple[Phrases, Phrases]:
    """The strong and the weak words of all statuses."""
    known = set(get_args(Status))
    unconfirmed = data.get("unconfirmed", {})
    open_ones = [f"{verb} {thing}" for verb in unconfirmed.get("verbs", ()) for thing in unconfirmed.get("objects", ())]
    strong = [*data.get("strong", {}).items(), ("hypothetical", open_ones)]
    listed = (strong, [*data.get("weak", {}).items()])
    one, two = (Phrases((text, name) for name, texts in each if name in known for text in texts) for each in listed)
    return one, two


@cache
def cues_of(lang: str) -> Cues:
    """The words of a language."""
    data = languages.table(lang, "status")
    strong, weak = _statuses(data)
    correction, subject, subordinate, negated = (
        Phrases((text, part) for text in data.get(part, {}).get("words", ()))
        for part in ("correction", "subject", "subordinate", "negated")
    )
    having_done = data.get("subject", {}).get("having_done", ())
    endings, passive = data.get("weak_endings", {}).items(), data.get("passive", {})
    return Cues(
        strong=strong,
        weak=weak,
        correction=correction,
        subject=subject,
        having_done=Phrases((text, "done") for text in (*data.get("subject", {}).get("words", ()), *having_done)),
        conjunctions=lexicon(lang).conjunctions,
        tally=wording(lang).tally,
        speech=speaking(lang),
        agents=[[word] for word in data.get("subject", {}).get("agents", ())],
        complementiser=frozenset(data.get("subordinate", {}).get("complementiser", ())),
        negated=negated,
        negated_over=frozenset(data.get("negated", {}).get("over", ())),
        conceding=frozenset(data.get("conceded", {}).get("words", ())),
        being_so=frozenset(data.get("conceded", {}).get("verbs", ())),
        supposing=tuple(data.get("conceded", {}).get("not", ())) or (" ",),
        unreal=[frozenset(both) for both in data.get("unreal", {}).get("around", ())],
        passive_verbs=frozenset(passive.get("verbs", ())),
        backshifted=frozenset(data.get("backshifted", {}).get("words", ())),
        participles=frozenset(passive.get("participles", ())),
        infinitives=frozenset(passive.get("infinitives", ())),
        participle_endings=tuple(passive.get("endings", ())),
        participle_starts=tuple(passive.get("prefixes", ())),
        auxiliary=frozenset(data.get("auxiliary", {}).get("words", ())),
        more=wording(lang).change,
        endings=tuple((ending, status) for status, listed in endings for ending in listed),
        subordinate=subordinate,
    )
