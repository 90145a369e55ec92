"""A real Apache Kafka from packages alone: for the demo, the tests and a first look (extra `figurewatch[kafka]`)."""

from .detached import BrokerStatus, start_detached, status, stop_detached
from .embedded import EmbeddedBroker
from .errors import BrokerError

__all__ = ["BrokerError", "BrokerStatus", "EmbeddedBroker", "start_detached", "status", "stop_detached"]
