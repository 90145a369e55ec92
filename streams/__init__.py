"""The shell around the pure code: settings, topics, the Faust app, the worker, the command line."""
