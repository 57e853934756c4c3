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
event-on-day = ◆ { SHORTDAY($day) }: { $title }
event-on-days = ◆ { SHORTDAY($first) } – { SHORTDAY($last) }: { $title }
event-here = ◆ { $told ->
    [hours] { CLOCK($starts) }–{ CLOCK($ends) }: { $title }
   *[all-day] { $title }
}
event-at = ◆ { SHORTDAY($day) }, { CLOCK($starts) }–{ CLOCK($ends) }: { $title }
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
events-added = The event is added; families see it in the timetable.
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
