"""The same real Kafka and workers as the integration tests have."""

from ..integration.conftest import kafka, settings, workers

__all__ = ["kafka", "settings", "workers"]
