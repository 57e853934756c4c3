# A child's timetable: week, holidays, bells, events
timetable-title = <b>{ $name }</b>, { $year } · timetable
timetable-day = <b>{ SHORTDAY($day) }</b>
timetable-today = <b>{ SHORTDAY($day) } · today</b>
timetable-lesson = { $no }. { CLOCK($starts) } { $subject }
timetable-cancelled = { $no }. <s>{ $subject }</s> · cancelled
timetable-substituted = substitution
timetable-moved = moved
timetable-room = another room
timetable-holiday = { $name }
timetable-free = No lessons.
timetable-more = …and { $count } more lines
timetable-this-week = This week
timetable-calendar = Holidays, bells, events
timetable-until-holiday = { $count ->
    [one] { $count } day until “{ $name }”: from { DAY($day) }.
   *[other] { $count } days until “{ $name }”: from { DAY($day) }.
}
timetable-periods = <b>Study periods</b>
timetable-holidays = <b>Holidays</b>
timetable-span = { $name }: { DAY($starts) } – { DAY($ends) }
timetable-single-day = { $name }: { DAY($day) }
timetable-bells = <b>Bells today</b>
timetable-bell = { $no }. { $starts }–{ $ends }
timetable-events = <b>Events of the class</b>
timetable-no-events = Nothing is planned yet.

# Events of a class
event-on-day = { $sign } { SHORTDAY($day) }: { $title }
event-on-days = { $sign } { SHORTDAY($first) } – { SHORTDAY($last) }: { $title }
event-here = { $sign } { $told ->
    [hours] { CLOCK($starts) }–{ CLOCK($ends) }: { $title }
   *[all-day] { $title }
}
event-at = { $sign } { SHORTDAY($day) }, { CLOCK($starts) }–{ CLOCK($ends) }: { $title }
events-title = <b>{ $name }: events</b>
events-none = Nothing is planned ahead.
events-past = Past:
events-more = …and { $count } more
events-add = Add an event
events-ask =
    What and when? In one message, for example:
    <i>25 November 18:00 room 12 Parents' meeting</i>
    <i>28–30 November Hike</i>
events-ask-change = Write the whole event anew. Now it is:
events-ask-short = 25 November 18:00 Meeting
events-added = The event is added: families get a message in a couple of minutes (at night it waits for the morning).
events-already = There is such an event already.
events-changed-by-other = Somebody else has changed the event already.
events-label = { SHORTDAY($day) } { $title }
events-change = Change
events-withdraw = Remove
events-withdrawn = Removed
error-event-wrong = { $what ->
    [words] Too long: at most { $limit } characters.
    [day] No day in it. Begin with one: “25 November …” or “tomorrow …”.
    [hours] It ends before it begins. Example: “18:00–19:30”.
   *[title] What will it be? Write a title after day and time, of at most { $limit } characters.
}

event-sign = { $kind ->
    [meeting] 👥
    [trip] 🚌
    [duty] 🧹
   *[other] ◆
}
event-of = <b>{ $name }</b>
event-answer = { $answer ->
    [coming] Coming
   *[not_coming] Not coming
}
event-answer-toast = Answer saved
event-answered = { $answer ->
    [coming] Your answer: <b>coming</b>
    [not_coming] Your answer: <b>not coming</b>
   *[none] <b>Please answer:</b> are you coming?
}
event-answer-short = { $answer ->
    [coming] coming
    [not_coming] not coming
   *[none] please answer
}
event-open-answer = Answer: { $title }
events-none-month = Nothing is planned this month.
events-by-month = By month
events-month-title = <b>{ $name }: events</b>, { $month }
events-child-month-title = <b>{ $name }</b>: events, { $month }
events-kind = { $kind ->
    [meeting] A meeting
    [trip] A trip
    [duty] A duty
   *[other] An event of the class
}
events-kind-word = { $kind ->
    [meeting] Meeting
    [trip] Trip
    [duty] Duty
   *[other] Other
}
events-asks-on = Ask who is coming
events-asks-off = No answer needed
events-who = Who is coming
events-coming = Coming: { $count }
events-not-coming = Not coming: { $count }
events-silent = Not answered yet: { $count }
push-event = An event of the class ({ $pupil }):
push-event-changed = ⚠ <b>Changed</b> ({ $pupil }), now:
push-event-asks = <b>Please answer</b> ({ $pupil }):
push-event-withdrawn = ✗ <b>Cancelled</b> ({ $pupil }):
push-event-reminder = A reminder ({ $pupil }):
push-event-open = Open the event
push-event-month = Events of the month
error-event-over = No answer is needed any more: the event is over, or the class leader does not ask.
