"""The words of one language that tell what a figure measures, compiled once from its data files."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from .. import languages
from .illness import Fates
from .inflection import Inflection
from .phrases import Phrases, fold, phrase

SHORTEST_ENDING = 5
"""Letters of a noun that may end another."""


class Wording:
    """Nouns, fates and cues of the measures in one language."""

    def __init__(self, lang: str) -> None:
        """Reads the language's measures.toml; a language without one knows no measure."""
        self.lang = lang
        data = languages.table(lang, "measures")
        measures = data.get("measure", {})
        self.inflection = Inflection(data.get("forms", {}))
        self.soldiers = frozenset(map(fold, data.get("soldiers", ())))
        self.groups = {fold(word): group for group, words in data.get("groups", {}).items() for word in words}
        self.nouns, self.compounds = _nouns(measures, self.inflection)
        self._homonyms = _homonyms(data.get("homonyms", {}), self.inflection)
        told = data.get("homonyms_told", {})
        self._of_article = [_told_by_article(noun, told[noun], self.inflection) for noun in told]
        of_people = frozenset(languages.taxonomy()["people"]["measures"])
        self.persons = frozenset(map(fold, data.get("persons", ()))).union(
            noun for noun, measure in self.nouns.items() if measure in of_people
        )
        befell = ((text, name) for name, entry in measures.items() for text in entry.get("fate", ()))
        self.fates = Fates(befell, lang)
        self.ahead = Phrases((text, name) for name, entry in measures.items() for text in entry.get("ahead", ()))
        """What tells only before a number: "a town of", "searching for"."""
        self.frames = _frames(measures)
        """By the first part of a verb, its second part and what both tell: "took … out"."""
        self.taking_part = Phrases((text, "part") for text in data.get("taking_part", ()))
        """What those did whom a clause counts that opens with it: "an dem Streik beteiligten sich"."""
        self.doing = Phrases((text, "doing") for text in data.get("doing", ()))
        """What those counted did to others: "who killed 43 people"."""
        self._read_order(data)
        self.gatherings = Phrases(
            (text, name) for name, entry in measures.items() for text in entry.get("gathering", ())
        )
        dates = languages.table(lang, "dates")
        self.months, self.month_cue = frozenset(dates.get("months", ())), frozenset(dates.get("month_cue", ()))
        self._cues = [(text, name) for name, entry in measures.items() for text in entry.get("cue", ())]
        self._cues_of: dict[str, Phrases] = {}
        self.acts = Phrases((text, act) for act, texts in data.get("acts", {}).items() for text in texts)
        self._read_going_on(data)
        self._read_lists(data)
        self._read_others(data)

    def _read_order(self, data: Mapping[str, Any]) -> None:
        """Where its verbs stand."""
        self.verb_first: bool = data.get("verb_first", False)
        """Whether a verb may stand before its subject."""
        self.brackets: bool = languages.table(self.lang, "nonfigures").get("capital_nouns", False)
        """Whether a clause ends with the second part of its verb."""

    def _read_going_on(self, data: Mapping[str, Any]) -> None:
        """What leads on from those told of."""
        self.number_of = Phrases((text, "number") for text in data.get("number_of", ()))
        self.anaphora = Phrases((text, "whole") for text in data.get("anaphora", ()))
        self.besides = Phrases((text, "besides") for text in data.get("besides", ()))
        """What adds others of the same fate: "as well as"."""
        self.leaving = Phrases((text, "leaving") for text in data.get("leaving", ()))
        """What those do who are told of as uprooted: "have left"."""
        self.again = Phrases((text, "again") for text in data.get("again", ()))
        """What leads on from those told of: "il y en avait"."""
        self.number_nouns = frozenset(map(fold, data.get("number_nouns", ())))
        """What a bare number behind it is, and what it counts stands before: "the real number was"."""
        self.label_nouns, self.real = frozenset(data.get("label_nouns", ())), frozenset(data.get("real", ()))
        """Those that may be a label, and what makes them none: "the emergency number", "the real number"."""
        self.gathered_for = Phrases((text, "for") for text in data.get("gathered_for", ()))
        """What those were for or against of whom it is told only that they were so many."""
        self.kinds = frozenset(map(fold, data.get("kinds", ())))
        """What a model's name stands behind: "vom Typ"."""
        self.really = Phrases((text, "really") for text in data.get("really", ()))
        """What may stand between "they were" and their number."""
        self.other_values = Phrases((text, "other") for text in data.get("other_values", ()))
        """What says that a bare number counts nobody: "the oldest", "the score"."""
        self.crowd_of = Phrases((text, "crowd") for text in data.get("crowd_of", ()))
        """What says that those named behind it gather: "a column of"."""
        self.tally = Phrases((text, "tally") for text in data.get("tally", ()))
        """What says that somebody counts: "police counted"."""
        self.tally_after = Phrases((text, "tally") for text in data.get("tally_after", ()))
        self.including = Phrases((text, "whole") for text in data.get("including", ()))
        self.compared = Phrases((text, "change") for text in data.get("compared", ()))
        self.out_of = frozenset(map(fold, data.get("out_of", ())))
        """What stands before the first of two values: "from 93 to 167"."""
        self.spanning = frozenset(map(fold, data.get("spanning", ())))
        """Verbs before an interval: "ranging from 2 to more than 1,000"."""
        self.former = Phrases((text, "former") for text in data.get("former", ()))

    def _read_others(self, data: Mapping[str, Any]) -> None:
        """What parts those counted from others."""
        self.others = frozenset(map(fold, data.get("others", ())))
        """Pronouns for others than those counted: "those who are missing"."""
        self.objects = frozenset(map(fold, data.get("objects", ())))
        """What a verb's object begins with."""
        self.slices = frozenset(map(fold, data.get("slices", ())))
        """What comes before a slice of a ranking: "the top 10 percent"."""
        self.slices_after = Phrases((text, "slice") for text in data.get("slices_after", ()))
        self.joining = frozenset(map(fold, data.get("joining", ())))

    def _read_lists(self, data: Mapping[str, Any]) -> None:
        """The file's plain lists of words."""
        self.between = frozenset(map(fold, data.get("between", ())))
        self.talk = frozenset(map(fold, data.get("talk", ())))
        self.being = frozenset(map(fold, data.get("being", ())))
        self.auxiliaries = frozenset(map(fold, data.get("auxiliaries", ())))
        """What makes a participle what has been done."""
        self.partitive = Phrases((text, "part") for text in data.get("partitive", ()))
        self.subset = Phrases((text, "part") for text in data.get("subset", ()))
        self.among = Phrases((text, "among") for text in data.get("among", ()))
        """Before whose side those counted are on: "among the police"."""
        self.earlier = frozenset(map(fold, data.get("earlier", ())))
        self.versus = frozenset(map(fold, data.get("versus", ())))
        """What stands between the votes for and against."""
        self.against = frozenset(map(fold, data.get("against", ())))
        """What tells alone that votes are against."""
        self.rejecting = frozenset(map(fold, data.get("rejecting", ())))
        """What says that those against are told first."""
        self.level = frozenset(map(fold, data.get("level", ())))
        """What leads to where something has risen or fallen."""
        self.reached = frozenset(map(fold, data.get("reached", ())))
        """What a growing count does with its number, without a small word between."""
        self.hurt = Phrases((text, how) for how, texts in data.get("hurt", {}).items() for text in texts)
        """What says how badly: "seriously"."""
        self.incidence = frozenset(map(fold, data.get("incidence", ())))
        """What says that a rate is of cases."""
        most = data.get("most", {})
        self.most = Phrases((text, "most") for text in most.get("of", ()))
        self.having = frozenset(map(fold, most.get("having", ())))
        """What leads from those of whom somebody has the most to how many they are: "with"."""
        self.beside = frozenset(map(fold, data.get("beside", ())))
        """What says behind a figure compared that it is somebody else's, and not of before."""
        self.towards = frozenset(map(fold, data.get("towards", ())))
        self._read_nouns(data)
        self._read_changes(data)
        self._read_bodies(data.get("bodies", {}))

    def _read_nouns(self, data: Mapping[str, Any]) -> None:
        """What tells nouns that count from what only looks like one."""
        self.no_claim = frozenset(map(fold, data.get("no_claim", ())))
        self.definite = frozenset(map(fold, data.get("definite", ())))
        self.no_nouns = frozenset(map(fold, data.get("no_nouns", ())))
        """Adverbs and the like that a bare number may stand before."""
        self.agents: tuple[str, ...] = tuple(data.get("agents", ()))
        """Endings of nouns for who does something: "defusers"."""
        self.no_noun_endings = tuple(data.get("no_noun_endings", ()))

    def _read_changes(self, data: Mapping[str, Any]) -> None:
        """What says that it is fewer or more, or none."""
        self.change = frozenset(map(fold, data.get("change", ())))
        self.change_by = frozenset(map(fold, data.get("change_by", ())))
        self.change_nouns = frozenset(map(fold, data.get("change_nouns", ())))
        self.unchanged = Phrases((text, "name") for text in data.get("no_change", ()))
        """Names that begin with such a word: "five New York guards"."""
        self.change_after = Phrases((text, "change") for text in data.get("change_after", ()))
        self.standing = frozenset(map(fold, data.get("standing", ())))
        """What may stand between those counted and their number: "the injured now number 40"."""
        self.without = frozenset(map(fold, data.get("without", ())))
        """What says that nobody was: "without injuries"."""
        self.negations = frozenset(map(fold, data.get("negations", ())))
        self.instead = frozenset(map(fold, data.get("instead", ())))
        """What stands between a figure that is rejected and the right one: "not 500 but 300"."""
        self.merely = frozenset(map(fold, data.get("merely", ())))

    def _read_bodies(self, bodies: Mapping[str, Any]) -> None:
        """What makes bodies found a toll, or a part of it."""
        self.bodies_of = Phrases((text, "bodies") for text in bodies.get("of", ()))
        self.found_dead = Phrases((text, "found") for text in bodies.get("found", ()))
        self.known_dead = Phrases(
            (text, f"person.{name}") for name in ("identified", "unidentified") for text in bodies.get(name, ())
        )
        self.not_all = Phrases((text, "not all") for text in bodies.get("not_all", ()))
        self.by_then = Phrases((text, "all") for text in bodies.get("by_then", ()))
        """What says before a day that all were found by then: "as of"."""

    def measure_of(self, noun: str, beside: list[str]) -> str | None:
        """What a noun counts among other words: cases of a disease, or before a court."""
        homonym = self._homonyms.get(noun)
        if homonym and not homonym[2].isdisjoint(beside):
            return None
        if homonym and not homonym[1].isdisjoint(beside):
            return homonym[0]
        return self.nouns.get(noun)

    def meant_in(self, text: str) -> Mapping[str, str]:
        """What nouns count in a whole article whose words tell that they are not what else they are: by every form."""
        told = (forms for forms, words, others in self._of_article if words.search(text) and not others.search(text))
        return {form: measure for forms in told for form, measure in forms.items()}

    def may_speak(self, noun: str) -> bool:
        """Whether a noun is a person's or a body's: a coach, a diocese."""
        measure = self.nouns.get(noun, "")
        return noun in self.persons or measure in languages.taxonomy()["bodies"]["measures"]

    def is_thing(self, noun: str) -> bool:
        """Whether a noun is known to name no person and no body."""
        return noun in self.nouns and not self.may_speak(noun)

    def is_area(self, noun: str) -> bool:
        """Whether a noun is a region's or a country's, where a thing may be so that it does not say itself."""
        return self.nouns.get(noun, "") in languages.taxonomy()["areas"]["measures"]

    def befallen(self, measure: str, fate: str | None) -> str:
        """Soldiers killed, homes destroyed, flights cancelled: what befalls some is a measure of its own."""
        befallen: str = languages.taxonomy()["fates"].get(measure, {}).get(fate, measure)
        return befallen

    def beside_them(self, told: str | None, fate: str | None) -> str | None:
        """Hostages who are held, soldiers captured: what a fate is, told beside those of another."""
        beside: str | None = languages.taxonomy()["beside_them"].get(told, {}).get(fate, fate)
        return beside

    def cues(self, prefix: str) -> Phrases:
        """Cues of the measures whose names begin so: one word may be a cue of a count and of a share."""
        if prefix not in self._cues_of:
            self._cues_of[prefix] = Phrases(pair for pair in self._cues if pair[1].startswith(prefix))
        return self._cues_of[prefix]


