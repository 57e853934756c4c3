# Отметки: ведомость урока, виды работ, настройки оценивания
error-mark-off-scale =
    { $scale ->
        [pass] По этому предмету ставят «зачёт» или «незачёт», а не баллы.
       *[points] По этому предмету ставят баллы от 5 до 1, а не зачёт.
    }
error-work-has-marks = Отметки за эту работу уже стоят ({ $kind }). Сначала удалите их.
error-weight-wrong = Вес — это число от 0 до 10, например 1,5. Ноль: в среднем не учитывается.
error-kind-words-wrong = Не получилось понять. Напишите название, букву и вес через запятую, например: Аудирование, АУ, 1,4
error-kind-taken = Такое название или такая буква уже есть у другого вида работ.
error-kind-needed = Это последний вид работ, без него отметку не поставить. Сначала добавьте другой.
error-kinds-full = Видов работ уже { $limit }, больше не поместится. Верните из архива ненужный и переименуйте его.

marks-kind = Вид работы: <b>{ $name }</b>, вес { $weight }
marks-kind-name = { $letter } — { $name }, вес { $weight }
marks-choose-kind = За какую работу отметки?
marks-choose-pupil = Нажмите на ученика, потом на отметку.
marks-choose-value = Выберите отметку.
marks-choose-other = На что исправить?
marks-was-absent = На этом уроке отмечено отсутствие. Отметку поставить можно, например за работу, сданную позже.
marks-owed = Работа пока не сдана: отметка заменит точку.
marks-settle = Поставить отметку вместо точки
marks-works = Работы урока и веса
marks-pupil = { $marks } — { $name }
marks-line = <b>{ $value }</b> — { $kind }, { $author }
marks-line-comment = <b>{ $value }</b> — { $kind }, { $author }: { $comment }
marks-more = …и ещё: { $count }
marks-correct = { $value } ({ $letter }): исправить
marks-write-comment = Комментарий
marks-drop-comment = Убрать комментарий
marks-remove = Удалить отметку
marks-ask-comment = Напишите короткий комментарий к отметке, его увидит и семья. Ответьте на это сообщение.
marks-ask-comment-short = Комментарий
marks-given-plainly = { $name }: { $value }
marks-given-absent = { $name }: { $value }. На этом уроке отмечено отсутствие.
marks-given-owed = { $name }: { $value } вместо точки
marks-note-already = Уже так
marks-note-changed = Коллега изменил раньше. На экране — как есть сейчас.
marks-guard-day = ⚠ У { $classes } в этот день уже есть контрольная: { $subject }, { $number }-й урок.
marks-guard-year = ⚠ Контрольных за год выйдет { $works } на { $lessons } уроков, а обычно не больше { $limit } (десятая часть).
mark-sign-pass = зач
mark-sign-fail = незач
mark-sign-not-assessed = н/а
mark-sign-exempt = осв
mark-sign-dot = •

push-mark-changed =
    ✏️ <b>{ $pupil }</b>, { $classes } { $subject }, { DAY($day) }
    { $kind }. Вы ставили { $before }, стало { $after }: { $who }, { $at }.
push-mark-removed =
    ✏️ <b>{ $pupil }</b>, { $classes } { $subject }, { DAY($day) }
    { $kind }. Вы ставили { $before }, отметка удалена: { $who }, { $at }.
push-mark-open = Страница урока
request-does-mark-give = Отметка
request-does-mark-change = Исправление отметки
request-does-mark-remove = Удаление отметки
request-does-mark-comment = Комментарий к отметке
request-does-work-announce = Работа на уроке
request-does-work-call-off = Отмена работы на уроке
request-does-work-weigh = Вес работы на уроке
