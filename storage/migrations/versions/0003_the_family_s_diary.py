"""The family's diary"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "diary_use",
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column(
            "viewer",
            sa.Enum("guardian", "pupil", name="viewer", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("week_of", sa.Date(), nullable=False),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("looks >= 1", name=op.f("ck_diary_use_looks")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_diary_use_pupil_id")),
        sa.PrimaryKeyConstraint("pupil_id", "viewer", "week_of", name=op.f("pk_diary_use")),
    )
    op.create_table(
        "failing_notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("tell_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_by", sa.Integer(), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_failing_notice_rev")),
        sa.CheckConstraint("told_at IS NULL OR dropped_at IS NULL", name=op.f("ck_failing_notice_told_or_dropped")),
        sa.ForeignKeyConstraint(["held_by"], ["staff.id"], name=op.f("fk_failing_notice_held_by")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_failing_notice_pupil_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failing_notice")),
    )
    op.create_index("ix_failing_notice_pupil", "failing_notice", ["pupil_id", "found_at"], unique=False)
    op.create_index(
        "uq_failing_notice_open",
        "failing_notice",
        ["pupil_id"],
        unique=True,
        postgresql_where=sa.text("told_at IS NULL AND dropped_at IS NULL"),
    )
    op.create_table(
        "staff_use",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("week_of", sa.Date(), nullable=False),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("looks >= 1", name=op.f("ck_staff_use_looks")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_use_staff_id")),
        sa.PrimaryKeyConstraint("staff_id", "week_of", name=op.f("pk_staff_use")),
    )
    op.create_table(
        "class_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=64), server_default="", nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_class_event_rev")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_class_event_starts_before_ends")),
        sa.ForeignKeyConstraint(["class_id"], ["class_unit.id"], name=op.f("fk_class_event_class_id")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_class_event_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_event")),
    )
    op.create_index("ix_class_event_class", "class_event", ["class_id", "starts_at"], unique=False)
    op.create_table(
        "final_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "period",
                "year",
                "exam",
                "final",
                name="finalkind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("period_id", sa.Integer(), nullable=True),
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
            nullable=True,
        ),
        sa.Column("average", sa.Numeric(precision=4, scale=2), nullable=True),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("told_rev", sa.Integer(), server_default="0", nullable=False),
        sa.Column("told_value", sa.String(length=20), nullable=True),
        sa.CheckConstraint(
            "(kind = 'period') = (period_id IS NOT NULL)", name=op.f("ck_final_mark_period_of_a_period")
        ),
        sa.CheckConstraint("average BETWEEN 1 AND 5", name=op.f("ck_final_mark_average")),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_final_mark_rev")),
        sa.CheckConstraint("told_rev BETWEEN 0 AND rev", name=op.f("ck_final_mark_told_rev")),
        sa.ForeignKeyConstraint(["approved_by"], ["staff.id"], name=op.f("fk_final_mark_approved_by")),
        sa.ForeignKeyConstraint(["period_id"], ["study_period.id"], name=op.f("fk_final_mark_period_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_final_mark_pupil_id")),
        sa.ForeignKeyConstraint(["set_by"], ["staff.id"], name=op.f("fk_final_mark_set_by")),
        sa.ForeignKeyConstraint(["subject_id"], ["subject.id"], name=op.f("fk_final_mark_subject_id")),
        sa.ForeignKeyConstraint(["year_id"], ["study_year.id"], name=op.f("fk_final_mark_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_final_mark")),
        sa.UniqueConstraint(
            "pupil_id",
            "subject_id",
            "year_id",
            "kind",
            "period_id",
            name="uq_final_mark_natural_key",
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(
        "ix_final_mark_untold", "final_mark", ["set_at"], unique=False, postgresql_where=sa.text("told_rev < rev")
    )
    op.create_table(
        "individual_task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(length=4000), server_default="", nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.String(length=64), nullable=True),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_individual_task_rev")),
        sa.ForeignKeyConstraint(["given_by"], ["staff.id"], name=op.f("fk_individual_task_given_by")),
        sa.ForeignKeyConstraint(["load_id"], ["teaching_load.id"], name=op.f("fk_individual_task_load_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_individual_task")),
        sa.UniqueConstraint("source", name=op.f("uq_individual_task_source")),
    )
    op.create_index("ix_individual_task_load", "individual_task", ["load_id"], unique=False)
    op.create_table(
        "individual_answer_file",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_individual_answer_file_file_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_individual_answer_file_pupil_id")),
        sa.ForeignKeyConstraint(["task_id"], ["individual_task.id"], name=op.f("fk_individual_answer_file_task_id")),
        sa.PrimaryKeyConstraint("task_id", "pupil_id", "file_id", name=op.f("pk_individual_answer_file")),
    )
    op.create_index(op.f("ix_individual_answer_file_file_id"), "individual_answer_file", ["file_id"], unique=False)
    op.create_table(
        "individual_task_file",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_individual_task_file_file_id")),
        sa.ForeignKeyConstraint(["task_id"], ["individual_task.id"], name=op.f("fk_individual_task_file_task_id")),
        sa.PrimaryKeyConstraint("task_id", "file_id", name=op.f("pk_individual_task_file")),
    )
    op.create_index(op.f("ix_individual_task_file_file_id"), "individual_task_file", ["file_id"], unique=False)
    op.create_table(
        "individual_task_pupil",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(length=4000), server_default="", nullable=False),
        sa.Column("answer_source", sa.String(length=64), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("remark", sa.String(length=1000), server_default="", nullable=False),
        sa.Column("remarked_by", sa.Integer(), nullable=True),
        sa.Column("remarked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "num_nonnulls(remarked_by, remarked_at) IN (0, 2)",
            name=op.f("ck_individual_task_pupil_remarked_by_somebody"),
        ),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_individual_task_pupil_rev")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_individual_task_pupil_pupil_id")),
        sa.ForeignKeyConstraint(["remarked_by"], ["staff.id"], name=op.f("fk_individual_task_pupil_remarked_by")),
        sa.ForeignKeyConstraint(["task_id"], ["individual_task.id"], name=op.f("fk_individual_task_pupil_task_id")),
        sa.PrimaryKeyConstraint("task_id", "pupil_id", name=op.f("pk_individual_task_pupil")),
    )
    op.create_index(op.f("ix_individual_task_pupil_pupil_id"), "individual_task_pupil", ["pupil_id"], unique=False)
    op.create_table(
        "error_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("mark_id", sa.Integer(), nullable=True),
        sa.Column("said", sa.String(length=500), nullable=False),
        sa.Column("stood", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("corrected", "stands", name="reportanswer", native_enum=False, create_constraint=True, length=20),
            nullable=True,
        ),
        sa.Column("words", sa.String(length=500), server_default="", nullable=False),
        sa.Column("became", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "answer IS NULL OR withdrawn_at IS NULL", name=op.f("ck_error_report_answered_or_withdrawn")
        ),
        sa.CheckConstraint(
            "num_nonnulls(answer, answered_by, answered_at) IN (0, 3)",
            name=op.f("ck_error_report_answered_by_somebody"),
        ),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_error_report_rev")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_error_report_account_id")),
        sa.ForeignKeyConstraint(["answered_by"], ["staff.id"], name=op.f("fk_error_report_answered_by")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_error_report_guardian_id")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_error_report_lesson_id")),
        sa.ForeignKeyConstraint(["mark_id"], ["mark.id"], name=op.f("fk_error_report_mark_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_error_report_pupil_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_error_report")),
    )
    op.create_index("ix_error_report_lesson", "error_report", ["lesson_id"], unique=False)
    op.create_index(
        "ix_error_report_open",
        "error_report",
        ["due_on"],
        unique=False,
        postgresql_where=sa.text("answer IS NULL AND withdrawn_at IS NULL"),
    )
    op.create_index("ix_error_report_pupil", "error_report", ["pupil_id"], unique=False)
    op.create_index(
        "uq_error_report_open",
        "error_report",
        ["pupil_id", "lesson_id", "mark_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text("answer IS NULL AND withdrawn_at IS NULL"),
    )
    op.create_table(
        "homework_done",
        sa.Column("homework_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["homework_id"], ["homework.id"], name=op.f("fk_homework_done_homework_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_homework_done_pupil_id")),
        sa.PrimaryKeyConstraint("homework_id", "pupil_id", name=op.f("pk_homework_done")),
    )
    op.create_index(op.f("ix_homework_done_pupil_id"), "homework_done", ["pupil_id"], unique=False)
    op.create_table(
        "mark_news",
        sa.Column("mark_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("pupil_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("family_due", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("num_nonnulls(pupil_due, family_due) >= 1", name=op.f("ck_mark_news_somebody_waits")),
        sa.ForeignKeyConstraint(["mark_id"], ["mark.id"], name=op.f("fk_mark_news_mark_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_mark_news_pupil_id")),
        sa.PrimaryKeyConstraint("mark_id", name=op.f("pk_mark_news")),
    )
    op.create_index("ix_mark_news_pupil", "mark_news", ["pupil_id"], unique=False)
    op.add_column(
        "account",
        sa.Column(
            "mark_notices",
            sa.Enum(
                "at_once",
                "evening",
                "low",
                "off",
                name="marknotices",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            server_default="at_once",
            nullable=False,
        ),
    )
    op.add_column("account", sa.Column("evening_card", sa.Boolean(), nullable=True))
    op.add_column("account", sa.Column("evening_at", sa.Time(), server_default="19:00", nullable=False))
    op.add_column("account", sa.Column("evening_told_on", sa.Date(), nullable=True))
    op.add_column("account", sa.Column("week_card", sa.Boolean(), server_default=sa.text("true"), nullable=False))
    op.add_column("account", sa.Column("week_told_on", sa.Date(), nullable=True))
    op.add_column("account", sa.Column("homework_news", sa.Boolean(), server_default=sa.text("true"), nullable=False))
    op.add_column("account", sa.Column("timetable_news", sa.Boolean(), server_default=sa.text("true"), nullable=False))


def downgrade() -> None:
    op.drop_column("account", "timetable_news")
    op.drop_column("account", "homework_news")
    op.drop_column("account", "week_told_on")
    op.drop_column("account", "week_card")
    op.drop_column("account", "evening_told_on")
    op.drop_column("account", "evening_at")
    op.drop_column("account", "evening_card")
    op.drop_column("account", "mark_notices")
    op.drop_index("ix_mark_news_pupil", table_name="mark_news")
    op.drop_table("mark_news")
    op.drop_index(op.f("ix_homework_done_pupil_id"), table_name="homework_done")
    op.drop_table("homework_done")
    op.drop_index(
        "uq_error_report_open",
        table_name="error_report",
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text("answer IS NULL AND withdrawn_at IS NULL"),
    )
    op.drop_index("ix_error_report_pupil", table_name="error_report")
    op.drop_index(
        "ix_error_report_open",
        table_name="error_report",
        postgresql_where=sa.text("answer IS NULL AND withdrawn_at IS NULL"),
    )
    op.drop_index("ix_error_report_lesson", table_name="error_report")
    op.drop_table("error_report")
    op.drop_index(op.f("ix_individual_task_pupil_pupil_id"), table_name="individual_task_pupil")
    op.drop_table("individual_task_pupil")
    op.drop_index(op.f("ix_individual_task_file_file_id"), table_name="individual_task_file")
    op.drop_table("individual_task_file")
    op.drop_index(op.f("ix_individual_answer_file_file_id"), table_name="individual_answer_file")
    op.drop_table("individual_answer_file")
    op.drop_index("ix_individual_task_load", table_name="individual_task")
    op.drop_table("individual_task")
    op.drop_index("ix_final_mark_untold", table_name="final_mark", postgresql_where=sa.text("told_rev < rev"))
    op.drop_table("final_mark")
    op.drop_index("ix_class_event_class", table_name="class_event")
    op.drop_table("class_event")
    op.drop_table("staff_use")
    op.drop_index(
        "uq_failing_notice_open",
        table_name="failing_notice",
        postgresql_where=sa.text("told_at IS NULL AND dropped_at IS NULL"),
    )
    op.drop_index("ix_failing_notice_pupil", table_name="failing_notice")
    op.drop_table("failing_notice")
    op.drop_table("diary_use")
