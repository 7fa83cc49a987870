package io.jenkins.plugins.slacknotify.interaction.run;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.alreadyDone;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.FakeChoices;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunInteractionTest {
    private final FakeBuildControl jenkins = new FakeBuildControl();
    private final FakeMemberAccounts accounts = new FakeMemberAccounts().link(Payloads.ANNA, "anna");
    private final FakeChoices choices = new FakeChoices();
    private final RunInteraction runs = new RunInteraction(accounts, jenkins);

    @BeforeEach
    void addJobs() {
        jenkins.with("shop")
                .with("shop", new JobParameter("TARGET", JobParameter.Kind.TEXT, "", List.of()))
                .with("shop", new JobParameter("DRY", JobParameter.Kind.YES_OR_NO, "true", List.of()))
                .with("shop", new JobParameter("MODE", JobParameter.Kind.CHOICE, "fast", List.of("fast", "full")))
                .with("shop", new JobParameter("KEY", JobParameter.Kind.ON_THE_PAGE, null, List.of()));
    }

    private static ViewSubmission form(String metadata) {
        return new ViewSubmission(
                Requests.origin("r1", Payloads.ANNA),
                new ViewReference("V1", "modal", RunView.CALLBACK, "h", metadata),
                new FormState(Map.of(
                        "parameter-0", Map.of("value", new FieldValue("plain_text_input", List.of("prod"))),
                        "parameter-1", Map.of("value", new FieldValue("checkboxes", List.of())),
                        "parameter-2", Map.of("value", new FieldValue("static_select", List.of("1"))))));
    }

    private ViewSubmission form() {
        return form("{\"job\": \"shop\", \"channel\": \"C0BUILDS\", \"fields\": \""
                + RunView.signature(jenkins.parameters("anna", "shop")) + "\"}");
    }

    @Test
    void shouldStartTheJobAndSayItInTheChannel() {
        assertThat(runs.accepts(form())).isTrue();
        ActResult.Done done = (ActResult.Done) act(runs, form());

        assertThat(jenkins.effects()).containsExactly("anna starts shop {DRY=false, MODE=full, TARGET=prod}");
        Answer answer = done.answer().orElseThrow();
        assertThat(done.channel()).isEqualTo("C0BUILDS");
        assertThat(answer.placement()).isEqualTo(Answer.Placement.IN_CHANNEL);
        assertThat(answer.text())
                .startsWith("<@" + Payloads.ANNA + "> has started *")
                .doesNotContain("prod");
    }

    /** The form of Slack writes it, too, on some systems. A default is as its author has written it. */
    @ParameterizedTest
    @ValueSource(strings = {"—force", "-x –verbose", "{“a”: 1}", "[“a”]"})
    void shouldStartNothingWithWhatAKeyboardHasMadeOfAValue(String value) {
        ViewSubmission filled = new ViewSubmission(
                form().origin(),
                form().view(),
                new FormState(
                        Map.of("parameter-0", Map.of("value", new FieldValue("plain_text_input", List.of(value))))));

        assertThat(act(runs, filled).toString()).contains("Nothing was started", "a keyboard may have made");
        assertThat(jenkins.effects()).isEmpty();
    }

    /** A closed form would take with it all that was filled in. */
    @Test
    void shouldLeaveTheFormOpenWhereAKeyboardHasMadeSomethingElseOfAValue() {
        jenkins.with("odd", new JobParameter("ARGS", JobParameter.Kind.TEXT, "", List.of()))
                .with("odd", new JobParameter("OWN", JobParameter.Kind.TEXT, "—fast", List.of()))
                .with("odd", new JobParameter("MODE", JobParameter.Kind.CHOICE, "a", List.of("a", "—none")))
                .with("odd");
        RunView.Metadata metadata = RunView.Metadata.of("odd", null, jenkins.parameters("anna", "odd"));
        String json = JsonParser.parseString(RunView.of(
                        jenkins.job("anna", "odd").orElseThrow(), jenkins.parameters("anna", "odd"), metadata))
                .getAsJsonObject()
                .get("private_metadata")
                .getAsString();

        Decision wrong = runs.receive(filled(json, "—force", "—fast"));
        Decision right = runs.receive(filled(json, "--force", "—fast"));

        assertThat(wrong.followUp()).isEqualTo(Decision.FollowUp.NOTHING);
        assertThat(wrong.acknowledgement().json())
                .contains("\"parameter-0\":\"Here, a keyboard may have made")
                .doesNotContain("parameter-1", "parameter-2");
        assertThat(right.followUp()).isEqualTo(Decision.FollowUp.KEEP);
        assertThat(runs.receive(form("nonsense")).followUp()).isEqualTo(Decision.FollowUp.KEEP);
    }

    private static ViewSubmission filled(String metadata, String args, String own) {
        ViewSubmission form = form(metadata);
        return new ViewSubmission(
                form.origin(),
                form.view(),
                new FormState(Map.of(
                        "parameter-0", Map.of("value", new FieldValue("plain_text_input", List.of(args))),
                        "parameter-1", Map.of("value", new FieldValue("plain_text_input", List.of(own))),
                        "parameter-2", Map.of("value", new FieldValue("static_select", List.of("1"))))));
    }

    @Test
    void shouldFindWhatAnInterruptedAttemptHasStarted() {
        assertThat(alreadyDone(runs, form())).isEmpty();
        act(runs, form());
        assertThat(alreadyDone(runs, form())).isPresent();
        assertThat(jenkins.effects()).hasSize(1);
    }

    @Test
    void shouldFindTheStartOfWhoMayActForNoAccountAnyMore() {
        act(runs, form());

        accounts.put(Payloads.ANNA, new MemberAccount.None(MemberAccount.Reason.UNAVAILABLE, "nothing was done", null));
        assertThat(alreadyDone(runs, form()))
                .hasValueSatisfying(result -> assertThat(result).isInstanceOf(ActResult.Later.class));
        accounts.put(Payloads.ANNA, new MemberAccount.None(MemberAccount.Reason.UNLINKED, "nothing was done", null));
        assertThat(alreadyDone(runs, form()))
                .hasValueSatisfying(result -> assertThat(result.toString())
                        .contains("What you have asked for was done.")
                        .doesNotContain("shop"));
    }

    @Test
    void shouldSayWhyNothingWasStarted() {
        jenkins.hide("anna", "shop");
        assertThat(act(runs, form())).isEqualTo(ActResult.say("There is no job *shop*, or none that you may see."));
        assertThat(act(runs, form("nonsense")).toString()).contains("does not say which job");
        assertThat(act(runs, form("{}")).toString()).contains("does not say which job");
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldStartNothingForWhoIsNotLinked() {
        ViewSubmission stranger = new ViewSubmission(Requests.origin("r1", "U0NOBODY"), form().view(), form().state());
        assertThat(act(runs, stranger).toString()).contains("Not linked");
        assertThat(jenkins.effects()).isEmpty();
    }

    /** What was filled in would be lost without a word. */
    @Test
    void shouldNotStartAJobThatHasNoParametersAnyMore() {
        jenkins.with("plain");
        ViewSubmission sent = form("{\"job\": \"plain\", \"fields\": \"cafe\"}");

        assertThat(act(runs, sent).toString()).contains("the parameters of the job have changed");
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldNameSomeOfManyParametersThatCannotBeGiven() {
        List<JobParameter> keys = IntStream.range(0, 90)
                .mapToObj(number -> new JobParameter(
                        "A_KEY_WITH_A_LONG_NAME_" + "X".repeat(40) + number,
                        JobParameter.Kind.ON_THE_PAGE,
                        null,
                        List.of()))
                .toList();

        assertThat(RunView.of(
                        jenkins.job("anna", "shop").orElseThrow(),
                        keys,
                        new RunView.Metadata("shop", null, null, null)))
                .contains("and 76 more can be given on the job's page alone, and have their defaults here.");
    }

    /** As on Jenkins' own page: a name alone seldom says what is meant. */
    @Test
    void shouldShowWhatTheAuthorSaysOfAParameter() {
        List<JobParameter> parameters = List.of(
                new JobParameter("TARGET", JobParameter.Kind.TEXT, "test", List.of(), true, "Where it goes, as test"),
                new JobParameter("NODE", JobParameter.Kind.TEXT, null, List.of(), true, "The machine"),
                new JobParameter("LONG", JobParameter.Kind.TEXT, "", List.of(), true, "x".repeat(3_000)));

        assertThat(RunView.of(
                        jenkins.job("anna", "shop").orElseThrow(),
                        parameters,
                        new RunView.Metadata("shop", null, null, null)))
                .contains("Where it goes, as test", "The machine Left empty, it has its default.", "x…")
                .doesNotContain("x".repeat(501));
    }

    /** Slack asks to try again where the acknowledgement is late, though the form has come. */
    @Test
    void shouldStartOnceWhatIsSentAgainFromTheSameForm() {
        ViewSubmission first = form();
        attempt(runs, first);
        ViewSubmission second = new ViewSubmission(Requests.origin("r2", Payloads.ANNA), first.view(), first.state());
        RunInteraction ofNextProcess = new RunInteraction(accounts, jenkins);

        assertThat(attempt(runs, second)).isEqualTo(ActResult.silent());
        assertThat(attempt(ofNextProcess, second)).isEqualTo(ActResult.silent());
        assertThat(jenkins.effects()).hasSize(1);
        attempt(ofNextProcess, first);
        assertThat(jenkins.effects()).as("another attempt at the first").hasSize(2);
        ViewReference another = new ViewReference(
                "V2", "modal", RunView.CALLBACK, "h", first.view().privateMetadata());
        attempt(runs, new ViewSubmission(Requests.origin("r3", Payloads.ANNA), another, first.state()));
        assertThat(jenkins.effects()).hasSize(3);
    }

    private ActResult attempt(RunInteraction process, ViewSubmission request) {
        return process.act(request, choices.of(request));
    }

    /** What stands for a default need not be a text, and a text need not come back with the same ends of its lines. */
    @Test
    void shouldLeaveTheDefaultWhereAFieldIsAsItWas() {
        jenkins.with("node", new JobParameter("NODE", JobParameter.Kind.TEXT, null, List.of(), true))
                .with("node", new JobParameter("LINES", JobParameter.Kind.LINES, "a\r\nb", List.of()))
                .with("node", new JobParameter("NONE", JobParameter.Kind.TEXT, null, List.of()))
                .with("node");
        FormState state = new FormState(Map.of(
                "parameter-0", Map.of("value", new FieldValue("plain_text_input", List.of())),
                "parameter-1", Map.of("value", new FieldValue("plain_text_input", List.of("a\nb"))),
                "parameter-2", Map.of("value", new FieldValue("plain_text_input", List.of()))));

        assertThat(RunView.values(jenkins.parameters("anna", "node"), state)).containsExactly(Map.entry("NONE", ""));
    }

    @Test
    void shouldStartNothingWithParametersOfAnotherForm() {
        ViewSubmission old = form();
        jenkins.with("shop", new JobParameter("MORE", JobParameter.Kind.TEXT, "", List.of()));
        assertThat(act(runs, old).toString()).contains("have changed since the form was opened");
        assertThat(jenkins.effects()).isEmpty();
    }
}
