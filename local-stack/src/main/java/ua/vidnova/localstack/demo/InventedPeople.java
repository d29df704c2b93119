package ua.vidnova.localstack.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Rnokpp;

/**
 * Invents pensioners, no two with the same РНОКПП. Each inventor begins at a birth date and serial
 * of its own, so that the people of several runs on the same data hardly ever meet.
 */
public final class InventedPeople {
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1931, 1, 1);
  private static final LocalDate LATEST_BIRTH = LocalDate.of(1961, 12, 31);
  private static final int BIRTHS = (int) ChronoUnit.DAYS.between(EARLIEST_BIRTH, LATEST_BIRTH) + 1;

  /** Shares no factor with the number of days, so that every day comes once before any twice. */
  private static final int STRIDE = 1_009;

  private static final List<String> FAMILIES =
      List.of(
          "Вигаданенко",
          "Прикладенко",
          "Зразкевич",
          "Умовченко",
          "Гаданчук",
          "Взірченко",
          "Казкаренко",
          "Притченко",
          "Начебтюк",
          "Мабутенко",
          "Буцімченко",
          "Небувайло");
  private static final List<String> WOMEN =
      List.of("Ганна", "Олена", "Катерина", "Параска", "Віра", "Надія", "Любов", "Євдокія");
  private static final List<String> MEN =
      List.of("Іван", "Петро", "Микола", "Степан", "Григорій", "Василь", "Ілля", "Єгор");
  private static final List<String> DAUGHTERS_OF =
      List.of("Прикладівна", "Зразківна", "Умовівна", "Вигадівна", "Притчівна");
  private static final List<String> SONS_OF =
      List.of("Прикладович", "Зразкович", "Умовович", "Вигадович", "Притчович");

  private final RandomGenerator random;
  private final int firstBirth;
  private final int firstSerial;
  private int count;

  public InventedPeople(RandomGenerator random) {
    this.random = random;
    firstBirth = random.nextInt(BIRTHS);
    firstSerial = random.nextInt(Rnokpp.SERIAL_MAX + 1);
  }

  public synchronized Person next() {
    int day = (int) ((firstBirth + (long) count * STRIDE) % BIRTHS);
    int serial = (firstSerial + count / BIRTHS) % (Rnokpp.SERIAL_MAX + 1);
    count++;
    LocalDate birthDate = EARLIEST_BIRTH.plusDays(day);
    boolean male = random.nextBoolean();
    return new Person(
        any(FAMILIES),
        any(male ? MEN : WOMEN),
        any(male ? SONS_OF : DAUGHTERS_OF),
        birthDate,
        male,
        Rnokpp.of(birthDate, serial, male));
  }

  public List<Person> next(int howMany) {
    return Stream.generate(this::next).limit(howMany).toList();
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
