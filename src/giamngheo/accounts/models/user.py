"""The user. No superuser, no Django groups: whoever may do something has a grant that says so, where and how long."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class Language(models.TextChoices):
    """Languages of the screens, each named in itself."""

    VI = "vi", "Tiếng Việt"
    EN = "en", "English"


class UserManager(BaseUserManager["User"]):
    """Names are case-insensitive: Lan and lan are one person."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Somebody who signs in. `must_change_password`: someone else chose the password."""

    username = models.CharField(max_length=60, unique=True, validators=[RegexValidator(r"^[a-z0-9][a-z0-9._@-]*\Z")])
    full_name = models.CharField(max_length=150)
    language = models.CharField(max_length=2, choices=Language, default=Language.VI)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]  # noqa: RUF012 Django wants a list

    class Meta:
        ordering = ("username",)
        constraints = (
            models.CheckConstraint(condition=Q(username=Lower("username")), name="user_name_is_lower_case"),
            models.CheckConstraint(condition=~Q(username=""), name="user_has_a_name"),
            models.CheckConstraint(condition=Q(language__in=Language.values), name="user_language_known"),
        )

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return self.full_name
