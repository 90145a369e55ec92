"""Voices in a sentence: "selon X", "X said", "a affirmé X", "X, qui avance", "was recorded by X"."""

from itertools import takewhile

from .gazetteer import nation_of
from .kinds import kind_of
from .labels import institution, label
from .name_phrases import BREAKS, Voice, back_to_break, checked, name_after, text_of
from .names import LONGEST_NAME, Speaking
from .phrases import Phrases
from .somebody import LONGEST_CLAUSE, according_to, is_institution, somebody, who_before
from .territories import bare
from .tokens import Token

HYPHEN = frozenset("-")
APOSTROPHES = frozenset(("'", "’"))
OBJECT = 7
"""Tokens behind a verb within which its object ends."""
DATA_PHRASE = 8
"""Tokens of "the provisional figures published by" before the name that follows it."""


def plain_words(tokens: list[Token]) -> list[str]:
    """The tokens' bare words; in a sentence that is not shouted, acronyms stay as they are: "WHO" is no pronoun."""
    plain = [bare(token.text) for token in tokens]
    shouted = [place for place, token in enumerate(tokens) if 2 <= len(token.text) <= 6 and token.text.isupper()]
    if shouted and any(token.low != token.text and token.text[1:].islower() for token in tokens):
        for place in shouted:
            plain[place] = tokens[place].text
    return plain


def voices(tokens: list[Token], plain: list[str], words: Speaking) -> list[Voice]:
    """All voices of a sentence, in order; `plain` are the tokens' bare words."""
    found: list[Voice] = []
    past = 0
    for place in range(len(plain)):
        voice = _voice(tokens, plain, place, words) if place >= past else None
        if voice is not None:
            found.append(voice)
            past = voice.last if voice.first > place else past  # "according to a survey published in 2017 by X"
    return found


