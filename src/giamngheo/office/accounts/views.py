"""Sign in, sign out, choose the language, choose unit and year."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from giamngheo.accounts import actions
from giamngheo.office import errors


class SignInForm(AuthenticationForm):
    """Name and password, with messages that say what to do."""

    error_messages = {  # noqa: RUF012 - Django's own shape
        "invalid_login": gettext_lazy(
            "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại."
        ),
        "inactive": gettext_lazy("Tài khoản này đã ngừng sử dụng. Liên hệ quản trị."),
    }


class SignIn(LoginView):
    """The sign-in page; wrong attempts are counted and recorded (django-axes)."""

    template_name = "office/accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        """The screens speak the language chosen on this very page, else the one the user chose last, anywhere."""
        user, chosen = form.get_user(), self.request.session.pop("language", "")
        response = super().form_valid(form)
        if chosen and chosen != user.language:
            actions.set_language(user=user, language=chosen, by=user)
        return _speak(response, user.language)


class ChangePassword(PasswordChangeView):
    """A new password of one's own; the other sessions of the account end."""

    template_name = "office/accounts/password.html"
    success_url = reverse_lazy("office:home")

    def form_valid(self, form: Any) -> HttpResponse:
        """One call into the accounts, and this session stays."""
        user = form.user
        actions.set_password(user=user, password=form.cleaned_data["new_password1"], by=user)
        update_session_auth_hash(self.request, user)
        messages.success(self.request, _("Đã đổi mật khẩu."))
        return HttpResponseRedirect(str(self.success_url))


def locked_out(request: HttpRequest, credentials: dict[str, Any] | None = None, *args: Any) -> HttpResponse:
    """Too many wrong passwords: says how long to wait."""
    return errors.locked_out(request, minutes=round(settings.AXES_COOLOFF_TIME * 60))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    messages.success(request, _("Bạn đã đăng xuất."))
    return HttpResponseRedirect(reverse("office:sign-in"))


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Vietnamese or English, kept in a cookie so that the sign-in page speaks it too."""
    response = HttpResponseRedirect(_back(request))
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        return response
    if request.user.is_authenticated:
        actions.set_language(user=request.user, language=language, by=request.user)
    else:
        request.session["language"] = language  # until somebody signs in
    return _speak(response, language)


@login_required
def choose_scope(request: HttpRequest) -> HttpResponse:
    """GET searches among many communes; POST chooses the unit or the year to work in."""
    scope = request.scope  # type: ignore[attr-defined]
    if request.method == "POST":
        if not scope.choose(unit=request.POST.get("unit", ""), year=request.POST.get("year", "")):
            messages.error(request, _("Không có đơn vị hoặc năm này trong phạm vi của bạn."))
        return HttpResponseRedirect(_back(request))
    words = " ".join(request.GET.get("q", "").split())
    found = scope.search(words) if words else scope.units
    return render(request, "office/accounts/scope.html", {"words": words, "found": found, "next": _back(request)})


def _back(request: HttpRequest) -> str:
    """The page the request came from, if it is one of ours."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if target and safe else reverse("office:home")


def _speak(response: HttpResponse, language: str) -> HttpResponse:
    """Remember the language on this machine, for the sign-in page too."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )
    return response
