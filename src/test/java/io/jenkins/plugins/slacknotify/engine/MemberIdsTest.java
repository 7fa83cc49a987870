package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.engine.FakePeople.slackId;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Routers;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of a member in the place of a channel is a person, for whom the rules of direct messages count. */
class MemberIdsTest {
    private static final String ADA = slackId("ada");

    private final EngineBench bench = new EngineBench();

    MemberIdsTest() {
        bench.subscriptions = List.of();
    }

    /** The ways to name a member like a channel. */
    enum Way {
        CHANNEL_OF_A_STEP {
            @Override
            void notify(EngineBench bench, String member) throws CannotAnnounceException {
                bench.engine.announce(named("step").saying("Psst").to(member).build());
            }
        },
        CHANNEL_OF_A_STEP_WITH_ITS_OWN_TOKEN {
            @Override
            void notify(EngineBench bench, String member) throws CannotAnnounceException {
                bench.engine.announce(
                        named("step").saying("Psst").to(member).with("own").build());
            }
        },
        DESTINATION_OF_A_STEP {
            @Override
            void notify(EngineBench bench, String member) throws CannotAnnounceException {
                bench.engine.announce(named("step")
                        .saying("Psst")
                        .to(DestinationProfile.of(new Destination(null, member)))
                        .build());
            }
        },
        DEFAULT_CHANNEL {
            @Override
            void notify(EngineBench bench, String member) throws CannotAnnounceException {
                bench.defaultChannel = member;
                bench.engine.announce(named("step").saying("Psst").build());
            }
        },
        RULE_OF_A_JOB {
            @Override
            void notify(EngineBench bench, String member) {
                bench.engine.buildCompleted(aFailure(), rule(new Destination(null, member)));
            }
        },
        RULE_OF_THE_SYSTEM {
            @Override
            void notify(EngineBench bench, String member) {
                bench.subscriptions = List.of(EngineBench.hears(member, EventKind.FAILURE));
                bench.engine.buildCompleted(aFailure());
            }
        };

        abstract void notify(EngineBench bench, String member) throws CannotAnnounceException;
    }

    private static JobRules rule(Destination destination) {
        return new JobRules(
                List.of(new RuleSet(
                        RuleScope.JOB,
                        "shop/checkout",
                        List.of(Routers.notifying(destination, Set.of(EventKind.FAILURE))))),
                true);
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotifyTheOwnerOfTheAccountThatHasProvenIt(Way way) throws Exception {
        bench.people.withProven("ada");
        way.notify(bench, ADA);
        bench.run();

        assertThat(bench.slack.messages())
                .extracting(message -> message.content().channel())
                .containsExactly(ADA);
        assertThat(bench.engine.deliveries().latest(9))
                .anyMatch(report -> report.channel().equals("@ADA"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotNotifyAMemberWithoutAnAccount(Way way) throws Exception {
        bench.people.with("ada").with(ADA);
        way.notify(bench, ADA);
        bench.run();

        assertThat(bench.slack.messages())
                .as("neither by her address, nor by an account of that name")
                .isEmpty();
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotNotifySomebodyWhoMayNotSeeTheJob(Way way) throws Exception {
        bench.people.withProven("ada").forbid("ada");
        way.notify(bench, ADA);
        bench.run();

        assertThat(bench.slack.messages()).isEmpty();
    }

    @Test
    void shouldKeepToTheQuietJobsOfThePerson() throws Exception {
        bench.people.withProven("ada", new Preferences(Set.of(), false, Severity.INFO, List.of("shop/**"), null));
        Way.CHANNEL_OF_A_STEP.notify(bench, ADA);
        bench.run();

        assertThat(bench.slack.messages()).isEmpty();
    }

    @Test
    void shouldNotNotifyByTheTokenOfAnotherWorkspace() {
        bench.people.withProven("ada");
        bench.engine.buildCompleted(aFailure(), rule(Destination.inWorkspace("partner", ADA)));
        bench.engine.buildCompleted(aFailure(), rule(new Destination("bot", ADA)));
        bench.run();

        assertThat(bench.slack.messages()).isEmpty();
    }

    @Test
    void shouldBringAFileToThePersonAlone(@TempDir Path folder) throws Exception {
        EngineBench files = new EngineBench(new InMemoryOutboxStore(), folder);
        files.people.withProven("ada");
        Path content = Files.writeString(folder.resolve("content"), "A report");
        SpooledFile report = new SpooledFile("report.txt", "Report", content);
        files.engine.announce(named("a").saying("x").to(ADA).showing(report).build());
        files.engine.announce(
                named("b").saying("x").to(slackId("eve")).showing(report).build());
        files.run();

        assertThat(files.slack.files()).containsExactly("A report");
        assertThat(files.slack.messages())
                .extracting(message -> message.location().channel())
                .containsOnly(FakeSlack.idOf(ADA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"D0123456789", "#D0123456789", " D0123456789 "})
    void shouldRefuseADirectMessageOfWhomNobodyKnows(String channel) {
        bench.people.withProven("ada");
        assertThatExceptionOfType(CannotAnnounceException.class)
                .isThrownBy(() -> Way.CHANNEL_OF_A_STEP.notify(bench, channel))
                .withMessageContaining("D0123456789 is a direct message and no channel.");
        bench.engine.buildCompleted(aFailure(), rule(new Destination(null, channel)));
        bench.run();

        assertThat(bench.slack.calls()).isEmpty();
    }

    /** Earlier versions took members for channels. */
    @Test
    void shouldCheckWhatAnEarlierVersionHasLeft() throws Exception {
        leave("may", ADA);
        leave("mayNot", slackId("eve"));
        leave("unknown", "D0123456789");
        bench.people.withProven("ada").withProven("eve").forbid("eve");
        bench.newProcess();
        bench.run();

        assertThat(bench.slack.messages())
                .extracting(message -> message.content().channel())
                .containsExactly(ADA);
        assertThat(List.of("may", "mayNot", "unknown"))
                .extracting(
                        id -> bench.engine.deliveries().find(id).orElseThrow().state())
                .containsExactly(Delivery.State.SENT, Delivery.State.REFUSED, Delivery.State.REFUSED);
    }

    private void leave(String id, String channel) throws IOException {
        BuildNews news = BuildNews.routed(
                Envelope.toChannel(aFailure(), Severity.ERROR, new Destination(null, channel)), MessageOptions.DEFAULT);
        Entry entry = new Entry(
                id, new SendOrder(" " + channel, id, 3, false), bench.clock.instant(), NotificationCodec.write(news));
        bench.store.add(Delivery.accepted(entry, id.length()));
    }
}
