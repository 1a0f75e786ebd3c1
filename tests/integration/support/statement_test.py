"""The household statement: the legal fields, sums, ids masked unless asked for by somebody who may."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.audit.models import Event
from giamngheo.households import actions as register_actions
from giamngheo.households.values import Place
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.writers import write
from giamngheo.support.actions import deliver, print_statement, take_back
from giamngheo.support.papers import document, sheet
from giamngheo.support.queries import statement
from giamngheo.support.values import To
from tests.integration.support.conftest import DAY, handing

pytestmark = pytest.mark.django_db
RICE = {"kind": "gift", "instalment": 0, "amount": None, "item": "Gạo", "quantity": Decimal("12.5"), "measure": "kg",
        "brand": "ST25", "maker": "Hợp tác xã Giả", "specification": "bao 12,5 kg", "donor": "Hội Giả",
        "confirmation": "fingerprint"}  # fmt: skip


@pytest.fixture
def given(officer, hoang_phu_new, family, neighbours):
    made = deliver(
        by=officer, unit=hoang_phu_new, handing=handing(), to=[To(neighbours.household.pk), To(family.household.pk)]
    )
    deliver(by=officer, unit=hoang_phu_new, handing=handing(**RICE), to=[To(family.household.pk)])
    return made


def test_fields_of_the_circular(officer, hoang_phu_new, given) -> None:
    found = statement(officer, hoang_phu_new, "electricity", 2026)
    assert [(row.name, row.id, row.address, row.delivery.amount) for row in found.rows] == [
        ("Nguyễn Văn Bình", "••••••••0001", "Nhà 1, Thôn Thử 1", 100_000),
        ("Lê Văn Dũng", "", "Nhà 2, Thôn Thử 1", 100_000),
    ]
    assert found.total == 200_000


def test_goods_are_summed_by_name_and_measure(officer, hoang_phu_new, given) -> None:
    found = statement(officer, hoang_phu_new, "gift", 2026)
    assert found.goods == {("Gạo", "kg"): Decimal("12.5")}
    cells = sheet(found).rows[0]
    assert cells[4:9] == ["", "Gạo", "12,5 kg", "bao 12,5 kg; ST25; Hợp tác xã Giả", "điểm chỉ"]


def test_what_was_taken_back_is_not_on_it(officer, hoang_phu_new, given) -> None:
    take_back(by=officer, delivery=given[0], on=DAY, reason="Ghi nhầm")
    assert [row.name for row in statement(officer, hoang_phu_new, "electricity", 2026).rows] == ["Nguyễn Văn Bình"]


def test_address_is_that_of_the_day(officer, hoang_phu_new, given, family, villages) -> None:
    register_actions.move_within(
        by=officer, household=family.household, on=date(2026, 6, 1), place=Place(villages[1].pk, "Nhà 9")
    )
    found = statement(officer, hoang_phu_new, "electricity", 2026)
    assert "Nhà 1, Thôn Thử 1" in [row.address for row in found.rows]


def test_whole_ids_are_for_who_may_and_recorded(officer, province_officer, other_officer, hoang_phu_new, given) -> None:
    found = print_statement(by=officer, unit=hoang_phu_new, kind="electricity", year=2026)
    assert found.rows[0].id == "038 075 000 001"
    assert Event.objects.get(action="support.statement_printed").after["rows"] == 2
    with pytest.raises(NotPermitted):
        print_statement(by=province_officer, unit=hoang_phu_new, kind="electricity", year=2026)
    with pytest.raises(OutOfScope):
        statement(other_officer, hoang_phu_new, "electricity", 2026)


def test_statement_is_four_queries_whatever_its_length(
    officer, hoang_phu_new, given, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(5):
        statement(officer, hoang_phu_new, "electricity", 2026)


@pytest.mark.parametrize("kind", ["electricity", "gift"])
def test_word_file_holds_the_table(officer, hoang_phu_new, given, tmp_path, kind: str) -> None:
    found = statement(officer, hoang_phu_new, kind, 2026)
    path = tmp_path / "bang-ke.docx"
    write(document(found), path)
    text = "\n".join(line.text for line in read(path).lines())
    assert "BẢNG KÊ" in text
    assert "Nguyễn Văn Bình" in text
    assert ("200.000" if kind == "electricity" else "12,5 kg") in text
    assert ("Số tiền" in text) is (kind == "electricity")
