# Правила школы: чтение, выбор, изменение
rules-open = Правила школы
rules-title = <b>Правила школы</b>
rules-in-force = { $title }
rules-since = Действуют с { DAY($since) }.
rules-planned = С { DAY($since) }: { $title }.
rules-page = Страница { $page } из { $pages }
rules-choose = Выбрать регламент
rules-edit = Изменить правило
rules-undo-planned = Отменить выбранное с { DAY($since) }
rules-file = Получить файлом
rules-file-caption = { $title }. Измените в файле нужное и пришлите его сюда. Правила, изменённые в боте, в файл не входят.
rules-clause = ({ $clause })
rules-common = (общее правило)
rules-changed-here = (изменено школой)
rules-line-more = …и ещё правил: { $count }
rules-list = Какой регламент выбрать? Сначала покажу, что изменится. Свой регламент пришлите сюда файлом .toml.
rules-list-chosen = ✓ { $title }
rules-list-own = { $title } (свой)
rules-groups = Какое правило изменить?
rules-offered-now = Сейчас:
rules-offered = Что поставить? Другое значение можно задать в файле.
rules-option-chosen = ✓ { $label }
rules-preview-title = <b>{ $title }</b>
rules-preview-since = Начнёт действовать с { DAY($since) }, { WEEKDAY($since) }.
rules-preview-undo = Останется в силе и с { DAY($since) }, { WEEKDAY($since) }: выбранное на этот день отменится.
rules-preview-nothing = Так уже и есть: ничего не изменится.
rules-preview-titles-only = Сами правила не изменятся.
rules-preview-changes = Что изменится:
rules-preview-was = было:
rules-preview-becomes = станет:
rules-preview-planned = Обратите внимание: с { DAY($since) } уже выбраны другие правила, с этого дня будут действовать они.
rules-preview-past = Уроки, которые прошли раньше, остаются под прежними правилами.
rules-confirm = Подтвердить: с { DAY($since) }
rules-day-today = С сегодняшнего дня
rules-day-other = С { SHORTDAY($since) }
rules-day-ask = Другой день
rules-day-question = С какого дня? Напишите дату, например 1 декабря. Ответьте на это сообщение.
rules-day-short = Дата
rules-cancel = Не менять
rules-done = Готово: правила действуют с { DAY($since) }.
rules-later = Готово: правила начнут действовать с { DAY($since) }.
rules-undone = Отменено: с { DAY($since) } правила останутся прежними.
rules-already = Так уже и было.
rules-brought = Файл принят, регламент «{ $title }» сохранён. Действовать он начнёт, когда вы подтвердите.
rules-not-yours = Регламент меняют директор и завуч. Файл не принят.

rules-fault-title = <b>Регламент не принят.</b> Ничего не изменено. Файл: { $file }.
rules-fault-field = Место в файле: <code>{ $field }</code>
rules-fault-no-such = Такого регламента нет. Есть: { $allowed }.
rules-fault-too-large = Файл слишком большой: можно не больше { $high } знаков.
rules-fault-not-toml =
    { $detail ->
        [UTF-8] Это не текст в кодировке UTF-8.
       *[other] Это не файл TOML: { $detail }.
    }
rules-fault-unknown = Неизвестно: { $found }. Можно: { $allowed }.
rules-fault-missing = Не хватает. Нужно: { $allowed }.
rules-fault-text = Нужен текст от 1 до { $high } знаков.
rules-fault-section = Нужен раздел с полями: { $allowed }.
rules-fault-whole = Нужно целое число от { $low } до { $high }.
rules-fault-time = Нужно время, например 21:00:00.
rules-fault-day = Нужна дата, например { $allowed }.
rules-fault-yes-no = Нужно true (да) или false (нет).
rules-fault-one-of = Нужно одно из: { $allowed }.
rules-fault-some-of = Нужен список из: { $allowed }.
rules-fault-names = Нужен список названий, в каждом от 1 до { $high } знаков.
rules-fault-too-many = Слишком много: не больше { $high }.
rules-fault-one-term = Противоречие: либо days, либо working_days.
rules-fault-too-early = Противоречие: срок закончится раньше, чем начнутся уроки. В день урока не раньше { $allowed }.
rules-fault-twice = Противоречие: { $found } указано дважды.
rules-fault-fewer-above = Противоречие: при большем числе часов отметок меньше. Нужно не меньше { $low }.
rules-fault-not-with = Противоречие: { $found } бывает только вместе с { $allowed }.
rules-fault-points = Нужен балл больше 1 и не больше 5, не точнее сотых, например { $allowed }.
rules-fault-falling = Противоречие: порог пятёрки должен быть выше порога четвёрки, а тот выше порога тройки.
rules-fault-hours = Противоречие: начало часов должно быть раньше конца.

rules-group-terms = Сроки записей
rules-group-first = Первый класс
rules-group-page = Страница урока
rules-group-final = Итоговые отметки
rules-group-averages = Средний балл
rules-group-families = Что и когда узнаёт семья
rules-group-plans = Планы и группы
rules-group-control = Контроль
rules-group-keeping = Данные и хранение

