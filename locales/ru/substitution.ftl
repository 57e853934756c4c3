# Замены и другие разовые изменения расписания
error-substitute-gone = Этот сотрудник в тот день в школе не работает. Выберите другого.
error-lesson-held = Урок уже проведён (есть перекличка, отметки или пройденная тема): отменить или перенести его нельзя.
error-no-such-bell = { DAY($day) } по звонкам нет { $number }-го урока.
error-moved-into-the-past = Это время уже прошло. Выберите то, что впереди.

staff-substitutions = Замены
subst-today = <b>Замены: сегодня, { WEEKDAY($day) }, { DAY($day) }</b>
subst-tomorrow = <b>Замены: завтра, { WEEKDAY($day) }, { DAY($day) }</b>
subst-day = <b>Замены: { WEEKDAY($day) }, { DAY($day) }</b>
subst-none = Изменений нет: всё по расписанию.
subst-told = ✓ Семьям сообщено.
subst-more = …и ещё уроков: { $count }
subst-away = Учитель отсутствует
subst-change-lesson = Изменить урок
subst-of-class = Изменить урок класса
subst-which-class = <b>Урок какого класса изменить?</b> { WEEKDAY($day) }, { DAY($day) }
subst-class-title = <b>{ $name }: изменить уроки</b>, { WEEKDAY($day) }, { DAY($day) }
subst-class-change = Изменить уроки дня
subst-topic = Дальше по плану: { $topic }
subst-choose = Кто проведёт урок? Сначала те, кто в этот час свободен.
subst-nobody = Свободных учителей не нашлось.
subst-nobody-found = Никого с таким именем. Попробуйте написать иначе.
subst-more-teachers = Другие учителя
subst-find = Найти по фамилии
subst-all-teachers = Все учителя

subst-lesson = <b>{ $classes } · { $subject }</b>
subst-place = { $number }-й урок, { CLOCK($starts) }–{ CLOCK($ends) }, { SHORTDAY($day) }, { ROOM($room, before: "каб.") }
subst-is-cancelled = <b>Отменён</b>
subst-given-by = Ведёт: { $teacher }
subst-instead = Замена: { $owner } → <b>{ $teacher }</b>
subst-orphaned = ! { $teacher } больше не работает в школе: назначьте другого учителя.
subst-was-at = Перенесён: был { SHORTDAY($day) }, { $number }-м уроком
subst-was-in = По расписанию: { ROOM($room, before: "каб.") }
subst-line = { $number }. <b>{ $classes }</b> { $subject }
subst-line-cancelled = { $number }. <s>{ $classes } { $subject }</s> — отменён
subst-line-away = { $number }. <s>{ $classes } { $subject }</s> — перенесён на { SHORTDAY($day) }, { $to }-й урок
subst-part-teacher = { $teacher }
subst-part-instead = { $owner } → <b>{ $teacher }</b>
subst-part-orphaned = без учителя ({ $teacher } уже не работает)
subst-part-moved = был { SHORTDAY($day) }, { $number }-м
subst-part-room = { ROOM($room, before: "каб.") } вместо { $planned }
subst-button-plain = { $number }. { $classes } { $subject }
subst-button-changed = ⇄ { $number }. { $classes } { $subject }
subst-button-cancelled = ✗ { $number }. { $classes } { $subject }
subst-button-orphaned = ! { $number }. { $classes } { $subject }
subst-hear = Семьям сообщим { DAY($day) } в { CLOCK($at) }.
subst-hear-evening = Семьям сообщим { DAY($day) } вечером, с { CLOCK($at) }.
subst-hear-now = Семьям сообщим сразу, в течение минуты.
subst-hear-staff = Учителям сообщаем сразу.
subst-hear-staff-at = Учителям сообщим { DAY($day) } в { CLOCK($at) }.
subst-hear-never = Урок уже прошёл: семьям не сообщаем.

subst-candidate-plain = { $name }
subst-candidate-both = { $name } · этот предмет, этот класс
subst-candidate-subject = { $name } · этот предмет
subst-candidate-class = { $name } · ведёт этот класс
subst-candidate-leader = { $name } · классный руководитель
subst-candidate-busy = { $name } · урок: { $classes }
subst-candidate-away = { $name } · в этот день заменяют
subst-ask-name = Напишите несколько букв фамилии в ответ на это сообщение.
subst-ask-name-short = Фамилия

subst-restore = ↶ Вернуть урок
subst-unassign = ↶ Снять замену: { $owner }
subst-move-back = ↶ Вернуть на { SHORTDAY($day) }, { $number }-й урок
subst-cancel = Отменить урок
subst-move = Перенести
subst-room = Кабинет
subst-open-page = Страница урока
subst-board = Все замены дня

subst-note-already = Уже так
subst-note-changed = Коллега изменил урок раньше. На экране — как есть сейчас.
subst-busy = <b>{ $name }</b>: в это время другой урок.
subst-clash = Этому мешает:
subst-prepared = К этому уроку уже записано:
subst-insist-busy = Всё равно назначить
subst-insist-clash = Всё равно поставить
subst-insist-prepared = Всё равно отменить (записи сохранятся)
subst-entry-topic = тема
subst-entry-homework = домашнее задание с этого урока
subst-entry-homework_due = домашнее задание на этот урок
subst-entry-work = объявленная работа
subst-entry-remarks = замечание учителя
subst-clash-class = у класса { $number }-й урок: { $classes } { $subject }
subst-clash-teacher = { $teacher } ведёт { $classes } { $subject }, { $number }-й урок
subst-clash-room = { ROOM($room, before: "каб.") } занят: { $classes } { $subject }
subst-clash-day-off = Это выходной день.
subst-clash-holiday = Это праздник или каникулы.
subst-clash-outside-year = Этот день за пределами учебного года.

