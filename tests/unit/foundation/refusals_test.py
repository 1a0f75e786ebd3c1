"""Commands end with a sentence and an exit code, whatever happened to them; people never see a trace."""

import os
import subprocess
import sys

import pytest

from giamngheo.config import cli
from giamngheo.config.commands import serve
from giamngheo.foundation.text import nfc, storable


@pytest.fixture
def failing(monkeypatch):
    def make(error):
        def fail(arguments):
            raise error

        monkeypatch.setitem(cli.COMMANDS, ("demo",), fail)
        monkeypatch.setattr(sys, "argv", ["giamngheo", "demo"])
        return cli.main(["demo"])

    return make


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "Stopped"),
        (PermissionError(13, "Permission denied", "/khong/duoc"), 2, "/khong/duoc"),
        (OSError(28, "No space left on device"), 2, "No space left"),
        (RuntimeError("bí mật"), 2, "RuntimeError"),
    ],
)
def test_unforeseen_ends_are_sentences(failing, capsys, error, code, words) -> None:
    assert failing(error) == code
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told
    assert "bí mật" not in told


def test_closed_pipe_ends_a_command_quietly() -> None:
    run = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m giamngheo.config.cli --help | true; exit ${{PIPESTATUS[0]}}"],
        capture_output=True, text=True, check=False, env={**os.environ},
    )  # fmt: skip
    assert run.stderr == ""


def test_file_without_right_to_read_is_missing(tmp_path, monkeypatch, capsys) -> None:
    from pathlib import Path

    path = tmp_path / "kin.md"
    path.write_text("x", encoding="utf-8")

    def refuse(self, *args, **options):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert cli.main(["plan", "check", str(path)]) == 2
    assert "PAPER-MISSING" in capsys.readouterr().err


def test_server_bounds_requests_and_believes_its_proxy_only(settings) -> None:
    settings.HTTPS = False
    assert serve._limits() == {"max_request_body_size": settings.MAX_REQUEST_BYTES}
    settings.HTTPS = True
    assert serve._limits()["trusted_proxy"] == "127.0.0.1"
    assert serve._limits()["trusted_proxy_headers"] == {"x-forwarded-proto", "x-forwarded-for"}


def test_control_characters_leave_the_text() -> None:
    assert nfc("a\x00\x08\x1b\x7f\ufffeb") == "ab"
    assert nfc("a\x0bb\tc\n") == "a b\tc\n"
    assert storable("a\ud800b") == "a?b"
