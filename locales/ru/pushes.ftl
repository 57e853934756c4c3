# Напоминания сотрудникам и карточка урока по звонку
push-group = { $classes } ({ $group })
push-roll-reminder =
    📋 Сегодня { $count ->
        [one] не отмечен <b>{ $count } урок</b>
        [few] не отмечены <b>{ $count } урока</b>
       *[other] не отмечено <b>{ $count } уроков</b>
    }.
    Нажмите на урок, чтобы сделать перекличку.
push-roll-lesson = { $number }. { $classes } { $subject }, { $starts }
push-roll-overdue =
    📋 <b>Нет переклички, { DAY($day) }</b>
    { $count ->
        [one] { $count } урок
        [few] { $count } урока
       *[other] { $count } уроков
    } у { $teachers ->
        [one] { $teachers } учителя
       *[other] { $teachers } учителей
    }:
push-roll-overdue-teacher = <b>{ $teacher }</b> — { $lessons }
push-roll-overdue-lesson = { $number }-й { $classes } { $subject }
push-roll-overdue-more = …и ещё учителей: { $count }
push-lesson-card =
    🔔 <b>{ $number }-й урок</b>, { $starts }–{ $ends }
    <b>{ $classes }</b> { $subject }, { ROOM($room, before: "каб.") }
push-lesson-card-roomless =
    🔔 <b>{ $number }-й урок</b>, { $starts }–{ $ends }
    <b>{ $classes }</b> { $subject }
push-take-roll = Перекличка
