"""Who a figure comes from: "selon X", "X said", "a affirmé X", "les syndicats 20.000", briefings at second hand."""

import msgspec

from ...schemas.claim import Originator
from .around import Around, look_around
from .document import FoundFigure, Sentence
from .gapping import ellipsis, gapped, without_verb_again
from .gazetteer import nation_of
from .headings import agencies
from .kinds import kind_of
from .labels import institution, office
from .lexicon import lexicon
from .measures import PEOPLE
from .name_phrases import Voice, text_of
from .names import Speaking, speaking
from .of_whom import UNTOLD, subject_of
from .opposing import opposed_to
from .owners import owner_named
from .phrases import SOFT_HYPHEN, fold
from .refs import originator_ref
from .rejecting import goes_on, who_rejects
from .sides import belonging, that_of, told_otherwise
from .territories import bare
from .tokens import Token, tokenize
from .voices import plain_words, voices
from .whose import of_figure
from .within import meant_within
from .wording import Wording, wording

BACK_WITHIN = 4
"""Tokens between "that" and the cue of who says so."""
FAR, NEAR = 1000, 100
FEW = 12
"""Up to so many speak together."""
MEDIA = "media"


class Speakers(msgspec.Struct):
    """What an article has told so far of who speaks: for pronouns, "l'agence", fragments and acronyms."""

    lang: str
    country: str | None
    acronyms: dict[str, str]
    last: Originator | None = None
    subject: tuple[Originator, frozenset[str]] | None = None
    """Whom the sentence before was about, nobody speaking in it, and the pronouns for it."""
    heard_of: tuple[Originator, frozenset[str]] | None = None
    """The same of this sentence, for the next one."""
    named: list[Originator] = []
    pronouns: dict[str, str] = {}
    """By name, the pronoun that has meant it."""
    puzzled: bool = False
    """Whether the last pronoun meant nobody known."""
    heard: tuple[int, int] = (0, 0)
    """Where in the sentence the last figure's speaker stands, with the cue that tells of them."""
    told_in: tuple[int, int] = (0, 0)
    """Where in the sentence it is told where that is said: "… told reporters in New York"."""
    turn: Originator | None = None
    """Whose turn it is in a transcript or a quoted post."""
    rejecting: Originator | None = None
    """Who rejects a figure in this sentence without one of their own, for the next one."""
    rejected: Originator | None = None
    """The same of the sentence before."""

    def take_turn(self, name: str | None) -> None:
        """Somebody begins to speak, or nobody does; what the sentence before was about, a pronoun in this one means."""
        self.subject, self.heard_of = self.heard_of, None
        self.rejected, self.rejecting = self.rejecting, None
        if name is None:
            self.turn = None
        elif self.turn is None or self.turn.name != name:
            self.turn = Originator(name=name, ref=originator_ref(name, lang=self.lang, country=self.country), chain=())

    def meant(self, pronoun: str, *, own: bool = False) -> Originator | None:
        """Whom a pronoun means: whoever was named last, or is spoken of, but nobody who is "he" and "she".

        `own` is it of a possessive, which may mean any of them.
        """
        if self.subject and (own or pronoun in self.subject[1]):
            self.last = self.subject[0]
        if self.last is None or pronoun not in speaking(self.lang).gendered:
            return self.last
        self.puzzled = self.pronouns.setdefault(self.last.name, pronoun) != pronoun
        return None if self.puzzled else self.last

    def remember(self, originator: Originator) -> None:
        """The newest is the likeliest that "he" or "the agency" means."""
        self.last = originator
        self.named.append(originator)


def originator_of(found: FoundFigure, sentence: Sentence, speakers: Speakers) -> Originator | None:
    """The originator that the sentence names for a figure; None when it names none."""
    words, speakers.puzzled = speaking(speakers.lang), False
    around = look_around(found, sentence, lexicon(speakers.lang))
    plain = plain_words(around.tokens)
    heard = voices(around.tokens, plain, words)
    voice = (
        told_otherwise(around, plain, words)
        or belonging(around, plain, words)
        or ellipsis(around, plain, heard, words)
        or (_giver(around, plain, heard, words) if found.figure.kind == "count" else None)
        or gapped(around, plain, heard, words)
        or without_verb_again(around, plain, heard, words)
        or that_of(around, plain, heard, words)
        or _nearest(of_figure(around, plain, heard, words), around)
    )
    voice = opposed_to(voice, around, plain, heard, words) if voice else None
    speakers.heard = _span(voice, around.tokens) if voice else (0, 0)
    speakers.told_in = _told_in(voice, around.tokens, plain, words) if voice else (0, 0)
    if voice is None and not heard and goes_on(plain, words):
        return speakers.rejected
    return _originator(voice, around.tokens, plain, sentence, speakers) if voice else None


