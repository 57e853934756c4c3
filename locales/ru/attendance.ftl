# Посещаемость ребёнка
attendance-title = <b>{ $name }</b> · посещаемость
attendance-period = { $name }
attendance-year = { $name } учебный год
attendance-nothing = Здесь пока нет уроков с перекличкой.
attendance-was = На уроках: { $count } из { $held } · { $percent } %
attendance-class = В среднем по классу: { $percent } %
attendance-clean = Пропусков и опозданий нет.
attendance-missed = { $days ->
    [0] Пропущено уроков: { $count }
   *[other] Пропущено уроков: { $count }, полных дней: { $days }
}
attendance-reason = { $why ->
    [illness] – по болезни: { $count }
    [excused] – по уважительной причине: { $count }
    [unexcused] – без уважительной причины: { $count }
    [ill] – семья сообщила о болезни: { $count }
    [family] – семья сообщила о делах: { $count }
    [late] – семья сообщила об опоздании: { $count }
    [unknown] – семья не знает причины: { $count }
   *[none] – причина не указана: { $count }
}
attendance-late = { $minutes ->
    [0] Опозданий: { $count }
   *[other] Опозданий: { $count }, всего { $minutes } мин
}
attendance-subjects = По предметам: { $subjects }
attendance-subject = { $subject } { $count } из { $of }
attendance-days = <b>По дням</b>
attendance-more = { $count ->
    [one] …и ещё { $count } день
    [few] …и ещё { $count } дня
   *[many] …и ещё { $count } дней
}
attendance-day = <b>{ SHORTDAY($day) }</b>
attendance-day-missed = { $count ->
    [one] пропущен урок { $numbers }
   *[other] пропущены уроки { $numbers }
} · { $why ->
    [illness] болезнь
    [excused] уважительная причина
    [unexcused] без уважительной причины
    [ill] болезнь, со слов семьи
    [family] семейные обстоятельства, со слов семьи
    [late] опоздание, со слов семьи
    [unknown] причина неизвестна
   *[none] причина не указана
}
attendance-day-late = { $count ->
    [one] опоздание на урок { $numbers }
   *[other] опоздания на уроки { $numbers }
}
attendance-day-button = { SHORTDAY($day) }
attendance-day-unexplained = ! { SHORTDAY($day) }
attendance-day-title = <b>{ $name }</b> · { DAY($day) }, { WEEKDAY($day) }
attendance-day-nothing = Пропусков и опозданий в этот день нет.
attendance-lesson-missed = <b>{ $no }.</b> { $subject } · { $why ->
    [illness] болезнь
    [excused] уважительная причина
    [unexcused] без уважительной причины
    [ill] болезнь, со слов семьи
    [family] семейные обстоятельства, со слов семьи
    [late] опоздание, со слов семьи
    [unknown] причина неизвестна
   *[none] причина не указана
}
attendance-lesson-late = <b>{ $no }.</b> { $subject } · { $minutes ->
    [0] опоздание
   *[other] опоздание, { $minutes } мин
}
attendance-wrong = Ошибка: { $no }. { $subject }
attendance-open-day = Открыть день
attendance-before = ‹ { $month }
attendance-after = { $month } ›
attendance-by-months = По месяцам
attendance-whole-year = Год
