package ua.vidnova.medical.report.files;

import java.util.Map;

/** Ukrainian names of the form's sections. */
final class SectionNames {

  private static final Map<String, String> UK =
      Map.of(
          "Sex", "Стать і вік / Sex and age",
          "Trauma", "Травми / Trauma",
          "Infectious disease", "Інфекційні хвороби / Infectious disease",
          "Additional", "Додаткові показники / Additional",
          "Emergency", "Невідкладні стани / Emergency",
          "Other key diseases", "Інші основні хвороби / Other key diseases",
          "Procedure", "Втручання / Procedure",
          "Outcome", "Результат / Outcome",
          "Relation", "Зв’язок із подією / Relation to event",
          "Protection", "Захист осіб / Protection");

  private SectionNames() {}

  /** The English name, when there is no other. */
  static String uk(String section) {
    return UK.getOrDefault(section, section);
  }
}
