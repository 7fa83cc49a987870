package io.jenkins.plugins.slacknotify.interaction.modal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.interaction.modal.FormOpener.Outcome;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackViews;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms in the Slack sandbox, whose answers may get lost. */
class BotModalsTest {
    private final SlackSandbox slack = SlackSandbox.start();
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final String token = acme.installBot("jenkins");
    private final SandboxUser ada = acme.user("Ada Lovelace", "ada@example.org");
    private final SandboxMember member = slack.as(ada);
    private final MockWebServer jenkins = new MockWebServer();
    private final SlackViews views = new SlackClient(HttpSettings.defaults()).views(Duration.ofSeconds(5));
    private final FormOpener opener = new FormOpener(new BotModals(
            installation -> new SlackResult.Success<>(
                    Optional.of(new SlackConnection(URI.create(slack.apiUrl()), BotToken.of(token)))),
            views));

    @BeforeEach
    void start() throws IOException {
        jenkins.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().build();
            }
        });
        jenkins.start();
        slack.appOf(token).deliverTo(jenkins.url("/").toString());
        acme.channel("builds").invite("jenkins").invite("Ada Lovelace");
    }

    @AfterEach
    void stop() {
        views.close();
        jenkins.close();
        slack.close();
    }

    private RequestOrigin command() {
        String trigger = member.command("builds", "/jenkins", "").request().triggerId();
        return new RequestOrigin(
                "r1",
                new InstallationKey("A1", acme.teamId(), null, false),
                new Requester(ada.id(), acme.teamId()),
                null,
                new ReplyTicket(null, trigger),
                Transport.HTTP,
                Instant.EPOCH);
    }

    private Outcome open() {
        return opener.open(command(), () -> ModalView.saying("Jenkins", "the form"), "Press again.");
    }

    private String shown() {
        return member.modal().orElseThrow().toString();
    }

    @Test
    void shouldShowTheForm() {
        assertThat(open()).isEqualTo(Outcome.SHOWN);
        assertThat(shown()).contains("the form");
    }

    /** The window is open, and would say for ever that Jenkins is asked. */
    @Test
    void shouldShowTheFormThoughTheAnswerToItsOpeningIsLost() {
        slack.faults().next("views.open", Fault.acceptedButAnswerLost());

        assertThat(open()).isEqualTo(Outcome.SHOWN);
        assertThat(shown()).contains("the form");
    }

    /** The form is shown, and somebody may be filling it in. */
    @Test
    void shouldLeaveTheFormWhereTheAnswerToItIsLost() {
        slack.faults().next("views.update", Fault.acceptedButAnswerLost());

        assertThat(open()).isEqualTo(Outcome.SHOWN);
        assertThat(shown()).contains("the form");
    }

    @Test
    void shouldShowTheFormThoughBothAnswersAreLost() {
        slack.faults().next("views.open", Fault.acceptedButAnswerLost());
        slack.faults().next("views.update", Fault.acceptedButAnswerLost());

        assertThat(open()).isEqualTo(Outcome.SHOWN);
        assertThat(shown()).contains("the form");
    }

    @Test
    void shouldKnowThatNoWindowIsOpenWhereSlackHasNotTakenIt() {
        slack.faults().next("views.open", Fault.status(503));

        assertThat(open()).isEqualTo(Outcome.NOT_OPENED);
        assertThat(member.modal()).isEmpty();
    }

    @Test
    void shouldSayInTheWindowThatTheFormIsRefusedThoughTheAnswerToItsOpeningIsLost() {
        slack.faults().next("views.open", Fault.acceptedButAnswerLost());

        Outcome outcome = opener.open(command(), () -> "{\"type\": \"modal\"}", "Press again.");

        assertThat(outcome).isEqualTo(Outcome.NOT_SHOWN);
        assertThat(shown()).contains("The form could not be shown. Press again.");
    }

    @Test
    void shouldOpenTwoForms() {
        open();
        assertThat(open()).isEqualTo(Outcome.SHOWN);
    }
}
