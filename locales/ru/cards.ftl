# Вечерняя карточка семьи и итоги недели
card-title = 🌙 <b>{ WEEKDAY($day) }, { DAY($day) }</b>
card-week-title = 🗓 <b>Неделя до { DAY($day) }</b>
card-child = <b>{ $name }</b>
card-more = ещё { $count }
card-day = { SHORTDAY($day) }

# Сегодня
card-marks = Отметки:
card-mark = <b>{ $value }</b>
card-mark-said = <b>{ $value }</b> ({ $said })
card-mark-dot = долг
card-mark-day = за { SHORTDAY($day) }
card-mark-before = было { $before }
card-mark-formerly = исправлен вид работы, было: { $kind }
card-mark-removed = снята
card-finals = Итоговые, { $period }:
card-finals-year = За год:
card-absent = ✗ Пропущено:
card-absent-why = { $count ->
    [1] { $lessons }-й урок
   *[other] уроки { $lessons }
} – { $why ->
    [illness] болезнь
    [excused] уважительная причина
    [unexcused] без уважительной причины
    [ill] болеет (ответ семьи)
    [family] семейные обстоятельства (ответ семьи)
    [late] опоздание (ответ семьи)
    [unknown] причина неизвестна
   *[none] причина не указана
}
card-late = ⏱ Опоздание: { $number }-й урок{ $minutes ->
    [0] { "" }
   *[other] , { $minutes } мин
}

# Завтра и дальше
card-tomorrow = <b>Завтра:</b> { $count ->
    [one] { $count } урок
    [few] { $count } урока
   *[other] { $count } уроков
}, с { $starts }
card-tomorrow-free = <b>Завтра уроков нет</b>
card-homework = Задано:
card-minutes = около { $minutes } мин
card-minutes-least = от { $minutes } мин
card-event = Завтра: { $title }
card-event-at = Завтра в { $starts }: { $title }
card-event-place = , { ROOM($place, before: "каб.") }
card-tasks = Личное задание на завтра:
card-controls = Впереди:
card-control = { SHORTDAY($day) } { $subject } ({ $kind })
card-waiting = Ждёт вашего ответа: пропуск
card-announcements = Ждут вашего ответа объявления: { $count }

# Неделя
card-week = <b>За неделю:</b> { $count ->
    [one] { $count } урок
    [few] { $count } урока
   *[other] { $count } уроков
}
card-week-alone = <b>За неделю</b>
card-week-marks = Отметки:
card-week-count = «{ $value }» – { $count }
card-week-moved = Средний балл:
card-week-way = { $subject } { POINT($before) } → { POINT($now) } { $way }
card-week-first = { $subject } { POINT($now) }
card-week-chart = По неделям: <code>{ $bars }</code> { POINT($now) }
card-week-present = Пропусков и опозданий нет
card-week-missed = { $count ->
    [one] Пропущен { $count } урок
    [few] Пропущено { $count } урока
   *[other] Пропущено { $count } уроков
}
card-week-why = { $why ->
    [illness] болезнь
    [excused] уважительная причина
    [unexcused] без уважительной причины
    [ill] болезнь
    [family] семейные обстоятельства
    [late] опоздание
    [unknown] причина неизвестна
   *[none] не объяснено
} – { $count }
card-week-late = Опозданий: { $count }
card-week-owed = Долги:

# Кнопки
card-open-week = Неделя
card-open-marks = Отметки
card-open-task = Задание: { $subject }
card-explain = Объяснить пропуск { SHORTDAY($day) }
