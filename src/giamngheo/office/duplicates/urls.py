"""Addresses under /ho-dan/trung/."""

from django.urls import path

from giamngheo.office.duplicates import comparing, deciding, elsewhere, listing, running, whole

urlpatterns = [
    path("", listing.pair_list, name="duplicates"),
    path("danh-sach.csv", listing.pair_table, {"form": "csv"}, name="duplicates-csv"),
    path("danh-sach.xlsx", listing.pair_table, {"form": "xlsx"}, name="duplicates-xlsx"),
    path("tim/", running.start, name="duplicates-start"),
    path("tim/<int:pk>/tien-trinh/", running.progress, name="duplicates-progress"),
    path("tim/<int:pk>/dung/", running.stop, name="duplicates-stop"),
    path("xa-khac/", elsewhere.elsewhere, name="duplicates-elsewhere"),
    path("khac-nhau/", deciding.several, name="duplicates-distinct"),
    path("<int:pk>/", comparing.compare, name="duplicate"),
    path("<int:pk>/ca-ho/", whole.whole_households, name="duplicate-whole"),
    path("<int:pk>/khac-nhau/", deciding.one, name="duplicate-distinct"),
    path("<int:pk>/xem-lai/", deciding.again, name="duplicate-again"),
]
