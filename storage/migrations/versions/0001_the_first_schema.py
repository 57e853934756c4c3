"""The first schema"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column(
            "door",
            sa.Enum("staff", "family", name="door", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=True),
        sa.Column("quiet_to", sa.Time(), nullable=True),
        sa.Column("bell_cards", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("unreachable_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("channel", "door", "address", name=op.f("uq_account_channel_door_address")),
    )
    op.create_table(
        "code_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "door",
            sa.Enum("staff", "family", name="door", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_attempt")),
    )
    op.create_index(op.f("ix_code_attempt_at"), "code_attempt", ["at"], unique=False)
    op.create_index("ix_code_attempt_who", "code_attempt", ["door", "address", "at"], unique=False)
    op.create_table(
        "guardian",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("phone", sa.String(length=32), server_default="", nullable=False),
        sa.Column("email", sa.String(length=128), server_default="", nullable=False),
        sa.Column("surname", sa.String(length=64), nullable=False),
        sa.Column("given_name", sa.String(length=64), nullable=False),
        sa.Column("patronymic", sa.String(length=64), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guardian")),
    )
    op.create_table(
        "pupil",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_number", sa.String(length=32), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column(
            "sex",
            sa.Enum("male", "female", name="sex", native_enum=False, create_constraint=True, length=20),
            nullable=True,
        ),
        sa.Column("surname", sa.String(length=64), nullable=False),
        sa.Column("given_name", sa.String(length=64), nullable=False),
        sa.Column("patronymic", sa.String(length=64), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pupil")),
        sa.UniqueConstraint("file_number", name=op.f("uq_pupil_file_number")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_number", sa.String(length=32), nullable=False),
        sa.Column("position", sa.String(length=128), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=32), server_default="", nullable=False),
        sa.Column("email", sa.String(length=128), server_default="", nullable=False),
        sa.Column("hired", sa.Date(), nullable=True),
        sa.Column("dismissed", sa.Date(), nullable=True),
        sa.Column("surname", sa.String(length=64), nullable=False),
        sa.Column("given_name", sa.String(length=64), nullable=False),
        sa.Column("patronymic", sa.String(length=64), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("staff_number", name=op.f("uq_staff_staff_number")),
    )
    op.create_table(
        "study_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("starts < ends", name=op.f("ck_study_year_starts_before_ends")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_year")),
        sa.UniqueConstraint("name", name=op.f("uq_study_year_name")),
    )
    op.create_table(
        "subject",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("short_name", sa.String(length=32), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subject")),
        sa.UniqueConstraint("name", name=op.f("uq_subject_name")),
    )
    op.create_table(
        "tick",
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("what", "on_date", name=op.f("pk_tick")),
    )
    op.create_table(
        "access_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column(
            "door",
            sa.Enum("staff", "family", name="door", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("issued_by", sa.Integer(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_by", sa.Integer(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(door = 'staff') = (staff_id IS NOT NULL)", name=op.f("ck_access_code_holder_fits_door")),
        sa.CheckConstraint("(used_at IS NULL) = (used_by IS NULL)", name=op.f("ck_access_code_used_by_somebody")),
        sa.CheckConstraint("issued_at < expires_at", name=op.f("ck_access_code_expires_later")),
        sa.CheckConstraint("num_nonnulls(staff_id, guardian_id, pupil_id) = 1", name=op.f("ck_access_code_one_holder")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_access_code_guardian_id")),
        sa.ForeignKeyConstraint(["issued_by"], ["staff.id"], name=op.f("fk_access_code_issued_by")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_access_code_pupil_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_access_code_staff_id")),
        sa.ForeignKeyConstraint(["used_by"], ["account.id"], name=op.f("fk_access_code_used_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_code")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_access_code_code_hash")),
    )
    op.create_index(op.f("ix_access_code_guardian_id"), "access_code", ["guardian_id"], unique=False)
    op.create_index(op.f("ix_access_code_pupil_id"), "access_code", ["pupil_id"], unique=False)
    op.create_index(op.f("ix_access_code_staff_id"), "access_code", ["staff_id"], unique=False)
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=48), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_audit_entry_account_id")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_audit_entry_guardian_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_audit_entry_pupil_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_audit_entry_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index("ix_audit_at", "audit_entry", ["at"], unique=False)
    op.create_index("ix_audit_subject", "audit_entry", ["subject", "subject_id"], unique=False)
    op.create_table(
        "bell",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column("shift", sa.SmallInteger(), nullable=False),
        sa.Column("lesson_no", sa.SmallInteger(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("grade_from", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("grade_to", sa.SmallInteger(), server_default="12", nullable=False),
        sa.Column("weekday", sa.SmallInteger(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "grade_from BETWEEN 1 AND 12 AND grade_to BETWEEN grade_from AND 12", name=op.f("ck_bell_grades")
        ),
        sa.CheckConstraint("lesson_no BETWEEN 0 AND 15", name=op.f("ck_bell_lesson_no")),
        sa.CheckConstraint("starts < ends", name=op.f("ck_bell_starts_before_ends")),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("ck_bell_weekday")),
        sa.ForeignKeyConstraint(["year_id"], ["study_year.id"], name=op.f("fk_bell_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bell")),
        sa.UniqueConstraint(
            "year_id",
            "shift",
            "lesson_no",
            "grade_from",
            "grade_to",
            "weekday",
            "valid_from",
            name="uq_bell_natural_key",
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "class_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=15), nullable=False),
        sa.Column("key", sa.String(length=15), nullable=False),
        sa.Column("grade_level", sa.SmallInteger(), nullable=False),
        sa.Column("shift", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("class_leader_id", sa.Integer(), nullable=True),
        sa.Column("room", sa.String(length=32), server_default="", nullable=False),
        sa.CheckConstraint("grade_level BETWEEN 1 AND 12", name=op.f("ck_class_unit_grade_level")),
        sa.ForeignKeyConstraint(["class_leader_id"], ["staff.id"], name=op.f("fk_class_unit_class_leader_id")),
        sa.ForeignKeyConstraint(["year_id"], ["study_year.id"], name=op.f("fk_class_unit_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_unit")),
        sa.UniqueConstraint("year_id", "key", name=op.f("uq_class_unit_year_id_key")),
    )
    op.create_index(op.f("ix_class_unit_class_leader_id"), "class_unit", ["class_leader_id"], unique=False)
    op.create_table(
        "consent_wording",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("wording", sa.String(length=3500), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["staff.id"], name=op.f("fk_consent_wording_created_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_wording")),
        sa.UniqueConstraint("version", name=op.f("uq_consent_wording_version")),
    )
    op.create_table(
        "guardianship",
        sa.Column("guardian_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("kinship", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_guardianship_guardian_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_guardianship_pupil_id")),
        sa.PrimaryKeyConstraint("guardian_id", "pupil_id", name=op.f("pk_guardianship")),
    )
    op.create_index(op.f("ix_guardianship_pupil_id"), "guardianship", ["pupil_id"], unique=False)
    op.create_table(
        "holiday",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("grade_from", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("grade_to", sa.SmallInteger(), server_default="12", nullable=False),
        sa.CheckConstraint(
            "grade_from BETWEEN 1 AND 12 AND grade_to BETWEEN grade_from AND 12", name=op.f("ck_holiday_grades")
        ),
        sa.CheckConstraint("starts <= ends", name=op.f("ck_holiday_starts_before_ends")),
        sa.ForeignKeyConstraint(["year_id"], ["study_year.id"], name=op.f("fk_holiday_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday")),
        sa.UniqueConstraint(
            "year_id",
            "name",
            "starts",
            "grade_from",
            "grade_to",
            name=op.f("uq_holiday_year_id_name_starts_grade_from_grade_to"),
        ),
    )
    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("num_nonnulls(staff_id, guardian_id, pupil_id) = 1", name=op.f("ck_link_one_holder")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_link_account_id")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_link_guardian_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_link_pupil_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_link_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
    )
    op.create_index(
        "ix_link_guardian", "link", ["guardian_id"], unique=False, postgresql_where=sa.text("revoked_at IS NULL")
    )
    op.create_index("ix_link_pupil", "link", ["pupil_id"], unique=False, postgresql_where=sa.text("revoked_at IS NULL"))
    op.create_index("ix_link_staff", "link", ["staff_id"], unique=False, postgresql_where=sa.text("revoked_at IS NULL"))
    op.create_index(
        "uq_link_active_guardian",
        "link",
        ["account_id", "guardian_id"],
        unique=True,
        postgresql_where=sa.text("revoked_at IS NULL AND guardian_id IS NOT NULL"),
    )
    op.create_index(
        "uq_link_active_pupil",
        "link",
        ["account_id", "pupil_id"],
        unique=True,
        postgresql_where=sa.text("revoked_at IS NULL AND pupil_id IS NOT NULL"),
    )
    op.create_index(
        "uq_link_active_staff",
        "link",
        ["account_id"],
        unique=True,
        postgresql_where=sa.text("revoked_at IS NULL AND staff_id IS NOT NULL"),
    )
    op.create_table(
        "prompt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("message_ref", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_prompt_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prompt")),
        sa.UniqueConstraint("account_id", "message_ref", name=op.f("uq_prompt_account_id_message_ref")),
    )
    op.create_table(
        "school",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=255), server_default="", nullable=False),
        sa.Column("short_name", sa.String(length=64), server_default="", nullable=False),
        sa.Column("city", sa.String(length=64), server_default="", nullable=False),
        sa.Column("time_zone", sa.String(length=64), server_default="Europe/Moscow", nullable=False),
        sa.Column("regulation", sa.String(length=64), server_default="default", nullable=False),
        sa.Column("days_in_week", sa.SmallInteger(), server_default="6", nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=True),
        sa.Column("code_salt", sa.LargeBinary(), nullable=False),
        sa.Column("absence_grace_s", sa.Integer(), server_default="60", nullable=False),
        sa.Column("settled_grace_s", sa.Integer(), server_default="10", nullable=False),
        sa.Column("silence_min", sa.Integer(), server_default="20", nullable=False),
        sa.Column("first_reminder", sa.Time(), server_default="18:00", nullable=False),
        sa.Column("second_reminder", sa.Time(), server_default="20:30", nullable=False),
        sa.Column("overdue_report", sa.Time(), server_default="21:00", nullable=False),
        sa.CheckConstraint(
            "absence_grace_s BETWEEN 0 AND 600 AND settled_grace_s BETWEEN 0 AND absence_grace_s",
            name=op.f("ck_school_graces"),
        ),
        sa.CheckConstraint("days_in_week IN (5, 6)", name=op.f("ck_school_days_in_week")),
        sa.CheckConstraint("id = 1", name=op.f("ck_school_one_school")),
        sa.CheckConstraint("silence_min BETWEEN 1 AND 240", name=op.f("ck_school_silence")),
        sa.ForeignKeyConstraint(["year_id"], ["study_year.id"], name=op.f("fk_school_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school")),
    )
    op.create_table(
        "staff_role",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "administrator",
                "director",
                "deputy_head",
                "secretary",
                "teacher",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_role_staff_id")),
        sa.PrimaryKeyConstraint("staff_id", "role", name=op.f("pk_staff_role")),
    )
    op.create_table(
        "stored_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("mime", sa.String(length=128), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("page_of", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=32), nullable=True),
        sa.Column("album", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_stored_file_account_id")),
        sa.ForeignKeyConstraint(["page_of"], ["stored_file.id"], name=op.f("fk_stored_file_page_of")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_file")),
        sa.UniqueConstraint("account_id", "source", name=op.f("uq_stored_file_account_id_source")),
    )
    op.create_index(op.f("ix_stored_file_page_of"), "stored_file", ["page_of"], unique=False)
    op.create_table(
        "study_period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "quarter",
                "trimester",
                "half_year",
                "year",
                name="periodkind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("grade_from", sa.SmallInteger(), nullable=False),
        sa.Column("grade_to", sa.SmallInteger(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.text("int4range(grade_from, grade_to, '[]')"), "&&"),
            (sa.text("daterange(starts, ends, '[]')"), "&&"),
            where=sa.text("kind <> 'year'"),
            using="gist",
            name="ex_study_period_overlap",
        ),
        sa.CheckConstraint(
            "grade_from BETWEEN 1 AND 12 AND grade_to BETWEEN grade_from AND 12", name=op.f("ck_study_period_grades")
        ),
        sa.CheckConstraint("starts <= ends", name=op.f("ck_study_period_starts_before_ends")),
        sa.ForeignKeyConstraint(["year_id"], ["study_year.id"], name=op.f("fk_study_period_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_period")),
        sa.UniqueConstraint(
            "year_id", "name", "grade_from", "grade_to", name=op.f("uq_study_period_year_id_name_grade_from_grade_to")
        ),
    )
    op.create_table(
        "teaching_load",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=False),
        sa.Column("group_name", sa.String(length=32), server_default="", nullable=False),
        sa.Column("hours_per_week", sa.Numeric(precision=4, scale=2), nullable=False),
        sa.CheckConstraint("hours_per_week > 0 AND hours_per_week <= 40", name=op.f("ck_teaching_load_hours")),
        sa.ForeignKeyConstraint(["subject_id"], ["subject.id"], name=op.f("fk_teaching_load_subject_id")),
        sa.ForeignKeyConstraint(["teacher_id"], ["staff.id"], name=op.f("fk_teaching_load_teacher_id")),
        sa.ForeignKeyConstraint(["year_id"], ["study_year.id"], name=op.f("fk_teaching_load_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teaching_load")),
    )
    op.create_index(op.f("ix_teaching_load_teacher_id"), "teaching_load", ["teacher_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("wording_id", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "given",
                "refused",
                "withdrawn",
                name="consentanswer",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("num_nonnulls(guardian_id, pupil_id) = 1", name=op.f("ck_consent_one_person")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_consent_account_id")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_consent_guardian_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_consent_pupil_id")),
        sa.ForeignKeyConstraint(["wording_id"], ["consent_wording.id"], name=op.f("fk_consent_wording_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index("ix_consent_guardian", "consent", ["guardian_id", "id"], unique=False)
    op.create_index("ix_consent_pupil", "consent", ["pupil_id", "id"], unique=False)
    op.create_table(
        "course_plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=True),
        sa.Column("grade_level", sa.SmallInteger(), nullable=True),
        sa.Column("group_name", sa.String(length=32), server_default="", nullable=False),
        sa.CheckConstraint("(class_id IS NULL) <> (grade_level IS NULL)", name=op.f("ck_course_plan_class_or_grade")),
        sa.ForeignKeyConstraint(["class_id"], ["class_unit.id"], name=op.f("fk_course_plan_class_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subject.id"], name=op.f("fk_course_plan_subject_id")),
        sa.ForeignKeyConstraint(["year_id"], ["study_year.id"], name=op.f("fk_course_plan_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_plan")),
        sa.UniqueConstraint(
            "year_id",
            "subject_id",
            "class_id",
            "grade_level",
            "group_name",
            name="uq_course_plan_natural_key",
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "enrolment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        postgresql.ExcludeConstraint(
            (sa.text("int4range(pupil_id, pupil_id, '[]')"), "&&"),
            (sa.text("daterange(starts, ends, '[]')"), "&&"),
            using="gist",
            name="ex_enrolment_one_class_at_a_time",
        ),
        sa.CheckConstraint("ends IS NULL OR starts <= ends", name=op.f("ck_enrolment_starts_before_ends")),
        sa.ForeignKeyConstraint(["class_id"], ["class_unit.id"], name=op.f("fk_enrolment_class_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_enrolment_pupil_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
    )
    op.create_index(op.f("ix_enrolment_class_id"), "enrolment", ["class_id"], unique=False)
    op.create_index(op.f("ix_enrolment_pupil_id"), "enrolment", ["pupil_id"], unique=False)
    op.create_table(
        "group_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        postgresql.ExcludeConstraint(
            (sa.text("int4range(pupil_id, pupil_id, '[]')"), "&&"),
            (sa.text("int4range(subject_id, subject_id, '[]')"), "&&"),
            (sa.text("daterange(starts, ends, '[]')"), "&&"),
            using="gist",
            name="ex_group_member_one_group_at_a_time",
        ),
        sa.CheckConstraint("ends IS NULL OR starts <= ends", name=op.f("ck_group_member_starts_before_ends")),
        sa.ForeignKeyConstraint(["load_id"], ["teaching_load.id"], name=op.f("fk_group_member_load_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_group_member_pupil_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subject.id"], name=op.f("fk_group_member_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_member")),
    )
    op.create_index(op.f("ix_group_member_load_id"), "group_member", ["load_id"], unique=False)
    op.create_index(op.f("ix_group_member_pupil_id"), "group_member", ["pupil_id"], unique=False)
    op.create_table(
        "lesson",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("origin_date", sa.Date(), nullable=False),
        sa.Column("origin_no", sa.SmallInteger(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("lesson_no", sa.SmallInteger(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("room", sa.String(length=32), server_default="", nullable=False),
        sa.Column("planned_room", sa.String(length=32), server_default="", nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=False),
        sa.Column("substituted_for_id", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum("planned", "cancelled", name="lessonstatus", native_enum=False, create_constraint=True, length=20),
            server_default="planned",
            nullable=False,
        ),
        sa.Column("roll_taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("roll_taken_by", sa.Integer(), nullable=True),
        sa.Column("roll_rev", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "(roll_taken_at IS NULL) = (roll_taken_by IS NULL)", name=op.f("ck_lesson_roll_taken_by_somebody")
        ),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_lesson_starts_before_ends")),
        sa.ForeignKeyConstraint(["load_id"], ["teaching_load.id"], name=op.f("fk_lesson_load_id")),
        sa.ForeignKeyConstraint(["roll_taken_by"], ["staff.id"], name=op.f("fk_lesson_roll_taken_by")),
        sa.ForeignKeyConstraint(["substituted_for_id"], ["staff.id"], name=op.f("fk_lesson_substituted_for_id")),
        sa.ForeignKeyConstraint(["teacher_id"], ["staff.id"], name=op.f("fk_lesson_teacher_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson")),
        sa.UniqueConstraint(
            "load_id", "origin_date", "origin_no", name=op.f("uq_lesson_load_id_origin_date_origin_no")
        ),
    )
    op.create_index("ix_lesson_day", "lesson", ["on_date"], unique=False)
    op.create_index("ix_lesson_load_day", "lesson", ["load_id", "on_date"], unique=False)
    op.create_index("ix_lesson_teacher_day", "lesson", ["teacher_id", "on_date"], unique=False)
    op.create_table(
        "load_class",
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("group_name", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["class_unit.id"], name=op.f("fk_load_class_class_id")),
        sa.ForeignKeyConstraint(
            ["load_id"], ["teaching_load.id"], name=op.f("fk_load_class_load_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["subject_id"], ["subject.id"], name=op.f("fk_load_class_subject_id")),
        sa.PrimaryKeyConstraint("load_id", "class_id", name=op.f("pk_load_class")),
        sa.UniqueConstraint(
            "class_id", "subject_id", "group_name", name=op.f("uq_load_class_class_id_subject_id_group_name")
        ),
    )
    op.create_index(op.f("ix_load_class_class_id"), "load_class", ["class_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "door",
            sa.Enum("staff", "family", name="door", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=True),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("dedupe_key", sa.String(length=128), nullable=False),
        sa.Column("order_key", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "pending",
                "sending",
                "sent",
                "failed",
                "superseded",
                "expired",
                name="delivery",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            server_default="pending",
            nullable=False,
        ),
        sa.Column("attempts", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_ref", sa.String(length=32), nullable=True),
        sa.Column("error", sa.String(length=255), nullable=True),
        sa.CheckConstraint(
            "(status = 'sending') = (lease_until IS NOT NULL)", name=op.f("ck_outbox_lease_while_sending")
        ),
        sa.CheckConstraint("due_at <= expires_at", name=op.f("ck_outbox_expires_after_due")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_outbox_account_id")),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"], name=op.f("fk_outbox_link_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_outbox_dedupe_key")),
    )
    op.create_index(op.f("ix_outbox_account_id"), "outbox", ["account_id"], unique=False)
    op.create_index(
        "ix_outbox_due",
        "outbox",
        ["door", "priority", "due_at", "id"],
        unique=False,
        postgresql_where=sa.text("status IN ('pending', 'sending')"),
    )
    op.create_index(
        "ix_outbox_order",
        "outbox",
        ["order_key", "id"],
        unique=False,
        postgresql_where=sa.text("status IN ('pending', 'sending')"),
    )
    op.create_index("ix_outbox_subject", "outbox", ["kind", "subject_id"], unique=False)
    op.create_table(
        "timetable_slot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("lesson_no", sa.SmallInteger(), nullable=False),
        sa.Column("room", sa.String(length=32), server_default="", nullable=False),
        sa.Column(
            "parity",
            sa.Enum("every", "odd", "even", name="weekparity", native_enum=False, create_constraint=True, length=20),
            server_default="every",
            nullable=False,
        ),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("lesson_no BETWEEN 0 AND 15", name=op.f("ck_timetable_slot_lesson_no")),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to", name=op.f("ck_timetable_slot_valid")
        ),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("ck_timetable_slot_weekday")),
        sa.ForeignKeyConstraint(["load_id"], ["teaching_load.id"], name=op.f("fk_timetable_slot_load_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timetable_slot")),
        sa.UniqueConstraint(
            "load_id",
            "weekday",
            "lesson_no",
            "parity",
            "valid_from",
            name="uq_timetable_slot_natural_key",
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "absence_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("first_lesson_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "statement",
            sa.Enum(
                "ill",
                "family",
                "late",
                "unknown",
                name="statement",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("stated_by", sa.Integer(), nullable=True),
        sa.Column("stated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("escalated_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(statement IS NULL) = (stated_at IS NULL)", name=op.f("ck_absence_case_statement_has_a_time")
        ),
        sa.ForeignKeyConstraint(["first_lesson_id"], ["lesson.id"], name=op.f("fk_absence_case_first_lesson_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_absence_case_pupil_id")),
        sa.ForeignKeyConstraint(["stated_by"], ["guardian.id"], name=op.f("fk_absence_case_stated_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_case")),
    )
    op.create_index("ix_absence_case_pupil_day", "absence_case", ["pupil_id", "on_date"], unique=False)
    op.create_index(
        "ix_absence_case_unanswered",
        "absence_case",
        ["opened_at"],
        unique=False,
        postgresql_where=sa.text("closed_at IS NULL AND statement IS NULL AND escalated_at IS NULL"),
    )
    op.create_table(
        "plan_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("topic", sa.String(length=1000), nullable=False),
        sa.Column("hours", sa.Numeric(precision=4, scale=2), server_default="1", nullable=False),
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
            server_default="lesson",
            nullable=False,
        ),
        sa.Column("homework", sa.String(length=1000), server_default="", nullable=False),
        sa.CheckConstraint("hours > 0", name=op.f("ck_plan_line_hours")),
        sa.ForeignKeyConstraint(["plan_id"], ["course_plan.id"], name=op.f("fk_plan_line_plan_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_line")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_plan_line_plan_id_number")),
    )
    op.create_table(
        "absence_notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column(
            "reason",
            sa.Enum(
                "illness",
                "excused",
                "unexcused",
                name="absencereason",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=500), server_default="", nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("(guardian_id IS NULL) <> (staff_id IS NULL)", name=op.f("ck_absence_notice_one_author")),
        sa.CheckConstraint("ends IS NULL OR starts <= ends", name=op.f("ck_absence_notice_starts_before_ends")),
        sa.ForeignKeyConstraint(["case_id"], ["absence_case.id"], name=op.f("fk_absence_notice_case_id")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_absence_notice_file_id")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_absence_notice_guardian_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_absence_notice_pupil_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_absence_notice_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_notice")),
    )
    op.create_index(
        "ix_absence_notice_pupil",
        "absence_notice",
        ["pupil_id"],
        unique=False,
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.create_table(
        "attendance",
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("present", "absent", "late", name="presence", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("minutes", sa.SmallInteger(), nullable=True),
        sa.Column(
            "reason",
            sa.Enum(
                "illness",
                "excused",
                "unexcused",
                name="absencereason",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("note", sa.String(length=500), server_default="", nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("case_id IS NULL OR status = 'absent'", name=op.f("ck_attendance_case_when_absent")),
        sa.CheckConstraint(
            "minutes IS NULL OR (status = 'late' AND minutes BETWEEN 1 AND 90)",
            name=op.f("ck_attendance_minutes_when_late"),
        ),
        sa.CheckConstraint("reason IS NULL OR status = 'absent'", name=op.f("ck_attendance_reason_when_absent")),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_attendance_rev")),
        sa.ForeignKeyConstraint(["case_id"], ["absence_case.id"], name=op.f("fk_attendance_case_id")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_attendance_lesson_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_attendance_pupil_id")),
        sa.PrimaryKeyConstraint("lesson_id", "pupil_id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_case_id"), "attendance", ["case_id"], unique=False)
    op.create_index(op.f("ix_attendance_pupil_id"), "attendance", ["pupil_id"], unique=False)
    op.execute(
        "INSERT INTO school (id, code_salt) VALUES (1, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))"
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_attendance_pupil_id"), table_name="attendance")
    op.drop_index(op.f("ix_attendance_case_id"), table_name="attendance")
    op.drop_table("attendance")
    op.drop_index(
        "ix_absence_notice_pupil", table_name="absence_notice", postgresql_where=sa.text("withdrawn_at IS NULL")
    )
    op.drop_table("absence_notice")
    op.drop_table("plan_line")
    op.drop_index(
        "ix_absence_case_unanswered",
        table_name="absence_case",
        postgresql_where=sa.text("closed_at IS NULL AND statement IS NULL AND escalated_at IS NULL"),
    )
    op.drop_index("ix_absence_case_pupil_day", table_name="absence_case")
    op.drop_table("absence_case")
    op.drop_table("timetable_slot")
    op.drop_index("ix_outbox_subject", table_name="outbox")
    op.drop_index("ix_outbox_order", table_name="outbox", postgresql_where=sa.text("status IN ('pending', 'sending')"))
    op.drop_index("ix_outbox_due", table_name="outbox", postgresql_where=sa.text("status IN ('pending', 'sending')"))
    op.drop_index(op.f("ix_outbox_account_id"), table_name="outbox")
    op.drop_table("outbox")
    op.drop_index(op.f("ix_load_class_class_id"), table_name="load_class")
    op.drop_table("load_class")
    op.drop_index("ix_lesson_teacher_day", table_name="lesson")
    op.drop_index("ix_lesson_load_day", table_name="lesson")
    op.drop_index("ix_lesson_day", table_name="lesson")
    op.drop_table("lesson")
    op.drop_index(op.f("ix_group_member_pupil_id"), table_name="group_member")
    op.drop_index(op.f("ix_group_member_load_id"), table_name="group_member")
    op.drop_table("group_member")
    op.drop_index(op.f("ix_enrolment_pupil_id"), table_name="enrolment")
    op.drop_index(op.f("ix_enrolment_class_id"), table_name="enrolment")
    op.drop_table("enrolment")
    op.drop_table("course_plan")
    op.drop_index("ix_consent_pupil", table_name="consent")
    op.drop_index("ix_consent_guardian", table_name="consent")
    op.drop_table("consent")
    op.drop_index(op.f("ix_teaching_load_teacher_id"), table_name="teaching_load")
    op.drop_table("teaching_load")
    op.drop_table("study_period")
    op.drop_index(op.f("ix_stored_file_page_of"), table_name="stored_file")
    op.drop_table("stored_file")
    op.drop_table("staff_role")
    op.drop_table("school")
    op.drop_table("prompt")
    op.drop_index(
        "uq_link_active_staff",
        table_name="link",
        postgresql_where=sa.text("revoked_at IS NULL AND staff_id IS NOT NULL"),
    )
    op.drop_index(
        "uq_link_active_pupil",
        table_name="link",
        postgresql_where=sa.text("revoked_at IS NULL AND pupil_id IS NOT NULL"),
    )
    op.drop_index(
        "uq_link_active_guardian",
        table_name="link",
        postgresql_where=sa.text("revoked_at IS NULL AND guardian_id IS NOT NULL"),
    )
    op.drop_index("ix_link_staff", table_name="link", postgresql_where=sa.text("revoked_at IS NULL"))
    op.drop_index("ix_link_pupil", table_name="link", postgresql_where=sa.text("revoked_at IS NULL"))
    op.drop_index("ix_link_guardian", table_name="link", postgresql_where=sa.text("revoked_at IS NULL"))
    op.drop_table("link")
    op.drop_table("holiday")
    op.drop_index(op.f("ix_guardianship_pupil_id"), table_name="guardianship")
    op.drop_table("guardianship")
    op.drop_table("consent_wording")
    op.drop_index(op.f("ix_class_unit_class_leader_id"), table_name="class_unit")
    op.drop_table("class_unit")
    op.drop_table("bell")
    op.drop_index("ix_audit_subject", table_name="audit_entry")
    op.drop_index("ix_audit_at", table_name="audit_entry")
    op.drop_table("audit_entry")
    op.drop_index(op.f("ix_access_code_staff_id"), table_name="access_code")
    op.drop_index(op.f("ix_access_code_pupil_id"), table_name="access_code")
    op.drop_index(op.f("ix_access_code_guardian_id"), table_name="access_code")
    op.drop_table("access_code")
    op.drop_table("tick")
    op.drop_table("subject")
    op.drop_table("study_year")
    op.drop_table("staff")
    op.drop_table("pupil")
    op.drop_table("guardian")
    op.drop_index("ix_code_attempt_who", table_name="code_attempt")
    op.drop_index(op.f("ix_code_attempt_at"), table_name="code_attempt")
    op.drop_table("code_attempt")
    op.drop_table("account")
