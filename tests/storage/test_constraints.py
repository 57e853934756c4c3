"""Invariants live in the database: each is violated here once, and a new one may not be forgotten."""

from collections.abc import AsyncIterator, Mapping
from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Enum, UniqueConstraint, insert, update
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import Base
from storage.engine import make_engine
from tests.storage.rows import DAY, FIRST, LAST, LATER, ROWS, WRITTEN, table, write_all

YESTERDAY = date(2026, 11, 22)

BROKEN: dict[str, dict[str, Any]] = {
    "ck_absence_case_statement_has_a_time": {"statement": "ill"},
    "ck_absence_notice_one_author": {"staff_id": 1},
    "ck_absence_notice_starts_before_ends": {"ends": YESTERDAY},
    "ck_access_code_expires_later": {"expires_at": WRITTEN},
    "ck_access_code_holder_fits_door": {"door": "staff"},
    "ck_access_code_one_holder": {"pupil_id": 1},
    "ck_access_code_used_by_somebody": {"used_at": LATER},
    "ck_attendance_case_when_absent": {"case_id": 1},
    "ck_attendance_minutes_when_late": {"minutes": 5},
    "ck_attendance_reason_when_absent": {"reason": "illness"},
    "ck_attendance_rev": {"rev": 0},
    "ck_bell_grades": {"grade_from": 5, "grade_to": 4},
    "ck_bell_lesson_no": {"lesson_no": 16},
    "ck_bell_starts_before_ends": {"ends": time(8, 30)},
    "ck_bell_weekday": {"weekday": 8},
    "ck_class_unit_grade_level": {"grade_level": 13},
    "ck_consent_one_person": {"pupil_id": 1},
    "ck_course_plan_class_or_grade": {"class_id": 1},
    "ck_entry_request_answer_has_a_time": {"decided_at": None},
    "ck_entry_request_answer_has_an_author": {"decided_by": None},
    "ck_entry_request_answer_to_a_request": {"reason": None, "asked_at": None},
    "ck_entry_request_reason_when_asked": {"asked_at": None},
    "ck_class_event_rev": {"rev": 0},
    "ck_class_event_starts_before_ends": {"ends_at": WRITTEN},
    "ck_diary_use_looks": {"looks": 0},
    "ck_error_report_answered_by_somebody": {"answered_at": None},
    "ck_error_report_answered_or_withdrawn": {"withdrawn_at": LATER},
    "ck_error_report_rev": {"rev": 0},
    "ck_failing_notice_rev": {"rev": 0},
    "ck_failing_notice_told_or_dropped": {"told_at": LATER, "dropped_at": LATER},
    "ck_final_mark_average": {"average": 6},
    "ck_final_mark_period_of_a_period": {"period_id": None},
    "ck_final_mark_rev": {"rev": 0},
    "ck_final_mark_told_rev": {"told_rev": 2},
    "ck_individual_task_pupil_remarked_by_somebody": {"remarked_at": LATER},
    "ck_individual_task_pupil_rev": {"rev": 0},
    "ck_individual_task_rev": {"rev": 0},
    "ck_mark_news_somebody_waits": {"family_due": None},
    "ck_staff_use_looks": {"looks": 0},
    "ck_account_pin_after_minutes": {"after_minutes": 0},
    "ck_account_pin_misses": {"misses": -1},
    "ck_announcement_confirmed_before_published": {"published_at": LATER},
    "ck_announcement_reader_answered_when_read": {"answer": "да"},
    "ck_announcement_reader_guardian_of_a_child": {"child_id": None},
    "ck_announcement_reader_one_person": {"staff_id": 1},
    "ck_announcement_rev": {"rev": 0},
    "ck_announcement_withdrawn_by_somebody": {"withdrawn_at": LATER},
    "ck_common_answer_rev": {"rev": 0},
    "ck_complaint_closed_by_somebody": {"closed_at": LATER},
    "ck_contact_proposal_answered_by_somebody": {"answered_at": None},
    "ck_contact_proposal_answered_or_withdrawn": {"withdrawn_at": LATER},
    "ck_conversation_message_rev": {"rev": 0},
    "ck_mute_lifted_by_somebody": {"lifted_at": LATER},
    "ck_mute_one_person": {"pupil_id": 1},
    "ck_mute_starts_before_ends": {"ends_at": WRITTEN},
    "ck_participant_one_side": {"office": "helpdesk"},
    "ck_participant_unread": {"unread": -1},
    "ck_print_job_done_by_somebody": {"done_at": LATER},
    "ck_shelf_item_read_or_nothing": {"acknowledgement": "choice"},
    "ck_shelf_item_rev": {"rev": 0},
    "ck_shelf_item_withdrawn_by_somebody": {"withdrawn_at": LATER},
    "ck_shelf_reading_one_person": {"staff_id": 1},
    "uq_announcement_reader_natural_key": {},
    "uq_announcement_source": {},
    "uq_common_answer_message_id": {},
    "uq_complaint_open": {},
    "uq_contact_proposal_open": {"answer": None, "answered_by": None, "answered_at": None},
    "uq_conversation_key": {},
    "uq_conversation_message_source": {},
    "uq_draft_source": {},
    "uq_held_message_account_id_source": {},
    "uq_participant_conversation_id_guardian_id": {},
    "uq_participant_conversation_id_office": {"guardian_id": None, "office": "helpdesk"},
    "uq_participant_conversation_id_pupil_id": {"guardian_id": None, "pupil_id": 1},
    "uq_participant_conversation_id_staff_id": {"guardian_id": None, "staff_id": 1},
    "uq_shelf_item_source": {},
    "uq_shelf_reading_item_id_staff_id_guardian_id_pupil_id": {},
    "uq_error_report_open": {"answer": None, "answered_by": None, "answered_at": None},
    "uq_failing_notice_open": {},
    "uq_final_mark_natural_key": {},
    "uq_individual_task_source": {},
    "ck_homework_minutes": {"minutes": 0},
    "ck_homework_rev": {"rev": 0},
    "uq_homework_source": {},
    "ck_lesson_work_weight": {"weight": 11},
    "ck_mark_cell_rev": {"rev": 0},
    "ck_marked_subject_grades": {"grade_from": 9, "grade_to": 8},
    "ck_plan_delivery_hours": {"hours": 0},
    "ck_quick_entry_rev": {"rev": 0},
    "ck_work_kind_weight": {"weight": -1},
    "uq_marked_subject_subject_id_grade_from_grade_to": {},
    "uq_quick_entry_source": {},
    "uq_work_kind_letter": {"name": "Другой"},
    "uq_work_kind_name": {"letter": "Ы"},
    "ck_enrolment_starts_before_ends": {"ends": date(2026, 8, 31)},
    "ck_group_member_starts_before_ends": {"ends": date(2026, 8, 31)},
    "ck_holiday_grades": {"grade_to": 13},
    "ck_holiday_starts_before_ends": {"ends": FIRST},
    "ck_lesson_roll_taken_by_somebody": {"roll_taken_at": LATER},
    "ck_lesson_starts_before_ends": {"ends_at": WRITTEN},
    "ck_link_one_holder": {"guardian_id": None},
    "ck_outbox_target_of_a_change": {"dedupe_key": "absence:3", "sending": "edit"},
    "ck_outbox_expires_after_due": {"due_at": LATER, "expires_at": WRITTEN},
    "ck_outbox_lease_while_sending": {"status": "sending"},
    "ck_plan_line_hours": {"hours": 0},
    "ck_school_days_in_week": {"id": 1, "days_in_week": 7},
    "ck_school_graces": {"id": 1, "absence_grace_s": 10, "settled_grace_s": 11},
    "ck_school_one_school": {},
    "ck_school_silence": {"id": 1, "silence_min": 0},
    "ck_study_period_grades": {"grade_from": 0},
    "ck_study_period_starts_before_ends": {"ends": date(2026, 8, 31)},
    "ck_study_year_starts_before_ends": {"ends": FIRST},
    "ck_teaching_load_hours": {"hours_per_week": 41},
    "ck_timetable_slot_lesson_no": {"lesson_no": -1},
    "ck_timetable_slot_valid": {"valid_from": LAST, "valid_to": FIRST},
    "ck_timetable_slot_weekday": {"weekday": 0},
    "ex_enrolment_one_class_at_a_time": {"starts": DAY},
    "ex_group_member_one_group_at_a_time": {"starts": DAY},
    "ex_study_period_overlap": {"name": "1 триместр", "kind": "trimester", "grade_from": 9, "grade_to": 9},
    "uq_access_code_code_hash": {},
    "uq_account_channel_door_address": {},
    "uq_bell_natural_key": {},
    "uq_class_unit_year_id_key": {"name": "7 Б"},
    "uq_consent_wording_version": {},
    "uq_course_plan_natural_key": {},
    "uq_holiday_year_id_name_starts_grade_from_grade_to": {},
    "uq_lesson_load_id_origin_date_origin_no": {"on_date": LAST, "lesson_no": 2},
    "uq_link_active_guardian": {},
    "uq_link_active_pupil": {"guardian_id": None, "pupil_id": 1},
    "uq_link_active_staff": {"guardian_id": None, "staff_id": 1},
    "uq_load_class_class_id_subject_id_group_name": {"load_id": 2},
    "uq_outbox_dedupe_key": {},
    "uq_plan_line_plan_id_number": {},
    "uq_prompt_account_id_message_ref": {},
    "uq_pupil_file_number": {},
    "uq_staff_staff_number": {},
    "uq_stored_file_account_id_source": {},
    "uq_study_period_year_id_name_grade_from_grade_to": {"starts": LAST, "ends": LAST},
    "uq_study_year_name": {},
    "uq_subject_name": {},
    "uq_timetable_slot_natural_key": {},
}
"""A constraint's name and how another row of its table, otherwise valid, breaks it."""

