"""Addresses under /sinh-ke/."""

from django.urls import path

from giamngheo.office.livelihood import due, listing, papers, project, proposing, tying

urlpatterns = [
    path("", listing.list_page, name="livelihood"),
    path("danh-sach.<slug:form>", listing.list_file, name="livelihood-file"),
    path("moi/", proposing.propose, name="livelihood-new"),
    path("theo-doi/", due.due_page, name="livelihood-due"),
    path("theo-doi/<int:pk>/<int:months>/", due.follow_up_page, name="livelihood-follow-up"),
    path("<int:pk>/van-ban/<slug:name>.<slug:form>", papers.paper, name="livelihood-paper"),
    path("<int:pk>/", project.project_page, name="livelihood-project"),
    path("<int:pk>/dau-viec/", tying.tie_page, name="livelihood-tie"),
]
