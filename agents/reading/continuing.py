"""What a figure counts that has no noun of its own, or a wide one: it goes on from what was told before it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ...schemas.claim import Figure
from .. import languages
from .ahead import in_brackets, is_sourced, tells_who
from .answers import answers, gathered_for, is_other_value, own_cue
from .around import Around
from .fates import CLAUSE, HARMS, fate_before, fate_of
from .gazetteer import event_cues
from .headed import labelled
from .lexicon import Lexicon, lexicon
from .names import speaking
from .telling import DEAD, counted_by, gathered, known_dead, nearest_cue, number_before
from .territories import bare
from .uncounted import is_countable, is_enumerated, names_model
from .wording import Wording, wording

CHANGE, VICTIMS, CASES, QUAKE = "share.change", "person.victims", "person.cases", "quake."
COUNTED = ("person.", "thing.", "event.", "vote.", "sport.")
"""Measures of what is counted, never measured."""
NAMED_WITHIN = 8
"""Tokens behind a figure in which an apposition names what it counts."""
TALLIED_WITHIN = 3
"""Tokens before a figure in which somebody counts."""
SOURCE_WITHIN = 6
"""Tokens beside a figure in which is told who counts so."""
QUOTES = frozenset("\"'«»“”„‹›")


class Before(NamedTuple):
    """What an article has told before a figure.

    `previous` is the measure of the figure before it; `told` that of the same figure in the article; `crowd` that of
    the people who take part in what the article is about; `group` the kind of those whom the previous figure counts;
    `meant` what some of its nouns count all through.
    """

    previous: str | None = None
    told: str | None = None
    crowd: str | None = None
    group: str | None = None
    meant: Mapping[str, str] = MappingProxyType({})


NOTHING = Before()


def without_noun(figure: Figure, around: Around, lang: str, before: Before) -> str | None:
    """A count without a noun: an apposition, the words around it, or what the figure before it measured."""
    words, taken = wording(lang), before.previous
    if names_model(around) or is_enumerated(around, lexicon(lang)) or is_other_value(around, words):
        return None  # "one of eighteen B-17s", "the lines 2, 3, 5 and 6", "the oldest was 58"
    if figure.kind == "rate" and not words.incidence.isdisjoint(around.words):
        return CASES  # "the incidence is 72.5 per 100,000"
    if taken in languages.taxonomy()["spreading"]["measures"]:
        return number_before(around, words, lexicon(lang)) or taken
    if not is_countable(figure):
        shaken = nearest_cue(around, words, QUAKE, own=True)  # "put the magnitude of the tremor at 5.8"
        return taken if taken and not taken.startswith(COUNTED) else shaken  # "an alcohol level of 0.11"
    if named := labelled(around, words) or _named_behind(around, words) or _of_ballots(around, words):
        return named
    if taken and taken.startswith("share."):
        if figure.low is not None and figure.low < 0:
            return CHANGE  # "26 % (-4)"
        taken = None
    if _is_beyond(figure, taken):
        taken = None  # "the toll of the 7.8-magnitude quake is 3,432"
    return _elided(around, words, lexicon(lang), before._replace(previous=taken))


def _is_beyond(figure: Figure, measure: str | None) -> bool:
    """Whether a figure is more than what its measure ever comes to."""
    most = languages.taxonomy()["most"].get(measure)
    return most is not None and figure.low is not None and figure.low > most


def _elided(around: Around, words: Wording, lex: Lexicon, before: Before) -> str | None:
    """What the words around a figure tell, and where they tell nothing, what was told before it."""
    taken = before.previous
    if taken == DEAD and (part := known_dead(around, words)):
        return part  # "99 dead, 57 of them identified"
    of_them = not (taken or "").startswith("person.") and words.anaphora.at(around.words, around.last)
    if of_them and (told := fate_before(around, words) or (taken and words.befallen(taken, fate_of(around, words)))):
        return told  # "two of them"
    if taken and taken.startswith("money."):  # but "200 million euros for the metro and 850 million for the railway"
        given = _is_given(around, words) or is_sourced(around, speaking(words.lang))
        goes_on = given or around.left == 0 or _is_counted(around, words)
        return taken if goes_on else None
    quoted = not QUOTES.isdisjoint(around.words[around.last : around.last + 1])
    if taken and not taken.startswith("person.") and quoted:
        taken = None  # 'over 370 "jackal horns"'
    own = number_before(around, words, lex)
    own = None if taken in HARMS and _is_gapped(own, around, lex) else own
    own = words.befallen(own, taken) if own == VICTIMS else own  # "12 dead. The number of victims may reach 20"
    if own is None and taken and taken.startswith("person.") and _leads_on(around, words):
        return taken
    if own is None and taken and not (before.crowd and taken.startswith("event.")) and answers(around, words):
        return own_cue(around, words) or taken  # "The real number was 193, he said, and cases were falling"
    if own is None and taken in HARMS and _is_parted(around, words):
        return taken  # "64 injured in the eviction; the ministry, only 19"
    near = nearest_cue(around, words, "person.", own=True, named=taken in HARMS)
    own = words.beside_them(taken, own or _fate(around, words) or near)
    crowds, at_once = languages.taxonomy()["crowds"].values(), words.fates.at(around.words, around.last)
    if taken in HARMS and own in crowds and at_once is None and _is_joined(around, lex):
        return taken  # "120 were arrested on Saturday and 45 on Sunday at the protest"; not "and 45 marched"
    instead = not words.instead.isdisjoint(around.words[max(0, around.first - 2) : around.first])  # "no 40, sino 90"
    crowd = before.crowd if is_tallied(around, words) and not instead else None
    taken = None if crowd and taken and not taken.startswith("person.") else taken  # "three marches: 800,000 in all"
    return own or taken or crowd or nearest_cue(around, words, "person.") or gathered_for(around, words)


def _is_gapped(own: str | None, around: Around, lex: Lexicon) -> bool:
    """ "The navy puts the missing at 41, the families at 52": who counts, and the verb is left out."""
    if own not in languages.taxonomy()["people"]["measures"] or around.left == 0 or around.first < around.left + 2:
        return False
    near = range(max(around.left + 1, around.first - SOURCE_WITHIN), around.first)
    comma = max((at for at in near if around.words[at] == ","), default=around.first - 1)  # "; the nuns, of over 52"
    return around.words[comma] in lex.stop | {","} and around.words[comma - 1] not in lex.stop


def _is_parted(around: Around, words: Wording) -> bool:
    """Whether a semicolon parts a figure from the one before it, and what stands behind it tells nothing of whom."""
    parted = [place for place in range(around.free, around.first) if around.words[place] == ";"]
    if not parted:
        return False
    cues = words.cues("person.")
    behind = range(parted[-1] + 1, around.together)
    return not any(cues.at(around.words, place) or words.fates.at(around.words, place) for place in behind)


def _is_given(around: Around, words: Wording) -> bool:
    """ "The minister puts it at 3 billion, the auditors at 8": whether another speaker's sum stands here, by itself."""
    speech, part = speaking(words.lang), around.tokens[around.left : around.first]
    return len(part) > 1 and bare(part[-1].text) in speech.amount and tells_who(part, speech)


