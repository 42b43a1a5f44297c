"""The command line: one module a command, loaded when it is called, so that --help answers at once.

To add a command, write its module here and its line in COMMANDS.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from riwaya import __version__

__all__ = ["COMMANDS", "main"]

#: Every command with the line that `riwaya --help` shows; the module of the same name holds a function of that name.
COMMANDS = {
    "read": "Read pages and show the stories, their events and where the outlets differ.",
    "add": "Read pages into a library, then gather and compare everything in it.",
    "search": "Search a library for words, in any spelling.",
    "scale": "Read many archives into a data set, here or on a cluster.",
    "reread": "Read every page of a library anew, as this version reads.",
    "serve": "Open the reading room over a library.",
    "watch": "Read feeds into a library on a schedule.",
    "clean": "Give the article of a page as text, Markdown or JSON; or why each block is what it is.",
    "publish": "Write one story of a library as a page that any host can serve.",
    "vacuum": "Give a library's unused space back.",
    "export": "Write a record or a library in other programs' formats.",
    "check": "Check that a record is whole: the schema, every span and its words, every id.",
    "words": "Show the words of a text, cut into clitics, with parts of speech.",
    "who": "Show everybody and everything that pages name, in all spellings, and why they were joined.",
    "names": "Show the persons, places and organisations that the tagger finds in a text.",
    "dates": "Read the times in a text and give each its value.",
    "events": "Show what happened by pages: when, where, who, numbers, status; one line an event.",
    "claims": "Show who says what on a page, through whom.",
    "score": "Score a record against hand-made gold.",
}


class _Commands(click.Group):
    """A group whose commands are imported when one of them runs; its help reads the table alone."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"riwaya.cli.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a file that the database finds damaged is told in words, not as a traceback."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            if type(error).__module__ == "sqlite3":
                advice = "run `riwaya check` on the library, and restore it from a copy if it is damaged"
                raise click.ClickException(f"the library could not be read ({error}); {advice}") from error
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="riwaya")
def main() -> None:
    """Read Arabic news: what happened, who said so and through whom, and where outlets differ."""
