"""What the demo's people have said and done before the visitor comes: a conversation, an announcement, cards.

Said by the real commands as of an afternoon not long ago; the messages of then are marked as sent, for nobody's phone
was there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import select, text, update

from app.demo.connect import Player
from core.access.holders import HolderKind
from core.actions.announcing import Part
from core.actor import Address
from core.announcements import composing, publishing, reading, sending, settings
from core.announcements.audience import set_audience
from core.app import App
from core.conversations import writing
from core.conversations.opening import open_with_staff
from core.help import answers
from core.pupil_cards.confirming import confirm_class
from core.pupil_cards.proposals import propose
from core.pupil_cards.reading import class_cards
from core.rules.contacts import ContactField
from core.shelf import publishing as shelf
from core.terms import Delivery, Door, ShelfSection
from storage.models import ClassUnit, Outbox

AFTERNOON = time(14, 30)
PAUSE = timedelta(minutes=4)
NEW_PHONE = "+7 900 555-01-23"

TALK = (
    ("parent", "Здравствуйте! В понедельник после уроков будет дополнительное занятие по алгебре?"),
    ("class-leader", "Добрый день! Да, в 14:20, кабинет 205. Пусть возьмёт тетрадь с прошлой контрольной."),
    ("parent", "Спасибо, передам."),
)
MEETING = (
    "Уважаемые родители! Собрание класса в среду в 18:00, кабинет 112. Поговорим об итогах четверти и о поездке в "
    "планетарий. Пожалуйста, отметьте, придёте ли вы."
)
CHOICES = "Приду\nНе смогу"
SHELF = (
    (ShelfSection.ORDERS, "Приказ о сроках каникул\nЗимние каникулы: с 31 декабря по 10 января.", True),
    (ShelfSection.REGULATIONS, "Положение об электронном журнале\nСроки и правила – в разделе «Правила школы».", False),
)
QUESTION = (
    "Где посмотреть, что выходит за четверть?\n"
    "Откройте «Отметки» и нажмите на предмет: там средний балл, что выходит и почему."
)
_PLACE = text("""
    SELECT c.id AS unit, c.class_leader_id AS leader, e.pupil_id AS pupil
      FROM guardianship g JOIN enrolment e ON e.pupil_id = g.pupil_id JOIN class_unit c ON c.id = e.class_id
     WHERE g.guardian_id = :guardian LIMIT 1
""")


@dataclass(frozen=True)
class Then:
    """A clock that stands."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


async def correspond(app: App, players: Sequence[Player]) -> None:
    """Say it all, on the last working afternoon before the app's now."""
    async with app.work() as work:
        day = work.today - timedelta(days=1)
        while day.isoweekday() > work.school.days_in_week:
            day -= timedelta(days=1)
        begins = work.at(day, AFTERNOON)
    then = App(app.sessions, Then(begins))
    known = {player.part.key: player for player in players}
    ends = await _talk(app, begins, known)
    await _announce(then, known)
    await _publish(then, known)
    await _cards(then, known)
    async with then.work() as work:
        said = (Outbox.status == Delivery.PENDING, Outbox.created_at.between(begins, ends))
        await work.session.execute(update(Outbox).where(*said).values(status=Delivery.SENT, sent_at=Outbox.created_at))


async def _talk(app: App, begins: datetime, known: Mapping[str, Player]) -> datetime:
    """A word every few minutes; when the last was said."""
    guardian = next(h.id for h in known["parent"].part.holders if h.kind is HolderKind.GUARDIAN)
    moments = [begins + n * PAUSE for n in range(len(TALK))]
    async with App(app.sessions, Then(begins)).work(_at(known["parent"], Door.FAMILY)) as work:
        place = (await work.session.execute(_PLACE, {"guardian": guardian})).one()
        conversation = await open_with_staff(work, place.pupil, place.leader)
    for moment, (who, words) in zip(moments, TALK, strict=True):
        door = Door.FAMILY if who == "parent" else Door.STAFF
        async with App(app.sessions, Then(moment)).work(_at(known[who], door)) as work:
            await writing.write(work, conversation, words, [], source=f"demo-{moment:%H%M}")
    return moments[-1]


async def _announce(app: App, known: Mapping[str, Player]) -> None:
    """The class leader's, to the parents of the class; one parent has answered, one has not."""
    leader = _at(known["class-leader"], Door.STAFF)
    async with app.work(leader) as work:
        draft = await composing.draft(work, min(work.actor.leads))
        draft = await composing.set_words(work, draft.id, MEETING, [], source="demo-meeting", seen=draft.rev)
        draft = await set_audience(work, draft.id, Part.TO, "pupils", on=False, seen=draft.rev)
        draft = await settings.write_choices(work, draft.id, CHOICES)
        draft = await settings.set_ends_on(work, draft.id, work.today + timedelta(days=6))
    async with app.work(leader) as work:
        await sending.confirm(work, draft.id, seen=draft.rev)
    async with app.work() as work:
        await publishing.publish_due(work)
    async with app.work(_at(known["second-parent"], Door.FAMILY)) as work:
        await reading.acknowledge(work, draft.id, 0)


async def _publish(app: App, known: Mapping[str, Player]) -> None:
    async with app.work(_at(known["director"], Door.STAFF)) as work:
        for number, (section, words, everybody) in enumerate(SHELF):
            item = (await shelf.add_document(work, section, words, source=f"demo-shelf-{number}")).document
            item = (await shelf.set_readers(work, item.id, everybody=everybody, seen=item.rev)).document
            item = (await shelf.set_acknowledgement(work, item.id, asked=not everybody, seen=item.rev)).document
            await shelf.publish(work, item.id, seen=item.rev)
    async with app.work(_at(known["administrator"], Door.STAFF)) as work:
        answer = await answers.write_answer(work, QUESTION)
        answer = await answers.set_door(work, answer.id, Door.FAMILY, seen=answer.rev)
        await answers.set_published(work, answer.id, published=True, seen=answer.rev)


async def _cards(app: App, known: Mapping[str, Player]) -> None:
    """Confirmed everywhere but in the class leader's class, where a family also asks for a new phone."""
    async with app.work(_at(known["class-leader"], Door.STAFF)) as work:
        waits = work.actor.leads
        classes = await work.session.scalars(select(ClassUnit.id).where(ClassUnit.year_id == work.school.year_id))
    for class_id in sorted(set(classes) - set(waits)):
        async with app.work(_at(known["director"], Door.STAFF)) as work:
            await confirm_class(work, class_id, (await class_cards(work, class_id)).seen)
    async with app.work(_at(known["second-parent"], Door.FAMILY)) as work:
        child = next(iter(work.actor.children))
        await propose(work, child.pupil_id, ContactField.PHONE, NEW_PHONE, own=True)


def _at(player: Player, door: Door) -> Address:
    return Address(door, str(player.id))
