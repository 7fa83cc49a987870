package io.jenkins.plugins.slacknotify.interaction.subscription;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.press;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.FakeChoices;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import io.jenkins.plugins.slacknotify.interaction.modal.FakeModals;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuteInteractionTest {
    private static final String ME = "Me, in direct messages";
    private static final String CHANNEL = "Everybody in this channel";

    @TempDir
    Path folder;

    private final FakeBuildControl builds = new FakeBuildControl()
            .withBranch("shop/main")
            .with("tools/nightly")
            .with("secret")
            .hide("anna", "secret");
    private final FakeModals modals = new FakeModals();
    private FakeSubscriptionControl control;
    private MuteInteraction mutes;

    @BeforeEach
    void furnish() {
        control = new FakeSubscriptionControl(folder);
        mutes = new MuteInteraction(
                new FakeMemberAccounts().link(Payloads.ANNA, "anna"), Presses.SEAL, builds, control, modals);
    }

    @Test
    void shouldAskWhatForWhomAndForHowLong() {
        assertThat(mutes.accepts(pressOn("shop/main"))).isTrue();
        assertThat(act(mutes, pressOn("shop/main"))).isEqualTo(ActResult.silent());

        assertThat(choices())
                .containsExactly(
                        Map.entry("What", List.of("This job", "All branches of its project")),
                        Map.entry("For whom", List.of(ME, CHANNEL)),
                        Map.entry(
                                "For how long",
                                List.of("An hour", "Until tomorrow", "Until Monday", "Until it is fixed")));
    }

    @Test
    void shouldNotOfferWhatWouldBeRefused() {
        control.removeBot();
        act(mutes, pressOn("tools/nightly"));

        assertThat(choices()).extracting(Map.Entry::getKey).containsExactly("For whom", "For how long");
        assertThat(choices().get(0).getValue()).containsExactly(ME);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            An hour           | 2026-03-01T13:00:00Z |
            Until tomorrow    | 2026-03-02T08:00:00Z |
            Until Monday      | 2026-03-02T08:00:00Z |
            Until it is fixed |                      | tools/nightly
            """, delimiter = '|')
    void shouldSpareThePresserForAsLongAsWasChosen(String span, Instant until, String untilFixed) {
        act(mutes, pressOn("tools/nightly"));

        ActResult result = act(mutes, sent(Map.of("For whom", ME, "For how long", span)));
        assertThat(((ActResult.Done) result).channel()).isNull();
        assertThat(said(result)).startsWith("You hear nothing in direct messages of `tools/nightly` until ");

        Mute made = only();
        assertThat(made.isPersonal()).isTrue();
        assertThat(made.until()).isEqualTo(until);
        assertThat(made.untilFixed()).isEqualTo(untilFixed);
    }

    /** After a crash the form is done by another process. */
    @Test
    void shouldCountAnHourFromWhenTheFormWasSent() {
        act(mutes, pressOn("shop/main"));
        ViewSubmission sent = sent(Map.of("For how long", "An hour"));

        control.passTo(Requests.NOW.plus(Duration.ofMinutes(40)));
        act(mutes, sent);

        assertThat(only().until()).isEqualTo(Requests.NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void shouldSayInTheChannelWhoHasMutedIt() {
        act(mutes, pressOn("shop/main"));
        ViewSubmission sent =
                sent(Map.of("What", "All branches of its project", "For whom", CHANNEL, "For how long", "An hour"));

        assertThat(mutes.accepts(sent)).isTrue();
        ActResult.Done done = (ActResult.Done) act(mutes, sent);

        assertThat(done.channel()).isEqualTo("C0BUILDS");
        assertThat(done.answer().orElseThrow().placement()).isEqualTo(Answer.Placement.IN_CHANNEL);
        assertThat(done.answer().orElseThrow().text())
                .startsWith("<@" + Payloads.ANNA + "> has muted this channel for `shop/**` until ");
        assertThat(only().isPersonal()).isFalse();
        assertThat(only().jobs()).containsExactly("shop/**");
    }

    @Test
    void shouldMuteOnceForOneForm() {
        act(mutes, pressOn("shop/main"));
        ViewSubmission sent = sent(Map.of());

        act(mutes, sent);
        act(mutes, sent);

        assertThat(only().jobs()).containsExactly("shop/main");
    }

    /** A button stands in Slack for years, and another job may have the name by then. */
    @Test
    void shouldMuteTheJobOfTheMessageByItsNameOfToday() {
        BlockAction press = pressOn("tools/nightly");
        builds.rename("tools/nightly", "tools/daily");
        builds.with("tools/nightly");

        act(mutes, press);
        act(mutes, sent(Map.of()));

        assertThat(modals.last()).contains("Mute tools/daily");
        assertThat(only().jobs()).containsExactly("tools/daily");
    }

    /** Slack sends a form twice where its button is pressed twice, each as a request of its own. */
    @Test
    void shouldWriteOneLineIntoTheChannelForOneForm() {
        FakeChoices choices = new FakeChoices();
        act(mutes, pressOn("shop/main"));
        ViewSubmission first = sent(Map.of("For whom", CHANNEL));
        ViewSubmission second =
                new ViewSubmission(Requests.origin("r3", Payloads.ANNA).in(null), first.view(), first.state());

        assertThat(said(mutes.act(first, choices.of(first)))).contains("has muted this channel");
        assertThat(mutes.act(second, choices.of(second))).isEqualTo(ActResult.silent());
    }

    /** The first was refused, and its form may be open still. */
    @Test
    void shouldMuteByAFormThatIsSentAgainAfterARefusal() {
        FakeChoices choices = new FakeChoices();
        act(mutes, pressOn("shop/main"));
        ViewSubmission first = sent(Map.of("For whom", CHANNEL));
        ViewSubmission second =
                new ViewSubmission(Requests.origin("r3", Payloads.ANNA).in(null), first.view(), first.state());
        builds.hide("anna", "shop/main");

        assertThat(said(mutes.act(first, choices.of(first)))).contains("is not there any more");
        builds.show("anna", "shop/main");
        assertThat(said(mutes.act(second, choices.of(second)))).contains("has muted this channel");
    }

    @Test
    void shouldMuteNothingThatMayNotBeRead() {
        act(mutes, pressOn("secret"));
        String hidden = modals.last();
        act(mutes, pressOn("gone"));

        assertThat(hidden).contains("is not there any more, or you may not see it");
        assertThat(modals.last()).isEqualTo(hidden.replace("secret", "gone"));
    }

    @Test
    void shouldAskAgainWhatMayBeReadWhenTheFormIsSent() {
        act(mutes, pressOn("shop/main"));
        ViewSubmission sent = sent(Map.of("For whom", CHANNEL));
        builds.hide("anna", "shop/main");

        assertThat(said(act(mutes, sent))).contains("is not there any more, or you may not see it");
        assertThat(control.mutes().all()).isEmpty();
    }

    @Test
    void shouldNotMuteByAFormThatOfferedSomethingElse() {
        act(mutes, pressOn("shop/main"));
        ViewSubmission sent = sent(Map.of("For whom", CHANNEL));
        control.removeBot();

        assertThat(said(act(mutes, sent))).startsWith("Nothing was muted: ");
        assertThat(control.mutes().all()).isEmpty();
    }

    @Test
    void shouldSayWhatToDoWhereNoFormCanBeOpened() {
        modals.expire();

        assertThat(said(act(mutes, pressOn("shop/main")))).contains("use the command `mute`");
    }

    private Mute only() {
        assertThat(control.mutes().all()).hasSize(1);
        return control.mutes().all().get(0);
    }

    private static BlockAction pressOn(String job) {
        return press(
                "r1", Payloads.ANNA, ButtonAction.MUTE, new ButtonTarget(new BuildKey(job, 12, Presses.STARTED), null));
    }

    private JsonObject shown() {
        return JsonParser.parseString(modals.last()).getAsJsonObject();
    }

    /** The menus of the form that is shown, by their labels. */
    private List<Map.Entry<String, List<String>>> choices() {
        return inputs().stream()
                .map(input -> Map.entry(text(input.getAsJsonObject("label")), options(input)))
                .toList();
    }

    private List<JsonObject> inputs() {
        return shown().getAsJsonArray("blocks").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(block -> block.get("type").getAsString().equals("input"))
                .toList();
    }

    private static List<String> options(JsonObject input) {
        return input.getAsJsonObject("element").getAsJsonArray("options").asList().stream()
                .map(option -> text(option.getAsJsonObject().getAsJsonObject("text")))
                .toList();
    }

    private static String text(JsonObject plain) {
        return plain.get("text").getAsString();
    }

    /** The form that is shown, with what was chosen in it; Slack sends no channel with it. */
    private ViewSubmission sent(Map<String, String> chosen) {
        Map<String, Map<String, FieldValue>> state = new HashMap<>();
        for (JsonObject input : inputs()) {
            String choice = chosen.get(text(input.getAsJsonObject("label")));
            if (choice != null) {
                int option = options(input).indexOf(choice);
                assertThat(option).as(choice).isNotNegative();
                state.put(
                        input.get("block_id").getAsString(),
                        Map.of("value", new FieldValue("static_select", List.of(String.valueOf(option)))));
            }
        }
        return new ViewSubmission(
                Requests.origin("r2", Payloads.ANNA).in(null),
                new ViewReference(
                        "V1",
                        "modal",
                        shown().get("callback_id").getAsString(),
                        "h",
                        shown().get("private_metadata").getAsString()),
                new FormState(state));
    }
}
