"""Error pages: what happened, why, and what to do now. A part of a page asked for by htmx gets a notice instead."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def _page(request: HttpRequest, status: int, title: str, why: str, now: str) -> HttpResponse:
    partial = request.headers.get("HX-Request") == "true"
    template = "office/errors/notice.html" if partial else "office/errors/page.html"
    try:
        response = render(request, template, {"title": title, "why": why, "now": now}, status=status)
    except Exception:  # the frame itself is what broke: say it without the frame
        return HttpResponse(f"{title}. {why} {now}", status=status, content_type="text/plain; charset=utf-8")
    if partial:
        response.headers["HX-Retarget"] = "#notices"
        response.headers["HX-Reswap"] = "innerHTML show:top"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent could not be read."""
    return _page(
        request, 400, _("Yêu cầu không đọc được"), _("Trang gửi lên những gì hệ thống không hiểu."),
        _("Tải lại trang và làm lại bước vừa rồi."),
    )  # fmt: skip


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the unit is the user's, the role does not allow it."""
    return _page(
        request, 403, _("Không có quyền làm việc này"),
        _("Tài khoản của bạn xem được đơn vị này nhưng vai trò không cho phép thao tác vừa chọn."),
        _("Nhờ người có vai trò phù hợp thực hiện, hoặc đề nghị quản trị cấp thêm vai trò."),
    )  # fmt: skip


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or it belongs to a unit that is not theirs."""
    return _page(
        request, 404, _("Không tìm thấy trang này"),
        _("Địa chỉ không có, hoặc nội dung thuộc đơn vị khác ngoài phạm vi của bạn."),
        _("Kiểm tra đơn vị và năm ở đầu trang, hoặc trở về trang đầu."),
    )  # fmt: skip


def broken(request: HttpRequest) -> HttpResponse:
    """500: our own mistake; no stack trace reaches the screen."""
    return _page(
        request, 500, _("Hệ thống gặp lỗi"),
        _("Thao tác vừa rồi không thực hiện được; dữ liệu đã lưu trước đó vẫn nguyên."),
        _("Thử lại sau ít phút. Nếu vẫn lỗi, báo quản trị kèm giờ xảy ra."),
    )  # fmt: skip


def busy(request: HttpRequest) -> HttpResponse:
    """503: somebody else writes and it takes long; nothing was written, and what was typed stays on this machine."""
    from giamngheo.households.importing import desk

    if desk.busy():
        title, why = _("Đang nhập danh sách, xin đợi"), _("Một danh sách hộ đang được ghi vào sổ; trong vài giây ấy "
                                                           "người khác chưa ghi được.")  # fmt: skip
    else:
        title, why = _("Hệ thống đang bận ghi"), _("Người khác đang ghi và việc ấy chưa xong.")
    response = _page(
        request, 503, title, why,
        _("Chưa có gì được ghi. Trở lại trang trước, đợi vài giây rồi gửi lại; những gì bạn gõ vẫn còn trên máy này."),
    )  # fmt: skip
    response.headers["Retry-After"] = "5"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is older than the session."""
    return _page(
        request, 403, _("Phiên làm việc đã cũ"),
        _("Trang này mở đã lâu hoặc bạn đã đăng nhập lại ở cửa sổ khác."),
        _("Tải lại trang rồi làm lại; nội dung đang gõ được giữ trên máy này."),
    )  # fmt: skip


def locked_out(request: HttpRequest, minutes: int, **_context: Any) -> HttpResponse:
    """429: too many wrong passwords; says how long to wait."""
    return _page(
        request, 429, _("Tạm khóa đăng nhập"),
        _("Mật khẩu sai quá nhiều lần với tên đăng nhập này."),
        _("Đợi %(minutes)d phút rồi thử lại, hoặc nhờ quản trị đặt lại mật khẩu.") % {"minutes": minutes},
    )  # fmt: skip
