"""Who does what a verb of speech says: the noun phrase before it, or behind it where speech is inverted."""

from .asides import before_circumstances, beyond_asides, past_circumstances, quoted_name
from .hosts import relative_clause, with_whom
from .kinds import kind_of
from .labels import institution
from .name_phrases import BREAKS, Voice, back_to_break, checked, end_of_name, is_number, is_place, name_after, text_of
from .names import LONGEST_NAME, Speaking
from .openers import is_governed, opener, without_clause
from .somebody import somebody, who_before
from .tokens import HYPHEN, Token
from .verb_second import clause_opened, finite, is_fronted, is_turned
from .wording import wording

RESTRICTED_WITHIN = 3
"""Tokens behind a verb that is denied in which is told beyond what."""
LONGEST_HEARER = 5
"""Tokens of "dem Westdeutschen Rundfunk am Sonntag"."""


def subject(tokens: list[Token], plain: list[str], verb: int, length: int, words: Speaking) -> Voice | None:
    """The noun phrase before a verb of speech, or after it where speech is inverted."""
    opens = clause_opened(plain, verb, verb + length, words)
    host = with_whom(tokens, plain, verb, length, words)
    if host or opens:
        return host or _of_clause(tokens, plain, opens, verb, words)
    if words.verb_second and (first := finite(plain, verb, words)) is not None:
        verb, length = first, 1
    end = before_circumstances(plain, verb, words)
    end -= _is_restricted(plain, end, verb + length, words)
    direct = (end == verb or end > 0) and (end == 0 or plain[end - 1] not in words.inverting)
    opened = is_turned if words.verb_second else is_fronted
    turned = opened(tokens, plain, end, verb + length, words)
    before = _begun(tokens, plain, end, verb, words) if direct else None
    if before is None and direct and not turned:
        before = _name_before(tokens, plain, end, verb, words)
    if before is not None and _is_where(tokens, plain, before, words) and plain[end - 1] == ",":
        # "in El Paso, Texas, …, reported officials"
        before = _name_behind(tokens, plain, verb + length, verb, words) or before
    if before is not None:
        chain = _chain(tokens, plain, verb + length, words)
        return before._replace(chain=chain)
    if direct and not turned and (last := _last_words(tokens, plain, end, verb + length, words)):
        return last
    behind = turned or end == 0 or plain[end - 1] in BREAKS or plain[end - 1] in words.inverting
    relative = words.pro_drop and end > 0 and plain[end - 1] in words.who  # "los 30.000 que calcula el sindicato"
    if not (behind or relative or words.verb_second) and end > 1 and plain[end - 1] in words.relative:
        return institution(tokens, plain, verb + length, verb, words)  # "les 3 % sur lesquels table la banque"
    if not (behind or relative) or plain[verb].endswith(words.gerund):
        return None
    if (place := _turned_pronoun(plain, verb + length, words)) is not None:
        return Voice(place, place + 1, verb)
    after = _name_behind(tokens, plain, past_circumstances(plain, verb + length, words), verb, words)
    nobody = plain[max(0, verb - 2) : verb]
    if after is None and behind and words.pro_drop and words.impersonal.isdisjoint(nobody):
        return Voice(verb, verb + 1, verb)  # "…, indicó": whoever spoke before
    return after._replace(chain=_chain(tokens, plain, after.last, words)) if after else None


def _is_restricted(plain: list[str], end: int, behind: int, words: Speaking) -> bool:
    """ "La alcaldía no vio más que 300", "no los eleva a más de 300": a negation that denies only what is beyond."""
    if plain[end - 1 : end] == [] or plain[end - 1] not in words.negations:
        return False
    return any(words.restricting.at(plain, place) for place in range(behind, behind + RESTRICTED_WITHIN))


def _begun(tokens: list[Token], plain: list[str], end: int, verb: int, words: Speaking) -> Voice | None:
    """ "The opposition trebles that and speaks of 40 dead": the institution whose clause goes on with "and"."""
    if end < 2 or plain[end - 1] not in words.conjunctions:
        return None
    opening = next((at + 1 for at in range(end - 2, -1, -1) if plain[at] in BREAKS), 0)
    voices = (named(tokens, plain, opening, verb, words) for named in (institution, _first))
    voice = next((each for each in voices if each and each.last < end - 1), None)
    return without_verb(voice, tokens, words) if voice else None


