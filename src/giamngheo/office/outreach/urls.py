"""Addresses under /truyen-thong/."""

from django.urls import path

from giamngheo.office.outreach import entering, listing

urlpatterns = [
    path("", listing.list_page, name="outreach"),
    path("danh-sach.<slug:form>", listing.list_file, name="outreach-file"),
    path("tong-hop/", listing.totals_page, name="outreach-totals"),
    path("tong-hop.<slug:form>", listing.totals_file, name="outreach-totals-file"),
    path("ghi/", entering.enter, name="outreach-enter"),
    path("viec/<int:pk>/", entering.event_page, name="outreach-event"),
    path("viec/<int:pk>/tep", entering.event_file, name="outreach-event-file"),
]
