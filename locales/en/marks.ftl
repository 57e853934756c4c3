# Marks: a lesson's sheet, kinds of work, how subjects are graded
error-mark-off-scale =
    { $scale ->
        [pass] This subject is graded pass or fail, not by numbers.
       *[points] This subject is graded by numbers from 5 to 1, not pass or fail.
    }
error-work-has-marks = Marks for this work are there already ({ $kind }). Remove them first.
error-weight-wrong = A weight is a number from 0 to 10, for example 1.5. Zero is not counted in the average.
error-kind-words-wrong = Not understood. Write the name, the letter and the weight with commas, for example: Listening, LI, 1.4
error-kind-taken = Another kind of work has this name or letter.
error-kind-needed = This is the last kind of work; no mark can be given without one. Add another first.
error-kinds-full = There are { $limit } kinds of work already, no more fit. Bring one back from the archive and rename it.

marks-kind = Kind of work: <b>{ $name }</b>, weight { $weight }
marks-kind-name = { $letter } — { $name }, weight { $weight }
marks-choose-kind = What are the marks for?
marks-choose-pupil = Tap a pupil, then a mark.
marks-choose-value = Choose a mark.
marks-choose-other = What shall it be?
marks-was-absent = Marked absent at this lesson. A mark can still be given, for work handed in later for example.
marks-owed = The work is still owed: a mark will replace the dot.
marks-settle = Give a mark in place of the dot
marks-works = Works of the lesson and weights
marks-pupil = { $marks } — { $name }
marks-line = <b>{ $value }</b> — { $kind }, { $author }
marks-line-comment = <b>{ $value }</b> — { $kind }, { $author }: { $comment }
marks-more = …and { $count } more
marks-correct = { $value } ({ $letter }): correct
marks-write-comment = Comment
marks-drop-comment = Drop the comment
marks-remove = Remove the mark
marks-ask-comment = Write a short comment on the mark; the family will see it too. Reply to this message.
marks-ask-comment-short = Comment
marks-given-plainly = { $name }: { $value }
marks-given-absent = { $name }: { $value }. Marked absent at this lesson.
marks-given-owed = { $name }: { $value } in place of the dot
marks-note-already = Already so
marks-note-changed = A colleague was first. The screen shows how it is now.
marks-guard-day = ⚠ { $classes } already has a control work that day: { $subject }, lesson { $number }.
marks-guard-year = ⚠ That makes { $works } control works a year in { $lessons } lessons; usually at most { $limit } (a tenth).
mark-sign-pass = pass
mark-sign-fail = fail
mark-sign-not-assessed = n/a
mark-sign-exempt = ex
mark-sign-dot = •

push-mark-changed =
    ✏️ <b>{ $pupil }</b>, { $classes } { $subject }, { DAY($day) }
    { $kind }. You gave { $before }, now it is { $after }: { $who }, { $at }.
push-mark-removed =
    ✏️ <b>{ $pupil }</b>, { $classes } { $subject }, { DAY($day) }
    { $kind }. You gave { $before }, the mark was removed: { $who }, { $at }.
push-mark-open = Page of the lesson
request-does-mark-give = Mark
request-does-mark-change = Correcting a mark
request-does-mark-remove = Removing a mark
request-does-mark-comment = Comment on a mark
request-does-work-announce = Work at the lesson
request-does-work-call-off = Calling a work off
request-does-work-weigh = Weight of a work at the lesson