def _nouns(measures: Mapping[str, Any], inflection: Inflection) -> tuple[dict[str, str], Phrases]:
    """Measures by their nouns in every form, listed forms before derived ones; and nouns of several words."""
    listed = [(fold(noun), measure) for measure, entry in measures.items() for noun in entry.get("nouns", ())]
    found: dict[str, str] = {}
    for noun, measure in listed:
        found.setdefault(noun, measure)
    for noun, measure in listed:
        for form in inflection.forms(noun, person=measure.startswith("person.")):
            found.setdefault(form, measure)
    single = {noun: measure for noun, measure in found.items() if len(phrase(noun)) == 1}
    return single, Phrases((noun, measure) for noun, measure in found.items() if noun not in single)


def _frames(measures: Mapping[str, Any]) -> dict[str, Phrases]:
    """Verbs of two parts around those counted, "took|brought … out|home", by every form of the first."""
    frames: dict[str, list[tuple[str, str]]] = {}
    for measure, entry in measures.items():
        for verbs, ends in (text.split(" … ") for text in entry.get("frame", ())):
            for verb in map(fold, verbs.split("|")):
                frames.setdefault(verb, []).extend((end, measure) for end in ends.split("|"))
    return {verb: Phrases(ends) for verb, ends in frames.items()}


