"""Whom which pages of help concern."""

import pytest

from core.actor import Actor
from core.help.topics import StaffTopic, staff_topics
from core.terms import Door, Role

LESSONS = {StaffTopic.ROLL, StaffTopic.PAGE, StaffTopic.QUICK, StaffTopic.ANNOUNCE}
EVERYBODY = {StaffTopic.TALK, StaffTopic.PHONES}


@pytest.mark.parametrize(
    ("roles", "leads", "pages"),
    [
        ((), (), LESSONS),
        ((Role.TEACHER,), (), LESSONS),
        ((Role.TEACHER,), (1,), LESSONS | {StaffTopic.CLASS, StaffTopic.FAMILIES}),
        ((Role.ADMINISTRATOR,), (), {StaffTopic.ANNOUNCE, StaffTopic.FAMILIES, StaffTopic.SCHOOL}),
        ((Role.SECRETARY,), (), {StaffTopic.FAMILIES}),
        ((Role.TEACHER, Role.ADMINISTRATOR), (), LESSONS | {StaffTopic.FAMILIES, StaffTopic.SCHOOL}),
        ((Role.DEPUTY_HEAD,), (), LESSONS | {StaffTopic.CONTROL, StaffTopic.FAMILIES}),
    ],
)
def test_help_is_by_role(roles: tuple[Role, ...], leads: tuple[int, ...], pages: set[StaffTopic]) -> None:
    actor = Actor(door=Door.STAFF, staff_id=1, roles=frozenset(roles), leads=frozenset(leads))

    assert set(staff_topics(actor)) == EVERYBODY | pages
