package io.jenkins.plugins.slacknotify.acceptance.harness;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium without a window and with a profile of its own, which reaches 127.0.0.1 and nothing else. Remembers what the
 * pages complained about on its console: failed scripts, missing files, violations of the content security policy.
 */
public final class Browser implements AutoCloseable {
    /** The advice where there is none. */
    public static final String HOW_TO =
            "no browser is at hand; install chromium or chromium-headless-shell, and chromedriver";

    private static final int WIDTH = 1300;
    private static final int HEIGHT = 1500;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Each takes as long as a page, and no test looks at them. */
    private static final boolean TAKES_SCREENSHOTS = Boolean.getBoolean("slack-notify.screenshots");

    /** Debian's. The program of that name in the {@code PATH} only starts it, and the driver would end that and leave this. */
    private static final File SHELL = new File("/usr/lib/chromium/chromium-headless-shell");

    /** One of the two by its name, or null for the first that is at hand. */
    private static final String WANTED = System.getProperty("slack-notify.browser");

    /**
     * Selenium warns that it knows no DevTools of the newest Chromium. No test needs them. The field keeps the level from being forgotten.
     */
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    private static final Duration POLL = Duration.ofMillis(50);

    /** A choice that Jenkins has been asked for. */
    private static final By PENDING = By.cssSelector(".select-ajax-pending");

    /**
     * Jenkins 2.568 cannot list the breadcrumbs that do not fit into a window, on any page
     * (<a href="https://github.com/jenkinsci/jenkins/pull/26978">mended since</a>).
     */
    private static final Pattern FAULT_OF_CORE = Pattern.compile(
            "/jsbundles/header\\.js \\S+ Uncaught TypeError: Cannot read properties of undefined \\(reading 'replace'\\)");

    private final List<String> complaints = new ArrayList<>();
    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    public static boolean isAtHand() {
        return chromium().isPresent() && program("chromedriver").isPresent();
    }

