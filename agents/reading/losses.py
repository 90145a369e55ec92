"""What a hazard costs those whom it strikes is their loss: "the storm cost growers £48m"; a bridge has a cost."""

from functools import cache

from .. import languages
from .around import Around
from .gazetteer import event_cues
from .lexicon import lexicon
from .telling import nearest_cue
from .territories import bare
from .wording import Wording

COST, LOSS = "money.cost", "money.loss"
BEARERS_WITHIN = 6
"""Tokens before or behind a sum in which those stand who bear it."""


def borne(measure: str | None, around: Around, words: Wording) -> str | None:
    """The measure of a sum: a cost that a hazard lays upon somebody is a loss."""
    if measure != COST or not _is_of_hazard(around, words) or not _is_borne(around, words):
        return measure
    return nearest_cue(around, words, "money.damage", own=True) or LOSS


def _is_of_hazard(around: Around, words: Wording) -> bool:
    """Whether a hazard stands before the sum, and right behind it the verb: not "the flood barrier cost"."""
    hazards = {event for kind in languages.taxonomy()["hazards"]["kinds"] for event in kind}
    events, cost = event_cues(words.lang), words.cues(COST)
    plain = [bare(word) for word in around.words[: around.first]]
    for place in range(around.left, around.first):
        hit = events.at(plain, place)
        if hit and hit[1] in hazards:
            verb = place + hit[0]
            while verb < around.first and around.words[verb] in _auxiliaries(words.lang):
                verb += 1
            if cost.at(around.words, verb):
                return True
    return False


@cache
def _auxiliaries(lang: str) -> frozenset[str]:
    return frozenset(languages.table(lang, "attribution").get("auxiliaries", ()))


def _is_borne(around: Around, words: Wording) -> bool:
    """Whether persons, or firms, stand beside the sum."""
    before = range(max(around.left, around.first - BEARERS_WITHIN), around.first)
    behind = range(around.last, min(around.right, around.last + BEARERS_WITHIN))
    return any(_may_bear(around.words[place], words) for place in (*before, *behind))


def _may_bear(word: str, words: Wording) -> bool:
    known = words.may_speak(word) or (word not in words.nouns and word.endswith(words.agents))
    return known and word not in lexicon(words.lang).stop
