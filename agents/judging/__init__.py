"""Pure: memory and claims in, memory and verdicts out."""
