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
event-on-day = ◆ { SHORTDAY($day) }: { $title }
event-on-days = ◆ { SHORTDAY($first) } – { SHORTDAY($last) }: { $title }
event-here = ◆ { $told ->
    [hours] { CLOCK($starts) }–{ CLOCK($ends) }: { $title }
   *[all-day] { $title }
}
event-at = ◆ { SHORTDAY($day) }, { CLOCK($starts) }–{ CLOCK($ends) }: { $title }
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
events-added = Событие добавлено, семьи увидят его в расписании.
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
