"""Addresses under /dinh-duong/."""

from django.urls import path

from giamngheo.office.nutrition import listing, person, weighing

urlpatterns = [
    path("", listing.list_page, name="nutrition"),
    path("danh-sach.<slug:form>", listing.list_file, name="nutrition-file"),
    path("can-do/", weighing.weighing, name="nutrition-weighing"),
    path("phieu-can-do.xlsx", weighing.blank_form, name="nutrition-blank"),
    path("ty-le/", listing.rates_page, name="nutrition-rates"),
    path("ty-le.<slug:form>", listing.rates_file, name="nutrition-rates-file"),
    path("nguoi/<int:pk>/", person.growth_page, name="nutrition-person"),
    path("lan/<int:pk>/", person.measurement_page, name="nutrition-measurement"),
]
