"""The word between school and home"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account_pin",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("pin_hash", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("after_minutes", sa.SmallInteger(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("misses", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("after_minutes BETWEEN 1 AND 1440", name=op.f("ck_account_pin_after_minutes")),
        sa.CheckConstraint("misses >= 0", name=op.f("ck_account_pin_misses")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_account_pin_account_id")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_account_pin")),
    )
    op.create_table(
        "announcement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.String(length=4000), server_default="", nullable=False),
        sa.Column("spans", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False),
        sa.Column("audience", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False),
        sa.Column("urgent", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("urgent_reason", sa.String(length=200), server_default="", nullable=False),
        sa.Column(
            "acknowledgement",
            sa.Enum(
                "none",
                "read",
                "choice",
                "number",
                name="acknowledgement",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            server_default="none",
            nullable=False,
        ),
        sa.Column("choices", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False),
        sa.Column("publish_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("source", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "num_nonnulls(withdrawn_by, withdrawn_at) IN (0, 2)", name=op.f("ck_announcement_withdrawn_by_somebody")
        ),
        sa.CheckConstraint(
            "published_at IS NULL OR confirmed_at IS NOT NULL", name=op.f("ck_announcement_confirmed_before_published")
        ),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_announcement_rev")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_announcement_made_by")),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["staff.id"], name=op.f("fk_announcement_withdrawn_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement")),
        sa.UniqueConstraint("source", name=op.f("uq_announcement_source")),
    )
    op.create_index(
        "ix_announcement_board",
        "announcement",
        ["ends_on"],
        unique=False,
        postgresql_where=sa.text("published_at IS NOT NULL"),
    )
    op.create_index("ix_announcement_made_by", "announcement", ["made_by", "id"], unique=False)
    op.create_index(
        "ix_announcement_waits",
        "announcement",
        ["publish_at"],
        unique=False,
        postgresql_where=sa.text("confirmed_at IS NOT NULL AND published_at IS NULL AND withdrawn_at IS NULL"),
    )
    op.create_table(
        "card_confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_by", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["confirmed_by"], ["staff.id"], name=op.f("fk_card_confirmation_confirmed_by")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_card_confirmation_pupil_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_confirmation")),
    )
    op.create_index("ix_card_confirmation_pupil", "card_confirmation", ["pupil_id", "confirmed_at"], unique=False)
    op.create_table(
        "contact_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("contacts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("accepted", "refused", name="proposalanswer", native_enum=False, create_constraint=True, length=20),
            nullable=True,
        ),
        sa.Column("words", sa.String(length=300), server_default="", nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "answer IS NULL OR withdrawn_at IS NULL", name=op.f("ck_contact_proposal_answered_or_withdrawn")
        ),
        sa.CheckConstraint(
            "num_nonnulls(answer, answered_by, answered_at) IN (0, 3)",
            name=op.f("ck_contact_proposal_answered_by_somebody"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_contact_proposal_account_id")),
        sa.ForeignKeyConstraint(["answered_by"], ["staff.id"], name=op.f("fk_contact_proposal_answered_by")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_contact_proposal_guardian_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_contact_proposal_pupil_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_proposal")),
    )
    op.create_index(
        "uq_contact_proposal_open",
        "contact_proposal",
        ["pupil_id", "guardian_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text("answer IS NULL AND withdrawn_at IS NULL"),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(length=4000), server_default="", nullable=False),
        sa.Column("spans", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False),
        sa.Column("parts", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("album", sa.String(length=64), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_draft_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("source", name=op.f("uq_draft_source")),
    )
    op.create_index(op.f("ix_draft_account_id"), "draft", ["account_id"], unique=False)
    op.create_table(
        "held_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("message", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_held_message_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_message")),
        sa.UniqueConstraint("account_id", "source", name=op.f("uq_held_message_account_id_source")),
    )
    op.create_table(
        "mute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_by", sa.Integer(), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("num_nonnulls(lifted_by, lifted_at) IN (0, 2)", name=op.f("ck_mute_lifted_by_somebody")),
        sa.CheckConstraint("num_nonnulls(staff_id, guardian_id, pupil_id) = 1", name=op.f("ck_mute_one_person")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_mute_starts_before_ends")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_mute_guardian_id")),
        sa.ForeignKeyConstraint(["lifted_by"], ["staff.id"], name=op.f("fk_mute_lifted_by")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_mute_made_by")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_mute_pupil_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_mute_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mute")),
    )
    op.create_index("ix_mute_guardian", "mute", ["guardian_id", "ends_at"], unique=False)
    op.create_index("ix_mute_pupil", "mute", ["pupil_id", "ends_at"], unique=False)
    op.create_index("ix_mute_staff", "mute", ["staff_id", "ends_at"], unique=False)
    op.create_table(
        "stop_word",
        sa.Column("word", sa.String(length=64), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["staff.id"], name=op.f("fk_stop_word_added_by")),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_stop_word")),
    )
    op.create_table(
        "announcement_file",
        sa.Column("announcement_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcement.id"], name=op.f("fk_announcement_file_announcement_id")
        ),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_announcement_file_file_id")),
        sa.PrimaryKeyConstraint("announcement_id", "file_id", name=op.f("pk_announcement_file")),
    )
    op.create_index(op.f("ix_announcement_file_file_id"), "announcement_file", ["file_id"], unique=False)
    op.create_table(
        "announcement_reader",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("announcement_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("child_id", sa.Integer(), nullable=True),
        sa.Column("class_id", sa.Integer(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(length=64), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(guardian_id IS NULL) = (child_id IS NULL)", name=op.f("ck_announcement_reader_guardian_of_a_child")
        ),
        sa.CheckConstraint(
            "answer IS NULL OR read_at IS NOT NULL", name=op.f("ck_announcement_reader_answered_when_read")
        ),
        sa.CheckConstraint(
            "num_nonnulls(staff_id, guardian_id, pupil_id) = 1", name=op.f("ck_announcement_reader_one_person")
        ),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcement.id"], name=op.f("fk_announcement_reader_announcement_id")
        ),
        sa.ForeignKeyConstraint(["child_id"], ["pupil.id"], name=op.f("fk_announcement_reader_child_id")),
        sa.ForeignKeyConstraint(["class_id"], ["class_unit.id"], name=op.f("fk_announcement_reader_class_id")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_announcement_reader_guardian_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_announcement_reader_pupil_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_announcement_reader_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement_reader")),
        sa.UniqueConstraint(
            "announcement_id",
            "staff_id",
            "guardian_id",
            "pupil_id",
            "child_id",
            name="uq_announcement_reader_natural_key",
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(
        "ix_announcement_reader_guardian",
        "announcement_reader",
        ["guardian_id"],
        unique=False,
        postgresql_where=sa.text("guardian_id IS NOT NULL"),
    )
    op.create_index(
        "ix_announcement_reader_pupil",
        "announcement_reader",
        ["pupil_id"],
        unique=False,
        postgresql_where=sa.text("pupil_id IS NOT NULL"),
    )
    op.create_index(
        "ix_announcement_reader_staff",
        "announcement_reader",
        ["staff_id"],
        unique=False,
        postgresql_where=sa.text("staff_id IS NOT NULL"),
    )
    op.create_table(
        "print_job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("letters", name="printkind", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_by", sa.Integer(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("num_nonnulls(done_by, done_at) IN (0, 2)", name=op.f("ck_print_job_done_by_somebody")),
        sa.ForeignKeyConstraint(["class_id"], ["class_unit.id"], name=op.f("fk_print_job_class_id")),
        sa.ForeignKeyConstraint(["done_by"], ["staff.id"], name=op.f("fk_print_job_done_by")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_print_job_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
    )
    op.create_index(
        "ix_print_job_open", "print_job", ["made_at"], unique=False, postgresql_where=sa.text("done_at IS NULL")
    )
    op.create_table(
        "shelf_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "section",
            sa.Enum(
                "orders",
                "regulations",
                "guides",
                "resources",
                name="shelfsection",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("body", sa.String(length=2000), server_default="", nullable=False),
        sa.Column("address", sa.String(length=500), server_default="", nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("everybody", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column(
            "acknowledgement",
            sa.Enum(
                "none",
                "read",
                "choice",
                "number",
                name="acknowledgement",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            server_default="none",
            nullable=False,
        ),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("source", sa.String(length=64), nullable=True),
        sa.CheckConstraint("acknowledgement IN ('none', 'read')", name=op.f("ck_shelf_item_read_or_nothing")),
        sa.CheckConstraint(
            "num_nonnulls(withdrawn_by, withdrawn_at) IN (0, 2)", name=op.f("ck_shelf_item_withdrawn_by_somebody")
        ),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_shelf_item_rev")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_shelf_item_file_id")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_shelf_item_made_by")),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["staff.id"], name=op.f("fk_shelf_item_withdrawn_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelf_item")),
        sa.UniqueConstraint("source", name=op.f("uq_shelf_item_source")),
    )
    op.create_index("ix_shelf_item_section", "shelf_item", ["section", "published_at"], unique=False)
    op.create_table(
        "class_event_answer",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("coming", "not_coming", name="eventanswer", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_class_event_answer_account_id")),
        sa.ForeignKeyConstraint(["event_id"], ["class_event.id"], name=op.f("fk_class_event_answer_event_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_class_event_answer_pupil_id")),
        sa.PrimaryKeyConstraint("event_id", "pupil_id", name=op.f("pk_class_event_answer")),
    )
    op.create_index(op.f("ix_class_event_answer_pupil_id"), "class_event_answer", ["pupil_id"], unique=False)
    op.create_table(
        "conversation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column(
            "topic",
            sa.Enum("talk", "help", "idea", name="topic", native_enum=False, create_constraint=True, length=20),
            server_default="talk",
            nullable=False,
        ),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("class_id", sa.Integer(), nullable=True),
        sa.Column("lesson_id", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["class_id"], ["class_unit.id"], name=op.f("fk_conversation_class_id")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_conversation_lesson_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_conversation_pupil_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
        sa.UniqueConstraint("key", name=op.f("uq_conversation_key")),
    )
    op.create_index(op.f("ix_conversation_class_id"), "conversation", ["class_id"], unique=False)
    op.create_index(op.f("ix_conversation_lesson_id"), "conversation", ["lesson_id"], unique=False)
    op.create_index(op.f("ix_conversation_pupil_id"), "conversation", ["pupil_id"], unique=False)
    op.create_table(
        "shelf_reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "num_nonnulls(staff_id, guardian_id, pupil_id) = 1", name=op.f("ck_shelf_reading_one_person")
        ),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_shelf_reading_guardian_id")),
        sa.ForeignKeyConstraint(["item_id"], ["shelf_item.id"], name=op.f("fk_shelf_reading_item_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_shelf_reading_pupil_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_shelf_reading_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelf_reading")),
        sa.UniqueConstraint(
            "item_id",
            "staff_id",
            "guardian_id",
            "pupil_id",
            name=op.f("uq_shelf_reading_item_id_staff_id_guardian_id_pupil_id"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(op.f("ix_shelf_reading_guardian_id"), "shelf_reading", ["guardian_id"], unique=False)
    op.create_index(op.f("ix_shelf_reading_pupil_id"), "shelf_reading", ["pupil_id"], unique=False)
    op.create_index(op.f("ix_shelf_reading_staff_id"), "shelf_reading", ["staff_id"], unique=False)
    op.create_table(
        "participant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column(
            "office",
            sa.Enum("administration", "helpdesk", name="office", native_enum=False, create_constraint=True, length=20),
            nullable=True,
        ),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handed_from", sa.Integer(), nullable=True),
        sa.Column("read_to", sa.Integer(), server_default="0", nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unread", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "num_nonnulls(staff_id, guardian_id, pupil_id, office) = 1", name=op.f("ck_participant_one_side")
        ),
        sa.CheckConstraint("unread >= 0", name=op.f("ck_participant_unread")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_participant_conversation_id")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_participant_guardian_id")),
        sa.ForeignKeyConstraint(["handed_from"], ["staff.id"], name=op.f("fk_participant_handed_from")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_participant_pupil_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_participant_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("conversation_id", "guardian_id", name=op.f("uq_participant_conversation_id_guardian_id")),
        sa.UniqueConstraint("conversation_id", "office", name=op.f("uq_participant_conversation_id_office")),
        sa.UniqueConstraint("conversation_id", "pupil_id", name=op.f("uq_participant_conversation_id_pupil_id")),
        sa.UniqueConstraint("conversation_id", "staff_id", name=op.f("uq_participant_conversation_id_staff_id")),
    )
    op.create_index(
        "ix_participant_guardian",
        "participant",
        ["guardian_id"],
        unique=False,
        postgresql_where=sa.text("guardian_id IS NOT NULL"),
    )
    op.create_index(
        "ix_participant_office", "participant", ["office"], unique=False, postgresql_where=sa.text("office IS NOT NULL")
    )
    op.create_index(
        "ix_participant_pupil",
        "participant",
        ["pupil_id"],
        unique=False,
        postgresql_where=sa.text("pupil_id IS NOT NULL"),
    )
    op.create_index(
        "ix_participant_staff",
        "participant",
        ["staff_id"],
        unique=False,
        postgresql_where=sa.text("staff_id IS NOT NULL"),
    )
    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(length=500), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=500), server_default="", nullable=False),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "num_nonnulls(closed_by, closed_at) IN (0, 2)", name=op.f("ck_complaint_closed_by_somebody")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_complaint_account_id")),
        sa.ForeignKeyConstraint(["closed_by"], ["staff.id"], name=op.f("fk_complaint_closed_by")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_complaint_conversation_id")),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_complaint_participant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
    )
    op.create_index(
        "uq_complaint_open",
        "complaint",
        ["conversation_id", "participant_id"],
        unique=True,
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "conversation_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.String(length=4000), server_default="", nullable=False),
        sa.Column("spans", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False),
        sa.Column("urgent_reason", sa.String(length=200), server_default="", nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("source", sa.String(length=64), nullable=True),
        sa.Column(
            "found",
            postgresql.TSVECTOR(),
            sa.Computed(
                "to_tsvector('russian', translate(lower(body), 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯё', 'абвгдеежзийклмнопрстуфхцчшщъыьэюяе'))",
                persisted=True,
            ),
            nullable=False,
        ),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_conversation_message_rev")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_conversation_message_account_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_conversation_message_conversation_id")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_conversation_message_participant_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_conversation_message_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation_message")),
        sa.UniqueConstraint("source", name=op.f("uq_conversation_message_source")),
    )
    op.create_index(
        "ix_conversation_message_conversation", "conversation_message", ["conversation_id", "id"], unique=False
    )
    op.create_index(
        "ix_conversation_message_found", "conversation_message", ["found"], unique=False, postgresql_using="gin"
    )
    op.create_table(
        "common_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "door",
            sa.Enum("staff", "family", name="door", native_enum=False, create_constraint=True, length=20),
            nullable=True,
        ),
        sa.Column("question", sa.String(length=300), nullable=False),
        sa.Column("answer", sa.String(length=2000), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("rev >= 1", name=op.f("ck_common_answer_rev")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_common_answer_made_by")),
        sa.ForeignKeyConstraint(["message_id"], ["conversation_message.id"], name=op.f("fk_common_answer_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_common_answer")),
        sa.UniqueConstraint("message_id", name=op.f("uq_common_answer_message_id")),
    )
    op.create_table(
        "conversation_file",
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_conversation_file_file_id")),
        sa.ForeignKeyConstraint(
            ["message_id"], ["conversation_message.id"], name=op.f("fk_conversation_file_message_id")
        ),
        sa.PrimaryKeyConstraint("message_id", "file_id", name=op.f("pk_conversation_file")),
    )
    op.create_index(op.f("ix_conversation_file_file_id"), "conversation_file", ["file_id"], unique=False)
    op.add_column(
        "access_code",
        sa.Column(
            "purpose",
            sa.Enum("enter", "end", name="codepurpose", native_enum=False, create_constraint=True, length=20),
            server_default="enter",
            nullable=False,
        ),
    )
    op.add_column(
        "class_event",
        sa.Column(
            "kind",
            sa.Enum(
                "meeting",
                "trip",
                "duty",
                "other",
                name="eventkind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            server_default="other",
            nullable=False,
        ),
    )
    op.add_column("class_event", sa.Column("asks", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("class_event", sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("class_unit", sa.Column("cards_asked_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "outbox",
        sa.Column(
            "sending",
            sa.Enum("new", "edit", "delete", name="sending", native_enum=False, create_constraint=True, length=20),
            server_default="new",
            nullable=False,
        ),
    )
    op.add_column("outbox", sa.Column("of_id", sa.Integer(), nullable=True))
    op.alter_column(
        "outbox",
        "message_ref",
        existing_type=sa.VARCHAR(length=32),
        type_=sa.String(length=200),
        existing_nullable=True,
    )
    op.create_check_constraint(op.f("ck_outbox_target_of_a_change"), "outbox", "(sending = 'new') = (of_id IS NULL)")
    op.create_index(op.f("ix_outbox_of_id"), "outbox", ["of_id"], unique=False)
    op.create_foreign_key(op.f("fk_outbox_of_id"), "outbox", "outbox", ["of_id"], ["id"])
    op.add_column("pupil", sa.Column("phone", sa.String(length=32), server_default="", nullable=False))
    op.add_column("pupil", sa.Column("email", sa.String(length=128), server_default="", nullable=False))
    op.add_column("pupil", sa.Column("address", sa.String(length=255), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("pupil", "address")
    op.drop_column("pupil", "email")
    op.drop_column("pupil", "phone")
    op.drop_constraint(op.f("fk_outbox_of_id"), "outbox", type_="foreignkey")
    op.drop_index(op.f("ix_outbox_of_id"), table_name="outbox")
    op.alter_column(
        "outbox",
        "message_ref",
        existing_type=sa.String(length=200),
        type_=sa.VARCHAR(length=32),
        existing_nullable=True,
    )
    op.drop_constraint(op.f("ck_outbox_target_of_a_change"), "outbox", type_="check")
    op.drop_column("outbox", "of_id")
    op.drop_column("outbox", "sending")
    op.drop_column("class_unit", "cards_asked_at")
    op.drop_column("class_event", "reminded_at")
    op.drop_column("class_event", "asks")
    op.drop_column("class_event", "kind")
    op.drop_column("access_code", "purpose")
    op.drop_index(op.f("ix_conversation_file_file_id"), table_name="conversation_file")
    op.drop_table("conversation_file")
    op.drop_table("common_answer")
    op.drop_index("ix_conversation_message_found", table_name="conversation_message", postgresql_using="gin")
    op.drop_index("ix_conversation_message_conversation", table_name="conversation_message")
    op.drop_table("conversation_message")
    op.drop_index("uq_complaint_open", table_name="complaint", postgresql_where=sa.text("closed_at IS NULL"))
    op.drop_table("complaint")
    op.drop_index("ix_participant_staff", table_name="participant", postgresql_where=sa.text("staff_id IS NOT NULL"))
    op.drop_index("ix_participant_pupil", table_name="participant", postgresql_where=sa.text("pupil_id IS NOT NULL"))
    op.drop_index("ix_participant_office", table_name="participant", postgresql_where=sa.text("office IS NOT NULL"))
    op.drop_index(
        "ix_participant_guardian", table_name="participant", postgresql_where=sa.text("guardian_id IS NOT NULL")
    )
    op.drop_table("participant")
    op.drop_index(op.f("ix_shelf_reading_staff_id"), table_name="shelf_reading")
    op.drop_index(op.f("ix_shelf_reading_pupil_id"), table_name="shelf_reading")
    op.drop_index(op.f("ix_shelf_reading_guardian_id"), table_name="shelf_reading")
    op.drop_table("shelf_reading")
    op.drop_index(op.f("ix_conversation_pupil_id"), table_name="conversation")
    op.drop_index(op.f("ix_conversation_lesson_id"), table_name="conversation")
    op.drop_index(op.f("ix_conversation_class_id"), table_name="conversation")
    op.drop_table("conversation")
    op.drop_index(op.f("ix_class_event_answer_pupil_id"), table_name="class_event_answer")
    op.drop_table("class_event_answer")
    op.drop_index("ix_shelf_item_section", table_name="shelf_item")
    op.drop_table("shelf_item")
    op.drop_index("ix_print_job_open", table_name="print_job", postgresql_where=sa.text("done_at IS NULL"))
    op.drop_table("print_job")
    op.drop_index(
        "ix_announcement_reader_staff",
        table_name="announcement_reader",
        postgresql_where=sa.text("staff_id IS NOT NULL"),
    )
    op.drop_index(
        "ix_announcement_reader_pupil",
        table_name="announcement_reader",
        postgresql_where=sa.text("pupil_id IS NOT NULL"),
    )
    op.drop_index(
        "ix_announcement_reader_guardian",
        table_name="announcement_reader",
        postgresql_where=sa.text("guardian_id IS NOT NULL"),
    )
    op.drop_table("announcement_reader")
    op.drop_index(op.f("ix_announcement_file_file_id"), table_name="announcement_file")
    op.drop_table("announcement_file")
    op.drop_table("stop_word")
    op.drop_index("ix_mute_staff", table_name="mute")
    op.drop_index("ix_mute_pupil", table_name="mute")
    op.drop_index("ix_mute_guardian", table_name="mute")
    op.drop_table("mute")
    op.drop_table("held_message")
    op.drop_index(op.f("ix_draft_account_id"), table_name="draft")
    op.drop_table("draft")
    op.drop_index(
        "uq_contact_proposal_open",
        table_name="contact_proposal",
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text("answer IS NULL AND withdrawn_at IS NULL"),
    )
    op.drop_table("contact_proposal")
    op.drop_index("ix_card_confirmation_pupil", table_name="card_confirmation")
    op.drop_table("card_confirmation")
    op.drop_index(
        "ix_announcement_waits",
        table_name="announcement",
        postgresql_where=sa.text("confirmed_at IS NOT NULL AND published_at IS NULL AND withdrawn_at IS NULL"),
    )
    op.drop_index("ix_announcement_made_by", table_name="announcement")
    op.drop_index(
        "ix_announcement_board", table_name="announcement", postgresql_where=sa.text("published_at IS NOT NULL")
    )
    op.drop_table("announcement")
    op.drop_table("account_pin")
