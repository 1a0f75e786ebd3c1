"""`giamngheo plan check` from the outside: exit codes, JSON, the two languages, unreadable files."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from giamngheo.planning.check.command import main
from tests.seed import seed_path

WRONG = "KẾ HOẠCH\n\nThực hiện giảm nghèo năm 2024\n\nA. KẾT QUẢ NĂM 2023\n\nGiảm 22 hộ; từ 33 hộ xuống còn 16 hộ.\n"
RIGHT = WRONG.replace("22", "17")


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_json_holds_exactly_the_promised_keys(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(wrong), "--json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["findings"]
    found = next(each for each in printed["findings"] if each["code"] == "ARITH-CHANGE")
    assert list(found) == ["code", "severity", "line", "quote", "message", "fixes"]
    assert set(found["message"]) == {"vi", "en"}
    assert found["line"] == 7
    assert len(found["fixes"]) >= 2
    assert found["quote"] == "Giảm 22 hộ; từ 33 hộ xuống còn 16 hộ"


def test_text_names_line_quote_fixes_and_counts(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(wrong)]) == 1
    printed = capsys.readouterr().out
    assert "ke-hoach.txt: dòng 7" in printed
    assert "» Giảm 22 hộ; từ 33 hộ xuống còn 16 hộ" in printed
    assert "Sửa mức giảm thành 17 hộ." in printed
    assert "1 lỗi" in printed.splitlines()[-1]


def test_english_is_printed_when_asked(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(wrong), "--lang", "en"]) == 1
    assert "is a change of 17 hộ, not 22 hộ" in capsys.readouterr().out


def test_file_without_errors_exits_with_zero(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong.write_text(RIGHT, encoding="utf-8")
    code = main([str(wrong), "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [each for each in found if each["severity"] == "error"] == []
    assert code == 0


def test_missing_file_exits_two_with_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "khong-co.docx"), "--json"]) == 2
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert found["code"].startswith("PAPER-")
    assert main([str(tmp_path / "khong-co.docx")]) == 2
    assert found["code"] in capsys.readouterr().err


def test_empty_file_exits_two_without_trace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "trong.txt"
    empty.write_bytes(b"")
    assert main([str(empty)]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["a", "b"], ["a", "--lang", "fr"], ["--unknown", "a"]])
def test_words_that_make_no_sense_show_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert "plan check FILE" in capsys.readouterr().err


def test_check_of_text_never_loads_heavy_libraries(wrong: Path) -> None:
    script = (
        "import sys; from giamngheo.config.cli import main; main(['plan', 'check', sys.argv[1]]);"
        "print([name for name in ('django', 'lxml', 'docx', 'pypdfium2', 'typst', 'argparse') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script, str(wrong)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.seed
def test_real_plan_shows_the_known_contradictions(capsys: pytest.CaptureFixture[str]) -> None:
    path = seed_path()
    assert main([str(path), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    said = {(each["code"], each["severity"], each["line"], each["quote"]): each for each in found}

    def message(*key: object) -> str:
        finding = said[key]  # type: ignore[index]
        return " ".join([finding["message"]["vi"], *(fix["vi"] for fix in finding["fixes"])])

    assert "17 hộ" in message("ARITH-CHANGE", "error", 39, "giảm 22 hộ; từ 33 hộ xuống còn 16 hộ")  # 8.1
    money = message("ARITH-TOTAL", "error", 53, "7.487 triệu đồng")  # 8.2
    assert "6.476 triệu đồng" in money
    assert "1.011 triệu đồng" in money
    loans = message("ARITH-TOTAL", "error", 53, "175 lượt khách hàng")
    assert "170 lượt" in loans
    assert "5 lượt" in loans
    target = message("TARGET-IMPOSSIBLE", "error", 105, "Tỷ lệ hộ nghèo đa chiều giảm từ 1,5% trở lên")  # 8.3
    assert "1,12%" in target
    assert "cấp trên" in target
    assert "65 thì đạt 101,5%" in message("ARITH-PLAN-WHOLE", "warning", 51, "66 lao động, vượt 01%")  # 8.4
    base = next(each["message"]["vi"] for each in found if each["code"] == "ARITH-BASE-MOVED")  # 8.5
    assert "1.484 đến 1.489" in base
    assert "1.423 đến 1.434" in base
    assert message("DATE-PERIOD", "warning", 71, "11 tháng đầu năm 2023")  # 8.6


@pytest.mark.seed
def test_every_quote_stands_in_the_real_plan(capsys: pytest.CaptureFixture[str]) -> None:
    path = seed_path()
    main([str(path), "--json"])
    source = " ".join(path.read_text(encoding="utf-8").replace("*", "").split())
    for each in json.loads(capsys.readouterr().out)["findings"]:
        assert " ".join(each["quote"].replace("*", "").split()) in source, each


@pytest.mark.seed
def test_real_plan_gives_no_other_figure_errors(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(seed_path()), "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    figures = [each["code"] for each in found if each["code"].startswith(("ARITH", "TARGET", "DATE"))]
    errors = [
        each["code"]
        for each in found
        if each["severity"] == "error" and each["code"].startswith(("ARITH", "TARGET", "DATE"))
    ]
    assert sorted(errors) == ["ARITH-CHANGE", "ARITH-TOTAL", "ARITH-TOTAL", "TARGET-IMPOSSIBLE"]
    assert len(figures) == 10
