"""`riwaya clean`: a page in; its article as text, Markdown or JSON, or the reason of every block."""

from __future__ import annotations

import click

__all__ = ["clean"]


@click.command()
@click.argument("page")
@click.option("--markdown", "form", flag_value="markdown", help="As Markdown, with outlet, day, byline and captions.")
@click.option("--json", "form", flag_value="json", help="As JSON: every block with its offsets, role and reason.")
@click.option("--allow-private", is_flag=True, help="Also fetch addresses of this machine and of private networks.")
@click.option("--why", is_flag=True, help="List every block of the page: what it is, and why.")
def clean(page: str, form: str | None, why: bool, allow_private: bool) -> None:
    """Give the article of a page, without menus, counters, links and other articles.

    PAGE is a saved page (.html, .htm, .txt), a file or folder of pages, or an address.

    Exit status: 0 an article was found; 1 none was, or something could not be read.
    """
    from riwaya.model import Problem
    from riwaya.page.clean import clean as clean_page
    from riwaya.page.intake import find_pages

    failed = False
    for number, item in enumerate(find_pages([page], allow_private=allow_private)):
        if isinstance(item, Problem):
            problems: tuple[Problem, ...] = (item,)
        else:
            if number and form != "json":
                click.echo()
            words, problems = clean_page(item, form=form or "text", why=why)
            click.echo(words)
        for problem in problems:
            failed = failed or problem.step in ("intake", "fetch", "article")
            click.echo(f"{problem.source}: {problem.message}", err=True)
    raise SystemExit(1 if failed else 0)
