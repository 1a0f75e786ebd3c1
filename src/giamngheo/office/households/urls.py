"""Addresses under /ho-dan/."""

from django.urls import path

from giamngheo.office.households import acting, adding, correcting, household, listing, person, saved, undoing

urlpatterns = [
    path("", listing.household_list, name="households"),
    path("danh-sach.csv", listing.household_table, {"form": "csv"}, name="household-csv"),
    path("danh-sach.xlsx", listing.household_table, {"form": "xlsx"}, name="household-xlsx"),
    path("cach-xem/", saved.save_view, name="save-household-view"),
    path("cach-xem/<int:pk>/bo/", saved.remove_view, name="remove-household-view"),
    path("them/", adding.add_household, name="household-add"),
    path("thay-doi/<int:pk>/hoan-tac/", undoing.undo, name="household-undo"),
    path("<int:pk>/", household.household, name="household"),
    path("<int:pk>/ghi/<slug:slug>/", acting.household_act, name="household-act"),
    path("nguoi/<int:pk>/", person.person, name="person"),
    path("nguoi/<int:pk>/dinh-chinh/", correcting.correct, name="person-correct"),
    path("nguoi/<int:pk>/so-dinh-danh/", person.reveal, name="reveal"),
]
