package io.jenkins.plugins.slacknotify.config.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.config.form.StoredElements;
import java.lang.reflect.Field;
import java.util.List;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what the page of a folder takes, where something is stored that nobody could enter. */
class FolderRoutingPropertyTest {
    private final FolderRoutingProperty folder = new FolderRoutingProperty();

    @ParameterizedTest
    @ValueSource(strings = {"U024BE91L", "W024BE91L", "D024BE91L"})
    void shouldKeepAPersonThatIsStored(String person) {
        store("destinations", StoredElements.read(new DestinationConfig("ada", null), "channel", person));

        var saved = save("{destinations: {name: 'countess', channel: ' %s ', botName: 'Typed'}}", person);

        assertThat(saved.getDestinations()).singleElement().satisfies(kept -> {
            assertThat(kept.getChannel()).isEqualTo(person);
            assertThat(kept.getName()).isEqualTo("countess");
            assertThat(kept.getBotName()).isEqualTo("Typed");
            assertThat(kept.isInvalid()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"U024BE91X", "@ada", "ada@example.org"})
    void shouldTakeNoOtherPerson(String person) {
        store("destinations", StoredElements.read(new DestinationConfig("ada", null), "channel", "U024BE91L"));

        assertThatThrownBy(() -> save("{destinations: [{name: 'ada', channel: '%s'}]}", person))
                .hasMessageStartingWith("destinations[0].channel ('ada'): This is a person");
    }

    @Test
    void shouldTakeNoPersonWhereNoneIsStored() {
        assertThatThrownBy(() -> save("{destinations: [{name: 'ada', channel: 'U024BE91L'}]}"))
                .hasMessageContaining("This is a person");
    }

    /** It stays without effect, as it was, and is noted so. */
    @Test
    void shouldKeepAnInvalidValueThatNobodyHasTouched() {
        store("rules", StoredElements.read(new RuleConfig(), "minimumSeverity", "loud"));

        var saved = save("{rules: [{name: 'New'}, {name: 'Old', minimumSeverity: 'loud'}]}");

        assertThat(saved.getRules()).extracting(RuleConfig::getName).containsExactly("New", "Old");
        assertThat(saved.getRules()).extracting(RuleConfig::isInvalid).containsExactly(false, true);
        assertThat(saved.getRules().get(1).getMinimumSeverity()).isEqualTo("loud");
    }

    @Test
    void shouldRefuseAnInvalidValueThatSomebodyHasEntered() {
        store("rules", StoredElements.read(new RuleConfig(), "minimumSeverity", "loud"));

        assertThatThrownBy(() -> save("{rules: [{minimumSeverity: 'loud'}, {minimumSeverity: 'louder'}]}"))
                .hasMessageStartingWith("rules[1].minimumSeverity")
                .hasMessageNotContaining("rules[0]");
    }

    @Test
    void shouldRefuseABrokenWordingThatSomebodyHasEntered() {
        store("templates", template("deploy", "fine"));

        assertThatThrownBy(() -> save("{templates: [{name: 'deploy', wordings: [{text: 'Hi {nope}'}]}]}"))
                .hasMessageStartingWith("templates[0].wordings[0].text ('deploy')");
    }

    @Test
    void shouldKeepABrokenWordingThatNobodyHasTouched() {
        var broken = StoredElements.read(new WordingConfig("fine"), "text", "Hi {nope}");
        store("templates", StoredElements.read(template("deploy", "fine"), "wordings", List.of(broken)));

        var saved = save("{templates: [{name: 'deployed', wordings: [{text: 'Hi {nope}'}]}]}")
                .getTemplates();

        assertThat(saved).singleElement().satisfies(kept -> {
            assertThat(kept.getName()).isEqualTo("deployed");
            assertThat(kept.isInvalid()).isTrue();
            assertThat(kept.getWordings()).extracting(WordingConfig::getText).containsExactly("Hi {nope}");
        });
        assertThatThrownBy(() -> save("{templates: [{name: 'deploy', wordings: [{text: 'Hi {other}'}]}]}"))
                .hasMessageStartingWith("templates[0].wordings[0].text ('deploy')");
    }

    private static TemplateConfig template(String name, String wording) {
        return new TemplateConfig(name, List.of(new WordingConfig(wording)));
    }

    @Test
    void shouldKeepAWorkspaceThatIsStoredAndTakeNoOther() {
        var named = new DestinationConfig("ops", "#ops");
        named.setWorkspace("partner");
        store("destinations", named);

        assertThat(
                        save("{destinations: [{name: 'new', channel: '#new'}, {name: 'ops', channel: '#o', workspace: 'partner'}]}")
                                .getDestinations())
                .extracting(DestinationConfig::getWorkspace)
                .containsExactly(null, "partner");
        assertThatThrownBy(() -> save("{destinations: [{name: 'new', channel: '#new', workspace: 'partner'}]}"))
                .hasMessageStartingWith("destinations[0].workspace");
    }

    @Test
    void shouldSayOfTwoOfANameOnlyWhereThereWasOne() {
        store("destinations", new DestinationConfig("ops", "#one"), new DestinationConfig("ops", "#two"));

        var two = "{destinations: [{name: 'ops', channel: '#one'}, {name: 'ops', channel: '#two'}]}";
        assertThat(save(two).getDestinations()).hasSize(2);
        store("destinations", new DestinationConfig("ops", "#one"));
        assertThatThrownBy(() -> save(two)).hasMessageContaining("there are two of the name 'ops'");
    }

    private FolderRoutingProperty save(String form, Object... values) {
        var sent = JSONObject.fromObject(form.formatted(values));
        RoutingForm.complete(sent);
        return folder.changed(sent, FolderRoutingPropertyTest::bind);
    }

    /** As Stapler, by the constructor and some of the setters. */
    private static <T> T bind(Class<T> type, JSONObject form) {
        if (type == DestinationConfig.class) {
            var destination = new DestinationConfig(form.optString("name"), form.optString("channel"));
            destination.setWorkspace(form.optString("workspace"));
            destination.setBotName(form.optString("botName"));
            return type.cast(destination);
        }
        if (type == TemplateConfig.class) {
            return type.cast(template(
                    form.optString("name"),
                    form.optJSONArray("wordings").getJSONObject(0).optString("text")));
        }
        var rule = new RuleConfig();
        rule.setName(form.optString("name"));
        rule.setMinimumSeverity(form.optString("minimumSeverity"));
        return type.cast(rule);
    }

    /** What is in the file need not be what a setter takes. */
    private void store(String list, Object... elements) {
        try {
            Field field = FolderRoutingProperty.class.getDeclaredField(list);
            field.setAccessible(true);
            field.set(folder, List.of(elements));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
