# Бот семьи: дом, день ребёнка, отсутствия, настройки
family-settings = ⚙ Настройки
family-cancelled = { $count ->
    [0] Сейчас отменять нечего.
   *[other] Ввод отменён.
}
family-help =
    <b>Что умеет этот бот</b>
    • показывает дневник: уроки и замены, темы, задания с файлами, отметки и что выходит, посещаемость;
    • сообщает, если ребёнка нет на уроке, и передаёт ваш ответ школе;
    • вечером присылает одну карточку, в субботу – итоги недели; что и когда присылать, выбирают в настройках;
    • передаёт классному руководителю, что ребёнка не будет, и фото справки;
    • передаёт учителю, что отметка или посещение записаны неверно;
    • ведёт переписку с учителями, классным руководителем и администрацией, хранит объявления и документы школы.

    /menu – главный экран
    /language – язык
    /cancel – отменить ввод

    Ещё один ребёнок или новый код: просто пришлите код сообщением.
family-not-understood = Это никому не передано: здесь всё делается кнопками. Написать в школу — «Ещё…» → «Написать». Код доступа можно прислать сообщением.
family-home = <b>Ваши дети</b>
family-home-waiting = { $count ->
    [one] Ещё один ребёнок откроется после согласия на обработку данных.
    [few] Ещё { $count } ребёнка откроются после согласия на обработку данных.
   *[other] Ещё { $count } детей откроются после согласия на обработку данных.
}
departed = <b>{ $who ->
    [self] { $name }, вы больше не учитесь в нашей школе.
   *[child] { $name } больше не учится в нашей школе.
}</b>
departed-since = Последний день в школе: { DAY($day) }, { $unit }.
departed-leader = Классный руководитель: { $leader }
departed-ask =
    Дневник закрыт, сообщения больше не приходят. Если это ошибка или нужна выписка с отметками, обратитесь к классному руководителю или в канцелярию школы.

    Если школа выдала вам новый код, пришлите его сюда.
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
diary-room = { ROOM($room, before: "каб.") }
diary-other-room = { ROOM($room, before: "каб.") } вместо { $planned }
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

# Отсутствия
notices-title = <b>{ $name }</b>
notices-none = Сообщений об отсутствии нет.
notice-new = Сообщить об отсутствии
notice-new-for = Новое отсутствие: { $name }
notice-label = { $span } · { $reason ->
    [illness] болеет
    [unexcused] без уваж. причины
   *[excused] уваж. причина
}
short-span-day = { SHORTDAY($starts) }
short-span-days = { SHORTDAY($starts) } – { SHORTDAY($ends) }
short-span-open = с { SHORTDAY($starts) }
notice-when = Когда { $name } будет отсутствовать?
notice-today = Сегодня, { DAY($day) }
notice-tomorrow = Завтра, { DAY($day) }
notice-other-days = Другие дни…
notice-ask-dates = { $name }: напишите день или дни отсутствия. Например: 12.03, 12.03–15.03 или «с 12 по 15 марта».
notice-ask-new-dates = { $name }, { $span }: напишите новые дни. Например: 12.03, 12.03–15.03 или «до пятницы».
notice-dates-example = 12.03–15.03
notice-why = { $name }, { $span }. По какой причине?
notice-reason-choice = { $reason ->
    [illness] Болеет
   *[excused] По семейным обстоятельствам
}
notice-reason-other = Другая причина…
notice-ask-reason = { $name }, { $span }: напишите причину в нескольких словах, до 500 знаков.
notice-ask-note = { $name }, { $span }: напишите, что передать классному руководителю, до 500 знаков.
notice-ask-again = Напишите ещё раз.
notice-ask-words = Здесь нужен ответ словами.
notice-span = Отсутствие: { $span }
notice-reason = Причина: { $reason ->
    [illness] болеет
    [unexcused] без уважительной причины
   *[excused] { $family ->
        [yes] семейные обстоятельства
       *[no] уважительная
    }
}
notice-note = «{ $note }»
notice-pages = { $count ->
    [one] 📎 Справка: { $count } файл
    [few] 📎 Справка: { $count } файла
   *[other] 📎 Справка: { $count } файлов
}
notice-author = Сообщение: { $who ->
    [you] ваше
    [school] классный руководитель, { $name }
   *[other] { $name }
}
notice-withdrawn = Отозвано.
notice-over = Эти дни прошли. Справку ещё можно приложить.
notice-change-dates = Изменить дни
notice-change-reason = Изменить причину
notice-write-note = Комментарий
notice-withdraw = Отозвать
notice-withdraw-sure = { $name }: отозвать отсутствие ({ $span })? Классный руководитель узнает.
notice-withdraw-yes = Да, отозвать
notice-given = ✓ Записано. Классный руководитель узнает, учителя увидят на уроке.
notice-taken-back = ✓ Отозвано: ждём в школе.
notice-changed = ✓ Изменено. Классный руководитель узнает.
notice-already = Так уже записано.
notice-stale = Пока вы смотрели, это уже изменили. Вот как сейчас. Повторите, если нужно.
notice-overlaps = На эти дни уже есть сообщение. Его можно изменить:
paper-send = 📎 Справка
paper-ask = { $name }, { $span }: пришлите фото справки или PDF. Можно несколько файлов, до 20 МБ каждый.
paper-not-a-file = Нужно фото или PDF.
paper-kept = ✓ Приложено. Классный руководитель увидит.
paper-kept-album = ✓ Принято. Остальные файлы этого сообщения приложатся сюда же.
paper-attach = 📎 Приложить присланный файл
paper-loose = Файл получен. К какому отсутствию его приложить? Если не выбрать, через сутки он удалится.

