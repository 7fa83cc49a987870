package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import io.jenkins.plugins.slacknotify.acceptance.harness.FinestLog;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that what opens a door is in no log, however fine, and in no file but where it has to wait: tokens, secrets, codes, addresses for
 * answers.
 */
@Tag("acceptance")
@ExtendWith(InboundBeds.class)
class InboundSecretsTest {
    private static final String THREADS =
            "Thread.allStackTraces.each { thread, frames -> println thread; println thread.name; println frames.join(' ') }; null";

    private static final Pattern DIGITS = Pattern.compile("\\b\\d{8}\\b");

    @Test
    void shouldKeepWhatOpensADoorSecretWhateverHappens() throws IOException {
        var office = new CommandOffice(true);
        try (var bed = office.bed) {
            var log = FinestLog.begin(bed.admin());
            Map<String, String> secrets = new LinkedHashMap<>();
            secrets.put("app token", bed.app().appToken());
            secrets.put("signing secret", bed.app().signingSecret());
            secrets.put("client secret", bed.app().clientSecret());
            List<String> threads = new ArrayList<>();

            // A link made twice, and a code that is not used.
            var developer = office.members.get("developer");
            developer.command("builds", "/jenkins", "unlink").awaitEphemerals(1, InboundBed.TIMEOUT);
            var code = office.code("developer");
            secrets.put("code of a link", code);
            office.account("developer")
                    .post("slack-notify-link/confirm", Map.of("code", code))
                    .requireStatus(200);
            secrets.put("unused code of a link", office.code("unlinked"));

            // A code of a test message.
            var member = office.members.get("nothing").user();
            var form = "user/nothing/descriptorByName/io.jenkins.plugins.slacknotify.personal.SlackUserProperty/";
            office.account("nothing").post(form + "sendTest", Map.of("slackId", member.id()));
            var texts = bed.workspace().directMessagesTo(member.email());
            Matcher digits = DIGITS.matcher(texts.get(texts.size() - 1).text());
            assertThat(digits.find()).isTrue();
            secrets.put("code of a test", digits.group());

            // Answers at their addresses, which Slack takes and refuses.
            List<Exchange> exchanges = new ArrayList<>();
            exchanges.add(developer.command("builds", "/jenkins", "status shop"));
            exchanges.add(developer.command("builds", "/jenkins", "run shop"));
            exchanges.add(developer.mention("builds", "jobs"));
            exchanges.forEach(each -> {
                var payload = each.payload();
                if (payload.has("response_url")) {
                    secrets.put(
                            "address for answers " + each.id(),
                            URI.create(payload.get("response_url").getAsString())
                                    .getPath());
                }
            });
            exchanges.get(0).awaitEphemerals(1, InboundBed.TIMEOUT);

            // Connections that end, and that Slack opens not.
            for (var fault :
                    List.of(Fault.html(), Fault.status(500), Fault.truncatedJson(), Fault.closeBeforeReading())) {
                bed.sandbox().faults().next("apps.connections.open", fault);
                bed.switchOn(false);
                bed.switchOn(true);
                threads.add(bed.admin().script(THREADS));
                await("a connection")
                        .atMost(InboundBed.TIMEOUT)
                        .until(() -> bed.app().socket().openConnections().size() == 1);
            }
            threads.add(bed.admin().script(THREADS));
            exchanges.add(developer.command("builds", "/jenkins", "ping"));

            var home = bed.process().home();
            log.close();
            FinestLog.requireUsed(home);
            secrets.forEach((what, secret) -> {
                assertThat(secret).as(what).hasSizeGreaterThan(7);
                assertThat(String.join("\n", bed.log())).as(what).doesNotContain(secret);
                assertThat(String.join("\n", threads)).as(what).doesNotContain(secret);
                assertThat(filesWith(secret, home)).as(what).allMatch(file -> mayHold(file, what));
            });
        }
    }

    /** The configuration as code of this test has the secrets of the app. A code waits with its answer, and opens nothing later. */
    private static boolean mayHold(Path file, String what) {
        return file.endsWith("jenkins.yaml")
                || (what.endsWith("code of a link") && file.getParent().endsWith("slack-notify/inbound/journal"));
    }

    private static List<Path> filesWith(String secret, Path home) {
        try {
            return FileTree.filesWith(secret, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
