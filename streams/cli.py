"""The command line: `figurewatch COMMAND`; rich on a terminal, JSON lines when piped or with --json."""

import sys

import click

from .commands import offline, operate, watch
from .commands.common import EXIT_TROUBLE, TROUBLES, complain


class Group(click.Group):
    """Turns expected troubles into a sentence on standard error and an exit code."""

    def invoke(self, context: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(context)
        except TROUBLES as trouble:
            complain(str(trouble))
            sys.exit(EXIT_TROUBLE)
        except (KeyboardInterrupt, BrokenPipeError):
            sys.exit(130)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="figurewatch")
def main() -> None:
    """Watch the figures in the news: who claims which figure, and which of them clash.

    Without a Kafka at hand, begin with `figurewatch demo`. To read a text: `figurewatch extract FILE`.

    Exit codes: 0 all is well, 1 something was not done (the reason is on standard error), 2 wrong usage,
    70 a fault of the program, 78 the worker cannot run as it is configured, 130 stopped by Ctrl-C.
    """


for _command in (*operate.COMMANDS, *watch.COMMANDS, *offline.COMMANDS):
    main.add_command(_command)
