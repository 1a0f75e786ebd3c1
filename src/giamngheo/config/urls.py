"""All addresses of the site, and its error pages."""

from django.urls import include, path

urlpatterns = [
    path("", include("giamngheo.office.urls")),
]

handler400 = "giamngheo.office.errors.bad_request"
handler403 = "giamngheo.office.errors.forbidden"
handler404 = "giamngheo.office.errors.not_found"
handler500 = "giamngheo.office.errors.broken"
