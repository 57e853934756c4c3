# The programme: how far it has come
programme-title = <b>{ $name }</b> · programme
programme-nothing = No subjects yet.
programme-more = …and { $count } more subjects
programme-subject = <b>{ $subject }</b>
programme-group = { $subject } ({ $group })
programme-hours = { $given } of { $total } hours delivered
programme-lessons = Lessons held: { $held } of { $lessons }
programme-in-time = { " · as planned" }
programme-before = { $count ->
    [one] { " · " }{ $count } lesson ahead of the plan
   *[other] { " · " }{ $count } lessons ahead of the plan
}
programme-behind = { $count ->
    [one] { " · " }{ $count } lesson behind the plan
   *[other] { " · " }{ $count } lessons behind the plan
}
programme-last = Last topic ({ SHORTDAY($day) }): { $topic }
programme-next = Next: { $topic }
programme-ahead = <b>Next in the plan</b>
programme-line = • { $topic }
programme-done = <b>Delivered</b>
programme-topic = { SHORTDAY($day) } – { $topic }
programme-no-topics = No topics yet.
programme-newer = ‹ Later
programme-older = Earlier ›
