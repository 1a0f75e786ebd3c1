"""Addresses under /ra-soat/giay-to/. `kind` is a key of review/papers/registry.py."""

from django.urls import path

from giamngheo.office.review_papers import certificates, papers, rounds

urlpatterns = [
    path("giay-to/dot/<int:pk>/", rounds.round_papers, name="review-papers"),
    path("giay-to/dot/<int:pk>/giay-chung-nhan/", certificates.order, name="review-certificates"),
    path("giay-to/viec/<int:pk>/", certificates.page, name="review-paper-job"),
    path("giay-to/viec/<int:pk>/tien-trinh/", certificates.progress, name="review-paper-job-progress"),
    path("giay-to/viec/<int:pk>/dung/", certificates.stop, name="review-paper-job-stop"),
    path("giay-to/viec/<int:pk>/tep/", certificates.fetch, name="review-paper-job-file"),
    path("giay-to/<slug:kind>/<int:pk>/", papers.page, name="review-paper-page"),
    path("giay-to/<slug:kind>/<int:pk>.<slug:form>", papers.paper, name="review-paper"),
]
