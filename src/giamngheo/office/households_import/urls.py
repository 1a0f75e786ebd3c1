"""Addresses under /ho-dan/nhap-danh-sach/."""

from django.urls import path

from giamngheo.office.households_import import sending, views

urlpatterns = [
    path("", sending.send, name="list-import"),
    path("<int:pk>/", views.page, name="list-import-page"),
    path("<int:pk>/tien-trinh/", views.progress, name="list-import-progress"),
    path("<int:pk>/cot/", views.columns, name="list-import-map"),
    path("<int:pk>/nhap/", views.confirm, name="list-import-confirm"),
    path("<int:pk>/dung/", views.stop, name="list-import-stop"),
    path("<int:pk>/can-sua/", views.to_correct, name="list-import-corrected"),
    path("<int:pk>/hoan-tac/", views.undo, name="list-import-undo"),
]
