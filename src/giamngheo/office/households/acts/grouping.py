"""A change of head, and a split: the relations to the new head are asked again, never guessed."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.households import actions
from giamngheo.households.actions import Done
from giamngheo.households.models import Person
from giamngheo.households.problems import ONE_HEAD
from giamngheo.households.values import Place
from giamngheo.office.households.acting import Act, Setting
from giamngheo.office.households.acts.choosing import chosen, member_fields, villages_of
from giamngheo.office.households.fields import Field, Typed, day_and_reason, relation_or_unknown, relations
from giamngheo.office.typed import whole


def _one_head(typed: Typed, answers: dict[Person, str]) -> Person | None:
    heads = [person for person, answer in answers.items() if answer == "head"]
    if len(heads) != 1:
        typed.findings.append(("", ONE_HEAD.at(count=len(heads))))
    return heads[0] if heads else None


def _head_fields(setting: Setting) -> list[Field]:
    return [*member_fields(setting, relations(), "unknown"), *day_and_reason(_("Chủ hộ mới từ ngày"))]


def _head(setting: Setting, typed: Typed) -> Callable[[], Done]:
    answers, on = chosen(setting, typed), typed.day("on")
    head, former = _one_head(typed, answers), setting.page.here.head
    given = {person.pk: relation_or_unknown(answer) for person, answer in answers.items()}
    return lambda: actions.change_head(
        by=setting.by, household=setting.household, head=head, on=on,  # type: ignore[arg-type]
        former_head=given.get(former.person_id, "unknown") if former else "unknown",
        relations=given, reason=typed.text("reason"),
    )  # fmt: skip


def _split_fields(setting: Setting) -> list[Field]:
    going = [(value, _("tách ra: %(relation)s") % {"relation": label}) for value, label in relations()]
    return [
        *member_fields(setting, [("", _("ở lại")), *going]),
        Field("village", _("Thôn của hộ mới"), options=villages_of(setting),
              value=str(setting.page.here.address.village_id)),
        Field("line", _("Địa chỉ của hộ mới (số nhà, xóm)")),
        Field("local_code", _("Mã của hộ mới (không bắt buộc)"), most=30),
        *day_and_reason(_("Là hộ riêng từ ngày")),
    ]  # fmt: skip


def _split(setting: Setting, typed: Typed) -> Callable[[], Done]:
    answers, on = chosen(setting, typed), typed.day("on")
    head = _one_head(typed, answers)
    given = {person.pk: relation_or_unknown(answer) for person, answer in answers.items()}
    return lambda: actions.split(
        by=setting.by, household=setting.household, leaving=list(answers), head=head,  # type: ignore[arg-type]
        place=Place(whole(typed.text("village")) or 0, typed.text("line")), on=on, relations=given,
        local_code=typed.text("local_code"), reason=typed.text("reason"),
    )  # fmt: skip


HEAD = Act(
    "doi-chu-ho", gettext_lazy("Đổi chủ hộ"),
    gettext_lazy("Chọn “chủ hộ” cho người mới; với người khác chọn quan hệ với chủ hộ mới."), _head_fields, _head,
)  # fmt: skip
SPLIT = Act(
    "tach-ho", gettext_lazy("Tách hộ"),
    gettext_lazy("Chọn ai tách ra và là gì trong hộ mới; hộ mới có đúng một chủ hộ."), _split_fields, _split,
)  # fmt: skip
