# Своевременность: напоминания, «Журнал сегодня»
part-roll = перекличка
part-topic = тема
part-kind = вид урока
part-tasks = задания
part-ict = ИКТ
part-homework = ДЗ
part-marks = отметки за работу ({ $count })
push-journal-reminder = 📋 <b>Осталось заполнить в журнале</b>
push-journal-until = До { CLOCK($until) }, { DAY($until) }:
push-journal-line = { SHORTDAY($day) } · { $number }-й <b>{ $classes }</b> { $subject } — { $parts }
push-journal-button = { $number }. { $classes } { $subject }: { $parts }
push-journal-nudge =
    📋 <b>{ $who } просит заполнить журнал</b>
    { WEEKDAY($day) }, { DAY($day) }
push-journal-overdue =
    📋 <b>Не внесено в срок</b>, { DAY($day) }
    { $count ->
        [one] { $count } урок
        [few] { $count } урока
       *[other] { $count } уроков
    } у { $teachers ->
        [one] { $teachers } учителя
       *[other] { $teachers } учителей
    }:
push-journal-overdue-teacher = <b>{ $teacher }</b>
push-journal-overdue-lesson = { SHORTDAY($day) } { $number }-й { $classes } { $subject }: { $parts }
push-journal-more = …и ещё строк: { $count }

staff-journal-today = Журнал сегодня
overview-today-title = <b>Журнал сегодня</b>, { WEEKDAY($day) }, { DAY($day) }
overview-day-title = <b>Журнал</b>, { WEEKDAY($day) }, { DAY($day) }
overview-over = Прошло уроков: { $over } из { $lessons }.
overview-filled = Заполнено полностью: { $filled }.
overview-open = Не заполнено: { $count }.
overview-late = ‼ Срок прошёл: { $count }.
overview-decided = ✎ Записи после срока, с разрешения: { $count }.
overview-foreign = ! Уроков с записью не на русском: { $count }.
overview-absent = Отсутствует учеников: { $count }.
overview-by-teachers = По учителям
overview-by-classes = По классам
overview-sign-late = ‼
overview-sign-open = ○
overview-sign-filled = ✓
overview-sign-ahead = ·
overview-teacher = { $sign } { $name } — { $filled }/{ $over }{ $late ->
        [0] { "" }
       *[other] , срок прошёл: { $late }
    }
overview-teacher-nudged = { $label } · напомнили { CLOCK($at) }
overview-class = { $sign } { $name }: { $filled }/{ $over }, нет { $absent }
overview-pages-title = <b>{ $name }</b>, { WEEKDAY($day) }, { DAY($day) }
overview-page = { $sign } { $number }. { $classes } { $subject }
overview-line = { $sign } { $number }-й <b>{ $classes }</b> { $subject } — { $said }
overview-line-decided = ✎ внесено после срока
overview-line-foreign = ! запись не на русском
overview-not-over = ещё не прошёл
overview-all-there = заполнено
overview-part = нет: { $part }
overview-part-late = просрочено: { $part }
overview-week = Неделя класса
overview-nudge = Напомнить
overview-nudged = Напомнили в { CLOCK($at) }: { $who }
overview-nudge-sent = Напоминание отправлено
overview-nudge-already = Сегодня уже напомнили: { $who }
overview-nudge-nothing = Всё заполнено, напоминать не о чем
overview-nudge-unconnected = Учитель не подключён к боту: напомните лично
push-journal-overdue-open = Журнал этого дня
