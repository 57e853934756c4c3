# Страница урока и замечания
page-title =
    <b>{ $classes } · { $subject }</b>
    { $number }-й урок, { CLOCK($starts) }–{ CLOCK($ends) }, { SHORTDAY($day) }, { ROOM($room, before: "каб.") }
page-cancelled = Урок отменён.
page-teacher = Ведёт { $name }
page-substitution = ⇄ Замена: { $name } (страница: { $owner })
page-topic = <b>Тема:</b> { $words }
page-delivered = По плану: { $lines }
page-kind = <b>Вид урока:</b> { $words }
page-tasks = <b>Задания:</b> { $words }
page-ict = <b>ИКТ:</b> { $words }
page-homework = <b>ДЗ</b> на { SHORTDAY($due) }: { $words }{ $files ->
        [0] { "" }
       *[other] , файлов: { $files }
    }
page-homework-personal = <b>ДЗ</b> отдельным ученикам на { SHORTDAY($due) }: { $words }{ $files ->
        [0] { "" }
       *[other] , файлов: { $files }
    }
page-homework-none = <b>ДЗ:</b> не задано
page-homework-more = …и ещё заданий: { $count }
page-roll = <b>Перекличка:</b> ✓ { $absent ->
        [0] все { $pupils } на месте
       *[other] нет { $absent } из { $pupils }
    }{ $late ->
        [0] { "" }
        [one] , опоздал { $late }
       *[other] , опоздали { $late }
    }
page-roll-needed = <b>Перекличка:</b> не сделана{ $absent ->
        [0] { "" }
       *[other] , нет { $absent } из { $pupils }
    }{ $late ->
        [0] { "" }
        [one] , опоздал { $late }
       *[other] , опоздали { $late }
    }
page-marks = <b>Отметки:</b> { $count }
page-remarks-more = …и ещё замечаний: { $count }
page-carried = После срока: { $what } — { $by }; разрешение: { $approved_by }; причина: { $reason }
page-carried-alone = После срока: { $what } — { $by }; причина: { $reason }
page-not-in-russian = ! Есть запись не на русском языке
page-needed = Нужно: { $parts }
page-complete = ✓ Страница заполнена
page-more = …
page-read-only = Только просмотр: заполняет учитель или классный руководитель.
page-written = Записано
page-note-already = Уже так
page-note-changed = Коллега записал раньше. На экране — как есть сейчас.
page-typed-changed = Коллега записал раньше, ваш текст не записан. Если нужен он, введите его ещё раз.
page-button-needed = ! { $label }
page-button-roll = Перекличка
page-button-marks = Отметки
page-button-topic = Тема
page-button-homework = ДЗ
page-button-kind = Вид урока
page-button-tasks = Задания
page-button-ict = ИКТ
page-button-remarks = Замечания
page-before = ‹ Пред.
page-after = След. ›
page-journal = Журнал
page-open = Страница урока
page-choose-kind = Какой это урок?
page-choose-ict = Какие ИКТ использовались?
page-ask-topic = Напишите тему урока. Ответьте на это сообщение.
page-ask-topic-short = Тема урока
page-ask-tasks = Напишите, что делали на уроке: задания и их вид. Ответьте на это сообщение.
page-ask-tasks-short = Задания и их вид
page-ask-ict = Напишите, какие ИКТ использовались. Ответьте на это сообщение.
page-ask-ict-short = Какие ИКТ
page-formerly = Сейчас записано: { $words }

lesson-kind-lesson = Обычный урок
lesson-kind-control = Контрольная работа
lesson-kind-laboratory = Лабораторная работа
lesson-kind-practical = Практическая работа
lesson-kind-excursion = Экскурсия

ict-none = Не использовались
ict-none-used = не использовались
ict-write = Написать своё
ict-slides = Презентация
ict-board = Интерактивная доска
ict-video = Видео
ict-computers = Работа за компьютерами
ict-online = Онлайн-платформа

remarks-none = Замечаний нет.
remark-to-pupil = Ученику
remark-to-class = Классу
remark-whom = Кому замечание?
remark-about-pupil = <b>{ $name }</b>: о чём замечание?
remark-about-class = Всему классу: о чём замечание?
remark-progress = Учёба
remark-behaviour = Поведение
remark-praise = похвала
remark-neutral = к сведению
remark-blame = замечание
remark-choice = { $about }: { $tone }
remark-line = <b>{ $name }</b> — { $about }, { $tone }: { $words }
remark-line-class = <b>Класс</b> — { $about }, { $tone }: { $words }
remark-class = Класс
remark-button = { $name }: { $words }
remark-by = Автор: { $name }
remark-edit = Изменить текст
remark-withdraw = Отозвать
remark-ask = Напишите замечание ({ $whom }, { $about }: { $tone }). Ответьте на это сообщение.
remark-ask-edit = Напишите замечание заново. Сейчас: { $words }
remark-ask-short = Замечание
