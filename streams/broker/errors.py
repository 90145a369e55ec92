"""What the embedded broker's callers should expect."""


class BrokerError(Exception):
    """Kafka could not be started or stopped; the message has the end of its log."""
