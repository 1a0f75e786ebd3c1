"""Writes of the accounts: every one checked against the acting user's own rights, atomic, and recorded.

`by` None is the system itself: the first administrator, the demonstration, a management command on the server.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from giamngheo.accounts import queries
from giamngheo.accounts.models import Grant, GrantVillage, Language, SavedView, Screen, User
from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.accounts.problems import NoVillages
from giamngheo.accounts.roles import Permission, Role
from giamngheo.audit.actions import record
from giamngheo.audit.snapshot import as_dict
from giamngheo.territory.models import Level, Unit, Village, VillageMembership
from giamngheo.territory.queries import covering, valid_on


class OwnGrant(NotPermitted):
    """Nobody gives or takes rights to or from themself."""


@transaction.atomic
def create_user(
    *,
    username: str,
    full_name: str,
    password: str,
    by: User | None,
    language: Language | str = Language.VI,
    must_change_password: bool | None = None,
) -> User:
    """A new user without any rights. Whoever did not choose the password changes it at the first sign-in.

    Raises ValidationError for a weak password or a name already taken (names are case-insensitive), NotPermitted when
    `by` manages nobody.
    """
    if by is not None and not queries.active_grants(by, permission=Permission.MANAGE_USERS).exists():
        raise NotPermitted(_("Bạn không có quyền quản lý người dùng."))
    chosen_by_other = by is not None if must_change_password is None else must_change_password
    user = User(
        username=username.strip().lower(),
        full_name=full_name.strip(),
        language=language,
        must_change_password=chosen_by_other,
    )
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    user.save(force_insert=True)
    record(by=by, action="accounts.user_created", subject=user, after=as_dict(user, "username", "full_name"))
    return user


@transaction.atomic
def grant(
    *,
    user: User,
    role: Role | str,
    unit: Unit | None,
    by: User | None,
    valid_from: date | None = None,
    valid_to: date | None = None,
    villages: Sequence[Village] | None = None,
    whole_commune: bool = False,
) -> Grant:
    """Give `user` a role in `unit` (None: the whole country) from `valid_from` (today) on; with `villages` only in
    those villages of the commune, and only what roles.BY_VILLAGE names. A reviewer's grant names its villages, or says
    `whole_commune` in so many words: without villages it writes the register of all of them.

    Raises OwnGrant; NoVillages; OutOfScope or NotPermitted when `by` does not manage users there; ValidationError when
    it exists, for no village at all, and for one that does not lie in the commune then.
    """
    _check_may_change_grants(user, unit, by)
    begins = valid_from or timezone.localdate()
    if villages is not None:
        _check_villages(unit, villages, begins)
    elif Role(role) == Role.VILLAGE_REVIEWER and not whole_commune:
        raise NoVillages(user.full_name)
    given = Grant(
        user=user,
        role=Role(role),
        unit=unit,
        by_village=villages is not None,
        valid_from=begins,
        valid_to=valid_to,
        granted_by=by,
    )
    given.full_clean()
    given.save(force_insert=True)
    named = list(dict.fromkeys(villages or ()))
    GrantVillage.objects.bulk_create(GrantVillage(grant=given, village=each) for each in named)
    what = as_dict(given, "user", "role", "unit", "valid_from", "valid_to")
    what |= {"villages": [each.code for each in named]} if given.by_village else {}
    what |= {"whole_commune": True} if whole_commune and not given.by_village else {}
    record(by=by, action="accounts.granted", subject=user, unit=unit, after=what)
    return given


@transaction.atomic
def revoke(*, grant: Grant, by: User | None, reason: str = "") -> Grant:
    """Take a grant back, at once. Raises as `grant` does; a grant taken back before stays as it was."""
    _check_may_change_grants(grant.user, grant.unit, by)
    held = Grant.objects.select_for_update().get(pk=grant.pk)
    if held.revoked_at is None:
        held.revoked_at, held.revoked_by = timezone.now(), by
        held.save(update_fields=["revoked_at", "revoked_by"])
        what = as_dict(held, "user", "role", "unit", "by_village", "valid_from", "valid_to")
        record(by=by, action="accounts.revoked", subject=held.user, unit=held.unit, before=what, reason=reason)
    return held


@transaction.atomic
def set_password(*, user: User, password: str, by: User | None) -> None:
    """A new password, by the user themself or by somebody who manages all of the user's grants.

    Ends every other session of the user (Django ties sessions to the password). Raises ValidationError, OutOfScope.
    """
    if by is not None and by.pk != user.pk:
        _check_may_manage(user, by)
    validate_password(password, user)
    user.set_password(password)
    user.must_change_password = by is None or by.pk != user.pk
    user.save(update_fields=["password", "must_change_password"])
    record(by=by, action="accounts.password_set", subject=user)


@transaction.atomic
def set_active(*, user: User, active: bool, by: User | None, reason: str = "") -> None:
    """Switch an account off or on; its rights rest while it is off. Raises OwnGrant, OutOfScope."""
    if by is not None and by.pk == user.pk:
        raise OwnGrant(_("Không ai tự khóa hoặc mở tài khoản của chính mình."))
    _check_may_manage(user, by)
    before = {"is_active": user.is_active}
    user.is_active = active
    user.save(update_fields=["is_active"])
    record(
        by=by,
        action="accounts.active_set",
        subject=user,
        before=before,
        after={"is_active": active},
        reason=reason,
    )


@transaction.atomic
def set_language(*, user: User, language: Language | str, by: User | None) -> None:
    """The user's own choice of language. Raises NotPermitted for another person's, ValidationError if unknown."""
    if by is not None and by.pk != user.pk:
        raise NotPermitted(_("Mỗi người tự chọn ngôn ngữ của mình."))
    if language not in Language.values:
        raise ValidationError(_("Không có ngôn ngữ này."))
    before = {"language": user.language}
    user.language = Language(language)
    user.save(update_fields=["language"])
    record(by=by, action="accounts.language_set", subject=user, before=before, after={"language": str(language)})


@transaction.atomic
def save_view(*, by: User, screen: Screen | str, name: str, query: str) -> SavedView:
    """Keep a list's filters, order and columns under a name; the same name again replaces it.

    Raises ValidationError for a blank or over-long name or query.
    """
    kept = queries.saved_views(by, screen).filter(name=" ".join(name.split())).first()
    before = as_dict(kept, "name", "query") if kept else None
    view = kept or SavedView(user=by, screen=screen, name=" ".join(name.split()))
    view.query = query
    view.full_clean()
    view.save()
    record(by=by, action="accounts.view_saved", subject=by, before=before, after=as_dict(view, "name", "query"))
    return view


@transaction.atomic
def remove_view(*, by: User, view: SavedView) -> None:
    """Take one of one's own views away. Raises OutOfScope for somebody else's."""
    if view.user_id != by.pk:
        raise OutOfScope(_("Không tìm thấy cách xem này."))
    before = as_dict(view, "name", "query")
    view.delete()
    record(by=by, action="accounts.view_removed", subject=by, before=before)


def _check_may_change_grants(user: User, unit: Unit | None, by: User | None) -> None:
    if by is None:
        return
    if by.pk == user.pk:
        raise OwnGrant(_("Không ai tự cấp hoặc thu hồi quyền của chính mình."))
    if not queries.can(by, Permission.MANAGE_USERS, unit):
        if unit is not None and queries.in_scope(by, unit):
            raise NotPermitted(_("Bạn không có quyền quản lý người dùng ở {unit}.").format(unit=unit.name))
        raise OutOfScope(_("Không tìm thấy đơn vị này."))


def _check_villages(unit: Unit | None, villages: Sequence[Village], day: date) -> None:
    if unit is None or unit.level != Level.COMMUNE or not villages:
        raise ValidationError(_("Chọn một xã và ít nhất một thôn của xã."))
    wanted = {each.pk for each in villages}
    there = VillageMembership.objects.filter(valid_on(day), village__in=wanted, commune__in=covering([unit.pk]))
    if set(there.values_list("village", flat=True)) != wanted:
        raise ValidationError(_("Có thôn không thuộc {unit} vào ngày đó.").format(unit=unit.name))


def _check_may_manage(user: User, by: User | None) -> None:
    """A commune's administrator must not take over the account of somebody of the province."""
    if by is not None and not queries.users_for(by).filter(pk=user.pk).exists():
        raise OutOfScope(_("Không tìm thấy người dùng này."))