def counts_speakers(found: FoundFigure, measure: str, sentence: Sentence, lang: str) -> bool:
    """ "Two officials said", "selon trois médecins": whether a figure only tells how many speak, by its measure.

    Not "six sailors said they were rescued", which tells what befell them.
    """
    value, known = found.figure.high, wording(lang)
    if found.figure.kind != "count" or found.head is None or value is None or value > FEW:
        return False
    if not known.may_speak(found.head) and kind_of(found.head) is None:
        return False
    around = look_around(found, sentence, lexicon(lang))
    plain = known.nouns.get(fold(found.head)), PEOPLE
    own = measure in plain or any(known.fates.at(around.words, at) for at in range(around.noun, around.last))
    heard = voices(around.tokens, plain_words(around.tokens), speaking(lang))
    mine = (voice for voice in heard if around.first <= voice.first <= around.noun)
    return any(own or voice.cue < around.first for voice in mine)  # "selon trois médecins, 12 personnes sont mortes"


def _span(voice: Voice, tokens: list[Token]) -> tuple[int, int]:
    """Offsets of a speaker and of what the cue sets apart: "X, head of the service in Benghazi, told"."""
    last = max(voice.last - 1, voice.cue)
    return tokens[min(voice.first, voice.cue)].start, tokens[last].end


def _told_in(voice: Voice, tokens: list[Token], plain: list[str], words: Speaking) -> tuple[int, int]:
    """Offsets of where, when and before whom it is said: "told reporters in New York by video from Khartoum"."""
    verb = words.verbs.at(plain, voice.cue)
    first = place = max(voice.last, voice.cue + verb[0]) if verb else len(plain)
    while place < len(plain) and plain[place] not in words.relative:
        hearers = words.hearers.at(plain, place)
        named = tokens[place].text[0].isupper() and (
            plain[place - 1] in words.locatives or tokens[place - 1].text[0].isupper()
        )
        small = words.circumstances | words.channels | words.locatives | words.by | words.determiners
        if hearers is None and not named and plain[place] not in small:
            break
        place += hearers[0] if hearers else 1
    return (tokens[first].start, tokens[place - 1].end) if place > first else (0, 0)


def voices_in(sentence: Sentence, speakers: Speakers) -> Originator | None:
    """The first voice of a sentence, whatever it says: remembered for what follows."""
    words = speaking(speakers.lang)
    tokens, plain = _words_of(sentence)
    heard = voices(tokens, plain, words)
    about = None if heard else subject_of(tokens, plain, words)
    speakers.heard_of = (_named(text_of(tokens, *about[0][:2]), (), speakers), about[1]) if about else None
    if heard:
        first, rejecting = _originator(heard[0], tokens, plain, sentence, speakers), who_rejects(plain, heard, words)
        speakers.rejecting = _originator(rejecting, tokens, plain, sentence, speakers) if rejecting else None
        return first
    subject = office(tokens, plain, words)
    if subject:  # nobody speaks, but "he" and "she" in the next sentence mean the subject of this one
        speakers.last = _named(text_of(tokens, subject.first, subject.last), (), speakers)
    return None


def told_back(sentence: Sentence, speakers: Speakers) -> Originator | None:
    """ "Das teilte die Kreisverwaltung mit", "That is according to the fire service": whose the figures before are."""
    words = speaking(speakers.lang)
    tokens, plain = _words_of(sentence)
    opening = words.told_back.at(plain, 0)
    if opening is None:
        return None
    heard = next(iter(voices(tokens, plain, words)), None)
    if heard is None:
        heard = owner_named(tokens, plain, range(opening[0], min(opening[0] + BACK_WITHIN + 1, len(plain))), words)
    told = heard is not None and heard.cue - opening[0] <= BACK_WITHIN and heard.first > heard.cue
    return _originator(heard, tokens, plain, sentence, speakers) if heard and told else None


def _words_of(sentence: Sentence) -> tuple[list[Token], list[str]]:
    tokens = tokenize(sentence.text, 0, len(sentence.text), spaced=False)
    return tokens, plain_words(tokens)


def _giver(around: Around, plain: list[str], heard: list[Voice], words: Speaking) -> Voice | None:
    """ "593 par le ministère et 700 par les secouristes", "…; 9.500, para la policía": whose a bare figure is."""
    apart = any(voice.cue < around.first for voice in heard) and plain[around.last : around.last + 1] == [","]
    place = around.last + apart
    if place >= len(plain) or plain[place] not in (words.giver - words.of if apart else words.giver):
        return None
    noun = around.words[around.last - 1]
    people = noun in wording(words.lang).persons or wording(words.lang).fates.at([noun], 0)
    if around.noun < around.last and not (plain[place] in words.for_whom and people):
        return None  # "1.4 million people for the organisers"
    if apart and not _are_people(around, wording(words.lang)):
        return None  # "30.000 mascarillas, según la alcaldía; 9.500, para la policía"
    voice = institution(around.tokens, plain, place + 1, place, words)
    return None if voice and plain[place] in words.of and _are_counted(around, voice, words) else voice


