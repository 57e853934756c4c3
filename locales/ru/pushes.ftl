# Напоминания сотрудникам и карточка урока по звонку
push-group = { $classes } ({ $group })
push-lesson-card =
    🔔 <b>{ $number }-й урок</b>, { $starts }–{ $ends }
    <b>{ $classes }</b> { $subject }, { ROOM($room, before: "каб.") }
push-lesson-card-roomless =
    🔔 <b>{ $number }-й урок</b>, { $starts }–{ $ends }
    <b>{ $classes }</b> { $subject }
push-take-roll = Перекличка
