announced-head = 📣 <b>Объявление</b> · { $author }
announced-head-position = 📣 <b>Объявление</b> · { $author }, { $position }
announced-urgent = ❗ Срочно: { $reason }
announced-children = Для: { $names }
announced-files = 📎 Файлы: { $count }
announced-until = Действует до { DAY($day) }.
announced-ask-read = Пожалуйста, отметьте, что прочитали.
announced-ask-read-until = Пожалуйста, отметьте до { DAY($day) }, что прочитали.
announced-ask-choice = Пожалуйста, выберите ответ.
announced-ask-choice-until = Пожалуйста, выберите ответ до { DAY($day) }.
announced-ask-number = Пожалуйста, ответьте числом.
announced-ask-number-until = Пожалуйста, ответьте числом до { DAY($day) }.
announced-read = ✅ Прочитал(а)
announced-number = ✍️ Ответить числом

push-announcement-open = Открыть
push-announcement-each = Ответить за каждого
push-announcement-watch = Посмотреть
push-announcement-reminder = 🔔 Напоминаем: школа ждёт вашего ответа. Если уже ответили на бумаге, ничего делать не нужно.
push-announcement-failed = 📣 Объявление опубликовать не удалось, его никто не получил. Напишите его заново; если не выйдет и тогда, скажите администратору журнала.
push-announcement-to-nobody = 📣 Объявление никому не пришло: к назначенному времени у выбранных классов и людей не осталось получателей. Проверьте, кому оно.

error-announcement-empty = В объявлении пока нет ни слов, ни файла. Напишите текст.
error-announcement-to-nobody = Объявление пока никому не адресовано, или у выбранных нет ни одного получателя. Выберите, кому оно.
error-announcement-class-gone = В этих классах и группах больше нет учеников: { $names }. Уберите их и проверьте, кому придёт объявление.
error-announcement-ends-early = Объявление выйдет { DAY($leaves) }, а закончится раньше, { DAY($ends) }. Поправьте одну из дат.
error-announcement-over = Объявление действовало до { DAY($ends) }, ответы больше не принимаются. Если это важно, напишите классному руководителю.
error-announcement-withdrawn = Объявление отозвано, отвечать на него не нужно.
error-publish-time-wrong = Не получилось понять время. Пример: завтра 8:00 или 25.11 18:30.
error-publish-time-past = Это время уже прошло: { DAY($at) }, { CLOCK($at) }. Выберите другое.
error-choices-wrong = Нужно от двух до { $limit } разных ответов, каждый с новой строки и не длиннее { $length } знаков.
error-number-wrong = Нужно одно целое число от 0 до { $limit }, например 2.

ack-file = Лист ознакомления { $day } № { $number }
ack-title = Лист ознакомления
ack-subtitle = { $author } · { $of ->
        [document] документ
       *[announcement] объявление
    } от { DAY($moment) } { $year } г., { CLOCK($moment) }
ack-files-only = Текст объявления в приложенных файлах.
ack-count = Всего: { $people }. Ознакомлены: { $read }. Без отметки: { $silent }.
ack-count-away = Не подключены к боту: { $away }. Бот заблокирован: { $unreachable }.
ack-answer = «{ $answer }»: { $people }{ $children ->
        [0] { "" }
       *[other] {" "}(детей: { $children })
    }
ack-several = Родитель нескольких детей записан при каждом из них.
ack-answers = Ответы: { $answers }.
ack-total = Сумма ответов: { $total }.
ack-class = { $name } класс
ack-staff = Сотрудники
ack-pupil = ученик
ack-read = Ознакомлен(а) { SHORTDAY($moment) } { CLOCK($moment) }
ack-delivered = Доставлено, отметки нет
ack-sent = Отправлено, отметки нет
ack-board = Есть в боте, отметки нет
ack-unreachable = Бот заблокирован
ack-not-connected = Не подключён(а)
ack-footer = По данным журнала на { DAY($moment) } { $year } г., { CLOCK($moment) }
ack-column-number = №
ack-column-pupil = Ученик
ack-column-reader = Кто ознакомлен
ack-column-state = Отметка в журнале
ack-column-signature = Подпись