def _are_people(around: Around, known: Wording) -> bool:
    """Whether a sentence tells of people, or of what befell them."""
    words = around.words[: around.last]
    return any(word in known.persons or known.fates.at(words, place) for place, word in enumerate(words))


def _are_counted(around: Around, voice: Voice, words: Speaking) -> bool:
    """ "La muerte de 18 de sus guerrilleros": whether people are told of whom a figure is a part, and no speaker."""
    known = wording(words.lang)
    named = around.words[voice.first : voice.last]
    return any(word in known.persons and known.inflection.singular(word) != word for word in named)


def _nearest(voices: list[Voice], around: Around) -> Voice | None:
    """The voice nearest to the figure, in brackets behind it or right before: "laut Polizei 5.000".

    One in another figure's part is far away.
    """

    def far(voice: Voice) -> int:
        away = around.first - voice.cue if voice.cue < around.first else voice.cue - around.last
        away = 0 if around.words[voice.cue] == "(" or voice.cue < voice.last == around.first else away
        away += NEAR * (";" in around.words[voice.cue : around.first])  # "11 died, the firm said; 65, prosecutors say"
        alone = voice.cue < around.left and len(voices) == 1
        return away if around.left <= voice.cue < around.right or alone else FAR + away

    mine = [voice for voice in voices if around.left <= voice.cue < around.right]
    if len(mine) > 1 and mine[0].cue == around.free < mine[0].first and mine[-1].cue == around.last:
        return mine[-1]  # "40 d'après la police, 60 d'après la radio"
    telling = [voice for voice in mine if not _relays(voice, around)]
    return min(telling or voices, key=far) if voices else None


def _relays(voice: Voice, around: Around) -> bool:
    """Whether news agencies and the like only pass on what another says: "… 300, the chief told a radio, AFP said"."""
    name = around.tokens[voice.first : voice.last]
    return (
        any(token.low in agencies() for token in name)
        or kind_of(text_of(around.tokens, voice.first, voice.last)) == MEDIA
    )


def _originator(
    voice: Voice, tokens: list[Token], plain: list[str], sentence: Sentence, speakers: Speakers
) -> Originator | None:
    """The record, with pronouns and "the agency" led back to their name."""
    words = speaking(speakers.lang)
    name = _plain_name(sentence.text[tokens[voice.first].start : tokens[voice.last - 1].end])
    folded = " ".join(plain[voice.first : voice.last])
    alone = voice.first == voice.cue == voice.last - 1  # not "la cifra oficial"
    subjectless = alone and any(said.at(plain, voice.cue) for said in (words.verbs, words.giving))
    own = not words.possessives.isdisjoint(plain[voice.first : voice.last])  # "à ses dires", "selon ses dires"
    if words.same.at(plain, voice.first) and not own:
        return speakers.last
    if folded in words.first_person:
        return speakers.turn or speakers.last
    own = own and (voice.last == voice.first + 1 or words.same.at(plain, voice.first) is not None)
    if subjectless or own or folded in words.pronouns | words.objects:
        if within := meant_within(voice, tokens, plain, words):
            return _named(_plain_name(text_of(tokens, within.first, within.last)), (), speakers)
        if subjectless and voice.cue > 0:
            return speakers.last
        return speakers.meant(UNTOLD if subjectless else folded, own=own)
    if folded in words.back and (meant := _led_back(folded, speakers)):
        return meant
    originator = _named(speakers.acronyms.get(name, name), voice.chain, speakers)
    speakers.remember(originator)
    return originator


def _plain_name(text: str) -> str:
    """A name without what tags and entities have left in it."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def _named(name: str, chain: tuple[str, ...], speakers: Speakers) -> Originator:
    """The record of a name; an institution is of the country of whom it has it from, else of the story's."""
    nation = nation_of(chain[0], lang=speakers.lang) if chain else None
    ref = originator_ref(name, lang=speakers.lang, country=nation or speakers.country)
    return Originator(name=name, ref=ref, chain=(name, *chain) if chain else ())


def _led_back(word: str, speakers: Speakers) -> Originator | None:
    """The newest named speaker whose name has that word, else the newest institution."""
    for originator in reversed(speakers.named):
        if word in bare(originator.name).split():
            return originator
    kind = kind_of(word)
    alike = (one for one in reversed(speakers.named) if kind_of(one.name) and kind in (None, kind_of(one.name)))
    return next(alike, None)
