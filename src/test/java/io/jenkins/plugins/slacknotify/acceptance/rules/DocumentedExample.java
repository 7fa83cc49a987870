package io.jenkins.plugins.slacknotify.acceptance.rules;

import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The example of the documentation, {@code docs/examples/jenkins.yaml}, in a Jenkins: its secrets are those of the sandbox. */
public final class DocumentedExample {
    private DocumentedExample() {}

    /** Configures Jenkins by it, with two workspaces of the sandbox and all channels that it names. */
    public static void configure(TestBed bed) {
        List.of("builds", "ops", "features", "releases").forEach(bed.channels()::open);
        var partner = bed.sandbox().workspace("partner");
        var partnerToken = partner.installBot(TestBed.BOT);
        partner.channel("news").invite(TestBed.BOT);
        var app = bed.sandbox().appOf(bed.token());
        var partnerApp = bed.sandbox().appOf(partnerToken);
        var problem = bed.configuration()
                .replaceWith(text().replace("${SLACK_TOKEN}", bed.token())
                        .replace("${PARTNER_TOKEN}", partnerToken)
                        .replace("${SLACK_APP_TOKEN}", app.appToken())
                        .replace("A0123456789", app.id())
                        .replace("${PARTNER_SIGNING_SECRET}", partnerApp.signingSecret())
                        .replace("${PARTNER_CLIENT_ID}", partnerApp.clientId())
                        .replace("${PARTNER_CLIENT_SECRET}", partnerApp.clientSecret())
                        .replace("${SLACK_API_URL}", bed.sandbox().apiUrl()));
        if (!problem.isEmpty()) {
            throw new AssertionError(problem);
        }
    }

    private static String text() {
        var file = Stream.of("docs", "../../docs")
                .map(docs -> Path.of(docs, "examples", "jenkins.yaml"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
