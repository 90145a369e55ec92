"""The words of a language that tell who says so."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from .. import languages
from .lexicon import lexicon
from .phrases import Phrases, fold
from .territories import bare, words_of_place

LONGEST_NAME = 14
LONGEST_VERB = 4
"""Tokens of a verb behind its first."""


class _PartedVerbs(Phrases):
    """Verbs of speech, those of several words with adverbs between them, too: "fait désormais état de"."""

    def __init__(self, data: Mapping[str, Any], name: str) -> None:
        """The verbs of a list of attribution.toml."""
        super().__init__((bare(text), name) for text in data.get(name, ()))
        self._between = _words(data, "auxiliaries")
        self._aside = self._between | _words(data, "asides") | {","}

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """The verb that begins at `place`: how many tokens, adverbs included, and its meaning."""
        hit = super().at(words, place)
        if hit or place >= len(words) or words[place] not in self:
            return hit
        end = place + 1
        between = self._aside if words[end : end + 1] == [","] else self._between  # "font, eux, état de"
        while end < len(words) and words[end] in between:
            end += 1
        parted = super().at([words[place], *words[end : end + LONGEST_VERB]], 0) if end > place + 1 else None
        return (parted[0] + end - place - 1, parted[1]) if parted else None


class Speaking:
    """The words of one language that tell who says so."""

    def __init__(self, lang: str) -> None:
        """Reads attribution.toml; kinds of institutions are known in every language, for names travel untranslated."""
        self.lang = lang
        data = languages.table(lang, "attribution")
        self._read_cues(data)
        self._read_forms(data)
        self._read_words(data)
        self._read_told_of(data)
        self._read_anonymous(data)
        self._read_of_language(data, lang)
        self.linking = self.of | self.determiners | self.joins
        """What a name of several words is held together by."""
        self.no_opening = self.determiners | self.of | self.relative | self.times | self.joins
        """What no name begins with."""
        cues = (self.after, self.verbs, self.telling, self.officially, self.behind)
        others = (self.giving, self.seeing, self.siding, self.disputing)
        small = (
            self.data
            | self.for_whom
            | self.for_them
            | self.claiming
            | self.postposed
            | self.by
            | self.parted.keys()
            | self.closed.keys()
            | self.ended.keys()
        )
        self.cues = small | frozenset().union(*(cue.firsts() for cue in (*cues, *others)))
        """The words that tell that somebody says so, or begin to."""

    def _read_cues(self, data: Mapping[str, Any]) -> None:
        """Phrases that say that somebody says so."""
        learnt = (f"{verb} {small}" for verb in data.get("learnt", ()) for small in data.get("from_whom", ()))
        self.after = Phrases((bare(text), "after") for text in (*data.get("after", ()), *learnt))
        self.verbs = _PartedVerbs(data, "verbs")
        self.telling = _phrases(data, "telling")
        """Who says so, and that they do: "police sources"."""
        self.telling_ends = tuple(map(bare, data.get("telling_ends", ("\0",))))
        """What compounds end in that name who says so: "UN-Angaben"."""
        self.officially = _phrases(data, "officially")
        """The same, where a clause begins with it."""
        self.behind = _phrases(data, "behind")
        """As `after`, but the name stands before it."""
        self.hearers = _phrases(data, "hearers")
        before = data.get("told_before", {}).get("adverbs", ())
        self.adverbials = Phrases((bare(text), "adverbials") for text in (*data.get("adverbials", ()), *before))
        """Between the verb and who says so: whom it is said to, what sets it against another ("for its part"), when."""
        self.bodies = tuple(data.get("bodies", ()))
        """What compound nouns end in that speak: "Finanzamt"."""
        self.tails = _phrases(data, "tails")
        """What a name goes on with, small letters and all: "Médecins sans frontières"."""
        self.briefed = _phrases(data, "briefed")
        self.giving = _PartedVerbs(data, "giving")
        """Verbs that speak only where they have a number: "L'Afad donne 12 391 morts"."""
        self.same = _phrases(data, "same")
        """ "The same source": whoever spoke before."""
        self.question_turns = tuple(data.get("turns", {}).get("question", ()))
        self.reporter: str = data.get("turns", {}).get("reporter", "reporter")
        self.pro_drop: bool = data.get("pro_drop", False)
        """Whether a verb may do without a subject: "indicó"."""
        self.verb_second: bool = data.get("verb_second", False)
        """Whether the subject follows the verb where a clause opens with something else."""

    def _read_forms(self, data: Mapping[str, Any]) -> None:
        """Endings and forms of verbs, and what stands around them."""
        self.clausal = _words(data, "clausal")
        """Small words that begin a clause with a subject of its own: "after doctors in the capital said"."""
        self.moving, self.moving_ends = _words(data, "moving"), tuple(data.get("moving_ends", ("\0",)))
        """Verbs that end a clause before "and": "the army went into a village and residents said"; their endings."""
        self.finite = tuple(data.get("finite", ("\0",)))
        """Endings of verbs that no name goes on with: "la Delegación del Gobierno marcharon"."""
        self.on_site = _phrases(data, "on_site")
        """What stands between a subject and its verb: "Helfer vor Ort sprechen von"."""
        self.no_subject = frozenset(data.get("no_subject", ()))
        """Articles of no subject, where they tell: "den Schaden"."""
        self.no_link = _words(data, "no_link")
        """Articles that link no name to another, where they tell: "hatte die Bank ein Wachstum erwartet"."""
        self.coordinating = _words(data, "coordinating")
        """What joins a clause to another, and is no part of either: "und der Verband sprach von 40"."""
        self.finite_ends = tuple(data.get("finite_ends", ("\0",)))
        """Endings of verbs behind a figure's comma, where others are of quantities: ", befindet die Polizei"."""
        self.gerund = tuple(data.get("gerund", ("\0",)))
        """Endings of verb forms after which no speaker stands: "saying its subsidies fell"."""
        self.participles = frozenset(map(fold, data.get("participles", ())))
        """Verb forms that are passive without a form of "having" before them."""

    def _read_words(self, data: Mapping[str, Any]) -> None:
        """The small words around a speaker."""
        self.auxiliaries = _words(data, "auxiliaries")
        self.passive = _words(data, "passive")
        self.determiners = _words(data, "determiners")
        self.of = _words(data, "of")
        self.opening = _words(data, "opening")
        """Articles that begin another phrase, where no "of" stands before them."""
        self.joins = _words(data, "joins")
        self.relative = _words(data, "relative")
        self.first_person = _words(data, "first_person")
        self.pronouns = _words(data, "pronouns") | self.first_person
        self.gendered = _words(data, "gendered")
        """Pronouns of which two never mean the same person."""
        self.back = _words(data, "back")
        self.titles = frozenset(word for title in _words(data, "titles") for word in (title, title.split("-")[-1]))
        """Offices that may stand before a name; what a hyphen parts is several tokens: "porte-parole"."""
        self.by, self.postposed = _words(data, "by"), _words(data, "postposed")
        """What stands before who does a thing; what stands behind who says so in a clause's opening: "dem Rat nach"."""
        self.amount = _words(data, "amount")
        """What stands between a speaker and the figure in "police at 8,000"."""
        self.shares = _words(data, "shares")
        """Parts of many: percent, most, majority."""
        self.data, self.reckoned = _words(data, "data"), _words(data, "reckoned")
        """Figures, counts, estimates: "selon un décompte de X"; they speak for somebody, and are nobody themselves.
        Those that anybody may have of a thing: "Greenpeace's figure", and no toll."""
        self.taking = _words(data, "taking")
        """Verbs of speech that say nothing of what is taken: "the storm claimed 31 lives"."""
        self.taken = _words(data, "taken")
        self.own_people, self.its = _words(data, "own_people"), _words(data, "its")
        """Who speaks for those whose they are, behind the possessives of an institution: "its volunteers"."""
        self.objects, self.possessives = _words(data, "objects"), _words(data, "possessives")
        """Pronouns after a preposition: "selon lui", "selon son décompte"."""
        self.asides = _words(data, "asides")
        """What stands in commas between a speaker and the verb: "Eurostat, lui, avance"."""
        self.hearing = _words(data, "hearing")
        """Articles of whom it is said to, right behind who says so: "wie die Polizei dem Sender bestätigte"."""
        self.governing = _words(data, "governing")
        self._read_hearsay(data)

    def _read_hearsay(self, data: Mapping[str, Any]) -> None:
        """Auxiliaries, and verbs by which something is said to have been so."""
        self.having = _words(data, "having")
        self.claiming, self.to_come = _words(data, "claiming"), _words(data, "to_come")
        """Verbs by which somebody says to have done something ("will 40 gezählt haben"); what makes it a plan."""
        self.heard, self.done = self.claiming | _words(data, "heard"), _phrases(data, "done")
        """The same, and verbs of hearsay ("sollen 40 gezählt haben"); what both end with."""
        self.with_being = _words(data, "with_being")
        """Participles that are no passive: "waren von 40 Toten ausgegangen"."""
        self.having_preposition: str = data.get("having_preposition", "")
        """The auxiliary that is a preposition, too, with an accent ("a", "à")."""

    def _read_told_of(self, data: Mapping[str, Any]) -> None:
        """What sets one count against another, and what goes on from who is told of."""
        self.that_of, self.those_of = _words(data, "that_of"), _words(data, "those_of")
        """What stands for the figure whose it is: "celui du syndicat est de 300"; for people or things: "ceux"."""
        self.amounting = _words(data, "amounting")
        """What stands between these two and the figure: "is", "liegt"."""
        self.another, self.origin = _words(data, "another"), _words(data, "origin")
        """What sets a count against another ("own", "different"); what stands before whom it comes from ("from")."""
        self.rather, self.as_told = _words(data, "rather"), _words(data, "as_told")
        """What sets a figure against one that is denied ("sondern"); what opens an aside on who speaks ("wie")."""
        self.agreeing = {bare(article): _words(data["agreeing"], article) for article in data.get("agreeing", ())}
        """By a noun's article, the pronouns that may mean it; those of who holds an office, where they are others."""

    def _read_anonymous(self, data: Mapping[str, Any]) -> None:
        """What tells of speakers without a name, or in another sentence."""
        self.compared = _phrases(data, "compared")
        """What stands before who gives the figure that another is compared with: "than what the ministry admits"."""
        self.own = _words(data, "own")
        self.giver = _words(data, "giver")
        """What stands between a bare figure and whose it is: "593 par le ministère"."""
        self.for_whom, self.for_them = _words(data, "for_whom"), _words(data, "for_them")
        """What a sentence begins with before the name of who says so: "Pour le ministre X, 30 000 …"; before that of
        those for whom the ones told of are so many: "For X, it was 40"."""
        self.former, self.shown = _words(data, "former"), _words(data, "shown")
        """What a statement of before has; what makes those behind "by" readers of a document: "seen by Reuters"."""
        self.who = _words(data, "who")
        self.impersonal, self.hosting = _words(data, "impersonal"), _words(data, "hosting")
        """Nobody in particular, and what stands before the institution where they count: "à la préfecture, on …"."""
        self.among = _words(data, "among")
        """What stands before people of whom somebody says so: "chez les pêcheurs, on parle de"."""
        self.inverting = _words(data, "inverting")
        """What a verb follows whose subject stands behind it: "ce qu'a indiqué la préfecture", "Das teilte X mit"."""
        self.euphonic = _words(data, "euphonic")
        """What stands between a verb and its pronoun for the sound: "affirme-t-elle"."""
        self.unnamed = _words(data, "unnamed")
        """What who speaks does not want to be: "who asked not to be named said"."""
        self.told_back = _phrases(data, "told_back")
        """What a sentence begins with that says whose the figures before are: "Das teilte die Polizei mit"."""
        self.circumstance = _words(data, "circumstance")
        """What a clause in commas begins with that tells when, how, by what somebody says so."""
        self.reduced, self.said_of = _words(data, "reduced"), _phrases(data, "said_of")
        """Passives without their auxiliary, and what they say of those before: "two Afghans reported missing"."""
        self.seeing = _phrases(data, "seeing")
        """Verbs by which an institution counts or expects, and nobody else: "la CGT a vu 450 000 manifestants"."""
        self.saying = _PartedVerbs(data, "saying")
        """Verbs that only people have, so that "a coach" says it."""
        self.manner = _words(data, "manner")
        """What is so according to things: "selon l'âge"."""
        self._read_told_apart(data)

    def _read_told_apart(self, data: Mapping[str, Any]) -> None:
        """What sets a count against another, whose count it is, and how it is said."""
        rejecting = (
            *data.get("answering", ()),
            *data.get("disputing", ()),
            *languages.table(self.lang, "status").get("strong", {}).get("denied", ()),
        )
        self.restricting = _phrases(data, "restricting")
        """What behind a verb that is denied leaves so many: "no vio más que 300"."""
        self.contrast, self.rejecting = _phrases(data, "contrast"), _phrases({"": rejecting}, "")
        """What sets two sentences against each other, and what rejects a figure."""
        self.disputing = _phrases(data, "disputing")
        """Verbs by which somebody rejects another's count: "the union disputes the army's toll: 60 died"."""
        self.opposing = _phrases(data, "opposing")
        """What opens the clause of another speaker: "while the organisers said"."""
        self.own_town = _phrases(data, "own_town")
        """Who counts in a town and nowhere else."""
        self.firms = _words(data, "firms")
        """Kinds of firms that are told apart by the name behind: "le cabinet Occurrence"."""
        self.channels = _words(data, "channels")
        """How and before whom it is said: "told a briefing in Geneva by video"."""

    def _read_of_language(self, data: Mapping[str, Any], lang: str) -> None:
        """What the language's other files know."""
        self.parted, self.own_result = _frames(data.get("parted", ())), _words(data, "own_result")
        """Verbs of counting whose preposition stands apart from them: "kommt die Behörde jetzt auf 180".
        And what a party gets itself: "kam auf 12 Prozent"."""
        self.closed, self.ended = _frames(data.get("closed", ())), _frames(data.get("ended", ()))
        self.told_from = _words(data, "told_from")
        """Verbs of counting that close their clause ("gibt 410 an"); what stands before figures and whose they are."""
        self.towns_end: str = data.get("towns_end", "")
        """What makes the name of a town say whose a thing is: "Kiewer"."""
        self.siding = _phrases(data, "siding")
        """What opens a clause before the institution that counts so: "côté syndicats", "aus Sicht der Gewerkschaft"."""
        lex = lexicon(lang)
        stop = frozenset(map(bare, lex.stop))
        ending = stop | self.auxiliaries | self.passive | self.pronouns | _words(data, "prepositions") | self.shown
        self.ending = ending - self.of - self.determiners
        """Words that no name goes on with."""
        self.numbers = frozenset(map(bare, (lex.number_words | lex.collectives.keys()) - lex.articles))
        self.articles = frozenset(map(bare, lex.articles))
        self.possessive = frozenset(map(bare, lex.possessive))
        self.capital_nouns, self.adjectives_first = lex.capital_nouns, lex.adjectives_first
        self.conjunctions = frozenset(map(bare, lex.conjunctions))
        self.negations = _words(languages.table(lang, "measures"), "negations")
        compounds = (day + time for day in lex.weekdays for time in data.get("times", ()))
        clock = languages.table(lang, "dates").get("clock", ())
        counting = (text for text in words_of_place(lang, "counting") if self._may_say(text.split()[-1:]))
        self.inside, self.locatives = words_of_place(lang, "inside"), words_of_place(lang, "locatives")
        self.counting = Phrases((text, "counting") for text in counting)
        """Verbs by which something is so in a country that does not say it: "India has recorded 62,000 deaths"."""
        zones = lex.clock_after.firsts() - self.of  # "las 10 de la mañana"
        self.times = frozenset(map(bare, (*lex.weekdays, *clock, *compounds, *zones))) | _words(data, "times")
        self.times |= {zone.upper() for zone in zones}  # acronyms stay as they are
        """What tells when something was said, and is no part of the name behind it."""
        self.circumstances = (self.auxiliaries | self.times) - self.determiners

    def _may_say(self, verb: list[str]) -> bool:
        """Whether a verb speaks where somebody is its subject."""
        return (self.verbs.at(verb, 0) or self.giving.at(verb, 0)) is not None


def _phrases(data: Mapping[str, Any], name: str) -> Phrases:
    return Phrases((bare(text), name) for text in data.get(name, ()))


def _frames(frames: Iterable[str]) -> dict[str, frozenset[str]]:
    """Verbs with their prepositions: "kommt|kam … auf"."""
    parts = (frame.split(" … ") for frame in frames)
    return {bare(verb): frozenset(map(bare, behind.split("|"))) for verbs, behind in parts for verb in verbs.split("|")}


def _words(data: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(map(bare, data.get(name, ())))


@cache
def speaking(lang: str) -> Speaking:
    """The compiled words of a language."""
    return Speaking(lang)
