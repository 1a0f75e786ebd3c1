"""Addresses under /ke-hoach/."""

from django.urls import path

from giamngheo.office.planning import plans

urlpatterns = [
    path("", plans.plan_list, name="plans"),
]