# Ответ на тревогу
case-about =
    <b>{ $name }</b>: нет на { $no }-м уроке
    { $subject }, { $time }, { DAY($day) }
case-answered = { $said ->
    [ill] ✓ Ответ семьи: болеет. Школа знает.
    [family] ✓ Ответ семьи: семейные обстоятельства. Школа знает.
    [late] ✓ Ответ семьи: опаздывает. Школа знает.
   *[unknown] ✓ Ответ семьи: причина неизвестна. Классный руководитель получил сообщение.
}
case-open = Ответа пока нет.
case-closed = ✓ Отметка исправлена: ребёнок на уроке.
case-what = Что случилось?
case-change = Изменить ответ
case-toast = Ответ передан

# Настройки
settings-title = <b>Настройки</b>
settings-people = Этот телефон подключён как:
settings-person = { $children ->
    [none] • { $name }
   *[other] • { $name } (дети: { $children })
}
settings-language = Язык · Language
settings-language-title = Язык · Language
language-ru = Русский
language-en = English
settings-quiet-title = В тихие часы несрочные сообщения ждут, а с 22:00 до 7:00 – всегда. Отсутствие ребёнка на уроке – всегда срочно.
settings-quiet-off = Без тихих часов
settings-quiet-none = Тихих часов нет.
settings-quiet-now = Тихие часы: с { $first } до { $last }.
settings-disconnect = Отключить этот телефон
settings-disconnect-sure = Отключить этот телефон от школы? Сообщения перестанут приходить. Чтобы вернуться, понадобится новый код.
settings-disconnect-yes = Да, отключить
settings-disconnected = Телефон отключён. Чтобы подключиться снова, попросите код у классного руководителя и пришлите его сюда.

# Классному руководителю
push-notice-given = 📝 <b>{ $pupil }</b>, { $name }: семья сообщает об отсутствии
push-notice-changed = 📝 <b>{ $pupil }</b>, { $name }: сообщение об отсутствии изменено
push-notice-withdrawn = 📝 <b>{ $pupil }</b>, { $name }: сообщение об отсутствии отозвано
push-notice-paper = 📎 <b>{ $pupil }</b>, { $name }: к отсутствию приложена справка
push-notice-what = { $span } · { $reason ->
    [illness] болеет
   *[excused] уважительная причина
}
push-notice-author = Сообщение: { $name }
push-notice-show-paper = Показать справку
paper-caption = { $name }, справка { $number } из { $count }
