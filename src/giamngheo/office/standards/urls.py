"""Addresses under /ra-soat/."""

from django.urls import path

from giamngheo.office.standards import from_2027

urlpatterns = [
    path("tu-2027/", from_2027.page, name="from-2027"),
    path("tu-2027/mau/", from_2027.try_sample, name="from-2027-sample"),
    path("tu-2027/xoa/", from_2027.forget, name="from-2027-forget"),
    path("tu-2027/mau-danh-sach.xlsx", from_2027.template, name="from-2027-template"),
    path("tu-2027/danh-sach.csv", from_2027.table, {"form": "csv"}, name="from-2027-csv"),
    path("tu-2027/danh-sach.xlsx", from_2027.table, {"form": "xlsx"}, name="from-2027-xlsx"),
]
