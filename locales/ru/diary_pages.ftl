# Дневник ребёнка: день, урок, неделя, домашние задания
diary-ahead = { $when ->
    [tomorrow] Что завтра: на сегодня уроков больше нет.
   *[other] Ближайшие уроки: сегодня их больше нет.
}
diary-works = 📝 { $works }
diary-debt = ❗ Долг: сдать работу ({ $kind })
diary-remark = { $tone ->
    [praise] 👍 Похвала
    [blame] ⚠ Замечание
   *[neutral] 💬 К сведению
}{ $whom ->
    [class] { " " }классу
   *[pupil] { "" }
}: { $words }
diary-lesson-no = { $no }-й
diary-sibling = 👤 { $name }
diary-more = …всё не поместилось. Откройте урок или день кнопкой ниже.

# Урок
lesson-classwork = На уроке: { $words }
lesson-mark = <b>{ $value }</b> – { $kind }, вес { $weight }
lesson-mark-comment = <b>{ $value }</b> – { $kind }, вес { $weight }: { $comment }
lesson-dot = долг
lesson-wrong-mark = Ошибка в отметке: { $value }
lesson-subject-marks = Отметки: { $subject }

# Неделя
child-week-title = <b>{ $name }</b>
    { DAY($starts) } – { DAY($ends) }
child-week-day = <b>{ SHORTDAY($day) }</b>{ $when ->
    [today] { " · сегодня" }
   *[other] { "" }
}
child-week-lesson = { $no }. { $subject }
child-week-lesson-cancelled = { $no }. <s>{ $subject }</s> · отменён
child-week-marks = <b>{ $marks }</b>
child-week-dot = долг
child-week-sign-absent = ✗
child-week-sign-late = ⏱
child-week-sign-changed = 🔁
child-week-sign-control = 📝
child-week-sign-homework = 📖
child-week-means-absent = нет на уроке
child-week-means-late = опоздание
child-week-means-changed = изменение
child-week-means-control = контрольная
child-week-means-homework = задано
child-week-days = <b>{ SHORTDAY($starts) } – { SHORTDAY($ends) }</b>
child-week-before = ‹ с { SHORTDAY($day) }
child-week-after = с { SHORTDAY($day) } ›

# Домашние задания
homework-title = <b>{ $name }</b>
    Домашние задания
homework-subject = { $subject }
homework-day = <b>{ SHORTDAY($day) }</b>{ $when ->
    [today] { " · сегодня" }
    [tomorrow] { " · завтра" }
   *[other] { "" }
}
homework-of = { $done ->
    [yes] ✓
   *[no] •
} <b>{ $subject }</b>:
homework-ahead-none = Впереди заданий нет.
homework-week-none = На эти дни ничего не задано.
homework-debts = <b>Долги: работы, которые ещё не сданы</b>
homework-debt = ❗ { $subject }, { SHORTDAY($day) }: { $kind }
homework-debt-open = ❗ { $subject } { SHORTDAY($day) }
homework-debts-more = …и ещё { $count }
homework-before = ‹ Раньше
homework-ahead = Впереди
homework-after = Позже ›
homework-by-subject = По предметам
homework-by-date = Все предметы
homework-subjects = <b>{ $name }</b>
    Задания по какому предмету?
task-open-dated = 📖 { $subject } { SHORTDAY($day) }{ $files ->
    [0] { "" }
   *[other] { " · 📎 " }{ $files }
}
task-due-here = <b>К этому уроку:</b>
task-due-on = <b>Задано на { SHORTDAY($day) }:</b>
task-tick = { $done ->
    [yes] ✓ Сделано
   *[no] ☐ Не сделано
}

# Дом семьи
now-marks = Отметки за сегодня:
now-after = { $when ->
    [tomorrow] Завтра
   *[other] { SHORTDAY($day) }
} в { CLOCK($starts) }, { $count ->
    [one] { $count } урок
    [few] { $count } урока
   *[other] { $count } уроков
}{ $changed ->
    [0] { "" }
   *[other] { ", изменений: " }{ $changed }
}
