package io.jenkins.plugins.slacknotify.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.gallery.PictureReducer;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;

/**
 * Holds what arrives at each step against what has to, takes its picture, and writes all of it down as a page of the manual:
 * {@code story.md}, and {@code images/story/} beside it, in the folder that the property {@code slack-notify.story} names.
 */
final class StoryBook {
    private static final Path FOLDER = Path.of(System.getProperty("slack-notify.story", "target/story"));
    private static final int HIGHEST = 3_000;
    private static final Pattern LINK = Pattern.compile("<[^|>]+\\|([^>]+)>");
    private static final String WAITING =
            "print io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().waiting()";

    /** The words of the headlines for each event. */
    private static final Map<EventKind, Pattern> SAID = Map.ofEntries(
            said(EventKind.STARTED, "started"),
            said(EventKind.WAITING_FOR_INPUT, "waits for input"),
            said(EventKind.RUNNING_LONG, "is still running after"),
            said(EventKind.SUCCESS, "succeeded|is fixed"),
            said(EventKind.FIXED, "is fixed after"),
            said(EventKind.UNSTABLE, "is (still )?unstable"),
            said(EventKind.FAILURE, "failed|broke|still fails"),
            said(EventKind.REGRESSED, "broke|is unstable|failed"),
            said(EventKind.STILL_FAILING, "still fails|is still unstable"),
            said(EventKind.ABORTED, "was aborted"),
            said(EventKind.NOT_BUILT, "was not built"),
            said(EventKind.LOST, "was cut off|lost its agent"),
            said(EventKind.TIMED_OUT, "ran out of time"));

    /** A message, and whether only the reader of the step sees it. */
    private record News(SandboxMessage message, boolean alone) {
        String thread() {
            return message.isReply() ? message.threadTs() : message.ts();
        }

        String read() {
            var reply = message.isReply() ? message.broadcast() ? ">> " : "> " : "";
            return reply
                    + (alone ? "! " : "")
                    + LINK.matcher(message.headline()).replaceAll("$1").replace("*", "");
        }
    }

    private final TestBed bed;
    private final Browser browser;
    private final List<StoryStep> steps = new ArrayList<>();
    private Instant since = Instant.now();

    StoryBook(TestBed bed, Browser browser) {
        this.bed = bed;
        this.browser = browser;
        browser.heighten(HIGHEST);
    }

    /** As {@link #hear}, and what Slack hears from now on belongs to the next step. */
    List<SandboxMessage> tell(StoryStep step, String conversation, String... lines) {
        var shown = hear(step, conversation, lines);
        since = Instant.now();
        return shown;
    }

    /**
     * Waits until all has arrived, and requires it to be that: what stands in the threads of a channel in which there is news.
     *
     * @param conversation the name of a channel, or the address of somebody for the bot's direct messages to them
     * @param lines patterns for the texts as they are read: {@code >} begins a reply, {@code >>} one that the channel shows, too,
     *     and {@code !} what only the reader of the step sees
     * @return the messages of those lines
     */
    List<SandboxMessage> hear(StoryStep step, String conversation, String... lines) {
        await(step.name())
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(news(step, conversation))
                        .extracting(News::read)
                        .zipSatisfy(
                                List.of(lines), (text, line) -> assertThat(text).matches("(?s)" + line)));
        await("an empty outbox")
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.admin().script(WAITING).equals("0"));
        List<News> shown = news(step, conversation);
        assertThat(shown).as(step.name()).hasSize(lines.length);
        step.kinds()
                .forEach(kind -> assertThat(headlines(shown))
                        .as(kind.id())
                        .anyMatch(SAID.get(kind).asPredicate()));
        takePicture(step, shown.get(0).message().channelId());
        steps.add(step);
        return shown.stream().map(News::message).toList();
    }

    /** Writes the page; nothing may be missing from the story. */
    void close() {
        assertThat(steps).flatExtracting(StoryStep::kinds).contains(EventKind.values());
        try {
            Files.writeString(FOLDER.resolve("story.md"), new StoryPage(steps, builds()).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int builds() {
        return Integer.parseInt(
                bed.admin().script("print Jenkins.get().allItems(hudson.model.Job).sum { it.builds.size() }"));
    }

    private List<News> news(StoryStep step, String conversation) {
        var all = conversation.contains("@")
                ? bed.slack().directMessagesTo(conversation)
                : bed.slack().messagesIn(conversation);
        var own = step.reader() == null
                ? List.<SandboxMessage>of()
                : step.reader().ephemerals(conversation);
        return Stream.concat(
                        all.stream().map(message -> new News(message, false)),
                        own.stream().filter(this::isNew).map(message -> new News(message, true)))
                .collect(Collectors.groupingBy(News::thread, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(thread -> thread.stream().anyMatch(news -> isNew(news.message())))
                .flatMap(thread -> thread.stream()
                        .sorted(Comparator.comparing(
                                (News news) -> news.message().ts())))
                .toList();
    }

    private boolean isNew(SandboxMessage message) {
        var latest = message.editedAt() == null ? message.receivedAt() : message.editedAt();
        return !latest.isBefore(since);
    }

    /** What they say, and said before they were changed. */
    private static List<String> headlines(List<News> shown) {
        return shown.stream()
                .map(News::message)
                .flatMap(message -> Stream.concat(
                        Stream.of(message.text()), message.revisions().stream().map(before -> before.text())))
                .toList();
    }

    private void takePicture(StoryStep step, String channel) {
        var address = bed.sandbox().pageUrl() + "gallery?workspace=acme&since=" + since.toEpochMilli()
                + (step.reader() == null
                        ? ""
                        : "&reader=" + step.reader().user().id());
        browser.open(URI.create(address));
        var exhibit = browser.find(By.cssSelector("[data-id='" + channel + "']"));
        browser.run("arguments[0].scrollIntoView()", exhibit);
        try {
            var pictures = Files.createDirectories(FOLDER.resolve("images/story"));
            Files.write(
                    pictures.resolve(step.picture()), PictureReducer.reduce(exhibit.getScreenshotAs(OutputType.BYTES)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map.Entry<EventKind, Pattern> said(EventKind kind, String words) {
        return Map.entry(kind, Pattern.compile(" (" + words + ")\\b"));
    }
}
