"""Addresses under /chuong-trinh/."""

from django.urls import path

from giamngheo.office.programme import board, committee, item, people, tasks

urlpatterns = [
    path("", board.board_page, name="work"),
    path("dau-viec.<slug:form>", board.board_file, name="work-file"),
    path("cay/", board.tree_page, name="programme-tree"),
    path("dau-viec/them/", item.new_item, name="work-new"),
    path("dau-viec/<int:pk>/", item.item_page, name="work-item"),
    path("dau-viec/<int:pk>/sua/", item.change_item, name="work-change"),
    path("dau-viec/<int:pk>/tien-do/", item.progress, name="work-progress"),
    path("dau-viec/<int:pk>/trang-thai/<slug:step>/", item.state, name="work-state"),
    path("minh-chung/<int:pk>/", item.evidence, name="evidence"),
    path("chuc-danh/", people.posts_page, name="posts"),
    path("chuc-danh/them/", people.new_post, name="post-new"),
    path("chuc-danh/<int:pk>/nguoi-giu/", people.new_holder, name="post-hold"),
    path("chuc-danh/thoi-giu/<int:pk>/", people.end_holder, name="post-end"),
    path("viec/", tasks.tasks_page, name="tasks"),
    path("viec.<slug:form>", tasks.tasks_file, name="tasks-file"),
    path("viec/giao/", tasks.new_task, name="task-new"),
    path("viec/<int:pk>/", tasks.task_page, name="task"),
    path("viec/<int:pk>/han/", tasks.task_deadline, name="task-deadline"),
    path("viec/<int:pk>/<slug:step>/", tasks.task_state, name="task-state"),
    path("ban-chi-dao/", committee.committee_page, name="committee"),
    path("ban-chi-dao/thanh-vien/", committee.new_member, name="committee-member"),
    path("ban-chi-dao/thoi/<int:pk>/", committee.end_member, name="committee-end"),
    path("ban-chi-dao/hop/", committee.new_meeting, name="committee-new-meeting"),
    path("ban-chi-dao/hop/<int:pk>/", committee.meeting_page, name="committee-meeting"),
    path("ban-chi-dao/hop/<int:pk>/so/", committee.number, name="committee-number"),
    path("ban-chi-dao/hop/<int:pk>/bien-ban.<slug:form>", committee.minutes_file, name="committee-minutes"),
    path("chi-dao/", committee.directives_page, name="directives"),
    path("chi-dao/them/", committee.new_directive, name="directive-new"),
    path("chi-dao/<int:pk>/", committee.directive_page, name="directive"),
]