WORDS = {
    constraint.name: {column.name: "nonsense"}
    for each in Base.metadata.sorted_tables
    for column in each.columns
    for constraint in each.constraints
    if isinstance(column.type, Enum) and constraint.name == f"ck_{each.name}_{column.type.name}"
}
"""The same for columns that hold one word of a vocabulary."""

CASES = {**BROKEN, **WORDS}


def named() -> dict[str, str]:
    """The name of every check, unique and exclusion constraint and unique index, with its table's."""
    kinds = (CheckConstraint, UniqueConstraint, ExcludeConstraint)
    return {
        str(rule.name): each.name
        for each in Base.metadata.sorted_tables
        for rule in (
            *(constraint for constraint in each.constraints if isinstance(constraint, kinds)),
            *(index for index in each.indexes if index.unique),
        )
    }


TABLES = named()


@pytest.fixture
async def connection(database_url: str) -> AsyncIterator[AsyncConnection]:
    """A transaction in which every table holds its one valid row."""
    engine = make_engine(database_url)
    async with engine.connect() as connection:
        await write_all(connection)
        yield connection
    await engine.dispose()


async def write(connection: AsyncConnection, name: str, changes: Mapping[str, Any]) -> str:
    """Write another row of a table; the name of the constraint that refuses it, or nothing."""
    another = {"id": 2} if "id" in ROWS[name] else {}
    try:
        async with connection.begin_nested():
            await connection.execute(insert(table(name)).values(**{**ROWS[name], **another, **changes}))
    except IntegrityError as refused:
        return str(getattr(refused.orig.__cause__, "constraint_name", "")) if refused.orig else ""
    return ""