def _homonyms(
    entries: Mapping[str, Mapping[str, Any]], inflection: Inflection
) -> dict[str, tuple[str, frozenset[str], frozenset[str]]]:
    """Nouns in every form that count something else beside some words: the measure, these words, and none of those."""
    return {
        form: (entry["measure"], frozenset(map(fold, entry["beside"])), frozenset(map(fold, entry.get("but", ()))))
        for noun, entry in entries.items()
        for form in (noun, *inflection.forms(noun, person=False))
    }


def _told_by_article(
    noun: str, entry: Mapping[str, Any], inflection: Inflection
) -> tuple[Mapping[str, str], re.Pattern[str], re.Pattern[str]]:
    """The forms of a noun and what they count, what tells so, and what tells that they are what they mostly are."""
    forms = dict.fromkeys((noun, *inflection.forms(noun, person=False)), entry["measure"])
    told, others = ("|".join(map(re.escape, entry[name])) for name in ("told", "but"))
    return forms, re.compile(rf"\b(?:{told})\b", re.I), re.compile(rf"\b(?:{others})\b", re.I)


@cache
def listed(lang: str, name: str) -> frozenset[str]:
    """The words of a plain list of a language's measures.toml that few rules need."""
    return frozenset(map(fold, languages.table(lang, "measures").get(name, ())))


def endings(lang: str, nouns: Iterable[str]) -> tuple[str, ...]:
    """Where nouns are written together, those that may end another: "Rheinbrücke", "Zugunglück"."""
    compound = languages.table(lang, "nonfigures").get("capital_nouns")
    return tuple(noun for noun in nouns if compound and len(noun) >= SHORTEST_ENDING and noun.isalpha())


@cache
def wording(lang: str) -> Wording:
    """The compiled words of a language."""
    return Wording(lang)
