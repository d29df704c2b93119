package ua.vidnova.payments.derivation;

import java.util.stream.Collectors;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.law.LawUnit;
import ua.vidnova.payments.law.LawValue;
import ua.vidnova.payments.law.Term;
import ua.vidnova.payments.paper.InUkrainian;

/** How a derivation is said in Ukrainian. */
final class DerivationText {

  private DerivationText() {}

  static String change(long minor) {
    return (minor < 0 ? "− " : "+ ") + InUkrainian.money(Math.abs(minor));
  }

  static String step(Step step) {
    return switch (step.code()) {
      case BASE -> "Основний розмір на день припинення виплати";
      case INDEXATION -> "Індексація з " + InUkrainian.day(step.since().atDay(1));
      case OTHER_SUPPLEMENTS -> "Інші надбавки, які виплачувалися (не індексуються)";
      case AGE_SUPPLEMENT -> "Доплата за віком";
      case MINIMUM -> "Підвищення до мінімальної пенсії";
      case GUARANTEE -> "Підвищення до частки мінімальної заробітної плати";
      case MAXIMUM -> "Обмеження максимальним розміром";
    };
  }

  /** What was applied and where it stands. */
  static String law(Step step) {
    return step.law().stream().map(DerivationText::law).collect(Collectors.joining("; "));
  }

  private static String law(LawValue value) {
    return "%s %s — %s, %s".formatted(name(value), number(value), value.act(), value.article());
  }

  private static String number(LawValue value) {
    return value.code().unit() == LawUnit.KOPIYKAS
        ? InUkrainian.money(value.minor()) + " грн"
        : value.value().toPlainString().replace('.', ',');
  }

  private static String name(LawValue value) {
    return switch (value.code()) {
      case SUBSISTENCE -> "прожитковий мінімум для осіб, які втратили працездатність:";
      case MINIMUM_WAGE -> "мінімальна заробітна плата:";
      case WAGE_BASE -> "показник середньої заробітної плати:";
      case INDEXATION ->
          value.dimension().isEmpty()
              ? "коефіцієнт"
              : "коефіцієнт для призначених у " + value.dimension() + " році";
      case INDEXATION_RISE_MINIMUM -> "підвищення не менше";
      case INDEXATION_RISE_MAXIMUM -> "підвищення не більше";
      case MAXIMUM_IN_SUBSISTENCES -> "максимум у прожиткових мінімумах:";
      case MINIMUM_IN_SUBSISTENCES -> "мінімум у прожиткових мінімумах:";
      case GUARANTEED_SHARE_OF_WAGE -> "частка мінімальної заробітної плати:";
      case GUARANTEED_FROM_AGE -> "від віку, років:";
      case FULL_INSURANCE_YEARS -> "за страхового стажу не менше, років:";
      case AGE_SUPPLEMENT -> "після досягнення " + value.dimension() + " років:";
      case AGE_COUNTS_AFTER_MONTHS -> "місяців після досягнення віку:";
    };
  }

  static String unknown(AwardFacts.Unknown fact) {
    return switch (fact) {
      case KIND -> "вид пенсії: мінімальний розмір не застосовано";
      case GRANT_DATE -> "дата призначення: взято найменший коефіцієнт, який міг би належати";
      case BASE -> "основний розмір: проіндексовано всю суму без доплати за віком";
      case INSURANCE_YEARS -> "страховий стаж: мінімум і гарантію не застосовано";
      case WORKING -> "чи працює особа: гарантію не застосовано";
      case SEX -> "стать: мінімум і гарантію не застосовано";
    };
  }

  static String fault(Fault fault) {
    return switch (fault) {
      case PENSIONER -> "з вини пенсіонера";
      case AUTHORITY -> "з вини органу, що призначає або виплачує";
    };
  }

  static String rule(ArrearsMonth month) {
    return switch (month.rule()) {
      case WITHIN_LIMIT, NO_LIMIT -> when(month.schedule());
      case BEYOND_LIMIT -> "не виплачується: понад строк";
    };
  }

  private static String when(ArrearsMonth.Schedule schedule) {
    return switch (schedule.rule()) {
      case FIRST_PAYMENT -> "одразу";
      case MONTHLY_PART -> "частинами";
    };
  }

  static String term(Term term) {
    return "%s %s — %s, %s"
        .formatted(
            switch (term.code()) {
              case ARREARS_LIMIT_MONTHS_PENSIONER, ARREARS_LIMIT_MONTHS_AUTHORITY ->
                  "Місяців до звернення, за які виплачується:";
              default -> "Місяців, які виплачуються одразу:";
            },
            term.isUnlimited() ? "без обмеження" : term.value(),
            term.act(),
            term.article());
  }
}