def _first(tokens: list[Token], plain: list[str], place: int, verb: int, words: Speaking) -> Voice | None:
    """ "The mayor visited the area and said", "Lena Ortiz …", "Residents …": by an office, a name or a kind."""
    first = place + (plain[place] in words.determiners)
    last = first
    while last < verb and tokens[last].text[0].isupper() and plain[last] not in words.ending:
        last += 1
    person = last > first + 1 and not wording(words.lang).is_thing(tokens[last - 1].low)
    alone = plain[first] in words.titles or wording(words.lang).may_speak(tokens[first].low)
    return Voice(first, last if person else first + 1, verb) if person or alone else None


def without_verb(voice: Voice, tokens: list[Token], words: Speaking) -> Voice:
    """The name without a verb behind it that no list knows: "la oposición multiplica por tres el dato y habla"."""
    last = voice.last
    while last > voice.first + 1 and _goes_without(tokens, voice.first, last, words):
        last -= 1
    return voice._replace(last=last)


def _goes_without(tokens: list[Token], first: int, last: int, words: Speaking) -> bool:
    """Whether a small word ends a phrase that names an institution without it: no "chief" of the police."""
    end = tokens[last - 1]
    small = end.text[0].islower() and end.low not in words.titles
    return small and kind_of(text_of(tokens, first, last - 1)) is not None


def _name_behind(tokens: list[Token], plain: list[str], place: int, verb: int, words: Speaking) -> Voice | None:
    """The subject that begins at a place, with a name or without: ", said the regional commissioner"."""
    last = end_of_name(tokens, plain, place, words)
    return checked(tokens, plain, place, last, verb, words) or somebody(tokens, plain, place, last, verb, words)


def _of_clause(tokens: list[Token], plain: list[str], place: int, verb: int, words: Speaking) -> Voice | None:
    """Who stands right behind what opens a clause: "während die Polizei von 4.000 sprach", "wie er zu den 12 sagte"."""
    if plain[place] in words.pronouns:
        return Voice(place, place + 1, verb)
    voice = _name_behind(tokens, plain, place, verb, words)
    while voice and plain[voice.last - 1] in words.linking:
        voice = voice._replace(last=voice.last - 1)
    return voice


def _is_where(tokens: list[Token], plain: list[str], voice: Voice, words: Speaking) -> bool:
    return is_place(text_of(tokens, voice.first, voice.last), plain[voice.first : voice.last], words)


def _last_words(tokens: list[Token], plain: list[str], end: int, place: int, words: Speaking) -> Voice | None:
    """ "45 personnes ont été tuées a indiqué la police": who ends a sentence that lacks the comma before its verb."""
    helped = end > 1 and plain[end - 2] in words.passive | words.having  # "45 blessés ont dénoncé la police" is none
    if not helped or wording(words.lang).fates.at([tokens[end - 1].low], 0) is None:
        return None
    voice = institution(tokens, plain, place, place - 1, words)
    return voice if voice and voice.last >= len(plain) - 1 else None


def _turned_pronoun(plain: list[str], place: int, words: Speaking) -> int | None:
    """ "Dit-il", "affirme-t-elle", "sagte er": where the pronoun stands behind its verb."""
    behind = place
    while behind < len(plain) and plain[behind] in HYPHEN | words.euphonic:
        behind += 1
    joined = place < behind or words.verb_second
    return behind if joined and behind < len(plain) and plain[behind] in words.pronouns else None


