"""One valid row of every table, each with the id 1, standing on the others."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Table, delete, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import Base

WRITTEN = datetime(2026, 11, 23, 5, 30, tzinfo=UTC)
LATER = WRITTEN + timedelta(minutes=45)
FIRST, LAST = date(2026, 9, 1), date(2027, 5, 26)
DAY = date(2026, 11, 23)

ROWS: Mapping[str, Mapping[str, Any]] = {
    "study_year": {"id": 1, "name": "2026/2027", "starts": FIRST, "ends": LAST},
    "school": {"id": 1, "code_salt": b"salt", "year_id": 1},
    "study_period": {
        "id": 1,
        "year_id": 1,
        "name": "1 четверть",
        "kind": "quarter",
        "grade_from": 1,
        "grade_to": 9,
        "starts": FIRST,
        "ends": date(2026, 10, 23),
    },
    "holiday": {"id": 1, "year_id": 1, "name": "Осенние", "starts": date(2026, 10, 24), "ends": date(2026, 11, 1)},
    "bell": {"id": 1, "year_id": 1, "shift": 1, "lesson_no": 1, "starts": time(8, 30), "ends": time(9, 15)},
    "staff": {"id": 1, "staff_number": "1", "surname": "Петрова", "given_name": "Анна"},
    "staff_role": {"staff_id": 1, "role": "teacher"},
    "class_unit": {"id": 1, "year_id": 1, "name": "7Б", "key": "7Б", "grade_level": 7},
    "pupil": {"id": 1, "file_number": "1", "surname": "Иванов", "given_name": "Пётр", "sex": "male"},
    "enrolment": {"id": 1, "pupil_id": 1, "class_id": 1, "starts": FIRST},
    "guardian": {"id": 1, "surname": "Иванова", "given_name": "Мария"},
    "guardianship": {"guardian_id": 1, "pupil_id": 1},
    "subject": {"id": 1, "name": "Алгебра"},
    "teaching_load": {"id": 1, "year_id": 1, "subject_id": 1, "teacher_id": 1, "hours_per_week": 3},
    "load_class": {"load_id": 1, "class_id": 1, "subject_id": 1},
    "group_member": {"id": 1, "load_id": 1, "subject_id": 1, "pupil_id": 1, "starts": FIRST},
    "course_plan": {"id": 1, "year_id": 1, "subject_id": 1, "grade_level": 7},
    "plan_line": {"id": 1, "plan_id": 1, "number": 1, "topic": "Дроби"},
    "timetable_slot": {"id": 1, "load_id": 1, "weekday": 1, "lesson_no": 1},
    "lesson": {
        "id": 1,
        "load_id": 1,
        "origin_date": DAY,
        "origin_no": 1,
        "on_date": DAY,
        "lesson_no": 1,
        "starts_at": WRITTEN,
        "ends_at": LATER,
        "teacher_id": 1,
    },
    "account": {
        "id": 1,
        "channel": "telegram",
        "door": "family",
        "address": "1",
        "language": "ru",
        "created_at": WRITTEN,
        "seen_at": WRITTEN,
    },
    "link": {"id": 1, "account_id": 1, "guardian_id": 1, "created_at": WRITTEN},
    "access_code": {
        "id": 1,
        "code_hash": b"hash",
        "door": "family",
        "guardian_id": 1,
        "issued_at": WRITTEN,
        "expires_at": LATER,
    },
    "code_attempt": {"id": 1, "door": "family", "address": "1", "at": WRITTEN},
    "consent_wording": {"id": 1, "version": 1, "wording": "Согласен", "created_at": WRITTEN},
    "consent": {"id": 1, "guardian_id": 1, "wording_id": 1, "answer": "given", "at": WRITTEN, "account_id": 1},
    "absence_case": {"id": 1, "pupil_id": 1, "on_date": DAY, "first_lesson_id": 1, "opened_at": WRITTEN},
    "attendance": {"lesson_id": 1, "pupil_id": 1, "status": "present", "rev": 1},
    "absence_notice": {
        "id": 1,
        "pupil_id": 1,
        "starts": DAY,
        "reason": "illness",
        "guardian_id": 1,
        "created_at": WRITTEN,
    },
    "audit_entry": {"id": 1, "at": WRITTEN, "action": "roll.take", "subject": "lesson", "subject_id": "1"},
    "outbox": {
        "id": 1,
        "kind": "absence",
        "facts": {},
        "door": "family",
        "account_id": 1,
        "priority": 0,
        "dedupe_key": "absence:1",
        "order_key": "1:case1",
        "created_at": WRITTEN,
        "due_at": WRITTEN,
        "expires_at": LATER,
    },
    "prompt": {"id": 1, "account_id": 1, "message_ref": "1", "action": "fh", "created_at": WRITTEN},
    "stored_file": {
        "id": 1,
        "name": "note.pdf",
        "mime": "application/pdf",
        "size": 4,
        "content": b"%PDF",
        "created_at": WRITTEN,
        "account_id": 1,
        "source": "1",
    },
    "regulation_file": {"name": "наш", "body": "title = 'Наш'", "brought_at": WRITTEN},
    "regulation_choice": {"id": 1, "since": FIRST, "name": "default", "overrides": {}, "chosen_at": WRITTEN},
    "work_kind": {
        "id": 1,
        "letter": "Ж",
        "name": "Жребий",
        "weight": 1,
        "written": False,
        "control": False,
        "position": 1,
    },
    "lesson_work": {"lesson_id": 1, "kind_id": 1, "announced_by": 1, "announced_at": WRITTEN},
    "mark_cell": {"lesson_id": 1, "pupil_id": 1, "rev": 1},
    "mark": {
        "id": 1,
        "lesson_id": 1,
        "pupil_id": 1,
        "kind_id": 1,
        "value": "5",
        "given_by": 1,
        "given_at": WRITTEN,
    },
    "marked_subject": {"id": 1, "subject_id": 1},
    "plan_delivery": {"lesson_id": 1, "line_id": 1, "hours": 1},
    "homework": {"id": 1, "lesson_id": 1, "due_on": DAY, "given_by": 1, "given_at": WRITTEN, "source": "1:1"},
    "homework_pupil": {"homework_id": 1, "pupil_id": 1},
    "homework_file": {"homework_id": 1, "file_id": 1},
    "remark": {
        "id": 1,
        "lesson_id": 1,
        "about": "progress",
        "tone": "praise",
        "body": "Молодец",
        "given_by": 1,
        "given_at": WRITTEN,
    },
    "entry_request": {
        "id": 1,
        "action": "rl:1",
        "rule": {},
        "made_by": 1,
        "account_id": 1,
        "made_at": WRITTEN,
        "reason": "Болел",
        "asked_at": WRITTEN,
        "answer": "refused",
        "decided_by": 1,
        "decided_at": LATER,
    },
    "quick_entry": {
        "id": 1,
        "account_id": 1,
        "staff_id": 1,
        "source": "1",
        "body": "Иванов 5",
        "choices": {},
        "made_at": WRITTEN,
    },
    "lesson_change": {"id": 1, "lesson_id": 1, "made_at": WRITTEN, "before": {}, "after": {}},
    "nudge": {"staff_id": 1, "on_date": DAY, "sent_by": 1, "sent_at": WRITTEN},
    "homework_done": {"homework_id": 1, "pupil_id": 1, "done_at": WRITTEN},
    "mark_news": {"mark_id": 1, "pupil_id": 1, "family_due": LATER},
    "final_mark": {
        "id": 1,
        "pupil_id": 1,
        "subject_id": 1,
        "year_id": 1,
        "kind": "period",
        "period_id": 1,
        "value": "4",
        "average": 4,
        "set_by": 1,
        "set_at": WRITTEN,
    },
    "error_report": {
        "id": 1,
        "pupil_id": 1,
        "lesson_id": 1,
        "mark_id": 1,
        "said": "Была пятёрка",
        "stood": {},
        "account_id": 1,
        "made_at": WRITTEN,
        "due_on": DAY,
        "answer": "stands",
        "answered_by": 1,
        "answered_at": LATER,
    },
    "individual_task": {"id": 1, "load_id": 1, "given_by": 1, "given_at": WRITTEN, "source": "1:1"},
    "individual_task_file": {"task_id": 1, "file_id": 1},
    "individual_task_pupil": {"task_id": 1, "pupil_id": 1},
    "individual_answer_file": {"task_id": 1, "pupil_id": 1, "file_id": 1},
    "failing_notice": {"id": 1, "pupil_id": 1, "found_at": WRITTEN, "facts": {}, "tell_at": LATER},
    "class_event": {
        "id": 1,
        "class_id": 1,
        "title": "Собрание",
        "starts_at": WRITTEN,
        "ends_at": LATER,
        "made_by": 1,
        "made_at": WRITTEN,
    },
    "diary_use": {"pupil_id": 1, "viewer": "guardian", "week_of": DAY, "looks": 1, "last_at": WRITTEN},
    "staff_use": {"staff_id": 1, "week_of": DAY, "looks": 1, "last_at": WRITTEN},
    "tick": {"what": "first", "on_date": DAY, "done_at": WRITTEN},
}


def table(name: str) -> Table:
    """The table of the models by its name."""
    return Base.metadata.tables[name]


async def write_all(connection: AsyncConnection) -> None:
    """Every row, in an order in which each finds what it stands on; those that the migrations wrote apart."""
    for seeded in ("school", "regulation_choice", "work_kind"):
        await connection.execute(delete(table(seeded)))
    for each in Base.metadata.sorted_tables:
        await connection.execute(insert(each).values(**ROWS[each.name]))
