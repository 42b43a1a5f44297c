"""The command line: fast help, one line for every bad input, and the other pages read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from riwaya.cli import COMMANDS, main
from riwaya.store.library import open_library

GOOD = "افتتح الوزير معرضا في تونس\nافتتح وزير الثقافة معرضا للكتاب في تونس يوم الاثنين 4 مارس 2024، وقال إن الإقبال كبير هذا العام.\n"


def test_help_imports_no_reader() -> None:
    code = (
        "import sys; from riwaya.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in sys.modules if m in ('numpy', 'rich', 'jinja2', 'selectolax')])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip().endswith("[]")
    assert "read" in out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.output) > 80


def _bad(folder: Path) -> dict[str, str]:
    """Make bad inputs; give a word that the line about each must hold."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "persian.txt").write_text(
        "رئیس‌جمهور گفت که این پروژه چند هفته دیگر به پایان می‌رسد و همه چیز آماده است.\n" * 3, encoding="utf-8"
    )
    (folder / "urdu.txt").write_text(
        "وزیر اعظم نے کہا ہے کہ یہ منصوبہ جلد مکمل ہو جائے گا اور لوگوں کو فائدہ ہوگا۔\n" * 3, encoding="utf-8"
    )
    (folder / "english.txt").write_text(
        "The minister said that the project would be finished soon.\n" * 4, encoding="utf-8"
    )
    (folder / "broken.txt").write_bytes(GOOD.encode()[:60] + b"\xff\xfe\x81" + GOOD.encode()[60:])
    (folder / "menu.txt").write_text("الرئيسية\nأخبار\nرياضة\nاتصل بنا\n", encoding="utf-8")
    return {
        name: name
        for name in ("empty.txt", "binary.txt", "persian.txt", "urdu.txt", "english.txt", "broken.txt", "menu.txt")
    }


def test_each_bad_page_has_its_line_and_the_good_one_is_read(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    bad = _bad(pages)
    (pages / "good.txt").write_text(GOOD, encoding="utf-8")
    result = CliRunner().invoke(
        main, ["read", str(pages), str(tmp_path / "missing.txt"), "--record", str(tmp_path / "r")]
    )
    assert result.exit_code == 1
    for name in [*bad, "missing.txt"]:
        assert sum(name in line for line in result.stderr.splitlines()) == 1, (name, result.stderr)
    rows = [json.loads(line) for line in (tmp_path / "r" / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    assert "good.txt" in [Path(row["source"]).name for row in rows]
    problems = [
        json.loads(line) for line in (tmp_path / "r" / "problems.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert {Path(p["source"]).name for p in problems} >= {*bad, "missing.txt"}


def test_a_bad_line_of_json_is_named(tmp_path: Path) -> None:
    row = {"source": "a", "text": GOOD}
    lines = [json.dumps({**row, "source": f"p{i}"}) for i in range(6)] + ['{"source": '] + [json.dumps(row)]
    (tmp_path / "pages.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(tmp_path / "pages.jsonl"), "--record", str(tmp_path / "r")])
    assert result.exit_code == 1
    assert any("pages.jsonl" in line and "line 7" in line for line in result.stderr.splitlines()), result.stderr
    assert len((tmp_path / "r" / "documents.jsonl").read_text(encoding="utf-8").splitlines()) >= 1


def test_a_line_of_fifty_megabytes_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes("كلمة ".encode() * 5_600_000)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(tmp_path), "--record", str(tmp_path / "r")])
    assert result.exit_code == 1
    assert "long.txt" in result.stderr


def test_a_record_that_is_none_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert result.exit_code == 1
    assert "documents.jsonl" in result.output


def test_what_is_fetched_is_kept_and_private_addresses_are_asked_only_where_allowed(tmp_path: Path) -> None:
    import threading
    from http.server import HTTPServer, SimpleHTTPRequestHandler

    class Site(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"<html><body><h1>{GOOD.splitlines()[0]}</h1><p>{GOOD.splitlines()[1]}</p></body></html>".encode()
            self.send_response(404 if "robots" in self.path else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    address, kept = f"http://127.0.0.1:{server.server_address[1]}/1", str(tmp_path / "kept.warc.gz")
    refused = CliRunner().invoke(main, ["read", address, "--workers", "0"])
    read = CliRunner().invoke(main, ["read", address, "--workers", "0", "--allow-private", "--archive", kept])
    added = CliRunner().invoke(main, ["add", str(tmp_path / "l"), address, "--workers", "0", "--allow-private"])
    server.shutdown()
    thread.join()
    server.server_close()
    assert refused.exit_code == 1 and "private" in refused.stderr
    assert (read.exit_code, added.exit_code) == (0, 0), read.output + added.output
    again = CliRunner().invoke(main, ["add", str(tmp_path / "l2"), kept, "--workers", "0"])
    assert again.exit_code == 0 and "1 pages added" in again.output


def test_a_story_is_published_from_a_library(tmp_path: Path) -> None:
    samples = Path(__file__).resolve().parent.parent / "samples" / "pages"
    library = str(tmp_path / "news.riwaya")
    run = CliRunner().invoke
    assert run(main, ["add", library, str(samples), "--workers", "0"]).exit_code == 0
    assert "10 known before" in run(main, ["add", library, str(samples), "--workers", "0"]).output
    with open_library(library, read_only=True) as shelf:
        (story,) = shelf.connection.execute("select id from story order by documents desc limit 1").fetchone()
    result = run(main, ["publish", library, story, str(tmp_path / "site"), "--language", "en"])
    assert result.exit_code == 0, result.output
    assert "Where the accounts differ" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    for source in (str(tmp_path / "site" / "record"), library):
        assert run(main, ["check", source]).exit_code == 0
    assert run(main, ["vacuum", library]).exit_code == 0
    assert run(main, ["publish", library, "none", str(tmp_path / "x")]).exit_code == 1