subst-move-when = На какой день перенести?
subst-move-week-over = Эта неделя прошла. Листайте вперёд.
subst-move-day = { WEEKDAY($day) }, { DAY($day) }
subst-move-number = { WEEKDAY($day) }, { DAY($day) }: каким уроком?
subst-move-nowhere = { WEEKDAY($day) }, { DAY($day) }: поставить урок некуда.
subst-number-free = { $number }-й, { CLOCK($starts) } — свободно
subst-number-taken = { $number }-й, { CLOCK($starts) } — { $taken }
subst-room-which = Свободны в этот час:
subst-room-none-free = Напишите, где пройдёт урок.
subst-room-write = Написать кабинет
subst-room-planned = ↶ По расписанию: { $room }
subst-room-shared = Записано. В этом кабинете тогда же { $classes }.
subst-ask-room = Напишите кабинет в ответ на это сообщение.
subst-ask-room-short = Кабинет

subst-who-is-away =
    <b>Кто отсутствует?</b>
    { WEEKDAY($day) }, { DAY($day) }. В скобках — сколько уроков.
subst-found = Поиск «{ $words }»: { $count }
subst-teacher = { $name } ({ $count })
subst-teacher-free = { $name }
subst-away-day = <b>Отсутствует: { $name }</b>, { WEEKDAY($since) }, { DAY($since) }
subst-away-days = <b>Отсутствует: { $name }</b>, { SHORTDAY($since) } – { SHORTDAY($until) }
subst-away-free = В эти дни уроков нет.
subst-progress = Решено { $done } из { $total }.
subst-all-settled = ✓ Все уроки решены. Учителям сообщаем сразу, семьям — вечером накануне, с 18:00, а о сегодняшних уроках — сразу.
subst-day-head = <b>{ WEEKDAY($day) }, { DAY($day) }</b>
subst-sign-waiting = ?
subst-sign-settled = ✓
subst-dated = { SHORTDAY($day) } · { $label }
subst-all-to-one = Все уроки одному
subst-came-back = Учитель вышел: вернуть уроки
subst-one-day = Один день
subst-next-day = По { SHORTDAY($day) }
subst-week = До конца недели
subst-other-days = Другие дни…
subst-ask-days = На какие дни отсутствует { $name }? Например: 24.11–27.11 или «до пятницы». Ответьте на это сообщение.
subst-ask-days-short = 24.11–27.11
subst-choose-taker =
    <b>Кому отдать уроки?</b>
    { $name }: ждут { $count }. Рядом — сколько из них учитель сможет взять; остальные подождут.
subst-no-taker = На эти часы свободных учителей не нашлось ({ $name }, ждут { $count }). Назначьте по одному.
subst-taker = { $name } · { $free } из { $total }
subst-given = Назначено: { $count }, осталось: { $left }
subst-none-given = Назначать нечего: уже так или часы заняты

push-changes =
    ⇄ <b>{ $pupil }: изменения в расписании</b>
    { WEEKDAY($day) }, { DAY($day) }
push-changes-again =
    ⇄ <b>{ $pupil }: расписание уточнено</b>
    { WEEKDAY($day) }, { DAY($day) }
push-timetable =
    📅 <b>{ $pupil }: новое расписание</b>
    { WEEKDAY($day) }, { DAY($day) }
push-timetable-today =
    📅 <b>{ $pupil }: новое расписание</b>
    Дальше сегодня, { DAY($day) }
push-timetable-none = Уроков нет.
push-change = { $number }. <b>{ $subject }</b>, { $starts }–{ $ends }
push-change-cancelled = { $number }. <s>{ $subject }</s> — урока не будет
push-change-away = { $number }. <s>{ $subject }</s> — перенесён на { SHORTDAY($day) }, { $to }-й урок
push-change-restored = { $number }. <b>{ $subject }</b> — всё-таки по расписанию
push-change-gone = <s>{ $subject }</s> — перенос отменён, этого урока в этот день не будет
push-change-from = перенесён: был { SHORTDAY($day) }, { $number }-м
push-change-teacher = замена: { $teacher }
push-change-room = { ROOM($room, before: "каб.") }
push-change-other-room = { ROOM($room, before: "каб.") } вместо { $planned }
push-changes-more = …и ещё уроков: { $count }
push-changes-staff = ⇄ <b>Изменения в расписании</b>
push-changes-board = Все замены дня
push-changes-lesson = { SHORTDAY($day) } · { $number }. { $classes } { $subject }
push-staff-lesson = <b>{ SHORTDAY($day) }, { $number }-й урок, { $starts }</b> · { $classes } { $subject }, { ROOM($room, before: "каб.") }
push-staff-given = Вы заменяете: { $before }
push-staff-taken = Вместо вас: { $after }
push-staff-other = Замена: { $before } → { $after }
push-staff-cancelled = Урок отменён.
push-staff-restored = Урок всё-таки состоится. Ведёт: { $after }
push-staff-same = Ведёт: { $after }
push-staff-moved = Перенесён: был { SHORTDAY($day) }, { $number }-м уроком.
push-staff-room = { ROOM($room, before: "Каб.") } вместо { $planned }.
push-staff-topic = Дальше по плану: { $topic }
