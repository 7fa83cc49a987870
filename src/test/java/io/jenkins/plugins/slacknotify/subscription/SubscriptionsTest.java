package io.jenkins.plugins.slacknotify.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions in memory and in their file. */
class SubscriptionsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    private static final SubscriptionAuthor ADA = new SubscriptionAuthor("ada", "T0123456", "U0123456");
    private static final SubscriptionTarget BUILDS = new SubscriptionTarget(null, "C0123456", "builds");

    @TempDir
    Path folder;

    private Subscriptions subscriptions;

    @BeforeEach
    void read() throws IOException {
        subscriptions = Subscriptions.in(folder, CLOCK);
    }

    private static SubscriptionFilter filter(String... jobs) {
        return new SubscriptionFilter(List.of(jobs), List.of(), Set.of(), Severity.INFO, List.of());
    }

    /** Whoever may ask in Slack makes them, and each is tried with every build. */
    @Test
    void shouldTakeNoMoreNamesThanAnybodyReads() {
        SubscriptionFilter manyBranches = new SubscriptionFilter(
                List.of("shop"), Collections.nCopies(500, "main"), Set.of(), Severity.INFO, List.of());

        assertThatThrownBy(() -> subscriptions.add("one", ADA, BUILDS, manyBranches))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Write a pattern");
        assertThatThrownBy(() -> subscriptions.add("two", ADA, BUILDS, filter("a".repeat(2_001))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(subscriptions.all()).isEmpty();
    }

    @Test
    void shouldKnowAfterARestartWhatItKnewBefore() throws IOException {
        Subscription one = subscriptions.add("one", ADA, BUILDS, filter("shop/main"));
        Subscription two = subscriptions.add(
                "two",
                ADA,
                new SubscriptionTarget("partner", "D0123456", null),
                new SubscriptionFilter(
                        List.of("shop/**", "!shop/old"),
                        List.of("main"),
                        Set.of(EventKind.STARTED),
                        Severity.WARNING,
                        List.of("here", "U0123456")));
        subscriptions.rest("two", RestingReason.NOT_LINKED);

        read();

        assertThat(subscriptions.all()).containsExactly(one, two.withRest(RestingReason.NOT_LINKED));
    }

    /** What is in homes by now: it has to be read by every later version. */
    @Test
    void shouldReadTheFileOfTheFirstVersion() throws IOException {
        Files.writeString(folder.resolve("subscriptions.json"), """
                {"version": 1, "subscriptions": [
                  {"id": "a1b2c3d4", "account": "ada", "installation": "T0123456", "member": "U0123456",
                   "workspace": "partner", "channel": "C0123456", "channelName": "builds", "jobs": ["shop/**"],
                   "branches": ["main"], "events": ["failure", "fixed"], "minimumSeverity": "warning", "mention": ["here"],
                   "since": "2026-03-01T10:00:00Z", "rest": "MAY_NOT_READ"}]}
                """);

        read();

        assertThat(subscriptions.all())
                .containsExactly(new Subscription(
                        "a1b2c3d4",
                        ADA,
                        new SubscriptionTarget("partner", "C0123456", "builds"),
                        new SubscriptionFilter(
                                List.of("shop/**"),
                                List.of("main"),
                                Set.of(EventKind.FAILURE, EventKind.FIXED),
                                Severity.WARNING,
                                List.of("here")),
                        CLOCK.instant(),
                        RestingReason.MAY_NOT_READ));
    }

    @Test
    void shouldWriteTheFileInTheWordsThatPeopleWrite() throws IOException {
        subscriptions.add("a1b2c3d4", ADA, BUILDS, filter("shop/main"));

        assertThat(Files.readString(folder.resolve("subscriptions.json")))
                .contains("\"id\": \"a1b2c3d4\"", "\"failure\"", "\"minimumSeverity\": \"INFO\"", "\"shop/main\"");
    }

    @Test
    void shouldKeepWhatAnotherVersionHasWritten() throws IOException {
        subscriptions.add("one", ADA, BUILDS, filter("shop/main"));
        Path file = folder.resolve("subscriptions.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("\\[\\s*\\{", "[{\"id\": \"later\", \"kind\": \"of a later version\"}, {"));

        read();
        subscriptions.add("two", ADA, BUILDS, filter("shop/other"));

        assertThat(subscriptions.all()).extracting(Subscription::id).containsExactly("one", "two");
        assertThat(Files.readString(file)).contains("of a later version");
    }

    @ParameterizedTest
    @CsvSource({"'{'", "''", "'[]'", "'{\"version\": 1}'", "'no JSON'"})
    void shouldSetAFileAsideThatCannotBeRead(String content) throws IOException {
        Files.writeString(folder.resolve("subscriptions.json"), content);

        read();
        subscriptions.add("one", ADA, BUILDS, filter("shop/main"));

        assertThat(subscriptions.all()).hasSize(1);
        assertThat(folder.resolve("subscriptions.json.unreadable-1")).hasContent(content);
    }

    @Test
    void shouldAddTheSameRequestOnce() throws IOException {
        subscriptions.add("one", ADA, BUILDS, filter("shop/main"));
        subscriptions.add("one", ADA, BUILDS, filter("shop/main"));

        assertThat(subscriptions.all()).hasSize(1);
    }

    @Test
    void shouldReplaceOneOfTheSameAuthorThatSaysTheSame() throws IOException {
        SubscriptionAuthor bob = new SubscriptionAuthor("bob", "T0123456", "U0999999");
        subscriptions.add("bobs", bob, BUILDS, filter("shop/main"));
        subscriptions.add("one", ADA, BUILDS, filter("shop/main"));
        subscriptions.add("two", ADA, BUILDS, filter("shop/main"));
        subscriptions.add("three", ADA, new SubscriptionTarget(null, "C9999999", null), filter("shop/main"));

        assertThat(subscriptions.all()).extracting(Subscription::id).containsExactly("bobs", "two", "three");
    }

    @Test
    void shouldEndOneForEver() throws IOException {
        subscriptions.add("one", ADA, BUILDS, filter("shop/main"));

        assertThat(subscriptions.remove("one")).isPresent();
        assertThat(subscriptions.remove("one")).isEmpty();
        read();

        assertThat(subscriptions.all()).isEmpty();
        assertThat(subscriptions.of("shop/main")).isEmpty();
    }

    @Test
    void shouldRefuseMoreThanAChannelCanRead() throws IOException {
        for (int number = 0; number < Subscriptions.MAX_PER_TARGET; number++) {
            subscriptions.add("id" + number, ADA, BUILDS, filter("job" + number));
        }

        assertThatThrownBy(() -> subscriptions.add("more", ADA, BUILDS, filter("more")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("`unsubscribe`");
        subscriptions.add("elsewhere", ADA, new SubscriptionTarget(null, "C9999999", null), filter("more"));
        assertThat(subscriptions.all()).hasSize(Subscriptions.MAX_PER_TARGET + 1);
    }

    @Test
    void shouldLeaveRoomForOthersWhereOnePersonHasTooMany() throws IOException {
        List<Subscription> ofAda = new ArrayList<>();
        for (int number = 0; number < Subscriptions.MAX_PER_ACCOUNT; number++) {
            SubscriptionTarget target = new SubscriptionTarget(null, "C" + (1_000_000 + number / 50), null);
            ofAda.add(new Subscription("id" + number, ADA, target, filter("job" + number), CLOCK.instant(), null));
        }
        RecordFile.of(
                        folder.resolve("subscriptions.json"),
                        "subscriptions",
                        StoredSubscription.class,
                        StoredSubscription::toSubscription,
                        StoredSubscription::of)
                .write(ofAda);
        read();

        assertThatThrownBy(() -> subscriptions.add("more", ADA, BUILDS, filter("more")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("You have made 1000 subscriptions.");
        SubscriptionAuthor bob = new SubscriptionAuthor("bob", "T0123456", "U7654321");
        subscriptions.add("bobs", bob, BUILDS, filter("more"));
        assertThat(subscriptions.all()).hasSize(Subscriptions.MAX_PER_ACCOUNT + 1);
    }

    @Test
    void shouldFollowAChannel() throws IOException {
        subscriptions.add("one", ADA, BUILDS, filter("shop/main"));

        subscriptions.channelNamed(any -> true, "C0123456", "news");
        subscriptions.channelMoved(any -> true, "C0123456", "C7777777");
        subscriptions.channelNamed(any -> any.workspace() != null, "C7777777", "of another app");
        subscriptions.channelMoved(any -> any.workspace() != null, "C7777777", "C6666666");
        read();

        assertThat(subscriptions.all())
                .extracting(Subscription::target)
                .containsExactly(new SubscriptionTarget(null, "C7777777", "news"));
    }

    @Test
    void shouldFollowAWorkspaceThatIsRenamed() throws IOException {
        subscriptions.add("one", ADA, new SubscriptionTarget("partner", "C0123456", "builds"), filter("shop/main"));
        subscriptions.add("two", ADA, new SubscriptionTarget("other", "C0123456", null), filter("shop/main"));
        subscriptions.add("three", ADA, BUILDS, filter("shop/main"));

        subscriptions.workspaceRenamed("partner", "acme");
        read();

        assertThat(subscriptions.all())
                .extracting(Subscription::target)
                .containsExactly(
                        new SubscriptionTarget("acme", "C0123456", "builds"),
                        new SubscriptionTarget("other", "C0123456", null),
                        BUILDS);
    }

    @ParameterizedTest
    @CsvSource({
        "shop/main, shop/main, true",
        "shop/main, SHOP/Main, true",
        "shop/main, shop/other, false",
        "shop/**, shop/a/b, true",
        "shop/**, shop, false",
        "shop/*, shop/a, true",
        "shop/*, shop/a/b, false",
        "SHOP/**, shop/a, true",
        "**, anything/at/all, true",
        "*/main, shop/main, true",
        "sh*, shop, true",
        "sh*, shop/main, false",
        "shop/feature%2Fpay, shop/feature%2Fpay, true",
        "shop/feature%2Fpay, shop/feature/pay, false"
    })
    void shouldFindWhatIsForAJob(String pattern, String job, boolean found) throws IOException {
        subscriptions.add("one", ADA, BUILDS, filter(pattern));

        assertThat(subscriptions.of(job)).hasSize(found ? 1 : 0);
    }

    @Test
    void shouldFindOneThatLeavesSomeOut() throws IOException {
        subscriptions.add("one", ADA, BUILDS, filter("shop/**", "other", "!shop/old"));

        assertThat(subscriptions.of("shop/new")).hasSize(1);
        assertThat(subscriptions.of("other")).hasSize(1);
        assertThat(subscriptions.of("shop/old")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"shop/, slash", "a[b], regular expression", "'', empty"})
    void shouldSayWhatIsWrongWithAPattern(String pattern, String words) {
        assertThatThrownBy(() -> SubscriptionFilter.checkJobs(List.of(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    /** An earlier version has taken it, and a subscription that nobody sees can be ended by nobody. */
    @ParameterizedTest
    @ValueSource(strings = {"main|develop", "refs/heads/main", ".*"})
    void shouldReadAPatternThatIsRefusedByNow(String branch) throws IOException {
        subscriptions.add(
                "one",
                ADA,
                BUILDS,
                new SubscriptionFilter(
                        List.of("shop/**"), List.of("release", branch), Set.of(), Severity.INFO, List.of()));

        read();

        assertThat(subscriptions.find("one"))
                .hasValueSatisfying(
                        found -> assertThat(found.filter().branches()).containsExactly("release", branch));
    }

    @ParameterizedTest
    @CsvSource({
        "shop/main, shop/trunk",
        "shop/**, shop/**",
        "shop/main/**, shop/trunk/**",
        "SHOP/Main, shop/trunk",
        "!shop/main, !shop/trunk",
        "shop/mainline, shop/mainline",
        "other/shop/main, other/shop/main"
    })
    void shouldFollowAJobThatIsRenamed(String pattern, String renamed) throws IOException {
        subscriptions.add("one", ADA, BUILDS, filter(pattern, "z"));

        subscriptions.jobMoved("shop/main", "shop/trunk");
        read();

        assertThat(subscriptions.all().get(0).filter().jobs()).containsExactly(renamed, "z");
    }
}
