"""The faults: which, when and on whom, all from one seed."""

import random
import signal
from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

from figurewatch.streams.stages import STAGES

from .cluster import PROMPT_SECONDS, Cluster

Kind = Literal["kill a worker", "kill a stage", "terminate", "join and leave", "lose a broker", "forget", "freeze"]
Counts = Mapping[Kind, int]

SHORT: Counts = dict.fromkeys(get_args(Kind), 1)
BROKERS: Counts = {"lose a broker": 6, "kill a worker": 1}
LONG: Counts = {**SHORT, "kill a worker": 7, "kill a stage": 3, "terminate": 5, "lose a broker": 2}

WHILE_JOINED_SECONDS = 20.0
LONGEST_AWAY_SECONDS = 10.0


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that goes wrong once so many articles were sent."""

    at: int
    kind: Kind
    worker: int
    stage: str
    away: float
    """Seconds that whoever was killed or stopped stays away; a backlog gathers meanwhile."""

    def __str__(self) -> str:
        whom = {"kill a stage": f" ({self.stage} of worker {self.worker})", "lose a broker": "", "join and leave": ""}
        return f"article {self.at}: {self.kind}{whom.get(self.kind, f' (worker {self.worker})')}"


def plan(counts: Counts, *, articles: int, workers: int, seed: int) -> list[Fault]:
    """The faults in order, spread over the feed; its beginning and its end stay calm."""
    choice = random.Random(seed)
    kinds = [kind for kind, number in counts.items() for _ in range(number)]
    choice.shuffle(kinds)
    step = articles * 0.8 / len(kinds)
    return [
        Fault(
            at=round(articles * 0.1 + step * (place + choice.random())),
            kind=kind,
            worker=choice.randrange(workers),
            stage=choice.choice(STAGES),
            away=choice.uniform(0, LONGEST_AWAY_SECONDS),
        )
        for place, kind in enumerate(kinds)
    ]


def strike(fault: Fault, cluster: Cluster, *, session: float) -> None:
    """Do it, and begin to undo it; the pipeline need not be well again when this returns."""
    worker = cluster.workers[fault.worker]
    match fault.kind:
        case "kill a worker":
            worker.kill()
            cluster.let_pass(fault.away)
            worker.start()
        case "kill a stage":
            worker.kill(fault.stage)
        case "terminate":
            took = worker.terminate()
            assert took < PROMPT_SECONDS + 1, f"SIGTERM took {took:.1f} s"
            cluster.let_pass(fault.away)
            worker.start()
        case "forget":
            worker.kill()
            worker.forget()
            worker.start()
        case "freeze":
            worker.signal(signal.SIGSTOP)
            cluster.let_pass(session * 1.5)
            worker.signal(signal.SIGCONT)
        case "join and leave":
            joined = cluster.join()
            cluster.wait_for(joined.ready, seconds=180)
            cluster.let_pass(WHILE_JOINED_SECONDS)
            joined.terminate()
        case "lose a broker":
            cluster.lose_a_broker(fault.away)
