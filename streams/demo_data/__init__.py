"""The demo's articles."""
