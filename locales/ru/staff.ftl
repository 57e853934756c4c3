# Бот сотрудника: дом, день, перекличка, отсутствующие
staff-home = <b>{ $name }</b>, { WEEKDAY($day) }, { DAY($day) }
staff-home-open =
    { $count ->
        [one] Ждёт { $count } перекличка.
        [few] Ждут { $count } переклички.
       *[other] Ждут { $count } перекличек.
    }
staff-home-ahead =
    { $count ->
        [one] Впереди { $count } урок, отмечать пока нечего.
        [few] Впереди { $count } урока, отмечать пока нечего.
       *[other] Впереди { $count } уроков, отмечать пока нечего.
    }
staff-home-done = Всё отмечено.
staff-home-free = Сегодня у вас нет уроков.
staff-today = Сегодня
staff-absent = Отсутствуют: { $name }
staff-class = Класс: { $name }
class-desk-absent = Отсутствуют
class-desk-day = Уроки дня
class-desk-week = Неделя посещаемости
class-desk-failing = Неуспевающие
class-desk-families = Семьи
class-desk-use = Кто смотрит дневник
class-desk-events = События
staff-classes = Классы и семьи
staff-people = Сотрудники и коды
staff-workbook = Книга школы
staff-settings = Настройки
staff-settings-title = <b>Настройки</b>
staff-cards-on = Присылать карточку урока по звонку
staff-cards-off = Не присылать карточку урока
staff-cards-state-on = Карточка урока приходит сама, по звонку.
staff-cards-state-off = Карточка урока сама не приходит.
language-chosen = ✓ { $code ->
        [ru] Русский
       *[en] English
    }
language-other = { $code ->
        [ru] Русский
       *[en] English
    }
cancelled = Отменено.
nothing-to-cancel = Отменять нечего.
not-understood = Не понял это сообщение и никому его не передал. Написать семье или коллеге — «Сообщения». Вот главный экран.
refresh = ⟳ Обновить

day-today = <b>Сегодня, { WEEKDAY($day) }, { DAY($day) }</b>
day-yesterday = <b>Вчера, { WEEKDAY($day) }, { DAY($day) }</b>
day-tomorrow = <b>Завтра, { WEEKDAY($day) }, { DAY($day) }</b>
day-title = <b>{ WEEKDAY($day) }, { DAY($day) }</b>
day-free = Уроков нет.
day-holiday = Уроков нет: { $name }.
day-lesson = { $number }. { CLOCK($starts) }–{ CLOCK($ends) } <b>{ $classes }</b> { $subject }, { ROOM($room, before: "каб.") }
day-lesson-cancelled = { $number }. { CLOCK($starts) } <s>{ $classes } { $subject }</s> — отменён
day-substitute = вы заменяете
day-substituted = ведёт замена
day-step-back = ‹ { SHORTDAY($day) }
day-step-on = { SHORTDAY($day) } ›
day-week = Неделя
class-group = { $classes } ({ $group })
roll-sign-ahead = { $number }. { $classes } { $subject }
roll-sign-open = { $number }. { $classes } { $subject } — отметить
roll-sign-begun = { $number }. { $classes } { $subject } — начато, нет { $absent }
roll-sign-full = ✓ { $number }. { $classes } { $subject } — все
roll-sign-missing = ✓ { $number }. { $classes } { $subject } — нет { $absent }{ $late ->
        [0] { "" }
       *[other] , оп. { $late }
    }
roll-sign-lacking = ◐ { $number }. { $classes } { $subject } — нужно: { $parts }
week-title = <b>Неделя { DAY($first) } – { DAY($last) }</b>
week-day = { SHORTDAY($day) } — уроков: { $lessons }
week-day-undone = { SHORTDAY($day) } — уроков: { $lessons }, не отмечено: { $undone }
week-day-free = { SHORTDAY($day) } — нет уроков
week-back = ‹ Прошлая
week-on = Следующая ›

roll-title =
    <b>{ $classes } · { $subject }</b>
    { $number }-й урок, { CLOCK($starts) }, { SHORTDAY($day) }, { ROOM($room, before: "каб.") }
