"""Addresses under /ra-soat/giay-to/. `kind` is a key of review/papers/registry.py."""

from django.urls import path

from giamngheo.office.review_papers import background, papers, rounds

urlpatterns = [
    path("giay-to/dot/<int:pk>/", rounds.round_papers, name="review-papers"),
    path("giay-to/dot/<int:pk>/giay-chung-nhan/", background.order_certificates, name="review-certificates"),
    path("giay-to/dot/<int:pk>/phieu-giai-thich/", background.order_slips, name="review-slips"),
    path("giay-to/viec/<int:pk>/", background.page, name="review-paper-job"),
    path("giay-to/viec/<int:pk>/tien-trinh/", background.progress, name="review-paper-job-progress"),
    path("giay-to/viec/<int:pk>/dung/", background.stop, name="review-paper-job-stop"),
    path("giay-to/viec/<int:pk>/tep/", background.fetch, name="review-paper-job-file"),
    path("giay-to/<slug:kind>/<int:pk>/", papers.page, name="review-paper-page"),
    path("giay-to/<slug:kind>/<int:pk>.<slug:form>", papers.paper, name="review-paper"),
]
