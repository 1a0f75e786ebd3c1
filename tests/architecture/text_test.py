"""What must not stand in the repository, and what every sentence needs."""

import re
import statistics

import pytest
from tools.translations import messages_in_source, untranslated

from tests.architecture.source import PACKAGE, ROOT, python_files, tracked_files
from tests.seed import seed_path

TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".json",
    ".js",
    ".ts",
    ".css",
    ".html",
    ".in",
    ".yaml",
    ".yml",
    ".po",
    ".npmrc",
    "",
}
DOWNLOAD = re.compile(
    r"https?://[\w.-]*(?:pypi\.|pythonhosted\.|npmjs\.|yarnpkg\.|registry\.|files\.|jsdelivr\.|unpkg\.|cdnjs\.)[\w./-]*"
)


def text_of(file) -> str:
    return file.read_text("utf-8", errors="replace") if file.suffix in TEXT else ""


def test_no_download_address_stands_in_the_repository() -> None:
    """Which registry serves a package is the machine's own setting; a lock file names versions and hashes."""
    here = {f"{f.relative_to(ROOT)}: {m[0]}" for f in tracked_files() for m in DOWNLOAD.finditer(text_of(f))}
    assert not {line for line in here if not line.startswith("tests/architecture/text_test.py")}


def test_program_knows_nothing_of_its_neighbours_on_disk() -> None:
    assert not [f.relative_to(ROOT) for f in python_files() if re.search(r"\.\./shared|shared/seed", text_of(f))]


def test_no_machine_path_stands_in_the_repository() -> None:
    found = [
        f.relative_to(ROOT) for f in tracked_files() if re.search(r"(?<![\w.])/(?:root|home/\w+|work)/", text_of(f))
    ]
    assert found == [ROOT.joinpath("tests/architecture/text_test.py").relative_to(ROOT)] or not found


def test_files_stay_small_enough_to_read() -> None:
    lines = {file: len(text_of(file).splitlines()) for file in python_files()}
    too_long = [f"{file.relative_to(ROOT)}: {count}" for file, count in lines.items() if count > 600]
    assert not too_long, f"talk about these: {too_long}"
    written = [count for count in lines.values() if count > 5]  # empty __init__ files would flatter the median
    assert statistics.median(written) <= 120
    assert statistics.quantiles(written, n=20)[-1] <= 400


def test_every_sentence_has_its_english() -> None:
    missing = untranslated("en")
    assert not missing, "\n".join(missing)


def test_sentences_are_found_at_all() -> None:
    sources = {place for places in messages_in_source().values() for place, _line in places}
    assert any(source.endswith(".html") for source in sources)
    assert any(source.endswith(".py") for source in sources)


FORMULAS = re.compile(  # in every document of this kind: the motto, the programme's name
    "cộng hòa xã hội chủ nghĩa việt nam độc lập tự do hạnh phúc|chương trình mục tiêu quốc gia giảm nghèo bền vững"
)


@pytest.mark.seed
def test_real_plan_stays_outside_the_repository() -> None:
    """No run of eighteen of its words stands in our files; the names of laws and programmes are shorter."""
    real = _runs(seed_path().read_text("utf-8"))
    copied = {str(f.relative_to(ROOT)): sorted(found) for f in tracked_files() if (found := real & _runs(text_of(f)))}
    assert not copied


def _runs(text: str, length: int = 18) -> set[str]:
    """Runs of words within a line and without a digit: citations and figures are facts, not sentences."""
    found = set()
    for stretch in re.split(r"\d+|\n", text.lower()):
        words = FORMULAS.sub("", " ".join(re.findall(r"[^\W_]+", stretch))).split()
        found.update(" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
    return found


def test_package_is_where_it_is_looked_for() -> None:
    assert (PACKAGE / "territory").is_dir()