    /** Opens one; {@link #isAtHand()} must hold. */
    public static Browser open() {
        DEVTOOLS.setLevel(Level.SEVERE);
        // Both programs are named, because the driver's maker would go looking for them on the internet otherwise.
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow())
                .withSilent(true)
                .withTimeout(Timeouts.LONG)
                .build();
        var driver = new ChromeDriver(service, options(chromium().orElseThrow()));
        // What moves is there at once: to paint each step of it, without a graphics card, takes as long as the rest of
        // a page.
        driver.executeCdpCommand("Animation.enable", Map.of());
        driver.executeCdpCommand("Animation.setPlaybackRate", Map.of("playbackRate", 100));
        return new Browser(driver);
    }

    public void open(URI address) {
        driver.get(address.toString());
        collectComplaints();
    }

    /** Shows nothing, which asks Jenkins for nothing, and forgets what the pages have complained about. */
    public void leave() {
        driver.get("about:blank");
        complaints();
    }

    /** Shows nothing, in a window of the usual size, and knows no cookie any more. */
    void forget() {
        leave();
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.manage().window().setSize(new Dimension(WIDTH, HEIGHT));
    }

    /** Has it be signed in where a client is, with a session of its own, as the page for that would do in a second of a processor. */
    public void signIn(JenkinsClient client) {
        client.cookies()
                .forEach(cookie -> driver.executeCdpCommand(
                        "Network.setCookie",
                        Map.of(
                                "url", client.url().toString(),
                                "name", cookie.getName(),
                                "value", cookie.getValue(),
                                "httpOnly", true)));
    }

    /** Waits until it shows another page than that of this address, after a form or link led there. */
    public void awaitPageAfter(URI address) {
        await("the page after " + address)
                .atMost(Timeouts.LONG)
                .until(driver::getCurrentUrl, now -> !now.equals(address.toString()));
        collectComplaints();
    }

    /** The first such element, as soon as it can be seen. */
    public WebElement find(By what) {
        return find(what, WebElement::isDisplayed);
    }

    /** The first such element that a condition holds for, as soon as there is one. */
    public WebElement find(By what, Predicate<WebElement> condition) {
        return Polls.await(what.toString(), POLL)
                .atMost(Timeouts.LONG)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> first(what, condition), Optional::isPresent)
                .orElseThrow();
    }

    /** All such elements that are there now, seen or not. */
    public List<WebElement> all(By what) {
        return driver.findElements(what);
    }

    /** Returns what all such elements say now, at one moment: pages put others in their place while one reads them one by one. */
    public List<String> texts(String cssSelector) {
        var texts = (List<?>) run(
                "return [...document.querySelectorAll(arguments[0])].map(element => element.innerText)", cssSelector);
        return texts.stream().map(Object::toString).toList();
    }

    /**
     * Clicks in the middle of the window, where no bar that sticks to its edges is in the way, as soon as all choices of the
     * page's forms have come: Jenkins asks for them when the page is there, and saves none that has not come.
     */
    public void click(By what) {
        Polls.await("the choices of the page", POLL)
                .atMost(Timeouts.LONG)
                .until(() -> driver.findElements(PENDING).isEmpty());
        var element = find(what);
        centre(element);
        element.click();
    }

    /** Puts a text in the place of a field's content, and leaves the field. */
    public void type(By field, String text) {
        var element = find(field);
        centre(element);
        element.clear();
        element.sendKeys(text);
        run("arguments[0].blur()", element);
    }

    /**
     * Holds an element over another one, with the small movements of a hand, until something has happened, and lets go. Both have
     * to be in the window at once.
     */
    public void drag(By what, By to, Callable<Boolean> happened) {
        centre(find(what));
        new Actions(driver)
                .moveToElement(find(what))
                .clickAndHold()
                .moveByOffset(0, -5)
                .moveToElement(find(to))
                .perform();
        await("what comes of dragging " + what)
                .atMost(Timeouts.LONG)
                .pollInterval(POLL)
                .until(() -> {
                    new Actions(driver).moveByOffset(0, -1).perform();
                    return happened.call();
                });
        new Actions(driver).release().perform();
    }

    /** Drags an element onto another one, and lets go there. Both have to be in the window at once. */
    public void dragOnto(By what, By to) {
        centre(find(what));
        new Actions(driver)
                .moveToElement(find(what))
                .clickAndHold()
                .moveByOffset(0, 3)
                .moveToElement(find(to))
                .release()
                .perform();
    }

    /** Makes the window so many pixels high, for pictures of what is higher than it is at first. */
    public void heighten(int pixels) {
        driver.manage().window().setSize(new Dimension(WIDTH, pixels));
    }

    /** Makes the window so many pixels wide and high. */
    public void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Waits until all choices of the page's forms have come, and all fields have been checked. */
    public void awaitIdle() {
        Polls.await("the choices of the page", POLL)
                .atMost(Timeouts.LONG)
                .until(() -> driver.findElements(PENDING).isEmpty());
    }

    /** Waits until no colour and no place changes any more. */
    public void awaitStill() {
        Polls.await("an end of all movements", POLL).atMost(Timeouts.LONG).until(() ->
                (Boolean) run("return document.getAnimations().length === 0"));
    }

    /**
     * Returns what axe-core finds wrong with a part of the page, by the levels A and AA of WCAG 2.1; each with the name of the rule and the
     * element.
     *
     * @param axe the script
     * @param part a CSS selector
     * @param rules those to ask; empty for all of these levels
     */
    public List<String> accessibilityProblems(String axe, String part, List<String> rules) {
        if (!(Boolean) run("return 'axe' in window")) {
            driver.executeScript(axe);
        }
        var found = (List<?>) driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "const only = arguments[1].length ? {type: 'rule', values: arguments[1]}"
                        + " : {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']};"
                        + "axe.run(arguments[0], {runOnly: only, resultTypes: ['violations']}).then(result => done("
                        + "result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' ' + node.html + ' '"
                        + " + (node.any[0]?.message ?? '')))), error => done([String(error)]))",
                part,
                rules);
        return found.stream().map(Object::toString).toList();
    }

    /** Makes the window so many pixels wide, as a phone has it, or a window beside others; null for the usual width. */
    public void narrow(Integer pixels) {
        driver.manage().window().setSize(new Dimension(pixels == null ? WIDTH : pixels, HEIGHT));
    }

    public Object run(String javascript, Object... arguments) {
        return driver.executeScript(javascript, arguments);
    }

    /** Takes a picture of the window with that element, which has to be there, in its middle: see {@link #screenshot(String)}. */
    public void screenshot(String name, By centre) {
        centre(find(centre));
        screenshot(name);
    }

    /** Takes a picture of the window, to {@code target/screenshots/name.png}, where {@code -Dslack-notify.screenshots=true} asks for it. */
    public void screenshot(String name) {
        if (!TAKES_SCREENSHOTS) {
            return;
        }
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), screenshot());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the screenshot " + name, e);
        }
    }

    /** A picture of the window, as a PNG. */
    public byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** A picture of an element alone, as a PNG, without the bars that stick to the window; what is higher than it is cut. */
    public byte[] picture(By what) {
        var element = find(what);
        run("document.querySelectorAll('#page-header, #bottom-sticker, .jenkins-bottom-app-bar__shadow')"
                + ".forEach(bar => bar.style.display = 'none')");
        run(
                "Object.assign(arguments[0].style, {padding: '1rem', height: 'fit-content', minHeight: '0', alignSelf: 'start'});"
                        + "arguments[0].scrollIntoView({behavior: 'instant'})",
                element);
        return element.getScreenshotAs(OutputType.BYTES);
    }

    /** Returns what the pages have complained about since this was asked last. */
    public List<String> complaints() {
        collectComplaints();
        var heard = List.copyOf(complaints);
        complaints.clear();
        return heard;
    }

    @Override
    public void close() {
        driver.quit();
    }

    private Optional<WebElement> first(By what, Predicate<WebElement> condition) {
        return driver.findElements(what).stream().filter(condition).findFirst();
    }

    private void centre(WebElement element) {
        run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    }

    private void collectComplaints() {
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .filter(entry -> !FAULT_OF_CORE.matcher(entry.getMessage()).find())
                .map(entry -> driver.getCurrentUrl() + ": " + entry.getMessage())
                .forEach(complaints::add);
    }

    private static ChromeOptions options(File chromium) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(chromium);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        // One process for all pages, and none for a graphics card that is not there: each takes its time to start, and
        // to be told.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-proxy-server",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--in-process-gpu",
                "--process-per-site",
                "--renderer-process-limit=1",
                "--disable-site-isolation-trials",
                "--disable-features=BackForwardCache,ProactivelySwapBrowsingInstance",
                "--window-size=" + WIDTH + "," + HEIGHT);
        return options;
    }

    /** The light one, which has nothing but pages, unless {@code -Dslack-notify.browser=chromium} asks for the whole one. */
    private static Optional<File> chromium() {
        return Stream.of(Optional.of(SHELL), program("chromium"))
                .flatMap(Optional::stream)
                .filter(File::canExecute)
                .filter(file -> WANTED == null || file.getName().equals(WANTED))
                .findFirst();
    }

    private static Optional<File> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst();
    }
}
