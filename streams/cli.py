"""The command line: `figurewatch COMMAND`; rich on a terminal, JSON lines when piped or with --json."""

import os
import sys

import click

from .commands import letters, offline, operate, relay, reread, watch
from .commands.common import EXIT_BROKEN_PIPE, EXIT_CODES, EXIT_INTERRUPTED, complain, exit_code_of, in_words


class Group(click.Group):
    """Turns expected troubles into a sentence on standard error and an exit code."""

    def invoke(self, context: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(context)
        except tuple(EXIT_CODES) as trouble:
            complain(in_words(trouble))
            sys.exit(exit_code_of(trouble))
        except KeyboardInterrupt:
            sys.exit(EXIT_INTERRUPTED)
        except BrokenPipeError:  # whoever read our output has gone; nor is there anybody to flush it to
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(EXIT_BROKEN_PIPE)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="figurewatch")
def main() -> None:
    """Watch the figures in the news: who claims which figure, and which of them clash.

    \b
    To see it work:              figurewatch demo
    To read a text:              figurewatch extract FILE
    To judge a file of articles: figurewatch replay FILE

    With a Kafka: `topics create`, `worker`, `feed SOURCE`, `alerts`. No Kafka at hand? `broker start`.
    Settings are environment variables, FIGUREWATCH_BROKERS and others; see the README.

    Exit codes: 0 all is done; 1 something was refused, not found or is not as it should be (standard error says
    what); 2 wrong usage; 69 no Kafka answers; 70 a fault of the program; 78 a setting or a topic is wrong;
    130 stopped by Ctrl-C.
    """


for _module in (operate, watch, letters, reread, relay, offline):
    for _command in _module.COMMANDS:
        main.add_command(_command)
