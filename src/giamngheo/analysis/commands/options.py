"""What the commands that read tables have in common: options that mean the same in each, and refusals in our words."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from giamngheo.analysis.runners.findings import OPTION
from giamngheo.foundation.dates import find_dates
from giamngheo.foundation.findings import Finding, FindingError

OK, BAD_ROWS, REFUSED = 0, 1, 2
MEMORY = "3GB"


@dataclass(frozen=True)
class Running:
    """Where it runs and how it tells. `engine` is empty where none was named."""

    engine: str
    master: str
    memory: str
    json: bool
    language: str
    quiet: bool


class Parser(argparse.ArgumentParser):
    """Refuses with DATA-OPTION (FindingError) instead of ending the process; knows no abbreviations."""

    def __init__(self, command: str, memory: str = MEMORY) -> None:
        super().__init__(prog=f"giamngheo {command}", add_help=False, allow_abbrev=False)
        self.command = command
        self.words("master")
        self.add_argument("--engine", default="")
        self.add_argument("--memory", default=memory)
        self.add_argument("--lang", choices=("vi", "en"), default="vi")
        self.flags("json", "quiet")

    def error(self, message: str) -> NoReturn:
        raise self.refusal(self.prog, message)

    def refusal(self, option: str, why: str) -> FindingError:
        """DATA-OPTION as an error to raise."""
        return FindingError(OPTION.at(quote=option, option=option, why=why, command=self.command))

    def words(self, *names: str) -> None:
        """Options that take a word, empty by default."""
        for name in names:
            self.add_argument(f"--{name}", default="")

    def many(self, *names: str) -> None:
        """Options that may be repeated."""
        for name in names:
            self.add_argument(f"--{name}", action="append", default=[])

    def flags(self, *names: str) -> None:
        """Options without a value."""
        for name in names:
            self.add_argument(f"--{name}", action="store_true")

    def running(self, told: argparse.Namespace, engine: str = "duckdb") -> Running:
        """The common options; `engine` where none was named. Raises FindingError."""
        if told.engine not in ("", "duckdb", "spark"):
            raise self.refusal("--engine", "duckdb hoặc/or spark")
        return Running(told.engine or engine, told.master, told.memory, told.json, told.lang, told.quiet)

    def day(self, option: str, text: str) -> date | None:
        """A day as YYYY-MM-DD or dd/mm/yyyy; None where nothing is written. Raises FindingError."""
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            found = find_dates(text)
        if len(found) != 1 or found[0].value is None or found[0].text != text.strip():
            raise self.refusal(f"{option} {text}", "viết dưới dạng / write it as YYYY-MM-DD, dd/mm/yyyy")
        return found[0].value

    def pairs(self, option: str, texts: Sequence[str], shape: str = "NAME=VALUE") -> dict[str, str]:
        """NAME=VALUE, each as often as it is repeated. Raises FindingError."""
        pairs = {}
        for text in texts:
            name, mark, value = text.partition("=")
            if not (mark and name.strip() and value.strip()):
                raise self.refusal(f"{option} {text}", f"viết dưới dạng / write it as {shape}")
            pairs[name.strip()] = value.strip()
        return pairs

    def written(self, option: str, text: str, data: str = "") -> Path | None:
        """A file to be written, in a folder that is there, and not the data itself. Raises FindingError."""
        if not text:
            return None
        path = Path(text)
        if not path.resolve().parent.is_dir():
            raise self.refusal(option, f"không có thư mục / no folder {path.resolve().parent}")
        if data and path.resolve() == Path(data).resolve():
            raise self.refusal(f"{option} {text}", "trùng với tệp dữ liệu / that is the data file itself")
        return path


def parts(texts: Sequence[str]) -> list[str]:
    """The words between commas of all the texts."""
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]


def wants_help(arguments: Sequence[str]) -> bool:
    """Whether help is asked for."""
    return any(word in ("-h", "--help") for word in arguments)


def refuse(finding: Finding, arguments: Sequence[str]) -> int:
    """Tell why nothing is done, as asked for in the words of the command; the exit code."""
    if "--json" in arguments:
        sys.stdout.write(json.dumps({"findings": [finding.as_dict()]}, ensure_ascii=False, indent=1) + "\n")
    else:
        english = "en" in arguments and "--lang" in arguments
        sys.stderr.write(printed(finding, "en" if english else "vi"))
    return REFUSED


def printed(finding: Finding, language: str) -> str:
    """A finding in one language: code, message and ways to put it right."""
    told = finding.message.en if language == "en" else finding.message.vi
    lines = [f"[{finding.code}] {told}"]
    for number, fix in enumerate(finding.fixes, start=1):
        lines.append(f"    {number}. {fix.en if language == 'en' else fix.vi}")
    return "\n".join(lines) + "\n"


def printed_by_file(findings: Mapping[str, Sequence[Finding]], language: str) -> str:
    """Findings under the name of the file they are about; "" is the name of none."""
    blocks = {name: "".join(printed(finding, language) for finding in told) for name, told in findings.items()}
    return "".join(f"{name}:\n{said}" if name and said else said for name, said in blocks.items())
