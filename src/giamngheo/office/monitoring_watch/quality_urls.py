"""Addresses under /chat-luong-du-lieu/."""

from django.urls import path

from giamngheo.office.monitoring_watch import quality

urlpatterns = [
    path("", quality.page, name="quality"),
    path("<slug:key>/", quality.rows_page, name="quality-rows"),
]
