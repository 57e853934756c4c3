"""An event from the class leader's words to the families' answers, over real HTTP (P11)."""

from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import days_after
from tests.support.stage import Scene


async def test_a_trip_is_put_asked_about_answered_moved_and_taken_back(
    stage: Scene, seven_b: Class7B, clock: FakeClock
) -> None:
    leader, mother, father = (stage.phone(p) for p in (seven_b.leader, seven_b.mother, seven_b.father))
    await leader.send("/menu")
    await leader.sees("Класс: 7Б")
    await leader.press("Класс: 7Б")
    await leader.sees("События")
    await leader.press("События")
    await leader.sees("Впереди ничего не назначено.")
    await leader.press("Добавить событие")
    await leader.sees("Что и когда?")
    await leader.send("26 ноября 10:00 Экскурсия в <музей> & парк")
    await leader.sees("Событие добавлено", "🚌 чт 26.11, 10:00–11:00: Экскурсия в <музей> & парк")
    await leader.press("Спросить, кто придёт")
    await leader.sees("Придут: 0 · Не придут: 0 · Ещё не ответили: 3")
    clock.forward(minutes=3)

    await mother.sees("Событие класса (Иванов Пётр)", "Экскурсия в <музей> & парк", "Нужен ответ")
    await father.sees("Событие класса (Иванов Пётр)")
    await mother.press("Придём", exact=True)
    await mother.sees("Ваш ответ: придём", "✓ Придём")
    await father.press("Не придём")
    await father.sees("Ваш ответ: не придём")
    await leader.press("Кто придёт")
    await leader.sees("Не придут: 1\nИванов Пётр", "Ещё не ответили: 2\nЁжиков Лев, Петрова Анна")
    await leader.press("Назад")
    await leader.press("Изменить")
    await leader.sees("Напишите событие целиком")
    await leader.send("27 ноября 10:00 Экскурсия в музей")
    await leader.sees("пт 27.11")
    clock.forward(minutes=3)

    await mother.sees("Изменилось (Иванов Пётр)", "пт 27.11, 10:00–11:00: Экскурсия в музей")
    await leader.press("Убрать")
    await leader.sees("Впереди ничего не назначено.")
    clock.forward(minutes=3)
    await mother.sees("Отменено (Иванов Пётр)")
    await mother.press("События месяца")
    await mother.sees("Пётр Иванов: события, ноябрь 2026", "В этом месяце ничего не назначено.")


async def test_the_timetable_and_the_card_ask_until_the_family_answers(
    stage: Scene, seven_b: Class7B, clock: FakeClock
) -> None:
    leader, mother = stage.phone(seven_b.leader), stage.phone(seven_b.mother)
    await leader.send("/menu")
    await leader.sees("Класс: 7Б")
    await leader.press_data(f"Ca:{seven_b.class_id}", leader.screen.id)
    await leader.sees("Что и когда?")
    await leader.send("25 ноября 18:00 каб. 12 Родительское собрание")
    await leader.sees("Событие добавлено")
    await leader.press("Спросить, кто придёт")
    clock.set("18:00", days_after(1))
    await mother.sees("Напоминание (Иванов Пётр)", "👥 ср 25.11, 18:00–19:00: Родительское собрание, каб. 12")
    clock.set("19:00", days_after(1))
    await mother.sees("Завтра в 18:00: Родительское собрание", "нужен ответ", "Ответить: Родительское с")

    await mother.press("Ответить: Родительское с")
    await mother.sees("Собрание", "Нужен ответ: придёте?")
    await mother.press("Придём", exact=True)
    await mother.sees("Ваш ответ: придём")
    await mother.press("Назад")
    await mother.sees("ноябрь 2026", "👥 ср 25.11, 18:00–19:00: Родительское собрание, каб. 12 · придём")
    await mother.press("декабрь ›")

    await mother.sees("декабрь 2026", "В этом месяце ничего не назначено.")
    await leader.press_data(f"Cn:{seven_b.class_id}:", leader.screen.id)
    await leader.sees("7Б: события, ноябрь 2026", "Родительское собрание")
