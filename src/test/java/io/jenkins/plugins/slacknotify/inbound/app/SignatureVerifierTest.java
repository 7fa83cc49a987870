package io.jenkins.plugins.slacknotify.inbound.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.inbound.app.SignatureVerifier.Result;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {
    private static final byte[] BODY = "payload=%7B%22a%22%3A1%7D".getBytes(StandardCharsets.UTF_8);

    private final ManualClock clock = new ManualClock();
    private final SignatureVerifier verifier = new SignatureVerifier(clock);
    private final SlackSigner slack = new SlackSigner("8f742231b10e8888abcd99yyyzzz85a5");
    private final InboundApp acme = app("acme", slack.secret());

    @Test
    void shouldSignWithTheSecretThatWasMeantWhateverWasCopiedAlong() {
        assertThat(SigningSecret.of("\u00a0abc\u200b\n").signatureOf("1", new byte[0]))
                .isEqualTo(SigningSecret.of("abc").signatureOf("1", new byte[0]));
    }

    private static InboundApp app(String name, String secret) {
        return new InboundApp(name, null, SigningSecret.of(secret));
    }

    private Result verify(Instant signedAt, String signature, byte[] body) {
        return verifier.verify(List.of(acme), String.valueOf(signedAt.getEpochSecond()), signature, body);
    }

    @Test
    void shouldComputeTheSignatureOfSlacksOwnExample() {
        byte[] body = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                        + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
                        + "%2F96rGlfmibIGlgcZRskXaIFfN"
                        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
                .getBytes(StandardCharsets.UTF_8);
        String signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

        SignatureVerifier then = new SignatureVerifier(() -> Instant.ofEpochSecond(1531420618));

        assertThat(then.verify(List.of(acme), "1531420618", signature, body)).isInstanceOf(Result.Genuine.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false", "86400, false"})
    void shouldTakeFiveMinutesInEitherDirection(int secondsAgo, boolean genuine) {
        Instant signedAt = clock.instant().minusSeconds(secondsAgo);

        Result result = verify(signedAt, slack.sign(signedAt, BODY), BODY);

        assertThat(result)
                .isEqualTo(
                        genuine
                                ? new Result.Genuine(
                                        acme, slack.sign(signedAt, BODY).substring(3))
                                : new Result.WrongTime(Duration.ofSeconds(secondsAgo)));
    }

    @Property(tries = 256)
    void shouldRefuseASignatureThatIsOffByABit(@ForAll @IntRange(max = 255) int bit) {
        Instant now = clock.instant();
        String signature = slack.sign(now, BODY);
        int digit = 3 + bit / 4;
        int changed = Character.digit(signature.charAt(digit), 16) ^ (1 << bit % 4);
        String forged =
                signature.substring(0, digit) + Character.forDigit(changed, 16) + signature.substring(digit + 1);

        assertThat(verify(now, forged, BODY)).isInstanceOf(Result.Forged.class);
    }

    @Property(tries = 100)
    void shouldRefuseABodyThatWasChanged(@ForAll byte[] body, @ForAll @IntRange(max = 1000) int position) {
        Instant now = clock.instant();
        String signature = slack.sign(now, body);
        byte[] changed = Arrays.copyOf(body, Math.max(1, body.length));
        changed[position % changed.length] ^= 1;

        assertThat(verify(now, signature, body)).isInstanceOf(Result.Genuine.class);
        assertThat(verify(now, signature, changed)).isInstanceOf(Result.Forged.class);
    }

    @Test
    void shouldRefuseAnotherTimeThanTheSignedOne() {
        Instant now = clock.instant();

        assertThat(verify(now.plusSeconds(1), slack.sign(now, BODY), BODY)).isInstanceOf(Result.Forged.class);
    }

    @Test
    void shouldFindOutWhichOfSeveralAppsHasSigned() {
        InboundApp globex = app("globex", "another-secret");
        InboundApp bySocketOnly = new InboundApp("socket", null, null);
        Instant now = clock.instant();
        String signature = new SlackSigner("another-secret").sign(now, BODY);

        Result result = verifier.verify(
                List.of(bySocketOnly, acme, globex), String.valueOf(now.getEpochSecond()), signature, BODY);

        assertThat(result).isEqualTo(new Result.Genuine(globex, signature.substring(3)));
    }

    @Test
    void shouldTakeNothingWhereNoAppHasASecret() {
        Instant now = clock.instant();
        List<InboundApp> apps = List.of(new InboundApp("socket", null, null));

        assertThat(verifier.verify(apps, String.valueOf(now.getEpochSecond()), slack.sign(now, BODY), BODY))
                .isInstanceOf(Result.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v0=",
                "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5030",
                "v0=g2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50\u0663"
            })
    void shouldCallWhatHasAnotherFormUnsigned(String signature) {
        assertThat(verify(clock.instant(), signature, BODY)).isInstanceOf(Result.Unsigned.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1772366400", "-1772366400", "1772366400.5", "1e9", "99999999999999999999", "\u0661\u0662"})
    void shouldCallATimeOfAnotherFormUnsigned(String timestamp) {
        String signature = slack.sign(timestamp, BODY);

        assertThat(verifier.verify(List.of(acme), timestamp, signature, BODY)).isInstanceOf(Result.Unsigned.class);
    }

    @Test
    void shouldCallWhatHasNoHeadersUnsigned() {
        assertThat(verifier.verify(List.of(acme), null, null, BODY)).isInstanceOf(Result.Unsigned.class);
        assertThat(verifier.verify(List.of(acme), "1772366400", null, BODY)).isInstanceOf(Result.Unsigned.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void shouldTakeNoEmptySecret(String secret) {
        assertThatThrownBy(() -> SigningSecret.of(secret)).hasMessageContaining("Basic Information");
    }

    @Test
    void shouldMaskTheSecret() {
        assertThat(acme.toString()).doesNotContain(slack.secret());
    }

    @Test
    void shouldForgiveTheLineBreakThatWasCopiedAlong() {
        Instant now = clock.instant();
        InboundApp app = app("acme", slack.secret() + "\n");

        assertThat(verifier.verify(List.of(app), String.valueOf(now.getEpochSecond()), slack.sign(now, BODY), BODY))
                .isInstanceOf(Result.Genuine.class);
    }
}
