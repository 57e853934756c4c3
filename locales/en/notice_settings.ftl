# What comes by itself: marks, and the settings of notices
push-marks = { $count ->
    [one] <b>{ $pupil }</b>: a mark
   *[other] <b>{ $pupil }</b>: marks
}
push-marks-own = { $count ->
    [one] News of a mark
   *[other] News of marks
}
push-marks-new = { $subject }: <b>{ $value }</b>
push-marks-changed = { $subject }: was { $before }, now <b>{ $value }</b>
push-marks-came = { $subject }: the work is in, <b>{ $value }</b>
push-marks-comment-added = { $subject }: <b>{ $value }</b>, the teacher’s comment
push-marks-rekinded = { $subject }: <b>{ $value }</b>, the kind of work is corrected (was: { $formerly })
push-marks-removed = { $subject }: the mark “{ $before }” was taken back
push-marks-kind = { $kind }
push-marks-kind-weight = { $kind }, weight { $weight }
push-marks-day = { SHORTDAY($day) }
push-marks-comment = “{ $comment }”
push-marks-average = Average: { POINT($before) } → { POINT($after) }
push-marks-average-first = Average: { POINT($after) }
push-marks-more = { $count ->
    [one] …and { $count } more subject
   *[other] …and { $count } more subjects
}
push-marks-open = { $subject }: all marks
push-marks-open-all = All marks

settings-notices = Notices and quiet hours
notices-settings-title = <b>What comes to this phone</b>
notices-settings-always = { $who ->
    [pupil]
        What is urgent always comes at once: changes of today’s lessons, urgent messages and announcements. What people write to you cannot be switched off either: messages, announcements, individual tasks. It waits for the end of the quiet hours.

        The rest is your choice. Tap to change.
   *[guardian]
        What is urgent always comes at once: the child is not at a lesson, today’s lessons changed, an urgent message or announcement. What people write to you cannot be switched off either: messages, announcements, individual tasks, the school’s answers and the letter that the child is failing. It waits for the end of the quiet hours.

        The rest is your choice. Tap to change.
}
notices-settings-marks-nowhere = Marks wait for the evening card, which does not come. For now they are only in the diary.
notices-off = no
notices-on = yes
notices-marks = Marks: { $mode }
notices-marks-at-once = at once
notices-marks-evening = in the evening card
notices-marks-low = at once only 3 and lower
notices-marks-off = do not send
notices-marks-title = { $who ->
    [pupil]
        <b>Marks</b>
        A teacher may mend a slip, so a mark comes a few minutes later. In lessons and in quiet hours it waits; several marks come together.

        “Only 3 and lower” includes fails and work not handed in; the other marks are in the evening card.
   *[guardian]
        <b>Marks</b>
        A teacher may mend a slip, so a mark comes a few minutes later, and to the child first, who is connected. During lessons and in quiet hours it waits; several marks come together.

        “Only 3 and lower” includes fails and work not handed in; the other marks are in the evening card.
}
notices-evening = Evening card: { $at }
notices-evening-title =
    <b>The evening card</b>
    One message a day about all children: marks, absences, tomorrow’s lessons and homework. Nothing to say: no card. When should it come?
notices-evening-off = Do not send
notices-week = The week on Saturday: { $state }
notices-homework = Changes of homework: { $state }
notices-timetable = Lesson changes and events: { $state }
notices-quiet = Quiet hours: { $hours }
notices-quiet-none = none

staff-quiet = Quiet hours
staff-quiet-title = In quiet hours messages wait. Only what is urgent comes at once: urgent messages and announcements, families’ answers about an absence, a child nobody knows about, and changes of that day’s lessons.
