"""Voices in a sentence: "selon X", "X said", "a affirmé X", "X, qui avance", "was recorded by X"."""

from itertools import takewhile

from .according import after_cue
from .around import ORDINAL, is_of_ordinal
from .gazetteer import hazard_at, nation_of
from .inverted import behind_figure, behind_quote, gives_before
from .kinds import kind_of
from .labels import institution, label
from .name_phrases import BREAKS, Voice, back_to_break, checked, is_number, is_place, text_of
from .names import Speaking
from .opposing import bounded
from .owners import for_owner, has_number, is_compared, owner
from .passives import agent, is_passive
from .rejecting import contested
from .seeing import OBJECT, giving, seen
from .several_things import whole
from .sides import compound, for_whom
from .subjects import subject, without_verb
from .territories import bare
from .tokens import HYPHEN, Token
from .verb_second import behind_verb, claims, closed
from .wording import wording

COMPANY = "company"
SIGNS = BREAKS | HYPHEN
"""What may set a label apart."""


def plain_words(tokens: list[Token]) -> list[str]:
    """The tokens' bare words; in a sentence that is not shouted, acronyms stay as they are: "WHO" is no pronoun."""
    plain = [ORDINAL if is_of_ordinal(tokens, place) else bare(token.text) for place, token in enumerate(tokens)]
    shouted = [place for place, token in enumerate(tokens) if 2 <= len(token.text) <= 6 and token.text.isupper()]
    if shouted and any(token.low != token.text and token.text[1:].islower() for token in tokens):
        for place in shouted:
            plain[place] = tokens[place].text
    return plain


def voices(tokens: list[Token], plain: list[str], words: Speaking) -> list[Voice]:
    """All voices of a sentence, in order; `plain` are the tokens' bare words."""
    found: list[Voice] = []
    past = 0
    for place in _places_of_cues(plain, words):
        rejected = contested(plain, place, words) if plain[place] in words.disputing else 0
        goes_on = _goes_on(plain, place, words)
        told = place >= past and not (goes_on and found)
        voice = _voice(tokens, plain, place, words, heard=bool(found)) if told else None
        if voice is None and goes_on:
            voice = found[0]._replace(cue=place) if found else _opener(tokens, plain, place, words)
        if voice is None and _is_official(plain, place, words) and _names_nobody(found, plain, words):
            voice = Voice(place, place + 1, place)
        again = found and plain[place] == ":" and found[-1].last == place  # "so die Feuerwehr: 45 Verletzte"
        if voice is not None and not again:
            found.append(whole(voice, tokens, plain, words))
            if voice.first > place:  # "according to a survey published in 2017 by X"
                past = max(past, voice.last)
        past = max(past, rejected)
    return found


def _names_nobody(found: list[Voice], plain: list[str], words: Speaking) -> bool:
    """Whether no more than "one" has been heard: "on compte officiellement"."""
    return words.impersonal.issuperset(plain[each.first] for each in found)


def _places_of_cues(plain: list[str], words: Speaking) -> list[int]:
    """Where a cue may stand: most words of a text are none, and nothing more is asked of them."""
    cues, ends = words.cues, words.telling_ends
    return [place for place, word in enumerate(plain) if word in cues or word in SIGNS or word.endswith(ends)]


def _voice(tokens: list[Token], plain: list[str], place: int, words: Speaking, *, heard: bool) -> Voice | None:
    """The voice whose cue stands at a place; `heard` says that another is, before."""
    if plain[place] in SIGNS:
        marked = (sign(tokens, plain, place, words) for sign in (label, behind_figure, behind_quote))
        return next(filter(None, marked), None)
    if plain[place] in words.for_whom | words.for_them and (side := for_whom(tokens, plain, place, words, heard=heard)):
        return side
    if whose := _kept(tokens, plain, place, words) or owner(tokens, plain, place, words):
        return whose
    if (hit := words.after.at(plain, place)) and (voice := after_cue(tokens, plain, place + hit[0], place, words)):
        gives = plain[place] not in words.data or has_number(plain, place, voice.last, words)
        # no "wies die Angaben des Bürgermeisters zurück"
        return voice if gives and not _takes(plain, place, words) else None
    if told := _side(tokens, plain, place, words) or compound(tokens, plain, place, words):
        return told
    if hit := words.telling.at(plain, place) or _officially(plain, place, words):
        return None if is_compared(plain, place, words) else Voice(place, place + hit[0], place)
    if words.behind.at(plain, place) or plain[place] in words.postposed:
        return _before_cue(tokens, plain, place, words)
    return _spoken(tokens, plain, place, words)


