package io.jenkins.plugins.slacknotify.interaction.preferences;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesInteractionTest {
    private static final PersonalSettings SETTINGS = new PersonalSettings(
            Set.of(EventKind.FAILURE, EventKind.FIXED), true, Severity.WARNING, List.of("a/b", "c/**"), "tomorrow");

    private List<String> quiet = SETTINGS.quietJobs();
    private final Map<String, PersonalSettings> saved = new HashMap<>();
    private final List<Instant> askedAt = new ArrayList<>();
    private final PreferencesControl preferences = new PreferencesControl() {
        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public Optional<PersonalSettings> of(String account) {
            return Optional.of(SETTINGS.withQuietJobs(quiet));
        }

        @Override
        public Optional<String> errorOf(String account, PersonalSettings settings, Instant asked) {
            if (settings.quietJobs().contains("wrong")) {
                return Optional.of("That is no job.");
            }
            return "never".equals(settings.pausedUntil()) ? Optional.of("That is no time.") : Optional.empty();
        }

        @Override
        public void save(String account, PersonalSettings settings, Instant asked) {
            saved.put(account, settings);
            askedAt.add(asked);
        }

        @Override
        public Optional<String> page(String account) {
            return Optional.empty();
        }
    };
    private final FakeBuildControl jenkins =
            new FakeBuildControl().with("shop/main").with("secret/payroll").hide("anna", "secret/payroll");
    private final PreferencesInteraction forms =
            new PreferencesInteraction(new FakeMemberAccounts().link(Payloads.ANNA, "anna"), preferences, jenkins);

    /** Sends the form as it was shown. */
    private static FormState asShown(String view) {
        Map<String, Map<String, FieldValue>> fields = new HashMap<>();
        for (JsonElement block : JsonParser.parseString(view).getAsJsonObject().getAsJsonArray("blocks")) {
            JsonObject input = block.getAsJsonObject();
            if (input.has("element")) {
                fields.put(
                        input.get("block_id").getAsString(), Map.of("value", shown(input.getAsJsonObject("element"))));
            }
        }
        return new FormState(fields);
    }

    private static FieldValue shown(JsonObject element) {
        List<String> values = new ArrayList<>();
        if (element.has("initial_value")) {
            values.add(element.get("initial_value").getAsString());
        }
        if (element.has("initial_option")) {
            values.add(element.getAsJsonObject("initial_option").get("value").getAsString());
        }
        if (element.has("initial_options")) {
            element.getAsJsonArray("initial_options")
                    .forEach(
                            one -> values.add(one.getAsJsonObject().get("value").getAsString()));
        }
        return new FieldValue("any", values);
    }

    private static ViewSubmission form(String member, FormState state) {
        return new ViewSubmission(
                Requests.origin("r1", member),
                new ViewReference("V1", "modal", PreferencesView.CALLBACK, "h", ""),
                state);
    }

    @Test
    void shouldStoreWhatItHasShown() {
        ViewSubmission filled = form(Payloads.ANNA, asShown(PreferencesView.of(SETTINGS, true)));

        assertThat(forms.accepts(filled)).isTrue();
        assertThat(act(forms, filled).toString()).contains("are saved");
        assertThat(saved).containsEntry("anna", SETTINGS);
        assertThat(askedAt).as("a pause of an hour counts from the request").containsExactly(Requests.NOW);
    }

    /** Several in a line, a name that is not the full one, and one that the member may not see: nothing is silenced by it. */
    @ParameterizedTest
    @ValueSource(strings = {"shop/main, tools/**", "main", "secret/payroll"})
    void shouldSayWhichQuietJobsThereAreNot(String line) {
        String typed = "shop/*\n" + line;

        String answer = act(
                        forms,
                        form(
                                Payloads.ANNA,
                                new FormState(Map.of(
                                        "quiet", Map.of("value", new FieldValue("plain_text_input", List.of(typed)))))))
                .toString();

        assertThat(answer)
                .contains("are saved", "`" + line + "` is no job that you may see")
                .doesNotContain("`shop/*`");
        assertThat(saved.get("anna").quietJobs()).containsExactly("shop/*", line);
    }

    /** What is only said besides must not keep anybody from what they have chosen. */
    @Test
    void shouldSaveThoughTheJobsCannotBeRead() {
        jenkins.failToListJobs();

        String answer = act(
                        forms,
                        form(
                                Payloads.ANNA,
                                new FormState(Map.of(
                                        "quiet", Map.of("value", new FieldValue("plain_text_input", List.of("new")))))))
                .toString();

        assertThat(answer).contains("are saved", "Jenkins cannot read its jobs now");
        assertThat(saved.get("anna").quietJobs()).containsExactly("new");
    }

    @Test
    void shouldStoreEmptyFieldsAsNothing() {
        act(
                forms,
                form(
                        Payloads.ANNA,
                        new FormState(
                                Map.of("quiet", Map.of("value", new FieldValue("plain_text_input", List.of()))))));
        assertThat(saved).containsEntry("anna", new PersonalSettings(Set.of(), false, Severity.INFO, List.of(), null));
    }

    /** Slack takes 3,000 characters; the others must not be lost. */
    @Test
    void shouldKeepTheQuietJobsForWhichAFormHasNoRoom() {
        quiet = IntStream.range(0, 300).mapToObj(each -> "folder/job-" + each).toList();
        PersonalSettings many = SETTINGS.withQuietJobs(quiet);
        String view = PreferencesView.of(many, true);
        assertThat(view).contains("more quiet jobs than a form can show").doesNotContain("folder/job-");

        act(forms, form(Payloads.ANNA, asShown(view)));

        assertThat(saved).containsEntry("anna", many);
    }

    @Test
    void shouldKeepAFormOpenThatIsWrong() {
        assertThat(forms.receive(form(Payloads.ANNA, with("quiet", "wrong"))).toString())
                .contains("quiet", "That is no job.");
        assertThat(forms.receive(form(Payloads.ANNA, with("pause", "never"))).toString())
                .contains("pause", "That is no time.");
        assertThat(act(forms, form(Payloads.ANNA, with("pause", "never"))).toString())
                .contains("Nothing was saved");
        assertThat(saved).isEmpty();
    }

    private static FormState with(String block, String text) {
        return new FormState(Map.of(block, Map.of("value", new FieldValue("plain_text_input", List.of(text)))));
    }

    @Test
    void shouldStoreNothingForWhoIsNotLinked() {
        assertThat(act(forms, form("U0NOBODY", FormState.EMPTY)).toString()).contains("Not linked");
        assertThat(saved).isEmpty();
    }

    private static ViewSubmission filled(String view, FormState state) {
        return new ViewSubmission(
                Requests.origin("r1", Payloads.ANNA),
                new ViewReference(
                        "V1",
                        "modal",
                        PreferencesView.CALLBACK,
                        "h",
                        JsonParser.parseString(view)
                                .getAsJsonObject()
                                .get("private_metadata")
                                .getAsString()),
                state);
    }

    /** A form may be open for hours, and a job is muted meanwhile. */
    @Test
    void shouldLeaveWhatTheMemberHasNotTouched() {
        String view = PreferencesView.of(SETTINGS, true);
        quiet = List.of("a/b", "c/**", "d");

        act(forms, filled(view, asShown(view)));
        assertThat(saved).containsEntry("anna", SETTINGS.withQuietJobs(quiet));

        Map<String, Map<String, FieldValue>> changed =
                new HashMap<>(asShown(view).fields());
        changed.putAll(with("pause", "4 hours").fields());
        changed.put("severity", Map.of("value", new FieldValue("static_select", List.of("0"))));
        act(forms, filled(view, new FormState(changed)));
        assertThat(saved)
                .containsEntry(
                        "anna", new PersonalSettings(SETTINGS.events(), true, Severity.values()[0], quiet, "4 hours"));
    }

    @Test
    void shouldStoreNothingWhereTheQuietJobsWereChangedOnBothSides() {
        String view = PreferencesView.of(SETTINGS, true);
        Map<String, Map<String, FieldValue>> changed =
                new HashMap<>(asShown(view).fields());
        changed.putAll(with("quiet", "a/b").fields());

        assertThat(act(forms, filled(view, new FormState(changed))).toString()).contains("are saved");
        assertThat(saved).containsEntry("anna", SETTINGS.withQuietJobs(List.of("a/b")));
        saved.clear();

        quiet = List.of("a/b", "c/**", "d");
        assertThat(act(forms, filled(view, new FormState(changed))).toString())
                .contains("Nothing was saved: your quiet jobs were changed since");
        assertThat(saved).isEmpty();
    }
}