def _fate(around: Around, words: Wording) -> str | None:
    """What befell those counted, or what they take part in: "the march drew more than 50,000"."""
    fate = fate_of(around, words)
    if fate is None or fate in languages.taxonomy()["mild"]["measures"]:
        return gathered(around, words) or fate
    return fate


def _named_behind(around: Around, words: Wording) -> str | None:
    """ "5,000, the number of dead so far", "bringing to 104 the number of people known to have died"."""
    end = around.clause_ends()[1]
    for place in range(around.noun, min(around.last + NAMED_WITHIN, end)):
        if around.words[place] in words.joining:
            return None
        if hit := words.number_of.at(around.words, place):
            named = range(place + hit[0], min(place + hit[0] + 3, len(around.words)))
            noun = next((at for at in named if around.words[at] in words.nouns), None)
            if noun is not None:
                return counted_by(around, noun, range(noun + 1, min(noun + NAMED_WITHIN, end)), words)
    return None


def _of_ballots(around: Around, words: Wording) -> str | None:
    """ "Passed by 389 to 266 votes": what the number behind it counts."""
    behind = around.words[around.last : around.last + 3]
    if len(behind) < 3 or behind[0] not in words.versus or not behind[1][0].isdigit():
        return None
    measure = words.nouns.get(behind[2])
    return measure if measure == "vote.count" else None


def _leads_on(around: Around, words: Wording) -> bool:
    """ "Dont 4 000 à Paris", "il y en avait 10 000": so many of those told of, whatever else the sentence tells."""
    back = any(phrases.before(around.words, around.first) for phrases in (words.including, words.anaphora, words.again))
    near, cues = (around.last, around.last + 1), words.cues("person.")
    return back and not any(words.fates.at(around.words, at) or cues.at(around.words, at) for at in near)


def going_on(noun: str, around: Around, words: Wording, lex: Lexicon, before: Before) -> str | None:
    """What "civilians" or "people" of whom nothing is told are: "13 killed, police said. Doctors count 20 people"."""
    said = languages.taxonomy()
    if before.crowd and noun == "person.people":
        same = before.previous == before.crowd and _ends(around, words)
        told = _is_told_of(around, words) and lex.of.isdisjoint(around.words[around.last : around.last + 1])
        return before.crowd if same or told else None
    family, known = said["measures"].get(before.previous, ("",))[0], said["continued"]
    counted = _is_counted(around, words) or _is_the_number(around, words, lex)
    goes_on = family in known["families"] or before.previous in known["measures"]
    if not goes_on or not (counted and _ends(around, words)):
        return None
    return words.befallen(noun, before.previous) if noun == VICTIMS else before.previous