roll-substitution = ⇄ Замена
roll-pupils = В списке: { $pupils }.
roll-read-only = Только просмотр: отмечает учитель или классный руководитель.
roll-empty = В списке нет ни одного ученика.
roll-nobody = ✓ Готово: отмечать некого
roll-taken = ✓ Перекличка сделана: { $pupils } в списке, { $absent ->
        [0] отсутствующих нет
       *[other] нет { $absent }
    }{ $late ->
        [0] { "" }
        [one] , опоздал { $late }
       *[other] , опоздали { $late }
    }.
roll-not-taken = Отметьте отсутствующих ({ $pupils } в списке).
roll-absent = ✗ { $name } — { $reason }
roll-expected = ✗ { $name } — { $reason } (было известно)
roll-late = ◷ { $name } — опоздание
roll-late-minutes = ◷ { $name } — опоздание { $minutes } мин.
roll-wanted = Пока не записано: { $count }. Отметьте всех, кого нужно, и отправьте одним запросом.
roll-line-wanted = ⏳ { $name } — { $presence }{ $minutes ->
    [0] { "" }
   *[other] { " " }{ $minutes } мин.
}
roll-sign-of-absent = ✗
roll-sign-of-expected = ✗?
roll-sign-of-late = ◷
roll-ask-minutes = На сколько опоздал: { $name }
roll-minutes-title = <b>{ $name }</b>: на сколько минут опоздание?
roll-minutes = { $minutes } мин.
roll-all-present = ✓ Все на месте
roll-done = ✓ Готово: нет { $absent }{ $late ->
        [0] { "" }
        [one] , опоздал { $late }
       *[other] , опоздали { $late }
    }
roll-undo = ↶ Отменить
roll-note-already = Уже так
roll-note-changed = Коллега отметил раньше. На экране — как есть сейчас.
roll-note-outdated = Список изменился. Проверьте и нажмите ещё раз.

reason-illness = болезнь
reason-excused = уважительная причина
reason-unexcused = неуважительная причина
reason-none = причина неизвестна
statement-ill = болеет (со слов родителей)
statement-family = по семейным обстоятельствам (со слов родителей)
statement-late = опаздывает (со слов родителей)
statement-unknown = родители не знают, где ребёнок

absent-title = <b>{ $name }: отсутствуют</b>, { DAY($day) }
absent-rolls = Перекличек сделано: { $taken } из { $lessons } начавшихся уроков.
absent-no-rolls = Пока никого не отметили.
absent-nobody = Отсутствующих нет.
days-too-many = Получилось дней: { $days }, а за один раз можно не больше { $limit }.
list-earlier = ‹ Раньше
list-later = Дальше ›
list-more =
    { $count ->
        [one] …и ещё { $count } ученик
        [few] …и ещё { $count } ученика
       *[other] …и ещё { $count } учеников
    }
absent-line = <b>{ $name }</b>
absent-since =
    { $missed ->
        [one] с { $number }-го урока ({ $missed } урок)
        [few] с { $number }-го урока ({ $missed } урока)
       *[other] с { $number }-го урока ({ $missed } уроков)
    }
absent-known = предупредили заранее
absent-stated = { $statement }, { $who }
absent-waiting = ждём ответа родителей
absent-call = не получит сообщение: позвонить
absent-button = { $name }
absent-button-unexplained = ! { $name }
absence-title = <b>{ $name }</b>, { DAY($day) }
absence-note = Заметка: { $note }
absence-guardian = { $kinship }: { $name }, { $phone }
absence-guardian-call = { $kinship }: { $name }, { $phone } — бот не подключён, позвонить
absence-no-guardians = Родители не записаны в журнале.
absence-file = Показать справку
choose-illness = Болезнь
choose-excused = Уважительная причина
choose-unexcused = Без уважительной причины
choose-chosen = ✓ { $label }
absence-write-note = Добавить заметку
absence-ask-note = Напишите заметку об отсутствии: { $name }. Ответьте на это сообщение.
absence-ask-note-short = Заметка

class-day-title = <b>{ $name }</b>, { WEEKDAY($day) }, { DAY($day) }
class-day-teacher = {" "}— { $name }
class-lessons = Уроки класса
class-absent = Отсутствуют
