"""What the page of a list says, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from giamngheo.foundation import citizen_id
from giamngheo.households import problems as register
from giamngheo.households.importing import desk
from giamngheo.households.importing.known import villages_of
from giamngheo.households.lists import problems as lists
from giamngheo.households.lists.cells import AMBIGUOUS_MEANS
from giamngheo.households.lists.meaning import Meaning
from giamngheo.households.models import ListImport, ListState, Relation, Sex
from giamngheo.office.planning.findings import SEVERITIES, in_language, problem_from, spoken

MEANINGS: dict[str, str | Promise] = {
    Meaning.HOUSEHOLD_NUMBER: _("Số thứ tự hộ"),
    Meaning.MEMBER_NUMBER: _("Số thứ tự thành viên"),
    Meaning.ROW_NUMBER: _("Số thứ tự dòng"),
    Meaning.HEAD_NAME: _("Họ tên chủ hộ"),
    Meaning.FULL_NAME: _("Họ và tên"),
    Meaning.BIRTH: _("Ngày hoặc năm sinh"),
    Meaning.BIRTH_MALE: _("Năm sinh, cột nam"),
    Meaning.BIRTH_FEMALE: _("Năm sinh, cột nữ"),
    Meaning.SEX: _("Giới tính"),
    Meaning.SEX_MALE: _("Giới tính, đánh dấu nam"),
    Meaning.SEX_FEMALE: _("Giới tính, đánh dấu nữ"),
    Meaning.ETHNIC_GROUP: _("Dân tộc"),
    Meaning.RELATION: _("Quan hệ với chủ hộ"),
    Meaning.CITIZEN_ID: _("Số định danh, CCCD, CMND"),
    Meaning.PHONE: _("Số điện thoại"),
    Meaning.VILLAGE: _("Thôn, bản, tổ dân phố"),
    Meaning.ADDRESS: _("Địa chỉ"),
    Meaning.HOUSEHOLD_CODE: _("Mã hộ"),
    Meaning.MEMBER_COUNT: _("Số khẩu"),
    Meaning.POVERTY_CLASS: _("Phân loại hộ"),
    Meaning.POOR: _("Đánh dấu hộ nghèo"),
    Meaning.NEAR_POOR: _("Đánh dấu hộ cận nghèo"),
    Meaning.DISABILITY: _("Khuyết tật"),
    Meaning.MERIT: _("Người có công"),
    Meaning.SOCIAL_ASSISTANCE: _("Bảo trợ xã hội"),
    Meaning.NOTE: _("Ghi chú"),
}
ROWS: dict[str, str | Promise] = {
    "person": _("người"),
    "section": _("tên thôn"),
    "total": _("tổng cộng"),
    "blank": _("trống"),
    "signature": _("ký tên"),
    "unknown": _("không hiểu được"),
}
FATES: tuple[tuple[str, str | Promise, str], ...] = (
    ("all", _("Trong danh sách"), ""),
    ("enters", _("Vào sổ"), "good"),
    ("already", _("Đã có trong sổ"), "info"),
    ("waits", _("Chờ tạo thôn"), "warning"),
    ("kept_out", _("Giữ lại, cần sửa"), "error"),
)
_TITLES = {**lists.CATALOGUE.entries, **register.CATALOGUE.entries, **citizen_id.CATALOGUE.entries}
_RUNNING = (ListState.RECEIVED, ListState.READING, ListState.IMPORTING, ListState.UNDOING)
_RELATIONS = {**dict(Relation.choices), "other": Relation.UNKNOWN.label, "parent_in_law": Relation.OTHER_KIN.label}


_AMBIGUOUS = {"chau": "cháu", "chau trai": "cháu trai", "chau gai": "cháu gái",
              "chau ruot": "cháu ruột"}  # fmt: skip
_WORD_MEANS: dict[str, str | Promise] = {
    "grandchild": Relation.GRANDCHILD.label, "other_kin": _("con của anh, chị, em (họ hàng khác)"),
}  # fmt: skip


def of(held: ListImport) -> dict[str, Any]:
    """Everything the page of a list shows."""
    result, sign = held.result or {}, desk.sign(held.pk)
    counts = result.get("counts", {})
    undone = getattr(held.change, "undone_by_change", None) if held.change else None
    return {
        "held": held,
        "running": held.state in _RUNNING,
        "percent": max(held.percent, sign.percent if sign else 0),
        "stopping": held.cancel_asked or bool(sign and sign.stop),
        "problem": problem_from(result["finding"]) if "finding" in result else None,
        "counts": [
            {"title": title, "kind": kind if counts[name]["households"] else "", **counts[name]}
            for name, title, kind in FATES
            if name in counts
        ],
        "enters": counts.get("enters", {}).get("households", 0),
        "kept_out": counts.get("kept_out", {}).get("households", 0) + counts.get("waits", {}).get("households", 0),
        "sheets": [_sheet(each) for each in result.get("sheets", ())],
        "findings": [_group(each) for each in result.get("findings", ())],
        "missing": result.get("missing", ()),
        "opened": result.get("opened", ()),
        "first": [_household(each) for each in result.get("first", ())],
        "not_kept": ", ".join(str(MEANINGS[each]) for each in result.get("not_kept", ())),
        "meanings": MEANINGS,
        "words": [
            {"word": word, "text": _AMBIGUOUS[word], "count": count, "chosen": held.words.get(word, "")}
            for word, count in result.get("words", {}).items()
        ],
        "word_means": [("", Relation.UNKNOWN.label), *((each, _WORD_MEANS[each]) for each in AMBIGUOUS_MEANS)],
        "villages": sorted(villages_of(held.unit).names.items(), key=lambda each: each[1])
        if held.state == ListState.READY
        else (),
        "undone": undone,
    }


def _sheet(sheet: dict[str, Any]) -> dict[str, Any]:
    told = [f"{count} {ROWS[kind]}" for kind, count in sheet["rows"].items() if kind in ROWS]
    return {**sheet, "told": ", ".join(told), "known": [each for each in sheet["columns"] if each["meaning"]]}


def _group(group: dict[str, Any]) -> dict[str, Any]:
    entry = _TITLES.get(group["code"])
    more = group["count"] - len(group["rows"])
    return {
        **group,
        "title": spoken(entry.title) if entry else group["code"],
        "label": SEVERITIES[group["severity"]] if group["severity"] != "info" else _("Để biết"),
        "fixes": [in_language(each) for each in group["fixes"]],
        "rows": [{"line": each["line"], "message": in_language(each["message"])} for each in group["rows"]],
        "more": ngettext("và %(count)d dòng nữa", "và %(count)d dòng nữa", more) % {"count": more} if more > 0 else "",
    }


def _household(household: dict[str, Any]) -> dict[str, Any]:
    return {**household, "members": list(_members(household["members"]))}


def _members(members: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    sexes = dict(Sex.choices)
    for each in members:
        yield {
            **each,
            "sex": sexes.get(each["sex"], ""),
            "relation": _RELATIONS.get(each["relation"], Relation.UNKNOWN.label),
        }