def test_every_constraint_of_the_models_is_broken_by_some_case() -> None:
    assert sorted(TABLES) == sorted(CASES)


async def test_the_database_refuses_whatever_breaks_a_constraint(connection: AsyncConnection) -> None:
    await write(connection, "link", {**CASES["uq_link_active_pupil"], "id": 3})
    await write(connection, "link", {**CASES["uq_link_active_staff"], "id": 4})
    await write(connection, "teaching_load", {})
    for number, side in enumerate(("office", "pupil_id", "staff_id"), 3):
        await write(connection, "participant", {**CASES[f"uq_participant_conversation_id_{side}"], "id": number})
    await write(connection, "error_report", {**CASES["uq_error_report_open"], "id": 3})
    await write(connection, "contact_proposal", {**CASES["uq_contact_proposal_open"], "id": 3})

    refused_by = {name: await write(connection, TABLES[name], changes) for name, changes in CASES.items()}

    assert refused_by == {name: name for name in CASES}


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("bell", {"weekday": 7}),
        ("course_plan", {"grade_level": None, "class_id": 1}),
        ("link", {"revoked_at": LATER}),
        ("outbox", {"dedupe_key": "absence:2", "status": "sending", "lease_until": LATER}),
        ("study_period", {"name": "Год", "kind": "year", "ends": LAST}),
        ("study_period", {"grade_from": 10, "grade_to": 11}),
        ("timetable_slot", {"parity": "odd"}),
    ],
)
async def test_the_database_takes_what_only_looks_like_it(
    name: str, changes: dict[str, Any], connection: AsyncConnection
) -> None:
    assert await write(connection, name, changes) == ""


async def test_a_pupil_may_change_the_class_the_next_day(connection: AsyncConnection) -> None:
    await connection.execute(update(table("enrolment")).values(ends=YESTERDAY))

    assert await write(connection, "enrolment", {"starts": DAY}) == ""
