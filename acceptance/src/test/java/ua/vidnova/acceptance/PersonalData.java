package ua.vidnova.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.process.Server;

/** Names, numbers and accounts of everyone whom the platform knows. */
final class PersonalData {
  private final Platform platform;
  private final List<String> texts = new ArrayList<>();

  PersonalData(Platform platform) {
    this.platform = platform;
    Databases databases = new Databases(platform);
    texts.addAll(
        databases.texts(
            "registry",
            "select distinct unnest(array[family, given, rnokpp, phone, iban]) from resident"));
    texts.addAll(
        databases.texts(
            "payments",
            "select distinct unnest(array[family_name, given_name, rnokpp]) from award"));
    texts.removeIf(text -> text == null);
  }

  /** Those that stand in a text. */
  List<String> in(String text) {
    return texts.stream().filter(text::contains).toList();
  }

  /** The parts of the platform that have written any into their logs. */
  List<String> leakingLogs() throws IOException {
    List<String> leaking = new ArrayList<>();
    for (Server part : platform.parts()) {
      if (!in(new String(Files.readAllBytes(part.log()), UTF_8)).isEmpty()) {
        leaking.add(part.name());
      }
    }
    return leaking;
  }
}
