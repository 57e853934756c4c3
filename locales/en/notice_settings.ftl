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
