package io.jenkins.plugins.slacknotify.interaction.subscription;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
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
import io.jenkins.plugins.slacknotify.interaction.modal.FakeModals;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribeInteractionTest {
    @TempDir
    Path folder;

    private final FakeBuildControl builds =
            new FakeBuildControl().with("shop/main").with("secret").hide("anna", "secret");
    private final FakeModals modals = new FakeModals();
    private FakeSubscriptionControl control;
    private SubscribeInteraction forms;

    @BeforeEach
    void furnish() {
        control = new FakeSubscriptionControl(folder);
        forms = new SubscribeInteraction(new FakeMemberAccounts().link(Payloads.ANNA, "anna"), builds, control);
    }

    private static ViewSubmission form(Map<String, List<String>> filled) {
        Map<String, Map<String, FieldValue>> fields = new HashMap<>();
        filled.forEach((block, values) -> fields.put(block, Map.of("value", new FieldValue("any", values))));
        return new ViewSubmission(
                Requests.origin("r1", Payloads.ANNA),
                new ViewReference("V1", "modal", SubscribeView.CALLBACK, "h", "{\"channel\": \"C0BUILDS\"}"),
                new FormState(fields));
    }

    private void open() {
        new SubscribeForms(control, modals)
                .open(
                        Requests.origin("r1", Payloads.ANNA),
                        new MemberAccount.Linked("anna", "Anna", null),
                        "shop/main",
                        "Write it.");
    }

    /** Whoever has filled it in would be told then that it was for nothing. */
    @Test
    void shouldSayInTheWindowThatNothingCanBeSubscribedHere() {
        control.refuse("Not in this channel.");
        open();
        assertThat(modals.last()).contains("Not in this channel.").doesNotContain("plain_text_input");

        control.refuse(null);
        control.reach(false);
        open();
        assertThat(modals.last()).contains("I am not in this conversation").doesNotContain("plain_text_input");
    }

    @Test
    void shouldShowEverythingFilledInAndHowLoudItIs() {
        open();

        assertThat(modals.last())
                .contains("12 messages in the last week", "\"initial_value\":\"shop/main\"", "C0BUILDS", "failure");
    }

    @Test
    void shouldSubscribeTheChannelInWhichItWasAskedFor() {
        ViewSubmission filled = form(Map.of(
                "jobs", List.of("shop/**"),
                "events", List.of(String.valueOf(EventKind.STARTED.ordinal())),
                "branches", List.of("main, release/*"),
                "severity", List.of(String.valueOf(Severity.ERROR.ordinal())),
                "mention", List.of("here")));

        assertThat(forms.accepts(filled)).isTrue();
        assertThat(forms.receive(filled).toString()).contains("KEEP");
        ActResult.Done done = (ActResult.Done) act(forms, filled);

        assertThat(done.channel()).isEqualTo("C0BUILDS");
        assertThat(done.answer().orElseThrow().placement()).isEqualTo(Answer.Placement.IN_CHANNEL);
        assertThat(done.answer().orElseThrow().text()).contains("`shop/**`");
        assertThat(control.subscriptions().all()).singleElement().satisfies(made -> {
            assertThat(made.target().channel()).isEqualTo("C0BUILDS");
            assertThat(made.filter().events()).containsExactly(EventKind.STARTED);
            assertThat(made.filter().branches()).containsExactly("main", "release/*");
            assertThat(made.filter().minimumSeverity()).isEqualTo(Severity.ERROR);
            assertThat(made.filter().mention()).containsExactly("here");
        });
        act(forms, filled);
        assertThat(control.subscriptions().all()).hasSize(1);
    }

    /** Slack sends a form twice where its button is pressed twice, each as a request of its own. */
    @Test
    void shouldWriteOneLineIntoTheChannelForOneForm() {
        FakeChoices choices = new FakeChoices();
        ViewSubmission first = form(Map.of("jobs", List.of("shop/**")));
        ViewSubmission second = new ViewSubmission(Requests.origin("r2", Payloads.ANNA), first.view(), first.state());

        assertThat(((ActResult.Done) forms.act(first, choices.of(first))).channel())
                .isEqualTo("C0BUILDS");
        assertThat(forms.act(second, choices.of(second))).isEqualTo(ActResult.silent());
    }

    /** Slack leaves a form open whose acknowledgement is slow, and its member may correct what was refused. */
    @Test
    void shouldSubscribeByAFormThatWasCorrected() {
        FakeChoices choices = new FakeChoices();
        ViewSubmission wrong = form(Map.of("jobs", List.of("shpo/**")));
        ViewSubmission corrected = new ViewSubmission(
                Requests.origin("r2", Payloads.ANNA),
                wrong.view(),
                form(Map.of("jobs", List.of("shop/**"))).state());

        assertThat(forms.act(wrong, choices.of(wrong)).toString()).contains("There is no job");
        assertThat(forms.act(corrected, choices.of(corrected)).toString()).contains("`shop/**`");
        assertThat(control.subscriptions().all()).hasSize(1);
    }

    /** In the words by which the command takes them. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            main                  ~ shop/main
            Shop » main           ~ shop/main
            SHOP/Main             ~ shop/main
            shop/feature/pay      ~ shop/feature%2Fpay
            shop                  ~ shop/**
            """)
    void shouldTakeAJobAsPeopleNameIt(String typed, String pattern) {
        builds.with("shop/feature%2Fpay");

        act(forms, form(Map.of("jobs", List.of(typed))));

        assertThat(control.subscriptions().all())
                .singleElement()
                .satisfies(made -> assertThat(made.filter().jobs()).containsExactly(pattern));
    }

    @Test
    void shouldSayWhichJobsAreMeant() {
        builds.with("tools/nightly").with("ops/nightly");

        assertThat(act(forms, form(Map.of("jobs", List.of("nightly")))).toString())
                .contains("may mean several jobs", "`ops/nightly`", "`tools/nightly`", "Nothing was subscribed");
        assertThat(control.subscriptions().all()).isEmpty();
    }

    /** A branch with a semicolon is none, and nothing would ever come. */
    @ParameterizedTest
    @ValueSource(
            strings = {"main, release/*", "main; release/*", "main，release/*", "main、release/*", "main\nrelease/*"})
    void shouldPartNamesAsTheCommandDoes(String branches) {
        act(
                forms,
                form(Map.of(
                        "jobs",
                        List.of("shop/**"),
                        "branches",
                        List.of(branches),
                        "mention",
                        List.of("@Here; <@U0000001|bo>"))));

        assertThat(control.subscriptions().all()).singleElement().satisfies(made -> {
            assertThat(made.filter().branches()).containsExactly("main", "release/*");
            assertThat(made.filter().mention()).containsExactly("@here", "U0000001");
        });
    }

    /** The sentences about jobs and branches begin alike, and not each about a mention begins with that word. */
    @Test
    void shouldShowEachErrorAtItsField() {
        List<String> many = List.of(String.join(
                " ", IntStream.range(0, 21).mapToObj(id -> "U0123456" + id).toList()));

        assertThat(errors("jobs", "shop", "branches", "!")).containsOnlyKeys("branches");
        assertThat(errors("jobs", "/shop", "branches", "main")).containsOnlyKeys("jobs");
        assertThat(errors("jobs", "", "branches", "")).containsOnlyKeys("jobs");
        assertThat(errors("jobs", "shop", "mention", many.get(0))).containsOnlyKeys("mention");
        assertThat(errors("jobs", "/shop", "branches", "/main/", "mention", "a>b"))
                .containsOnlyKeys("jobs", "branches", "mention");
        assertThat(errors("jobs", "shop", "branches", "main")).isEmpty();
        assertThat(errors("jobs", "shop", "branches", "main.", "mention", "@here!"))
                .containsOnlyKeys("branches", "mention");
        ViewSubmission cleared = form(Map.of("jobs", List.of("shop"), "events", List.of()));
        assertThat(forms.receive(cleared).acknowledgement().json())
                .contains("\"events\":\"Choose at least one event.\"");
    }

    private Map<String, String> errors(String... fields) {
        Map<String, List<String>> filled = new HashMap<>();
        for (int index = 0; index < fields.length; index += 2) {
            filled.put(fields[index], List.of(fields[index + 1]));
        }
        String answer = forms.receive(form(filled)).acknowledgement().json();
        JsonObject json = answer.isEmpty()
                ? new JsonObject()
                : JsonParser.parseString(answer).getAsJsonObject();
        Map<String, String> errors = new HashMap<>();
        if (json.has("errors")) {
            json.getAsJsonObject("errors").asMap().forEach((block, text) -> errors.put(block, text.getAsString()));
        }
        return errors;
    }

    @Test
    void shouldKeepAFormOpenThatIsWrong() {
        assertThat(forms.receive(form(Map.of("jobs", List.of("shop/")))).toString())
                .contains("jobs", "slash");
        assertThat(forms.receive(form(Map.of())).toString()).contains("jobs", "empty");
        assertThat(forms.receive(form(Map.of("jobs", List.of("shop"), "mention", List.of("a>b"))))
                        .toString())
                .contains("mention", "none of here");
    }

    @Test
    void shouldNotSubscribeAChannelToPrivateJobsAlone() {
        builds.with("pay/run").keepOutOfChannels("pay/run");

        for (String jobs : List.of("pay/run", "PAY/run", "pay/**")) {
            assertThat(act(forms, form(Map.of("jobs", List.of(jobs)))).toString())
                    .as(jobs)
                    .contains("keep this job out of channels");
        }
        assertThat(control.subscriptions().all()).isEmpty();
    }

    @Test
    void shouldNotSubscribeWhatMayNotBeRead() {
        ActResult refused = act(forms, form(Map.of("jobs", List.of("secret"))));
        assertThat(((ActResult.Done) refused).channel()).isNull();
        assertThat(refused.toString()).contains("There is no job *secret*, or none that you may see.");
        assertThat(control.subscriptions().all()).isEmpty();
    }
}