rule-name-roll = Тема и отсутствующие
rule-name-homework = Домашнее задание
rule-name-oral-marks = Отметки за ответы
rule-name-written-marks = Отметки за письменные работы
rule-name-after-window = После срока записывает
rule-name-mark-correction = Исправление отметки
rule-name-marks-in-grade-1 = Отметки в 1 классе
rule-name-homework-in-grade-1 = Домашние задания в 1 классе
rule-name-least-marks = Отметок для итоговой
rule-name-works-required-for = Работы в итоговой отметке
rule-name-final-marks-by = Итоговые отметки выставляет
rule-name-final-marks-due = Срок итоговых отметок
rule-name-exam-results-within = Результаты ГИА вносятся
rule-name-grade-9-marks-within = Итоговые отметки 9 класса
rule-name-average = Какой балл считается
rule-name-rounding = Округление
rule-name-failing-below = Неуспевающий
rule-name-debts-before = О долгах родителям
rule-name-marks-hold = Отметка видна семье
rule-name-pupil-first = Сначала ученику
rule-name-reports-answered-within = Ответ на «здесь ошибка»
rule-name-staff-hours = Рабочие часы сотрудников
rule-name-substitute = За отсутствующего учителя
rule-name-substitution-flagged = Пометка о замене
rule-name-substitute-named-by-deputy = Назначение замены
rule-name-class-leader-corrects = Классный руководитель исправляет посещаемость
rule-name-class-leader-confirms = Данные семей
rule-name-group-moves = Переход между группами
rule-name-plan-equals-curriculum = Часы КТП
rule-name-plan-before-year = Срок КТП
rule-name-entries-in-russian = Язык записей
rule-name-page-requires = Обязательно заполнить
rule-name-control-deputy = Завуч проверяет журнал
rule-name-control-director = Директор проверяет журнал
rule-name-results-to = Итоги проверки
rule-name-backup = Резервная копия
rule-name-archive = Архив года
rule-name-paper-journal = Бумажный журнал
rule-name-consent-by = Согласия на обработку данных

rule-term-day = до конца дня урока
rule-term-day-at = до { $at } в день урока
rule-term-days =
    { $days ->
        [one] { $days } день после урока
        [few] { $days } дня после урока
       *[many] { $days } дней после урока
    }
rule-term-working-days =
    { $days ->
        [one] { $days } рабочий день после урока
        [few] { $days } рабочих дня после урока
       *[many] { $days } рабочих дней после урока
    }
rule-term-at = { $term }, до { $at }
rule-term-after-class =
    { $minutes ->
        [60] 1 час после последнего урока класса
        [120] 2 часа после последнего урока класса
       *[other] { $minutes } мин. после последнего урока класса
    }
rule-term-both = { $term }, самое позднее { $limit }
rule-term-subject = { $names }: { $term }
rule-term-others = остальные: { $term }

rule-after-window-deputy-head = завуч, с указанием причины
rule-after-window-director = директор, с указанием причины
rule-after-window-both = завуч или директор, с указанием причины
rule-mark-correction-yes = можно, пока открыт срок; след остаётся
rule-mark-correction-no = запрещено; исправляет тот, кто записывает после срока
rule-marks-in-grade-1-yes = ставятся
rule-marks-in-grade-1-no = не ставятся
rule-homework-in-grade-1-yes = задаются
rule-homework-in-grade-1-no = не задаются
rule-least-marks-above = не меньше { $marks } при { $hours } ч. в неделю и меньше, не меньше { $above } при большем числе часов
rule-least-marks-hourly = не меньше { $marks } при { $hours } ч. в неделю и меньше; больше часов — по одной на каждый час и ещё { $more }
rule-works-required-for-none = письменные, лабораторные и практические показаны рядом
rule-works-required-for-some = обязательно учитываются письменные, лабораторные и практические: { $names }
rule-final-marks-by-teacher = учитель
rule-final-marks-by-class-leader = классный руководитель
rule-final-marks-due-last-day = до последнего дня периода
rule-final-marks-due-last-week = в последнюю неделю периода, до каникул
rule-final-marks-due-days-after =
    { $days ->
        [one] не позже { $days } дня после конца периода
       *[other] не позже { $days } дней после конца периода
    }
rule-final-marks-due-order = по приказу директора
rule-final-marks-due-order-dates = по приказу директора: { $dates }
rule-exam-results-within =
    { $days ->
        [one] за { $days } рабочий день после объявления
        [few] за { $days } рабочих дня после объявления
       *[many] за { $days } рабочих дней после объявления
    }
rule-grade-9-marks-within =
    { $days ->
        [one] за { $days } рабочий день после внесения результатов ГИА
        [few] за { $days } рабочих дня после внесения результатов ГИА
       *[many] за { $days } рабочих дней после внесения результатов ГИА
    }
rule-substitute-substitute = журнал ведёт замещающий учитель
rule-substitute-class-leader = журнал ведёт классный руководитель
rule-substitution-flagged-yes = ставится при записи
rule-substitution-flagged-no = отдельно не требуется
rule-substitute-named-by-deputy-yes = замещающего назначает завуч
rule-substitute-named-by-deputy-no = особо не оговорено
rule-class-leader-corrects =
    { $days ->
        [0] в день урока
        [1] ежедневно: до конца следующего дня
        [7] еженедельно: 7 дней после урока
        [one] { $days } день после урока
        [few] { $days } дня после урока
       *[many] { $days } дней после урока
    }
