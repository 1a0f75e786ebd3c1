"""Addresses under /ke-hoach/."""

from django.urls import path

from giamngheo.office.planning import editing, heading, history, output, page, plans, results, uploads

urlpatterns = [
    path("", plans.plan_list, name="plans"),
    path("danh-sach.csv", plans.plan_table, {"form": "csv"}, name="plan-csv"),
    path("danh-sach.xlsx", plans.plan_table, {"form": "xlsx"}, name="plan-xlsx"),
    path("cach-xem/", plans.save_view, name="save-view"),
    path("cach-xem/<int:pk>/bo/", plans.remove_view, name="remove-view"),
    path("so-phat-hien/", plans.counts, name="counts"),
    path("tai-len/", uploads.upload, name="upload"),
    path("tai-len/<int:pk>/", uploads.upload_page, name="upload-page"),
    path("tai-len/<int:pk>/tien-trinh/", uploads.upload_progress, name="upload-progress"),
    path("tai-len/<int:pk>/dung/", uploads.upload_stop, name="upload-stop"),
    path("tai-len/<int:pk>/nhap/", uploads.upload_apply, name="upload-apply"),
    path("<int:pk>/", page.plan, name="plan"),
    path("<int:pk>/phat-hien/", page.findings, name="findings"),
    path("<int:pk>/quyet-dinh/", page.decide, name="decide"),
    path("<int:pk>/sua/<slug:anchor>/", editing.edit, name="edit"),
    path("<int:pk>/dau-van-ban/", heading.head, name="head"),
    path("<int:pk>/phan-a/", results.results, name="plan-results"),
    path("<int:pk>/ban-hanh/", heading.issue, name="issue"),
    path("<int:pk>/in/", output.printed, name="printed"),
    path("<int:pk>/trang-in/", output.paper, name="paper"),
    path("<int:pk>/tai-ve/<slug:form>/", output.download, name="download"),
    path("<int:pk>/con-lai/", output.leftovers, name="leftovers"),
    path("<int:pk>/lich-su/", history.history, name="history"),
    path("<int:pk>/lich-su/<int:number>/", history.version, name="version"),
    path("<int:pk>/lich-su/<int:number>/khoi-phuc/", history.restore, name="restore"),
]
