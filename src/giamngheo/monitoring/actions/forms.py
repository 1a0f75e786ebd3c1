"""Forms: a draft is written, published once it has no problem; a change is a new version."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.forms.definition import Form, FormShapeError, problems, read_body
from giamngheo.monitoring.models import FormVersion, Indicator
from giamngheo.monitoring.periods import kinds
from giamngheo.monitoring.problems import Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

PACKAGED_FROM = date(2022, 7, 15)  # Thông tư 10/2022/TT-BLĐTBXH


@transaction.atomic
def load_forms(*, by: User | None) -> int:
    """Put the working forms of the software into their table and publish them; what is there stays as it is, a newer
    version of it comes beside it."""
    made = 0
    rows: list[dict[str, Any]] = json.loads((files("giamngheo.monitoring") / "data" / "forms.json").read_text("utf-8"))
    for row in rows:
        if not FormVersion.objects.filter(code=row["code"], number=row["number"]).exists():
            FormVersion.objects.create(
                valid_from=PACKAGED_FROM, by=by, published_by=by, published_at=timezone.now(), **row
            )
            made += 1
    if made:
        record(by=by, action="monitoring.load_forms", subject=None, after={"forms": made})
    return made


@transaction.atomic
def draft_form(
    *, by: User | None, unit: Unit, code: str, title: str, report_kinds: Collection[str], valid_from: date, body: Any,
    official: bool = False, citation: str = "",
) -> FormVersion:  # fmt: skip
    """A new form, or the next version of one of the unit's, as a draft; what a draft of it said is written over.

    Raises Refused (MONITOR-FORM), OutOfScope, NotPermitted.
    """
    _may(by, unit)
    found = [*_head(unit, code, title, report_kinds), *_shape(body)]
    if official and not squeeze(citation):
        found.append(p.FORM.at(where="biểu chính thức", what="cần ghi văn bản, số Công báo đã chép các cột"))
    if found:
        raise Refused(*found)
    newest = FormVersion.objects.filter(code=code).aggregate(most=Max("number"))["most"] or 0
    draft = FormVersion.objects.filter(code=code, published_at=None).first()
    values: dict[str, Any] = {
        "title": squeeze(nfc(title))[:300], "report_kinds": sorted(report_kinds), "valid_from": valid_from,
        "body": body, "official": official, "citation": squeeze(nfc(citation))[:300],
    }  # fmt: skip
    if draft is None:
        draft = FormVersion.objects.create(code=code, number=newest + 1, unit=unit, by=by, **values)
    else:
        for name, value in values.items():
            setattr(draft, name, value)
        draft.save()
    record(by=by, action="monitoring.draft_form", subject=draft, unit=unit, after={"code": code})
    return draft


@transaction.atomic
def publish_form(*, by: User | None, form: FormVersion) -> FormVersion:
    """Publish a draft; it never changes again. Raises Refused (MONITOR-FORM), OutOfScope, NotPermitted."""
    form = FormVersion.objects.select_for_update(of=("self",)).get(pk=form.pk)
    if form.unit is None or form.published_at is not None:
        raise refuse(p.FORM, where=form.code, what="bản này đã ban hành, không sửa được; hãy lập bản mới")
    _may(by, form.unit)
    if found := form_findings(form):
        raise Refused(*found)
    form.published_at, form.published_by = timezone.now(), by
    form.save(update_fields=("published_at", "published_by"))
    record(by=by, action="monitoring.publish_form", subject=form, unit=form.unit, after={"number": form.number})
    return form


@transaction.atomic
def discard_form(*, by: User | None, form: FormVersion) -> None:
    """Remove a draft that is not wanted. Raises Refused (MONITOR-FORM), OutOfScope, NotPermitted."""
    if form.unit is None or form.published_at is not None:
        raise refuse(p.FORM, where=form.code, what="bản này đã ban hành, không bỏ được")
    _may(by, form.unit)
    record(by=by, action="monitoring.discard_form", subject=form, unit=form.unit, before={"code": form.code})
    form.delete()


def form_findings(form: FormVersion) -> list[Finding]:
    """What keeps a draft from being published."""
    others = {
        each.code: Form(each.code, read_body(each.body))
        for each in FormVersion.objects.filter(published_at__isnull=False).order_by("code", "number")
        if set(each.report_kinds) & set(form.report_kinds)
    }
    codes = set(Indicator.objects.values_list("code", flat=True))
    return [
        p.FORM.at(where=each.where, what=each.what)
        for each in problems(form.code, read_body(form.body), codes, others)
    ]  # fmt: skip


def _head(unit: Unit, code: str, title: str, report_kinds: Collection[str]) -> list[Finding]:
    found = []
    if not code or len(code) > 40 or not code.isascii() or not code.replace("-", "").isalnum() or code != code.lower():
        found.append(p.FORM.at(where="mã biểu", what="gồm chữ thường không dấu, số và gạch nối, tối đa 40 ký tự"))
    elif FormVersion.objects.filter(code=code).exclude(unit=unit).exists():
        found.append(p.FORM.at(where="mã biểu", what="đã có biểu của nơi khác mang mã này; chọn mã khác"))
    if not squeeze(title):
        found.append(p.FORM.at(where="tên biểu", what="chưa có"))
    if not report_kinds or set(report_kinds) - set(kinds()):
        found.append(p.FORM.at(where="loại báo cáo", what="chọn ít nhất một loại trong danh mục"))
    return found


def _shape(body: Any) -> list[Finding]:
    try:
        read_body(body)
    except FormShapeError as error:
        return [p.FORM.at(where="nội dung biểu", what=str(error)[:200])]
    return []


def _may(by: User | None, unit: Unit) -> None:
    if by is not None:
        require(by, Permission.EDIT_FORM, unit)
