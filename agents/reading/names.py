"""The words of a language that tell who says so."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from .. import languages
from .lexicon import lexicon
from .phrases import Phrases, fold
from .territories import bare, words_of_place
from .word_lists import PartedVerbs, frames_of, phrases, words_of

LONGEST_NAME = 14


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
        cues = (self.after, self.kept, self.verbs, self.telling, self.officially, self.behind)
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
        kept = [f"{count} {by}" for count in data.get("counts", ()) for by in data.get("kept_by", ())]
        self.kept = Phrases((bare(text), "kept") for text in (*kept, *data.get("made_by", ())))
        """A count, and that it is somebody's: "a running tally kept by"."""
        self.after = Phrases((bare(text), "after") for text in (*data.get("after", ()), *learnt, *kept))
        self.verbs = PartedVerbs(data, "verbs")
        self.telling = phrases(data, "telling")
        """Who says so, and that they do: "police sources"."""
        self.telling_ends = tuple(map(bare, data.get("telling_ends", ("\0",))))
        """What compounds end in that name who says so: "UN-Angaben"."""
        self.officially = phrases(data, "officially")
        """The same, where a clause begins with it."""
        self.behind = phrases(data, "behind")
        """As `after`, but the name stands before it."""
        self.hearers = phrases(data, "hearers")
        before = data.get("told_before", {}).get("adverbs", ())
        self.adverbials = Phrases((bare(text), "adverbials") for text in (*data.get("adverbials", ()), *before))
        """Between the verb and who says so: whom it is said to, what sets it against another ("for its part"), when."""
        self.bodies = tuple(data.get("bodies", ()))
        """What compound nouns end in that speak: "Finanzamt"."""
        self.tails = phrases(data, "tails")
        """What a name goes on with, small letters and all: "Médecins sans frontières"."""
        self.briefed = phrases(data, "briefed")
        self.giving = PartedVerbs(data, "giving")
        """Verbs that speak only where they have a number: "L'Afad donne 12 391 morts"."""
        self.same = phrases(data, "same")
        """ "The same source": whoever spoke before."""
        self.question_turns = tuple(data.get("turns", {}).get("question", ()))
        self.reporter: str = data.get("turns", {}).get("reporter", "reporter")
        self.pro_drop: bool = data.get("pro_drop", False)
        """Whether a verb may do without a subject: "indicó"."""
        self.verb_second: bool = data.get("verb_second", False)
        """Whether the subject follows the verb where a clause opens with something else."""

    def _read_forms(self, data: Mapping[str, Any]) -> None:
        """Endings and forms of verbs, and what stands around them."""
        self.clausal = words_of(data, "clausal")
        """Small words that begin a clause with a subject of its own: "after doctors in the capital said"."""
        self.moving, self.moving_ends = words_of(data, "moving"), tuple(data.get("moving_ends", ("\0",)))
        """Verbs that end a clause before "and": "the army went into a village and residents said"; their endings."""
        self.finite = tuple(data.get("finite", ("\0",)))
        """Endings of verbs that no name goes on with: "la Delegación del Gobierno marcharon"."""
        self.on_site = phrases(data, "on_site")
        """What stands between a subject and its verb: "Helfer vor Ort sprechen von"."""
        self.no_subject = frozenset(data.get("no_subject", ()))
        """Articles of no subject, where they tell: "den Schaden"."""
        self.no_link = words_of(data, "no_link")
        """Articles that link no name to another, where they tell: "hatte die Bank ein Wachstum erwartet"."""
        self.coordinating = words_of(data, "coordinating")
        """What joins a clause to another, and is no part of either: "und der Verband sprach von 40"."""
        self.finite_ends = tuple(data.get("finite_ends", ("\0",)))
        """Endings of verbs behind a figure's comma, where others are of quantities: ", befindet die Polizei"."""
        self.gerund = tuple(data.get("gerund", ("\0",)))
        """Endings of verb forms after which no speaker stands: "saying its subsidies fell"."""
        self.participles = frozenset(map(fold, data.get("participles", ())))
        """Verb forms that are passive without a form of "having" before them."""

    def _read_words(self, data: Mapping[str, Any]) -> None:
        """The small words around a speaker."""
        self.auxiliaries = words_of(data, "auxiliaries")
        self.passive = words_of(data, "passive")
        self.determiners = words_of(data, "determiners")
        self.of = words_of(data, "of")
        self.opening = words_of(data, "opening")
        """Articles that begin another phrase, where no "of" stands before them."""
        self.joins = words_of(data, "joins")
        self.relative = words_of(data, "relative")
        self.first_person = words_of(data, "first_person")
        self.pronouns = words_of(data, "pronouns") | self.first_person
        self.gendered = words_of(data, "gendered")
        """Pronouns of which two never mean the same person."""
        self.back = words_of(data, "back")
        self.titles = frozenset(word for title in words_of(data, "titles") for word in (title, title.split("-")[-1]))
        """Offices that may stand before a name; what a hyphen parts is several tokens: "porte-parole"."""
        self.by, self.postposed = words_of(data, "by"), words_of(data, "postposed")
        """What stands before who does a thing; what stands behind who says so in a clause's opening: "dem Rat nach"."""
        self.amount = words_of(data, "amount")
        """What stands between a speaker and the figure in "police at 8,000"."""
        self.shares = words_of(data, "shares")
        """Parts of many: percent, most, majority."""
        self.data, self.reckoned = words_of(data, "data"), words_of(data, "reckoned")
        """Figures, counts, estimates: "selon un décompte de X"; they speak for somebody, and are nobody themselves.
        Those that anybody may have of a thing: "Greenpeace's figure", and no toll."""
        self.taking = words_of(data, "taking")
        """Verbs of speech that say nothing of what is taken: "the storm claimed 31 lives"."""
        self.taken = words_of(data, "taken")
        self.own_people, self.its = words_of(data, "own_people"), words_of(data, "its")
        """Who speaks for those whose they are, behind the possessives of an institution: "its volunteers"."""
        self.objects, self.possessives = words_of(data, "objects"), words_of(data, "possessives")
        """Pronouns after a preposition: "selon lui", "selon son décompte"."""
        self.asides = words_of(data, "asides")
        """What stands in commas between a speaker and the verb: "Eurostat, lui, avance"."""
        self.hearing = words_of(data, "hearing")
        """Articles of whom it is said to, right behind who says so: "wie die Polizei dem Sender bestätigte"."""
        self.governing = words_of(data, "governing")
        self._read_hearsay(data)

    def _read_hearsay(self, data: Mapping[str, Any]) -> None:
        """Auxiliaries, and verbs by which something is said to have been so."""
        self.having = words_of(data, "having")
        self.claiming, self.to_come = words_of(data, "claiming"), words_of(data, "to_come")
        """Verbs by which somebody says to have done something ("will 40 gezählt haben"); what makes it a plan."""
        self.heard, self.done = self.claiming | words_of(data, "heard"), phrases(data, "done")
        """The same, and verbs of hearsay ("sollen 40 gezählt haben"); what both end with."""
        self.with_being = words_of(data, "with_being")
        """Participles that are no passive: "waren von 40 Toten ausgegangen"."""
        self.having_preposition: str = data.get("having_preposition", "")
        """The auxiliary that is a preposition, too, with an accent ("a", "à")."""

    def _read_told_of(self, data: Mapping[str, Any]) -> None:
        """What sets one count against another, and what goes on from who is told of."""
        self.that_of, self.those_of = words_of(data, "that_of"), words_of(data, "those_of")
        """What stands for the figure whose it is: "celui du syndicat est de 300"; for people or things: "ceux"."""
        self.amounting = words_of(data, "amounting")
        """What stands between these two and the figure: "is", "liegt"."""
        self.another, self.origin = words_of(data, "another"), words_of(data, "origin")
        """What sets a count against another ("own", "different"); what stands before whom it comes from ("from")."""
        self.portfolios = words_of(data, "portfolios")
        """What an office may be for, besides others: "the Ministry of Labour, Health and Welfare"."""
        self.rather, self.as_told = words_of(data, "rather"), words_of(data, "as_told")
        """What sets a figure against one that is denied ("sondern"); what opens an aside on who speaks ("wie")."""
        self.agreeing = {bare(article): words_of(data["agreeing"], article) for article in data.get("agreeing", ())}
        """By a noun's article, the pronouns that may mean it; those of who holds an office, where they are others."""

    def _read_anonymous(self, data: Mapping[str, Any]) -> None:
        """What tells of speakers without a name, or in another sentence."""
        self.compared = phrases(data, "compared")
        """What stands before who gives the figure that another is compared with: "than what the ministry admits"."""
        self.own = words_of(data, "own")
        self.giver = words_of(data, "giver")
        """What stands between a bare figure and whose it is: "593 par le ministère"."""
        self.for_whom, self.for_them = words_of(data, "for_whom"), words_of(data, "for_them")
        """What a sentence begins with before the name of who says so: "Pour le ministre X, 30 000 …"; before that of
        those for whom the ones told of are so many: "For X, it was 40"."""
        self.former, self.shown = words_of(data, "former"), words_of(data, "shown")
        """What a statement of before has; what makes those behind "by" readers of a document: "seen by Reuters"."""
        self.who = words_of(data, "who")
        self.impersonal, self.hosting = words_of(data, "impersonal"), words_of(data, "hosting")
        """Nobody in particular, and what stands before the institution where they count: "à la préfecture, on …"."""
        self.among = words_of(data, "among")
        """What stands before people of whom somebody says so: "chez les pêcheurs, on parle de"."""
        self.inverting = words_of(data, "inverting")
        """What a verb follows whose subject stands behind it: "ce qu'a indiqué la préfecture", "Das teilte X mit"."""
        self.euphonic = words_of(data, "euphonic")
        """What stands between a verb and its pronoun for the sound: "affirme-t-elle"."""
        self.unnamed = words_of(data, "unnamed")
        """What who speaks does not want to be: "who asked not to be named said"."""
        self.told_back = phrases(data, "told_back")
        """What a sentence begins with that says whose the figures before are: "Das teilte die Polizei mit"."""
        self.circumstance = words_of(data, "circumstance")
        """What a clause in commas begins with that tells when, how, by what somebody says so."""
        self.reduced, self.said_of = words_of(data, "reduced"), phrases(data, "said_of")
        """Passives without their auxiliary, and what they say of those before: "two Afghans reported missing"."""
        self.seeing = phrases(data, "seeing")
        """Verbs by which an institution counts or expects, and nobody else: "la CGT a vu 450 000 manifestants"."""
        self.saying = PartedVerbs(data, "saying")
        """Verbs that only people have, so that "a coach" says it."""
        self.manner = words_of(data, "manner")
        """What is so according to things: "selon l'âge"."""
        self._read_told_apart(data)

    def _read_told_apart(self, data: Mapping[str, Any]) -> None:
        """What sets a count against another, whose count it is, and how it is said."""
        rejecting = (
            *data.get("answering", ()),
            *data.get("disputing", ()),
            *languages.table(self.lang, "status").get("strong", {}).get("denied", ()),
        )
        self.restricting = phrases(data, "restricting")
        """What behind a verb that is denied leaves so many: "no vio más que 300"."""
        self.contrast, self.rejecting = phrases(data, "contrast"), phrases({"": rejecting}, "")
        """What sets two sentences against each other, and what rejects a figure."""
        self.disputing = phrases(data, "disputing")
        """Verbs by which somebody rejects another's count: "the union disputes the army's toll: 60 died"."""
        self.opposing = phrases(data, "opposing")
        """What opens the clause of another speaker: "while the organisers said"."""
        self.own_town = phrases(data, "own_town")
        """Who counts in a town and nowhere else."""
        self.firms = words_of(data, "firms")
        """Kinds of firms that are told apart by the name behind: "le cabinet Occurrence"."""
        self.channels = words_of(data, "channels")
        """How and before whom it is said: "told a briefing in Geneva by video"."""

    def _read_of_language(self, data: Mapping[str, Any], lang: str) -> None:
        """What the language's other files know."""
        self.parted, self.own_result = frames_of(data.get("parted", ())), words_of(data, "own_result")
        """Verbs of counting whose preposition stands apart from them: "kommt die Behörde jetzt auf 180".
        And what a party gets itself: "kam auf 12 Prozent"."""
        self.closed, self.ended = frames_of(data.get("closed", ())), frames_of(data.get("ended", ()))
        self.told_from = words_of(data, "told_from")
        """Verbs of counting that close their clause ("gibt 410 an"); what stands before figures and whose they are."""
        self.towns_end: str = data.get("towns_end", "")
        """What makes the name of a town say whose a thing is: "Kiewer"."""
        self.siding = phrases(data, "siding")
        """What opens a clause before the institution that counts so: "côté syndicats", "aus Sicht der Gewerkschaft"."""
        lex = lexicon(lang)
        stop = frozenset(map(bare, lex.stop))
        ending = stop | self.auxiliaries | self.passive | self.pronouns | words_of(data, "prepositions") | self.shown
        self.ending = ending - self.of - self.determiners
        """Words that no name goes on with."""
        self.numbers = frozenset(map(bare, (lex.number_words | lex.collectives.keys()) - lex.articles))
        self.articles = frozenset(map(bare, lex.articles))
        self.possessive = frozenset(map(bare, lex.possessive))
        self.capital_nouns, self.adjectives_first = lex.capital_nouns, lex.adjectives_first
        self.conjunctions = frozenset(map(bare, lex.conjunctions))
        self.negations = words_of(languages.table(lang, "measures"), "negations")
        compounds = (day + time for day in lex.weekdays for time in data.get("times", ()))
        clock = languages.table(lang, "dates").get("clock", ())
        counting = (text for text in words_of_place(lang, "counting") if self._may_say(text.split()[-1:]))
        self.inside, self.locatives = words_of_place(lang, "inside"), words_of_place(lang, "locatives")
        self.counting = Phrases((text, "counting") for text in counting)
        """Verbs by which something is so in a country that does not say it: "India has recorded 62,000 deaths"."""
        zones = lex.clock_after.firsts() - self.of  # "las 10 de la mañana"
        self.times = frozenset(map(bare, (*lex.weekdays, *clock, *compounds, *zones))) | words_of(data, "times")
        self.times |= {zone.upper() for zone in zones}  # acronyms stay as they are
        """What tells when something was said, and is no part of the name behind it."""
        self.circumstances = (self.auxiliaries | self.times) - self.determiners

    def _may_say(self, verb: list[str]) -> bool:
        """Whether a verb speaks where somebody is its subject."""
        return (self.verbs.at(verb, 0) or self.giving.at(verb, 0)) is not None


@cache
def speaking(lang: str) -> Speaking:
    """The compiled words of a language."""
    return Speaking(lang)
