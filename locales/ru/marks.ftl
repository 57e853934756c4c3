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
marks-other-kind = Другой вид работы
marks-choose-mark-kind = За какую работу эта отметка?
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
push-mark-kind-changed =
    ✏️ <b>{ $pupil }</b>, { $classes } { $subject }, { DAY($day) }
    Ваша отметка { $before } была за: { $kind }. Теперь за: { $now }. Исправлено: { $who }, { $at }.
push-mark-removed =
    ✏️ <b>{ $pupil }</b>, { $classes } { $subject }, { DAY($day) }
    { $kind }. Вы ставили { $before }, отметка удалена: { $who }, { $at }.
push-mark-open = Страница урока
push-mark-open-pupil = Отметки ученика
request-does-mark-give = Отметка
request-does-mark-change = Исправление отметки
request-does-mark-kind = Вид работы у отметки
request-does-mark-remove = Удаление отметки
request-does-mark-comment = Комментарий к отметке
request-does-work-announce = Работа на уроке
request-does-work-call-off = Отмена работы на уроке
request-does-work-weigh = Вес работы на уроке

works-none = Работ не объявлено.
works-line = • <b>{ $name }</b>, вес { $weight }
works-hint = Нажмите на работу, чтобы изменить её вес на этом уроке.
works-announce = Объявить работу
works-choose = Какая работа будет на этом уроке?
works-marks = Отметки
works-weight = Вес на этом уроке (0 — в среднем не учитывается):
works-weight-usual = Обычный вес ({ $weight })
works-call-off = Работы не будет
weight-label = { $weight }
weight-other = Другой вес
weight-ask = Напишите вес числом от 0 до 10, например 1,5. Ответьте на это сообщение.
weight-ask-short = 1,5
staff-grading = Оценивание: виды работ, зачёт
grading-title = <b>Оценивание</b>
kinds-hint = Виды работ, их буквы и веса. Порядок здесь — порядок кнопок у учителей.
kinds-archived = 🗄 { $letter } — { $name }, вес { $weight }
kinds-add = + Добавить вид работ
kinds-title = <b>{ $name }</b> ({ $letter }), вес { $weight }
kinds-is-written = Письменная: отметки ставят в срок для письменных работ.
kinds-not-written = Не письменная: отметки ставят в срок для устных ответов.
kinds-is-control = Контрольная: учитывается в нагрузке класса.
kinds-not-control = В нагрузке контрольными не учитывается.
kinds-is-archived = В архиве: учителям не предлагается, отметки остались.
kinds-choose-weight = Вес (0 — в среднем не учитывается):
kinds-rename = Название
kinds-letter = Буква
kinds-written-on = Сделать письменной
kinds-written-off = Сделать не письменной
kinds-control-on = Считать контрольной
kinds-control-off = Не считать контрольной
kinds-up = ↑ Выше
kinds-archive = В архив
kinds-restore = Вернуть из архива
kinds-ask-new = Напишите название, букву и вес через запятую, например: Аудирование, АУ, 1,4. Ответьте на это сообщение.
kinds-ask-new-short = Аудирование, АУ, 1,4
kinds-ask-name = Напишите новое название. Ответьте на это сообщение.
kinds-ask-letter = Напишите букву, можно до четырёх. Ответьте на это сообщение.
pass-open = Предметы с зачётом
pass-title =
    <b>Предметы с зачётом</b>
    Нажмите на предмет и выберите классы, где вместо баллов ставят «зачёт» и «незачёт».
pass-subject = ✓ { $name }: { $grades }
pass-subject-title =
    <b>{ $name }</b>
    В каких классах ставят зачёт? Отметки, которые уже стоят, останутся.
pass-grade = { $grade }
pass-grade-on = ✓ { $grade }
pass-all = Во всех
pass-none = Нигде
dots-count = Считать точку двойкой
dots-do-not-count = Не считать точку в среднем
dots-state-two = Точка (несданная работа) в среднем считается двойкой.
dots-state-none = Точка (несданная работа) в среднем не считается.

diary-marks = { $count ->
        [one] Отметка:
       *[other] Отметки:
    }
diary-mark-brief = <b>{ $value }</b>
diary-mark = <b>{ $value }</b> ({ $kind })
diary-mark-comment = <b>{ $value }</b> ({ $kind }: { $comment })
diary-marks-more = ещё { $count }
mark-word-5 = 5
mark-word-4 = 4
mark-word-3 = 3
mark-word-2 = 2
mark-word-1 = 1
mark-word-pass = зачёт
mark-word-fail = незачёт
mark-word-not-assessed = н/а
mark-word-exempt = осв
mark-word-dot = работа пока не сдана
page-works = Работы: { $works }
request-work = Вид работы: { $name }
