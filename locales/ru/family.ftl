# Бот семьи: дом, день ребёнка, отсутствия, настройки
family-settings = ⚙ Настройки
family-cancelled = { $count ->
    [0] Сейчас отменять нечего.
   *[other] Ввод отменён.
}
family-help =
    <b>Что умеет этот бот</b>
    • показывает уроки ребёнка, кабинеты, замены и посещаемость;
    • сообщает, если ребёнка нет на уроке, и передаёт ваш ответ школе;
    • передаёт классному руководителю, что ребёнка не будет, и фото справки.

    /menu – главный экран
    /language – язык
    /cancel – отменить ввод

    Ещё один ребёнок или новый код: просто пришлите код сообщением.
family-not-understood = Здесь ничего не нужно писать: всё делается кнопками. Код доступа можно прислать сообщением.
family-which-question = Открыто несколько вопросов. Нажмите «Ответить» на том, на который отвечаете, или /cancel.
family-home = <b>Ваши дети</b>
family-home-waiting = { $count ->
    [one] Ещё один ребёнок откроется после согласия на обработку данных.
   *[other] Ещё { $count } ребёнка откроются после согласия на обработку данных.
}
now-lesson = Сейчас { $no }-й урок: { $subject }
now-next = В { CLOCK($starts) } { $no }-й урок: { $subject }
now-over = Уроки на сегодня закончились.
now-absent = { $count ->
    [one] ✗ Нет на { $count } уроке.
   *[other] ✗ Нет на { $count } уроках.
}
now-known = { $reason ->
    [illness] Болеет, школа знает.
   *[excused] Отсутствует, школа знает.
}

# День
diary-open = Открыть день
diary-title = <b>{ $name }</b>
diary-date = { DAY($day) }, { WEEKDAY($day) }{ $when ->
    [today] { " · сегодня" }
    [tomorrow] { " · завтра" }
    [yesterday] { " · вчера" }
   *[other] { "" }
}
diary-lesson = <b>{ $no }.</b> { CLOCK($starts) }–{ CLOCK($ends) } <b>{ $subject }</b>
diary-lesson-cancelled = <b>{ $no }.</b> <s>{ $subject }</s> · урок отменён
diary-room = каб. { $room }
diary-other-room = каб. { $room } вместо { $planned }
diary-teacher = { $name }
diary-substitution = замена
diary-moved-here = перенесён: был { SHORTDAY($day) }, { $no }-м уроком
diary-moved-away = <s>{ $subject }</s> · перенесён на { SHORTDAY($day) }, { $no }-й урок
diary-present = ✓ на уроке
diary-late = { $minutes ->
    [0] ⏱ опоздание
   *[other] ⏱ опоздание, { $minutes } мин
}
diary-absent = { $why ->
    [illness] ✗ нет на уроке: болеет
    [excused] ✗ нет на уроке: уважительная причина
    [unexcused] ✗ нет на уроке: без уважительной причины
    [ill] ✗ нет на уроке: болеет (ответ семьи)
    [family] ✗ нет на уроке: семейные обстоятельства (ответ семьи)
    [late] ✗ нет на уроке: опаздывает (ответ семьи)
    [unknown] ✗ нет на уроке, причина неизвестна
   *[none] ✗ нет на уроке
}
diary-known = { $reason ->
    [illness] Болеет: { $span }. Школа знает.
   *[excused] Отсутствует по уважительной причине: { $span }. Школа знает.
}
diary-outside-year = Уроков нет: учебный год с { DAY($starts) } по { DAY($ends) }.
diary-holiday = Уроков нет: { $name }.
diary-not-enrolled = Уроков нет: в этот день ребёнок не числится в классе.
diary-day-off = Выходной, уроков нет.
diary-nothing-planned = Уроков в расписании нет.
diary-before = ‹ { SHORTDAY($day) }
diary-after = { SHORTDAY($day) } ›
diary-today = Сегодня
diary-shown-day = ·{ $day }·
weekday-short = { $no ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[other] вс
}
span-day = { DAY($day) }
span-days = { DAY($starts) } – { DAY($ends) }
span-open = с { DAY($starts) }, пока не вернётся
notices-open = Сообщить об отсутствии
notices-see = Отсутствия
