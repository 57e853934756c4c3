# Записи после срока: запросы и решения
request-kept = Введённое сохранено. Можно отправить запрос ({ $deciders }).
request-sent-already = Запрос уже отправлен.
request-ask = Отправить запрос
request-give-reason = Указать причину
request-insist = Записать всё равно
request-again = Ввести заново
request-to-director = директору
request-to-deputy_head = завучу
request-ask-reason = Почему запись делается после срока? Причину увидит тот, кто решает. Ответьте на это сообщение.
request-ask-own-reason = Почему запись делается после срока? Причина останется на странице урока. Ответьте на это сообщение.
request-ask-reason-short = Причина
request-sent =
    { $count ->
        [one] Запрос отправлен { $count } человеку. Ответ придёт сюда.
       *[other] Запрос отправлен, получателей: { $count }. Ответ придёт сюда.
    }
request-sent-to-nobody = Запрос сохранён, но в боте пока нет никого, кто может решить. Скажите об этом лично.
request-title = <b>Запрос: { $name }</b>, { DAY($at) } в { CLOCK($at) }
request-lesson = { $classes } · { $subject }, { SHORTDAY($day) }, { $number }-й урок
request-what = <b>{ $what }</b>
request-pupil = Ученик: { $name }
request-values = Записать: { $values }
request-formerly = Сейчас записано: { $words }
request-words = Текст: { $words }
request-files = Файлов: { $count }
request-reason = Причина: { $reason }
request-brief = { $classes } { SHORTDAY($day) }: { $what }
request-button = { $name }, { $what }
request-approve = Разрешить
request-refuse = Отказать
request-refuse-why = Отказать и объяснить
request-open = Открыть запрос
request-show-files = Показать файлы ({ $count })
request-file = Приложено к запросу
request-approved = Разрешено, записано
request-refused = Отказано
request-decided-already = Уже решено
request-cause-denied = У сотрудника больше нет права на эту запись.
request-ask-comment = Почему отказано? Ответ увидит тот, кто просил. Ответьте на это сообщение.
request-ask-comment-short = Пояснение
request-list-waiting =
    { $count ->
        [one] <b>Запросы</b>: ждёт решения { $count }
       *[other] <b>Запросы</b>: ждут решения { $count }
    }
request-list-none = <b>Запросы</b>: решать сейчас нечего.
request-list-own = Ваши запросы за две недели:
request-own = { $what } — { $state }
request-state-waiting = Ждёт решения
request-state-kept = Сохранено, запрос не отправлен
request-state-approved = Разрешено: { $name }
request-state-approved-why = Разрешено: { $name } ({ $comment })
request-state-refused = Отказано: { $name }
request-state-refused-why = Отказано: { $name } ({ $comment })
request-home = Запросы
request-home-count = Запросы: { $count }

request-does-roll = Перекличка
request-does-class_leader_corrects = Исправление посещаемости
request-does-homework = Домашнее задание
request-does-oral_marks = Отметка
request-does-written_marks = Отметка за письменную работу
request-does-mark_correction = Исправление отметки
request-does-entries_in_russian = Запись не на русском языке
request-does-not-in-russian = Запись не на русском языке
request-does-quick = Быстрый ввод
request-does-topic = Тема урока
request-does-kind = Вид урока
request-does-tasks = Задания на уроке
request-does-ict = Использование ИКТ
request-does-remark = Замечание
request-does-remark-edit = Исправление замечания
request-does-remark-withdraw = Отзыв замечания
request-does-roll-mark = Перекличка: один ученик
request-does-roll-correct = Перекличка
request-roll-line = { $name }: { $presence }{ $minutes ->
    [0] { "" }
   *[other] { " " }{ $minutes } мин.
}
request-roll-line-now = { $name }: { $presence }{ $minutes ->
    [0] { "" }
   *[other] { " " }{ $minutes } мин.
} (сейчас: { $stands })
request-does-roll-take = Перекличка: «Готово»
request-does-roll-all = Перекличка: «Все на месте»
request-does-roll-reopen = Перекличка: отмена «Готово»

entry-value-present = на месте
entry-value-absent = отсутствует
entry-value-late = опоздание
entry-value-illness = болезнь
entry-value-excused = уважительная причина
entry-value-unexcused = без уважительной причины
entry-value-5 = 5
entry-value-4 = 4
entry-value-3 = 3
entry-value-2 = 2
entry-value-1 = 1
entry-value-pass = зачёт
entry-value-fail = незачёт
entry-value-not_assessed = н/а
entry-value-exempt = осв
entry-value-dot = точка
entry-value-lesson = обычный урок
entry-value-control = контрольная работа
entry-value-laboratory = лабораторная работа
entry-value-practical = практическая работа
entry-value-excursion = экскурсия
entry-value-slides = презентация
entry-value-board = интерактивная доска
entry-value-video = видео
entry-value-computers = работа за компьютерами
entry-value-online = онлайн-платформа
entry-value-progress = учёба
entry-value-behaviour = поведение
entry-value-praise = похвала
entry-value-neutral = к сведению
entry-value-blame = замечание

push-request = <b>{ $name }</b> просит записать после срока:
push-request-approved = ✓ Ваш запрос разрешён ({ $name }), записано.
push-request-refused = ✗ По вашему запросу отказано ({ $name }).
push-request-comment = Пояснение: { $comment }
