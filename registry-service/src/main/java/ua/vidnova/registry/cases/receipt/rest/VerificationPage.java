package ua.vidnova.registry.cases.receipt.rest;

import java.time.format.DateTimeFormatter;
import ua.vidnova.registry.cases.receipt.ReceiptVerification;

/** The answer for someone who pointed a telephone at a receipt. */
final class VerificationPage {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private VerificationPage() {}

  /** All that is shown comes from the catalogue of services, nothing from the request. */
  static String of(ReceiptVerification verification) {
    var answer =
        verification.genuine()
            ? "<h1>Розписка справжня</h1><p>%s<br>Подано %s</p>"
                .formatted(
                    escaped(verification.serviceNameUk()), verification.submittedOn().format(DAY))
            : "<h1>Такої розписки немає</h1><p>Зверніться до того, хто її видав.</p>";
    return """
    <!doctype html>
    <html lang="uk">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Перевірка розписки</title>
    %s
    </html>
    """
        .formatted(answer);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
