package ua.vidnova.acceptance;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real Chromium without a window. */
final class Browser implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  /**
   * @throws IllegalStateException if there is no Chromium here
   */
  Browser() {
    File chromium = program("chromium", "chromium-browser", "google-chrome");
    File chromedriver = program("chromedriver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium);
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1200,1600");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver)
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(SOON).pageLoadTimeout(SOON);
  }

  private static File program(String... names) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Stream.of(names).map(name -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No "
                        + names[0]
                        + " on the PATH. The tests in a browser need chromium and chromedriver; on"
                        + " Debian: apt-get install chromium chromium-driver"));
  }

  void open(String address) {
    driver.get(address);
  }

  /** Waits until there is such an element, and returns it. */
  WebElement find(By by) {
    return until(driver -> driver.findElements(by).stream().findFirst().orElse(null));
  }

  List<String> textsOf(By by) {
    return driver.findElements(by).stream().map(WebElement::getText).toList();
  }

  /** Waits until the page's text is as wanted, and returns it. */
  String awaitText(Predicate<String> wanted) {
    return until(
        driver -> {
          String text = driver.findElement(By.tagName("body")).getText();
          return wanted.test(text) ? text : null;
        });
  }

  String address() {
    return driver.getCurrentUrl();
  }

  Set<Cookie> cookies() {
    return driver.manage().getCookies();
  }

  Object evaluate(String script) {
    return driver.executeScript(script);
  }

  /** Runs a script in the page that calls its last argument with the result. */
  Object await(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  @FunctionalInterface
  private interface Look<T> {
    T at(WebDriver driver);
  }

  private <T> T until(Look<T> look) {
    return Awaitility.await()
        .atMost(SOON)
        .ignoreExceptionsMatching(
            e -> e instanceof NoSuchElementException || e instanceof StaleElementReferenceException)
        .until(() -> look.at(driver), Objects::nonNull);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