def _name_before(tokens: list[Token], plain: list[str], end: int, verb: int, words: Speaking) -> Voice | None:
    """The phrase that ends right before the verb; over an apposition in commas to the name before it."""
    aside = _before_aside(plain, end, words)
    while 0 < aside < end and plain[aside - 1] in words.auxiliaries:
        aside -= 1  # "les familles en ont, elles, recensé"
    end = _before_hearer(tokens, plain, aside, words)
    end -= hit[0] if (hit := words.on_site.before(plain, end)) else 0
    if end > 0 and plain[end - 1] in words.pronouns:
        return Voice(end - 1, end, verb)
    attribute = words.adjectives_first and end > 0 and plain[end - 1] in words.inside  # "a rise in reported cases"
    if attribute or (end > 0 and plain[end - 1] in words.impersonal):
        return None
    if _opens_relative(tokens, plain, end, words):  # "contesté par la CGT, qui avance …"
        end -= 1 + (end > 1 and plain[end - 2] == ",")
    if end > 1 and plain[end - 1] in words.joins and (back := _coordinated(plain, end - 1, words)) is not None:
        end = back  # "les observateurs sont arrivés et ont confirmé"
    if end > 1 and plain[end - 1] == "," and (clause := relative_clause(plain, end - 1, words)):
        end = clause
    elif end > 1 and plain[end - 1] == ",":
        opening = _before_circumstance(plain, back_to_break(tokens, plain, end - 1, words), words)
        if opening > 1 and plain[opening - 1] == ",":
            first = back_to_break(tokens, plain, opening - 1, words)
            if _is_no_subject(tokens, plain, first, words):
                return None
            whole = end - 1 if _is_name(tokens, opening, end - 1) else opening - 1
            named = checked(tokens, plain, first, whole, verb, words)
            named = named or somebody(tokens, plain, first, opening - 1, verb, words)
            return named or beyond_asides(tokens, plain, end, verb, words)
        return beyond_asides(tokens, plain, end, verb, words)
    return quoted_name(tokens, plain, end, verb, words) or _phrase_before(tokens, plain, end, verb, words)


def _phrase_before(tokens: list[Token], plain: list[str], end: int, verb: int, words: Speaking) -> Voice | None:
    """The phrase right before a verb, or who begins the clause where that one only tells more of them."""
    first = back_to_break(tokens, plain, end, words)
    if words.shown.issuperset(plain[max(0, first - 2) : max(0, first - 1)]) and plain[first - 1] in words.by:
        document = first - 2  # "a police memo seen by Reuters lists 66"
        return checked(tokens, plain, back_to_break(tokens, plain, document, words), document, verb, words)
    if words.amount.issuperset(plain[verb + 1 : verb + 2]) and words.data.issuperset(plain[first + 1 : first + 2]):
        first += 2 * (
            plain[first] in words.opening and kind_of(" ".join(plain[first + 2 : end])) is not None
        )  # "…, a figure rights groups put at 37"
    if first > 1 and plain[first - 1] in words.inside | words.locatives:  # "les médias dans le pays parlent"
        around = back_to_break(tokens, plain, first - 1, words)
        first = around if kind_of(text_of(tokens, around, first - 1)) else first
    hosted = not words.hosting.isdisjoint(plain[max(0, first - 1) : first + 1])
    nobody = plain[end:verb] if hosted else plain[first : first + 1]
    if not words.impersonal.isdisjoint(nobody):
        return None  # "en Manabí se han registrado 646 muertos", "wenn man der Gewerkschaft glaubt"
    voice = checked(tokens, plain, first, end, verb, words) or somebody(tokens, plain, first, end, verb, words)
    if voice and plain[end - 1] in words.conjunctions and not _ends_named(tokens, plain, voice, words):
        voice = None  # "the storm hit the coast and reports said"
    governed = voice is not None and is_governed(tokens, plain, first, voice, words)
    if voice is None or governed:
        opened = opener(tokens, plain, end, verb, words)
        opened = opened or (_told_of_more(tokens, plain, first, verb, words) if governed else None)
        agent = first > 0 and plain[first - 1] in words.by  # "l'attentat perpétré par X a fait"
        voice = opened or (None if agent else voice)
    if voice is None and (who := who_before(plain, first, words)) is not None:
        return checked(tokens, plain, back_to_break(tokens, plain, who, words), who, verb, words)
    return without_clause(voice, tokens, plain, words, governed=governed) if voice else None


