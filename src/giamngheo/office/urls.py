"""Addresses of the staff screens, in Vietnamese as the officer reads them."""

from django.urls import include, path

from giamngheo.office import home
from giamngheo.office.accounts import views as accounts
from giamngheo.office.design import views as design
from giamngheo.office.monitoring_watch import boundaries

app_name = "office"

urlpatterns = [
    path("", home.home, name="home"),
    path("dang-nhap/", accounts.SignIn.as_view(), name="sign-in"),
    path("dang-xuat/", accounts.sign_out, name="sign-out"),
    path("mat-khau/", accounts.ChangePassword.as_view(), name="password"),
    path("ngon-ngu/", accounts.choose_language, name="language"),
    path("don-vi/", accounts.choose_scope, name="scope"),
    path("kieu-mau/", design.style_guide, name="style-guide"),
    path("ho-dan/", include("giamngheo.office.households.urls")),
    path("ke-hoach/", include("giamngheo.office.planning.urls")),
    path("ho-dan/trung/", include("giamngheo.office.duplicates.urls")),
    path("ho-dan/nhap-danh-sach/", include("giamngheo.office.households_import.urls")),
    path("kinh-phi/", include("giamngheo.office.funds.urls")),
    path("dinh-duong/", include("giamngheo.office.nutrition.urls")),
    path("truyen-thong/", include("giamngheo.office.outreach.urls")),
    path("ho-tro/", include("giamngheo.office.support.urls")),
    path("nhap-bang/", include("giamngheo.office.sheets.urls")),
    path("viec-lam/", include("giamngheo.office.labour.urls")),
    path("sinh-ke/", include("giamngheo.office.livelihood.urls")),
    path("giam-sat/khao-sat/", include("giamngheo.office.monitoring_surveys.urls")),
    path("giam-sat/", include("giamngheo.office.monitoring.urls")),
    path("chuong-trinh/", include("giamngheo.office.programme.urls")),
    path("bang-theo-doi/", include("giamngheo.office.monitoring_watch.dashboard_urls")),
    path("canh-bao/", include("giamngheo.office.monitoring_watch.alert_urls")),
    path("chat-luong-du-lieu/", include("giamngheo.office.monitoring_watch.quality_urls")),
    path("ranh-gioi/", boundaries.load_page, name="boundaries"),
    path("viec-can-lam/", include("giamngheo.office.todo.urls")),
    path("ra-soat/", include("giamngheo.office.standards.urls")),
    path("ra-soat/", include("giamngheo.office.review_papers.urls")),
    path("ra-soat/bao-cao/", include("giamngheo.office.review_reports.urls")),
    path("ra-soat/", include("giamngheo.office.review_survey.urls")),
    path("ra-soat/", include("giamngheo.office.review_deciding.urls")),
]
