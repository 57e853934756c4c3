# Messages about an absence
push-absence =
    🔔 <b>{ $pupil }</b> is not at the lesson
    Lesson { $number }, { $subject }, { $starts }–{ $ends }, { DAY($day) }

    What happened?
answer-ill = Ill
answer-family = Family circumstances
answer-late = On the way, late
answer-unknown = I do not know
push-absence-corrected =
    ✓ <b>A mistake: { $pupil } is at the lesson.</b>
    Lesson { $number }, { $subject }, { $starts }, { DAY($day) }
push-absence-came =
    ✓ <b>{ $pupil } is at the lesson now.</b>
    Lesson { $number }, { $subject }, { $starts }, { DAY($day) }
push-open-day = Open the day
push-answered = <b>{ $pupil }</b>, { $name }: { $said }
push-unexplained-silent =
    ❗ <b>{ $pupil }</b>, { $name }: missing since lesson { $number } ({ $subject }).
    The parents got the message and do not answer.
push-unexplained-unreached =
    ❗ <b>{ $pupil }</b>, { $name }: missing since lesson { $number } ({ $subject }).
    The parents will not get the message: call them.
push-unexplained-late =
    ❗ <b>{ $pupil }</b>, { $name }: was said to be late, but did not come to the next lesson either (missing since lesson { $number }).
push-open-absence = Open
