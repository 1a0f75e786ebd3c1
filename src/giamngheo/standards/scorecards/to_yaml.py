"""Writes a card as the YAML people type, or as an empty form to fill in."""

from __future__ import annotations

from typing import Any

from giamngheo.standards.release import Text
from giamngheo.standards.scorecards.card import Choice, Group, Scorecard

_HEAD = """# Bảng điểm B1. Điểm là số nguyên từ 0. Kiểu nhóm: single (một lựa chọn) hoặc multiple (nhiều lựa chọn).
# Scorecard B1. Points are whole numbers from 0. kind: single (one option) or multiple (any number).
"""
_FORM = """# Nhóm dưới đây là gợi ý, chưa đối chiếu văn bản: sửa theo phụ lục của thông tư rồi ghi điểm từng vùng.
# The groups below are suggestions, compared with no text: correct them by the circular's annex and write the points.
"""


def dump(card: Scorecard, *, form: bool = False) -> str:
    """The card as YAML that `from_yaml` reads back to the same card; `form`: without title, signature and points."""
    import yaml

    data = _card(card, form=form)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None)
    return _HEAD + (_FORM if form else "") + text


def _card(card: Scorecard, *, form: bool) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": "" if form else card.id,
        "title": {"vi": "", "en": ""} if form else _text(card.title),
        "standard": card.standard,
        "version": card.version,
        "demonstration": False if form else card.demonstration,
    }
    if form:
        made["signature"] = dict.fromkeys(("by", "on", "document", "article"))
    elif card.signature is not None:
        signed = card.signature
        made["signature"] = {
            "by": signed.by, "on": signed.on, "document": signed.document, "article": signed.article
        }  # fmt: skip
    if card.missing and not form:
        made["missing"] = [_text(each) for each in card.missing]
    made["regions"] = [{"code": each.code, "title": _text(each.title)} for each in card.regions]
    made["groups"] = [_group(each, form=form) for each in card.groups]
    return made


def _text(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def _group(group: Group, *, form: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"code": group.code, "title": _text(group.title), "kind": group.kind}
    if group.note is not None:
        made["note"] = _text(group.note)
    made["options"] = [_option(each, form=form) for each in group.options]
    return made


def _option(option: Choice, *, form: bool) -> dict[str, Any]:
    points = dict.fromkeys(option.points) if form else option.points
    return {"code": option.code, "label": _text(option.label), "points": points}
