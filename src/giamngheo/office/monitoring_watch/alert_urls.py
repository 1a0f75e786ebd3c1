"""Addresses under /canh-bao/."""

from django.urls import path

from giamngheo.office.monitoring_watch import alerts

urlpatterns = [
    path("", alerts.list_page, name="alerts"),
    path("tim/", alerts.run, name="alerts-run"),
    path("<int:pk>/", alerts.alert_page, name="alert"),
]
