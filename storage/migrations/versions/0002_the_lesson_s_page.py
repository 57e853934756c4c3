"""The lesson's page"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "work_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter", sa.String(length=4), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("weight", sa.Numeric(precision=4, scale=2), nullable=False),
        sa.Column("written", sa.Boolean(), nullable=False),
        sa.Column("control", sa.Boolean(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("weight BETWEEN 0 AND 10", name=op.f("ck_work_kind_weight")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_kind")),
        sa.UniqueConstraint("letter", name=op.f("uq_work_kind_letter")),
        sa.UniqueConstraint("name", name=op.f("uq_work_kind_name")),
    )
    op.create_table(
        "marked_subject",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("grade_from", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("grade_to", sa.SmallInteger(), server_default="12", nullable=False),
        sa.CheckConstraint(
            "grade_from BETWEEN 1 AND 12 AND grade_to BETWEEN grade_from AND 12", name=op.f("ck_marked_subject_grades")
        ),
        sa.ForeignKeyConstraint(["subject_id"], ["subject.id"], name=op.f("fk_marked_subject_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marked_subject")),
        sa.UniqueConstraint(
            "subject_id", "grade_from", "grade_to", name=op.f("uq_marked_subject_subject_id_grade_from_grade_to")
        ),
    )
    op.create_table(
        "nudge",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("sent_by", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["sent_by"], ["staff.id"], name=op.f("fk_nudge_sent_by")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_nudge_staff_id")),
        sa.PrimaryKeyConstraint("staff_id", "on_date", name=op.f("pk_nudge")),
    )
    op.create_table(
        "regulation_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("body", sa.String(), server_default="", nullable=False),
        sa.Column("overrides", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("chosen_by", sa.Integer(), nullable=True),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chosen_by"], ["staff.id"], name=op.f("fk_regulation_choice_chosen_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulation_choice")),
    )
    op.create_index("ix_regulation_choice_since", "regulation_choice", ["since", "id"], unique=False)
    op.create_table(
        "regulation_file",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("brought_by", sa.Integer(), nullable=True),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["brought_by"], ["staff.id"], name=op.f("fk_regulation_file_brought_by")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_regulation_file")),
    )
    op.create_table(
        "entry_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("words", sa.String(length=4096), server_default="", nullable=False),
        sa.Column("rule", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "answer",
            sa.Enum("approved", "refused", name="requestanswer", native_enum=False, create_constraint=True, length=20),
            nullable=True,
        ),
        sa.Column("comment", sa.String(length=500), server_default="", nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(answer IS NULL) = (decided_at IS NULL)", name=op.f("ck_entry_request_answer_has_a_time")),
        sa.CheckConstraint(
            "(answer IS NULL) = (decided_by IS NULL)", name=op.f("ck_entry_request_answer_has_an_author")
        ),
        sa.CheckConstraint("(reason IS NULL) = (asked_at IS NULL)", name=op.f("ck_entry_request_reason_when_asked")),
        sa.CheckConstraint("answer IS NULL OR reason IS NOT NULL", name=op.f("ck_entry_request_answer_to_a_request")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_entry_request_account_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name=op.f("fk_entry_request_decided_by")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_entry_request_lesson_id")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_entry_request_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_request")),
    )
    op.create_index("ix_entry_request_lesson", "entry_request", ["lesson_id"], unique=False)
    op.create_index(op.f("ix_entry_request_made_by"), "entry_request", ["made_by"], unique=False)
    op.create_index(
        "ix_entry_request_open",
        "entry_request",
        ["asked_at"],
        unique=False,
        postgresql_where=sa.text("reason IS NOT NULL AND answer IS NULL"),
    )
    op.create_table(
        "homework",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("due_lesson_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("body", sa.String(length=4000), server_default="", nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=True),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("not_in_russian", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=True),
        sa.CheckConstraint("minutes BETWEEN 1 AND 600", name=op.f("ck_homework_minutes")),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_homework_rev")),
        sa.ForeignKeyConstraint(["due_lesson_id"], ["lesson.id"], name=op.f("fk_homework_due_lesson_id")),
        sa.ForeignKeyConstraint(["given_by"], ["staff.id"], name=op.f("fk_homework_given_by")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_homework_lesson_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_homework")),
        sa.UniqueConstraint("source", name=op.f("uq_homework_source")),
    )
    op.create_index("ix_homework_due", "homework", ["due_on"], unique=False)
    op.create_index("ix_homework_due_lesson", "homework", ["due_lesson_id"], unique=False)
    op.create_index("ix_homework_lesson", "homework", ["lesson_id"], unique=False)
    op.create_table(
        "lesson_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_lesson_change_lesson_id")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_lesson_change_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_change")),
    )
    op.create_index("ix_lesson_change_lesson", "lesson_change", ["lesson_id"], unique=False)
    op.create_index(
        "ix_lesson_change_untold",
        "lesson_change",
        ["made_at"],
        unique=False,
        postgresql_where=sa.text("told_at IS NULL"),
    )
    op.create_table(
        "lesson_work",
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Numeric(precision=4, scale=2), nullable=True),
        sa.Column("announced_by", sa.Integer(), nullable=False),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("weight BETWEEN 0 AND 10", name=op.f("ck_lesson_work_weight")),
        sa.ForeignKeyConstraint(["announced_by"], ["staff.id"], name=op.f("fk_lesson_work_announced_by")),
        sa.ForeignKeyConstraint(["kind_id"], ["work_kind.id"], name=op.f("fk_lesson_work_kind_id")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_lesson_work_lesson_id")),
        sa.PrimaryKeyConstraint("lesson_id", "kind_id", name=op.f("pk_lesson_work")),
    )
    op.create_table(
        "mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column(
            "value",
            sa.Enum(
                "5",
                "4",
                "3",
                "2",
                "1",
                "pass",
                "fail",
                "not_assessed",
                "exempt",
                "dot",
                name="markvalue",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("comment", sa.String(length=500), server_default="", nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["approved_by"], ["staff.id"], name=op.f("fk_mark_approved_by")),
        sa.ForeignKeyConstraint(["given_by"], ["staff.id"], name=op.f("fk_mark_given_by")),
        sa.ForeignKeyConstraint(["kind_id"], ["work_kind.id"], name=op.f("fk_mark_kind_id")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_mark_lesson_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_mark_pupil_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark")),
    )
    op.create_index("ix_mark_cell", "mark", ["lesson_id", "pupil_id"], unique=False)
    op.create_index("ix_mark_pupil", "mark", ["pupil_id"], unique=False, postgresql_where=sa.text("removed_at IS NULL"))
    op.create_table(
        "mark_cell",
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_mark_cell_rev")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_mark_cell_lesson_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_mark_cell_pupil_id")),
        sa.PrimaryKeyConstraint("lesson_id", "pupil_id", name=op.f("pk_mark_cell")),
    )
    op.create_index(op.f("ix_mark_cell_pupil_id"), "mark_cell", ["pupil_id"], unique=False)
    op.create_table(
        "quick_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("body", sa.String(length=4096), nullable=False),
        sa.Column("lesson_id", sa.Integer(), nullable=True),
        sa.Column("choices", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_quick_entry_rev")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_quick_entry_account_id")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_quick_entry_lesson_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_quick_entry_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quick_entry")),
    )
    op.create_index("uq_quick_entry_source", "quick_entry", ["account_id", "source"], unique=True)
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column(
            "about",
            sa.Enum(
                "progress", "behaviour", name="remarksubject", native_enum=False, create_constraint=True, length=20
            ),
            nullable=False,
        ),
        sa.Column(
            "tone",
            sa.Enum(
                "praise", "neutral", "blame", name="remarktone", native_enum=False, create_constraint=True, length=20
            ),
            nullable=False,
        ),
        sa.Column("body", sa.String(length=1000), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("not_in_russian", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["given_by"], ["staff.id"], name=op.f("fk_remark_given_by")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_remark_lesson_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_remark_pupil_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    op.create_index("ix_remark_lesson", "remark", ["lesson_id"], unique=False)
    op.create_index("ix_remark_pupil", "remark", ["pupil_id"], unique=False)
    op.create_table(
        "homework_file",
        sa.Column("homework_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_homework_file_file_id")),
        sa.ForeignKeyConstraint(["homework_id"], ["homework.id"], name=op.f("fk_homework_file_homework_id")),
        sa.PrimaryKeyConstraint("homework_id", "file_id", name=op.f("pk_homework_file")),
    )
    op.create_index(op.f("ix_homework_file_file_id"), "homework_file", ["file_id"], unique=False)
    op.create_table(
        "homework_pupil",
        sa.Column("homework_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["homework_id"], ["homework.id"], name=op.f("fk_homework_pupil_homework_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_homework_pupil_pupil_id")),
        sa.PrimaryKeyConstraint("homework_id", "pupil_id", name=op.f("pk_homework_pupil")),
    )
    op.create_index(op.f("ix_homework_pupil_pupil_id"), "homework_pupil", ["pupil_id"], unique=False)
    op.create_table(
        "plan_delivery",
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("hours", sa.Numeric(precision=4, scale=2), nullable=False),
        sa.CheckConstraint("hours > 0", name=op.f("ck_plan_delivery_hours")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_plan_delivery_lesson_id")),
        sa.ForeignKeyConstraint(["line_id"], ["plan_line.id"], name=op.f("fk_plan_delivery_line_id")),
        sa.PrimaryKeyConstraint("lesson_id", "line_id", name=op.f("pk_plan_delivery")),
    )
    op.create_index(op.f("ix_plan_delivery_line_id"), "plan_delivery", ["line_id"], unique=False)
    op.add_column("audit_entry", sa.Column("approved_by", sa.Integer(), nullable=True))
    op.add_column("audit_entry", sa.Column("reason", sa.String(length=500), nullable=True))
    op.create_foreign_key(op.f("fk_audit_entry_approved_by"), "audit_entry", "staff", ["approved_by"], ["id"])
    op.add_column("lesson", sa.Column("topic", sa.String(length=1000), server_default="", nullable=False))
    op.add_column(
        "lesson",
        sa.Column(
            "kind",
            sa.Enum(
                "lesson",
                "control",
                "laboratory",
                "practical",
                "excursion",
                name="lessonkind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
    )
    op.add_column("lesson", sa.Column("tasks", sa.String(length=1000), server_default="", nullable=False))
    op.add_column("lesson", sa.Column("ict", sa.String(length=500), nullable=True))
    op.add_column("lesson", sa.Column("no_homework", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("lesson", sa.Column("page_rev", sa.Integer(), server_default="0", nullable=False))
    op.add_column("lesson", sa.Column("not_in_russian", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("prompt", sa.Column("answer_ref", sa.String(length=32), nullable=True))
    op.add_column(
        "school", sa.Column("dot_counts_as_two", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.execute(
        "INSERT INTO regulation_choice (since, name, overrides, chosen_at)"
        " SELECT '2000-01-01', regulation, '{}', now() FROM school"
    )
    # Letters of field.md 2.7; weights of the published example there.
    op.bulk_insert(
        sa.table("work_kind", *(sa.column(c) for c in ("letter", "name", "weight", "written", "control", "position"))),
        [
            {
                "letter": letter,
                "name": name,
                "weight": weight,
                "written": written,
                "control": control,
                "position": place,
            }
            for place, (letter, name, weight, written, control) in enumerate(
                (
                    ("О", "Ответ на уроке", 1, False, False),
                    ("ДЗ", "Домашнее задание", 1, False, False),
                    ("С", "Самостоятельная работа", 1.2, True, False),
                    ("К", "Контрольная работа", 1.5, True, True),
                    ("Т", "Тестирование", 1, True, False),
                    ("Н", "Диктант", 1.4, True, False),
                    ("И", "Изложение", 1.4, True, False),
                    ("Ч", "Сочинение", 1.5, True, False),
                    ("Л", "Лабораторная работа", 1.3, True, False),
                    ("А", "Практическая работа", 1.3, True, False),
                    ("В", "Срезовая работа", 1.3, True, True),
                    ("З", "Зачёт", 1.5, False, False),
                    ("П", "Проект", 1, False, False),
                    ("Р", "Реферат", 1, True, False),
                    ("Д", "Домашняя работа", 1, True, False),
                ),
                start=1,
            )
        ],
    )
    op.drop_column("school", "regulation")
    op.add_column(
        "stored_file",
        sa.Column(
            "kind",
            sa.Enum(
                "photo", "voice", "document", name="filekind", native_enum=False, create_constraint=True, length=20
            ),
            server_default="document",
            nullable=False,
        ),
    )


def downgrade() -> None:
    op.drop_column("stored_file", "kind")
    op.add_column(
        "school",
        sa.Column(
            "regulation",
            sa.VARCHAR(length=64),
            server_default=sa.text("'default'::character varying"),
            autoincrement=False,
            nullable=False,
        ),
    )
    op.drop_column("school", "dot_counts_as_two")
    op.drop_column("prompt", "answer_ref")
    op.drop_column("lesson", "not_in_russian")
    op.drop_column("lesson", "page_rev")
    op.drop_column("lesson", "no_homework")
    op.drop_column("lesson", "ict")
    op.drop_column("lesson", "tasks")
    op.drop_column("lesson", "kind")
    op.drop_column("lesson", "topic")
    op.drop_constraint(op.f("fk_audit_entry_approved_by"), "audit_entry", type_="foreignkey")
    op.drop_column("audit_entry", "reason")
    op.drop_column("audit_entry", "approved_by")
    op.drop_index(op.f("ix_plan_delivery_line_id"), table_name="plan_delivery")
    op.drop_table("plan_delivery")
    op.drop_index(op.f("ix_homework_pupil_pupil_id"), table_name="homework_pupil")
    op.drop_table("homework_pupil")
    op.drop_index(op.f("ix_homework_file_file_id"), table_name="homework_file")
    op.drop_table("homework_file")
    op.drop_index("ix_remark_pupil", table_name="remark")
    op.drop_index("ix_remark_lesson", table_name="remark")
    op.drop_table("remark")
    op.drop_index("uq_quick_entry_source", table_name="quick_entry")
    op.drop_table("quick_entry")
    op.drop_index(op.f("ix_mark_cell_pupil_id"), table_name="mark_cell")
    op.drop_table("mark_cell")
    op.drop_index("ix_mark_pupil", table_name="mark", postgresql_where=sa.text("removed_at IS NULL"))
    op.drop_index("ix_mark_cell", table_name="mark")
    op.drop_table("mark")
    op.drop_table("lesson_work")
    op.drop_index("ix_lesson_change_untold", table_name="lesson_change", postgresql_where=sa.text("told_at IS NULL"))
    op.drop_index("ix_lesson_change_lesson", table_name="lesson_change")
    op.drop_table("lesson_change")
    op.drop_index("ix_homework_lesson", table_name="homework")
    op.drop_index("ix_homework_due_lesson", table_name="homework")
    op.drop_index("ix_homework_due", table_name="homework")
    op.drop_table("homework")
    op.drop_index(
        "ix_entry_request_open",
        table_name="entry_request",
        postgresql_where=sa.text("reason IS NOT NULL AND answer IS NULL"),
    )
    op.drop_index(op.f("ix_entry_request_made_by"), table_name="entry_request")
    op.drop_index("ix_entry_request_lesson", table_name="entry_request")
    op.drop_table("entry_request")
    op.drop_table("regulation_file")
    op.drop_index("ix_regulation_choice_since", table_name="regulation_choice")
    op.drop_table("regulation_choice")
    op.drop_table("nudge")
    op.drop_table("marked_subject")
    op.drop_table("work_kind")
