package io.jenkins.plugins.slacknotify.demo;

import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The sandbox with the workspace of a small team that sells things on the web. */
final class DemoSlack implements AutoCloseable {
    /** The system channel. */
    static final String BUILDS = "builds";

    static final String SHOP = "shop";
    static final String CHECKOUT = "checkout";
    static final String RELEASES = "releases";
    static final String ADA = "ada@example.org";

    private static final String BOT = "jenkins";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    /** Ada's user id, which stands for her direct messages where a channel is asked for. */
    String ada() {
        return team.userByEmail(ADA).orElseThrow().id();
    }

    /** Waits until exactly those messages are in a channel, or in the direct messages to an e-mail address, if ever. */
    void await(String where, List<String> messages) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> messages(where).equals(messages));
        } catch (ConditionTimeoutException e) {
            System.out.println("Gave up waiting for " + messages.get(messages.size() - 1));
        }
    }

    /** What a reader of a channel, or of the direct messages to an e-mail address, sees there, oldest first. */
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
