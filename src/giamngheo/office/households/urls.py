"""Addresses under /ho-dan/."""

from django.urls import path

from giamngheo.office.households import (
    acting,
    adding,
    circumstances,
    exporting,
    household,
    listing,
    location,
    merging,
    person,
    returning,
    saved,
    undoing,
)
from giamngheo.office.households.corrections import views as corrections

urlpatterns = [
    path("", listing.household_list, name="households"),
    path("danh-sach.csv", listing.household_table, {"form": "csv"}, name="household-csv"),
    path("danh-sach.xlsx", listing.household_table, {"form": "xlsx"}, name="household-xlsx"),
    path("tai-nguoi/", exporting.people, name="household-people"),
    path("cach-xem/", saved.save_view, name="save-household-view"),
    path("cach-xem/<int:pk>/bo/", saved.remove_view, name="remove-household-view"),
    path("them/", adding.add_household, name="household-add"),
    path("ho-tro-ve/", returning.take_in, name="household-return"),
    path("thay-doi/<int:pk>/hoan-tac/", undoing.undo, name="household-undo"),
    path("<int:pk>/", household.household, name="household"),
    path("<int:pk>/ghi/<slug:slug>/", acting.household_act, name="household-act"),
    path("<int:pk>/nhap-ho/", merging.merge, name="household-merge"),
    path("vi-tri/<int:pk>/", location.locate, name="address-locate"),
    path("dinh-chinh/<slug:kind>/<int:pk>/", corrections.correct_row, name="row-correct"),
    path("nguoi/<int:pk>/", person.person, name="person"),
    path("nguoi/<int:pk>/dinh-chinh/", corrections.correct_person, name="person-correct"),
    path("nguoi/<int:pk>/hoan-canh/", circumstances.add, name="circumstance-add"),
    path("hoan-canh/<int:pk>/ket-thuc/", circumstances.end, name="circumstance-end"),
    path("nguoi/<int:pk>/so-dinh-danh/", person.reveal, name="reveal"),
]
