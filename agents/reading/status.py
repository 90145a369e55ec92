"""A figure's status, from the words around it: reported, estimated, planned, promised, feared…"""

from itertools import takewhile

import msgspec

from ...schemas.claim import Status
from .. import languages
from .around import CLAUSE_ENDS, Around, look_around
from .claiming import is_done
from .document import FoundFigure, Sentence
from .kinds import kind_of
from .lexicon import lexicon
from .names import Speaking
from .phrases import Phrases
from .status_cues import Cues, cues_of
from .territories import bare
from .tokens import Token
from .wording import wording

BEFORE, AFTER = 12, 3
"""Tokens before and after a figure within which a cue governs it."""
BEHIND = 4
"""What follows a figure governs it less: it counts as so much farther away."""
SUBJECT, OBJECT, CONDITION = 3, 3, 10
"""Tokens behind a verb in which its subject or object stands, and of a condition that tells who says so."""
INTENDED = ("planned", "promised", "asked")
OTHER_PART = 4
"""A cue in another figure's part of the sentence counts as so much farther away."""


class StatusReading(msgspec.Struct, frozen=True, kw_only=True):
    """The status, and whether the sentence says that it corrects."""

    status: Status
    correction: bool = False


def status_of(
    found: FoundFigure, sentence: Sentence, *, lang: str, measure: str = "", family: str = "", reach: int = BEFORE
) -> StatusReading:
    """The status that the sentence gives a figure of a measure and its family; `reported` when it gives none.

    `reach` is how many tokens before the figure a cue governs it from.
    """
    around = look_around(found, sentence, lexicon(lang))
    cues = cues_of(lang)
    correction = any(cues.correction.at(around.words, place) for place in range(len(around.words)))
    if around.is_asked():
        return StatusReading(status="asked", correction=correction)
    if measure in languages.taxonomy()["answered"]["measures"]:
        return StatusReading(status="reported", correction=correction)
    if _is_negated(around, cues):
        return StatusReading(status="denied", correction=correction)
    months = lexicon(lang).months
    known = around.first > 0 and around.words[around.first - 1] in wording(lang).definite
    strong = _nearest(around, cues.strong, cues, reach, months)
    if strong in INTENDED and family in languages.taxonomy()["never_planned"]["families"]:
        strong = None  # "könnte 40 Todesopfer fordern"
    weak = None if strong or known else _nearest(around, cues.weak, cues, reach, months)  # "the 45,000 students will"
    status = strong or weak or ("hypothetical" if _is_unreal(around, cues) else "reported")
    if status in INTENDED and family in languages.taxonomy()["never_planned"]["families"]:
        status = "reported"
    if status == "expected" and measure in languages.taxonomy()["done"]["measures"]:
        status = "estimated"
    return StatusReading(status=status, correction=correction)


def _is_negated(around: Around, cues: Cues) -> bool:
    """ "There weren't 200 or even 500 deaths": whether right before the figure it is said that there are none such."""
    place = around.first
    while place > 0 and (around.words[place - 1] in cues.negated_over or around.tokens[place - 1].kind == "number"):
        place -= 1
    return cues.negated.before(around.words, place) is not None


def _nearest(around: Around, kind: Phrases, cues: Cues, reach: int, months: frozenset[str]) -> Status | None:
    """What stands before a figure governs it more than what follows."""
    best: tuple[int, str] | None = None
    past = 0
    for place in range(len(around.words)):
        hit = (kind.at(around.words, place) or _by_ending(around.tokens[place], kind, cues)) if place >= past else None
        past = place + hit[0] if hit else past
        if hit is None or (around.words[place] in months and around.tokens[place].text[0].isupper()):
            continue  # "in May"
        if _is_passive(around, place, cues):
            continue
        told = list(map(bare, around.words[place : place + CONDITION])) if hit[1] == "hypothetical" else []
        if cues.speech.after.at(told, 0):
            continue  # "if the union is to be believed"
        if around.words[place] in cues.conceding and _is_conceded(around, place, cues):
            continue
        ahead = place >= around.first
        if _is_elsewhere(around, place, past, cues) or (
            hit[1] == "denied" and _answers(around, place, past, cues.speech)
        ):
            continue
        far = place - around.last if ahead else max(around.opening - place, 0)
        if far > (AFTER if ahead else reach):
            continue
        far += (BEHIND if ahead else 0) + (0 if around.left <= place < around.right else OTHER_PART)
        if best is None or far < best[0]:
            best = (far, _told(around.words[place], place, hit[1], around, cues))
    return best[1] if best else None  # type: ignore[return-value]


def _told(word: str, place: int, status: str, around: Around, cues: Cues) -> str:
    """ "Said that 1,200 jobs would go": what will be, as somebody has said it."""
    shifted = status == "hypothetical" and word in cues.backshifted
    said = shifted and any(cues.speech.verbs.at(around.words, at) for at in range(place))
    return "expected" if said else status


def _answers(around: Around, place: int, past: int, speech: Speaking) -> bool:
    """ "The ministry denies it: ten dead", "rejected that, saying nine had", "disputed the figure and counts 9"."""
    plain = [bare(word) for word in around.words[past : around.first]]
    subject = map(bare, around.words[max(0, place - OBJECT) : place])
    if "," in plain and not speech.data.isdisjoint(subject):
        return True  # "that figure is disputed by the union, which counts 9"
    noun = next((at for at, word in enumerate(plain[:OBJECT]) if word in speech.data), len(plain))
    joined = (at for at in range(noun + 1, len(plain) - 1) if plain[at] in speech.conjunctions or plain[at] == ",")
    if ":" in plain or any(plain[at + 1] not in speech.determiners for at in joined):
        return True
    behind_comma = (at for at in range(past + 1, around.first) if around.words[at - 1] == ",")
    return any(around.words[at].endswith(speech.gerund) and speech.verbs.at(around.words, at) for at in behind_comma)


