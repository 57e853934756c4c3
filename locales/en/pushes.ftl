# Reminders to staff and the lesson's card at the bell
push-group = { $classes } ({ $group })
push-lesson-card =
    🔔 <b>Lesson { $number }</b>, { $starts }–{ $ends }
    <b>{ $classes }</b> { $subject }, { ROOM($room, before: "room") }
push-lesson-card-roomless =
    🔔 <b>Lesson { $number }</b>, { $starts }–{ $ends }
    <b>{ $classes }</b> { $subject }
push-take-roll = Take the roll
