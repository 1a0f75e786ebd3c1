"""Addresses under /ho-tro/."""

from django.urls import path

from giamngheo.office.support import delivery, due, evidence, giving, listing, statement

urlpatterns = [
    path("", listing.list_page, name="support"),
    path("danh-sach.<slug:form>", listing.list_file, name="support-file"),
    path("cach-xem/", listing.save_view, name="save-support-view"),
    path("cach-xem/<int:pk>/bo/", listing.remove_view, name="remove-support-view"),
    path("thuoc-dien/", due.due_page, name="support-due"),
    path("thuoc-dien.<slug:form>", due.due_file, name="support-due-file"),
    path("ghi/", giving.give, name="support-give"),
    path("lan/<int:pk>/", delivery.delivery_page, name="support-delivery"),
    path("minh-chung/<int:pk>/", evidence.further_file, name="support-further-evidence"),
    path("lan/<int:pk>/minh-chung/", evidence.delivery_file, name="support-evidence"),
    path("bang-ke/<slug:kind>/", statement.statement_page, name="support-statement"),
    path("bang-ke/<slug:kind>/tai.<slug:form>", statement.statement_file, name="support-statement-file"),
]
