"""A real Apache Kafka from packages alone: for the demo, the tests and a first look (extra `figurewatch[kafka]`)."""

from .embedded import BrokerError, BrokerStatus, EmbeddedBroker, start_detached, status, stop_detached

__all__ = ["BrokerError", "BrokerStatus", "EmbeddedBroker", "start_detached", "status", "stop_detached"]
