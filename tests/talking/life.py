"""People who talk, as their phones tell it: whatever arrives is written down with the hour of the school."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sandbox import Phone
from sandbox.view import Msg
from storage.models import Mute
from tests.chat.talking import Talkers
from tests.support.clock import MOSCOW
from tests.support.school import Person, days_after

LETTER = [["Ответить", "Открыть"]]


@dataclass
class Talk:
    """The phones and what arrived on them; the screens that a person asked for are no arrivals."""

    school: Talkers
    girl: int
    girls_leader: Person
    administrator: Person
    _phones: dict[str, tuple[Person, Phone]] = field(default_factory=dict)
    _read_to: dict[str, int] = field(default_factory=dict)
    _told: list[str] = field(default_factory=list)

    def gives(self, **people: Person) -> None:
        """Phones by the names of their owners."""
        for name, person in people.items():
            self._phones[name] = (person, self.school.stage.phone(person))

    def phone(self, name: str) -> Phone:
        return self._phones[name][1]

    async def home(self, name: str) -> Phone:
        return await self.school.at_home(self._phones[name][0])

    async def at(self, wall: str, day: int = 0) -> None:
        """It is so late on the day so many after Monday; all that was due by then has come."""
        self.school.clock.set(wall, days_after(day))
        await self.comes()

    async def comes(self) -> None:
        """What is due comes, and is written down."""
        await self.school.told()
        now = self.school.clock.now().astimezone(MOSCOW).strftime("%d.%m %H:%M")
        for name, (_, phone) in self._phones.items():
            for letter in phone.messages:
                if letter.id > self._read_to.get(name, 0) and is_letter(letter):
                    self._read_to[name] = letter.id
                    self._told.append(f"{now} {name}: {said(letter)}")

    def told(self) -> Sequence[str]:
        """All letters in the order in which they came: `23.11 10:00 mother: Физикова Анна Ивановна | words`."""
        return self._told

    async def letter(self, name: str, words: str) -> Msg:
        """The letter with these words on a phone, settled so that it may be replied to."""
        found = await self.phone(name).sees(words, "Ответить")
        await self.comes()
        return found

    async def answer(self, name: str, to: str, words: str) -> None:
        """Replies in the messenger to the letter that says `to`."""
        letter = await self.letter(name, to)
        said = await self.phone(name).reply(words, letter)
        await self.phone(name).sees("✓ Отправлено", after=said)
        await self.comes()

    async def write(self, name: str, whom: str, words: str, child: str | None = None) -> None:
        """To somebody of the school; `child`: of whom one speaks, if there are several."""
        await self.asked(name, whom, child)
        said = await self.phone(name).send(words)
        await self.phone(name).sees("✓ Отправлено", after=said)
        await self.comes()

    async def asked(self, name: str, whom: str, child: str | None = None) -> None:
        """The question «what is to be said?» is open."""
        phone = await self.home(name)
        home = phone.screen.id
        await phone.press("Сообщения" if child else "Ещё", message=home)
        await phone.settle()
        await phone.press("Написать", message=home, exact=True)
        if child:
            await phone.settle()
            await phone.press(child, message=home)
        await phone.settle()
        await phone.press(whom, message=home)
        await phone.sees("Кому: ", "О ком: ", after=home)

    async def silence(self, person: Person) -> None:
        """Somebody may not write for an hour."""
        now = self.school.clock.now()
        hour = {"starts_at": now, "ends_at": now + timedelta(hours=1)}
        mute = Mute(staff_id=person.id, reason="Грубость", made_by=self.administrator.id, **hour)
        async with self.school.school.sessions() as session, session.begin():
            session.add(mute)


def is_letter(message: Msg) -> bool:
    """Whether it brings somebody's words."""
    return message.from_bot and [list(row) for row in message.rows] == LETTER


def said(letter: Msg) -> str:
    """Who and what, on one line."""
    parts = [line.strip() for line in letter.text.splitlines() if line.strip()]
    return " | ".join(parts)
