package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TokenReaderTest {
    private final TokenReader reader = new TokenReader();

    /** As providers do whose server is away, or who lack a class. */
    @Test
    void shouldSayOnceThatAProviderDoesNotGiveATokenNow() {
        try (LoggedRecords log = LoggedRecords.of(TokenReader.class)) {
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(failure(() -> {
                            throw new IllegalStateException("No answer of /v1/secret/hunter2");
                        }))
                        .returns(true, TokenUnavailableException::isTemporary)
                        .satisfies(it -> assertThat(it.getMessage())
                                .contains("credentials provider", "IllegalStateException")
                                .doesNotContain("hunter2"));
            }
            assertThat(failure(() -> {
                        throw new NoClassDefFoundError("com/example/Vault");
                    }))
                    .returns(true, TokenUnavailableException::isTemporary);
            assertThat(log.thrown()).hasSize(1);

            assertThat(failure(Optional::empty))
                    .returns(false, TokenUnavailableException::isTemporary)
                    .hasMessage("It is gone");
            failure(() -> {
                throw new IllegalStateException("Away again");
            });
            assertThat(log.thrown()).hasSize(2);
        }
    }

    /** The id is one in many folders, each of which has a vault of its own. */
    @Test
    void shouldSayOnceThatTheProviderOfOneFolderIsAwayWhileThatOfAnotherAnswers() throws Exception {
        try (LoggedRecords log = LoggedRecords.of(TokenReader.class)) {
            for (int attempt = 0; attempt < 3; attempt++) {
                failure("shop", () -> {
                    throw new IllegalStateException("Away");
                });
                reader.read(bot("store"), "slack-bot", () -> Optional.of("xoxb-1-2-abc"), () -> "It is gone");
            }
            assertThat(log.thrown()).hasSize(1);
        }
    }

    private TokenUnavailableException failure(Supplier<Optional<String>> secret) {
        return failure("shop", secret);
    }

    private TokenUnavailableException failure(String folder, Supplier<Optional<String>> secret) {
        return catchThrowableOfType(
                TokenUnavailableException.class,
                () -> reader.read(bot(folder), "slack-bot", secret, () -> "It is gone"));
    }

    private static BotKey bot(String folder) {
        return new BotKey.OfCredential("slack-bot", folder);
    }
}
