# Сообщения об ошибках в записях (F4)
report-attendance = Посещение: здесь ошибка
report-entry = { $what ->
    [mark] отметка { $value ->
        [pass] «зачёт»
        [fail] «незачёт»
        [not_assessed] «н/а»
        [exempt] «осв»
        [dot] «работа пока не сдана»
       *[other] { $value }
    } ({ $kind })
    [removed] отметки нет
    [late] { $minutes ->
        [0] опоздание
       *[other] опоздание, { $minutes } мин
    }
    [absent] { $reason ->
        [illness] не на уроке, болеет
        [excused] не на уроке, уважительная причина
        [unexcused] не на уроке, без уважительной причины
       *[none] не на уроке
    }
   *[present] на уроке
}
report-entry-brief = { $what ->
    [mark] { $value ->
        [pass] зачёт
        [fail] незачёт
        [not_assessed] н/а
        [exempt] осв
        [dot] долг
       *[other] { $value }
    }
    [removed] без отметки
    [late] опоздание
    [absent] не на уроке
   *[present] на уроке
}
report-lesson = { $subject }, { DAY($day) }, { $number }-й урок
report-lesson-class = { $classes } · { $subject }, { DAY($day) }, { $number }-й урок
report-in-journal = В журнале: { $entry }
report-was = Было: { $entry }
report-became = Стало: { $entry }
report-now = Сейчас: { $entry }
report-said = { $who ->
    [you] Вы
    [pupil] Ученик
   *[other] { $name }
}, { DAY($day) }:
report-quote = «{ $words }»

report-ask = <b>{ $name }</b>
    { $lesson }
    В журнале: { $entry }.

    Напишите в нескольких словах, что не так (до 500 знаков). Ответит учитель или завуч.
report-ask-short = Что не так?
report-words-only = Здесь нужны слова: файл сюда не прикладывается.
report-made-new = ✓ Передано учителю и завучу.
report-made-same = Это уже передано.
report-made-others = Об этой записи в семье уже сообщили раньше, поэтому новые слова не отправлены.
report-open-toast = Об этом уже сообщили
report-title = <b>{ $name }</b>: сообщение об ошибке
report-waits = ⏳ Ответят не позже { DAY($due) }.
report-waits-over = ⏳ Ответить должны были до { DAY($due) }. Завуч это видит.
report-corrected = ✓ Исправлено { DAY($day) } ({ $name }).
report-stands = Проверено { DAY($day) }, запись верна ({ $name }).
report-withdrawn = Сообщение отозвано { DAY($day) }.
report-withdraw = Отозвать сообщение
report-withdrawn-toast = Отозвано
report-settled-toast = Уже нечего отзывать
report-open-subject = Отметки по предмету
report-open-day = Открыть день
reports-all = Все сообщения
reports-title = <b>{ $name }</b>: сообщения об ошибках
reports-none = Пока ничего. Если отметка или посещение записаны неверно, откройте урок в дневнике и сообщите об ошибке оттуда.
reports-legend = ⏳ ждёт ответа, ✓ исправлено, ＝ запись верна, ✗ отозвано
reports-button = { $state ->
    [waits] ⏳
    [corrected] ✓
    [stands] ＝
   *[withdrawn] ✗
} { $entry } · { $subject }, { SHORTDAY($day) }

report-home-count = Сообщения об ошибках: { $count }
staff-reports-title = Ждут ответа: { $count }
staff-reports-title-more = Ждут ответа: { $count } и ещё
staff-reports-none = Сообщений об ошибках, которые ждут ответа, нет.
staff-reports-overdue = ❗ Срок ответа прошёл: { $count }
staff-reports-button = { $over ->
    [yes] ❗ { $name }
   *[no] { $name }
}: { $entry } · { $subject }, { SHORTDAY($day) }
staff-report-title = Семья сообщает об ошибке: <b>{ $name }</b>
staff-report-due = Ответить до { DAY($due) }.
staff-report-overdue = ❗ Срок ответа прошёл { DAY($due) }.
staff-report-hint = Исправьте запись, и семья получит ответ. Или объясните, почему она верна.
staff-report-hint-owner = Когда запись исправят, семья получит ответ. Или объясните, почему она верна.
staff-report-hint-changed = Запись изменилась. Если это и есть исправление, нажмите «Исправлено: ответить».
staff-report-fix = Исправить
staff-report-look = Открыть запись
staff-report-stands = Всё верно…
staff-report-corrected = Исправлено: ответить
staff-report-ask = { $name }, { $lesson }. Почему запись верна? Семья прочитает ваше объяснение (до 500 знаков).
staff-report-ask-short = Почему запись верна
staff-report-answered-done = ✓ Ответ передан семье.
staff-report-answered-already = На это сообщение уже ответили или его отозвали.
staff-report-done-toast = Ответ передан семье
staff-report-already-toast = Уже отвечено или отозвано
staff-report-unchanged-toast = Запись пока не изменилась

push-report-open = Открыть сообщение
push-report-corrected = ✓ <b>{ $name }</b>: запись исправлена
push-report-stands = <b>{ $name }</b>: запись проверена, всё верно
push-report-author = { $who ->
    [pupil] Ученик:
   *[other] { $name }:
}
push-report-by = Ответ: { $name }
push-reports-overdue = ❗ { $count ->
    [one] { $count } сообщение семьи об ошибке осталось без ответа в срок
    [few] { $count } сообщения семей об ошибках остались без ответа в срок
   *[many] { $count } сообщений семей об ошибках остались без ответа в срок
}
push-reports-due = { $count ->
    [one] Сообщение семьи об ошибке ждёт вашего ответа
   *[other] Сообщения семей об ошибках ждут вашего ответа
}
push-reports-line = { $name } ({ $classes }): { $subject }, { DAY($day) } — до { DAY($due) }
push-reports-more = …и ещё { $count }
error-nothing-to-correct = { $what ->
    [attendance] Посещение этого урока ещё не отмечено: сообщать об ошибке пока не о чем.
   *[mark] Этой отметки в дневнике нет: её сняли или исправляют.
}