def _told_of_more(tokens: list[Token], plain: list[str], first: int, verb: int, words: Speaking) -> Voice | None:
    """ "El colectivo que asiste a los presos ha contado 40": the institution before a clause that ends at a place."""
    who = who_before(plain, first, words)
    if who is None or who + 1 >= first or plain[who + 1] in words.governing:
        return None  # "says that in the hospital they count 40"
    begin = back_to_break(tokens, plain, who, words)
    voice = institution(tokens, plain, begin, verb, words) if begin < who else None
    return voice if voice and voice.last == who else None


def _ends_named(tokens: list[Token], plain: list[str], voice: Voice, words: Speaking) -> bool:
    """ "La convocaba Sociedad Civil Catalana (SCC) y cifró": a name, and no place, right before "and"."""
    last = tokens[voice.last - 1].text
    return last == ")" or (last[0].isupper() and not _is_where(tokens, plain, voice, words))


def _is_no_subject(tokens: list[Token], plain: list[str], first: int, words: Speaking) -> bool:
    """ "Dans l'effondrement d'un immeuble, à Marseille, ont indiqué …", "30 people in Bala, on the coast, said …"."""
    where = words.inside | words.locatives
    first += plain[first] in words.conjunctions
    counted = first > 0 and tokens[first].kind == "word" and is_number(plain[first - 1], words)
    return counted or not where.isdisjoint(plain[max(0, first - 1) : first + 1])


def _before_circumstance(plain: list[str], place: int, words: Speaking) -> int:
    """Where what stands in commas begins, where it begins with a small word: "X, with data of Y, says"."""
    first = place
    while first > 0 and plain[first - 1] not in BREAKS and place - first <= LONGEST_NAME:
        first -= 1
    return first if plain[first] in words.circumstance else place


def _opens_relative(tokens: list[Token], plain: list[str], end: int, words: Speaking) -> bool:
    """Whether "who" ends there, or "that" behind a name: "the report of PBO Kevin Page that puts it at 22 billion"."""
    if end < 1 or plain[end - 1] in words.who:
        return end > 0
    that = plain[end - 1] in words.relative and words.adjectives_first and not words.verb_second
    return that and end > 1 and tokens[end - 2].text[0].isupper()


def _before_aside(plain: list[str], end: int, words: Speaking) -> int:
    """Where the subject ends before ", lui,", ", for its part,"."""
    place = end - 2
    while place > 0 and plain[place] in words.asides:
        place -= 1
    return place if end > 1 and plain[end - 1] == "," == plain[place] and place < end - 2 else end


def _before_hearer(tokens: list[Token], plain: list[str], end: int, words: Speaking) -> int:
    """Where the subject ends before whom it speaks to: "wie die Polizei dem Sender bestätigte"."""
    near = range(end - 1, max(0, end - LONGEST_HEARER), -1)
    told = (at for at in near if plain[at] in words.hearing and tokens[at - 1].text[0].isupper())
    return next((at for at in told if plain[at - 1] not in words.ending), end)


def _coordinated(plain: list[str], end: int, words: Speaking) -> int | None:
    """Where the subject of two verbs joined by "and" ends: before the first of them; None when none is joined."""
    for place in range(end - 1, max(-1, end - LONGEST_NAME), -1):
        if plain[place] in BREAKS:
            return None
        if plain[place] in words.passive or words.verbs.at(plain, place):
            first = place
            while first > 0 and plain[first - 1] in words.auxiliaries:
                first -= 1
            return first
    return None


def _is_name(tokens: list[Token], first: int, last: int) -> bool:
    """Whether an apposition is a person's name: "le ministre de l'Éducation, Jean-Michel Blanquer, a déclaré"."""
    words = [token for token in tokens[first:last] if token.kind == "word"]
    return 2 <= len(words) <= 4 and all(token.text[0].isupper() for token in words)


def _chain(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> tuple[str, ...]:
    """ "… après avoir été informés par l'agence": whom the speaker has it from."""
    for at in range(place, min(len(plain), place + 20)):
        if hit := words.briefed.at(plain, at):
            voice = name_after(tokens, plain, at + hit[0], at, words)
            return (text_of(tokens, voice.first, voice.last),) if voice else ()
    return ()
