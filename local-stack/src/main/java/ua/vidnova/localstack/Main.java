package ua.vidnova.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ua.vidnova.localstack.demo.AwardLine;
import ua.vidnova.localstack.demo.Demo;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.demo.InventedPeople;
import ua.vidnova.localstack.demo.Outcome;
import ua.vidnova.localstack.demo.Step;
import ua.vidnova.localstack.demo.StepTable;
import ua.vidnova.localstack.partners.Answered;
import ua.vidnova.localstack.partners.BroughtCodes;
import ua.vidnova.localstack.partners.Fault;
import ua.vidnova.localstack.partners.PlayFund;
import ua.vidnova.localstack.partners.PlayPartner;
import ua.vidnova.localstack.partners.PlayedPartner;
import ua.vidnova.localstack.partners.PlayedTill;
import ua.vidnova.localstack.process.Home;
import ua.vidnova.localstack.process.Interrupted;
import ua.vidnova.localstack.process.PortInUse;
import ua.vidnova.localstack.process.ServerFailed;

/**
 * What the script {@code vidnova} runs. Results go to standard output, progress and complaints to
 * standard error. Exit status: 0 done, 1 failed, 2 not understood.
 */
public final class Main {
  private static final PrintStream OUT = utf8(FileDescriptor.out);
  private static final PrintStream ERR = utf8(FileDescriptor.err);
  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
  private static final int FUNDS_AWARDS = 20;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(Arrays.asList(arguments)));
  }

  private static int run(List<String> arguments) {
    try {
      Home home = Home.ofUser();
      Up up = new Up(home, ERR);
      switch (String.join(" ", arguments)) {
        case "up" -> up.untilSignal(OUT);
        case "up --detach" -> OUT.println(Up.summary(up.ensureRunning()));
        case "down" -> up.down();
        case "status" -> OUT.println(Status.of(Up.platform(home)).asText());
        case "status --json" -> OUT.println(json(Status.of(Up.platform(home))));
        case "audit" -> {
          AuditCheck check = AuditCheck.of(Up.platform(home));
          OUT.println(check.report());
          return check.whole() ? 0 : 1;
        }
        case "ledger" -> {
          LedgerCheck check = LedgerCheck.of(Up.platform(home));
          OUT.println(check.report());
          return check.intact() ? 0 : 1;
        }
        case "demo" -> {
          return demo(up, home);
        }
        case "demo --json" -> {
          return demoAsJson(up, home);
        }
        case "reset --yes" -> Reset.run(home, ERR);
        default -> {
          if (arguments.size() == 2 && arguments.getFirst().equals("token")) {
            OUT.println(Up.platform(home).tokens().token(arguments.get(1)));
          } else if (arguments.size() == 3 && arguments.getFirst().equals("partner")) {
            partner(Up.platform(home), arguments.get(1), Fault.of(arguments.get(2)));
          } else {
            ERR.println("Not understood: " + String.join(" ", arguments) + ". Try help.");
            return 2;
          }
        }
      }
      return 0;
    } catch (Interrupted asked) {
      ERR.println("Broken off; nothing was left running.");
      return 130;
    } catch (PortInUse | ServerFailed | IllegalStateException | IllegalArgumentException e) {
      ERR.println(e.getMessage());
      return 1;
    }
  }

  /** A partner does its part with what there is. */
  private static void partner(Platform platform, String name, Fault fault) {
    long seed = new SecureRandom().nextLong();
    ERR.println("Seed " + seed);
    Gateway gateway = new Gateway(platform.gatewayUrl(), platform.tokens()::token);
    Random random = new Random(seed);
    List<Answered> answers =
        name.equals("fund") ? fund(gateway, random, fault) : payer(gateway, name, random, fault);
    answers.forEach(one -> OUT.println(one.about() + "  " + one.status() + "  " + one.outcome()));
    ERR.println(answers.isEmpty() ? "Nothing was sent." : answers.size() + " messages sent.");
  }

  private static List<Answered> payer(Gateway gateway, String name, Random random, Fault fault) {
    BroughtCodes codes = new BroughtCodes(gateway.as("officer"), PlayedTill.EDRPOU);
    PlayedPartner partner = PlayedPartner.named(name, random, LocalDate.now(KYIV), codes);
    return new PlayPartner(gateway, partner).play(fault);
  }

  private static List<Answered> fund(Gateway gateway, Random random, Fault fault) {
    PlayFund fund = new PlayFund(gateway);
    List<Answered> answers =
        fund.bring(AwardLine.invented(new InventedPeople(random), FUNDS_AWARDS), fault);
    OUT.println("decided today  " + fund.decisions(LocalDate.now(KYIV)).size());
    OUT.println("came back from this month's runs  " + fund.unpaid(YearMonth.now(KYIV)).size());
    return answers;
  }

  private static int demo(Up up, Home home) {
    Demo demo = demo(up.ensureRunning(), home);
    StepTable table = new StepTable(OUT);
    Instant began = Instant.now();
    Outcome outcome = demo.play(table);
    table.end(outcome, Duration.between(began, Instant.now()));
    ERR.println("The platform stays up; ./vidnova down stops it.");
    return outcome.ok() ? 0 : 1;
  }

  /** One JSON object on standard output, even if the platform cannot be started. */
  private static int demoAsJson(Up up, Home home) {
    Outcome outcome;
    try {
      outcome = demo(up.ensureRunning(), home).play(step -> ERR.println("  " + step.name()));
    } catch (PortInUse | ServerFailed | IllegalStateException | IllegalArgumentException e) {
      outcome = new Outcome(false, List.of(new Step("The platform starts", false, e.getMessage())));
    }
    OUT.println(json(outcome));
    return outcome.ok() ? 0 : 1;
  }

  private static Demo demo(Platform platform, Home home) {
    Gateway gateway = new Gateway(platform.gatewayUrl(), platform.tokens()::token);
    return new Demo(gateway, home.folder().resolve("demo"), new SecureRandom());
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names are Ukrainian, whatever the terminal's locale says. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
