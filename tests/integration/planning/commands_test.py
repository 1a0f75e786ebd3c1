"""`giamngheo plan import` and `plan export`: what they print, what they return, what they leave behind."""

import json

import pytest

from giamngheo.config.commands import plan_export, plan_import
from giamngheo.paperwork.readers import read
from giamngheo.programme.models import AnnualPlan
from tests.factories.plan_tables import plan_with_table
from tests.factories.plan_text import PLAN, plan_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("units_loaded")]

WITH_MARK = plan_text(**{"- Tập huấn kỹ thuật chăn nuôi.": "- Tập huấn kỹ thuật chăn nuôi.\n\n[còn thiếu: số tiền]"})


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def run(capsys, command, *arguments):
    code = command.main([str(argument) for argument in arguments])
    return code, capsys.readouterr()


def test_import_says_what_it_did_as_json(file, capsys) -> None:
    code, told = run(capsys, plan_import, file, "--json")
    result = json.loads(told.out)
    assert (code, result["status"], result["version"]) == (0, "created", 1)
    assert result["commune"] == {"code": "15883", "name": "Xã Hoằng Phú"}
    assert result["counts"]["projects"] == 3
    assert result["unplaced"] == []
    code, told = run(capsys, plan_import, file, "--json")
    assert (code, json.loads(told.out)["status"]) == (0, "unchanged")


def test_dry_run_leaves_no_plan(file, capsys) -> None:
    code, told = run(capsys, plan_import, file, "--dry-run")
    assert code == 0
    assert "sẽ tạo kế hoạch" in told.out
    assert not AnnualPlan.objects.exists()


def test_changes_are_listed_for_people(file, capsys) -> None:
    run(capsys, plan_import, file)
    file.write_text(plan_text(**{"từ 42 hộ": "từ 43 hộ"}), encoding="utf-8")
    _, told = run(capsys, plan_import, file)
    assert "S01.2022: 42 → 43" in told.out


def test_changed_cell_of_a_table_is_named_for_people(file, capsys) -> None:
    file.write_text(plan_with_table(), encoding="utf-8")
    run(capsys, plan_import, file)
    file.write_text(plan_with_table(**{"| Nuôi dê | 5 |": "| Nuôi dê | 7 |"}), encoding="utf-8")
    _, told = run(capsys, plan_import, file)
    assert "bảng/table, dòng/row 2, cột/column “Số hộ”: 5 → 7" in told.out


@pytest.mark.parametrize(
    ("content", "code", "finding"), [("", 2, "PAPER-"), (PLAN.replace("HOÀNG PHÚ", "ĐÂU ĐÓ"), 1, "IMPORT-COMMUNE-")]
)
def test_refusals_are_findings_with_exit_codes(tmp_path, capsys, content, code, finding) -> None:
    path = tmp_path / "tep.txt"
    path.write_text(content, encoding="utf-8")
    returned, told = run(capsys, plan_import, path, "--json")
    assert returned == code
    assert json.loads(told.out)["finding"]["code"].startswith(finding)
    returned, told = run(capsys, plan_import, path)
    assert returned == code
    assert "Traceback" not in told.err


def test_missing_file_is_a_finding(tmp_path, capsys) -> None:
    code, told = run(capsys, plan_import, tmp_path / "khong-co.docx")
    assert code == 2
    assert "PAPER-" in told.err


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md"])
def test_export_writes_every_format(file, capsys, tmp_path, form) -> None:
    run(capsys, plan_import, file)
    out = tmp_path / f"ra.{form}"
    code, told = run(capsys, plan_export, "--commune", 15883, "--year", 2024, "--format", form, "-o", out, "--json")
    result = json.loads(told.out)
    assert (code, result["format"], out.stat().st_size > 1000) == (0, form, True)
    assert [each["number"] for each in result["left_out"]] == ["1.1"]
    assert [each["code"] for each in result["left_out"]] == ["line_number"]
    assert {"section": "2/2/1/4", "what": "số tiền", "part": "amount"} in result["gaps"]
    if form in ("docx", "md"):
        assert read(out).subject.text.endswith("xã Hoằng Phú năm 2024")


def test_reasons_are_told_in_both_languages(file, capsys, tmp_path) -> None:
    file.write_text(WITH_MARK, encoding="utf-8")
    _, told = run(capsys, plan_import, file)
    assert "không phải nội dung" in told.out
    assert "the mark of a missing part" in told.out
    _, told = run(capsys, plan_export, "--commune", 15883, "--year", 2024, "--format", "md", "-o", tmp_path / "ra.md")
    assert "còn thiếu số tiền / missing: sum of money" in told.err
    assert "a number printed before a line of text" in told.err


def test_unplaced_line_keeps_its_vietnamese_reason_and_has_a_code(file, capsys) -> None:
    file.write_text(WITH_MARK, encoding="utf-8")
    _, told = run(capsys, plan_import, file, "--json")
    (line,) = json.loads(told.out)["unplaced"]
    assert set(line) == {"line", "text", "code", "why"}
    assert (line["code"], line["why"]) == ("gap_mark", "dấu chỗ còn thiếu do phần mềm in ra, không phải nội dung")


def test_export_of_no_plan_is_a_finding(capsys, tmp_path) -> None:
    out = tmp_path / "ra.md"
    code, told = run(capsys, plan_export, "--commune", 15883, "--year", 2030, "--format", "md", "-o", out)
    assert code == 1
    assert "PLAN-NOT-FOUND" in told.err
    assert not out.exists()
