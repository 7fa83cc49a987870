package io.jenkins.plugins.slacknotify.message.buttons;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import io.jenkins.plugins.slacknotify.event.build.RerunOptions;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ButtonRowTest {
    @Test
    void shouldLetAQuestionWithoutParametersBeApproved() {
        BuildEvent waiting = asking(details(true, null), null);

        assertThat(labels(waiting)).containsExactly("Approve", "Reject");
        assertThat(acting(waiting))
                .extracting(ButtonElement::getActionId)
                .containsExactly("slack-notify.approval.approve", "slack-notify.approval.reject-with-reason");
        assertThat(acting(waiting))
                .extracting(button -> ButtonTarget.parse(button.getValue()))
                .containsOnly(Optional.of(new ButtonTarget(waiting.key(), "7")));
    }

    @Test
    void shouldAskForParametersInAForm() {
        assertThat(labels(asking(details(true, null, "version"), null))).containsExactly("Answer…", "Reject");
    }

    @Test
    void shouldLeadToJenkinsWhereParametersCannotBeFilledInHere() {
        BuildEvent waiting = asking(details(false, null, "password"), null);

        assertThat(labels(waiting)).containsExactly("Answer in Jenkins", "Reject");
        assertThat(acting(waiting).get(0).getUrl()).isEqualTo(BuildEvents.URL + "input/");
    }

    @Test
    void shouldSayOnTheButtonWhatTheAuthorHasWrittenForIt() {
        assertThat(labels(asking(details(true, "Ship\n it :rocket: " + "!".repeat(90)), null))
                        .get(0))
                .startsWith("Ship it :rocket: !!!")
                .hasSizeLessThanOrEqualTo(ButtonRow.MAX_LABEL);
        assertThat(labels(asking(details(true, " \u200B"), null)).get(0)).isNotBlank();
        assertThat(labels(asking(details(true, " "), null))).startsWith("Approve");
        assertThat(labels(asking(new InputDetails(null, null, "Not <today>", null, List.of(), true, null, null), null)))
                .containsExactly("Approve", "Not &lt;today&gt;");
        assertThat(labels(asking(new InputDetails(null, null, " ", null, List.of(), true, null, null), null)))
                .containsExactly("Approve", "Reject");
    }

    @Test
    void shouldAskOnceMoreWhereARuleCallsTheQuestionGrave() {
        BuildEvent waiting = asking(details(true, null), null);

        assertThat(acting(waiting).get(0).getConfirm()).isNull();
        assertThat(buttons(ButtonRow.acting(waiting, Severity.ERROR)).get(0).getConfirm())
                .isNotNull();
    }

    /** Otherwise "Ship it" would open a window of which one reads "Approve". What ends something opens a form, which asks by itself. */
    @Test
    void shouldSayInTheDialogWhatTheButtonSays() {
        BuildEvent waiting =
                asking(new InputDetails(null, "Ship it", "Skip it", null, List.of(), true, null, null), null);

        assertThat(buttons(ButtonRow.acting(waiting, Severity.ERROR)))
                .filteredOn(button -> button.getConfirm() != null)
                .extracting(button -> button.getConfirm().getConfirm().getText())
                .containsExactly("Ship it");
    }

    @Test
    void shouldHaveNoButtonOnceTheQuestionIsAnswered() {
        assertThat(acting(asking(details(true, null), new InputAnswer(Ending.ANSWERED, "Ada", null))))
                .isEmpty();
    }

    @Test
    void shouldLeadToJenkinsWhereNoMoreIsKnownOfAQuestion() {
        assertThat(labels(asking(null, null))).containsExactly("Answer in Jenkins");
    }

    @Test
    void shouldOfferToStopWhatRuns() {
        assertThat(labels(aBuild().during(Milestone.STARTED).build())).containsExactly("Abort", "Follow");
        assertThat(labels(aBuild().during(Milestone.RUNNING_LONG).build())).containsExactly("Abort", "Follow");
        assertThat(labels(aBuild().during(Milestone.STARTED)
                        .finding(Findings.builder()
                                .progress(new LiveProgress(List.of()))
                                .build())
                        .build()))
                .as("a message that follows its build")
                .containsExactly("Abort", "Unfollow");
        assertThat(acting(aBuild().during(Milestone.STARTED).build()).get(0).getActionId())
                .isEqualTo("slack-notify.build.abort-with-reason");
    }

    @Test
    void shouldOfferTheOtherWaysOfRunningItAgain() {
        Findings findings =
                Findings.builder().reruns(new RerunOptions(true, "Deploy & co")).build();

        assertThat(labels(aBuild().that(Outcome.FAILURE, Trend.SAME)
                        .finding(findings)
                        .build()))
                .containsExactly(
                        "Run again", "Again from “Deploy &amp; co”…", "Again with changes…", "I’m on it", "Mute…");
        assertThat(labels(aBuild().that(Outcome.SUCCESS, Trend.SAME)
                        .finding(findings)
                        .build()))
                .isEmpty();
    }

    @Test
    void shouldOfferToRepairWhatIsBad() {
        assertThat(labels(aFailure())).containsExactly("Run again", "I’m on it", "Mute…");
        assertThat(labels(aBuild().that(Outcome.UNSTABLE, Trend.SAME).build()))
                .containsExactly("Run again", "I’m on it", "Mute…");
        assertThat(labels(aBuild().that(Outcome.ABORTED, Trend.SAME).build())).containsExactly("Run again");
        assertThat(labels(aBuild().that(Outcome.SUCCESS, Trend.FIXED).build())).isEmpty();
        assertThat(labels(aBuild().that(Outcome.FAILURE, Trend.SAME).running().build()))
                .as("bad so far, but not at its end")
                .isEmpty();
    }

    /** No act would find it: a promotion is no build of a job. */
    @Test
    void shouldHaveNoButtonThatActsBelowAPromotion() {
        Findings promotion =
                Findings.builder().promotion(new Promotion("shop", "deploy")).build();

        assertThat(labels(aBuild().that(Outcome.FAILURE, Trend.SAME)
                        .finding(promotion)
                        .build()))
                .isEmpty();
        assertThat(ButtonRow.linking(aBuild().that(Outcome.FAILURE, Trend.SAME)
                        .finding(promotion)
                        .build()))
                .isPresent();
    }

    @Test
    void shouldLeaveOutElsewhereWhatIsAboutTheMessage() {
        assertThat(buttons(ButtonRow.actingElsewhere(aFailure(), Severity.INFO)))
                .extracting(button -> button.getText().getText())
                .containsExactly("Run again", "I’m on it");
        assertThat(buttons(ButtonRow.actingElsewhere(
                        aBuild().during(Milestone.STARTED).build(), Severity.INFO)))
                .extracting(button -> button.getText().getText())
                .containsExactly("Abort");
    }

    @Test
    void shouldHaveNoButtonForAJobWhoseNameIsTooLongForOne() {
        assertThat(acting(aBuild().of("f/".repeat(1_000))
                        .that(Outcome.FAILURE, Trend.SAME)
                        .build()))
                .isEmpty();
    }

    @Test
    void shouldOnlyOpenPagesWhereThatIsWanted() {
        List<ButtonElement> links = buttons(ButtonRow.linking(asking(details(true, null), null)));

        assertThat(links)
                .extracting(ButtonElement::getUrl)
                .containsExactly(BuildEvents.URL + "input/", BuildEvents.URL, BuildEvents.URL + "console");
        assertThat(links).noneMatch(link -> link.getActionId().startsWith(BlockAction.OWN_PREFIX));
        assertThat(ButtonRow.linking(aBuild().at(null).build())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ButtonAction.class)
    void shouldNameActionsAsTheWayInKnowsThem(ButtonAction action) {
        assertThat(action.id()).startsWith(BlockAction.OWN_PREFIX).hasSizeLessThan(255);
        assertThat(ButtonAction.of(action.id())).contains(action);
        assertThat(ButtonAction.of(action.id() + "x")).isEmpty();
    }

    private static InputDetails details(boolean answerable, @CheckForNull String okLabel, String... parameters) {
        return new InputDetails("Release", okLabel, null, List.of(parameters), answerable, null);
    }

    private static BuildEvent asking(@CheckForNull InputDetails details, @CheckForNull InputAnswer answer) {
        return aBuild().during(Milestone.waitingFor(new InputQuestion("7", "Deploy?", answer, details)))
                .build();
    }

    private static List<ButtonElement> acting(BuildEvent event) {
        return buttons(ButtonRow.acting(event, Severity.INFO));
    }

    private static List<String> labels(BuildEvent event) {
        return acting(event).stream().map(button -> button.getText().getText()).toList();
    }

    private static List<ButtonElement> buttons(Optional<ActionsBlock> row) {
        return row.stream()
                .flatMap(block -> block.getElements().stream())
                .flatMap(element -> Stream.of((ButtonElement) element))
                .toList();
    }
}