rule-class-leader-confirms-on-request = классный руководитель сверяет по запросу
rule-class-leader-confirms-always = классный руководитель следит, чтобы были верны всегда
rule-class-leader-confirms-monthly = классный руководитель сверяет раз в месяц
rule-group-moves-any-time = в любое время
rule-group-moves-period-end = только по окончании учебного периода
rule-group-moves-period-start = в начале учебного периода
rule-plan-equals-curriculum-yes = столько же, сколько в учебном плане
rule-plan-equals-curriculum-no = могут отличаться от учебного плана
rule-plan-before-year-yes = до начала учебного года
rule-plan-before-year-no = не установлен
rule-entries-in-russian-yes = русский, и на уроках иностранного языка тоже
rule-entries-in-russian-no = любой
rule-page-requires-none = ничего
rule-page-requires-topic = тема
rule-page-requires-tasks = выполненные задания
rule-page-requires-kind = вид урока
rule-page-requires-ict = использование ИКТ
rule-check-none = отдельно не установлено
rule-check-weekly = раз в неделю
rule-check-monthly = раз в месяц
rule-check-quarterly = раз в четверть
rule-check-quarter-end = в конце каждой четверти
rule-check-access-report = по отчёту о доступе к журналу
rule-results-to-none = отдельно не установлено
rule-results-to-staff-meeting = на совещании
rule-results-to-in-person = лично
rule-results-to-staff-board = на доске объявлений для учителей
rule-results-to-deputies = завучам
rule-backup-days =
    { $days ->
        [1] каждый день
        [7] раз в неделю
        [14] раз в две недели
        [one] не реже раза в { $days } день
        [few] не реже раза в { $days } дня
       *[many] не реже раза в { $days } дней
    }
rule-backup-regularly = регулярно
rule-backup-several-media = на нескольких носителях
rule-backup-removable-media = и на съёмном носителе
rule-backup-two-places = в двух местах
rule-backup-operator = делает оператор
rule-archive-none = отдельно не установлен
rule-archive-data = данные
rule-archive-pdf = PDF
rule-archive-two-media = на двух носителях и больше
rule-archive-different-rooms = в разных помещениях
rule-archive-two-places = в двух местах
rule-archive-signed = с подписью
rule-archive-paper-summary = сводные результаты на бумаге
rule-archive-print-by = распечатать до { $day }
rule-archive-print-years = хранить распечатку, лет: { $years }
rule-archive-summary-years = сводные ведомости, лет: { $years }
rule-average-weighted = средневзвешенный, с весом работ
rule-average-plain = средний, все отметки равны
rule-rounding = 5 от { POINT($five) }, 4 от { POINT($four) }, 3 от { POINT($three) }
rule-rounding-subject = { $names }: 5 от { POINT($five) }, 4 от { POINT($four) }, 3 от { POINT($three) }
rule-failing-below = балл по предмету ниже { POINT($average) }
rule-debts-before =
    { $days ->
        [0] только когда период кончился
        [one] за { $days } день до конца периода
        [few] за { $days } дня до конца периода
       *[many] за { $days } дней до конца периода
    }
rule-marks-hold =
    { $days ->
        [0] сразу
        [one] через { $days } минуту (пока её можно поправить незаметно)
        [few] через { $days } минуты (пока её можно поправить незаметно)
       *[many] через { $days } минут (пока её можно поправить незаметно)
    }
rule-pupil-first =
    { $days ->
        [0] ученик и родители узнают об отметке вместе
        [one] узнаёт об отметке на { $days } минуту раньше родителей
        [few] узнаёт об отметке на { $days } минуты раньше родителей
       *[many] узнаёт об отметке на { $days } минут раньше родителей
    }
rule-reports-answered-within =
    { $days ->
        [one] за { $days } рабочий день
        [few] за { $days } рабочих дня
       *[many] за { $days } рабочих дней
    }
rule-staff-hours = сообщения семей приходят с { $starts } до { $ends } в рабочие дни, срочные — сразу
rule-paper-journal-none = не ведётся
rule-paper-journal-on-demand = распечатывается, когда нужен
rule-paper-journal-beside = ведётся вместе с электронным
rule-paper-journal-must-agree = ведётся и должен совпадать с электронным
rule-consent-by-class-leader = собирает классный руководитель
rule-consent-by-law = собираются, как велит закон

term-left-roll = тема и отсутствующие: { $until }
term-left-class-leader-corrects = посещаемость: { $until }
term-left-homework = домашнее задание: { $until }
term-left-oral-marks = отметки за ответы: { $until }
term-left-written-marks = отметки за письменные работы: { $until }
term-left-mark-correction = исправление отметок: { $until }
term-until-today = сегодня до { CLOCK($until) }
term-until-today-end = до конца дня
term-until-tomorrow = завтра до { CLOCK($until) }
term-until-day = до { DAY($until) }
