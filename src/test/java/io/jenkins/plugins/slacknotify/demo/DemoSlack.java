package io.jenkins.plugins.slacknotify.demo;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.openqa.selenium.By;

/** The sandbox with the workspace of a small team that sells things on the web. */
final class DemoSlack implements AutoCloseable {
    /** The system channel. */
    static final String BUILDS = "builds";

    static final String SHOP = "shop";
    static final String CHECKOUT = "checkout";
    static final String RELEASES = "releases";
    static final String ADA = "ada@example.org";

    private static final String BOT = "jenkins";
    private static final Pattern ACTION = Pattern.compile("\"action_id\":\"([^\"]+)\"");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final SlackSandbox sandbox;
    private final SandboxWorkspace team;
    private final String token;

    private DemoSlack(SlackSandbox sandbox) {
        this.sandbox = sandbox;
        team = sandbox.workspace("acme");
        token = team.installBot(BOT);
        team.user("Ada Lovelace", ADA);
        team.user("Grace Hopper", "grace@example.org");
        List.of(BUILDS, SHOP, CHECKOUT, RELEASES)
                .forEach(
                        channel -> team.channel(channel).invite(BOT).invite(ADA).invite("grace@example.org"));
        team.channel(BUILDS)
                .invite(team.guest("Gil Guest", "gil@example.org").id())
                .invite(team.outsider(sandbox.workspace("partner").user("Otto Outside", "otto@partner.example"))
                        .id());
    }

    static DemoSlack start() {
        return new DemoSlack(SlackSandbox.start());
    }

    String apiUrl() {
        return sandbox.apiUrl();
    }

    String pageUrl() {
        return sandbox.pageUrl();
    }

    String token() {
        return token;
    }

    /** By which Jenkins knows requests as those of the sandbox, once they are sent by HTTP. */
    String signingSecret() {
        return sandbox.appOf(token).signingSecret();
    }

    /** With which Jenkins opens a WebSocket to hear what members do. */
    String appToken() {
        return sandbox.appOf(token).appToken();
    }

    /** Ada's user id. */
    String ada() {
        return team.userByEmail(ADA).orElseThrow().id();
    }

    String teamId() {
        return team.teamId();
    }

    /**
     * Waits for a question in a channel, and has Ada answer it by a button below: in the sandbox's page where there is a browser.
     *
     * @return where she did that, in some words
     * @throws ConditionTimeoutException where there is no such button, or it stays
     */
    String answer(String channel, String button) {
        var question = Awaitility.await("a message with the button " + button)
                .atMost(TIMEOUT)
                .until(() -> messageWith(channel, button), Optional::isPresent)
                .orElseThrow();
        var way = Browser.isAtHand() ? "in a browser" : "by the sandbox's API, as there is no browser";
        if (Browser.isAtHand()) {
            try (var browser = Browser.open()) {
                browser.open(URI.create(pageUrl() + "#acme/" + channel));
                browser.click(By.xpath("//*[@data-ts='%s']//button[.='%s']".formatted(question.ts(), button)));
                awaitWithout(channel, button);
            }
        } else {
            var action = ACTION.matcher(question.blocks().toString());
            action.find();
            sandbox.as(team.userByEmail(ADA).orElseThrow()).press(question.ts(), action.group(1));
            awaitWithout(channel, button);
        }
        return way;
    }

    private void awaitWithout(String channel, String button) {
        Awaitility.await("the end of the button " + button)
                .atMost(TIMEOUT)
                .until(() -> messageWith(channel, button).isEmpty());
    }

    private Optional<SandboxMessage> messageWith(String channel, String button) {
        return team.messagesIn(channel).stream()
                .filter(message -> message.blocks().toString().contains("\"text\":\"" + button + "\""))
                .findFirst();
    }

    /** Waits until exactly those messages are in a channel, or in the direct messages to an e-mail address, if ever. */
    void await(String where, List<String> messages) {
        try {
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> messages(where).equals(messages));
        } catch (ConditionTimeoutException e) {
            System.out.println("Gave up waiting for " + messages.get(messages.size() - 1));
        }
    }

    /** Returns what a reader of a channel, or of the direct messages to an e-mail address, sees there, oldest first. */
    List<String> messages(String where) {
        return (where.contains("@") ? team.directMessagesTo(where) : team.messagesIn(where))
                .stream().map(DemoSlack::words).toList();
    }

    /** Less the emoji at the beginning. */
    private static String words(SandboxMessage message) {
        var text = message.text()
                .replaceAll("<[^|>]*\\|([^>]*)>", "$1")
                .replace("*", "")
                .replaceAll("(?m)^:\\w+: ", "")
                // How long it took depends on the machine.
                .replaceAll("is fixed after .*", "is fixed")
                .replaceAll("(answered by [\\w ]+) after .*", "$1")
                .replace("\n", ", ");
        return text
                + (message.isReply() ? " (in a thread)" : "")
                + (message.editedAt() == null ? "" : " (changed later)");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