def narrower(measure: str | None, around: Around, words: Wording, before: Before) -> str | None:
    """ "60 soldiers killed, the rebels say. The army admits 11 deaths": the plainer word is of those told of.

    So is the noun alone: "320 houses were destroyed, the agency said. The mayor counts 670 houses".
    """
    said, told = languages.taxonomy(), before.previous
    befallen = said["fates"].get(measure, {}).values() if measure and not measure.startswith("vote.") else ()
    if told is None or (told != said["narrower"].get(measure) and told not in befallen):
        return measure
    goes_on = around.noun == around.last or (_is_counted(around, words) and _ends(around, words))
    return told if goes_on else measure


def leaves(around: Around, words: Wording) -> bool:
    """ "40,000 people have left the valley": whether the words behind those counted say that they left."""
    behind = range(around.last, min(around.together, around.last + NAMED_WITHIN))
    return any(words.leaving.at(around.words, place) for place in behind)


def uprooted_in(around: Around, words: Wording, before: Before) -> str | None:
    """As what those who leave are told of: before, or in the sentence: "the evacuation: 5,000 have left the valley"."""
    measures = languages.taxonomy()["uprooted"]["measures"]
    if before.previous in measures:
        return before.previous
    return next((each for each in measures if nearest_cue(around, words, each)), None)


def is_one_of_them(around: Around, words: Wording) -> bool:
    """ "31 civilians were killed. A rights group counted 58": whether somebody counts more of the same kind."""
    return around.noun == around.last and (is_tallied(around, words) or answers(around, words))


def _is_told_of(around: Around, words: Wording) -> bool:
    """Whether their part of the sentence says who counts them, or where they gathered: "300 people at the protest"."""
    if is_tallied(around, words) or in_brackets(around, speaking(words.lang)):
        return True
    speech, cues, crowds = speaking(words.lang), event_cues(words.lang), languages.taxonomy()["crowds"]
    said = (speech.after, speech.verbs, speech.seeing)
    plain = [bare(word) for word in around.words[around.left : around.right]]
    for place in range(len(plain)):
        if plain[place] in speech.data or any(known.at(plain, place) for known in said):
            return True
        event = cues.at(plain, place)
        if event and event[1] in crowds and place + around.left >= around.last:
            return True
    return False


def shares_fate(around: Around, words: Wording, lex: Lexicon) -> bool:
    """ "19 policemen were hurt, as well as 40 marchers", "30 rebels were killed and only 4 soldiers": no verb follows.

    "36 hurt, the minister said: 34 policemen and two marchers".
    """
    if words.besides.before(around.words, around.first) or (around.left > 0 and around.words[around.first - 1] == ":"):
        return True
    return _is_joined(around, lex) and around.left > 0 and _ends(around, words)


def _is_joined(around: Around, lex: Lexicon) -> bool:
    """Whether "and" stands before a figure, at most a small word apart."""
    near = around.words[max(0, around.first - 2) : around.first]
    return bool(near) and (near[-1] in lex.conjunctions or (near[-1] in lex.stop and near[0] in lex.conjunctions))


def is_tallied(around: Around, words: Wording) -> bool:
    """Whether a figure is what somebody counts: "police counted 200", "« 40 000 », répond la préfecture"."""
    if _is_counted(around, words):
        return True
    for place in range(around.last, min(len(around.words), around.last + SOURCE_WITHIN)):
        if words.tally_after.at(around.words, place):
            return True
        if around.words[place] in CLAUSE - {","}:
            break
    return False


def _is_counted(around: Around, words: Wording) -> bool:
    """Whether somebody is said to count right before a figure."""
    for place in range(around.first, max(around.free, around.first - TALLIED_WITHIN) - 1, -1):
        if words.tally.before(around.words, place):
            return True
        if place > 0 and around.words[place - 1] in CLAUSE:
            return False
    return False


def _is_the_number(around: Around, words: Wording, lex: Lexicon) -> bool:
    """ "400 are missing. The number stood on Monday at 167 people": the subject of the clause is how many."""
    start = around.clause_ends()[0]
    said = [place for place in range(start, around.first) if around.words[place] in words.number_nouns]
    of_whom = any(words.number_of.at(around.words, place) for place in range(start, around.first))
    return bool(said) and not of_whom and around.words[max(0, said[0] - 1)] in lex.stop


def _ends(around: Around, words: Wording) -> bool:
    """Whether nothing more is told of those counted."""
    behind = around.words[around.last : around.last + 2]
    if words.brackets and len(behind) > 1 and (behind[1] in CLAUSE or behind[1] in words.joining):
        return True  # "geht von 1.100 Jobs aus", "geht von 1.100 Jobs aus und nennt Zahlen"
    return not behind or behind[0] in CLAUSE | QUOTES or words.tally_after.at(around.words, around.last) is not None
