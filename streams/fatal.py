"""Ending the process before anything is acknowledged that was not done (what it had in hand is replayed)."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

log = logging.getLogger(__name__)

EXIT_FATAL = 70
"""EX_SOFTWARE: a fault of the program or an outage; a restart replays what was in hand."""


def end(why: str, *args: object) -> NoReturn:
    """Leave at once, without acknowledgements, commits or clean-up."""
    log.critical(why, *args)
    logging.shutdown()
    os._exit(EXIT_FATAL)


@contextmanager
def nothing_escapes() -> Iterator[None]:
    """Around the body of an agent's loop.

    Faust acknowledges the events in hand when the body raises or is cancelled, and so loses them.
    """
    try:
        yield
    except BaseException as error:
        log.critical("an exception reached the end of an agent's loop body", exc_info=error)
        end("ending the process, so that Kafka gives the records in hand again")