def _by_ending(token: Token, kind: Phrases, cues: Cues) -> tuple[int, str] | None:
    """What a verb's ending tells where the language has such endings: "mourront"; "Teherán" is no verb."""
    if kind is not cues.weak or token.text[0].isupper():
        return None
    return next(((1, status) for ending, status in cues.endings if token.low.endswith(ending)), None)


def _is_passive(around: Around, place: int, cues: Cues) -> bool:
    """Whether the clause of a verb that else tells the future ends with a participle: "70 Menschen werden vermisst"."""
    clause = list(takewhile(lambda word: word not in CLAUSE_ENDS and word != ".", around.words[place + 1 :]))
    if around.words[place] in cues.speech.heard and is_done(around.words, place, cues.speech):
        clause.pop()
    elif around.words[place] not in cues.passive_verbs:
        return False
    before = around.words[max(0, place - 1)]
    last = clause[-1] if clause else before
    marked = last.endswith(cues.participle_endings) or last.startswith(cues.participle_starts)
    opens = place == 1 or (place > 1 and around.words[place - 2] in CLAUSE_ENDS | {"."})
    fronted = opens and wording(cues.speech.lang).fates.at([before], 0) is not None  # "Vermisst werden noch 26"
    return fronted or last in cues.participles or (marked and last not in cues.infinitives)


def _is_conceded(around: Around, place: int, cues: Cues) -> bool:
    """ "Si 363 mineurs ont été secourus, 20 sont portés disparus": a clause of what is so, where nothing would be."""
    if place > 0 and around.words[place - 1] not in CLAUSE_ENDS | {"."} | cues.conjunctions:
        return False  # "on ignore si"
    clause = takewhile(lambda word: word not in CLAUSE_ENDS, around.words[place + 1 :])
    supposed = any(
        cues.weak.at(around.words, at) or around.words[at].endswith(cues.supposing) for at in range(len(around.words))
    )
    return not supposed and not cues.being_so.isdisjoint(clause)


def _is_unreal(around: Around, cues: Cues) -> bool:
    """ "Hätte 300 Menschen töten können": two verbs around what never was."""
    clause = frozenset(around.clause()) if cues.unreal else ()
    return any(both.issubset(clause) for both in cues.unreal)


def _is_elsewhere(around: Around, place: int, past: int, cues: Cues) -> bool:
    """Whether the cue [place, past) speaks of something else than the figure."""
    if place >= around.first:  # "rises to 55, expected to grow"; "a million people requested ballots"
        between = around.words[around.last : place]
        joined = between and between[-1] in cues.conjunctions
        if joined and around.words[past : past + 1] and around.words[past] in cues.speech.determiners:
            return True  # "counts 40 and demands an inquiry"
        if any(word in (",", ";", ".", ":") for word in between) or (between and between[-1] in cues.more):
            return True  # "100 victims identified and more expected"
        if between and between[-1] in cues.conjunctions and _has_object(around, past, cues):
            return True  # "counted 300 and demands more pay"
        return _is_done_by_them(around, place, past, cues)
    if any(word in (";", ".") for word in around.words[past : max(past, around.first - 1)]):
        return True
    if any(_counts_anew(around, at, cues) for at in range(past, around.first)):
        return True
    return any(_closes(around, at, cues) for at in range(past, around.first))


def _has_object(around: Around, past: int, cues: Cues) -> bool:
    """Whether a verb that ends at a place takes something of its own, and is not done by somebody."""
    behind = around.words[past : past + 1]
    return bool(behind) and behind[0] not in CLAUSE_ENDS and behind not in (["."], *cues.agents)


def _counts_anew(around: Around, place: int, cues: Cues) -> bool:
    """ "Contests that and counts 1,100", "contesté par la CGT, qui en compte 800": another verb governs the figure."""
    if around.words[place] not in cues.conjunctions | cues.speech.who:
        return False
    return any(cues.tally.at(around.words, at) for at in range(place + 1, min(place + 4, around.first)))


def _is_done_by_them(around: Around, place: int, past: int, cues: Cues) -> bool:
    """Whether those counted do themselves what the cue [place, past) says, and nobody else: "pledged by Germany"."""
    between = around.words[around.last : place]
    if not all(word in cues.auxiliary for word in between) or around.words[past : past + 1] in cues.agents:
        return False
    if cues.speech.verb_second and any(kind_of(token.text) for token in around.tokens[past : past + SUBJECT]):
        return False  # "10.000 Teilnehmer erwarten die Veranstalter"
    return (cues.subject if not between else cues.having_done).at(around.words, place) is not None


def _closes(around: Around, place: int, cues: Cues) -> bool:
    """Whether a clause begins at a place that what stands before does not reach, and holds the figure.

    "Set to reopen after fires killed 97"; but "estimate that since 2010 …", "to cut, following a review, 4,500 jobs".
    """
    if cues.subordinate.at(around.words, place) is None or "," in around.words[place : around.first]:
        return False
    before = place - 2 if place > 1 and around.words[place - 1] in ("'", "’") else place - 1
    return before < 0 or around.words[before] not in cues.complementiser
