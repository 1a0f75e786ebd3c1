"""Addresses under /nhap-bang/."""

from django.urls import path

from giamngheo.office.sheets import views

urlpatterns = [
    path("<slug:book>/", views.send, name="sheet"),
    path("<slug:book>/mau.xlsx", views.template, name="sheet-template"),
    path("<slug:book>/lan/<int:pk>/", views.held_page, name="sheet-held"),
    path("<slug:book>/lan/<int:pk>/can-sua.xlsx", views.held_corrected, name="sheet-held-to-correct"),
]
