# Домашнее задание: у учителя, в дневнике, в сообщениях
homework-head = <b>Домашнее задание</b>: { $classes }, { $subject }
homework-lesson = Урок { SHORTDAY($day) }, { $number }-й
homework-nothing = На этом уроке пока ничего не задано.
homework-none-said = ✓ Отмечено: не задано.
homework-given-here = Задано на этом уроке:
homework-due-here = К этому уроку было задано:
homework-line = • на { SHORTDAY($day) }: { $body }
homework-line-due = • { $body }
homework-files-only = файлы
homework-for = для: { $names }
homework-write = Задать
homework-write-more = Задать ещё
homework-planned = Из плана: { $body }
homework-say-none = Не задано
homework-unsay-none = Снять «не задано»
homework-open = ✎ на { SHORTDAY($day) }: { $body }
homework-ask = Напишите задание для { $classes } ({ $subject }) одним сообщением: текст, фото, голосовое или файл. Оно сохранится сразу, для всех, на следующий урок.
homework-ask-short = Задание
homework-ask-text = Напишите задание заново: прежний текст заменится.
homework-ask-text-now = Сейчас:
homework-ask-files = Пришлите фото, голосовое или файлы: до { $limit } на задание, до { $mb } МБ каждый.
homework-ask-due = На какой день? Например: 30.11, «пятница» или «завтра».
homework-ask-due-short = 30.11
homework-ask-again = Подойдёт текст, фото, голосовое или файл.
homework-saved = ✓ Записано
homework-saved-album = ✓ Записано. Остальные файлы этого сообщения приложатся сюда же.
homework-file-added = ✓ Файл добавлен
homework-note-already = Уже так
homework-note-changed = Коллега изменил раньше. Вот как сейчас.
homework-typed-changed = Пока вы писали, задание изменили. Ваш текст не записан. Ответьте ещё раз, если нужно.
homework-withdrawn = ✓ Отозвано
homework-task-due = На { DAY($day) }, { WEEKDAY($day) }
homework-task-everybody = Кому: всем
homework-task-chosen = Кому: { $names }
homework-task-more-pupils = и ещё { $count }
homework-task-minutes = Время: { $minutes } мин
homework-task-files = { $count ->
    [one] 📎 { $count } файл
    [few] 📎 { $count } файла
   *[other] 📎 { $count } файлов
}
homework-task-told = Семьи уже видели это задание: об изменении они узнают.
homework-task-withdrawn = Задание отозвано.
homework-over = ⚠ На { DAY($day) } { $name } уже задано на { $minutes }, норма { $norm }.
homework-hours = { $hours } ч { $minutes } мин
homework-hours-whole = { $hours } ч
homework-hours-none = { $minutes } мин
homework-button-due = Срок
homework-button-pupils = Кому
homework-button-minutes = Минуты
homework-button-files = Файлы
homework-button-files-count = Файлы: { $count }
homework-button-rewrite = Изменить текст
homework-button-withdraw = Отозвать
homework-button-all = Все задания урока
homework-button-page = Страница урока
homework-choose-due = К какому уроку задано?
homework-due-lesson = { SHORTDAY($day) }
homework-due-chosen = ✓ { SHORTDAY($day) }
homework-due-other = Другой день…
homework-choose-minutes = Сколько времени займёт задание? Для контроля нагрузки класса.
homework-minutes = { $minutes } мин
homework-minutes-chosen = ✓ { $minutes } мин
homework-minutes-none = Не указывать
homework-choose-pupils = Кому задано? Нажмите имя, чтобы выбрать; никто не выбран: всем.
homework-everybody = Всем
homework-everybody-chosen = ✓ Всем
homework-pupil-chosen = ✓ { $name }
homework-files-title = Файлы задания. Нажмите, чтобы посмотреть; ✕ убирает файл.
homework-files-empty = Файлов пока нет.
homework-files-add = Добавить
homework-file-remove = ✕
homework-last-file = Это всё, что есть в задании. Если оно не нужно, отзовите его.
homework-withdraw-sure = Отозвать это задание?
homework-withdraw-sure-told = Отозвать это задание? Семьи его уже видели: они узнают, что оно отменено.
homework-withdraw-yes = Да, отозвать
homework-caption = { $classes }, { $subject }: ДЗ на { DAY($day) }
request-does-homework-give = Домашнее задание
request-does-homework-none = Отметка «не задано»
request-does-homework-change = Изменение домашнего задания
request-does-homework-withdraw = Отзыв домашнего задания
# Семья
diary-topic = Тема: { $topic }
task-due = <b>Задано:</b>
task-due-subject = <b>Задано, { $subject }:</b>
task-minutes = { $minutes } мин
task-files = { $count ->
    [one] 📎 { $count } файл
    [few] 📎 { $count } файла
   *[other] 📎 { $count } файлов
}
task-open = 📖 { $subject }
task-open-files = 📖 { $subject } · 📎 { $files }
task-title = <b>{ $subject }</b>, на { DAY($day) }{ $minutes ->
    [0] { "" }
   *[other] { " · " }{ $minutes } мин
}
task-file-photo = 🖼 Фото { $number }
task-file-voice = ▶ Голосовое { $number }
task-file-document = 📎 { $name }
task-all-files = Все файлы сразу ({ $count })
task-caption = { $subject }: задание на { DAY($day) }
push-homework-changed = ✎ <b>{ $pupil }</b>: изменено задание, { $subject }, на { DAY($day) }
push-homework-withdrawn = ✕ <b>{ $pupil }</b>: задание отменено, { $subject }, на { DAY($day) }
push-homework-day = Открыть день
push-homework-open = Открыть задание
