"""Addresses under /bang-theo-doi/."""

from django.urls import path

from giamngheo.office.monitoring_watch import dashboards

urlpatterns = [
    path("", dashboards.commune_page, name="dashboard"),
    path("tinh/", dashboards.province_page, name="dashboard-province"),
    path("lanh-dao/", dashboards.leader_page, name="dashboard-leader"),
    path("bieu-do/<slug:slug>.<slug:form>", dashboards.chart_file, name="dashboard-chart"),
    path("tinh/bieu-do/<slug:slug>.<slug:form>", dashboards.province_chart_file, name="dashboard-province-chart"),
]
