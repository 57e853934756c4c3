# Расписание ребёнка: неделя, каникулы, звонки, события
timetable-title = <b>{ $name }</b>, { $year } · расписание
timetable-day = <b>{ SHORTDAY($day) }</b>
timetable-today = <b>{ SHORTDAY($day) } · сегодня</b>
timetable-lesson = { $no }. { CLOCK($starts) } { $subject }
timetable-cancelled = { $no }. <s>{ $subject }</s> · отменён
timetable-substituted = замена
timetable-moved = перенесён
timetable-room = другой кабинет
timetable-holiday = { $name }
timetable-free = Уроков нет.
timetable-more = …и ещё строк: { $count }
timetable-this-week = Эта неделя
timetable-calendar = Каникулы, звонки, события
timetable-until-holiday = { $count ->
    [one] До каникул «{ $name }» { $count } день: с { DAY($day) }.
    [few] До каникул «{ $name }» { $count } дня: с { DAY($day) }.
   *[many] До каникул «{ $name }» { $count } дней: с { DAY($day) }.
}
timetable-periods = <b>Учебные периоды</b>
timetable-holidays = <b>Каникулы и праздники</b>
timetable-span = { $name }: { DAY($starts) } – { DAY($ends) }
timetable-single-day = { $name }: { DAY($day) }
timetable-bells = <b>Звонки сегодня</b>
timetable-bell = { $no }. { $starts }–{ $ends }
timetable-events = <b>События класса</b>
timetable-no-events = Пока ничего не назначено.

# События класса
event-on-day = { $sign } { SHORTDAY($day) }: { $title }
event-on-days = { $sign } { SHORTDAY($first) } – { SHORTDAY($last) }: { $title }
event-here = { $sign } { $told ->
    [hours] { CLOCK($starts) }–{ CLOCK($ends) }: { $title }
   *[all-day] { $title }
}
event-at = { $sign } { SHORTDAY($day) }, { CLOCK($starts) }–{ CLOCK($ends) }: { $title }
events-title = <b>{ $name }: события</b>
events-none = Впереди ничего не назначено.
events-past = Были:
events-more = …и ещё: { $count }
events-add = Добавить событие
events-ask =
    Что и когда? Напишите одним сообщением, например:
    <i>25 ноября 18:00 каб. 12 Родительское собрание</i>
    <i>28–30 ноября Поход</i>
events-ask-change = Напишите событие целиком заново. Сейчас оно такое:
events-ask-short = 25 ноября 18:00 Собрание
events-added = Событие добавлено: через пару минут семьи получат сообщение (ночью подождёт до утра).
events-already = Такое событие уже есть.
events-changed-by-other = Событие уже изменил кто-то другой.
events-label = { SHORTDAY($day) } { $title }
events-change = Изменить
events-withdraw = Убрать
events-withdrawn = Убрано
error-event-wrong = { $what ->
    [words] Слишком длинно: можно не больше { $limit } знаков.
    [day] Не вижу дня. Начните с него: «25 ноября …» или «завтра …».
    [hours] Конец раньше начала. Пример: «18:00–19:30».
   *[title] Что это будет? Напишите после дня и времени название, не длиннее { $limit } знаков.
}

event-sign = { $kind ->
    [meeting] 👥
    [trip] 🚌
    [duty] 🧹
   *[other] ◆
}
event-of = <b>{ $name }</b>
event-answer = { $answer ->
    [coming] Придём
   *[not_coming] Не придём
}
event-answer-toast = Ответ записан
event-answered = { $answer ->
    [coming] Ваш ответ: <b>придём</b>
    [not_coming] Ваш ответ: <b>не придём</b>
   *[none] <b>Нужен ответ:</b> придёте?
}
event-answer-short = { $answer ->
    [coming] придём
    [not_coming] не придём
   *[none] нужен ответ
}
event-open-answer = Ответить: { $title }
events-none-month = В этом месяце ничего не назначено.
events-by-month = По месяцам
events-month-title = <b>{ $name }: события</b>, { $month }
events-child-month-title = <b>{ $name }</b>: события, { $month }
events-kind = { $kind ->
    [meeting] Собрание
    [trip] Поездка, экскурсия
    [duty] Дежурство
   *[other] Событие класса
}
events-kind-word = { $kind ->
    [meeting] Собрание
    [trip] Поездка
    [duty] Дежурство
   *[other] Другое
}
events-asks-on = Спросить, кто придёт
events-asks-off = Ответ не нужен
events-who = Кто придёт
events-coming = Придут: { $count }
events-not-coming = Не придут: { $count }
events-silent = Ещё не ответили: { $count }
push-event = Событие класса ({ $pupil }):
push-event-changed = ⚠ <b>Изменилось</b> ({ $pupil }), теперь так:
push-event-asks = <b>Нужен ответ</b> ({ $pupil }):
push-event-withdrawn = ✗ <b>Отменено</b> ({ $pupil }):
push-event-reminder = Напоминание ({ $pupil }):
push-event-open = Открыть событие
push-event-month = События месяца
error-event-over = Ответ больше не нужен: событие прошло или классный руководитель уже не спрашивает.