def _voice(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """The voice whose cue stands at a place."""
    if plain[place] in BREAKS | HYPHEN:
        return label(tokens, plain, place, words)
    if place == 0 and plain[place] in words.for_whom:
        return institution(tokens, plain, place + 1, place, words)
    if plain[place] in words.data and (owner := _owner(tokens, plain, place, words)):
        return owner
    if (hit := words.after.at(plain, place)) and (voice := _after_cue(tokens, plain, place + hit[0], place, words)):
        return voice
    if hit := words.telling.at(plain, place):
        return Voice(place, place + hit[0], place)
    if words.behind.at(plain, place):
        return checked(tokens, plain, back_to_break(tokens, plain, place, words), place, place, words)
    return _spoken(tokens, plain, place, words)


def _spoken(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """The voice whose verb stands at a place."""
    hit = words.verbs.at(plain, place) or _giving(plain, place, words.giving, words)
    if hit is None and plain[place] in words.seeing and (seeing := _giving(plain, place, words.seeing, words)):
        voice = _subject(tokens, plain, place, seeing[0], words)
        return voice if voice and is_institution(tokens, voice) else None
    if hit is None or (place and tokens[place].text[0].isupper() and not tokens[place].text.isupper()):
        return None  # "United States" is no statement
    if place and plain[place - 1] in words.articles:
        return None  # "an estimated value"
    if not words.negations.isdisjoint(plain[place + hit[0] : place + hit[0] + 1]):
        return None  # "die Polizei bestätigte nicht"
    if _takes(plain, place, words) or _is_former(plain, place, words):
        return None  # "the storm claimed 31 lives", "than what officials had previously announced"
    if _is_passive(tokens, plain, place, words):
        return _agent(tokens, plain, place + hit[0], words)
    return _subject(tokens, plain, place, hit[0], words)


def _after_cue(tokens: list[Token], plain: list[str], place: int, cue: int, words: Speaking) -> Voice | None:
    """ "selon X", "selon lui", "selon les chiffres provisoires publiés par X"; no "informations selon lesquelles"."""
    if place < len(plain) and plain[place] in words.objects:
        return Voice(place, place + 1, cue)
    if same := words.same.at(plain, place):
        return Voice(place, place + same[0], cue)
    if place < len(plain) and plain[place] in words.relative:
        return None
    start = place + (place < len(plain) and plain[place] in words.determiners)
    if start < len(plain) and plain[start] in words.data:
        for by in range(start + 1, min(start + DATA_PHRASE, len(plain))):
            if plain[by] in BREAKS:
                break
            named = plain[by] in words.by | words.of
            if named and (voice := name_after(tokens, plain, by + 1, cue, words)):
                return voice
    return according_to(tokens, plain, place, cue, words)


def _giving(plain: list[str], place: int, verbs: Phrases, words: Speaking) -> tuple[int, str] | None:
    """A verb that speaks where it has a number: "L'Afad donne 12 391 morts", not "donne le coup d'envoi"."""
    hit = verbs.at(plain, place)
    behind = plain[place + hit[0] : place + hit[0] + OBJECT] if hit else []
    return hit if any(word[0].isdigit() or word in words.numbers for word in behind) else None


def _owner(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """Whose count it is: "the railways' own figure", "le bilan du ministère"."""
    if place + 1 < len(plain) and plain[place + 1] in words.of:
        return institution(tokens, plain, place + 1, place, words)
    end = place - (place > 0 and plain[place - 1] in words.own)
    end -= end > 0 and plain[end - 1] in words.possessive
    if end < 1 or plain[end - 1] not in APOSTROPHES:
        return None
    voice = checked(tokens, plain, back_to_break(tokens, plain, end - 1, words), end - 1, place, words)
    name = text_of(tokens, voice.first, voice.last) if voice else ""
    return voice if kind_of(name) or nation_of(name, lang=words.lang) else None


def _takes(plain: list[str], place: int, words: Speaking) -> bool:
    """Whether a verb that may speak takes something: "has claimed 31 lives", "claimed responsibility"."""
    if plain[place] not in words.taking:
        return False
    behind = plain[place + 1 : place + 1 + OBJECT]
    return not words.taken.isdisjoint(takewhile(lambda word: word not in BREAKS, behind))


def _is_former(plain: list[str], place: int, words: Speaking) -> bool:
    """Whether the statement is one of before, that this one corrects."""
    return any(word in words.former for word in plain[max(0, place - 2) : place + 2])


def _agent(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """Who a passive names: "was recorded as 6.4 by the Geological Survey"."""
    for by in range(place, min(place + 6, len(plain))):
        if plain[by] in words.by:
            return name_after(tokens, plain, by + 1, by, words)
    return None


def _is_passive(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    if any(word in words.passive for word in plain[max(0, place - 2) : place]):
        return plain[place - 1] not in words.unnamed
    if words.verb_second and _closes(plain, place + 1) and _is_passive_clause(plain, place, words):
        return True
    if tokens[place].low not in words.participles:
        return False
    return not any(word in words.having for word in plain[max(0, place - 4) : place])


def _is_passive_clause(plain: list[str], place: int, words: Speaking) -> bool:
    """ "Aus Sachsen sind 45 Tote gemeldet": a participle at the clause's end, its auxiliary far before it."""
    clause = list(takewhile(lambda word: word not in BREAKS, reversed(plain[:place])))
    return not words.passive.isdisjoint(clause) and words.having.isdisjoint(clause)


def _subject(tokens: list[Token], plain: list[str], verb: int, length: int, words: Speaking) -> Voice | None:
    """The noun phrase before a verb of speech, or after it where speech is inverted."""
    if words.verb_second and (finite := _finite(plain, verb, words)) is not None:
        verb, length = finite, 1
    end = verb
    while end > 0 and plain[end - 1] in words.auxiliaries:
        end -= 1
    direct = (end == verb or end > 0) and (end == 0 or plain[end - 1] not in words.inverting)
    turned = words.verb_second and _opens_otherwise(plain, end, words) and not _closes(plain, verb + length)
    before = _name_before(tokens, plain, end, verb, words) if direct and not turned else None
    if before is not None:
        chain = _chain(tokens, plain, verb + length, words)
        return before._replace(chain=chain)
    behind = turned or end == 0 or plain[end - 1] in BREAKS or plain[end - 1] in words.inverting
    inverted = behind and not plain[verb].endswith(words.gerund)
    if not inverted:
        return None
    if (place := _turned_pronoun(plain, verb + length, words)) is not None:
        return Voice(place, place + 1, verb)
    after = name_after(tokens, plain, _past_circumstances(plain, verb + length, words), verb, words)
    if after is None and words.pro_drop:
        return Voice(verb, verb + 1, verb)  # "…, indicó": whoever spoke before
    return after._replace(chain=_chain(tokens, plain, after.last, words)) if after else None


def _turned_pronoun(plain: list[str], place: int, words: Speaking) -> int | None:
    """ "Dit-il", "affirme-t-elle": where the pronoun stands behind its verb."""
    behind = place
    while behind < len(plain) and plain[behind] in HYPHEN | words.euphonic:
        behind += 1
    return behind if place < behind < len(plain) and plain[behind] in words.pronouns else None


def _past_circumstances(plain: list[str], place: int, words: Speaking) -> int:
    """Past what stands between a verb and its subject: "a dit mercredi à la presse le maire"."""
    while place < len(plain):
        if hit := words.hearers.at(plain, place):
            place += hit[0]
        elif plain[place] in words.determiners and place + 1 < len(plain) and plain[place + 1] in words.times:
            place += 2  # "informó el domingo la policía"
        elif plain[place] in words.circumstances:
            place += 1
        else:
            break
    return place


def _finite(plain: list[str], verb: int, words: Speaking) -> int | None:
    """The auxiliary of a participle at the clause's end: "hatte die Polizei 40 Verletzte gemeldet"."""
    for place in range(verb - 1, -1, -1):
        if plain[place] in words.having:
            return place if place < verb - 1 else None
        if plain[place] in BREAKS:
            break
    return None


def _closes(plain: list[str], place: int) -> bool:
    return place >= len(plain) or plain[place] in BREAKS


def _opens_otherwise(plain: list[str], verb: int, words: Speaking) -> bool:
    """Whether the clause of a verb opens with an adverb, a preposition or a time, and so not with its subject."""
    start = verb
    while start > 0 and plain[start - 1] not in BREAKS:
        start -= 1
    return start < verb and (plain[start] in words.ending - words.pronouns or plain[start] in words.times)


def _name_before(tokens: list[Token], plain: list[str], end: int, verb: int, words: Speaking) -> Voice | None:
    """The phrase that ends right before the verb; over an apposition in commas to the name before it."""
    end = _before_aside(plain, end, words)
    if end > 0 and plain[end - 1] in words.pronouns:
        return Voice(end - 1, end, verb)
    if end > 0 and plain[end - 1] in words.who:  # "contesté par la CGT, qui avance …"
        end -= 1
        end -= end > 0 and plain[end - 1] == ","
    if end > 1 and plain[end - 1] in words.joins and (back := _coordinated(plain, end - 1, words)) is not None:
        end = back  # "les observateurs sont arrivés et ont confirmé"
    if end > 1 and plain[end - 1] == "," and (clause := _relative_clause(plain, end - 1, words)):
        end = clause
    elif end > 1 and plain[end - 1] == ",":
        opening = back_to_break(tokens, plain, end - 1, words)
        if opening > 1 and plain[opening - 1] == ",":
            first = back_to_break(tokens, plain, opening - 1, words)
            if first and plain[first - 1] in words.inside | words.locatives:
                return None  # "dans l'effondrement d'un immeuble, à Marseille, ont indiqué les pompiers"
            whole = end - 1 if _is_name(tokens, opening, end - 1) else opening - 1
            return checked(tokens, plain, first, whole, verb, words)
        return None
    first = back_to_break(tokens, plain, end, words)
    if first > 1 and plain[first - 1] in words.inside | words.locatives:  # "les médias dans le pays parlent"
        around = back_to_break(tokens, plain, first - 1, words)
        first = around if kind_of(text_of(tokens, around, first - 1)) else first
    voice = checked(tokens, plain, first, end, verb, words) or somebody(tokens, plain, first, end, verb, words)
    if voice is None and (who := who_before(plain, first, words)) is not None:
        return checked(tokens, plain, back_to_break(tokens, plain, who, words), who, verb, words)
    return voice


def _relative_clause(plain: list[str], end: int, words: Speaking) -> int | None:
    """Where the comma of a clause stands that ends at a place: "X, which counts no tablets, said", "X, asked, said"."""
    for place in range(end - 1, max(0, end - LONGEST_CLAUSE), -1):
        if plain[place] in BREAKS:
            opens = plain[place + 1] in words.who or plain[place + 1].endswith(words.gerund)
            return place if plain[place] == "," and opens else None
    return None


def _before_aside(plain: list[str], end: int, words: Speaking) -> int:
    """Where the subject ends before ", lui,", ", for its part,"."""
    place = end - 2
    while place > 0 and plain[place] in words.asides:
        place -= 1
    return place if end > 1 and plain[end - 1] == "," == plain[place] and place < end - 2 else end


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
