# Reminders to staff and the lesson's card at the bell
push-group = { $classes } ({ $group })
push-roll-reminder =
    📋 Today { $count ->
        [one] <b>{ $count } lesson has</b>
       *[other] <b>{ $count } lessons have</b>
    } no roll.
    Tap a lesson to take it.
push-roll-lesson = { $number }. { $classes } { $subject }, { $starts }
push-roll-overdue =
    📋 <b>Rolls not taken, { DAY($day) }</b>
    { $count ->
        [one] { $count } lesson
       *[other] { $count } lessons
    } of { $teachers ->
        [one] { $teachers } teacher
       *[other] { $teachers } teachers
    }:
push-roll-overdue-teacher = <b>{ $teacher }</b> — { $lessons }
push-roll-overdue-lesson = lesson { $number } { $classes } { $subject }
push-roll-overdue-more = …and more teachers: { $count }
push-lesson-card =
    🔔 <b>Lesson { $number }</b>, { $starts }–{ $ends }
    <b>{ $classes }</b> { $subject }, { ROOM($room, before: "room") }
push-lesson-card-roomless =
    🔔 <b>Lesson { $number }</b>, { $starts }–{ $ends }
    <b>{ $classes }</b> { $subject }
push-take-roll = Take the roll
