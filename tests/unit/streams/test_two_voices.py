"""Two who count the same, in one article or in two of hours apart: read and judged by the workers' own path."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from figurewatch.agents.judging.told import CLASHES
from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.article import Article
from figurewatch.streams.replay import Replay

THURSDAY = datetime(2024, 3, 14, 18, tzinfo=UTC)
OUTLETS = ("Gazette", "Courier")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def relations(reader: Reader, lang: str, texts: Sequence[str], *, hours: float = 0) -> set[str]:
    """The relations of every two figures of these articles, each of its own outlet, so many hours apart."""
    articles = [
        Article(id=outlet, source=outlet, text=text, lang=lang, published_at=THURSDAY + number * timedelta(hours=hours))
        for number, (outlet, text) in enumerate(zip(OUTLETS, texts, strict=False))
    ]
    complaints: list[str] = []
    steps = list(Replay(reader, received_at=THURSDAY).run(articles, complain=complaints.append))
    assert not complaints
    return {verdict.relation for step in steps for verdict in step.verdicts}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        # who says so
        ("en", "Officially, 301 people died in the mine near Karaganda, but locals believe it is 500."),
        ("en", "The official death toll from the flood in Sylhet is 96; independent estimates run as high as 300."),
        ("en", "The toll of the ferry off Zanzibar was 72, said the regional commissioner. Rebels counted 120 dead."),
        ("en", '"We counted 250,000 people at the rally," said organiser Jane Doe. Police said it was about 80,000.'),
        ("en", "The bishop of Mopti said 80 villagers were massacred, contradicting the army's figure of 200."),
        ("en", "A general denied the rebels' claim that 300 soldiers had died in Mekelle, saying 24 had been killed."),
        ("en", "At the march in Lisbon 15,000 walked, according to police, 60,000 if one believes the organisers."),
        ("fr", "Le bilan officiel de l'attaque de Solhan est de 15 morts. Des sources locales évoquent 48 tués."),
        ("fr", "La direction a recensé 350 grévistes mardi, chiffre contesté par la CGT, qui en compte 800."),
        ("de", "Offiziell starben bei dem Beben in Herat 210 Menschen. Helfer sprechen von 520 Toten."),
        ("de", "Die Rebellen wollen bei Goma 60 Soldaten getötet haben. Die Armee bestätigte 13 Gefallene."),
        ("en", "62 civilians died, the minister said. The army rejected that, saying nine civilians had died."),
        ("de", "Am Montag sind 26 Menschen getötet worden, sagte der Landrat. Die Gewerkschaft sprach von 61 Toten."),
        ("en", "The rebels said the army lost 60 soldiers in the battle near Bor. The army said it lost 11."),
        ("fr", "Les éleveurs étaient 2 000 à Nancy d'après la police, 9 000 selon la Coordination et le Modef."),
        ("en", "Aid groups say 200,000 people have fled Wad Madani. The United Nations gave a figure of 120,000."),
        ("en", "Auditors put the airport's cost at $2.4 billion, more than the $1.5 billion given by the ministry."),
        ("fr", "L'armée dit avoir tué 40 rebelles près de Goma. Le mouvement reconnaît la perte de cinq combattants."),
        ("en", "The ministry denied that 400 had died of cholera in Harare. It said 193 people had died."),
        # whom they count
        ("en", "Rebels claimed to have killed 60 soldiers in the ambush near Bor. The army acknowledged 11 deaths."),
        ("en", "The army said 31 civilians were killed in Mopti; a rights group counted 58."),
        ("en", "Police put the crowd in Tbilisi at 20,000. Opposition leaders insisted it was closer to 100,000."),
        ("fr", "Ils étaient 12 000 à défiler selon la police. Les organisateurs revendiquent 45 000 participants."),
        ("fr", "Le drame de Douala a fait 37 morts, d'après le ministère. L'opposition parle d'au moins 90 victimes."),
        ("es", "Los rebeldes dicen haber matado a 60 soldados en Arauca. El Ejército reconoce 22 bajas."),
        # a sum by itself behind who gives it
        ("de", "Das Amt beziffert die Kosten auf 900 Millionen Euro, der Rechnungshof auf 2,1 Milliarden."),
        ("fr", "La ministre chiffre le coût à 3 milliards d'euros, la Cour des comptes à 8 milliards."),
        # when, and what is to be
        ("de", "1.500 Beschäftigte streikten am Montag, so die Firma. Die IG Metall kommt auf 4.000."),
        ("en", "The mayor says the pool will cost 300 million euros; the union put the cost at 540 million euros."),
        # the day of the one goes on, whatever stands between; and who denies a figure gives his own
        (
            "en",
            "The ministry said on Tuesday that 45 people were killed. It rained. The union said 62 had died.",
        ),
        ("fr", "Mardi, la mairie de Goma a compté 45 morts. La zone est bouclée. Le syndicat en compte 62."),
        ("en", "The ministry said 45 people were injured. The union disputed the figure and maintained 62 had been."),
        ("de", "Das Amt meldete 45 Verletzte. Die Gewerkschaft bestritt die Zahl und beharrte auf 62 Verletzten."),
        # words that set one against the other, where only one says who counts
        ("en", "Gunmen raided Bokkos. The state government gave a toll of 17. In reality, 62 people were killed."),
    ],
)  # fmt: skip
def test_two_voices_of_an_article_clash(reader: Reader, lang: str, text: str) -> None:
    assert relations(reader, lang, [text]) & CLASHES


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The army said it lost 11 soldiers in the battle for Bor. The rebels said 25 of their fighters died."),
        ("fr", "L'armée dit avoir perdu 11 soldats. Les rebelles parlent de la mort de 25 de leurs combattants."),
        # no words of the number, only another thing
        ("en", "12 people died in Leeds, police said. But each year 40 people die in Leeds on the roads."),
        ("fr", "L'attaque a fait 12 morts à Gao, selon l'armée. En revanche, 40 y sont morts depuis janvier."),
        ("de", "Bei dem Unfall starben 12 Menschen in Köln, so die Polizei. Doch jedes Jahr sterben dort 40 Menschen."),
        ("en", "The ministry denied that 400 had died of cholera in Harare. It said 193 had died of malaria."),
        # a strike before, some of one country, a village alone
        ("en", "The union said 12,000 nurses walked out on Thursday; at the last strike, the ministry counted 40,000."),
        ("en", "At least 29 people died in the bus, police said. Seven Poles were killed, the Polish embassy said."),
        ("fr", "Le séisme a fait 212 morts, selon l'armée. Dans le seul village de Kao, 58 sont morts, dit le maire."),
        ("en", "The quake killed 120 people in Antakya, the governor said, and 300 in Adana, according to rescuers."),
        ("en", "Officials in Sylhet said 45 people had died in the flood. The Red Cross said 130 people were injured."),
        ("en", "The ministry said 24 people had died in Homs, among them 9 children, according to doctors."),
        ("en", "Police said 5,000 people marched in Warsaw. Organisers hope that 100,000 will come in June."),
        ("es", "La Delegación cifró en 7.000 los asistentes en Sevilla; en Málaga los convocantes hablaron de 20.000."),
        ("de", "Bei dem Anschlag wurden laut Ministerium 19 Menschen getötet; Ärzte zählten 44 Verletzte."),
    ],
)  # fmt: skip
def test_what_only_looks_like_two_voices_does_not(reader: Reader, lang: str, text: str) -> None:
    assert not relations(reader, lang, [text]) & CLASHES


@pytest.mark.parametrize(
    ("lang", "texts", "hours"),
    [
        (
            "en",
            (
                "Teachers rallied in Prague on Thursday against the reform. Organisers put the turnout at 30,000.",
                "About 8,000 people took part in a teachers' rally in Prague on Thursday, Czech police said.",
            ),
            3,
        ),
        (
            "fr",
            (
                "L'attaque de mardi à Djibo a fait 37 morts, a affirmé jeudi le maire de la ville.",
                "Onze personnes ont été tuées mardi dans l'attaque de Djibo, a indiqué le gouverneur.",
            ),
            6,
        ),
        (
            "en",  # the day on which it is said is not the day of the vote
            (
                "Turnout in Sunday's constitutional referendum in Mali was 39.4%, the authority said on Wednesday.",
                "Observers put turnout in Sunday's constitutional referendum in Mali at 27%.",
            ),
            3,
        ),
    ],
)
def test_two_articles_of_one_event_clash(reader: Reader, lang: str, texts: tuple[str, str], hours: float) -> None:
    assert relations(reader, lang, texts, hours=hours) & CLASHES


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        (
            "en",
            (
                "The mine blast in Shanxi killed 17 workers, the provincial government said on Tuesday.",
                "The rescuers' work goes on in Shanxi, bringing to 34 the number of people known to have died there.",
            ),
        ),
        (
            "en",
            (
                "The flood in Derna has killed 37 people, the Red Crescent said on Thursday.",
                "The flood in Derna has killed 41 people, up from 11 on Tuesday, the health ministry said.",
            ),
        ),
    ],
)
def test_what_has_grown_since_does_not(reader: Reader, lang: str, texts: tuple[str, str]) -> None:
    told = relations(reader, lang, texts, hours=20)
    assert "updated" in told
    assert not told & CLASHES