def _kept(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "An independent tally kept by Velt Watch": whose a count is, without what is told of it."""
    hit = words.kept.at(plain, place)
    voice = after_cue(tokens, plain, place + hit[0], place, words) if hit else None
    return without_verb(voice, tokens, words) if voice else None  # "the log kept by the charity shows"


def _before_cue(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "Der Feuerwehr zufolge", "der Feuerwehr nach starben 12": for "nach", an institution that opens a clause so."""
    if words.behind.at(plain, place):
        first = behind_verb(tokens, plain, back_to_break(tokens, plain, place, words), place, words)
        voice = checked(tokens, plain, first, place, place, words)
        if voice is None or plain[max(0, voice.first - 1)] not in words.inside | words.locatives:
            return voice  # "Kiew zufolge"
        name = text_of(tokens, voice.first, voice.last)
        where = kind_of(name) is None and is_place(name, plain[voice.first : voice.last], words)
        return None if where else voice  # "in Berlin heißt es"
    first = place
    while first > 0 and plain[first - 1] not in BREAKS:
        first -= 1
    told = plain[first] in words.determiners and place + 1 < len(plain) and tokens[place + 1].text[0].islower()
    if (
        not told
        or plain[place + 1] in words.ending - words.passive - words.auxiliaries
        or plain[place + 1] in words.own
    ):
        return None  # "der Weg der Polizei nach oben", "der Polizei nach eigenen Angaben"
    voice = institution(tokens, plain, first, place, words)
    return voice if voice and voice.last == place else None


def _side(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "Côté syndicats, on parle de 11 000", "11,000 in the eyes of the unions"; "côté SNCF" tells only of what."""
    hit = words.siding.at(plain, place)
    voice = institution(tokens, plain, place + hit[0], place, words) if hit else None
    kind = kind_of(text_of(tokens, voice.first, voice.last)) if voice else None
    opens = place == 0 or plain[place - 1] in BREAKS | words.conjunctions
    return voice if kind not in (None, COMPANY) and opens else None


def _officially(plain: list[str], place: int, words: Speaking) -> tuple[int, str] | None:
    """ "Officially, 301 died", "Offiziell starben 301": where a clause begins so; not "Officially opened in 1990"."""
    hit = words.officially.at(plain, place) if place == 0 or plain[place - 1] in BREAKS else None
    if hit is None or place + hit[0] >= len(plain):
        return None
    following = plain[place + hit[0]]
    number = following[0].isdigit() or following in words.numbers
    known = wording(words.lang)
    told = following in words.passive or following in known.frames or known.fates.at(plain, place + hit[0])
    verb = words.verb_second and told  # "Offiziell kamen 13 Menschen ums Leben"
    return hit if following == "," or number or verb else None


def _is_official(plain: list[str], place: int, words: Speaking) -> bool:
    """ "Mayotte compte officiellement 84 cas": whether a number follows that nobody else gives."""
    hit = words.officially.at(plain, place)
    return hit is not None and any(word[0].isdigit() for word in plain[place + hit[0] : place + hit[0] + 1])


def _goes_on(plain: list[str], place: int, words: Speaking) -> bool:
    """ "The army denied that, saying 24 had died": whether a participle goes on with what the subject says."""
    return plain[place].endswith(words.gerund) and plain[place - 1] == "," and words.verbs.at(plain, place) is not None


def _opener(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "The bank cut its forecast on Monday, betting on growth of 2 %": the institution that opens the sentence.

    Not what others have done something to: "The ministry was stormed by rebels, saying …".
    """
    voice = institution(tokens, plain, 0, place, words)
    voice = bounded(voice, tokens, plain, words) if voice else None
    if voice is None or voice.last >= place:
        return None
    behind = plain[voice.last : place]
    suffers = any(not words.by.isdisjoint(behind[at:]) for at, word in enumerate(behind) if word in words.passive)
    return None if suffers else voice._replace(cue=place)


def _spoken(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """The voice whose verb stands at a place."""
    said = words.verbs.at(plain, place)
    hit = said or giving(plain, place, words.giving, words) or closed(plain, place, words)
    if hit is None and (gives := words.giving.at(plain, place) or words.seeing.at(plain, place)):
        hit = gives if gives_before(tokens, plain, place, place + gives[0], words) else None
    claimed = hit is None and claims(tokens, plain, place, words)
    hit = (1, "claims") if claimed or (hit is None and contested(plain, place, words)) else hit
    if hit is None:
        return seen(tokens, plain, place, words)
    if place and tokens[place].text[0].isupper() and not tokens[place].text.isupper():
        return None  # "United States" is no statement
    if _is_of_them(plain, place, hit[0], words):
        place, hit = place - 1, (hit[0] + 1, hit[1])
    elif place and (plain[place - 1] in words.articles or _is_noun(plain, place, words)):
        return None  # "an estimated value"
    if _states_nothing(plain, place, hit[0], words):
        return None
    if is_passive(tokens, plain, place, words):
        return agent(tokens, plain, place + hit[0], words)
    voice = subject(tokens, plain, place, hit[0], words)
    if voice is None or any(is_compared(plain, at, words) for at in (voice.first, place)):
        return None  # "78 arrests, more than twice what the ministry admits", "y no lo que dijo el ministro"
    name = text_of(tokens, voice.first, voice.last)
    only_where = said is None and not claimed and kind_of(name) is None and nation_of(name, lang=words.lang)
    return None if only_where else for_owner(voice, plain, words)  # "Turkey sticks at 29,605 dead"


def _is_noun(plain: list[str], place: int, words: Speaking) -> bool:
    """ "La cifra de Lugo", "its own count": whether a word that is a verb, too, is a count here."""
    if plain[place] not in words.data:
        return False
    of = not words.of.isdisjoint(plain[place + 1 : place + 2])
    first = place - (place > 1 and plain[place - 1] in words.own)  # "the recent report of the office"
    before = words.own | words.possessives | wording(words.lang).real
    return plain[first - 1] in words.opening if of else plain[place - 1] in before


def _states_nothing(plain: list[str], place: int, length: int, words: Speaking) -> bool:
    """ "Die Polizei bestätigte nicht", "the storm claimed 31 lives", "than what officials had previously announced"."""
    denied = not words.negations.isdisjoint(plain[place + length : place + length + 1])
    if denied:  # "bestätigte nicht", but "assure n'en détenir que 48"
        near = range(place + length + 1, min(place + length + OBJECT, len(plain)))
        denied = not any(is_number(plain[at], words) and plain[at - 1] in words.relative for at in near)
    return denied or _takes(plain, place, words) or _is_former(plain, place, words)


def _is_of_them(plain: list[str], place: int, length: int, words: Speaking) -> bool:
    """ "La chambre les évalue à 40 millions": whether an article is the verb's object, since an amount follows."""
    led = plain[place + length - 1] in words.amount  # "le porte à 42"
    amount = plain[place + length - led : place + length - led + 2]
    told = len(amount) > 1 and amount[0] in words.amount and (amount[1][0].isdigit() or amount[1] in words.numbers)
    return place > 1 and told and plain[place - 1] in words.opening


def _takes(plain: list[str], place: int, words: Speaking) -> bool:
    """Whether a verb that may speak takes something: "has claimed 31 lives", "the attack, claimed by the group"."""
    if plain[place] not in words.taking:
        return False
    if not words.by.isdisjoint(plain[place + 1 : place + 2]):
        return any(hazard_at(plain, at, words.lang) for at in range(max(0, place - 2), place))
    behind = plain[place + 1 : place + 1 + OBJECT]
    return not words.taken.isdisjoint(takewhile(lambda word: word not in BREAKS, behind))


def _is_former(plain: list[str], place: int, words: Speaking) -> bool:
    """ "The 60 that police had previously reported": a statement of before that this one corrects; it has no number.

    Not "police said earlier that 300 had died".
    """
    if words.former.isdisjoint(plain[max(0, place - 2) : place + 2]):
        return False
    behind = takewhile(lambda word: word not in BREAKS, plain[place + 1 : place + 1 + OBJECT])
    return not any(is_number(word, words) for word in behind)
