"""`giamngheo standards list|show|lint|release`."""

import json
import subprocess
import sys

import pytest

from giamngheo.config.cli import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["standards", *words])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_list_names_standards_with_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "list")
    assert code == 0
    assert "vn-2022.1  Chuẩn nghèo đa chiều áp dụng từ năm 2022" in out
    assert "Điều 3, 07/2021/NĐ-CP" in out
    data = json.loads(run(capsys, "list", "--json")[1])["standards"]
    assert [each["id"] for each in data] == ["vn-2016", "vn-2022", "vn-2027"]
    assert data[2]["values"]["absent"] > data[2]["values"]["verified"]


def test_show_says_rules_in_words_with_article_and_mark(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "vn-2022", "--on", "24/11/2026")
    assert code == 0
    assert "có ít nhất 1 người: từ đủ 6 tuổi và chưa có bảo hiểm y tế" in out
    assert "nông thôn 140 điểm, thành thị 175 điểm" in out
    assert "chưa kiểm chứng" in out
    assert "Bảng điểm B1 (Phụ lục III" in out


def test_show_takes_the_layer_of_a_province(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "show", "vn-2022", "--on", "2024-11-24", "--province", "75", "--json")
    held = {each["concept"]: each for each in json.loads(out)["concepts"]}
    assert held["income_line"]["value"] == {"rural": 2000000, "urban": 2500000}
    assert held["class_by_points"]["absent"]["vi"].startswith("Phần này của chuẩn nghèo tỉnh Đồng Nai")
    assert held["floor_area"]["province"] == ""


def test_show_says_that_a_province_has_no_layer_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    words = "Chưa nạp quy định riêng nào của tỉnh này"
    assert words in run(capsys, "show", "vn-2022", "--on", "24/11/2024", "--province", "04")[1]
    assert words not in run(capsys, "show", "vn-2022", "--on", "24/11/2024", "--province", "75")[1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "vn-2023"), "LAW-NO-STANDARD"),
        (("show", "vn-2022", "--on", "31/02/2024"), "LAW-DAY"),
        (("show", "vn-2022", "--on", "01/01/2027"), "LAW-NOT-IN-FORCE"),
    ],
)
def test_refusal_says_what_to_do(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str) -> None:
    done, out, err = run(capsys, *words)
    assert (done, out) == (1, "")
    assert code in err
    assert "2. " in err


def test_lint_passes_on_the_sources_of_this_version(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "lint", "--lang", "en")
    assert code == 0
    assert "The sources are right and released." in out


def test_standards_command_needs_no_database_framework() -> None:
    script = (
        "import sys; from giamngheo.config.cli import main; main(['standards', 'show', 'vn-2022']); "
        "assert 'django' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0
