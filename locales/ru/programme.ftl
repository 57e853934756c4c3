# Программа: сколько пройдено
programme-title = <b>{ $name }</b> · программа
programme-nothing = Предметов пока нет.
programme-more = …и ещё предметов: { $count }
programme-subject = <b>{ $subject }</b>
programme-group = { $subject } ({ $group })
programme-hours = Пройдено { $given } из { $total } ч.
programme-lessons = Проведено уроков: { $held } из { $lessons }
programme-in-time = { " · по плану" }
programme-before = { $count ->
    [one] { " · опережает план на " }{ $count } урок
    [few] { " · опережает план на " }{ $count } урока
   *[many] { " · опережает план на " }{ $count } уроков
}
programme-behind = { $count ->
    [one] { " · отстаёт от плана на " }{ $count } урок
    [few] { " · отстаёт от плана на " }{ $count } урока
   *[many] { " · отстаёт от плана на " }{ $count } уроков
}
programme-last = Последняя тема ({ SHORTDAY($day) }): { $topic }
programme-next = Дальше: { $topic }
programme-ahead = <b>Дальше по плану</b>
programme-line = • { $topic }
programme-done = <b>Пройдено</b>
programme-topic = { SHORTDAY($day) } – { $topic }
programme-no-topics = Тем пока нет.
programme-newer = ‹ Позже
programme-older = Раньше ›
